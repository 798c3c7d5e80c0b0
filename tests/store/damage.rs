//! Files that are cut short or spoiled.

use std::fs;

use rostrum_kit::store::{StatementFile, StoreError};

use crate::{AT, FROZEN, folder, new_file, version};

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
