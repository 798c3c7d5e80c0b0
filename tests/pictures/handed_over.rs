//! A version that was signed keeps its pictures, whatever becomes of them later.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use rostrum_kit::desk::wire::{FileRequest, FreezeRequest, HandOverRequest, PictureRemoveRequest};
use rostrum_tests::machine::{statement_without_rules, way_into_folder};

use super::{Machine, png};

fn word_files_below(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(word_files_below(&path));
        } else if path.extension().is_some_and(|ending| ending == "docx") {
            out.push(path);
        }
    }
    out
}

#[test]
fn a_signed_version_goes_out_with_the_picture_that_was_taken_out_since() {
    let machine = Machine::new();
    let free = machine.path("free.rostrum");
    statement_without_rules(&machine.desk, &free);
    let machine = Machine { file: free.clone(), ..machine };
    let added = machine.add("chart.png", &png(60, 30)).picture;
    let out = machine.path("out");
    way_into_folder(&machine.desk, &out);
    let freeze = FreezeRequest { file: free.clone(), name: "v1".into() };
    let frozen = machine.desk.version_create(freeze).expect("frozen");
    let signed = &frozen.versions[0].text;
    assert!(signed.contains(&added.picture.sha256), "the picture is part of what is signed");

    let remove = PictureRemoveRequest { file: free.clone(), id: added.picture.id, mentions: true };
    machine.desk.picture_remove(remove).expect("out");
    machine.desk.statement_close(FileRequest { file: free.clone() }).expect("closed");
    let over = HandOverRequest {
        file: free,
        version: "v1".into(),
        channel: "folder".into(),
        job: "over".into(),
    };
    machine.desk.submit(over).expect("handed over");

    let sent = word_files_below(Path::new(&out));
    assert!(!sent.is_empty(), "a Word file is handed over");
    for file in sent {
        let package = fs::read(&file).expect("there");
        let mut package = zip::ZipArchive::new(Cursor::new(package)).expect("a package");
        let mut text = String::new();
        let mut part = package.by_name("word/document.xml").expect("a text");
        part.read_to_string(&mut text).expect("text");
        drop(part);
        assert!(text.contains("descr=\"What it shows\""));
        let mut shown = Vec::new();
        let mut part = package.by_name("word/media/image1.png").expect("the picture");
        part.read_to_end(&mut shown).expect("bytes");
        assert_eq!(shown.len() as u32, added.picture.bytes);
    }
}
