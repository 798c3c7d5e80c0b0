//! Adds up a document, part by part and section by section.

use std::collections::BTreeMap;

use super::words::{characters, words};
use crate::model::document::{Content, Document, Inline, Part, plain_text};

/// What one part or section holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) words: u32,
    pub(super) characters: u32,
    pub(super) letters: u32,
}

impl Amount {
    fn of(text: &str) -> Self {
        let (characters, letters) = characters(text);
        Self { words: words(text), characters, letters }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.words += other.words;
        self.characters += other.characters;
        self.letters += other.letters;
    }
}

/// A document, added up.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// By name of the part.
    pub(super) parts: BTreeMap<&'static str, Amount>,
    /// By heading of the section, in order of appearance.
    pub(super) sections: Vec<(String, Amount)>,
    /// Automatic numbers of paragraphs and list items.
    pub(super) numbers: u32,
}

/// Names of the parts, in the order in which they are told.
pub(super) const PARTS: [&str; 7] =
    ["body", "footnotes", "headings", "tables", "title", "signatories", "cover"];

/// Adds up a document; deleted words of proposals are never counted.
pub(super) fn tally(document: &Document) -> Tally {
    let mut tally = Tally::default();
    for part in PARTS {
        tally.parts.insert(part, Amount::default());
    }
    tally.part("title", Amount::of(&document.title));
    for line in &document.cover {
        tally.part("cover", Amount::of(&line.label));
        tally.part("cover", Amount::of(&line.value));
    }
    for note in &document.notes {
        tally.part("footnotes", Amount::of(&plain_text(note)));
    }
    for block in &document.blocks {
        let (amount, marks) = match &block.content {
            Content::Heading { text, .. } => (Amount::of(&plain_text(text)), notes(text)),
            Content::Paragraph { number, text, .. } => {
                tally.numbers += u32::from(number.is_some());
                (Amount::of(&plain_text(text)), notes(text))
            }
            Content::ListItem { number, text, .. } => {
                tally.numbers += u32::from(number.is_some());
                (Amount::of(&plain_text(text)), notes(text))
            }
            Content::Table { rows, .. } => {
                let mut amount = Amount::default();
                let mut marks = Vec::new();
                for cell in rows.iter().flatten() {
                    amount.add(Amount::of(&plain_text(cell)));
                    marks.extend(notes(cell));
                }
                (amount, marks)
            }
        };
        let part = match (block.part, &block.content) {
            (Part::Signatories, _) => "signatories",
            (Part::Title, _) => "title",
            (_, Content::Heading { .. }) => "headings",
            (_, Content::Table { .. }) => "tables",
            (Part::Headings, _) => "headings",
            (Part::Tables, _) => "tables",
            (Part::Body, _) => "body",
        };
        tally.part(part, amount);
        if let Some(heading) = &block.section {
            let mut whole = Amount::default();
            if !matches!(block.content, Content::Heading { level: 1, .. }) {
                whole.add(amount);
            }
            for mark in marks {
                let note = document.notes.get(mark as usize);
                whole.add(note.map_or_else(Amount::default, |n| Amount::of(&plain_text(n))));
            }
            tally.section(heading, whole);
        }
    }
    tally
}

impl Tally {
    fn part(&mut self, name: &'static str, amount: Amount) {
        self.parts.entry(name).or_default().add(amount);
    }

    fn section(&mut self, heading: &str, amount: Amount) {
        match self.sections.iter_mut().find(|(known, _)| known == heading) {
            Some((_, sum)) => sum.add(amount),
            None => self.sections.push((heading.into(), amount)),
        }
    }
}

/// Returns the notes whose marks stand in a line.
fn notes(inlines: &[Inline]) -> Vec<u32> {
    let mut marks = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Note(at) => marks.push(*at),
            Inline::Link { text, .. } => marks.extend(notes(text)),
            Inline::Text { .. } | Inline::Break => {}
        }
    }
    marks
}
