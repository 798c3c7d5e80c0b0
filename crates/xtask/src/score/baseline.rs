//! What a simple reader makes of the same documents: the bar that ours is held against.
//!
//! PDF goes through `pdftotext -layout`, Word and web pages through pandoc. The text is cut at
//! blank lines and at labels; lines that stand on a third of the pages are dropped.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use rostrum_core::import::labels;
use serde_json::{Value, json};

/// Returns the answer of the simple reader in the scorer's shape, or why there is none.
pub(super) fn answer(file: &Path, bytes: &[u8]) -> Result<Value, String> {
    let path = file.display().to_string();
    let pdf = bytes.starts_with(b"%PDF");
    let text = if pdf {
        words_of("pdftotext", &["-layout", &path, "-"])?
    } else {
        let from = if bytes.starts_with(b"PK") { "docx" } else { "html" };
        words_of("pandoc", &["--from", from, "--to", "plain", "--wrap", "none", &path])?
    };
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let furniture = repeated(&pages);
    let mut blocks = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let number = pdf.then_some(at + 1);
        let mut open = String::new();
        for line in page.lines().map(str::trim) {
            if furniture.contains(&masked(line)) {
                continue;
            }
            if line.is_empty() || labels::split(line).is_some_and(|label| label.closed) {
                blocks.extend(block(&std::mem::take(&mut open), number));
            }
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(line);
        }
        blocks.extend(block(&open, number));
    }
    Ok(json!({ "blocks": blocks, "warnings": [] }))
}

fn block(text: &str, page: Option<usize>) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let label = labels::split(text);
    let words = label.as_ref().map_or(text, |label| &text[label.rest..]);
    Some(json!({
        "kind": "paragraph",
        "label": label.as_ref().map(|label| label.printed),
        "text": words,
        "page": page,
    }))
}

/// Returns the lines, figures made alike, that stand on a third of the pages.
fn repeated(pages: &[&str]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let mut lines: Vec<String> = page.lines().map(masked).filter(|l| !l.is_empty()).collect();
        lines.sort();
        lines.dedup();
        for line in lines {
            *seen.entry(line).or_default() += 1;
        }
    }
    let least = (pages.len() / 3).max(2);
    seen.into_iter().filter(|(_, count)| *count >= least).map(|(line, _)| line).collect()
}

fn masked(line: &str) -> String {
    line.trim().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

fn words_of(program: &str, arguments: &[&str]) -> Result<String, String> {
    let run = Command::new(program)
        .args(arguments)
        .output()
        .map_err(|error| format!("{program} cannot be started: {error}"))?;
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}
