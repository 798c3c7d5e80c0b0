//! What the command line prints, as scripts rely on it.

use crate::command::{Home, example};

fn has(value: &serde_json::Value, fields: &[&str]) {
    for field in fields {
        assert!(value.get(field).is_some(), "no `{field}` in {value}");
    }
}

#[test]
fn import_prints_blocks_with_their_labels() {
    let home = Home::new();
    let draft = home.json(&["import", &example("zero-draft.docx")]);
    has(&draft, &["title", "symbol", "revision", "language", "blocks", "findings"]);
    let block = &draft["blocks"][0];
    has(block, &["id", "kind", "label", "heading_path", "text", "page", "confidence", "footnotes"]);
    let labels: Vec<&str> = draft["blocks"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|b| b["kind"] == "paragraph")
        .filter_map(|b| b["label"].as_str())
        .collect();
    assert!(labels.contains(&"1.") && labels.contains(&"26."), "{labels:?}");
}

#[test]
fn count_names_its_parts_and_its_rule() {
    let home = Home::new();
    home.write("t.md", "# A title here\n\nOne two three — four.\n");
    let count = home.json(&["count", "t.md"]);
    has(&count, &["total", "counted", "parts", "left_out", "limit", "rule"]);
    let joint = home.json(&["count", "t.md", "--call", "upr-joint"]);
    assert_eq!(joint["limit"], 5630, "the call takes joint submissions only: {joint}");
    has(
        &count["parts"],
        &["body", "footnotes", "headings", "tables", "title", "signatories", "cover"],
    );
    assert_eq!(count["parts"]["body"], 4, "a dash between spaces is no word: {count}");
    assert_eq!(count["parts"]["headings"], 3, "{count}");
}

#[test]
fn check_answers_with_codes_places_and_exit_codes() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "upr-joint"]);
    let said = home.run(&["check", "s.rostrum", "--format", "json"]);
    assert_eq!(said.code, 1, "an empty statement has errors: {}", said.out);
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    has(&report, &["findings", "summary"]);
    has(&report["findings"][0], &["code", "name", "severity", "message", "hint", "place", "edits"]);
    has(&report["findings"][0]["place"], &["part", "section", "paragraph", "start", "end"]);
    let sarif = home.run(&["check", "s.rostrum", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&sarif.out).expect("SARIF is JSON");
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(
        log["runs"][0]["results"].as_array().map(Vec::len),
        report["findings"].as_array().map(Vec::len)
    );
}

#[test]
fn calls_carry_their_sources() {
    let home = Home::new();
    let calls = home.json(&["calls", "list"]);
    let ids: Vec<&str> =
        calls["calls"].as_array().into_iter().flatten().filter_map(|c| c["id"].as_str()).collect();
    for id in ["oewg-ict-zero-draft", "upr-joint", "csw-written"] {
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
    has(&calls["calls"][0], &["id", "name", "status", "deadline", "limits", "sources"]);
    let upr = home.json(&["calls", "show", "upr-joint"]);
    assert_eq!(upr["calls"][0]["limits"][0]["max"], 5630);
}
