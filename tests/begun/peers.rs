//! Files of other programs, counted word by word against pandoc.

#![expect(clippy::print_stderr, reason = "a skipped test must say so")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rostrum_core::begun::{read, take};
use rostrum_tests::corpus::corpus;
use rostrum_tests::peers::{output, program};
use serde_json::Value;

use crate::scene::{call, words, words_of};

/// Returns all words of a document, as pandoc reads it with changes accepted.
fn by_pandoc(file: &Path) -> Option<Vec<String>> {
    let mut pandoc = program("pandoc")?;
    let done = pandoc.args(["-t", "json", "--track-changes=accept"]).arg(file).output();
    let done = done.expect("pandoc starts");
    // There are files that pandoc refuses.
    let json: Value =
        done.status.success().then(|| serde_json::from_slice(&done.stdout).ok())??;
    let mut text = String::new();
    strings(&json["blocks"], &mut text);
    strings(&json["meta"], &mut text);
    Some(words(&text))
}

fn strings(value: &Value, out: &mut String) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| strings(one, out)),
        Value::Object(node) => {
            let content = node.get("c");
            match node.get("t").and_then(Value::as_str) {
                Some("Str") => out.push_str(content.and_then(Value::as_str).unwrap_or_default()),
                Some("Space" | "SoftBreak" | "LineBreak") => out.push(' '),
                Some("Math" | "Code") => {
                    let words = content.and_then(|c| c.get(1)).and_then(Value::as_str);
                    out.push_str(words.unwrap_or_default());
                }
                Some("RawInline" | "RawBlock" | "Image") => {}
                Some("Note" | "DefinitionList") => {
                    // Pieces of these touch words that they are no part of.
                    for one in content.and_then(Value::as_array).into_iter().flatten() {
                        out.push(' ');
                        match one.as_array() {
                            Some(pair) => pair.iter().for_each(|one| {
                                strings(one, out);
                                out.push(' ');
                            }),
                            None => strings(one, out),
                        }
                    }
                    out.push(' ');
                }
                _ => {
                    node.values().for_each(|one| strings(one, out));
                    if node.contains_key("t") {
                        out.push(' ');
                    }
                }
            }
        }
        _ => {}
    }
}

/// Returns the words that are in the first more often than in the second.
fn lacking(wanted: &[String], have: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for word in have {
        *counts.entry(word).or_default() += 1;
    }
    wanted
        .iter()
        .filter(|word| {
            let left = counts.entry(word).or_default();
            *left -= 1;
            *left < 0
        })
        .cloned()
        .collect()
}

fn documents(folder: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            documents(&path, endings, out);
        } else if path.extension().is_some_and(|e| endings.iter().any(|own| e == *own)) {
            out.push(path);
        }
    }
    out.sort();
}

/// Takes every file and tells which words of it were lost.
fn lost(files: &[PathBuf]) -> (usize, Vec<String>) {
    let call = call(&["Summary", "General comments", "Recommendations"]);
    let (mut seen, mut lost) = (0, Vec::new());
    for file in files {
        let bytes = std::fs::read(file).expect("a file");
        let Ok(begun) = read(&bytes, "a.docx") else { continue };
        let Some(wanted) = by_pandoc(file) else { continue };
        seen += 1;
        let have = words_of(&take(&begun, &call, "a.docx"), &call);
        let missing = lacking(&wanted, &have);
        // Where the end of a paragraph was taken out, pandoc parts two words and Word does not.
        let letters = |words: &[String]| -> Vec<String> {
            words.iter().flat_map(|word| word.chars().map(String::from)).collect()
        };
        let joined = missing.len() <= 2 && lacking(&letters(&wanted), &letters(&have)).is_empty();
        if !missing.is_empty() && !joined {
            let few: Vec<&String> = missing.iter().take(12).collect();
            lost.push(format!(
                "{}: {} of {}: {few:?}",
                file.display(),
                missing.len(),
                wanted.len()
            ));
        }
    }
    (seen, lost)
}

#[test]
fn no_word_of_a_real_word_file_is_lost() {
    let Some(corpus) = corpus() else {
        eprintln!("skipped: no real documents beside the checkout");
        return;
    };
    if program("pandoc").is_none() {
        return;
    }
    let mut files = Vec::new();
    documents(&corpus, &["docx", "odt"], &mut files);
    let (seen, lost) = lost(&files);
    assert!(seen > 80, "{seen} files were read");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn no_word_of_a_real_submission_is_lost() {
    let Some(corpus) = corpus() else {
        eprintln!("skipped: no real documents beside the checkout");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let mut submissions = Vec::new();
    documents(&corpus.join("submissions"), &["md"], &mut submissions);
    let mut files = Vec::new();
    for (number, submission) in submissions.iter().enumerate() {
        let Some(mut pandoc) = program("pandoc") else { return };
        let file = folder.path().join(format!("{number}.docx"));
        output(pandoc.arg(submission).arg("-o").arg(&file));
        files.push(file);
    }
    let (seen, lost) = lost(&files);
    assert_eq!(seen, submissions.len());
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
