//! A draft with our proposals as changes that Word can accept and reject.

use std::fmt::Write as _;

use super::RenderError;
use super::package;
use super::parts::page;
use super::runs::{Links, notes_part};
use super::tongues::{is_east_asian, properties};
use super::xml::{DECLARATION as OPEN, SPACES, escaped};
use crate::model::call::NotesPlace;
use crate::model::document::Look;
use crate::model::{BlockKind, Document};
use crate::render::compose::clean;
use crate::render::compose::tracked::{Proposed, Tracked, TrackedParagraph, TrackedRun};
use crate::render::script::{by_language, first_direction, runs_left};

/// Writes the draft as DOCX with the proposals as recorded changes by the organisation and
/// the rationales as comments; no change carries a date.
///
/// # Errors
/// Only a fault in the writer itself.
pub fn tracked_docx(tracked: &Tracked) -> Result<Vec<u8>, RenderError> {
    let document = Document {
        title: tracked.title.clone(),
        organisation: tracked.author.clone(),
        language: tracked.language.clone(),
        // The notes are the draft's own, and stand where drafts have them.
        look: Look { notes: NotesPlace::Foot, contents: false, ..tracked.look.clone() },
        ..Document::default()
    };
    let author = if tracked.author.is_empty() { "Author" } else { &tracked.author };
    let mut writer =
        Writer { author: escaped(author), language: tracked.language.clone(), ..Writer::default() };
    tracked.paragraphs.iter().for_each(|paragraph| writer.paragraph(paragraph));
    writer.end_move();
    let mut main = format!("{OPEN}<w:document {SPACES}><w:body>{}", writer.text);
    page::section(&mut main, &tracked.look, runs_left(&tracked.language));
    main.push_str("</w:body></w:document>");
    let notes = notes_part(NotesPlace::Foot, &writer.notes);
    let comments = format!("{OPEN}<w:comments {SPACES}>{}</w:comments>", writer.comments);
    package::package(&document, &main, &notes, &Links::default(), &[], &[], Some(&comments))
}

/// A day that stands for none: the schema asks one of the range of a move, and a file tells
/// what it is, not when it was made.
const NO_DAY: &str = "1980-01-01T00:00:00Z";

#[derive(Default)]
struct Writer {
    author: String,
    language: String,
    text: String,
    notes: String,
    comments: String,
    /// Ids of changes, notes and comments that were given.
    changes: u32,
    note: u32,
    comment: u32,
    /// The move whose range is open: its end, its number, the id of the range.
    moving: Option<(&'static str, u32, u32)>,
    /// Whether the paragraph that is written runs from right to left.
    leftward: bool,
}

impl Writer {
    fn by(&mut self) -> String {
        self.changes += 1;
        format!("w:id=\"{}\" w:author=\"{}\"", self.changes, self.author)
    }

    fn paragraph(&mut self, paragraph: &TrackedParagraph) {
        let style = match paragraph.kind {
            BlockKind::Title => "Title".to_owned(),
            BlockKind::Heading => format!("Heading{}", paragraph.level.clamp(1, 6)),
            _ => "BodyText".to_owned(),
        };
        self.leave_move(paragraph);
        let _ = write!(self.text, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>");
        let words: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
        self.leftward = first_direction(&words).unwrap_or_else(|| runs_left(&self.language));
        if self.leftward {
            self.text.push_str("<w:bidi/>");
        }
        let sub = matches!(paragraph.kind, BlockKind::Paragraph) && paragraph.level > 0;
        if sub {
            let left = 567 * u32::from(paragraph.level.min(8));
            let _ = write!(self.text, "<w:ind w:left=\"{left}\"/>");
        }
        let mark = match paragraph.whole {
            Proposed::Same => None,
            Proposed::Inserted => Some("w:ins"),
            Proposed::Deleted => Some("w:del"),
            Proposed::MovedAway => Some("w:moveFrom"),
            Proposed::MovedHere => Some("w:moveTo"),
        };
        if let Some(mark) = mark {
            let by = self.by();
            let _ = write!(self.text, "<w:rPr><{mark} {by}/></w:rPr>");
        }
        self.text.push_str("</w:pPr>");
        self.enter_move(paragraph);
        let first = self.comment;
        for comment in &paragraph.comments {
            let id = self.comment;
            self.comment += 1;
            let _ = write!(self.text, "<w:commentRangeStart w:id=\"{id}\"/>");
            let _ = write!(
                self.comments,
                "<w:comment w:id=\"{id}\" w:author=\"{}\"><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>\
                 <w:r>{}</w:r></w:p></w:comment>",
                self.author,
                words_of(comment, "w:t")
            );
        }
        if !paragraph.label.is_empty() {
            let run = TrackedRun {
                change: paragraph.whole,
                text: format!("{}\t", paragraph.label),
                note: None,
            };
            self.run(&run);
        }
        paragraph.runs.iter().for_each(|run| self.run(run));
        for id in first..self.comment {
            let _ = write!(
                self.text,
                "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
                 <w:commentReference w:id=\"{id}\"/></w:r>"
            );
        }
        self.text.push_str("</w:p>");
    }

    /// Begins the range of a move with its first paragraph.
    fn enter_move(&mut self, paragraph: &TrackedParagraph) {
        let end = match paragraph.whole {
            Proposed::MovedAway => "From",
            Proposed::MovedHere => "To",
            Proposed::Same | Proposed::Inserted | Proposed::Deleted => return,
        };
        if self.moving.is_some() {
            return;
        }
        let by = self.by();
        let id = self.changes;
        let _ = write!(
            self.text,
            "<w:move{end}RangeStart {by} w:date=\"{NO_DAY}\" w:name=\"move{}\"/>",
            paragraph.moved
        );
        self.moving = Some((end, paragraph.moved, id));
    }

    /// Ends the range of a move before the first paragraph that is not part of it.
    fn leave_move(&mut self, next: &TrackedParagraph) {
        let goes_on = match (self.moving, next.whole) {
            (Some(("From", number, _)), Proposed::MovedAway)
            | (Some(("To", number, _)), Proposed::MovedHere) => number == next.moved,
            _ => false,
        };
        if !goes_on {
            self.end_move();
        }
    }

    fn end_move(&mut self) {
        if let Some((end, _, id)) = self.moving.take() {
            let _ = write!(self.text, "<w:move{end}RangeEnd w:id=\"{id}\"/>");
        }
    }

    /// Writes words as runs, each in its language and direction.
    fn words(&self, text: &str, tag: &str) -> String {
        let mut out = String::new();
        for (words, language) in by_language(text, &self.language) {
            let mut look = String::new();
            if is_east_asian(words, language.unwrap_or(&self.language)) {
                look.push_str("<w:rFonts w:hint=\"eastAsia\"/>");
            }
            properties(&mut look, words, language, self.leftward);
            out.push_str("<w:r>");
            if !look.is_empty() {
                let _ = write!(out, "<w:rPr>{look}</w:rPr>");
            }
            let _ = write!(out, "{}</w:r>", words_of(words, tag));
        }
        out
    }

    fn run(&mut self, run: &TrackedRun) {
        let (element, tag) = match run.change {
            Proposed::Same => (None, "w:t"),
            Proposed::Inserted => (Some("w:ins"), "w:t"),
            Proposed::Deleted => (Some("w:del"), "w:delText"),
            Proposed::MovedAway => (Some("w:moveFrom"), "w:t"),
            Proposed::MovedHere => (Some("w:moveTo"), "w:t"),
        };
        if let Some(element) = element {
            let by = self.by();
            let _ = write!(self.text, "<{element} {by}>");
        }
        let words = self.words(&run.text, tag);
        self.text.push_str(&words);
        if let Some(note) = &run.note {
            self.note += 1;
            let id = self.note;
            let (bidi, rtl) = if self.leftward { ("<w:bidi/>", "<w:rtl/>") } else { ("", "") };
            let style = format!("<w:rPr><w:rStyle w:val=\"FootnoteReference\"/>{rtl}</w:rPr>");
            let _ = write!(self.text, "<w:r>{style}<w:footnoteReference w:id=\"{id}\"/></w:r>");
            let words = self.words(&format!(" {note}"), "w:t");
            let _ = write!(
                self.notes,
                "<w:footnote w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/>{bidi}</w:pPr>\
                 <w:r>{style}<w:footnoteRef/></w:r>{words}</w:p></w:footnote>"
            );
        }
        if let Some(element) = element {
            let _ = write!(self.text, "</{element}>");
        }
    }
}

/// Returns words as what stands in a run; line ends become breaks, tabs stay.
fn words_of(text: &str, tag: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                out.push_str("<w:tab/>");
            }
            let words: String = piece.chars().filter(|c| clean_char(*c)).collect();
            if !words.is_empty() {
                let _ = write!(out, "<{tag} xml:space=\"preserve\">{}</{tag}>", escaped(&words));
            }
        }
    }
    out
}

/// Tells whether XML may hold a character.
fn clean_char(c: char) -> bool {
    c == ' ' || !clean(&c.to_string()).is_empty() || c.is_whitespace()
}
