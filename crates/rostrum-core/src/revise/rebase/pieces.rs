//! Words of a text, and what changed from one text to another.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A word with its punctuation, and the space after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) word: &'t str,
    pub(super) gap: &'t str,
}

/// Cuts a text into its words.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = if stands_alone(first) {
            first.len_utf8()
        } else {
            rest.find(|c: char| c.is_whitespace() || stands_alone(c)).unwrap_or(rest.len())
        };
        let next = rest[end..].find(|c: char| !c.is_whitespace()).map_or(rest.len(), |n| end + n);
        out.push(Piece { word: &rest[..end], gap: &rest[end..next] });
        rest = &rest[next..];
    }
    out
}

/// Tells whether a character is a word of its own: in scripts that write no spaces.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// One change from the old text to another: these words became those.
#[derive(Debug, Clone)]
pub(super) struct Hunk {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
    /// The old words it could as well stand among: wider than `old` when words repeat.
    pub(super) reach: Range<usize>,
}

/// Finds the changes from one text to the other, in order.
pub(super) fn hunks(old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<Hunk> {
    let words = |pieces: &[Piece<'_>]| pieces.iter().map(|p| p.word.to_owned()).collect::<Vec<_>>();
    let (before, after) = (words(old), words(new));
    let mut out: Vec<Hunk> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match out.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => out.push(Hunk { reach: old.clone(), old, new }),
        }
    }
    for hunk in &mut out {
        hunk.reach = reach(hunk, &before, &after);
    }
    out
}

/// Returns how far a pure insertion or deletion can slide without changing the result.
fn reach(hunk: &Hunk, before: &[String], after: &[String]) -> Range<usize> {
    let (words, at) = if hunk.old.is_empty() {
        (&after[hunk.new.clone()], hunk.old.start)
    } else if hunk.new.is_empty() {
        (&before[hunk.old.clone()], hunk.old.end)
    } else {
        return hunk.old.clone();
    };
    let back = before[..hunk.old.start].iter().rev();
    let left = back.zip(words.iter().rev().cycle()).take_while(|(a, b)| a == b).count();
    let ahead = before[at..].iter();
    let right = ahead.zip(words.iter().cycle()).take_while(|(a, b)| a == b).count();
    hunk.old.start - left..hunk.old.end + right
}
