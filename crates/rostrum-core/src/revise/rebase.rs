//! One's own wording on top of a text that has moved on: a three-way merge by words.
//!
//! The three texts are the old wording, what was proposed instead, and the new wording.
//! Where our changes and theirs lie apart the merge is exact; where they touch, or where a
//! change could as well have been made a few words further, nothing is guessed and a person
//! decides between both.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Unchanged words that must stand between a change of ours and one of theirs.
///
/// With a single word between them two changes are mostly about the same thing ("shall
/// consider" against "should adopt"), and joining them makes wording that nobody asked for.
const WORDS_BETWEEN: usize = 2;

/// What becomes of a proposal when the text it changes has become another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rebase {
    /// The proposal stays as it is: there is none, or the text under it did not change.
    #[default]
    Unneeded,
    /// Both sides' changes lie apart: this text has all of both.
    Exact {
        /// The proposal on top of the new wording.
        text: String,
    },
    /// Changes of both sides touch; a person decides.
    ThreeWay {
        /// A start to edit from: everything that could be joined, and our words where both
        /// sides changed the same place.
        text: String,
        /// The three texts, stretch by stretch.
        parts: Vec<MergePart>,
        /// Number of stretches that a person has to decide.
        conflicts: u32,
    },
    /// The new text already says what was proposed.
    Adopted,
}

/// A stretch of the three texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MergePart {
    /// Who changed it.
    pub side: MergeSide,
    /// Its words in the old text.
    pub old: String,
    /// Its words in the proposal.
    pub ours: String,
    /// Its words in the new text.
    pub theirs: String,
}

/// Who changed a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum MergeSide {
    /// Nobody.
    Same,
    /// Only the proposal.
    Ours,
    /// Only the new text.
    Theirs,
    /// Both, in the same way.
    Both,
    /// Both, in different ways or too near to each other to tell.
    Conflict,
}

impl Rebase {
    /// Returns the wording to go on with: the proposal itself where nothing had to change.
    ///
    /// For [`Rebase::ThreeWay`] and [`Rebase::Adopted`] there is none until a person has looked.
    pub fn settled<'a>(&'a self, proposal: &'a str) -> Option<&'a str> {
        match self {
            Self::Unneeded => Some(proposal),
            Self::Exact { text } => Some(text),
            Self::ThreeWay { .. } | Self::Adopted => None,
        }
    }
}

/// Puts a proposal, made against `old`, on top of `new`.
///
/// All words that either side put in are in an exact result, and nothing is in it that
/// neither side has.
pub fn rebase(old: &str, proposal: &str, new: &str) -> Rebase {
    if proposal.trim().is_empty() || reads_as(old, new) {
        return Rebase::Unneeded;
    }
    if reads_as(proposal, old) {
        return Rebase::Exact { text: new.to_owned() };
    }
    if reads_as(proposal, new) {
        return Rebase::Adopted;
    }
    let texts = [pieces(old), pieces(proposal), pieces(new)];
    let ours = hunks(&texts[0], &texts[1]);
    let theirs = hunks(&texts[0], &texts[2]);
    let stretches = stretches(&texts, &ours, &theirs);
    let conflicts = stretches.iter().filter(|s| s.side == MergeSide::Conflict).count() as u32;
    let own = stretches.iter().any(|s| matches!(s.side, MergeSide::Ours | MergeSide::Conflict));
    let text = joined(&texts, &stretches);
    if conflicts > 0 {
        let parts = stretches.iter().map(|stretch| part(&texts, stretch)).collect();
        Rebase::ThreeWay { text, parts, conflicts }
    } else if own {
        Rebase::Exact { text }
    } else {
        Rebase::Adopted
    }
}

/// Tells whether two texts are the same but for spaces.
fn reads_as(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// A word with its punctuation, and the space after it.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    word: &'t str,
    gap: &'t str,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
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
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// One change from the old text to another: these words became those.
#[derive(Debug, Clone)]
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
    /// The old words it could as well stand among: wider than `old` when words repeat.
    reach: Range<usize>,
}

fn hunks(old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<Hunk> {
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

/// A stretch of the three texts, as ranges of their words: old, ours, theirs.
#[derive(Debug)]
struct Stretch {
    side: MergeSide,
    at: [Range<usize>; 3],
}

fn stretches(texts: &[Vec<Piece<'_>>; 3], ours: &[Hunk], theirs: &[Hunk]) -> Vec<Stretch> {
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    let mut done = [0, 0, 0];
    while i < ours.len() || j < theirs.len() {
        let (from_i, from_j) = (i, j);
        // Takes in every change that touches one already taken in.
        let own_first = match (ours.get(i), theirs.get(j)) {
            (Some(a), Some(b)) => a.reach.start <= b.reach.start,
            (a, _) => a.is_some(),
        };
        let mut end = if own_first {
            i += 1;
            ours[from_i].reach.end
        } else {
            j += 1;
            theirs[from_j].reach.end
        };
        loop {
            let near =
                |hunk: Option<&Hunk>| hunk.is_some_and(|h| h.reach.start < end + WORDS_BETWEEN);
            // Changes of one side do not trouble each other; only the other side's do.
            if near(theirs.get(j)) && (i > from_i) {
                end = end.max(theirs[j].reach.end);
                j += 1;
            } else if near(ours.get(i)) && (j > from_j) {
                end = end.max(ours[i].reach.end);
                i += 1;
            } else {
                break;
            }
        }
        let (own, their) = (&ours[from_i..i], &theirs[from_j..j]);
        let start = [own.first(), their.first()].into_iter().flatten().map(|h| h.old.start).min();
        let stop = [own.last(), their.last()].into_iter().flatten().map(|h| h.old.end).max();
        let old = start.unwrap_or(done[0])..stop.unwrap_or(done[0]);
        let at = [
            old.clone(),
            covered(&old, own, done[0], done[1]),
            covered(&old, their, done[0], done[2]),
        ];
        let same = |a: usize, b: usize| {
            let (a, b) = (&texts[a][at[a].clone()], &texts[b][at[b].clone()]);
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.word == b.word)
        };
        let side = match (own.is_empty(), their.is_empty()) {
            (false, true) => MergeSide::Ours,
            (true, _) => MergeSide::Theirs,
            (false, false) if same(1, 2) => MergeSide::Both,
            (false, false) => MergeSide::Conflict,
        };
        push_same(&mut out, done, &at);
        done = [at[0].end, at[1].end, at[2].end];
        out.push(Stretch { side, at });
    }
    let ends = [texts[0].len(), texts[1].len(), texts[2].len()];
    push_same(&mut out, done, &[ends[0]..ends[0], ends[1]..ends[1], ends[2]..ends[2]]);
    out
}

/// Returns the words of one side that stand where these old words stood.
///
/// `done_old` and `done_new` are where the last stretch ended; up to the first change both
/// texts run in step.
fn covered(old: &Range<usize>, hunks: &[Hunk], done_old: usize, done_new: usize) -> Range<usize> {
    let step = |first: &Hunk| first.new.start - (first.old.start - old.start);
    let start = hunks.first().map_or(done_new + (old.start - done_old), step);
    let end =
        hunks.last().map_or(start + old.len(), |last| last.new.end + (old.end - last.old.end));
    start..end
}

fn push_same(out: &mut Vec<Stretch>, done: [usize; 3], next: &[Range<usize>; 3]) {
    if done[0] < next[0].start {
        let at = [done[0]..next[0].start, done[1]..next[1].start, done[2]..next[2].start];
        out.push(Stretch { side: MergeSide::Same, at });
    }
}

fn part(texts: &[Vec<Piece<'_>>; 3], stretch: &Stretch) -> MergePart {
    let words = |n: usize| write(texts[n][stretch.at[n].clone()].iter().map(|p| (p.word, p.gap)));
    MergePart { side: stretch.side, old: words(0), ours: words(1), theirs: words(2) }
}

/// Joins what can be joined; where both sides changed the same place our words stand.
fn joined(texts: &[Vec<Piece<'_>>; 3], stretches: &[Stretch]) -> String {
    let mut out = Vec::new();
    for stretch in stretches {
        match stretch.side {
            MergeSide::Same => {
                let [old, ours, theirs] = &stretch.at;
                for step in 0..old.len() {
                    let (was, own) = (texts[0][old.start + step], texts[1][ours.start + step]);
                    let their = texts[2][theirs.start + step];
                    let gap = if own.gap == was.gap { their.gap } else { own.gap };
                    out.push((their.word, gap));
                }
            }
            MergeSide::Theirs => {
                out.extend(texts[2][stretch.at[2].clone()].iter().map(|p| (p.word, p.gap)));
            }
            MergeSide::Ours | MergeSide::Both | MergeSide::Conflict => {
                out.extend(texts[1][stretch.at[1].clone()].iter().map(|p| (p.word, p.gap)));
            }
        }
    }
    write(out.into_iter()).trim_end().to_owned()
}

/// Writes words with their spaces; a word never runs into the next.
fn write<'t>(pieces: impl Iterator<Item = (&'t str, &'t str)>) -> String {
    let mut out = String::new();
    for (word, gap) in pieces {
        let touches =
            out.chars().next_back().is_some_and(|c| !c.is_whitespace() && !stands_alone(c));
        if touches && !word.starts_with(stands_alone) {
            out.push(' ');
        }
        out.push_str(word);
        out.push_str(gap);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    const OLD: &str = "States should consider measures to protect networks, and to report on them.";

    #[track_caller]
    fn exact(proposal: &str, new: &str) -> String {
        match rebase(OLD, proposal, new) {
            Rebase::Exact { text } => text,
            other => panic!("not exact: {other:?}"),
        }
    }

    #[test]
    fn changes_that_lie_apart_are_joined() {
        assert_eq!(
            exact(
                "States shall consider measures to protect networks, and to report on them.",
                "States should consider measures to protect civilian networks, and to report on them each year.",
            ),
            "States shall consider measures to protect civilian networks, and to report on them each year.",
        );
    }

    #[test]
    fn changes_of_the_same_words_are_for_a_person() {
        let Rebase::ThreeWay { parts, conflicts, text } = rebase(
            OLD,
            "States shall consider measures to protect networks, and to report on them.",
            "States are invited to consider measures to protect networks, and to report yearly.",
        ) else {
            panic!("both changed \"should\"");
        };
        assert_eq!(conflicts, 1);
        let conflict = parts.iter().find(|p| p.side == MergeSide::Conflict).expect("one conflict");
        assert_eq!(conflict.old.trim(), "should");
        assert_eq!(conflict.ours.trim(), "shall");
        assert_eq!(conflict.theirs.trim(), "are invited to");
        assert_eq!(
            text,
            "States shall consider measures to protect networks, and to report yearly."
        );
    }

    #[test]
    fn changes_with_one_word_between_them_are_for_a_person() {
        let merged = rebase(
            OLD,
            "States shall consider measures to protect networks, and to report on them.",
            "States should consider steps to protect networks, and to report on them.",
        );
        assert!(matches!(merged, Rebase::ThreeWay { conflicts: 1, .. }), "{merged:?}");
    }

    #[test]
    fn what_the_new_text_already_says_is_adopted() {
        let ours = "States shall consider measures to protect networks, and to report on them.";
        assert_eq!(rebase(OLD, ours, ours), Rebase::Adopted);
        let theirs =
            "States shall consider measures to protect networks, and to report on them yearly.";
        assert_eq!(rebase(OLD, ours, theirs), Rebase::Adopted);
    }

    #[test]
    fn what_was_adopted_in_part_keeps_the_rest() {
        assert_eq!(
            exact(
                "States shall consider measures to protect networks, and to report on them yearly.",
                "States shall consider measures to protect networks, and to report on them.",
            ),
            "States shall consider measures to protect networks, and to report on them yearly.",
        );
    }

    #[test]
    fn a_word_that_could_stand_at_several_places_is_for_a_person() {
        // Where "very" was put in cannot be told, and the other side changed the next word.
        let merged = rebase(
            "a very very good text for all",
            "a very very very good text for all",
            "a very very bad text for all",
        );
        assert!(matches!(merged, Rebase::ThreeWay { .. }), "{merged:?}");
    }

    #[test]
    fn scripts_without_spaces_are_joined_by_their_signs() {
        let merged = rebase(
            "各国应考虑保护网络的措施。",
            "各国必须考虑保护网络的措施。",
            "各国应考虑保护民用网络的措施。",
        );
        assert_eq!(merged, Rebase::Exact { text: "各国必须考虑保护民用网络的措施。".into() });
    }

    #[test]
    fn an_end_that_both_sides_leave_keeps_its_paragraphs() {
        assert_eq!(
            rebase(
                "One two three four.\nFive six seven.",
                "One two three four.\nFive six seven eight.",
                "Zero two three four.\nFive six seven."
            ),
            Rebase::Exact { text: "Zero two three four.\nFive six seven eight.".into() },
        );
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select(vec!["a", "b", "c", "d", "the", "x.", "网"]),
            0..12,
        )
        .prop_map(|words| words.join(" "))
    }

    fn counted(text: &str) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for piece in pieces(text) {
            *counts.entry(piece.word.to_owned()).or_default() += 1;
        }
        counts
    }

    proptest! {
        #[test]
        fn on_an_unchanged_text_the_proposal_stays(old in text(), proposal in text()) {
            prop_assert_eq!(rebase(&old, &proposal, &old), Rebase::Unneeded);
        }

        #[test]
        fn a_proposal_that_changes_nothing_becomes_the_new_text(old in text(), new in text()) {
            prop_assume!(!old.trim().is_empty() && old != new);
            prop_assert_eq!(rebase(&old, &old, &new), Rebase::Exact { text: new });
        }

        #[test]
        fn an_exact_result_does_not_depend_on_the_side(
            old in text(), ours in text(), theirs in text(),
        ) {
            if let (Rebase::Exact { text: a }, Rebase::Exact { text: b }) =
                (rebase(&old, &ours, &theirs), rebase(&old, &theirs, &ours))
            {
                prop_assert_eq!(counted(&a), counted(&b));
            }
        }

        #[test]
        fn no_word_that_a_side_put_in_is_lost(old in text(), ours in text(), theirs in text()) {
            if let Rebase::Exact { text } = rebase(&old, &ours, &theirs) {
                let (was, own, their, now) =
                    (counted(&old), counted(&ours), counted(&theirs), counted(&text));
                for (word, n) in own.iter().chain(&their) {
                    if *n > was.get(word).copied().unwrap_or(0) {
                        prop_assert!(now.contains_key(word), "{word} is lost in {text:?}");
                    }
                }
                for word in now.keys() {
                    prop_assert!(own.contains_key(word) || their.contains_key(word));
                }
            }
        }

        #[test]
        fn the_stretches_of_a_conflict_are_the_three_texts(
            old in text(), ours in text(), theirs in text(),
        ) {
            if let Rebase::ThreeWay { parts, .. } = rebase(&old, &ours, &theirs) {
                let whole = |side: fn(&MergePart) -> &str| {
                    let words: Vec<&str> =
                        parts.iter().flat_map(|p| pieces(side(p))).map(|p| p.word).collect();
                    words.join(" ")
                };
                let words = |text: &str| {
                    pieces(text).iter().map(|p| p.word).collect::<Vec<_>>().join(" ")
                };
                prop_assert_eq!(whole(|p| &p.old), words(&old));
                prop_assert_eq!(whole(|p| &p.ours), words(&ours));
                prop_assert_eq!(whole(|p| &p.theirs), words(&theirs));
            }
        }
    }
}
