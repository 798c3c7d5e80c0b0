//! Three texts, stretch by stretch: who changed what.

use std::ops::Range;

use super::pieces::{Hunk, Piece, stands_alone};
use super::{MergePart, MergeSide};

/// Unchanged words that must stand between a change of ours and one of theirs.
///
/// With a single word between them two changes are mostly about the same thing ("shall
/// consider" against "should adopt"), and joining them makes wording that nobody asked for.
const WORDS_BETWEEN: usize = 2;

/// A stretch of the three texts, as ranges of their words: old, ours, theirs.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) side: MergeSide,
    at: [Range<usize>; 3],
}

/// Lays the changes of both sides over the old text.
pub(super) fn stretches(
    texts: &[Vec<Piece<'_>>; 3],
    ours: &[Hunk],
    theirs: &[Hunk],
) -> Vec<Stretch> {
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

/// Returns a stretch with its words.
pub(super) fn part(texts: &[Vec<Piece<'_>>; 3], stretch: &Stretch) -> MergePart {
    let words = |n: usize| write(texts[n][stretch.at[n].clone()].iter().map(|p| (p.word, p.gap)));
    MergePart { side: stretch.side, old: words(0), ours: words(1), theirs: words(2) }
}

/// Joins what can be joined; where both sides changed the same place our words stand.
pub(super) fn joined(texts: &[Vec<Piece<'_>>; 3], stretches: &[Stretch]) -> String {
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
