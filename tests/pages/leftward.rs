//! Lines that run from right to left, with figures and words that run the other way.

use rostrum_core::model::Document;
use rostrum_core::model::document::{Content, Inline};
use rostrum_core::render;
use rostrum_tests::pictures;

use super::{block, document, pdf_of, read};

/// “See the document A/79/214.” and a note, in Arabic.
fn noted(language: &str) -> Document {
    let line = vec![Inline::plain("انظر الوثيقة A/79/214."), Inline::Note(0)];
    Document {
        language: language.into(),
        blocks: vec![block(0, Content::Paragraph { number: None, quoted: false, text: line })],
        notes: vec![vec![Inline::plain("الفقرة 3.")]],
        ..document(&[])
    }
}

/// Returns the left edge of the first word that fits, of those that `pdftotext -bbox` lists.
fn edge(words: &str, fits: impl Fn(&str) -> bool) -> f64 {
    let found = words.lines().find_map(|line| {
        let (place, word) = line.trim().strip_prefix("<word xMin=\"")?.split_once("\">")?;
        let word = word.strip_suffix("</word>").filter(|word| fits(word));
        word.and(place.split('"').next())
    });
    found.unwrap_or_else(|| panic!("no word fits in\n{words}")).parse().expect("a number")
}

#[test]
fn the_mark_of_a_note_stands_behind_the_full_stop_on_the_left() {
    for language in ["ar", "en"] {
        let pdf = pdf_of(&noted(language));
        let Some(words) = read(&pdf.bytes, "-bbox") else { return };
        // `pdftotext` writes Arabic words from their last letter.
        let opening = edge(&words, |word| word.contains('ث'));
        let symbol = edge(&words, |word| word.contains("A/79/214"));
        let stop = edge(&words, |word| word.starts_with('.'));
        // The first figure one is the mark in the text; the note itself stands below.
        let mark = edge(&words, |word| word == "1");
        let from_the_left = [mark, stop, symbol, opening];
        assert!(from_the_left.is_sorted(), "{language}: {from_the_left:?}\n{words}");
    }
}

#[test]
fn word_is_told_on_which_side_full_stops_and_marks_stand() {
    let bytes = render::docx(&noted("ar"), &pictures::bytes()).expect("written");
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let part = file.by_name("word/document.xml").expect("the text");
    let text = std::io::read_to_string(part).expect("readable");
    assert!(text.contains("<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">.</w:t>"), "{text}");
    assert!(text.contains("<w:rStyle w:val=\"FootnoteReference\"/><w:rtl/>"), "{text}");
}

#[test]
fn a_web_page_tells_language_and_direction_of_what_runs_against_it() {
    let page = render::html(&noted("en"), &pictures::bytes());
    let line = "<p lang=\"ar\" dir=\"rtl\">انظر الوثيقة <span lang=\"en\" dir=\"ltr\">A/79/214</span>.<sup>";
    assert!(page.contains(line), "{page}");
    assert!(page.contains("<li id=\"note1\" lang=\"ar\" dir=\"rtl\">"), "{page}");
    let page = render::html(&noted("ar"), &pictures::bytes());
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("<p>انظر"), "{page}");
}
