//! A version that was signed keeps its pictures, whatever becomes of them later.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    Channel, ChannelRequest, FileRequest, FreezeRequest, HandOverRequest, NewStatementRequest,
    PictureRemoveRequest, SectionRequest,
};

use super::{Machine, png};

/// Starts a statement of a call without rules, so that only pictures can stand in the way.
fn without_rules(machine: &Machine) -> String {
    let file = machine.path("free.rostrum");
    let new = NewStatementRequest {
        file: file.clone(),
        call: "no-stated-rules".into(),
        title: "Comments".into(),
        organisation: "Example Lab".into(),
        skeleton: String::new(),
    };
    let made = machine.desk.statement_new(new).expect("a statement");
    for section in made.call.sections {
        let text = "We ask for more light on the harbour.".to_owned();
        let write = SectionRequest { file: file.clone(), section: section.id, text };
        machine.desk.section_write(write).expect("written");
    }
    file
}

fn into_a_folder(desk: &Desk, out: String) {
    fs::create_dir_all(&out).expect("a folder");
    let channel = Channel {
        id: "folder".into(),
        kind: "folder".into(),
        name: "Folder".into(),
        address: out,
        has_secret: false,
    };
    let request = ChannelRequest { channel, secret: String::new() };
    desk.channel_save(request).expect("a channel");
}

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
    let free = without_rules(&machine);
    let machine = Machine { file: free.clone(), ..machine };
    let added = machine.add("chart.png", &png(60, 30)).picture;
    let out = machine.path("out");
    into_a_folder(&machine.desk, out.clone());
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
