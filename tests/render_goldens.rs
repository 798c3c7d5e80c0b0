//! Exports of one statement that uses everything, as they should be, to the last character.
//!
//! After a wanted change: `INSTA_UPDATE=always cargo nextest run -p rostrum-tests goldens`,
//! then read what changed.

use std::io::{Cursor, Read};

use rostrum_core::model::call::Marking;
use rostrum_core::render::{Layout, canonical_text, csv, docx, html, markdown, text};
use rostrum_tests::everything::everything;

/// Compares with the file of this name in `tests/golden`.
macro_rules! golden {
    ($name:literal, $value:expr) => {
        insta::with_settings!({
            snapshot_path => "golden",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $value) });
    };
}

#[test]
fn goldens_of_text_in_both_layouts() {
    let all = everything();
    golden!("prose_md", markdown(&all.composed(Layout::Prose).document));
    golden!("prose_txt", text(&all.composed(Layout::Prose).document));
    golden!("prose_html", html(&all.composed(Layout::Prose).document));
    golden!("table_md", markdown(&all.composed(Layout::Table).document));
    golden!("table_txt", text(&all.composed(Layout::Table).document));
}

#[test]
fn goldens_of_proposals_in_brackets() {
    let mut all = everything();
    all.call.marking = Marking::Brackets;
    golden!("brackets_md", markdown(&all.composed(Layout::Prose).document));
}

#[test]
fn goldens_of_what_is_signed_and_of_the_table_of_responses() {
    let all = everything();
    golden!("canonical", canonical_text(&all.statement, &all.call, &all.drafts));
    golden!("responses_csv", csv(&all.statement, &all.drafts).replace("\r\n", "␍\n"));
}

#[test]
fn goldens_of_the_parts_of_the_word_file() {
    let all = everything();
    for layout in [Layout::Prose, Layout::Table] {
        let bytes = docx(&all.composed(layout).document).expect("written");
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut part = |name: &str| {
            let mut xml = String::new();
            package.by_name(name).expect(name).read_to_string(&mut xml).expect("text");
            // One element a line, so that a change shows as a line.
            xml.replace("><", ">\n<")
        };
        if layout == Layout::Prose {
            golden!("prose_document_xml", part("word/document.xml"));
            golden!("prose_footnotes_xml", part("word/footnotes.xml"));
            golden!("prose_numbering_xml", part("word/numbering.xml"));
        } else {
            golden!("table_document_xml", part("word/document.xml"));
        }
    }
}

#[test]
fn an_arabic_document_runs_from_right_to_left() {
    let mut all = everything();
    all.statement.language = "ar".into();
    let document = all.composed(Layout::Prose).document;
    assert!(html(&document).contains("<html lang=\"ar\" dir=\"rtl\">"));
    let bytes = docx(&document).expect("written");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut xml = String::new();
    package.by_name("word/document.xml").expect("part").read_to_string(&mut xml).expect("text");
    let at = xml.find("هذا").expect("the Arabic paragraph");
    let paragraph = &xml[xml[..at].rfind("<w:p>").expect("a paragraph")..at];
    assert!(paragraph.contains("<w:bidi/>") && paragraph.contains("<w:rtl/>"), "{paragraph}");
    assert!(xml.contains("<w:bidiVisual/>"));
}
