//! What became of the paragraphs of a draft, as cases a delegate can read.
//!
//! `suite/align/NAME.md` tells in prose what a new revision does. Behind each `old` block
//! stands a `new` block, and behind it `became` with one line for every old paragraph:
//!
//! ```text
//! 1. -> 2. moved
//! 2. -> 3. edited, style only
//! 3. -> gone
//! new: 1.
//! ```
//!
//! `ROSTRUM_BLESS=1` writes what is found into the files, to be read before it is kept.

mod chain;
mod properties;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::{Block, BlockKind, Draft};
use rostrum_core::revise::align::align;

fn suite() -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/align");
    let mut files: Vec<PathBuf> =
        fs::read_dir(dir).expect("the suite").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

fn draft(text: &str) -> Draft {
    read(text.as_bytes(), &ImportOptions { name: "draft.md", password: None }).expect("a draft")
}

/// Names a block as a reader would: by its label, else by its first words.
fn name(block: &Block) -> String {
    if let Some(label) = &block.label {
        return label.clone();
    }
    let words: Vec<&str> = block.text.split_whitespace().take(3).collect();
    format!("\"{}\"", words.join(" "))
}

fn became(old: &str, new: &str) -> String {
    let (old, new) = (draft(old), draft(new));
    let alignment = align(&old, &new);
    let mut out = String::new();
    for (link, block) in alignment.links.iter().zip(&old.blocks) {
        if block.kind == BlockKind::Heading && link.relation.word() == "same" {
            continue;
        }
        let news: Vec<String> = link.new.iter().filter_map(|id| new.block(id)).map(name).collect();
        let style = if link.style_only { ", style only" } else { "" };
        let there = if news.is_empty() { String::new() } else { news.join(" + ") + " " };
        let _ = writeln!(out, "{} -> {there}{}{style}", name(block), link.relation);
    }
    for id in &alignment.added {
        let _ = writeln!(out, "new: {}", new.block(id).map(name).expect("an added block is there"));
    }
    out
}

/// Cuts a file into its fenced blocks: the word behind the fence, and the text.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("~~~")) {
            (None, Some(word)) => open = Some((word.trim().to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, inside)), None) => {
                inside.push_str(line);
                inside.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

#[test]
fn every_case_becomes_what_it_says() {
    let mut wrong = String::new();
    let mut cases = 0;
    for path in suite() {
        let text = fs::read_to_string(&path).expect("readable");
        let mut blessed = text.clone();
        let found = blocks(&text);
        for case in found.chunks(3) {
            let [(_, old), (_, new), (word, expected)] = case else {
                panic!("{}: a case has old, new and became", path.display())
            };
            assert_eq!(word, "became", "{}", path.display());
            cases += 1;
            let told = became(old, new);
            if told != *expected {
                let _ = writeln!(
                    wrong,
                    "{}:\n{old}\nexpected\n{expected}\nfound\n{told}",
                    path.display()
                );
                let fence = |inside: &str| format!("~~~new\n{new}~~~\n\n~~~became\n{inside}~~~");
                blessed = blessed.replacen(&fence(expected), &fence(&told), 1);
            }
        }
        if std::env::var_os("ROSTRUM_BLESS").is_some() {
            fs::write(&path, blessed).expect("writable");
        }
    }
    assert!(cases > 15, "the suite has {cases} cases");
    assert!(wrong.is_empty(), "{wrong}");
}
