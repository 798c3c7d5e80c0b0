//! Finds what was joined with a neighbour or cut off from it.
//!
//! A block without a counterpart of its own may live on inside another one. What it shares
//! with that block's main counterpart proves nothing: formulas are everywhere. Only its
//! *own* words count, those the main counterpart does not have.

use std::collections::BTreeMap;

use super::likeness::{DOUBT, Pair};
use super::place::{Links, fit};
use super::reading::{Class, Reading, Words};

/// Score from which a part is taken for one without asking.
const SURE: f32 = 0.45;

/// Score from which a part is offered as a possibility.
const PERHAPS: f32 = 0.36;

/// How much the place speaks for or against a part.
const PLACE: f32 = 0.5;

/// How much it speaks for a part that the block right beside it went the same way.
const BESIDE: f32 = 0.1;

/// How badly a part may stand and still be offered.
const ASTRAY: f32 = 0.25;

/// A block that lives on inside another one, or came out of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) score: f32,
    pub(super) sure: bool,
}

/// Finds old blocks that were joined to the counterpart of another block.
pub(super) fn joined(reading: &Reading, pairs: &[Vec<Pair>], links: &Links) -> Vec<Part> {
    let parts = |known: &[Part]| {
        let olds = reading.old.iter().enumerate();
        olds.filter(|(old, words)| links.to[*old].is_none() && words.class != Class::Heading)
            .filter_map(|(old, words)| {
                best(pairs[old].iter().filter_map(|pair| {
                    let whole = &reading.new[pair.new];
                    let main = links.from[pair.new].map(|main| &reading.old[main]);
                    let beside =
                        [old.checked_sub(1), Some(old + 1)].into_iter().flatten().any(|at| {
                            links.to.get(at) == Some(&Some(pair.new))
                                || known.iter().any(|part| part.old == at && part.new == pair.new)
                        });
                    part(reading, words, whole, main, links, pair, beside)
                }))
            })
            .collect::<Vec<Part>>()
    };
    parts(&parts(&[]))
}

/// Finds new blocks that were cut off from an old block with another counterpart.
pub(super) fn cut(reading: &Reading, pairs: &[Vec<Pair>], links: &Links) -> Vec<Part> {
    let mut by_new: Vec<Vec<Pair>> = vec![Vec::new(); reading.new.len()];
    for pair in pairs.iter().flatten() {
        by_new[pair.new].push(*pair);
    }
    let parts = |known: &[Part]| {
        let news = reading.new.iter().enumerate();
        news.filter(|(new, words)| links.from[*new].is_none() && words.class != Class::Heading)
            .filter_map(|(new, words)| {
                best(by_new[new].iter().filter_map(|pair| {
                    let whole = &reading.old[pair.old];
                    let main = links.to[pair.old].map(|main| &reading.new[main]);
                    let beside =
                        [new.checked_sub(1), Some(new + 1)].into_iter().flatten().any(|at| {
                            links.from.get(at) == Some(&Some(pair.old))
                                || known.iter().any(|part| part.new == at && part.old == pair.old)
                        });
                    part(reading, words, whole, main, links, pair, beside)
                }))
            })
            .collect::<Vec<Part>>()
    };
    parts(&parts(&[]))
}

/// Finds the lines that lead into lists which were joined: "Each Party shall:" goes where its
/// items went.
pub(super) fn lead_ins(reading: &Reading, ties: &[BTreeMap<usize, f32>]) -> Vec<Part> {
    let mut items: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, words) in reading.old.iter().enumerate() {
        if let Some(parent) = words.parent {
            items.entry(parent).or_default().push(at);
        }
    }
    let mut parts = Vec::new();
    for (old, items) in
        items.iter().filter(|(old, items)| ties[**old].is_empty() && items.len() > 1)
    {
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for new in items.iter().flat_map(|item| ties[*item].keys()) {
            *votes.entry(*new).or_default() += 1;
        }
        let most = votes.into_iter().max_by_key(|(new, votes)| (*votes, std::cmp::Reverse(*new)));
        if let Some((new, _)) = most.filter(|(_, votes)| *votes > 1 && 2 * votes > items.len()) {
            parts.push(Part { old: *old, new, score: SURE, sure: true });
        }
    }
    parts
}

fn best(parts: impl Iterator<Item = Part>) -> Option<Part> {
    parts.max_by(|a, b| a.score.total_cmp(&b.score))
}

fn part(
    reading: &Reading,
    words: &Words,
    whole: &Words,
    main: Option<&Words>,
    links: &Links,
    pair: &Pair,
    beside: bool,
) -> Option<Part> {
    if whole.class == Class::Heading {
        return None;
    }
    let (own, found) = own_words(reading, words, whole, main);
    if own < DOUBT {
        return None;
    }
    // A part may have grown: then it is told by what it explains of the whole's rest.
    let explained = match main {
        Some(main) => found / (rest(reading, whole, main) + 6.0 * DOUBT),
        None => 0.0,
    };
    let found = pair.kin * explained.max(found / (own + 4.0 * DOUBT));
    let fit = fit(reading, links, pair.old, pair.new);
    let score = found + PLACE * (fit - 0.5) + if beside { BESIDE } else { 0.0 };
    (score >= PERHAPS && fit >= ASTRAY || score >= SURE).then_some(Part {
        old: pair.old,
        new: pair.new,
        score,
        sure: score >= SURE,
    })
}

/// Returns how alike a pair is in the words that the new block does not owe to its main
/// counterpart; nothing when the old block has no words of its own or the new one is a heading.
pub(super) fn own_share(reading: &Reading, pair: &Pair, links: &Links) -> Option<f32> {
    let (words, whole) = (&reading.old[pair.old], &reading.new[pair.new]);
    let main = links.from[pair.new].map(|main| &reading.old[main]);
    if whole.class != words.class {
        return None;
    }
    let (own, found) = own_words(reading, words, whole, main);
    if main.is_none() {
        return Some(pair.best());
    }
    (own >= DOUBT).then_some(pair.kin * found / (own + 4.0 * DOUBT))
}

/// Returns the weight of what `main` leaves unexplained of `whole`.
fn rest(reading: &Reading, whole: &Words, main: &Words) -> f32 {
    let left = |(feature, count): &(u32, u16)| {
        reading.weights[*feature as usize] * f32::from(count.saturating_sub(main.times(*feature)))
    };
    whole.features.iter().map(left).sum()
}

/// Returns the weight of the words that `main` lacks, and how much of it stands in the rest
/// of `whole`.
fn own_words(reading: &Reading, words: &Words, whole: &Words, main: Option<&Words>) -> (f32, f32) {
    let mut own = 0.0;
    let mut found = 0.0;
    for (feature, count) in &words.features {
        let weight = reading.weights[*feature as usize];
        let taken = main.map_or(0, |main| main.times(*feature));
        let mine = count.saturating_sub(taken);
        let rest = whole.times(*feature).saturating_sub(taken);
        own += weight * f32::from(mine);
        found += weight * f32::from(mine.min(rest));
    }
    (own, found)
}
