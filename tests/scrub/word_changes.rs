//! Recorded changes, accepted and rejected: paragraphs, rows, moves, looks, notes.

use std::io::{Cursor, Read as _};

use rostrum_core::scrub::{Changes, Choices};
use rostrum_tests::packages::package;

use super::cleaned;

const BY: &str = "w:id=\"1\" w:author=\"Partner one\" w:date=\"2026-11-20T09:00:00Z\"";

/// Returns the body after all changes are accepted and after all are rejected.
fn both(body: &str) -> (String, String) {
    let document = format!(
        "=== word/document.xml\n<w:document xmlns:w=\"w\"><w:body>{body}<w:sectPr/></w:body></w:document>\n"
    );
    let bytes = package(&document.replace("BY", BY));
    let after = |changes| {
        let choices = Choices { changes: Some(changes), ..Choices::default() };
        body_of(&cleaned(&bytes, "text.docx", &choices).bytes)
    };
    (after(Changes::Accept), after(Changes::Reject))
}

fn body_of(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    archive
        .by_name("word/document.xml")
        .expect("the text")
        .read_to_string(&mut text)
        .expect("text");
    let (_, text) = text.split_once("<w:body>").expect("a body");
    let (text, _) = text.split_once("<w:sectPr/>").expect("its end");
    text.to_owned()
}

fn run(words: &str) -> String {
    format!("<w:r><w:t>{words}</w:t></w:r>")
}

fn gone(words: &str) -> String {
    format!("<w:del BY><w:r><w:delText>{words}</w:delText></w:r></w:del>")
}

fn paragraph(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

#[test]
fn words_that_were_put_in_and_taken_out() {
    let body = paragraph(&format!("{}{}<w:ins BY>{}</w:ins>", run("a"), gone("b"), run("c")));
    let (accepted, rejected) = both(&body);
    assert_eq!(accepted, paragraph(&format!("{}{}", run("a"), run("c"))));
    assert_eq!(rejected, paragraph(&format!("{}{}", run("a"), run("b"))));
}

#[test]
fn a_paragraph_that_was_taken_out_goes_with_its_mark() {
    let mark = "<w:pPr><w:rPr><w:del BY/></w:rPr></w:pPr>";
    let body = format!(
        "{}{}{}",
        paragraph(&run("a")),
        paragraph(&format!("{mark}{}", gone("b"))),
        paragraph(&run("c"))
    );
    let (accepted, rejected) = both(&body);
    assert_eq!(accepted, format!("{}{}", paragraph(&run("a")), paragraph(&run("c"))));
    let kept = "<w:pPr><w:rPr></w:rPr></w:pPr>";
    let b = paragraph(&format!("{kept}{}", run("b")));
    assert_eq!(rejected, format!("{}{b}{}", paragraph(&run("a")), paragraph(&run("c"))));
}

#[test]
fn two_paragraphs_that_were_joined_are_one_and_look_as_the_later() {
    let body = format!(
        "{}{}",
        paragraph(&format!(
            "<w:pPr><w:jc w:val=\"left\"/><w:rPr><w:del BY/></w:rPr></w:pPr>{}",
            run("a")
        )),
        paragraph(&format!("<w:pPr><w:jc w:val=\"right\"/></w:pPr>{}", run("b")))
    );
    let joined =
        paragraph(&format!("<w:pPr><w:jc w:val=\"right\"/></w:pPr>{}{}", run("a"), run("b")));
    assert_eq!(both(&body).0, joined);
}

#[test]
fn a_paragraph_that_was_split_is_one_again_when_rejected() {
    let body = format!(
        "{}{}",
        paragraph(&format!("<w:pPr><w:rPr><w:ins BY/></w:rPr></w:pPr>{}", run("a"))),
        paragraph(&run("b"))
    );
    assert_eq!(both(&body).1, paragraph(&format!("{}{}", run("a"), run("b"))));
}

#[test]
fn a_cell_keeps_a_paragraph_when_the_last_one_goes() {
    let mark = "<w:pPr><w:rPr><w:del BY/></w:rPr></w:pPr>";
    let body = format!("<w:tbl><w:tr><w:tc><w:p>{mark}{}</w:p></w:tc></w:tr></w:tbl>", gone("a"));
    let (accepted, _) = both(&body);
    assert!(accepted.contains("<w:tc><w:p>") && !accepted.contains(">a<"), "{accepted}");
}

#[test]
fn rows_go_and_come_with_their_record_and_an_empty_table_goes() {
    let row = |mark: &str, words: &str| {
        format!("<w:tr><w:trPr>{mark}</w:trPr><w:tc>{}</w:tc></w:tr>", paragraph(&run(words)))
    };
    let body = format!("<w:tbl>{}{}</w:tbl>", row("<w:del BY/>", "a"), row("<w:ins BY/>", "b"));
    let (accepted, rejected) = both(&body);
    assert_eq!(accepted, format!("<w:tbl>{}</w:tbl>", row("", "b")));
    assert_eq!(rejected, format!("<w:tbl>{}</w:tbl>", row("", "a")));
    let alone = format!("<w:tbl>{}</w:tbl>{}", row("<w:del BY/>", "a"), paragraph(&run("c")));
    assert_eq!(both(&alone).0, paragraph(&run("c")));
}

#[test]
fn cells_go_and_come_with_their_record_and_a_row_without_cells_goes() {
    let cell = |mark: &str, words: &str| {
        format!("<w:tc><w:tcPr><w:tcW/>{mark}</w:tcPr>{}</w:tc>", paragraph(&run(words)))
    };
    let (old, new) = (cell("<w:cellDel BY/>", "old"), cell("<w:cellIns BY/>", "new"));
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let body = format!("<w:tbl>{}{}</w:tbl>", row(&(cell("", "a") + &old + &new)), row(&new));
    let (accepted, rejected) = both(&body);
    let kept = |words: &str| row(&(cell("", "a") + &cell("", words)));
    assert_eq!(accepted, format!("<w:tbl>{}{}</w:tbl>", kept("new"), row(&cell("", "new"))));
    assert_eq!(rejected, format!("<w:tbl>{}</w:tbl>", kept("old")));
}

#[test]
fn what_was_moved_stands_at_one_place() {
    let body = format!(
        "<w:p><w:moveFromRangeStart w:id=\"2\" w:name=\"m\"/><w:moveFrom BY>{}</w:moveFrom><w:moveFromRangeEnd w:id=\"2\"/></w:p>\
         <w:p><w:moveToRangeStart w:id=\"3\" w:name=\"m\"/><w:moveTo BY>{}</w:moveTo><w:moveToRangeEnd w:id=\"3\"/></w:p>",
        run("a"),
        run("a")
    );
    let (accepted, rejected) = both(&body);
    assert_eq!(accepted, format!("<w:p></w:p>{}", paragraph(&run("a"))));
    assert_eq!(rejected, format!("{}<w:p></w:p>", paragraph(&run("a"))));
}

#[test]
fn an_earlier_look_comes_back_when_rejected() {
    let body = "<w:p><w:pPr><w:jc w:val=\"right\"/><w:rPr><w:b/></w:rPr><w:pPrChange BY><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:pPrChange></w:pPr>\
                <w:r><w:rPr><w:b/><w:rPrChange BY><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>";
    let (accepted, rejected) = both(body);
    assert_eq!(
        accepted,
        "<w:p><w:pPr><w:jc w:val=\"right\"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>"
    );
    assert_eq!(
        rejected,
        "<w:p><w:pPr><w:jc w:val=\"left\"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r></w:p>"
    );
}

#[test]
fn a_note_goes_with_the_mark_that_was_taken_out() {
    let document = format!(
        "=== word/document.xml\n<w:document xmlns:w=\"w\"><w:body><w:p>{}<w:del BY><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del></w:p><w:sectPr/></w:body></w:document>\n\
         === word/footnotes.xml\n<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\"><w:p><w:r><w:t>struck out</w:t></w:r></w:p></w:footnote></w:footnotes>\n",
        run("a")
    );
    let bytes = package(&document.replace("BY", BY));
    let choices = Choices { changes: Some(Changes::Accept), ..Choices::default() };
    let copy = cleaned(&bytes, "text.docx", &choices);
    let mut archive = zip::ZipArchive::new(Cursor::new(copy.bytes)).expect("a package");
    let mut notes = String::new();
    archive.by_name("word/footnotes.xml").expect("notes").read_to_string(&mut notes).expect("text");
    assert!(!notes.contains("struck out"), "{notes}");
}
