//! Markdown and plain text, which need no reader of their own.

use super::paragraph::is_strong;
use super::{Begun, BegunPicture, Item, Passage, Shape};
use crate::import::text::decode;
use crate::model::document::{Content, Inline};
use crate::model::{Call, Picture, Statement};
use crate::pictures::{Mention, mentions};
use crate::render::{Composition, Layout, compose};

/// Reads Markdown by the parser that reads the body of a statement.
///
/// The pictures it names lie beside it, or on the web: nobody asked for those to be read. The
/// text goes on naming them, and shows them once they are added.
pub(super) fn markdown(bytes: &[u8]) -> Begun {
    let (body, _) = decode(bytes);
    let named = |mention: &Mention| Picture { name: mention.name.clone(), ..Picture::default() };
    let pictures = mentions(&body).iter().map(named).collect();
    let statement = Statement { body, pictures, ..Statement::default() };
    let document = compose(&Composition {
        statement: &statement,
        call: &Call::default(),
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    })
    .document;
    let mut begun = Begun { notes: document.notes, ..Begun::default() };
    for block in document.blocks {
        if let Content::Picture { picture, alt, .. } = &block.content {
            let address = Mention { name: picture.name.clone(), ..Mention::default() }.is_address();
            let bare = picture.name.rsplit('/').next().unwrap_or_default().to_owned();
            begun.pictures.push(BegunPicture {
                name: if address { picture.name.clone() } else { bare },
                alt: alt.clone(),
                told: picture.name.clone(),
                elsewhere: true,
                ..BegunPicture::default()
            });
        }
        begun.passages.push(passage(block.content, begun.pictures.len()));
    }
    begun
}

fn passage(content: Content, pictures: usize) -> Passage {
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
        Content::Picture { caption, .. } => {
            (Shape::Picture(pictures.saturating_sub(1)), caption, Vec::new())
        }
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
