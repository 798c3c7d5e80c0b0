//! What files give away, and the files that go with a statement, on the command line.

use std::io::{Cursor, Write as _};

use crate::command::{Home, example};

/// A Word file by one person, with a comment of another.
fn study() -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |list: &str| format!("<Relationships>{list}</Relationships>");
    let relation = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{kind}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let parts = [
        (
            "_rels/.rels",
            relations(
                &(relation("officeDocument", "word/document.xml")
                    + &relation("core-properties", "docProps/core.xml")),
            ),
        ),
        (
            "docProps/core.xml",
            "<p xmlns:dc=\"dc\"><dc:title>A study</dc:title><dc:creator>Partner one</dc:creator></p>"
                .to_owned(),
        ),
        (
            "word/document.xml",
            "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Harbours need light.</w:t></w:r>\
             <w:r><w:commentReference w:id=\"0\"/></w:r></w:p></w:body></w:document>"
                .to_owned(),
        ),
        ("word/_rels/document.xml.rels", relations(&relation("comments", "comments.xml"))),
        (
            "word/comments.xml",
            "<w:comments xmlns:w=\"w\"><w:comment w:id=\"0\" w:author=\"Partner two\"><w:p><w:r>\
             <w:t>Says who?</w:t></w:r></w:p></w:comment></w:comments>"
                .to_owned(),
        ),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("memory");
        archive.write_all(part.as_bytes()).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

fn kinds(items: &serde_json::Value) -> Vec<&str> {
    items.as_array().into_iter().flatten().filter_map(|item| item["kind"].as_str()).collect()
}

#[test]
fn scrub_lists_what_a_file_gives_away_with_the_codes_of_the_checks() {
    let home = Home::new();
    home.write("study.docx", study());
    let said = home.run(&["--json", "scrub", "study.docx"]);
    assert_eq!(said.code, 1, "a comment is grave: {}", said.err);
    let answer: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let file = &answer["files"][0];
    assert_eq!(file["kind"], "docx");
    assert_eq!(kinds(&file["items"]), ["comment", "author"]);
    let comment = &file["items"][0];
    assert_eq!(
        (&comment["code"], &comment["what"], &comment["who"], &comment["removal"]),
        (&"R804".into(), &"Says who?".into(), &"Partner two".into(), &"comments".into())
    );
    assert!(file.get("cleaned").is_none());
}

#[test]
fn scrub_writes_a_copy_and_says_what_is_left() {
    let home = Home::new();
    let study = study();
    home.write("study.docx", &study);
    let clean = ["--json", "scrub", "study.docx", "--clean", "-o", "clean.docx"];
    let said = home.run(&clean);
    assert_eq!(said.code, 1, "the comment is still in it: {}", said.err);
    let answer: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let cleaned = &answer["files"][0]["cleaned"];
    assert_eq!((&cleaned["removed"], kinds(&cleaned["left"])), (&1.into(), vec!["comment"]));

    let answer = home.json(&["scrub", "study.docx", "--clean", "--comments", "-o", "clean.docx"]);
    assert_eq!(answer["files"][0]["cleaned"]["left"], serde_json::json!([]));
    let again = home.json(&["scrub", "clean.docx"]);
    assert_eq!(again["files"][0]["items"], serde_json::json!([]));
    assert_eq!(std::fs::read(home.path("study.docx")).expect("there"), study, "as it was");
}

#[test]
fn scrub_never_changes_a_file_in_its_place() {
    let home = Home::new();
    home.write("study.docx", study());
    for arguments in [
        &["scrub", "study.docx", "--clean", "--in-place"][..],
        &["scrub", "study.docx", "--clean"],
        &["scrub", "study.docx", "--clean", "-o", "study.docx"],
        &["scrub", "study.docx", "study.docx", "--clean", "-o", "clean.docx"],
    ] {
        let said = home.run(arguments);
        assert_eq!(said.code, 2, "{arguments:?}: {}", said.out);
        assert!(!said.err.is_empty());
    }
    home.write("a.rtf", "{\\rtf1 a}");
    let said = home.run(&["scrub", "a.rtf"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("save it as PDF"), "{}", said.err);
}

#[test]
fn exports_of_our_own_give_nothing_away() {
    let home = Home::new();
    home.json(&[
        "new",
        "s.rostrum",
        "--call",
        "no-stated-rules",
        "--organisation",
        "Harbour Watch",
    ]);
    home.json(&["draft", "add", "s.rostrum", &example("zero-draft.docx")]);
    for format in ["docx", "pdf", "html"] {
        let out = format!("out.{format}");
        home.json(&["export", "s.rostrum", "--to", format, "-o", &out]);
        let answer =
            home.json(&["scrub", &out, "--organisation", "Harbour Watch", "--fail-on", "info"]);
        assert_eq!(answer["files"][0]["items"], serde_json::json!([]), "{format}");
    }
}

#[test]
fn check_reports_what_a_loose_file_gives_away() {
    let home = Home::new();
    home.write("study.docx", study());
    let said = home.run(&["check", "study.docx", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let codes: Vec<&str> = report["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    assert!(codes.contains(&"R803") && codes.contains(&"R804"), "{codes:?}");
}

#[test]
fn an_annex_is_added_decided_about_shown_and_taken_out() {
    let home = Home::new();
    home.write("study.docx", study());
    home.json(&[
        "new",
        "s.rostrum",
        "--call",
        "no-stated-rules",
        "--organisation",
        "Harbour Watch",
    ]);
    let added = home.json(&["annex", "add", "s.rostrum", "study.docx"]);
    assert_eq!(added["annexes"][0]["name"], "study.docx");
    assert_eq!(kinds(&added["annexes"][0]["report"]["items"]), ["comment", "author"]);
    let check = |code: &str| {
        let said = home.run(&["check", "s.rostrum", "--format", "json"]);
        said.out.contains(code)
    };
    assert!(check("R804"), "nobody has decided");
    let set = ["annex", "set", "s.rostrum", "study.docx", "--comments", "remove"];
    assert_eq!(home.json(&set)["annexes"][0]["comments"], "remove");
    assert!(!check("R804"));

    home.json(&["annex", "show", "s.rostrum", "study.docx", "--clean", "-o", "clean.docx"]);
    let clean = home.json(&["scrub", "clean.docx"]);
    assert_eq!(clean["files"][0]["items"], serde_json::json!([]));
    home.json(&["annex", "show", "s.rostrum", "study.docx", "-o", "same.docx"]);
    assert_eq!(std::fs::read(home.path("same.docx")).expect("there"), study());

    let listed = home.run(&["annex", "list", "s.rostrum"]).out;
    assert!(listed.contains("decided: comments removed"), "{listed}");
    let gone = home.json(&["annex", "remove", "s.rostrum", "study.docx"]);
    assert_eq!(gone["annexes"], serde_json::json!([]));
    assert_eq!(home.run(&["annex", "show", "s.rostrum", "study.docx"]).code, 2);
}
