//! Where the text shows pictures, and what follows when they get another name or go.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_kit::Code;
use rostrum_kit::desk::wire::{
    FileRequest, PictureAddRequest, PicturePlace, PictureRemoveRequest, PictureReplaceRequest,
    PictureSetRequest, PictureWords,
};

use super::{Machine, photograph, png};

#[test]
fn a_picture_is_shown_where_it_was_asked_for() {
    let machine = Machine::new();
    machine.write("General comments", "First words.\n\nSecond words.");
    let add = |place| {
        let (file, path) = (machine.file.clone(), machine.path("a.png"));
        let caption = "Reports \"by year\" [@key]".into();
        let asked = PictureAddRequest {
            file,
            path,
            alt: "A [chart]".into(),
            caption,
            place,
            ..PictureAddRequest::default()
        };
        machine.desk.picture_add(asked)
    };
    std::fs::write(machine.path("a.png"), png(20, 10)).expect("room");
    add(PicturePlace::After { words: "First".into() }).expect("added");
    let body = machine.body();
    let shown =
        "First words.\n\n![A \\[chart\\]](a.png \"Reports \\\"by year\\\" [@key]\")\n\nSecond";
    assert!(body.contains(shown), "{body}");
    let row = &machine.list()[0];
    assert_eq!(row.shown[0].alt, "A [chart]");
    assert_eq!(row.shown[0].caption, "Reports \"by year\" [@key]");
    let units: Vec<u16> = body.encode_utf16().collect();
    let place = row.shown[0].start as usize..row.shown[0].end as usize;
    assert!(String::from_utf16_lossy(&units[place]).starts_with("![A"));

    let refused = add(PicturePlace::Under { heading: "No such".into() }).expect_err("no place");
    assert_eq!(refused.code, Code::NotFound);
    let again = add(PicturePlace::Nowhere).expect("known");
    assert!(again.known && machine.list().len() == 1);
}

#[test]
fn a_picture_from_the_clipboard_is_taken_as_one_from_a_file() {
    let machine = Machine::new();
    let asked = |bytes: &[u8]| PictureAddRequest {
        file: machine.file.clone(),
        path: "image.png".into(),
        bytes: BASE64_STANDARD.encode(bytes),
        place: PicturePlace::Nowhere,
        ..PictureAddRequest::default()
    };
    let added = machine.desk.picture_add(asked(&png(20, 10))).expect("added");
    assert_eq!(added.picture.picture.name, "image.png");
    assert_eq!((added.picture.picture.width, added.picture.picture.height), (20, 10));
    assert!(machine.add("same.png", &png(20, 10)).known, "the same bytes are one picture");

    let refused = machine.desk.picture_add(asked(b"no picture")).expect_err("refused");
    assert_eq!(refused.code, Code::PictureRefused);
    assert_eq!(refused.params["file"], "image.png");
    let garbled = PictureAddRequest { bytes: "no base64".into(), ..asked(b"") };
    let refused = machine.desk.picture_add(garbled).expect_err("refused");
    assert_eq!(refused.code, Code::PictureRefused);
    assert_eq!(machine.list().len(), 1);
}

#[test]
fn the_text_follows_another_name_and_undo_takes_all_of_it_back() {
    let machine = Machine::new();
    let added = machine.add("chart.png", &png(20, 10));
    machine.add("map.png", &png(30, 10));
    let before = machine.body();
    let set = |name: &str, words| {
        machine.desk.picture_set(PictureSetRequest {
            file: machine.file.clone(),
            id: added.picture.picture.id.clone(),
            name: Some(name.into()),
            share: Some(50),
            words,
        })
    };
    let taken = set("Map", None).expect_err("taken");
    assert_eq!(taken.code, Code::NameTaken);
    let start = added.picture.shown[0].start;
    let words = PictureWords { start, alt: "Other words".into(), caption: "Below".into() };
    let rows = set("Reports by year", Some(words)).expect("set").pictures;
    assert_eq!((&*rows[0].picture.name, rows[0].picture.share), ("Reports-by-year.png", 50));
    let body = machine.body();
    assert!(body.contains("![Other words](Reports-by-year.png \"Below\")"), "{body}");
    machine.desk.undo(FileRequest { file: machine.file.clone() }).expect("undone");
    assert_eq!(machine.body(), before);
    assert_eq!(
        (&*machine.list()[0].picture.name, machine.list()[0].picture.share),
        ("chart.png", 0)
    );
}

#[test]
fn a_picture_goes_with_what_shows_it_and_comes_back() {
    let machine = Machine::new();
    machine.write("General comments", "Words.");
    let before = machine.body();
    let added = machine.add("chart.png", &png(20, 10));
    let with = machine.body();
    let id = added.picture.picture.id;
    let (file, mentions) = (machine.file.clone(), true);
    machine.desk.picture_remove(PictureRemoveRequest { file, id, mentions }).expect("removed");
    assert_eq!(machine.body().trim_end(), before.trim_end());
    assert!(machine.list().is_empty());
    machine.desk.undo(FileRequest { file: machine.file.clone() }).expect("undone");
    assert_eq!(machine.body(), with);
    assert_eq!(machine.kept(&machine.list()[0]), png(20, 10));
}

#[test]
fn another_picture_takes_the_place_and_the_ending_of_its_kind() {
    let machine = Machine::new();
    let added = machine.add("chart.png", &png(20, 10));
    std::fs::write(machine.path("other.jpg"), photograph(40, 20, 1)).expect("room");
    let asked = PictureReplaceRequest {
        file: machine.file.clone(),
        id: added.picture.picture.id.clone(),
        path: machine.path("other.jpg"),
        job: String::new(),
    };
    let replaced = machine.desk.picture_replace(asked).expect("replaced").picture;
    assert_eq!(replaced.picture.id, added.picture.picture.id);
    assert_eq!((&*replaced.picture.name, replaced.picture.width), ("chart.jpg", 40));
    assert_eq!(replaced.shown.len(), 1);
    assert!(machine.body().contains("![What it shows](chart.jpg)"));
}

#[test]
fn two_files_of_one_name_get_two_names() {
    let machine = Machine::new();
    machine.add("chart.png", &png(20, 10));
    let second = machine.add("chart.png", &png(20, 12));
    assert_eq!(second.picture.picture.name, "chart-2.png");
    assert_eq!(machine.list().len(), 2);
}
