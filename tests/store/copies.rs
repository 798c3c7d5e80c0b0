//! Copies of a statement: for partners, by sync programs, of strangers.

use std::fs;

use rostrum_core::model::signatory::Endorsement;
use rostrum_core::model::{Block, Draft};
use rostrum_kit::store::{StatementFile, StoreError, Strangers};

use crate::{AT, FROZEN, folder, holds, new_file, response, version};

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
