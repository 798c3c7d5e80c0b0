//! Gives every block at most one main counterpart.

use super::anchors::{beyond_doubt, left_over};
use super::likeness::Pair;
use super::place::{Links, fit};
use super::reading::Reading;

/// Scores from which pairs are linked, round by round: what is beyond doubt comes first and
/// tells where the rest belongs.
const ROUNDS: [f32; 4] = [0.8, 0.65, 0.5, SURE];

/// Score from which a pair is linked without asking.
pub(super) const SURE: f32 = 0.45;

/// How much the place speaks for or against a pair.
///
/// At its own place a paragraph is known by a quarter of its words, far from it by two thirds.
const PLACE: f32 = 0.4;

/// Scores a pair by its words and its place.
pub(super) fn score(pair: &Pair, fit: f32) -> f32 {
    pair.best() + PLACE * (fit - 0.5)
}

/// Links blocks one to one, in rounds.
pub(super) fn pair_up(reading: &Reading, pairs: &[Vec<Pair>]) -> Links {
    let anchors = beyond_doubt(reading);
    let mut links = anchors.clone();
    for least in ROUNDS {
        links = round(reading, pairs, &anchors, &links, least);
    }
    left_over(reading, &mut links);
    links
}

/// Links the best pairs first, judging places by the links of the round before.
fn round(
    reading: &Reading,
    pairs: &[Vec<Pair>],
    anchors: &Links,
    known: &Links,
    least: f32,
) -> Links {
    let mut scored: Vec<(f32, usize, usize)> = pairs
        .iter()
        .flatten()
        .filter(|pair| pair.best() + PLACE * 0.5 >= least)
        .map(|p| (score(p, fit(reading, known, p.old, p.new)), p.old, p.new))
        .filter(|(score, ..)| *score >= least)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut links = anchors.clone();
    for (_, old, new) in scored {
        if links.to[old].is_none() && links.from[new].is_none() {
            links.link(old, new);
        }
    }
    links
}
