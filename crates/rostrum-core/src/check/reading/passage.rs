//! Passages of plain words that know where they stand.

use std::ops::{Deref, Range};
use std::sync::Arc;

use super::sentence::sentences;

mod cutting;

pub(super) use cutting::{read, read_proposal};

/// One paragraph, heading, list item, cell or note, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What stands there; the same words elsewhere are the same value.
    words: Arc<Words>,
    /// Heading of the section it stands in; unknown to rules that see one passage only.
    pub(in crate::check) section: Option<String>,
    /// UTF-16 units before it in the body or the rationale.
    pub(in crate::check) start: u32,
}

/// A passage as plain words, without where it stands.
///
/// Citations and note marks are taken out of the words and kept as [`Mark`]s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What it is.
    pub(in crate::check) kind: Kind,
    /// Id of the response whose rationale or proposal it is; none for the body.
    pub(in crate::check) response: Option<String>,
    /// Whether it is wording that a response proposes for the draft.
    pub(in crate::check) proposal: bool,
    /// Whether it is quoted from elsewhere.
    pub(in crate::check) quoted: bool,
    /// Whether some of it is bold or in italics.
    pub(in crate::check) emphasised: bool,
    /// The words.
    pub(in crate::check) text: String,
    /// Marks of sources, by their place in the words.
    pub(in crate::check) marks: Vec<Mark>,
    /// Sentences, as ranges of the words.
    pub(in crate::check) sentences: Vec<Range<usize>>,
    /// The same in Markdown.
    pub(in crate::check) markdown: String,
    /// Where pieces of the words stand: byte of the words, byte of [`Self::markdown`].
    pieces: Vec<(usize, usize)>,
}

impl Deref for Passage {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

impl Passage {
    /// Returns the same words as they are shown to rules that see one passage only.
    pub(in crate::check) fn alone(&self) -> Self {
        Self { words: Arc::clone(&self.words), section: None, start: 0 }
    }

    /// Returns the words, to keep something under them.
    pub(in crate::check) fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// Puts the same words kept from before in place of these.
    pub(in crate::check) fn share(&mut self, kept: &Arc<Words>) {
        self.words = Arc::clone(kept);
    }

    /// Cuts the words into sentences, when that has not been done.
    pub(in crate::check) fn cut(&mut self) {
        let words = Arc::make_mut(&mut self.words);
        words.sentences = sentences(&words.text);
    }

    /// Returns the UTF-16 units of body or rationale at which a range of the words stands.
    pub(in crate::check) fn units(&self, range: &Range<usize>) -> (u32, u32) {
        let (from, to) = (self.source(range.start), self.source_end(range.end));
        let units = |at: usize| {
            // Inside a character, before it.
            let before = &self.markdown[..self.markdown.floor_char_boundary(at)];
            self.start + before.encode_utf16().count() as u32
        };
        (units(from), units(to.max(from)))
    }
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Kind {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list item, with its number when the list is numbered.
    Item(Option<u64>),
    /// A cell of a table.
    Cell,
    /// The words of a footnote.
    Note,
}

/// The mark of a source in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Mark {
    /// Byte of the words before which it stood.
    pub(in crate::check) at: usize,
    /// What it is.
    pub(in crate::check) kind: MarkKind,
}

/// Kinds of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) enum MarkKind {
    /// A footnote.
    Note(String),
    /// A citation of these keys.
    Citation(Vec<String>),
    /// A link to this address.
    Link(String),
}

impl Words {
    /// Tells whether it is running text of one's own: a paragraph, list item or cell, not a
    /// quotation, heading, note or proposed wording.
    pub(in crate::check) fn is_prose(&self) -> bool {
        let running = matches!(self.kind, Kind::Paragraph | Kind::Item(_) | Kind::Cell);
        running && !self.quoted && !self.proposal
    }

    /// Tells whether both are the same words, their sentences set aside.
    pub(in crate::check) fn same(&self, other: &Self) -> bool {
        self.markdown == other.markdown
            && self.kind == other.kind
            && self.response == other.response
            && self.proposal == other.proposal
            && self.quoted == other.quoted
            && self.emphasised == other.emphasised
            && self.text == other.text
            && self.marks == other.marks
            && self.pieces == other.pieces
    }

    /// Returns the byte of the Markdown at which this byte of the words stands.
    pub(in crate::check) fn source(&self, at: usize) -> usize {
        let piece = self.pieces.iter().rev().find(|(plain, _)| *plain <= at);
        piece.map_or(0, |(plain, source)| source + (at - plain)).min(self.markdown.len())
    }

    /// Returns the byte of the Markdown after the last byte of a range of the words.
    pub(in crate::check) fn source_end(&self, end: usize) -> usize {
        let piece = self.pieces.iter().rev().find(|(plain, _)| *plain < end);
        piece.map_or(0, |(plain, source)| source + (end - plain)).min(self.markdown.len())
    }

    /// Returns the sentence to which a mark at this byte belongs: the one it stands in or behind.
    pub(in crate::check) fn sentence_at(&self, at: usize) -> Range<usize> {
        let found = self.sentences.iter().rev().find(|s| s.start <= at);
        found.or(self.sentences.first()).cloned().unwrap_or(0..self.text.len())
    }

    /// Tells whether a source is named in or right behind this sentence.
    pub(in crate::check) fn marked(&self, sentence: &Range<usize>) -> bool {
        self.marks.iter().any(|m| self.sentence_at(m.at) == *sentence)
    }
}
