//! What is kept, and that it is there again.

use std::fs;

use rostrum_core::model::Signatory;
use rostrum_kit::store::{StatementFile, StoreError};
use rusqlite::Connection;

use crate::{AT, FROZEN, folder, new_file, response, version};

#[test]
fn what_is_appended_is_there_when_the_file_is_opened_again() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let (mut file, mut statement) = new_file(&path);
    file.append(&statement.set_head("title", "Comments"), AT).expect("kept");
    file.append(&statement.set_body("# Summary\n\nWe welcome this.\n"), AT).expect("kept");
    file.append(&statement.put_response(&response("r1", "Why.", false)), AT).expect("kept");
    file.append(&statement.put_response(&response("r2", "For us.", true)), AT).expect("kept");
    let before = statement.statement();
    drop(file);
    let mut file = StatementFile::open(&path).expect("opened again");
    assert_eq!(file.load().expect("loaded").statement(), before);
    assert_eq!(file.saved_at().expect("read").as_deref(), Some(AT));
    drop(file);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("listed").collect();
    assert_eq!(left.len(), 1, "nothing lies beside a closed statement: {left:?}");
}

#[test]
fn a_long_log_is_rewritten_and_reads_the_same() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let (mut file, mut statement) = new_file(&path);
    let mut text = String::new();
    for n in 0..450 {
        text = format!("{text}{n} ");
        file.append(&statement.set_body(&text), AT).expect("kept");
    }
    file.append(&statement.put_response(&response("r1", "Ours.", true)), AT).expect("kept");
    let signatory = Signatory {
        id: "s1".into(),
        organisation: "An Organisation".into(),
        ..Signatory::default()
    };
    file.append(&statement.put_signatory(&signatory), AT).expect("kept");
    let before = statement.statement();
    file.load().expect("loaded");
    drop(file);
    let raw = Connection::open(&path).expect("raw");
    let rows: u32 = raw.query_row("SELECT count(*) FROM updates", (), |r| r.get(0)).expect("rows");
    assert_eq!(rows, 2, "one row for each log");
    drop(raw);
    let mut file = StatementFile::open(&path).expect("opens");
    let mut again = file.load().expect("loads");
    assert_eq!(again.statement(), before);
    file.append(&again.set_body("short"), AT).expect("kept");
    drop(file);
    let again = StatementFile::open(&path).and_then(|mut file| file.load()).expect("loads");
    assert_eq!(again.body(), "short");
}

#[test]
fn what_lies_beside_the_logs_is_kept() {
    use rostrum_core::submit::{Receipt, ReceiptState};
    use rostrum_kit::store::Outcome;
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let (mut file, _) = new_file(&path);
    file.put_call("oewg-ict", "id = \"oewg-ict\"", AT).expect("kept");
    file.put_version(&version("final", "Frozen.", FROZEN)).expect("kept");
    file.put_version(&version("final", "Frozen.", FROZEN)).expect("the same again is fine");
    let other =
        version("final", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert!(matches!(file.put_version(&other), Err(StoreError::NameTaken { .. })));
    assert!(matches!(
        file.put_version(&version("x", "Other.", FROZEN)),
        Err(StoreError::NotFrozen { .. })
    ));
    file.put_version_file("final", "comments.docx", b"docx").expect("kept");
    let mut receipt = Receipt { id: "c1".into(), version: "final".into(), ..Receipt::default() };
    file.put_receipt(&receipt).expect("kept");
    file.put_receipt_files("c1", &[("comments.docx".into(), b"docx".to_vec())]).expect("kept");
    let attempt = file.begin_attempt("c1", "key-1", AT).expect("kept");
    drop(file);

    let mut file = StatementFile::open(&path).expect("opens");
    assert_eq!(file.attempts().expect("read")[0].outcome, Outcome::Open, "a crash leaves it open");
    file.end_attempt(attempt, Outcome::Taken, "200", AT).expect("kept");
    receipt.state = ReceiptState::HandedOver;
    file.put_receipt(&receipt).expect("kept");
    assert_eq!(file.receipts().expect("read"), [receipt]);
    assert_eq!(file.attempts().expect("read")[0].outcome, Outcome::Taken);
    let files = [("comments.docx".to_owned(), b"docx".to_vec())];
    assert_eq!(file.receipt_files("c1").expect("read"), files);
    assert_eq!(file.version_files("final").expect("read"), files);
    assert_eq!(file.call().expect("read").map(|call| call.id).as_deref(), Some("oewg-ict"));
    file.put_contact("s1", "Somebody").expect("kept");
    assert_eq!(file.contacts().expect("read").get("s1").map(String::as_str), Some("Somebody"));
    file.put_contact("s1", "").expect("forgotten");
    assert!(file.contacts().expect("read").is_empty());
    let sum = file.put_file(b"saved page").expect("kept");
    assert_eq!(file.file(&sum).expect("read").as_deref(), Some(&b"saved page"[..]));
    assert_eq!(file.file("none").expect("read"), None);
}
