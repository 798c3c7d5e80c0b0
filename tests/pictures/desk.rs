//! Pictures in the file: for partners, in merges, in versions, and when the file is damaged.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::model::{Call, Picture, Statement};
use rostrum_core::render::canonical_text;
use rostrum_kit::desk::wire::{
    FileRequest, MergeRequest, PictureBytesRequest, PictureSetRequest, PictureState, ShareRequest,
};

use super::{Machine, photograph, png};

#[test]
fn a_copy_for_partners_has_the_pictures_and_a_merge_brings_them_back() {
    let machine = Machine::new();
    machine.add("chart.png", &png(20, 10));
    let copy = machine.path("partner.rostrum");
    let share = ShareRequest { file: machine.file.clone(), out: copy.clone() };
    machine.desk.statement_share(share).expect("a copy");
    assert_eq!(machine.list_of(&copy)[0].state, PictureState::Here);

    let other = Machine { file: copy.clone(), ..machine };
    other.add("photo.jpg", &photograph(40, 20, 1));
    other.desk.statement_close(FileRequest { file: copy.clone() }).expect("closed");
    let own = other.path("s.rostrum");
    let merge = MergeRequest { file: own.clone(), other: copy };
    other.desk.statement_merge(merge).expect("merged");
    let rows = other.list_of(&own);
    let told: Vec<_> =
        rows.iter().map(|r| (r.picture.name.as_str(), r.state, r.shown.len())).collect();
    let here = PictureState::Here;
    assert_eq!(told, [("chart.png", here, 1), ("photo.jpg", here, 1)]);
}

#[test]
fn bytes_that_are_not_what_was_kept_are_told_and_mended_by_adding_them_again() {
    let machine = Machine::new();
    let row = machine.add("chart.png", &png(20, 10)).picture;
    let close = || machine.desk.statement_close(FileRequest { file: machine.file.clone() });
    close().expect("closed");
    let sql = rusqlite::Connection::open(&machine.file).expect("the file");
    let damaged = sql.execute(
        "UPDATE files SET bytes = ?1 WHERE sha256 = ?2",
        rusqlite::params![png(20, 11), row.picture.sha256],
    );
    assert_eq!(damaged.expect("written"), 1);
    drop(sql);
    assert_eq!(machine.list()[0].state, PictureState::Damaged);
    let found = machine.checked(&machine.file).findings;
    assert!(found.iter().any(|finding| finding.name == "picture-absent"), "{found:?}");
    assert!(machine.add("chart.png", &png(20, 10)).known);
    assert_eq!(machine.list()[0].state, PictureState::Here);
}

#[test]
fn a_partners_picture_that_is_larger_than_any_is_not_unfolded() {
    let machine = Machine::new();
    let row = machine.add("chart.png", &png(20, 10)).picture;
    machine.desk.statement_close(FileRequest { file: machine.file.clone() }).expect("closed");
    let mut bomb = png(20, 10);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    let sum = rostrum_core::submit::manifest::sha256_hex(&bomb);
    let mut file =
        rostrum_kit::store::StatementFile::open(machine.file.as_ref()).expect("the file");
    let mut shared = file.load().expect("the statement");
    file.put_file(&bomb).expect("kept");
    let change = shared.put_picture(&Picture { sha256: sum, width: 60_000, ..row.picture });
    file.append(&change, "2026-11-22T16:00:00Z").expect("kept");
    drop(file);
    assert_eq!(machine.list()[0].state, PictureState::Damaged);
}

#[test]
fn a_small_copy_of_a_picture_is_given_to_the_window() {
    let machine = Machine::new();
    let row = machine.add("wide.png", &png(640, 320)).picture;
    let bytes = |longest| {
        let (file, id) = (machine.file.clone(), row.picture.id.clone());
        let asked = PictureBytesRequest { file, id, longest };
        machine.desk.picture_bytes(asked).expect("bytes")
    };
    let whole = bytes(0);
    assert_eq!(BASE64_STANDARD.decode(whole.bytes).expect("base64"), png(640, 320));
    let small = bytes(320);
    assert_eq!((small.width, small.height, &*small.media_type), (320, 160, "image/png"));
    let seen = BASE64_STANDARD.decode(small.bytes).expect("base64");
    assert_eq!(image::load_from_memory(&seen).expect("a picture").width(), 320);
}

#[test]
fn what_is_signed_holds_the_hash_of_each_shown_picture() {
    let call = Call { id: "a-call".into(), ..Call::default() };
    let statement = Statement {
        title: "Title".into(),
        body: "# One\n\nWords.\n".into(),
        ..Statement::default()
    };
    let before = "Title: Title\nCall: a-call\n\n# One\n\nWords.\n";
    assert_eq!(canonical_text(&statement, &call, &[]), before, "as before there were pictures");
    let picture = |name: &str| Picture {
        id: name.into(),
        name: name.into(),
        sha256: format!("sum of {name}"),
        ..Picture::default()
    };
    let pictures = vec![picture("a.png"), picture("b.png")];
    let unshown = Statement { pictures: pictures.clone(), ..statement };
    assert_eq!(canonical_text(&unshown, &call, &[]), before, "what is not shown is not signed");
    let body = "# One\n\n![Words](b.png)\n".to_owned();
    let shown = Statement { body, pictures, ..unshown };
    let signed = canonical_text(&shown, &call, &[]);
    assert!(signed.ends_with("![Words](b.png)\n\nPicture: b.png sum of b.png\n"), "{signed}");
}

#[test]
fn a_consent_ends_with_another_width_of_a_shown_picture() {
    let machine = Machine::new();
    let id = machine.add("chart.png", &png(20, 10)).picture.picture.id;
    let text = |machine: &Machine| {
        let asked = FileRequest { file: machine.file.clone() };
        let workspace = machine.desk.statement_open(asked).expect("open");
        canonical_text(&workspace.statement, &workspace.call, &[])
    };
    let before = text(&machine);
    let (file, share) = (machine.file.clone(), Some(60));
    machine
        .desk
        .picture_set(PictureSetRequest { file, id, share, ..PictureSetRequest::default() })
        .expect("set");
    assert_ne!(text(&machine), before);
}
