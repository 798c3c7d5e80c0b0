//! The main job from a zero draft to a receipt, verb by verb.

use crate::command::{Home, example};

#[test]
fn a_statement_goes_from_draft_to_receipt() {
    let home = Home::new();
    let started = home.json(&[
        "new",
        "s.rostrum",
        "--call",
        "oewg-ict-zero-draft",
        "--organisation",
        "Example Lab",
    ]);
    assert!(started["sections"].as_array().is_some_and(|s| s.len() >= 3), "{started}");

    let added = home.json(&["draft", "add", "s.rostrum", &example("zero-draft.pdf")]);
    assert!(added["drafts"][0]["paragraphs"].as_u64().is_some_and(|n| n >= 55), "{added}");

    let said = home.json(&[
        "respond",
        "s.rostrum",
        "--to",
        "26",
        "--kind",
        "modify",
        "--proposal",
        "States should protect those who report vulnerabilities in good faith.",
        "--rationale",
        "Nobody reports at the price of a trial.",
    ]);
    assert_eq!(said["response"]["kind"], "modify");
    assert_eq!(said["response"]["paragraphs"][0], "26.");

    let written = home
        .json_with(&["write", "s.rostrum", "--section", "summary"], "We welcome the zero draft.\n");
    assert_eq!(written["words"], 5);
    for section in ["general-comments", "comments"] {
        home.json_with(&["write", "s.rostrum", "--section", section], "Protect those who report.");
    }

    home.json(&["evidence", "add", "s.rostrum", &example("sources.bib")]);
    let count = home.json(&["count", "s.rostrum"]);
    assert!(count["parts"]["body"].as_u64().is_some_and(|n| n > 5), "{count}");

    let exported = home.json(&["export", "s.rostrum", "--to", "docx", "-o", "statement.docx"]);
    assert_eq!(exported["sha256"].as_str().map(str::len), Some(64));
    let again = home.json(&["export", "s.rostrum", "--to", "docx", "-o", "again.docx"]);
    assert_eq!(exported["sha256"], again["sha256"], "the same statement gives the same bytes");

    let versions = home.json(&["version", "s.rostrum", "create", "final"]);
    let frozen = versions["versions"][0]["sha256"].clone();
    let signed = home.json(&[
        "endorse",
        "s.rostrum",
        "--organisation",
        "Example Alliance",
        "--country",
        "Kenya",
        "--version",
        "final",
    ]);
    assert_eq!(signed["signatories"][0]["state"], "holds");

    let folder = home.folder("out");
    home.json(&["channels", "add", "folder", "--kind", "folder", "--address", &folder]);
    let first =
        home.json(&["submit", "s.rostrum", "--version", "final", "--channel", "folder", "--yes"]);
    let receipt = &first["receipts"][0];
    assert_eq!(receipt["state"], "handed_over");
    assert_eq!(receipt["sha256"], frozen);
    assert_eq!(receipt["documents"][0]["name"], "Example_Lab_-_Comments_-_Zero_draft.docx");
    let repeated =
        home.json(&["submit", "s.rostrum", "--version", "final", "--channel", "folder", "--yes"]);
    assert_eq!(repeated["receipts"][0]["id"], receipt["id"], "handing over twice is one hand-over");
    assert_eq!(home.json(&["receipts", "s.rostrum"])["receipts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn consent_ends_when_the_text_changes() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home.json_with(&["write", "s.rostrum", "--section", "summary"], "We agree.");
    home.json(&["version", "s.rostrum", "create", "one"]);
    home.json(&["endorse", "s.rostrum", "--organisation", "Example Alliance", "--version", "one"]);
    home.json_with(&["write", "s.rostrum", "--section", "summary"], "We disagree.");
    let after = home.json(&["signatories", "s.rostrum"]);
    assert_eq!(after["signatories"][0]["state"], "text_changed");
    home.json_with(&["write", "s.rostrum", "--section", "summary"], "We agree.");
    let back = home.json(&["signatories", "s.rostrum"]);
    assert_eq!(back["signatories"][0]["state"], "holds", "the consented text stands again");
}

#[test]
fn copies_edited_apart_merge_without_loss() {
    let home = Home::new();
    home.json(&["new", "a.rostrum", "--call", "oewg-ict-zero-draft"]);
    std::fs::copy(home.path("a.rostrum"), home.path("b.rostrum")).expect("a copy");
    home.json_with(&["write", "a.rostrum", "--section", "summary"], "From Nairobi.");
    home.json_with(&["write", "b.rostrum", "--section", "recommendations"], "From Riga.");
    let merged = home.json(&["merge", "a.rostrum", "b.rostrum", "-o", "c.rostrum"]);
    assert!(merged["edits_from_a"].as_u64() >= Some(1), "{merged}");
    assert!(merged["edits_from_b"].as_u64() >= Some(1), "{merged}");
    home.json(&["export", "c.rostrum", "--to", "md", "-o", "c.md"]);
    let text = std::fs::read_to_string(home.path("c.md")).expect("the merged text");
    assert!(text.contains("From Nairobi.") && text.contains("From Riga."), "{text}");
    let other_way = home.json(&["merge", "b.rostrum", "a.rostrum", "-o", "d.rostrum"]);
    assert_eq!(merged["sha256"], other_way["sha256"], "the order of merging does not matter");
}

#[test]
fn the_demo_ends_with_a_receipt() {
    let home = Home::new();
    let demo = home.json(&["demo", "--out", "demo"]);
    let files: Vec<&str> =
        demo["files"].as_array().into_iter().flatten().filter_map(|f| f.as_str()).collect();
    assert!(files.iter().any(|file| file.ends_with("statement.docx")), "{files:?}");
    for file in &files {
        assert!(std::path::Path::new(file).exists(), "{file} was named and is not there");
    }
    let receipt = std::fs::read_to_string(home.path("demo/receipt.json")).expect("a receipt");
    assert!(receipt.contains("\"handed_over\""), "{receipt}");
}

#[test]
fn another_signature_is_another_hand_over() {
    let home = Home::new();
    home.json(&["demo", "--out", "demo"]);
    let file = "demo/sample.rostrum";
    let folder = home.folder("demo/handed-over");
    home.json(&["channels", "add", "demo-folder", "--kind", "folder", "--address", &folder]);
    home.json(&["endorse", file, "--organisation", "Example Latecomers", "--version", "sent"]);
    let again =
        home.json(&["submit", file, "--version", "sent", "--channel", "demo-folder", "--yes"]);
    assert_eq!(again["receipts"][0]["state"], "handed_over");
    let receipts = home.json(&["receipts", file]);
    assert_eq!(receipts["receipts"].as_array().map(Vec::len), Some(2), "{receipts}");
}

#[test]
fn a_draft_is_set_right_and_its_original_comes_back() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft", "--organisation", "Lab"]);
    home.write(
        "draft.md",
        "1. States recall the report. 2. States agree.\n\n3. They meet\n\nin May.\n",
    );
    home.json(&["draft", "add", "s.rostrum", "draft.md"]);
    let read = home.json(&["draft", "fixes", "s.rostrum"]);
    let blocks = |answer: &serde_json::Value| answer["blocks"].as_array().map_or(0, Vec::len);
    let tail = read["blocks"].as_array().and_then(|b| b.last()).expect("a block")["id"].clone();

    let split = ["draft", "fix", "s.rostrum", "split", "1", "--before", "2. States"];
    let fixed = home.json(&split);
    assert_eq!(blocks(&fixed), blocks(&read) + 1);
    let joined = home.json(&["draft", "fix", "s.rostrum", "merge", tail.as_str().expect("an id")]);
    assert_eq!(blocks(&joined), blocks(&read));
    assert_eq!(joined["fixes"].as_array().map(Vec::len), Some(2));
    let answered = home.json(&["respond", "s.rostrum", "--to", "2", "--kind", "keep"]);
    assert_eq!(answered["response"]["paragraphs"][0], "2.", "the new paragraph can be answered");

    home.json(&["draft", "fix", "s.rostrum", "undo"]);
    home.json(&["draft", "fix", "s.rostrum", "undo"]);
    assert_eq!(home.json(&["draft", "fixes", "s.rostrum"])["blocks"], read["blocks"]);
    assert_eq!(home.run(&["draft", "fix", "s.rostrum", "undo"]).code, 2, "none is left");
    assert_eq!(home.run(&split[..6]).code, 2);

    home.json(&["draft", "original", "s.rostrum", "-o", "back.md"]);
    let back = std::fs::read(home.path("back.md")).expect("written");
    assert_eq!(back, std::fs::read(home.path("draft.md")).expect("there"));
    let none = home.run(&["draft", "page", "s.rostrum", "--page", "1", "-o", "page.png"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("only a PDF"), "{}", none.err);
}
