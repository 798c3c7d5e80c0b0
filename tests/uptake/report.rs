//! The report, as a reader of documents and of tables gets it.

use rostrum_core::model::response::{Priority, TakenUp};
use rostrum_core::model::{Signatory, Statement};
use rostrum_core::render::{docx, html, text};
use rostrum_core::revise::uptake::Uptake;
use rostrum_core::revise::uptake::report::{Report, csv, document};
use rostrum_tests::peers::{converted, python};

use crate::notation::{self, Case};

fn case() -> (Statement, Uptake) {
    let mut case: Case = notation::read(
        "before:\n  1. States may share reports on incidents through the directory of contacts.\n  2. Training for officials depends on the funds of few donors.\n  3. Attacks on \
         hospitals are condemned.\nafter:\n  1. States should share timely reports on incidents through the directory of contacts.\n  2. Training for officials \
         depends on the funds of few donors.\nask modify 1:\n  States should share public reports on incidents through the directory of contacts.\nask delete 2:\n\
         ask keep 3:\nask question 1:\nask keep 2 private:\n",
    );
    let responses = &mut case.responses;
    responses[0].priority = Priority::High;
    responses[0].topic = "=HYPERLINK(\"http://example.org\")".into();
    responses[0].owner = "Somebody Private".into();
    responses[0].taken_up =
        Some(TakenUp { answer: "yes".into(), note: "@the idea, in other words".into() });
    responses[1].tags = vec!["Example Alliance".into()];
    let uptake = case.uptake();
    let signatory = Signatory { organisation: "Example Alliance".into(), ..Signatory::default() };
    let statement = Statement {
        title: "Comments".into(),
        organisation: "Example Lab".into(),
        language: "en".into(),
        responses: case.responses,
        signatories: vec![signatory],
        ..Statement::default()
    };
    (statement, uptake)
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let Some(mut python) = python("python") else { return Vec::new() };
    let read = "import csv,json,sys; print(json.dumps(list(csv.reader(sys.stdin, strict=True))))";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.csv");
    std::fs::write(&file, csv).expect("disk");
    let input = std::fs::File::open(&file).expect("disk");
    let out = rostrum_tests::peers::output(python.args(["-c", read]).stdin(input));
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn the_table_keeps_what_is_found_and_what_is_judged_apart() {
    let (statement, uptake) = case();
    let csv = csv(&Report { statement: &statement, uptake: &uptake, later: "Rev.1" });
    let rows = rows(&csv);
    if rows.is_empty() {
        return;
    }
    let at = |name: &str| rows[0].iter().position(|head| head == name).expect("a column");
    assert_eq!(rows.len(), 5, "the private response is not reported: {rows:#?}");
    assert_eq!(rows[1][at("status")], "partly");
    assert_eq!(rows[1][at("share")], "0.50");
    assert_eq!(rows[1][at("words_found")], "should");
    assert_eq!(rows[1][at("idea_taken_up")], "yes");
    assert_eq!(rows[2][at("organisations")], "Example Alliance");
    assert_eq!(rows[2][at("status")], "opposite");
    assert_eq!(rows[3][at("status")], "opposite");
    assert_eq!(rows[4][at("status")], "");
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "a spreadsheet would run {cell:?}");
        assert!(!cell.contains("Somebody"), "a person is named");
    }
}

#[test]
fn the_document_says_what_stands_there_and_never_why() {
    let (statement, uptake) = case();
    let report = Report { statement: &statement, uptake: &uptake, later: "Rev.1" };
    let made = document(&report);
    let words = text(&made);
    for said in ["in Rev.1", "Partly adopted, 50%", "The opposite", "yes", "Example Alliance"] {
        assert!(words.contains(said), "no {said:?} in\n{words}");
    }
    for unsaid in ["because", "thanks to", "Somebody"] {
        assert!(!words.contains(unsaid), "{unsaid:?} in\n{words}");
    }
    assert!(
        html(&made, &rostrum_core::model::PictureBytes::new()).contains("<strong>should</strong>"),
        "{}",
        html(&made, &rostrum_core::model::PictureBytes::new())
    );
    assert_eq!(
        docx(&made, &rostrum_core::model::PictureBytes::new()).expect("a document"),
        docx(&document(&report), &rostrum_core::model::PictureBytes::new()).expect("a document")
    );
}

#[test]
fn the_document_has_no_fault_and_opens_in_libreoffice() {
    let (statement, uptake) = case();
    let none = Uptake::default();
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for (name, uptake) in [("full", &uptake), ("empty", &none)] {
        let report = Report { statement: &statement, uptake, later: "Rev.1" };
        let file = folder.path().join(format!("{name}.docx"));
        std::fs::write(
            &file,
            docx(&document(&report), &rostrum_core::model::PictureBytes::new())
                .expect("a document"),
        )
        .expect("disk");
        let Some(mut audit) = python("openxml-audit") else { return };
        let done = audit.args(["--output", "json", "--max-errors", "0"]).arg(&file).output();
        let out = String::from_utf8_lossy(&done.expect("it starts").stdout).into_owned();
        let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(found[0]["errors"].as_array().map(Vec::len), Some(0), "{name}: {out}");
        files.push(file);
    }
    let Some(pages) = converted(folder.path(), &files, "txt:Text") else { return };
    let words = std::fs::read_to_string(&pages[0]).expect("LibreOffice wrote it");
    assert!(words.contains("should share timely reports"), "{words}");
}
