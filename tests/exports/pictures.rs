//! Pictures in what goes out.

use std::io::{Cursor, Read as _};

use rostrum_kit::desk::wire::{
    ExportAllRequest, ExportPlanRequest, ExportRequest, ExportStyle, Exported, FormRequest,
    PictureAddRequest, PictureSetRequest, PreviewPageRequest, PreviewRequest, PreviewTouchRequest,
};
use rostrum_tests::peers::converted;
use rostrum_tests::{machine, pictures};

use super::Work;

const TEXT: &str = "We welcome the draft.\n\n\
![Columns of “five” years](chart.png \"Reports *each year*\")\n\n\
Once more ![the same columns](chart.png) and words.\n";

/// Adds a picture and shows it twice.
fn work() -> Work {
    let work = Work::new();
    let picture = pictures::picture("chart.png");
    let path = work.path("chart.png");
    std::fs::write(&path, &pictures::bytes()[&picture.sha256]).expect("disk");
    let file = work.file.clone();
    let request = PictureAddRequest { file, path, ..PictureAddRequest::default() };
    work.desk.picture_add(request).expect("added");
    work.write(TEXT);
    work
}

fn export(work: &Work, format: &str) -> (Exported, Vec<u8>) {
    let out = work.path(&format!("s.{format}"));
    let request = ExportRequest {
        file: work.file.clone(),
        format: format.into(),
        layout: String::new(),
        out: out.clone(),
    };
    let exported = work.desk.export(request).expect("written");
    (exported, std::fs::read(out).expect("the file"))
}

fn words(work: &Work, format: &str) -> String {
    String::from_utf8(export(work, format).1).expect("text")
}

fn names(docx: &[u8]) -> Vec<String> {
    let package = zip::ZipArchive::new(Cursor::new(docx)).expect("a package");
    let names = package.file_names().flatten().map(std::borrow::Cow::into_owned);
    names.filter(|name| name.starts_with("word/media/")).collect()
}

#[test]
fn every_format_has_the_picture_as_it_can() {
    let work = work();
    let (docx, bytes) = export(&work, "docx");
    assert_eq!(docx.findings, vec![]);
    assert_eq!(names(&bytes), ["word/media/image1.png"], "stored once, though shown twice");
    let mut package = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a package");
    let mut xml = String::new();
    let mut part = package.by_name("word/document.xml").expect("the text");
    part.read_to_string(&mut xml).expect("text");
    assert_eq!(xml.matches("r:embed=\"rIdPicture1\"").count(), 2);
    assert!(xml.contains("descr=\"Columns of “five” years\""), "{xml}");
    let page = words(&work, "html");
    assert!(
        page.contains("alt=\"Columns of “five” years\"><figcaption>Reports <em>each year</em>")
    );
    assert!(page.contains("<img src=\"data:image/png;base64,"));
    let said = words(&work, "txt");
    assert!(said.contains("[Picture: Columns of “five” years]\nReports each year\n"), "{said}");
    let form = work
        .desk
        .form_show(FormRequest { file: work.file.clone(), ..FormRequest::default() })
        .expect("a form");
    let all: String = form.fields.iter().map(|field| field.text.as_str()).collect();
    assert!(all.contains("[Picture: Columns of \"five\" years]\nReports each year"), "{all}");
    let data: serde_json::Value = serde_json::from_slice(&export(&work, "json").1).expect("JSON");
    let shown = &data["statement"]["pictures"][0];
    assert_eq!(shown["name"], "chart.png");
    assert_eq!(shown["shown"][0]["caption"], "Reports *each year*");
    assert_eq!(shown["shown"][1]["alt"], "the same columns");
    assert!(shown["data"].as_str().is_some_and(|data| data.starts_with("iVBORw0KGgo")));
    let (pdf, bytes) = export(&work, "pdf");
    assert_eq!(pdf.findings.iter().filter(|f| f.code == "D204").count(), 0);
    assert!(bytes.windows(14).any(|part| part == b"/Subtype/Image") || bytes.len() > 20_000);
}

#[test]
fn markdown_has_its_pictures_in_a_folder_beside_it_and_tells_them() {
    let work = work();
    let (exported, bytes) = export(&work, "md");
    let text = String::from_utf8(bytes).expect("text");
    let place = "(s-pictures/chart.png)";
    assert!(text.contains(&format!("![Columns of “five” years]{place}\n\nReports *each year*")));
    assert_eq!(work.names("s-pictures"), ["chart.png"]);
    assert_eq!(exported.beside, [work.path("s-pictures/chart.png")]);
    let request = ExportAllRequest {
        file: work.file.clone(),
        formats: vec!["md".into()],
        layout: "prose".into(),
        folder: work.path("out"),
        style: ExportStyle::default(),
        job: "export".into(),
    };
    let all = work.desk.export_all(request).expect("written");
    assert_eq!(all.files[0].exported.beside.len(), 1);
    let folder = "Example_Lab_Comments_2026-pictures";
    assert_eq!(work.names("out"), [folder, "Example_Lab_Comments_2026.md"]);
    let request = ExportPlanRequest {
        file: work.file.clone(),
        layout: "prose".into(),
        folder: work.path("out"),
    };
    let plan = work.desk.export_plan(request).expect("a plan");
    for planned in plan.files {
        let beside = if planned.format == "md" { folder } else { "" };
        assert_eq!(planned.folder, beside, "{} tells its folder beforehand", planned.format);
    }
}

#[test]
fn a_picture_that_this_copy_lacks_is_shown_in_words_and_told() {
    let work = work();
    let Work { folder, desk, file } = work;
    drop(desk);
    let store = rusqlite::Connection::open(&file).expect("the file");
    let gone = store.execute(
        "DELETE FROM files WHERE length(bytes) > 100 AND hex(substr(bytes, 1, 4)) = '89504E47'",
        [],
    );
    assert_eq!(gone.expect("deleted"), 1);
    drop(store);
    let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
    let work = Work { folder, desk, file };
    for format in ["docx", "pdf", "html", "md", "txt", "json"] {
        let (exported, bytes) = export(&work, format);
        let told: Vec<&str> = exported.findings.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(
            told.iter().filter(|name| **name == "picture-not-here").count(),
            1,
            "{format}: {told:?}"
        );
        assert!(exported.beside.is_empty() && !bytes.is_empty());
        if format == "docx" {
            assert!(names(&bytes).is_empty());
        }
    }
    let page = words(&work, "html");
    assert!(
        page.contains("[Picture: Columns of “five” years]<br>Reports <em>each year</em>"),
        "{page}"
    );
    let preview = PreviewRequest { file: work.file.clone(), ..PreviewRequest::default() };
    assert_eq!(work.desk.preview(preview).expect("laid out").pages.len(), 1);
}

#[test]
fn the_preview_shows_the_picture_and_finds_it_in_the_text() {
    let work = work();
    let preview = |work: &Work| {
        let request = PreviewRequest { file: work.file.clone(), ..PreviewRequest::default() };
        work.desk.preview(request).expect("laid out")
    };
    let pages = preview(&work);
    let request = PreviewPageRequest { file: work.file.clone(), page: 1 };
    let svg = work.desk.preview_page(request).expect("drawn").svg;
    assert_eq!(svg.matches("data:image/png;base64,").count(), 2);
    let at = pages.places.iter().filter(|p| p.origin.part == "body").nth(2).expect("the picture");
    let request =
        PreviewTouchRequest { file: work.file.clone(), page: 1, x: 120.0, y: at.y + 40.0 };
    let touched = work.desk.preview_touch(request).expect("the picture");
    assert_eq!((touched.part.as_str(), touched.at), ("body", at.origin.at));
    let key = pages.pages[0].key.clone();
    let rows = work.desk.pictures(rostrum_kit::desk::wire::FileRequest { file: work.file.clone() });
    let id = rows.expect("pictures").pictures[0].picture.id.clone();
    let request = PictureSetRequest {
        file: work.file.clone(),
        id,
        share: Some(30),
        ..PictureSetRequest::default()
    };
    work.desk.picture_set(request).expect("set");
    assert_ne!(preview(&work).pages[0].key, key, "a smaller picture is another page");
}

#[test]
fn two_exports_have_the_same_bytes() {
    let work = work();
    for format in ["docx", "pdf", "html", "md", "json"] {
        assert_eq!(export(&work, format).1, export(&work, format).1, "{format}");
    }
}

#[test]
fn a_caption_counts_as_words_and_what_a_picture_shows_does_not_as_in_libreoffice() {
    let work = work();
    let counted = |text: &str| {
        work.write(text);
        let report = work.desk.count_file(&work.file, None, false).expect("counted");
        let (_, bytes) = export(&work, "docx");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("counted.docx");
        std::fs::write(&file, bytes).expect("disk");
        let flat = converted(folder.path(), &[file], "fodt")?;
        let flat = std::fs::read_to_string(&flat[0]).expect("a document");
        let theirs =
            flat.split("meta:word-count=\"").nth(1).and_then(|rest| rest.split('"').next());
        let theirs: u32 = theirs.and_then(|number| number.parse().ok()).expect("statistics");
        Some((report.total, theirs))
    };
    let Some(without) = counted("We welcome the draft.\n\nThe last words.\n") else { return };
    let image = "![many words that nobody counts](chart.png \"Four words are here\")";
    let with = counted(&format!("We welcome the draft.\n\n{image}\n\nThe last words.\n"));
    let with = with.expect("LibreOffice is there");
    assert_eq!((with.0 - without.0, with.1 - without.1), (4, 4));
}
