//! Files of older and newer formats.

use std::fs;
use std::path::Path;

use rostrum_core::coauthor::SharedStatement;
use rostrum_kit::store::{FORMAT, StatementFile, StoreError, Strangers};
use rusqlite::Connection;

use crate::{AT, folder, new_file, response};

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
    raw.execute_batch(include_str!("../../crates/rostrum-kit/src/store/migrations/0001.sql"))
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
    raw.execute_batch(include_str!("../../crates/rostrum-kit/src/store/migrations/0001.sql"))
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
