//! The shipped example is what it says it is, however it is read.

use std::path::{Path, PathBuf};

use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::{BlockKind, Draft, ResponseKind};

#[test]
fn the_source_text_gives_the_same_paragraphs_as_the_word_file() {
    compare("zero-draft.md");
}

#[test]
fn the_pdf_gives_the_same_paragraphs_as_the_word_file() {
    compare("zero-draft.pdf");
}

#[test]
fn the_draft_has_its_62_paragraphs_seven_headings_and_12_notes() {
    let word = draft("zero-draft.docx");
    let numbered: Vec<String> = (1..=62).map(|number| format!("{number}.")).collect();
    let labels: Vec<&str> = word
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph && block.level == 0)
        .filter_map(|block| block.label.as_deref())
        .collect();
    assert_eq!(labels, numbered);
    let headings: Vec<&str> = word
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading)
        .map(|block| block.text.as_str())
        .collect();
    assert_eq!(headings.len(), 7, "{headings:#?}");
    assert_eq!(word.blocks.iter().map(|block| block.footnotes.len()).sum::<usize>(), 12);
    assert_eq!(word.symbol.as_deref(), Some("EX/OEP.1/2026/L.1"));
}

#[test]
fn every_response_of_the_sample_answers_a_paragraph_that_exists() {
    let word = draft("zero-draft.docx");
    let sample: toml::Table = text("statement.toml").parse().expect("the sample is TOML");
    let responses = sample["responses"].as_array().expect("the sample has responses");
    for response in responses {
        for label in response["to"].as_array().expect("a list of labels") {
            let label = label.as_str().expect("a label");
            assert!(word.labelled(label).is_some(), "paragraph {label}");
        }
    }
    for kind in ResponseKind::ALL {
        let shown =
            responses.iter().any(|response| response["kind"].as_str() == Some(kind.as_str()));
        assert!(shown, "the sample shows a response of the kind {}", kind.as_str());
    }
}

/// Compares the addressed paragraphs of one form of the draft with those of the Word file.
fn compare(name: &str) {
    let (word, other) = (addressed(&draft("zero-draft.docx")), addressed(&draft(name)));
    for (at, wanted) in word.iter().enumerate() {
        assert_eq!(other.get(at), Some(wanted), "paragraph {at} of {name}");
    }
    assert_eq!(other.len(), word.len(), "paragraphs of {name}");
}

/// Returns label, depth and words of every addressed paragraph.
fn addressed(draft: &Draft) -> Vec<(String, u8, String)> {
    draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| (block.label.clone().unwrap_or_default(), block.level, block.text.clone()))
        .filter(|(label, ..)| !label.is_empty())
        .collect()
}

fn draft(name: &str) -> Draft {
    let bytes = std::fs::read(folder().join(name)).expect("the example is shipped");
    read(&bytes, &ImportOptions { name, password: None }).expect("the example is readable")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).expect("the example is shipped")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/example")
}
