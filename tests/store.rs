//! The statement file: what is kept, what is refused, what never leaves.

use std::fs;
use std::path::Path;

use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::signatory::Endorsement;
use rostrum_core::model::{Block, Draft, Response, Signatory, Version};
use rostrum_kit::store::{FORMAT, StatementFile, StoreError, Strangers};
use rusqlite::Connection;

const AT: &str = "2026-11-22T10:00:00Z";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn new_file(path: &Path) -> (StatementFile, SharedStatement) {
    let mut file = StatementFile::create(path).expect("a new file");
    let statement = file.load().expect("an empty statement");
    (file, statement)
}

fn response(id: &str, rationale: &str, private: bool) -> Response {
    Response { id: id.into(), rationale: rationale.into(), private, ..Response::default() }
}

fn version(name: &str, sha256: &str) -> Version {
    Version {
        name: name.into(),
        sha256: sha256.into(),
        text: "Frozen.".into(),
        ..Version::default()
    }
}

fn holds(path: &Path, words: &str) -> bool {
    let bytes = fs::read(path).expect("the file can be read");
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

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
fn a_file_that_is_open_is_busy_for_everybody_else() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let (file, _) = new_file(&path);
    assert!(matches!(StatementFile::open(&path), Err(StoreError::Busy { .. })));
    drop(file);
    assert!(StatementFile::open(&path).is_ok());
}

#[test]
fn an_existing_file_is_never_replaced() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    fs::write(&path, "precious").expect("written");
    assert!(matches!(StatementFile::create(&path), Err(StoreError::Exists { .. })));
    assert_eq!(fs::read(&path).expect("read"), b"precious");
}

#[test]
fn files_that_are_not_statements_are_refused_by_kind() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let open = |name: &str| StatementFile::open(&path(name)).map(drop);
    assert!(matches!(open("none.rostrum"), Err(StoreError::Missing { .. })));
    fs::write(path("empty.rostrum"), "").expect("written");
    assert!(matches!(open("empty.rostrum"), Err(StoreError::NotAStatement { .. })));
    fs::write(path("text.rostrum"), "Not a statement. ".repeat(200)).expect("written");
    assert!(matches!(open("text.rostrum"), Err(StoreError::NotAStatement { .. })));
    fs::create_dir(path("folder.rostrum")).expect("made");
    assert!(matches!(open("folder.rostrum"), Err(StoreError::NotAStatement { .. })));
    let other = Connection::open(path("other.rostrum")).expect("a database");
    other.execute_batch("CREATE TABLE mine (x)").expect("a table");
    drop(other);
    assert!(matches!(open("other.rostrum"), Err(StoreError::NotAStatement { .. })));
}

#[test]
fn a_file_of_a_newer_rostrum_is_refused_and_left_alone() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    drop(new_file(&path));
    let raw = Connection::open(&path).expect("raw");
    raw.pragma_update(None, "user_version", FORMAT + 1).expect("set");
    drop(raw);
    let before = fs::read(&path).expect("read");
    match StatementFile::open(&path) {
        Err(StoreError::Newer { format, known, .. }) => {
            assert_eq!((format, known), (FORMAT + 1, FORMAT));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(&path).expect("read"), before);
}

#[test]
fn a_file_with_tables_of_somebody_else_is_refused() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    drop(new_file(&path));
    let raw = Connection::open(&path).expect("raw");
    raw.execute_batch("CREATE TRIGGER eat AFTER INSERT ON updates BEGIN DELETE FROM updates; END")
        .expect("a trigger");
    drop(raw);
    assert!(matches!(StatementFile::open(&path), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_copy_for_partners_holds_nothing_private_and_merges_back() {
    let folder = folder();
    let (ours, theirs) = (folder.path().join("a.rostrum"), folder.path().join("b.rostrum"));
    let (mut file, mut statement) = new_file(&ours);
    file.append(&statement.set_body("We welcome this draft.\n"), AT).expect("kept");
    file.append(&statement.put_response(&response("r1", "Shared reason.", false)), AT)
        .expect("kept");
    file.append(&statement.put_response(&response("r2", "SECRET-PRIVATE", true)), AT)
        .expect("kept");
    file.append(&statement.put_response(&response("r3", "SECRET-TURNED", false)), AT)
        .expect("kept");
    file.append(&statement.put_response(&response("r3", "SECRET-TURNED", true)), AT).expect("kept");
    file.append(&statement.put_response(&response("r4", "SECRET-REMOVED", false)), AT)
        .expect("kept");
    file.append(&statement.remove_response("r4"), AT).expect("kept");
    file.append(&statement.set_body("We welcome SECRET-DELETED this draft.\n"), AT).expect("kept");
    file.append(&statement.set_body("We welcome this draft.\n"), AT).expect("kept");
    file.put_contact("s1", "SECRET-CONTACT").expect("kept");
    file.put_setting("key", "SECRET-SETTING").expect("kept");
    let consent =
        Endorsement { signatory: "s1".into(), sha256: "aa".into(), ..Endorsement::default() };
    file.put_endorsement(&consent, "SECRET-WHO").expect("kept");
    file.put_version(&version("final", "aa")).expect("kept");
    let draft = Draft { blocks: vec![Block::default()], ..Draft::default() };
    let id = file.put_draft("zero.pdf", b"draft bytes", &draft, AT).expect("kept");
    file.copy_for_partners(&statement, &theirs).expect("copied");
    assert!(holds(&theirs, "Shared reason."));
    assert!(!holds(&theirs, "SECRET"), "a private word is in the copy");

    let mut copy = StatementFile::open(&theirs).expect("the copy opens");
    assert_eq!(copy.statement_id().expect("id"), file.statement_id().expect("id"));
    assert_ne!(copy.owner_id().expect("id"), file.owner_id().expect("id"));
    assert_eq!(copy.draft_bytes(&id).expect("read").as_deref(), Some(&b"draft bytes"[..]));
    assert_eq!(copy.versions().expect("read").len(), 1);
    assert_eq!(copy.endorsements().expect("read")[0].contact, "");
    let mut partner = copy.load().expect("loads");
    let ids: Vec<String> = partner.statement().responses.into_iter().map(|r| r.id).collect();
    assert_eq!(ids, ["r1"]);
    copy.append(&partner.set_body("We warmly welcome this draft.\n"), AT).expect("kept");
    copy.append(&partner.put_response(&response("r9", "Partner.", false)), AT).expect("kept");
    copy.append(&partner.put_response(&response("p1", "PARTNER-SECRET", true)), AT).expect("kept");
    drop(copy);

    file.append(&statement.set_body("We welcome this zero draft.\n"), AT).expect("kept");
    let merged = file.merge(&mut statement, &theirs, Strangers::Refuse, AT).expect("merged");
    assert_eq!((merged.edits_from_a, merged.edits_from_b), (1, 2));
    let after = statement.statement();
    assert_eq!(after.body, "We warmly welcome this zero draft.\n");
    let mut ids: Vec<&str> = after.responses.iter().map(|r| r.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["r1", "r2", "r3", "r9"], "private ones stay, nothing is doubled");
    drop(file);
    assert_eq!(
        StatementFile::open(&ours).and_then(|mut f| f.load()).expect("loads").statement(),
        after
    );
}

#[test]
fn another_statement_is_merged_only_when_told() {
    let folder = folder();
    let (a, b) = (folder.path().join("a.rostrum"), folder.path().join("b.rostrum"));
    let (mut file, mut statement) = new_file(&a);
    let (mut other, mut stranger) = new_file(&b);
    other.append(&stranger.set_body("Other words.\n"), AT).expect("kept");
    drop(other);
    let refused = file.merge(&mut statement, &b, Strangers::Refuse, AT);
    assert!(matches!(refused, Err(StoreError::OtherStatement { .. })));
    assert_eq!(statement.body(), "");
    file.merge(&mut statement, &b, Strangers::Join, AT).expect("told to");
    assert_eq!(statement.body(), "Other words.\n");
    let itself = file.merge(&mut statement, &a, Strangers::Refuse, AT);
    assert!(matches!(itself, Err(StoreError::SameFile { .. })));
}

#[test]
fn a_conflicted_copy_is_found_and_brings_private_responses_too() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let conflicted = folder.path().join("a (conflicted copy 2026-11-22 101112).rostrum");
    let (mut file, mut statement) = new_file(&path);
    file.append(&statement.set_body("One.\n"), AT).expect("kept");
    file.copy_whole(&conflicted).expect("copied");
    file.copy_whole(&folder.path().join("a (same).rostrum")).expect("copied");
    drop(new_file(&folder.path().join("a (other).rostrum")));
    assert!(file.unmerged_copies(&statement).expect("looked").is_empty());
    let mut twin = StatementFile::open(&conflicted).expect("opens");
    let mut elsewhere = twin.load().expect("loads");
    twin.append(&elsewhere.set_body("One. Two.\n"), AT).expect("kept");
    twin.append(&elsewhere.put_response(&response("r1", "Note.", true)), AT).expect("kept");
    drop(twin);
    assert_eq!(file.unmerged_copies(&statement).expect("looked"), [conflicted.clone()]);
    file.merge(&mut statement, &conflicted, Strangers::Refuse, AT).expect("merged");
    assert_eq!(statement.statement(), elsewhere.statement());
    assert!(file.unmerged_copies(&statement).expect("looked").is_empty());
}

#[test]
fn a_long_log_is_rewritten_and_reads_the_same() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let (mut file, mut statement) = new_file(&path);
    let mut text = String::new();
    for n in 0..450 {
        text.push_str(&format!("{n} "));
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
