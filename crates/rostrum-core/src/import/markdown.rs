//! Reads Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::model::Draft;
use crate::model::draft::{BlockKind, DraftFormat};

use super::ImportError;
use super::assemble;
use super::piece::{Mark, Note, Piece};
use super::reading::Reading;
use super::text;

/// Reads Markdown.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let (text, _) = text::decode(bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut walk = Walk::default();
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        walk.event(event, range, &text);
    }
    walk.flush();
    walk.reading.format = DraftFormat::Markdown;
    assemble::draft(walk.reading)
}

#[derive(Default)]
struct Walk {
    reading: Reading,
    piece: Option<Piece>,
    heading: Option<u8>,
    label: Option<String>,
    lists: u8,
    note: Option<Note>,
    /// Cells of the table row that is read.
    row: Option<Vec<String>>,
    in_metadata: bool,
    images: u32,
    strong: u8,
    letters: (usize, usize),
}

impl Walk {
    fn event(&mut self, event: Event<'_>, range: Range<usize>, source: &str) {
        match event {
            Event::Start(tag) => self.start(&tag, range, source),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_metadata => {
                let title = text.lines().find_map(|line| line.strip_prefix("title:"));
                let title = title.map(|title| title.trim().trim_matches(['"', '\'']).to_owned());
                self.reading.title = self.reading.title.take().or(title);
            }
            // Words that stand in for a picture.
            Event::Text(_) if self.images > 0 => {}
            Event::Text(text) | Event::Code(text) if !self.in_metadata => self.say(&text),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::InlineHtml(html) if html.starts_with("<br") => self.say(" "),
            Event::Html(html) => self.say(&without_tags(&html)),
            Event::FootnoteReference(name) => {
                let piece = self.piece.get_or_insert_with(|| Piece::plain(""));
                let mark = name.to_string();
                piece.marks.push(Mark { at: piece.text.len(), note: mark.clone(), mark });
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>, source: &str) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(depth(*level));
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            Tag::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_add(1);
            }
            Tag::Item => {
                self.flush();
                // The label as it is written, not as a Markdown reader would renumber it.
                let written = source.get(range).unwrap_or_default();
                let end = written.find([' ', '\t', '\n']).unwrap_or(written.len());
                let label = &written[..end];
                let bullet = label.len() == 1 && "-*+".contains(label);
                self.label = Some(if bullet { "•".into() } else { label.to_owned() });
            }
            Tag::FootnoteDefinition(name) => {
                self.flush();
                let name = name.to_string();
                self.note = Some(Note { key: name.clone(), mark: name, ..Note::default() });
            }
            Tag::TableHead | Tag::TableRow => self.row = Some(Vec::new()),
            Tag::TableCell => {
                if let Some(row) = self.row.as_mut() {
                    row.push(String::new());
                }
            }
            Tag::MetadataBlock(_) => self.in_metadata = true,
            Tag::Image { .. } => self.images += 1,
            Tag::Strong => self.strong = self.strong.saturating_add(1),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::HtmlBlock => {
                self.flush();
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
                self.label = None;
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                if let Some(note) = self.note.take() {
                    self.reading.notes.push(note);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(row) = self.row.take() {
                    let mut piece = Piece::plain(row.join(" | "));
                    piece.kind = Some(BlockKind::Other);
                    self.reading.pieces.push(piece);
                }
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            cell.push_str(text);
            return;
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters.0 += letters;
        if self.strong > 0 {
            self.letters.1 += letters;
        }
        self.piece.get_or_insert_with(|| Piece::plain("")).text.push_str(text);
    }

    fn flush(&mut self) {
        let mut heading = self.heading.take();
        let (letters, strong) = std::mem::take(&mut self.letters);
        let Some(mut piece) = self.piece.take() else { return };
        if piece.text.trim().is_empty() && piece.marks.is_empty() {
            return;
        }
        if let Some(note) = self.note.as_mut() {
            if !note.text.is_empty() {
                note.text.push(' ');
            }
            note.text.push_str(&piece.text);
            return;
        }
        let hashes = piece.text.bytes().take_while(|byte| *byte == b'#').count();
        if heading.is_none() && (1..=6).contains(&hashes) && piece.text[hashes..].starts_with(' ') {
            // A heading that follows a list too closely for Markdown's own rules.
            piece.text.drain(..=hashes);
            for mark in &mut piece.marks {
                mark.at = mark.at.saturating_sub(hashes + 1);
            }
            heading = Some(hashes as u8);
        }
        piece.strong = letters > 0 && strong * 10 >= letters * 9;
        if let Some(level) = heading {
            piece.kind = Some(BlockKind::Heading);
            piece.level = level;
        } else if let Some(label) = self.label.take() {
            piece.kind = Some(BlockKind::Paragraph);
            piece.level = self.lists.saturating_sub(1);
            // `- (a) text`: the label that is written in words is the paragraph's own.
            if label == "•" && super::labels::split(piece.text.trim()).is_some() {
                piece.may_open_with_label = true;
            } else {
                piece.label = Some(label);
            }
        }
        self.reading.pieces.push(piece);
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    for char in html.chars() {
        match char {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => out.push(other),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_headings_and_notes_are_read() {
        let source = "# Zero draft\n\n## A. Threats\n\n3. States recall.[^1]\n\n   (a) a point;\n\n5. States note.\n\n[^1]: A/RES/1.\n";
        let draft = read(source.as_bytes()).expect("a draft");
        let seen: Vec<(BlockKind, Option<&str>, &str)> = draft
            .blocks
            .iter()
            .map(|block| (block.kind, block.label.as_deref(), block.text.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (BlockKind::Heading, None, "Zero draft"),
                (BlockKind::Heading, None, "A. Threats"),
                (BlockKind::Paragraph, Some("3."), "States recall."),
                (BlockKind::Paragraph, Some("(a)"), "a point;"),
                (BlockKind::Paragraph, Some("5."), "States note."),
                (BlockKind::Footnote, Some("1"), "A/RES/1."),
            ]
        );
        assert_eq!(draft.blocks[2].footnotes[0].text, "A/RES/1.");
        assert_eq!(draft.title.as_deref(), Some("Zero draft"));
    }
}
