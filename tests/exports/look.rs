//! What a person may choose about a document: where its notes stand, whether it lists its headings.

use std::fs::File;

use rostrum_kit::Code;
use rostrum_kit::desk::wire::{ExportRequest, ExportStyle, ReviewRequest};

use super::Work;

fn exported(work: &Work, name: &str, footnotes: &str, contents: &str) -> Vec<String> {
    let request = ExportRequest {
        file: work.file.clone(),
        format: "docx".into(),
        layout: String::new(),
        out: work.path(name),
    };
    let style = ExportStyle {
        footnotes: footnotes.into(),
        contents: contents.into(),
        ..ExportStyle::default()
    };
    work.desk.export_as(&request, &style).expect("written");
    let file = File::open(work.path(name)).expect("a file");
    let package = zip::ZipArchive::new(file).expect("a package");
    package.file_names().map(|name| name.expect("a name").into_owned()).collect()
}

#[test]
fn notes_stand_at_the_end_where_one_wants_them_and_nothing_comes_back_changed() {
    let work = Work::new();
    let usual = exported(&work, "a.docx", "", "");
    assert!(usual.iter().any(|part| part == "word/footnotes.xml"), "{usual:?}");
    let chosen = exported(&work, "b.docx", "end", "with");
    assert!(chosen.iter().any(|part| part == "word/endnotes.xml"), "{chosen:?}");
    assert!(!chosen.iter().any(|part| part == "word/footnotes.xml"), "{chosen:?}");
    let request = ReviewRequest {
        file: work.file.clone(),
        edited: work.path("b.docx"),
        ..ReviewRequest::default()
    };
    let taken = work.desk.review_take(request).expect("it can be read");
    assert!(taken.known && taken.ids.is_empty(), "{:?}", taken.review);
}

#[test]
fn a_choice_that_is_none_is_refused_with_those_there_are() {
    let work = Work::new();
    let request = ExportRequest {
        file: work.file.clone(),
        format: "docx".into(),
        layout: String::new(),
        out: work.path("c.docx"),
    };
    let style = ExportStyle { footnotes: "margin".into(), ..ExportStyle::default() };
    let failure = work.desk.export_as(&request, &style).expect_err("refused");
    assert_eq!(failure.code, Code::ValueRefused);
    assert!(!std::path::Path::new(&request.out).exists());
}
