//! What is opened as a statement, and what is refused.

use std::fs;

use rostrum_kit::store::{StatementFile, StoreError, Strangers};
use rusqlite::Connection;

use crate::{AT, folder, new_file};

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
