//! The user's channels: what the file holds, what is refused, and what is opened.

use std::fs;
use std::path::Path;

use rostrum_core::ports::Unwatched;
use rostrum_core::submit::receipt_id;
use rostrum_kit::channels::{
    ChannelBook, ChannelFault, ChannelsError, FILE, secret_name, validate,
};
use rostrum_kit::courier::Parcel;
use rostrum_kit::desk::wire::Channel;
use rostrum_kit::keyring::{Keyring, MemorySecrets};
use rostrum_kit::{Code, Failure};
use rostrum_tests::bundles::{Rows, bundle};
use rostrum_tests::post_office::{Manner, PostOffice};

fn channel(id: &str, kind: &str, address: &str) -> Channel {
    Channel {
        id: id.into(),
        kind: kind.into(),
        name: format!("The {id}"),
        address: address.into(),
        has_secret: false,
    }
}

fn book() -> (ChannelBook, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (ChannelBook::new(folder.path()), folder)
}

fn in_file(folder: &Path) -> String {
    fs::read_to_string(folder.join(FILE)).expect("the file of channels")
}

#[test]
fn channels_are_kept_listed_by_name_and_forgotten() {
    let (book, folder) = book();
    assert_eq!(book.list().expect("no file yet"), []);
    let upload = channel("upload", "https", "https://input.example.org/documents");
    let archive = channel("archive", "folder", "/home/shared/archive");
    book.save(&upload).expect("saved");
    book.save(&archive).expect("saved");
    let renamed = Channel { name: "Zebra".into(), ..archive };
    book.save(&renamed).expect("saved");
    assert_eq!(book.list().expect("two"), [upload.clone(), renamed]);
    book.remove("archive").expect("it was there");
    assert_eq!(book.list().expect("one"), [upload]);
    assert!(matches!(book.remove("archive"), Err(ChannelsError::NotFound { .. })));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing else is left");
}

#[test]
fn what_a_person_wrote_into_the_file_stays() {
    let (book, folder) = book();
    let by_hand = "# Our ways in\n\n[[channel]] # the main one\nid = \"upload\"\nkind = \"https\"\nname = \"Upload\"\naddress = \"https://old.example.org/\"\ncertificate = \"/etc/ours.pem\"\n";
    fs::write(folder.path().join(FILE), by_hand).expect("room on the disk");
    book.save(&channel("upload", "https", "https://new.example.org/")).expect("saved");
    let now = in_file(folder.path());
    for kept in ["# Our ways in", "# the main one", "certificate = \"/etc/ours.pem\""] {
        assert!(now.contains(kept), "{kept} is gone:\n{now}");
    }
    assert!(now.contains("https://new.example.org/") && !now.contains("old.example.org"));
}

#[test]
fn faults_are_named_and_nothing_is_saved() {
    let good = channel("upload", "https", "https://input.example.org/");
    assert_eq!(validate(&good), Ok(()));
    let with = |change: fn(&mut Channel)| {
        let mut channel = good.clone();
        change(&mut channel);
        validate(&channel).expect_err("a fault")
    };
    for id in ["", "Ünder", "two words", "-dash", "../up"] {
        assert_eq!(validate(&Channel { id: id.into(), ..good.clone() }), Err(ChannelFault::Id));
    }
    assert_eq!(with(|c| c.kind = "fax".into()), ChannelFault::Kind);
    assert_eq!(with(|c| c.name = "  ".into()), ChannelFault::Name);
    assert_eq!(with(|c| c.address = "http://input.example.org/".into()).field(), "address");
    let folder = channel("archive", "folder", "archive");
    assert_eq!(validate(&folder), Err(ChannelFault::FolderNotAbsolute));

    let (book, directory) = book();
    let refused = book.save(&folder).expect_err("a fault");
    assert!(!directory.path().join(FILE).exists());
    let failure = Failure::from(refused);
    assert_eq!((failure.code, &*failure.params["field"]), (Code::ValueRefused, "address"));
}

#[test]
fn a_file_that_cannot_be_read_is_never_replaced() {
    let (book, folder) = book();
    for broken in ["[[channel]\nid = ", "channel = 3\n", "\u{feff}id"] {
        fs::write(folder.path().join(FILE), broken).expect("room on the disk");
        assert!(matches!(book.list(), Err(ChannelsError::Unreadable { .. })), "{broken:?}");
        let saved = book.save(&channel("upload", "https", "https://input.example.org/"));
        assert!(matches!(saved, Err(ChannelsError::Unreadable { .. })), "{broken:?}: {saved:?}");
        assert_eq!(in_file(folder.path()), broken);
    }
}

#[test]
fn one_faulty_entry_blocks_no_other() {
    let (book, folder) = book();
    let text = "[[channel]]\nid = \"bad\"\nkind = \"https\"\naddress = \"http://far.example.org/\"\n\n[[channel]]\nid = \"good\"\nkind = \"folder\"\nname = \"Good\"\naddress = \"/tmp\"\n";
    fs::write(folder.path().join(FILE), text).expect("room on the disk");
    let keyring = Keyring::new(MemorySecrets::default());
    assert_eq!(book.list().expect("both").len(), 2);
    assert!(book.courier("good", &keyring).is_ok());
    let faulty = book.courier("bad", &keyring).err().expect("a fault");
    assert!(matches!(faulty, ChannelsError::Faulty { .. }), "{faulty}");
}

#[test]
fn a_bundle_goes_out_with_the_token_that_was_kept_for_that_host() {
    let office = PostOffice::open([Manner::TakeWith("s3cret-token")]);
    let (book, folder) = book();
    let keyring = Keyring::new(MemorySecrets::default());
    let upload = Channel { has_secret: true, ..channel("upload", "https", &office.address()) };
    book.save(&upload).expect("saved");
    keyring.keep(&secret_name(&upload), "s3cret-token");
    assert!(!in_file(folder.path()).contains("s3cret"), "no secret in the file");

    let bundle = bundle("We ask to keep paragraph 12.");
    let id = receipt_id("aa", "upload");
    let parcel = Parcel { receipt_id: &id, bundle: &bundle };
    let courier = book.courier("upload", &keyring).expect("a courier");
    courier.hand_over(&parcel, &mut Rows::default(), &Unwatched).expect("taken");

    let elsewhere = Channel { address: "https://other.example.org/".into(), ..upload };
    book.save(&elsewhere).expect("saved");
    let gone = book.courier("upload", &keyring).err().expect("no token for that host");
    assert!(matches!(gone, ChannelsError::SecretGone { .. }), "{gone}");
}

#[test]
fn a_certificate_that_is_not_there_is_told() {
    let (book, folder) = book();
    let text = "[[channel]]\nid = \"own\"\nkind = \"https\"\nname = \"Own\"\naddress = \"https://localhost/\"\ncertificate = \"/nowhere/ours.pem\"\n";
    fs::write(folder.path().join(FILE), text).expect("room on the disk");
    let keyring = Keyring::new(MemorySecrets::default());
    let missing = book.courier("own", &keyring).err().expect("no certificate");
    assert!(missing.to_string().contains("/nowhere/ours.pem"), "{missing}");
}
