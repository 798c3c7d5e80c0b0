//! Document → plain text.

use std::fmt::Write as _;

use super::compose::phrases::picture_in_words;
use super::numbers::item_label;
use crate::model::Document;
use crate::model::document::{Content, CoverLine, Inline};

/// Returns the document as plain text.
///
/// Paragraphs are parted by blank lines and keep their numbers; note marks are figures in
/// square brackets, the notes stand at the end; a table is its head on one line and then
/// row by row, a line for every cell; a picture is what it
/// shows in square brackets, with its caption on the next line; wording put in or taken out stands in brackets that say so; the
/// address of a link follows its words.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    let cover = |lines: &[CoverLine]| -> String {
        let line = |c: &CoverLine| format!("{}: {}", c.label, c.value);
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let (before, after) = document.cover_around_title();
    paragraph(&mut out, &cover(before));
    paragraph(&mut out, &with_note(&document.title, document.title_note));
    paragraph(&mut out, &cover(after));
    let mut in_list = false;
    for block in &document.blocks {
        let is_item = matches!(block.content, Content::ListItem { .. });
        if in_list && !is_item {
            out.push('\n');
        }
        in_list = is_item;
        match &block.content {
            Content::Heading { text, .. } => paragraph(&mut out, &line(text)),
            Content::Paragraph { number: Some(number), text, .. } => {
                paragraph(&mut out, &format!("{number}. {}", line(text)));
            }
            Content::Paragraph { quoted: true, text, .. } => {
                paragraph(&mut out, &format!("    {}", line(text).replace('\n', "\n    ")));
            }
            Content::Paragraph { text, .. } => paragraph(&mut out, &line(text)),
            Content::ListItem { depth, number, text } => {
                let numbered = document.look.numbered;
                let mark =
                    number.map_or_else(|| "-".to_owned(), |n| item_label(*depth, n, numbered));
                let indent = "   ".repeat(usize::from(*depth));
                let below = format!("\n{indent}   ");
                let _ = writeln!(out, "{indent}{mark} {}", line(text).replace('\n', &below));
            }
            Content::Table { rows, .. } => table(&mut out, rows),
            Content::Picture { alt, caption, indented, .. } => {
                let indent = if *indented { "    " } else { "" };
                let words = [picture_in_words(&document.language, alt), line(caption)];
                let words = words.join("\n").trim_end().replace('\n', &format!("\n{indent}"));
                paragraph(&mut out, &format!("{indent}{words}"));
            }
        }
    }
    if in_list {
        out.push('\n');
    }
    for (at, note) in document.notes.iter().enumerate() {
        let _ = writeln!(out, "[{}] {}", at + 1, line(note));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn with_note(title: &str, note: Option<u32>) -> String {
    note.map_or_else(|| title.to_owned(), |at| format!("{title}[{}]", at + 1))
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(text);
        out.push_str("\n\n");
    }
}

/// Writes a table: its head on one line, then each row with a line for every cell.
fn table(out: &mut String, rows: &[Vec<Vec<Inline>>]) {
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|cell| {
            let cell = line(cell).replace('\n', " / ");
            if cell.is_empty() { "–".to_owned() } else { cell }
        });
        let cells: Vec<String> = cells.collect();
        paragraph(out, &cells.join(if at == 0 { " | " } else { "\n" }));
    }
}

fn line(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for piece in inlines {
        match piece {
            Inline::Text { text, marks } if marks.inserted => bracketed(&mut out, "add", text),
            Inline::Text { text, marks } if marks.deleted => bracketed(&mut out, "delete", text),
            Inline::Text { text, .. } => out.push_str(text),
            Inline::Link { url, text } => {
                let words = line(text);
                let shown = url.strip_prefix("mailto:").unwrap_or(url);
                let _ = if words == shown || words == *url {
                    write!(out, "{words}")
                } else {
                    write!(out, "{words} ({shown})")
                };
            }
            Inline::Note(at) => {
                let _ = write!(out, "[{}]", at + 1);
            }
            Inline::Break => out.push('\n'),
        }
    }
    out
}

/// Returns wording put in (`add`) or taken out (`delete`): `[add: shall] `, spaces outside.
pub fn bracketed_words(what: &str, text: &str) -> String {
    let mut out = String::new();
    bracketed(&mut out, what, text);
    out
}

/// Writes wording put in or taken out: `[add: shall] `, spaces outside.
pub(crate) fn bracketed(out: &mut String, what: &str, text: &str) {
    let core = text.trim();
    let start = &text[..text.len() - text.trim_start().len()];
    let end = if core.is_empty() { "" } else { &text[text.trim_end().len()..] };
    out.push_str(start);
    if !core.is_empty() {
        let _ = write!(out, "[{what}: {core}]");
    }
    out.push_str(end);
}
