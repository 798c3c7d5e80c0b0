//! Blocks of a document as data.

use rostrum_core::model::Document;
use rostrum_core::model::call::NotesPlace;
use rostrum_core::model::document::{Content, DocumentBlock, Inline, Part, plain_text};
use serde_json::{Map, Value, json};

use super::lines::{Lines, plain};
use super::{lists, text_width};
use crate::look_over::Levels;
use crate::pictures::path;
use rostrum_core::render::{printed_picture, script};

/// A header row with more letters is not said again on the next page: it could fill it.
const LETTERS_SAID_AGAIN: usize = 400;

/// Returns every block, items of one list together.
pub(super) fn blocks(document: &Document, lines: &Lines<'_>, levels: &Levels) -> Value {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(block) = document.blocks.get(at) {
        if matches!(block.content, Content::ListItem { .. }) {
            let items = lists::run(&document.blocks[at..]);
            out.extend(lists::lists(&document.blocks[at..at + items], document, lines));
            at += items;
            continue;
        }
        let next = document.blocks.get(at + 1);
        out.push(one(block, next, levels.of_block(at), document, lines));
        at += 1;
    }
    if document.look.notes == NotesPlace::End && !document.notes.is_empty() {
        let notes: Vec<Value> = (0..document.notes.len() as u32)
            .map(|at| {
                let mut note = Map::new();
                let words = &document.notes[at as usize];
                turned(&mut note, words, document);
                note.insert("t".into(), lines.note_line(at).into());
                note.into()
            })
            .collect();
        out.push(json!({ "k": "e", "notes": notes }));
    }
    Value::Array(out)
}

fn one(
    block: &DocumentBlock,
    next: Option<&DocumentBlock>,
    level: u8,
    document: &Document,
    lines: &Lines<'_>,
) -> Value {
    let mut out = Map::new();
    match &block.content {
        Content::Heading { level: shown, text } => {
            let language = turned(&mut out, text, document);
            out.insert("k".into(), "h".into());
            out.insert("v".into(), (*shown).clamp(1, 6).into());
            out.insert("g".into(), level.into());
            if document.look.contents && block.is_listed() {
                out.insert("o".into(), plain(&plain_text(text)).into());
            }
            out.insert("t".into(), lines.line(text, lines.whole(language)).into());
        }
        Content::Paragraph { number, quoted, text } => {
            let language = turned(&mut out, text, document);
            out.insert("k".into(), "p".into());
            if let Some(number) = number {
                out.insert("n".into(), format!("{number}.").into());
            }
            let mut set = |key: &str, on: bool| {
                if on {
                    out.insert(key.into(), 1.into());
                }
            };
            set("q", *quoted);
            set("s", block.part == Part::Signatories);
            set("w", leads(block, next));
            out.insert("t".into(), lines.line(text, lines.whole(language)).into());
        }
        Content::Table { widths, rows } => {
            out.insert("k".into(), "t".into());
            let table = table(widths, rows, document, lines);
            out.extend(table);
        }
        Content::Picture { picture, alt, caption, indented } => {
            let language = turned(&mut out, caption, document);
            // Hundredths of a millimetre → points.
            let points = |length: u32| f64::from(length) * 72.0 / 2_540.0;
            let (wide, high) = printed_picture(&document.look, picture, caption, *indented);
            out.insert("k".into(), "i".into());
            out.insert("f".into(), path(picture).into());
            out.insert("w".into(), points(wide).into());
            out.insert("h".into(), points(high).into());
            out.insert("q".into(), (*indented).into());
            out.insert("a".into(), (!alt.is_empty()).then(|| plain(alt)).into());
            out.insert("c".into(), lines.line(caption, lines.whole(language)).into());
        }
        Content::ListItem { .. } => {}
    }
    Value::Object(out)
}

/// Notes the language of a paragraph that runs against the document, and returns it.
pub(super) fn turned(
    out: &mut Map<String, Value>,
    text: &[Inline],
    document: &Document,
) -> Option<&'static str> {
    let language = script::against(words(text), &document.language)?;
    out.insert("l".into(), language.into());
    Some(language)
}

fn words(text: &[Inline]) -> Vec<&str> {
    let mut out = Vec::new();
    for piece in text {
        match piece {
            Inline::Text { text, .. } => out.push(text.as_str()),
            Inline::Link { text, .. } => out.extend(words(text)),
            Inline::Note(_) | Inline::Break => {}
        }
    }
    out
}

/// Tells whether a block opens the quotation after it, from which it should not be parted.
fn leads(block: &DocumentBlock, next: Option<&DocumentBlock>) -> bool {
    let quotes = next.is_some_and(|next| {
        next.origin == block.origin
            && matches!(next.content, Content::Paragraph { quoted: true, .. })
    });
    quotes && matches!(block.content, Content::Paragraph { quoted: false, .. })
}

fn table(
    widths: &[u16],
    rows: &[Vec<Vec<Inline>>],
    document: &Document,
    lines: &Lines<'_>,
) -> Map<String, Value> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let share = |column: usize| f64::from(widths.get(column).copied().unwrap_or(1).max(1));
    let shares: Vec<f64> = (0..columns).map(share).collect();
    let whole: f64 = shares.iter().sum();
    let size = f64::from(document.look.size_pt.saturating_sub(2).max(6));
    let rooms: Vec<_> = shares
        .iter()
        .map(|share| lines.room(text_width(&document.look) * share / whole - 12.0, size, None))
        .collect();
    let rows_out: Vec<Value> = rows
        .iter()
        .map(|row| {
            let cell = |column: usize| {
                let line = row.get(column).map_or(&[][..], Vec::as_slice);
                Value::from(lines.line(line, rooms[column]))
            };
            (0..columns).map(cell).collect()
        })
        .collect();
    let rows_out = if rows_out.is_empty() { vec![json!([[]])] } else { rows_out };
    let head: usize = rows.first().map_or(0, |row| {
        row.iter().map(|cell| words(cell).iter().map(|w| w.len()).sum::<usize>()).max().unwrap_or(0)
    });
    let mut out = Map::new();
    out.insert("w".into(), shares.into());
    out.insert("again".into(), (head <= LETTERS_SAID_AGAIN).into());
    out.insert("rows".into(), rows_out.into());
    out
}
