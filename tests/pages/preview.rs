//! The press that follows every edit.

use rostrum_core::model::Document;
use rostrum_core::model::call::NotesPlace;
use rostrum_core::model::document::{Content, DocumentBlock, Inline, Origin, Part};
use rostrum_core::render::Layout;
use rostrum_pages::{Press, Spot};
use rostrum_tests::everything::everything;

use super::{document, fonts, paragraph};

const WORDS: &str = "States recalled that the use of information and communications technologies \
     is subject to international law, and that the protection of those who are harmed comes first. ";

/// A document of some pages; its paragraphs differ.
fn long() -> Document {
    let texts: Vec<String> = (0..40).map(|at| format!("{at}: {}", WORDS.repeat(4))).collect();
    document(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn keys(press: &Press) -> Vec<String> {
    press.sheets().iter().map(|sheet| sheet.key.clone()).collect()
}

#[test]
fn an_edit_changes_only_the_pages_that_it_touches() {
    let mut text = long();
    let mut press = Press::new(fonts());
    press.set(&text).expect("laid out");
    let before = keys(&press);
    assert!(before.len() >= 5, "{} pages", before.len());
    let Content::Paragraph { text: line, .. } = &mut text.blocks[20].content else { return };
    line.push(Inline::plain("!"));
    press.set(&text).expect("laid out");
    let after = keys(&press);
    let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
    assert_eq!((after.len(), changed), (before.len(), 1));
    press.set(&long()).expect("laid out");
    assert_eq!(keys(&press), before, "what is taken back looks as before");
}

/// Changes a document as somebody who writes does: words, paragraphs, headings, notes.
fn edited(text: &mut Document, number: usize) {
    let at = number * 7 % text.blocks.len();
    let paragraph = |words: String, text: Vec<Inline>| Content::Paragraph {
        number: None,
        quoted: false,
        text: [vec![Inline::plain(words)], text].concat(),
    };
    match number % 6 {
        0 | 3 => {
            let Some(line) = text.blocks[at].lines_mut().into_iter().next() else { return };
            line.insert(0, Inline::plain(WORDS.repeat(1 + number % 3)));
        }
        1 => text.blocks.insert(at, block(paragraph(WORDS.repeat(6), Vec::new()))),
        2 => {
            let level = 1 + (number % 3) as u8;
            let heading = vec![Inline::plain(format!("Part {number}"))];
            text.blocks.insert(at, block(Content::Heading { level, text: heading }));
        }
        4 => {
            let note = text.notes.len() as u32;
            text.notes.push(vec![Inline::plain(WORDS)]);
            // Notes are numbered in the order of their marks: this one stands last.
            let last = paragraph(format!("Last, {number}."), vec![Inline::Note(note)]);
            text.blocks.push(block(last));
        }
        _ => drop(text.blocks.remove(at)),
    }
}

fn block(content: Content) -> DocumentBlock {
    DocumentBlock { part: Part::Body, section: None, content, origin: Origin::Made }
}

#[test]
fn pages_that_followed_many_edits_are_those_of_a_press_that_saw_none() {
    for notes in [NotesPlace::Foot, NotesPlace::End] {
        let mut text = long();
        text.look.contents = true;
        text.look.page_numbers = true;
        text.look.notes = notes;
        text.blocks
            .insert(0, block(Content::Heading { level: 1, text: vec![Inline::plain("Begin")] }));
        let mut press = Press::new(fonts());
        press.set(&text).expect("laid out");
        for number in 0..30 {
            edited(&mut text, number);
            press.set(&text).expect("laid out");
            let mut fresh = Press::new(fonts());
            fresh.set(&text).expect("laid out");
            assert_eq!(keys(&press), keys(&fresh), "edit {number}, {notes:?}");
            assert_eq!(press.marks(), fresh.marks(), "edit {number}, {notes:?}");
        }
    }
}

#[test]
fn the_preview_has_as_many_pages_as_the_pdf() {
    let text = long();
    let mut press = Press::new(fonts());
    let pages = press.set(&text).expect("laid out").len();
    assert_eq!(super::pdf_of(&text).pages as usize, pages);
}

#[test]
fn a_page_is_drawn_as_one_picture() {
    let mut press = Press::new(fonts());
    press.set(&long()).expect("laid out");
    let svg = press.svg(1).expect("a second page");
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert!(!svg.contains("<script") && !svg.contains("href=\"http"));
    assert_eq!(press.svg(400), None);
}

#[test]
fn every_piece_has_its_place_and_every_place_its_piece() {
    for layout in [Layout::Prose, Layout::Table] {
        let document = everything().composed(layout).document;
        let mut press = Press::new(fonts());
        press.take(&document, &rostrum_tests::pictures::bytes());
        press.set(&document).expect("laid out");
        let marks = press.marks();
        let count = |wanted: fn(&Spot) -> bool| marks.iter().filter(|m| wanted(&m.spot)).count();
        assert_eq!(count(|s| matches!(s, Spot::Title)), 1);
        assert_eq!(count(|s| matches!(s, Spot::Cover(_))), document.cover.len());
        assert_eq!(count(|s| matches!(s, Spot::Block(_))), document.blocks.len());
        assert_eq!(count(|s| matches!(s, Spot::Note(_))), document.notes.len());
        let blocks: Vec<u32> = marks
            .iter()
            .filter_map(|mark| if let Spot::Block(at) = mark.spot { Some(at) } else { None })
            .collect();
        assert!(blocks.is_sorted(), "down the pages as in the text: {blocks:?}");
        for mark in marks {
            let sheet = &press.sheets()[mark.page as usize];
            assert!(mark.y > 60.0 && mark.y < sheet.height - 60.0, "{mark:?}");
        }
    }
}

#[test]
fn touching_a_piece_where_it_begins_finds_it() {
    let mut text = long();
    let table = Content::Table {
        widths: vec![1, 2],
        rows: ["Head", "First row", "Second row"]
            .map(|words| vec![vec![Inline::plain(words)], vec![Inline::plain("beside")]])
            .into(),
    };
    text.blocks.insert(3, super::block(5, table));
    text.blocks.push(paragraph(90_000, "The end."));
    let mut press = Press::new(fonts());
    press.set(&text).expect("laid out");
    for mark in press.marks() {
        // The header row begins with its table.
        let touch = press.touched(mark.page, 80.0, mark.y + 6.0).expect("words");
        assert_eq!(touch.spot, mark.spot, "{touch:?} at {mark:?}");
    }
    let end = press.marks().last().expect("the end");
    let touch = press.touched(end.page, 71.0, end.y + 400.0).expect("the nearest words");
    assert_eq!((touch.words.as_str(), touch.at), ("The end.", 0));
}
