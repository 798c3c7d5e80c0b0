//! Pictures of a text that was begun: taken with their words, or told.

use std::fs;

use rostrum_core::begun::Report;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    BegunTakeRequest, ExportRequest, FileRequest, PictureAddRequest, PicturePlace,
};
use rostrum_tests::{machine, packages, pictures};
use tempfile::TempDir;

const WORD: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

struct Machine {
    folder: TempDir,
    desk: Desk,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        Self { folder, desk }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// Begins a statement with a file; returns its file, its body and what became of it.
    fn begin(&self, name: &str, bytes: &[u8]) -> (String, String, Report) {
        fs::write(self.path(name), bytes).expect("room on the disk");
        let file = machine::statement(&self.desk, &self.path(&format!("{name}.rostrum"))).file;
        let text = self.path(name);
        let asked = BegunTakeRequest { file: file.clone(), text, job: String::new() };
        let taken = self.desk.begun_take(asked).expect("taken");
        (file, taken.workspace.statement.body, taken.report)
    }

    /// Returns name and bytes of each picture of a statement.
    fn pictures(&self, file: &str) -> Vec<(String, Vec<u8>)> {
        let rows = self.desk.pictures(FileRequest { file: file.into() }).expect("a list").pictures;
        let write = |id: &str| {
            self.desk.picture_write(file, id, &self.path("out")).expect("written");
            fs::read(self.path("out")).expect("bytes")
        };
        rows.iter().map(|row| (row.picture.name.clone(), write(&row.picture.id))).collect()
    }
}

fn left(report: &Report) -> Vec<&str> {
    report.not_carried.iter().filter(|c| c.what == "picture").map(|c| c.words.as_str()).collect()
}

/// Returns the bytes of a shared picture.
fn bytes_of(name: &str) -> Vec<u8> {
    pictures::bytes()[&pictures::picture(name).sha256].to_vec()
}

/// Returns a Word file with this body and these pictures, which it knows as `image1`, `image2`, …
fn word(body: &str, media: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut relations = String::new();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for (at, (name, bytes)) in media.iter().enumerate() {
        relations.push_str(&format!(
            "<Relationship Id=\"image{}\" Type=\"{WORD}/image\" Target=\"media/{name}\"/>",
            at + 1
        ));
        parts.push((format!("word/media/{name}"), bytes.clone()));
    }
    let of_package = format!(
        "<Relationship Id=\"a\" Type=\"{WORD}/officeDocument\" Target=\"word/document.xml\"/>"
    );
    let lists = |list: &str| format!("<Relationships>{list}</Relationships>").into_bytes();
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Beschriftung\">\
                  <w:name w:val=\"caption\"/></w:style></w:styles>";
    relations.push_str(&format!(
        "<Relationship Id=\"s\" Type=\"{WORD}/styles\" Target=\"styles.xml\"/>"
    ));
    parts.push(("_rels/.rels".into(), lists(&of_package)));
    parts.push(("word/_rels/document.xml.rels".into(), lists(&relations)));
    parts.push(("word/styles.xml".into(), styles.into()));
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    parts.push(("word/document.xml".into(), text.into_bytes()));
    packages::zip(&parts)
}

/// Returns a paragraph that shows a picture; `crop` cuts it.
fn shown(image: &str, alt: &str, crop: &str) -> String {
    format!(
        "<w:p><w:r><w:drawing><inline><docPr id=\"1\" name=\"Picture 1\" descr=\"{alt}\"/><graphic>\
         <pic><blipFill><blip embed=\"{image}\"/>{crop}</blipFill></pic></graphic></inline>\
         </w:drawing></w:r></w:p>"
    )
}

fn said(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn what_was_exported_comes_back_with_the_same_pictures() {
    let machine = Machine::new();
    let file = machine::statement(&machine.desk, &machine.path("s.rostrum")).file;
    fs::write(machine.path("chart.png"), bytes_of("chart.png")).expect("room");
    let (caption, alt) = ("Reports, by year".into(), "Columns that rise".into());
    machine
        .desk
        .picture_add(PictureAddRequest {
            file: file.clone(),
            path: machine.path("chart.png"),
            alt,
            caption,
            place: PicturePlace::End,
            ..PictureAddRequest::default()
        })
        .expect("added");
    let out = machine.path("out.docx");
    machine
        .desk
        .export(ExportRequest {
            file,
            format: "docx".into(),
            out: out.clone(),
            ..ExportRequest::default()
        })
        .expect("exported");
    let (again, body, report) = machine.begin("begun.docx", &fs::read(out).expect("bytes"));
    assert!(body.contains("![Columns that rise]("), "{body}");
    assert!(body.contains(" \"Reports, by year\")"), "{body}");
    let kept = machine.pictures(&again);
    assert_eq!((kept.len(), report.kept.pictures), (1, 1));
    assert!(kept[0].1 == bytes_of("chart.png"), "the very same bytes");
    assert!(left(&report).is_empty());
    machine.desk.undo(FileRequest { file: again.clone() }).expect("undone");
    assert!(machine.pictures(&again).is_empty());
}

#[test]
fn word_pictures_stand_where_they_stood_with_their_captions() {
    let machine = Machine::new();
    let caption = "<w:p><w:pPr><w:pStyle w:val=\"Beschriftung\"/></w:pPr><w:r>\
                   <w:t>Figure 1: Reports</w:t></w:r></w:p>";
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        shown("image2", "In a cell", ""),
        said("Beside it.")
    );
    let body = [
        said("First."),
        shown("image1", "A chart", ""),
        caption.into(),
        said("Second."),
        table,
        said("Third."),
        shown("image1", "The same again", ""),
    ];
    let media = [("image1.png", bytes_of("chart.png")), ("photo.jpeg", bytes_of("photo.jpg"))];
    let (file, body, report) = machine.begin("begun.docx", &word(&body.concat(), &media));
    let order = [
        "First.",
        "![A chart](A-chart.png \"Figure 1: Reports\")",
        "Second.",
        "Beside it.",
        "![In a cell](photo.jpg)",
        "Third.",
        "![The same again](A-chart.png)",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| body.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{body}");
    assert_eq!(body.matches("Figure 1").count(), 1);
    assert_eq!(machine.pictures(&file).len(), 2);
    assert_eq!(report.kept.pictures, 3);
    assert!(left(&report).is_empty());
}

#[test]
fn what_cannot_be_taken_is_told_with_its_words() {
    let machine = Machine::new();
    let chart = "<w:p><w:r><w:drawing><inline><docPr id=\"2\" name=\"Chart 2\" descr=\"A Word chart\"/>\
                 <graphic><chart id=\"image9\"/></graphic></inline></w:drawing></w:r></w:p>";
    let deleted =
        format!("<w:p><w:del author=\"A\">{}</w:del></w:p>", shown("image1", "Taken out", ""));
    let body = [
        said("Words."),
        shown("image2", "A metafile", ""),
        shown("image1", "A part of a chart", "<srcRect l=\"20000\" t=\"0\"/>"),
        shown("image3", "Cut in the middle", ""),
        shown("image7", "Nowhere", ""),
        chart.into(),
        deleted,
    ];
    let whole = bytes_of("chart.png");
    let cut = whole[..whole.len() / 2].to_vec();
    let media = [("a.png", whole), ("b.emf", b"\x01\0\0\0 EMF".to_vec()), ("c.png", cut)];
    let (file, body, report) = machine.begin("begun.docx", &word(&body.concat(), &media));
    let mut told = left(&report);
    told.sort_unstable();
    let wanted = [
        "A Word chart",
        "A metafile",
        "A part of a chart",
        "Cut in the middle",
        "Nowhere",
        "Taken out",
    ];
    assert_eq!(told, wanted);
    assert!(!body.contains("![") && machine.pictures(&file).is_empty(), "{body}");
}

#[test]
fn open_document_pictures_come_with_title_and_description() {
    let machine = Machine::new();
    let frame = |href: &str, style: &str, said: &str| {
        format!(
            "<text:p><draw:frame draw:style-name=\"{style}\"><draw:image xlink:href=\"{href}\"/>{said}\
             </draw:frame></text:p>"
        )
    };
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:draw=\"d\" xmlns:xlink=\"x\" \
         xmlns:svg=\"s\" xmlns:style=\"y\" xmlns:fo=\"f\"><office:automatic-styles>\
         <style:style style:name=\"cut\"><style:graphic-properties fo:clip=\"rect(0cm, 1.2cm, 0cm, 0cm)\"/>\
         </style:style></office:automatic-styles><office:body><office:text>\
         <text:p>First.</text:p>{}<text:p>Second.</text:p>{}</office:text></office:body>\
         </office:document-content>",
        frame(
            "Pictures/1.png",
            "whole",
            "<svg:title>A chart</svg:title><svg:desc>It rises</svg:desc>"
        ),
        frame("Pictures/1.png", "cut", "<svg:title>A part</svg:title>"),
    );
    let parts: [(&str, Vec<u8>); 4] = [
        ("META-INF/manifest.xml", b"<manifest/>".to_vec()),
        ("mimetype", b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml", content.into_bytes()),
        ("Pictures/1.png", bytes_of("chart.png")),
    ];
    let (file, body, report) = machine.begin("begun.odt", &packages::zip(&parts));
    assert!(
        body.contains("First.\n\n![A chart. It rises](A-chart-It-rises.png)\n\nSecond."),
        "{body}"
    );
    assert_eq!(machine.pictures(&file).len(), 1);
    assert_eq!(left(&report), ["A part"]);
}

#[test]
fn pictures_beside_a_markdown_file_are_told_and_not_read() {
    let machine = Machine::new();
    fs::write(machine.path("chart.png"), bytes_of("chart.png")).expect("room");
    let text = "# Summary\n\nWords.\n\n![A chart](chart.png \"Reports\")\n\n\
                ![Ours](img/map.png)\n\n![Theirs](https://example.org/a.png)\n";
    let (file, body, report) = machine.begin("begun.md", text.as_bytes());
    assert!(machine.pictures(&file).is_empty());
    assert_eq!(left(&report), ["chart.png", "img/map.png", "https://example.org/a.png"]);
    for kept in [
        "![A chart](chart.png \"Reports\")",
        "![Ours](map.png)",
        "![Theirs](https://example.org/a.png)",
    ] {
        assert!(body.contains(kept), "{body}");
    }
}
