//! Finds what was joined with a neighbour or cut off from it.
//!
//! A block without a counterpart of its own may live on inside another one. What it shares
//! with that block's main counterpart proves nothing: formulas are everywhere. Only its
//! *own* words count, those the main counterpart does not have.

use std::collections::{BTreeMap, BTreeSet};

use super::families::Families;
use super::likeness::Pair;
use super::place::{Links, fit};
use super::reading::{Class, Reading, Words};

/// Score from which a part is taken for one without asking.
const SURE: f32 = 0.45;

/// Score from which a part is offered as a possibility.
const PERHAPS: f32 = 0.4;

/// How much the place speaks for or against a part.
const PLACE: f32 = 0.5;

/// How much it speaks for a part that the block right beside it went the same way.
const BESIDE: f32 = 0.1;

/// How much it speaks for a part that others of its list or of its options went the same way.
const FAMILY: f32 = 0.22;

/// Likeness from which something of a line that leads into a list stands in a sentence.
const LEAD_IN_TRACE: f32 = 0.15;

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
    let families = Families::of(&reading.old);
    twice(|known| {
        let went = |old: usize, new: usize| {
            links.to.get(old) == Some(&Some(new)) || known.contains(&(old, new))
        };
        let olds = reading.old.iter().enumerate();
        olds.filter(|(old, words)| links.to[*old].is_none() && words.class != Class::Heading)
            .filter_map(|(old, words)| {
                best(pairs[old].iter().filter_map(|pair| {
                    let whole = &reading.new[pair.new];
                    let went = |other: usize| went(other, pair.new);
                    let same_list = same_list(links, words.parent, whole.parent);
                    let seat = Seat {
                        words,
                        whole,
                        main: links.from[pair.new].map(|main| &reading.old[main]),
                        beside: beside(old, went),
                        family: families.went_along(&reading.old, old, whole, went, same_list),
                    };
                    part(reading, links, pair, &seat)
                }))
            })
            .collect()
    })
}

/// Finds new blocks that were cut off from an old block with another counterpart.
pub(super) fn cut(reading: &Reading, pairs: &[Vec<Pair>], links: &Links) -> Vec<Part> {
    let mut by_new: Vec<Vec<Pair>> = vec![Vec::new(); reading.new.len()];
    for pair in pairs.iter().flatten() {
        by_new[pair.new].push(*pair);
    }
    let families = Families::of(&reading.new);
    twice(|known| {
        let came = |new: usize, old: usize| {
            links.from.get(new) == Some(&Some(old)) || known.contains(&(old, new))
        };
        let news = reading.new.iter().enumerate();
        news.filter(|(new, words)| links.from[*new].is_none() && words.class != Class::Heading)
            .filter_map(|(new, words)| {
                best(by_new[new].iter().filter_map(|pair| {
                    let whole = &reading.old[pair.old];
                    let came = |other: usize| came(other, pair.old);
                    let same_list = same_list(links, whole.parent, words.parent);
                    let seat = Seat {
                        words,
                        whole,
                        main: links.to[pair.old].map(|main| &reading.new[main]),
                        beside: beside(new, came),
                        family: families.went_along(&reading.new, new, whole, came, same_list),
                    };
                    part(reading, links, pair, &seat)
                }))
            })
            .collect()
    })
}

/// Looks for parts twice: what is found first tells where the blocks beside it belong.
fn twice(find: impl Fn(&BTreeSet<(usize, usize)>) -> Vec<Part>) -> Vec<Part> {
    let first = find(&BTreeSet::new());
    find(&first.iter().map(|part| (part.old, part.new)).collect())
}

/// Tells whether two blocks lead lists that are each other's counterpart.
fn same_list(links: &Links, old: Option<usize>, new: Option<usize>) -> bool {
    old.zip(new).is_some_and(|(old, new)| links.to[old] == Some(new))
}

/// Tells whether the block right before or after went the same way.
fn beside(at: usize, went: impl Fn(usize) -> bool) -> bool {
    at.checked_sub(1).is_some_and(&went) || went(at + 1)
}

/// Finds the lines that lead into lists which were joined: "Each Party shall:" goes where its
/// items went, all of them or, when something of the line itself stands there, several.
pub(super) fn lead_ins(
    reading: &Reading,
    pairs: &[Vec<Pair>],
    ties: &[BTreeMap<usize, f32>],
) -> Vec<Part> {
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
        let all: usize = votes.values().sum();
        let most = votes.into_iter().max_by_key(|(new, votes)| (*votes, std::cmp::Reverse(*new)));
        let Some((new, votes)) = most.filter(|(_, votes)| *votes > 1) else { continue };
        let trace = pairs[*old].iter().any(|pair| pair.new == new && pair.best() >= LEAD_IN_TRACE);
        let sentence = !reading.new[new].leads && 2 * votes > all && trace;
        if 2 * votes > items.len() || sentence {
            parts.push(Part { old: *old, new, score: SURE, sure: true });
        }
    }
    parts
}

fn best(parts: impl Iterator<Item = Part>) -> Option<Part> {
    parts.max_by(|a, b| a.score.total_cmp(&b.score))
}

/// A block that may be a part, and what is known of where it stands.
struct Seat<'r> {
    /// The block.
    words: &'r Words,
    /// The block of the other draft that it may be a part of.
    whole: &'r Words,
    /// The main counterpart of that whole.
    main: Option<&'r Words>,
    /// Whether the block right beside it went the same way.
    beside: bool,
    /// Whether another one of its list or of its options went the same way.
    family: bool,
}

fn part(reading: &Reading, links: &Links, pair: &Pair, seat: &Seat<'_>) -> Option<Part> {
    let Seat { words, whole, main, beside, family } = *seat;
    // A whole that stands word for word as it stood has no room for a part.
    if whole.class == Class::Heading || main.is_some_and(|main| main.says_the_same(whole)) {
        return None;
    }
    let doubt = reading.doubt;
    let (own, found) = own_words(reading, words, whole, main);
    // Of options that say nearly the same, one is the main counterpart; the others have few
    // words of their own and went the same way.
    // A line that leads into a list goes where its items went, see `lead_ins`.
    let family = family && !words.leads;
    let akin = if family && words.weight >= 2.0 * doubt { pair.best() } else { 0.0 };
    if own < doubt && akin == 0.0 {
        return None;
    }
    // A part may have grown: then it is told by what it explains of the whole's rest.
    let explained = match main {
        Some(main) => found / (rest(reading, whole, main) + 6.0 * doubt),
        None => 0.0,
    };
    let found = pair.kin * explained.max(found / (own + 4.0 * doubt));
    let fit = fit(reading, links, pair.old, pair.new);
    let company = if family {
        FAMILY
    } else if beside {
        BESIDE
    } else {
        0.0
    };
    let score = found.max(akin) + PLACE * (fit - 0.5) + company;
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
    (own >= reading.doubt).then_some(pair.kin * found / (own + 4.0 * reading.doubt))
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
