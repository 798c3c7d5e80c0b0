//! Offers what stands where an old block stood, under the same label, when few of its words
//! are left.

use super::likeness::Pair;
use super::parts::own_share;
use super::place::{Links, fit, same_heading};
use super::reading::{Class, Reading, Words};

/// How well a block must stand in the old one's place to be offered.
const IN_PLACE: f32 = 0.6;

/// Least share of words in common: below it the place alone would speak.
const TRACE: f32 = 0.2;

/// Share of its words, in per cent, with which a block is held in the other one.
const HELD: u8 = 75;

/// Words from which a block can be told as shortened or drawn out.
const FEWEST: usize = 4;

/// Finds paragraphs that were strongly shortened, or drawn out, under their own label: what
/// is left of the one stands in the other nearly whole, and neither has another counterpart.
pub(super) fn shortened(reading: &Reading, pairs: &[Vec<Pair>], links: &mut Links) {
    let found: Vec<Pair> = pairs
        .iter()
        .flatten()
        .filter(|pair| links.to[pair.old].is_none() && links.from[pair.new].is_none())
        .filter(|pair| {
            let (a, b) = (&reading.old[pair.old], &reading.new[pair.new]);
            let held = |short: &Words, long: &Words| {
                short.bag.len() >= FEWEST && short.kept_in(long) >= HELD
            };
            a.class == Class::Body
                && b.class == Class::Body
                && !a.voice.contradicts(b.voice)
                && labelled_alike(reading, pair)
                && (same_heading(reading, links, pair.old, pair.new)
                    || a.heading.is_none() && b.heading.is_none())
                && fit(reading, links, pair.old, pair.new) >= IN_PLACE
                && (held(b, a) || held(a, b))
        })
        .copied()
        .collect();
    for pair in found {
        if links.to[pair.old].is_none() && links.from[pair.new].is_none() {
            links.link(pair.old, pair.new);
        }
    }
}

/// Tells whether both have the same label.
fn labelled_alike(reading: &Reading, pair: &Pair) -> bool {
    let (a, b) = (&reading.old[pair.old].label, &reading.new[pair.new].label);
    !a.is_empty() && a == b
}

/// Returns the blocks that may have taken the place of `old`, best first, with a score.
pub(super) fn in_place_of(
    reading: &Reading,
    pairs: &[Pair],
    links: &Links,
    old: usize,
) -> Vec<(f32, usize)> {
    if reading.old[old].class != Class::Body {
        return Vec::new();
    }
    let mut found: Vec<(f32, usize)> = pairs
        .iter()
        .filter(|pair| labelled_alike(reading, pair) && same_heading(reading, links, old, pair.new))
        .filter_map(|pair| {
            let trace = own_share(reading, pair, links)?;
            let fit = fit(reading, links, old, pair.new);
            (fit >= IN_PLACE && trace >= TRACE).then_some((trace + fit, pair.new))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(2);
    found
}
