//! Markdown and plain text, which need no reader of their own.

use super::paragraph::is_strong;
use super::{Begun, Item, Passage, Shape};
use crate::import::text::decode;
use crate::model::document::{Content, Inline};
use crate::model::{Call, Statement};
use crate::render::{Composition, Layout, compose};

/// Reads Markdown by the parser that reads the body of a statement.
pub(super) fn markdown(bytes: &[u8]) -> Begun {
    let (body, _) = decode(bytes);
    let statement = Statement { body, ..Statement::default() };
    let document = compose(&Composition {
        statement: &statement,
        call: &Call::default(),
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    })
    .document;
    let passages = document.blocks.into_iter().map(|block| passage(block.content)).collect();
    Begun { passages, notes: document.notes, ..Begun::default() }
}

fn passage(content: Content) -> Passage {
    let (shape, text, rows) = match content {
        Content::Heading { level, text } => {
            (Shape::Heading(level, String::new()), text, Vec::new())
        }
        Content::Paragraph { quoted: true, text, .. } => (Shape::Quote, text, Vec::new()),
        Content::Paragraph { text, .. } => (Shape::Paragraph, text, Vec::new()),
        Content::ListItem { depth, number, text } => {
            let label = number.map_or_else(|| "•".into(), |n| format!("{n}."));
            (Shape::Item(Item { depth, number, label, list: 0 }), text, Vec::new())
        }
        Content::Table { rows, .. } => (Shape::Table, Vec::new(), rows),
        // A text that was begun elsewhere brings no pictures of the statement.
        Content::Picture { alt, .. } => (Shape::Paragraph, vec![Inline::plain(alt)], Vec::new()),
    };
    let strong = is_strong(&text);
    Passage { shape, text, rows, strong, ..Passage::default() }
}

/// Reads plain text: paragraphs are parted by empty lines.
pub(super) fn text(bytes: &[u8]) -> Begun {
    let (text, _) = decode(bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = Begun::default();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line.trim());
        } else if !lines.is_empty() {
            let text = vec![Inline::plain(lines.join(" "))];
            out.passages.push(Passage { text, ..Passage::default() });
            lines.clear();
        }
    }
    out
}
