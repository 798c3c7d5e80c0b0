//! What a reader hands to the assembly: runs of words with what the format says about them.

use crate::model::draft::{BlockKind, Region, Stretch};

/// One run of words that a format sets apart as a paragraph, a heading, a note or a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// What the format says the piece is; `None` when only the words can tell.
    pub(super) kind: Option<BlockKind>,
    /// Level of a heading from 1, or depth of a list item from 0.
    pub(super) level: u8,
    /// Label that the format keeps apart from the words, such as an automatic number.
    pub(super) label: Option<String>,
    /// Whether that label stands in the file as words.
    pub(super) label_typed: bool,
    /// Whether a label may still stand at the start of the words.
    pub(super) may_open_with_label: bool,
    /// The words; spaces are folded later.
    pub(super) text: String,
    /// Words before tracked changes, when there were any.
    pub(super) original: Option<String>,
    /// Where note marks stood.
    pub(super) marks: Vec<Mark>,
    /// Page from 1.
    pub(super) page: Option<u32>,
    /// Whether all words are set in a way that headings are: bold, underlined, capitals.
    pub(super) strong: bool,
    /// Place on the page.
    pub(super) region: Option<Region>,
    /// Places in the next column and on the next pages.
    pub(super) continues: Vec<Stretch>,
    /// How sure the reader is.
    pub(super) confidence: f32,
}

/// A note mark inside a piece.
#[expect(clippy::struct_field_names, reason = "the mark as printed has no other name")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Byte offset in the piece's text at which the mark stood.
    pub(super) at: usize,
    /// The mark as printed.
    pub(super) mark: String,
    /// Key that ties the mark to its note; readers of formats without ids use the mark.
    pub(super) note: String,
}

/// A note as a reader found it.
#[derive(Debug, Clone, Default)]
pub(super) struct Note {
    /// Key that ties the note to its mark.
    pub(super) key: String,
    /// The mark as printed.
    pub(super) mark: String,
    /// The words.
    pub(super) text: String,
    /// Page on which the note starts.
    pub(super) page: Option<u32>,
}

impl Piece {
    /// Returns a piece of running text about which the format says nothing.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), may_open_with_label: true, confidence: 1.0, ..Self::default() }
    }
}

/// Returns the text with white space folded to single spaces, and the marks moved along.
pub(super) fn fold_spaces(text: &str, marks: &mut [Mark]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut moved = 0;
    for (at, char) in text.char_indices() {
        while moved < marks.len() && marks[moved].at <= at {
            marks[moved].at = out.len();
            moved += 1;
        }
        if char.is_whitespace() || char == '\u{a0}' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !matches!(char, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}')
            && !char.is_control()
        {
            out.push(char);
        }
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    for mark in marks.iter_mut().skip(moved) {
        mark.at = kept;
    }
    for mark in marks.iter_mut() {
        mark.at = mark.at.min(kept);
    }
    out
}

/// Returns the text with white space folded to single spaces.
pub(super) fn folded(text: &str) -> String {
    fold_spaces(text, &mut [])
}
