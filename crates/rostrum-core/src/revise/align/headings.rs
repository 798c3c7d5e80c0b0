//! Knows a renamed heading by what stands under it.

use std::collections::BTreeMap;

use super::parts::Part;
use super::reading::{Class, Reading};

/// Score of a heading that is known by its contents alone.
const BY_CONTENTS: f32 = 0.5;

/// Finds headings without a counterpart whose paragraphs went, most of them, under one new
/// heading that has no counterpart either and got most of its paragraphs from there.
pub(super) fn renamed(reading: &Reading, ties: &[BTreeMap<usize, f32>]) -> Vec<Part> {
    let free = |new: usize| !ties.iter().any(|tie| tie.contains_key(&new));
    let mut under_old: BTreeMap<usize, usize> = BTreeMap::new();
    let mut under_new: BTreeMap<usize, usize> = BTreeMap::new();
    let mut went: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for words in reading.new.iter().filter(|words| words.class == Class::Body) {
        if let Some(heading) = words.heading {
            *under_new.entry(heading).or_default() += 1;
        }
    }
    for (words, tie) in reading.old.iter().zip(ties).filter(|(w, _)| w.class == Class::Body) {
        let Some(old) = words.heading else { continue };
        *under_old.entry(old).or_default() += 1;
        if let Some(new) = tie.keys().next().and_then(|new| reading.new[*new].heading) {
            *went.entry((old, new)).or_default() += 1;
        }
    }
    went.into_iter()
        .filter(|((old, new), together)| {
            2 * together > under_old[old]
                && 2 * together > under_new.get(new).copied().unwrap_or_default()
                && ties[*old].is_empty()
                && free(*new)
        })
        .map(|((old, new), _)| Part { old, new, score: BY_CONTENTS, sure: true })
        .collect()
}
