//! Offers what stands where an old block stood, under the same label, when few of its words
//! are left.

use super::likeness::Pair;
use super::parts::own_share;
use super::place::{Links, fit, same_heading};
use super::reading::{Class, Reading};

/// How well a block must stand in the old one's place to be offered.
const IN_PLACE: f32 = 0.6;

/// Least share of words in common: below it the place alone would speak.
const TRACE: f32 = 0.2;

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
        .filter(|pair| {
            let (a, b) = (&reading.old[old].label, &reading.new[pair.new].label);
            !a.is_empty() && a == b && same_heading(reading, links, old, pair.new)
        })
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
