//! Adds up a document, part by part and section by section.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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

/// Name of the part that is told only where the call says whether annexes count.
pub(super) const ANNEXES: &str = "annexes";

/// The amounts of a document's blocks and notes, kept to add the next one up.
#[derive(Debug, Default)]
pub(super) struct Tallies {
    blocks: Vec<Block>,
    notes: Vec<(Vec<Inline>, Amount)>,
    anew: usize,
}

/// One block with what it holds.
#[derive(Debug)]
struct Block {
    content: Content,
    amount: Amount,
    /// The notes whose marks stand in it.
    marks: Vec<u32>,
}

impl Tallies {
    /// Adds up a document; deleted words of proposals are never counted.
    ///
    /// What stands before and behind the change is taken from the document before. `apart`
    /// are the blocks that are told as annexes.
    pub(super) fn tally(&mut self, document: &Document, apart: &Range<usize>) -> Tally {
        self.anew = 0;
        let anew = &mut self.anew;
        renew(
            &mut self.blocks,
            &document.blocks,
            |old, new| same(&old.content, &new.content),
            |new| {
                *anew += 1;
                let (amount, marks) = measured(&new.content);
                Block { content: new.content.clone(), amount, marks }
            },
        );
        renew(
            &mut self.notes,
            &document.notes,
            |(old, _), new| old == new,
            |new| {
                *anew += 1;
                (new.clone(), Amount::of(&plain_text(new)))
            },
        );
        self.added_up(document, apart)
    }

    /// Returns how many blocks and notes were counted for the last tally.
    pub(super) fn anew(&self) -> usize {
        self.anew
    }

    fn added_up(&self, document: &Document, apart: &Range<usize>) -> Tally {
        let mut tally = Tally::default();
        for part in PARTS {
            tally.parts.insert(part, Amount::default());
        }
        tally.part("title", Amount::of(&document.title));
        for line in &document.cover {
            tally.part("cover", Amount::of(&line.label));
            tally.part("cover", Amount::of(&line.value));
        }
        let of_annexes: BTreeSet<u32> = self
            .blocks
            .get(apart.clone())
            .into_iter()
            .flatten()
            .flat_map(|b| b.marks.clone())
            .collect();
        for (at, (_, amount)) in (0..).zip(&self.notes) {
            tally.part(if of_annexes.contains(&at) { ANNEXES } else { "footnotes" }, *amount);
        }
        for (at, (block, known)) in document.blocks.iter().zip(&self.blocks).enumerate() {
            tally.numbers += u32::from(numbered(&block.content));
            let part = match (block.part, &block.content) {
                _ if apart.contains(&at) => ANNEXES,
                (Part::Signatories, _) => "signatories",
                (Part::Title, _) => "title",
                (_, Content::Heading { .. }) => "headings",
                (_, Content::Table { .. }) => "tables",
                (Part::Headings, _) => "headings",
                (Part::Tables, _) => "tables",
                (Part::Body, _) => "body",
            };
            tally.part(part, known.amount);
            if let Some(heading) = &block.section {
                let mut whole = Amount::default();
                if !matches!(block.content, Content::Heading { level: 1, .. }) {
                    whole.add(known.amount);
                }
                for mark in &known.marks {
                    whole.add(self.notes.get(*mark as usize).map_or_else(Amount::default, |n| n.1));
                }
                tally.section(heading, whole);
            }
        }
        tally
    }
}

/// Makes `kept` agree with `new`: what is the same at the beginning and at the end stays, what
/// is between is made anew.
fn renew<K, N>(
    kept: &mut Vec<K>,
    new: &[N],
    same: impl Fn(&K, &N) -> bool,
    make: impl FnMut(&N) -> K,
) {
    let head = kept.iter().zip(new).take_while(|(old, new)| same(old, new)).count();
    let most = kept.len().min(new.len()) - head;
    let tail = kept.iter().rev().zip(new.iter().rev());
    let tail = tail.take(most).take_while(|(old, new)| same(old, new)).count();
    let between = head..kept.len() - tail;
    kept.splice(between, new[head..new.len() - tail].iter().map(make));
}

/// Tells whether two blocks hold the same words; which number a paragraph has does not matter.
fn same(old: &Content, new: &Content) -> bool {
    match (old, new) {
        (
            Content::Paragraph { text: old, number: before, .. },
            Content::Paragraph { text: new, number: now, .. },
        )
        | (
            Content::ListItem { text: old, number: before, .. },
            Content::ListItem { text: new, number: now, .. },
        ) => old == new && before.is_some() == now.is_some(),
        (old, new) => old == new,
    }
}

fn numbered(content: &Content) -> bool {
    matches!(
        content,
        Content::Paragraph { number: Some(_), .. } | Content::ListItem { number: Some(_), .. }
    )
}

/// Counts one block and finds the marks of notes in it; what a picture shows is no text.
fn measured(content: &Content) -> (Amount, Vec<u32>) {
    match content {
        Content::Heading { text, .. }
        | Content::Paragraph { text, .. }
        | Content::ListItem { text, .. } => (Amount::of(&plain_text(text)), notes(text)),
        Content::Table { rows, .. } => {
            let mut amount = Amount::default();
            let mut marks = Vec::new();
            for cell in rows.iter().flatten() {
                amount.add(Amount::of(&plain_text(cell)));
                marks.extend(notes(cell));
            }
            (amount, marks)
        }
        Content::Picture { caption, .. } => (Amount::of(&plain_text(caption)), notes(caption)),
    }
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
