//! Exports of one statement that uses everything, as they should be, to the last character.
//!
//! After a wanted change: `INSTA_UPDATE=always cargo nextest run -p rostrum-tests goldens`,
//! then read what changed.

use std::io::{Cursor, Read};

use rostrum_core::model::call::{Marking, NotesPlace};
use rostrum_core::render::{
    Bom, Composition, Layout, canonical_text, comment_table, csv, docx, html, markdown, text,
    tracked, tracked_docx,
};
use rostrum_tests::everything::everything;
use rostrum_tests::pictures;
use rostrum_tests::readable::part;

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

/// Leaves the bytes of pictures out.
fn without_data(page: &str) -> String {
    let mut parts = page.split(";base64,");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(";base64,…");
        out.push_str(&part[part.find('"').unwrap_or(0)..]);
    }
    out
}

#[test]
fn goldens_of_text_in_both_layouts() {
    let all = everything();
    golden!("prose_md", markdown(&all.composed(Layout::Prose).document, "pictures"));
    golden!("prose_txt", text(&all.composed(Layout::Prose).document));
    let page = html(&all.composed(Layout::Prose).document, &pictures::bytes());
    golden!("prose_html", without_data(&page));
    golden!("table_md", markdown(&all.composed(Layout::Table).document, "pictures"));
    golden!("table_txt", text(&all.composed(Layout::Table).document));
}

#[test]
fn goldens_of_proposals_in_brackets() {
    let mut all = everything();
    all.call.marking = Marking::Brackets;
    golden!("brackets_md", markdown(&all.composed(Layout::Prose).document, "pictures"));
}

#[test]
fn goldens_of_what_is_signed_and_of_the_table_of_responses() {
    let all = everything();
    golden!("canonical", canonical_text(&all.statement, &all.call, &all.drafts));
    let table = comment_table(&all.statement, &all.call, &all.drafts);
    golden!("responses_csv", csv(&table, Bom::Never).replace("\r\n", "␍\n"));
}

#[test]
fn goldens_of_the_parts_of_the_word_file() {
    let all = everything();
    let prose = docx(&all.composed(Layout::Prose).document, &pictures::bytes()).expect("written");
    golden!("prose_document_xml", part(&prose, "word/document.xml"));
    golden!("prose_footnotes_xml", part(&prose, "word/footnotes.xml"));
    golden!("prose_numbering_xml", part(&prose, "word/numbering.xml"));
    let table = docx(&all.composed(Layout::Table).document, &pictures::bytes()).expect("written");
    golden!("table_document_xml", part(&table, "word/document.xml"));
}

#[test]
fn goldens_of_a_word_file_with_contents_and_endnotes() {
    let mut document = everything().composed(Layout::Prose).document;
    document.look.contents = true;
    document.look.notes = NotesPlace::End;
    let bytes = docx(&document, &pictures::bytes()).expect("written");
    let text = part(&bytes, "word/document.xml");
    let (start, end) =
        (text.find("<sdt>").expect("it begins"), text.find("</sdt>").expect("it ends"));
    golden!("contents_xml", &text[start..end]);
    golden!("endnotes_xml", part(&bytes, "word/endnotes.xml"));
}

#[test]
fn goldens_of_the_draft_with_our_changes() {
    let all = everything();
    let changes = tracked(&Composition {
        statement: &all.statement,
        call: &all.call,
        drafts: &all.drafts,
        layout: Layout::Prose,
        signatories: &[],
    });
    let bytes = tracked_docx(&changes).expect("written");
    golden!("tracked_document_xml", part(&bytes, "word/document.xml"));
    golden!("tracked_comments_xml", part(&bytes, "word/comments.xml"));
}

#[test]
fn an_arabic_document_runs_from_right_to_left() {
    let mut all = everything();
    all.statement.language = "ar".into();
    let document = all.composed(Layout::Prose).document;
    assert!(html(&document, &pictures::bytes()).contains("<html lang=\"ar\" dir=\"rtl\">"));
    let bytes = docx(&document, &pictures::bytes()).expect("written");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut xml = String::new();
    package.by_name("word/document.xml").expect("part").read_to_string(&mut xml).expect("text");
    let at = xml.find("هذا").expect("the Arabic paragraph");
    let paragraph = &xml[xml[..at].rfind("<w:p>").expect("a paragraph")..at];
    assert!(paragraph.contains("<w:bidi/>") && paragraph.contains("<w:rtl/>"), "{paragraph}");
    assert!(xml.contains("<w:bidiVisual/>"));
}
