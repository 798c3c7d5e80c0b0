//! What stands in one section, as plain text.

use std::fmt::Write as _;

use super::{FormStyle, NotePlace, plain};
use crate::model::document::{Content, Document, DocumentBlock, Inline, Part};
use crate::render::{bracketed, picture_in_words};

/// Returns the words of a section without its own heading: paragraphs parted by blank lines,
/// with their numbers; lists with `-`; tables row by row; wording put in or taken out in
/// brackets that say so; notes by the style, numbered from 1 in each field.
pub(super) fn text(document: &Document, heading: &str, style: FormStyle) -> String {
    let own = document.blocks.iter().filter(|block| {
        block.part != Part::Signatories
            && block.section.as_deref() == Some(heading)
            && !matches!(block.content, Content::Heading { level: 1, .. })
    });
    written(document, own, style)
}

/// Returns the list of signatories without its heading.
pub(super) fn signatories(document: &Document, style: FormStyle) -> String {
    let own = document.blocks.iter().filter(|block| {
        block.part == Part::Signatories && !matches!(block.content, Content::Heading { .. })
    });
    written(document, own, style)
}

fn written<'a>(
    document: &'a Document,
    blocks: impl Iterator<Item = &'a DocumentBlock>,
    style: FormStyle,
) -> String {
    let mut field = Field { document, style, notes: Vec::new(), out: String::new(), list: false };
    for block in blocks {
        field.block(&block.content);
    }
    field.end();
    plain(field.out.trim(), style.dashes)
}

struct Field<'a> {
    document: &'a Document,
    style: FormStyle,
    /// Notes of this field, in the order of their marks.
    notes: Vec<u32>,
    out: String,
    list: bool,
}

impl Field<'_> {
    fn block(&mut self, content: &Content) {
        let item = matches!(content, Content::ListItem { .. });
        if self.list && !item {
            self.out.push('\n');
        }
        self.list = item;
        match content {
            Content::Heading { text, .. } => {
                let line = self.line(text);
                self.paragraph(&line);
            }
            Content::Paragraph { number, text, .. } => {
                let line = self.line(text);
                let number = number.map(|n| format!("{n}. ")).unwrap_or_default();
                self.paragraph(&format!("{number}{line}"));
            }
            Content::ListItem { depth, number, text } => {
                let mark = number.map_or_else(|| "-".to_owned(), |n| format!("{n}."));
                let indent = "   ".repeat(usize::from(*depth));
                let line = self.line(text).replace('\n', &format!("\n{indent}   "));
                let _ = writeln!(self.out, "{indent}{mark} {line}");
            }
            Content::Table { rows, .. } => {
                for row in rows {
                    let cells: Vec<String> =
                        row.iter().map(|cell| self.line(cell).replace('\n', " / ")).collect();
                    self.paragraph(&cells.join(" | "));
                }
            }
            Content::Picture { alt, caption, .. } => {
                let words = picture_in_words(&self.document.language, alt);
                let caption = self.line(caption);
                let lines = [words, caption].into_iter().filter(|line| !line.is_empty());
                self.paragraph(&lines.collect::<Vec<_>>().join("\n"));
            }
        }
    }

    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.out.push_str(text);
            self.out.push_str("\n\n");
        }
    }

    /// Writes the notes, where they stand at the end. A note may mark another one.
    fn end(&mut self) {
        if self.style.notes == NotePlace::Brackets {
            return;
        }
        if self.list {
            self.out.push('\n');
        }
        let mut at = 0;
        while let Some(note) = self.notes.get(at).copied() {
            at += 1;
            let words = self.note(note);
            let _ = writeln!(self.out, "[{at}] {words}");
        }
    }

    fn note(&mut self, note: u32) -> String {
        let document = self.document;
        document.notes.get(note as usize).map_or_else(String::new, |words| self.line(words))
    }

    fn line(&mut self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for piece in inlines {
            match piece {
                Inline::Text { text, marks } if marks.inserted => bracketed(&mut out, "add", text),
                Inline::Text { text, marks } if marks.deleted => {
                    bracketed(&mut out, "delete", text);
                }
                Inline::Text { text, .. } => out.push_str(text),
                Inline::Link { url, text } => {
                    let words = self.line(text);
                    let shown = url.strip_prefix("mailto:").unwrap_or(url);
                    out.push_str(&words);
                    if words != shown && words != *url {
                        let _ = write!(out, " ({shown})");
                    }
                }
                Inline::Note(at) if self.style.notes == NotePlace::Brackets => {
                    // A note inside a note would go round and round: its mark stays out.
                    let words = self.document.notes.get(*at as usize);
                    let words = words.map(|note| crate::model::document::plain_text(note));
                    let _ = write!(out, " [{}]", words.unwrap_or_default());
                }
                Inline::Note(at) => {
                    let known = self.notes.iter().position(|note| note == at);
                    let place = known.unwrap_or_else(|| {
                        self.notes.push(*at);
                        self.notes.len() - 1
                    });
                    let _ = write!(out, "[{}]", place + 1);
                }
                Inline::Break => out.push('\n'),
            }
        }
        out
    }
}
