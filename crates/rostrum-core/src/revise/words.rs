//! How one wording becomes another, word by word.
//!
//! Made for people, not for patches: a word changes as a whole with its punctuation, a
//! change reads as one deletion followed by one insertion, and a lone small word that two
//! changes happen to share does not cut them into confetti.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of words and what becomes of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WordRun {
    /// `same`, `inserted` or `deleted`.
    pub change: String,
    /// The words with their spaces.
    pub text: String,
}

/// Shows how `before` becomes `after`.
///
/// The runs marked `same` and `inserted` together are `after`, those marked `same` and
/// `deleted` together are `before`, to the last space. Neighbouring runs differ in their
/// change, and between two `same` runs stands at most one deletion and then one insertion.
pub fn diff(before: &str, after: &str) -> Vec<WordRun> {
    let (old, new) = (pieces(before), pieces(after));
    let mut numbers = BTreeMap::new();
    let old_ids = numbered(&old, &mut numbers);
    let new_ids = numbered(&new, &mut numbers);
    let ops = capture_diff_slices(Algorithm::Patience, &old_ids, &new_ids);
    let mut spans = spans(&ops);
    join_around_small_words(&mut spans, &old, &new);
    settle(&mut spans, &new_ids, &new);
    write(&spans, &old, &new)
}

/// A word with the space after it.
#[derive(Clone, Copy)]
struct Piece<'t> {
    word: &'t str,
    gap: &'t str,
}

/// A stretch of both texts: the same words, or words that were replaced by others.
#[derive(Debug, Clone)]
struct Span {
    same: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

/// Cuts a text into words; scripts that write no spaces are cut at every character.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word_end = word_end(rest);
        let gap_end = rest[word_end..]
            .find(|c: char| !c.is_whitespace())
            .map_or(rest.len(), |at| word_end + at);
        out.push(Piece { word: &rest[..word_end], gap: &rest[word_end..gap_end] });
        rest = &rest[gap_end..];
    }
    out
}

fn word_end(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    if first.is_whitespace() {
        return 0;
    }
    let mut alone = is_written_without_spaces(first);
    for (at, c) in chars {
        let ends = c.is_whitespace()
            || (is_written_without_spaces(c) && !is_wide_punctuation(c))
            || (alone && !is_wide_punctuation(c));
        if ends {
            return at;
        }
        alone |= is_wide_punctuation(c);
    }
    text.len()
}

fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_wide_punctuation(c: char) -> bool {
    matches!(
        c,
        '\u{3001}'
            ..='\u{3003}'
                | '\u{3009}'
                | '\u{300B}'
                | '\u{300D}'
                | '\u{300F}'
                | '\u{FF01}'
                | '\u{FF09}'
                | '\u{FF0C}'
                | '\u{FF0E}'
                | '\u{FF1A}'
                | '\u{FF1B}'
                | '\u{FF1F}'
    )
}

/// Gives equal words equal numbers, so that comparing costs no reading.
fn numbered<'t>(pieces: &[Piece<'t>], numbers: &mut BTreeMap<&'t str, u32>) -> Vec<u32> {
    pieces
        .iter()
        .map(|piece| {
            let next = numbers.len() as u32;
            *numbers.entry(piece.word).or_insert(next)
        })
        .collect()
}

/// Turns operations into spans that alternate between same and changed.
fn spans(ops: &[DiffOp]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for op in ops {
        let same = matches!(op, DiffOp::Equal { .. });
        push(&mut out, Span { same, old: op.old_range(), new: op.new_range() });
    }
    out
}

fn push(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        Some(last) if last.same == span.same => {
            last.old.end = span.old.end;
            last.new.end = span.new.end;
        }
        _ => spans.push(span),
    }
}

/// Takes a lone word or two between changes into the changes, where that reads better.
///
/// Only where words are both taken out and put in around it: two plain insertions with a
/// word between them stay two insertions, because nothing is taken out.
fn join_around_small_words(spans: &mut Vec<Span>, old: &[Piece<'_>], new: &[Piece<'_>]) {
    let letters = |pieces: &[Piece<'_>]| pieces.iter().map(|p| p.word.chars().count()).sum();
    let size = |span: &Span| -> usize {
        let taken: usize = letters(&old[span.old.clone()]);
        taken.max(letters(&new[span.new.clone()]))
    };
    let mut at = 1;
    while at + 1 < spans.len() {
        let (left, same, right) = (&spans[at - 1], &spans[at], &spans[at + 1]);
        let takes = !left.old.is_empty() || !right.old.is_empty();
        let puts = !left.new.is_empty() || !right.new.is_empty();
        let small = same.same && same.old.len() <= 2 && size(same) <= size(left).min(size(right));
        if small && takes && puts {
            let end = (right.old.end, right.new.end);
            let left = &mut spans[at - 1];
            (left.old.end, left.new.end) = end;
            spans.drain(at..=at + 1);
            at = at.saturating_sub(2).max(1);
        } else {
            at += 1;
        }
    }
}

/// Slides an insertion or deletion to where a person would have made it.
///
/// In "States and industry" → "States and academia and industry" both "and academia" and
/// "academia and" are right; the one that starts after a mark of punctuation or with a
/// joining word reads better.
fn settle(spans: &mut [Span], new_ids: &[u32], new: &[Piece<'_>]) {
    for at in 1..spans.len().saturating_sub(1) {
        let span = &spans[at];
        // Only insertions: what is taken out of a paragraph is read against words that
        // are gone, where the place matters less than that the words are whole.
        if span.same || !span.old.is_empty() {
            continue;
        }
        let (start, end) = (span.new.start, span.new.end);
        let room_left = spans[at - 1].new.len();
        let room_right = spans[at + 1].new.len();
        let left = (1..=room_left).take_while(|by| new_ids[start - by] == new_ids[end - by]);
        let right = (0..room_right).take_while(|by| new_ids[start + by] == new_ids[end + by]);
        let (left, right) = (left.count().min(room_left - 1), right.count().min(room_right - 1));
        let best = (0..=left + right)
            .map(|by| start - left + by)
            .max_by_key(|&place| (boundary(new, place), place <= start, place))
            .unwrap_or(start);
        let shift = |value: usize| value + best - start;
        let old_place = shift(span.old.start);
        spans[at - 1].old.end = old_place;
        spans[at - 1].new.end = shift(start);
        spans[at].old = old_place..old_place;
        spans[at].new = shift(start)..shift(end);
        spans[at + 1].old.start = old_place;
        spans[at + 1].new.start = shift(end);
    }
}

/// Rates how natural it is to begin an insertion before the word at `place`.
fn boundary(new: &[Piece<'_>], place: usize) -> u8 {
    let before = new[place - 1].word;
    match before.chars().last() {
        Some('.' | ';' | ':' | '!' | '?' | '。' | '；' | '؟') => 3,
        Some(',' | '،' | '、' | '，') => 2,
        _ if ["and", "or", "including", "et", "ou", "y", "o", "и", "или"]
            .contains(&new[place].word) =>
        {
            1
        }
        _ => 0,
    }
}

fn write(spans: &[Span], old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<WordRun> {
    let mut out = Runs::default();
    for span in spans {
        if span.same {
            for (before, after) in old[span.old.clone()].iter().zip(&new[span.new.clone()]) {
                out.same(before.word);
                let shared = common_prefix(before.gap, after.gap);
                out.same(&before.gap[..shared]);
                out.deleted(&before.gap[shared..]);
                out.inserted(&after.gap[shared..]);
            }
        } else {
            for piece in &old[span.old.clone()] {
                out.deleted(piece.word);
                out.deleted(piece.gap);
            }
            for piece in &new[span.new.clone()] {
                out.inserted(piece.word);
                out.inserted(piece.gap);
            }
        }
    }
    out.finish()
}

fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, x), y)| x != y)
        .map_or(a.len().min(b.len()), |((at, _), _)| at)
}

/// Collects runs so that a change is one deletion and then one insertion.
#[derive(Default)]
struct Runs {
    done: Vec<WordRun>,
    same: String,
    deleted: String,
    inserted: String,
}

impl Runs {
    fn same(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.flush_changes();
        self.same.push_str(text);
    }

    fn deleted(&mut self, text: &str) {
        self.deleted.push_str(text);
    }

    fn inserted(&mut self, text: &str) {
        self.inserted.push_str(text);
    }

    fn flush_changes(&mut self) {
        if self.deleted.is_empty() && self.inserted.is_empty() {
            return;
        }
        self.flush("same");
        self.flush("deleted");
        self.flush("inserted");
    }

    fn flush(&mut self, change: &str) {
        let text = match change {
            "same" => &mut self.same,
            "deleted" => &mut self.deleted,
            _ => &mut self.inserted,
        };
        if !text.is_empty() {
            self.done.push(WordRun { change: change.into(), text: std::mem::take(text) });
        }
    }

    fn finish(mut self) -> Vec<WordRun> {
        self.flush_changes();
        self.flush("same");
        self.done
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Shows runs as text: `[-taken out-]`, `{+put in+}`.
    fn shown(before: &str, after: &str) -> String {
        diff(before, after)
            .iter()
            .map(|run| match run.change.as_str() {
                "deleted" => format!("[-{}-]", run.text),
                "inserted" => format!("{{+{}+}}", run.text),
                _ => run.text.clone(),
            })
            .collect()
    }

    #[test]
    fn a_word_changes_with_its_punctuation() {
        assert_eq!(
            shown("States should cooperate.", "States should cooperate, and report."),
            "States should [-cooperate.-]{+cooperate, and report.+}"
        );
    }

    #[test]
    fn an_insertion_leaves_the_rest_alone() {
        assert_eq!(
            shown("States shall protect networks.", "States shall protect and maintain networks."),
            "States shall protect {+and maintain +}networks."
        );
    }

    #[test]
    fn a_small_word_shared_by_two_changes_does_not_cut_them() {
        assert_eq!(
            shown(
                "States shall promote and protect access.",
                "States should respect and ensure access."
            ),
            "States [-shall promote and protect -]{+should respect and ensure +}access."
        );
    }

    #[test]
    fn two_insertions_around_a_word_stay_two() {
        assert_eq!(
            shown("the safety of networks", "the long-term safety of all networks"),
            "the {+long-term +}safety of {+all +}networks"
        );
    }

    #[test]
    fn an_insertion_starts_where_a_person_would_start_it() {
        assert_eq!(
            shown("States and industry meet", "States and academia and industry meet"),
            "States {+and academia +}and industry meet"
        );
        assert_eq!(
            shown("They met. They left.", "They met. They spoke. They left."),
            "They met. {+They spoke. +}They left."
        );
    }

    #[test]
    fn scripts_without_spaces_are_compared_by_character() {
        assert_eq!(shown("各国应合作。", "各国必须合作。"), "各国[-应-]{+必须+}合作。");
    }

    #[test]
    fn nothing_becomes_nothing() {
        assert_eq!(diff("", ""), vec![]);
        assert_eq!(shown("", "New words."), "{+New words.+}");
        assert_eq!(shown("Old words.", ""), "[-Old words.-]");
    }

    proptest! {
        #[test]
        fn the_runs_are_both_texts(
            before in "([ab,. \n]|and |of |State |各|\u{a0}){0,40}",
            after in "([ab,. \n]|and |of |State |各|\u{a0}){0,40}",
        ) {
            let runs = diff(&before, &after);
            let side = |change: &str| -> String {
                runs.iter()
                    .filter(|r| r.change == "same" || r.change == change)
                    .map(|r| r.text.as_str())
                    .collect()
            };
            prop_assert_eq!(side("deleted"), before);
            prop_assert_eq!(side("inserted"), after);
            for pair in runs.windows(2) {
                prop_assert_ne!(&pair[0].change, &pair[1].change);
            }
            prop_assert!(runs.iter().all(|r| !r.text.is_empty()));
        }

        #[test]
        fn equal_texts_are_one_run(text in "[a-c ]{1,30}") {
            let runs = diff(&text, &text);
            prop_assert_eq!(runs.len(), 1);
            prop_assert_eq!(&runs[0].change, "same");
        }
    }
}
