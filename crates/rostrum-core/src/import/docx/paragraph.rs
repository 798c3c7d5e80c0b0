//! One Word paragraph while it is read, and the piece it becomes.

use crate::import::headings;
use crate::import::piece::{Mark, Piece};
use crate::model::draft::BlockKind;

use super::numbering::Numbering;
use super::styles::Styles;

/// Longest heading, in words: styles called headings often hold whole paragraphs.
const LONGEST_HEADING: usize = 36;

/// One paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    pub(super) number: Option<u32>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    pub(super) centred: Option<bool>,
    pub(super) text: String,
    pub(super) original: String,
    pub(super) changed: bool,
    pub(super) mark_deleted: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) letters: usize,
    pub(super) strong_letters: usize,
}

impl Paragraph {
    /// Puts the words of a paragraph whose mark was deleted before this one's.
    pub(super) fn prepend(&mut self, before: Paragraph) {
        let shift = before.text.len();
        for mark in &mut self.marks {
            mark.at += shift;
        }
        let mut marks = before.marks;
        marks.append(&mut self.marks);
        self.marks = marks;
        self.text.insert_str(0, &before.text);
        self.original.insert_str(0, &before.original);
        self.changed = true;
        self.letters += before.letters;
        self.strong_letters += before.strong_letters;
    }

    /// Returns the piece, counting the paragraph's automatic number.
    pub(super) fn piece(self, styles: &Styles, numbering: &mut Numbering) -> Option<Piece> {
        let empty = self.text.trim().is_empty();
        if empty && self.changed && !self.original.trim().is_empty() {
            // The whole paragraph was deleted: it has no number any more.
            return Some(Piece {
                kind: Some(BlockKind::Other),
                original: Some(self.original),
                confidence: 1.0,
                ..Piece::default()
            });
        }
        let style = self.style.as_deref().or(styles.default_id()).unwrap_or_default().to_owned();
        let number = self.number.or_else(|| styles.look(&style, |s| s.number));
        let label = number.filter(|number| *number != 0).and_then(|number| {
            let level = self
                .level
                .or_else(|| {
                    styles
                        .chain(&style)
                        .iter()
                        .find_map(|(id, _)| numbering.level_of_style(number, id, styles))
                })
                .or_else(|| styles.look(&style, |s| s.level))
                .unwrap_or(0);
            Some((numbering.next(number, level, styles)?, level))
        });
        if empty {
            return None;
        }
        let words = self.text.split_whitespace().count();
        let outline = self.outline.or_else(|| styles.look(&style, |s| s.outline));
        let name = styles.look(&style, |s| Some(s.name.to_lowercase())).unwrap_or_default();
        let named = name
            .strip_prefix("heading ")
            .and_then(|level| level.trim().parse::<u8>().ok())
            .map(|level| level.saturating_sub(1));
        let by_name = named.is_some() || styles.look(&style, |s| s.outline).is_some();
        let short = words <= LONGEST_HEADING
            && (by_name || !headings::leads_in(&self.text))
            && !(words > 8 && headings::ends_like_a_sentence(&self.text));
        let kind = if name == "title" || name == "subtitle" {
            Some(BlockKind::Title)
        } else if name.starts_with("toc ") || name == "table of figures" {
            Some(BlockKind::Other)
        } else if outline.or(named).is_some_and(|level| level < 9) {
            Some(if short { BlockKind::Heading } else { BlockKind::Paragraph })
        } else if label.is_some() {
            Some(BlockKind::Paragraph)
        } else {
            None
        };
        let strong = self.letters > 0 && self.strong_letters * 10 >= self.letters * 9;
        let level = match kind {
            Some(BlockKind::Heading) => outline.or(named).unwrap_or(0) + 1,
            _ => label.as_ref().map_or(0, |(_, level)| *level),
        };
        Some(Piece {
            kind,
            level,
            may_open_with_label: label.is_none(),
            label: label.map(|(label, _)| label),
            original: self.changed.then_some(self.original),
            text: self.text,
            marks: self.marks,
            strong,
            confidence: 1.0,
            ..Piece::default()
        })
    }
}
