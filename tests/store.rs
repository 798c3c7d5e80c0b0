//! The statement file: what is kept, what is refused, what never leaves.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

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

fn version(name: &str, text: &str, sha256: &str) -> Version {
    Version {
        name: name.into(),
        sha256: sha256.into(),
        text: text.into(),
        created: AT.into(),
        words: 1,
    }
}

/// SHA-256 of "Frozen.", as `printf Frozen. | sha256sum` gives it.
const FROZEN: &str = "86760d418f850e8dac17d7586f76d38d691f703e2e041ffb967e42f22821e2ff";

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
    let (mut other, mut statement) = new_file(&folder.path().join("b.rostrum"));
    let merged = other.merge(&mut statement, &path, Strangers::Join, AT);
    assert!(matches!(merged, Err(StoreError::Busy { .. })), "{merged:?}");
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
        Endorsement { signatory: "s1".into(), sha256: FROZEN.into(), ..Endorsement::default() };
    file.put_endorsement(&consent, "SECRET-WHO").expect("kept");
    file.put_version(&version("final", "Frozen.", FROZEN)).expect("kept");
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
    assert_eq!(
        file.unmerged_copies(&statement).expect("looked"),
        std::slice::from_ref(&conflicted)
    );
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
fn a_file_of_an_older_format_is_migrated_after_a_backup() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let mut session = SharedStatement::new(5);
    let changes = [
        session.set_body("Written long ago.\n"),
        session.put_response(&response("r1", "Shared.", false)),
        session.put_response(&response("r2", "Ours.", true)),
    ];
    // A file as the first format had it.
    let raw = Connection::open(&path).expect("raw");
    raw.execute_batch(include_str!("../crates/rostrum-kit/src/store/migrations/0001.sql"))
        .expect("tables of format 1");
    raw.pragma_update(None, "application_id", 0x526f_7374).expect("set");
    raw.pragma_update(None, "user_version", 1).expect("set");
    raw.execute("INSERT INTO identity VALUES (1, 'statement-1', 'owner-1')", ()).expect("set");
    for change in &changes {
        for (log, bytes) in [("shared", &change.shared), ("private", &change.private)] {
            if !bytes.is_empty() {
                let sql = "INSERT INTO updates (log, at, bytes) VALUES (?1, ?2, ?3)";
                raw.execute(sql, (log, AT, bytes)).expect("a change");
            }
        }
    }
    drop(raw);
    // An earlier backup is not replaced.
    let taken = folder.path().join("a.backup-1.rostrum");
    fs::write(&taken, "an earlier backup").expect("written");

    let mut file = StatementFile::open(&path).expect("migrated");
    assert_eq!(file.load().expect("loads").statement(), session.statement());
    assert_eq!(file.statement_id().expect("id"), "statement-1");
    let mut statement = file.load().expect("loads");
    file.append(&statement.set_body("Written now.\n"), AT).expect("kept");
    drop(file);
    let format = |path: &Path| -> u32 {
        let raw = Connection::open(path).expect("raw");
        raw.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a number")
    };
    assert_eq!(format(&path), FORMAT);
    assert_eq!(fs::read(&taken).expect("read"), b"an earlier backup");
    let backup = folder.path().join("a.backup-1-2.rostrum");
    assert_eq!(format(&backup), 1, "the backup is as the file was");
    assert_eq!(
        StatementFile::open(&path).and_then(|mut f| f.load()).expect("opens").body(),
        "Written now.\n"
    );
    let mut restored = StatementFile::open(&backup).expect("the backup can be used");
    assert_eq!(restored.load().expect("loads").statement(), session.statement());
}

#[test]
fn another_copy_of_an_older_format_is_read_without_changing_it() {
    let folder = folder();
    let (a, b) = (folder.path().join("a.rostrum"), folder.path().join("b.rostrum"));
    let (mut file, mut statement) = new_file(&a);
    let raw = Connection::open(&b).expect("raw");
    raw.execute_batch(include_str!("../crates/rostrum-kit/src/store/migrations/0001.sql"))
        .expect("tables of format 1");
    raw.pragma_update(None, "application_id", 0x526f_7374).expect("set");
    raw.pragma_update(None, "user_version", 1).expect("set");
    let id = file.statement_id().expect("id");
    raw.execute("INSERT INTO identity VALUES (1, ?1, 'owner-1')", [id]).expect("set");
    let old = SharedStatement::new(5).set_body("Old words.\n").shared;
    raw.execute("INSERT INTO updates (log, at, bytes) VALUES ('shared', ?1, ?2)", (AT, old))
        .expect("a change");
    drop(raw);
    let before = fs::read(&b).expect("read");
    file.merge(&mut statement, &b, Strangers::Refuse, AT).expect("merged");
    assert_eq!(statement.body(), "Old words.\n");
    assert_eq!(fs::read(&b).expect("read"), before);
    drop(file);
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2, "no backup beside it");
}

#[test]
fn damage_anywhere_in_the_file_is_refused_or_does_no_harm() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let (mut file, mut statement) = new_file(&path);
    for n in 0..40 {
        let text =
            format!("{} Words number {n}, with enough of them to fill pages.\n", statement.body());
        file.append(&statement.set_body(&text), AT).expect("kept");
    }
    file.put_version(&version("final", "Frozen.", FROZEN)).expect("kept");
    let wanted = statement.statement();
    drop(file);
    let whole = fs::read(&path).expect("read");
    let read = |bytes: &[u8]| {
        let path = folder.path().join("damaged.rostrum");
        fs::write(&path, bytes).expect("written");
        let mut file = StatementFile::open(&path)?;
        file.versions()?;
        Ok::<_, StoreError>(file.load()?.statement())
    };
    let mut refused = 0;
    // Cut anywhere.
    for part in 0..40 {
        match read(&whole[..whole.len() * part / 40]) {
            Ok(statement) => panic!("{part}/40 of the file reads as {statement:?}"),
            Err(StoreError::NotAStatement { .. } | StoreError::Damaged { .. }) => {}
            Err(other) => panic!("{part}/40 of the file: {other}"),
        }
    }
    // Spoiled anywhere: what is read is what was written, or nothing is read.
    for at in (0..whole.len()).step_by(389) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x20;
        match read(&bytes) {
            Ok(statement) => assert_eq!(statement, wanted, "byte {at}"),
            Err(
                StoreError::NotAStatement { .. }
                | StoreError::Damaged { .. }
                | StoreError::Newer { .. },
            ) => refused += 1,
            Err(other) => panic!("byte {at}: {other}"),
        }
    }
    assert!(refused > 10, "only {refused} spoiled files were refused");
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

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_refused_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    drop(new_file(&path));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        println!("skipped: this user may write everything");
        return;
    }
    assert!(matches!(StatementFile::open(&path), Err(StoreError::Refused { .. })));
}

#[cfg(unix)]
#[test]
fn a_file_that_a_sync_program_replaced_is_joined_and_nothing_is_lost() {
    let folder = folder();
    let path = folder.path().join("a.rostrum");
    let newer = folder.path().join(".newer");
    let (mut file, mut statement) = new_file(&path);
    file.append(&statement.set_body("One two.\n"), AT).expect("kept");
    file.copy_whole(&newer).expect("copied");
    let mut elsewhere = StatementFile::open(&newer).expect("opens");
    let mut theirs = elsewhere.load().expect("loads");
    elsewhere.append(&theirs.set_body("One really two.\n"), AT).expect("kept");
    drop(elsewhere);
    file.append(&statement.put_response(&response("r1", "Before.", true)), AT).expect("kept");
    file.put_contact("s1", "Somebody").expect("kept");
    file.begin_attempt("c1", "key", AT).expect("kept");
    fs::rename(&newer, &path).expect("the sync program brings the newer file");

    file.append(&statement.set_body("One two three.\n"), AT).expect("kept");
    let journal = folder.path().join("a.rostrum-journal");
    assert!(journal.exists(), "the journal of the new file went with the old one");
    let news = file.news().expect("something came in");
    statement.apply(&news.shared).expect("it fits");
    assert_eq!(statement.body(), "One really two three.\n");
    file.append(&statement.put_response(&response("r2", "After.", false)), AT).expect("kept");
    drop(file);
    let mut file = StatementFile::open(&path).expect("opens");
    assert_eq!(file.load().expect("loads").statement(), statement.statement());
    assert_eq!(file.contacts().expect("read").len(), 1);
    assert_eq!(file.attempts().expect("read").len(), 1);
    assert!(file.news().is_none());

    // Moved away: it is written again under its name.
    fs::rename(&path, folder.path().join("moved")).expect("moved");
    file.append(&statement.set_body("Last words.\n"), AT).expect("kept");
    drop(file);
    let again = StatementFile::open(&path).and_then(|mut file| file.load()).expect("opens");
    assert_eq!(again.statement(), statement.statement());

    // Another statement in its place: nothing is mixed, nothing is lost.
    let (other, _) = new_file(&newer);
    drop(other);
    let mut file = StatementFile::open(&path).expect("opens");
    fs::rename(&path, folder.path().join("kept")).expect("moved");
    fs::rename(&newer, &path).expect("replaced");
    let refused = file.append(&statement.set_body("Very last words.\n"), AT);
    assert!(matches!(refused, Err(StoreError::Replaced { .. })), "{refused:?}");
    fs::rename(folder.path().join("kept"), &path).expect("put back");
    file.flush().expect("written now");
    drop(file);
    let again = StatementFile::open(&path).and_then(|mut file| file.load()).expect("opens");
    assert_eq!(again.body(), "Very last words.\n");
}
