//! How much two blocks say the same.

use std::collections::BTreeMap;

use super::reading::{Class, Reading, Words};

/// Likeness below which a pair is not looked at.
const FAINT: f32 = 0.12;

/// Likeness of the same words, however few they are; short lines still need their place.
const EXACT: f32 = 0.5;

/// Candidates kept for each old block.
const MOST: usize = 14;

/// A pair of blocks that have words in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    /// Weight of the common words over the weight of both, 0 to 1.
    pub(super) like: f32,
    /// Share of the old block found in the new one.
    pub(super) old_found: f32,
    /// Share of the new block found in the old one.
    pub(super) new_found: f32,
    /// How well the kinds of both go together, 0 to 1; part of the three figures above.
    pub(super) kin: f32,
}

impl Pair {
    /// How much speaks for one being the other, with its best face: a paragraph that was cut
    /// to a third is still found whole in the old one.
    pub(super) fn best(&self) -> f32 {
        self.like.max(0.72 * self.old_found).max(0.72 * self.new_found)
    }
}

/// Finds the pairs worth looking at, by old block.
pub(super) fn pairs(reading: &Reading) -> Vec<Vec<Pair>> {
    let mut postings: Vec<Vec<(u32, u16)>> = vec![Vec::new(); reading.weights.len()];
    for (at, words) in reading.new.iter().enumerate() {
        for (feature, count) in &words.features {
            postings[*feature as usize].push((at as u32, *count));
        }
    }
    let mut shared = vec![0.0_f32; reading.new.len()];
    let pairs = reading
        .old
        .iter()
        .enumerate()
        .map(|(old, words)| {
            shared.fill(0.0);
            for (feature, count) in &words.features {
                let weight = reading.weights[*feature as usize];
                for (new, there) in &postings[*feature as usize] {
                    shared[*new as usize] += weight * f32::from(*count.min(there));
                }
            }
            let mut found: Vec<Pair> = shared
                .iter()
                .enumerate()
                .filter(|(_, shared)| **shared > 0.0)
                .map(|(new, shared)| {
                    pair(reading.doubt, old, words, new, &reading.new[new], *shared)
                })
                .filter(|pair| pair.best() >= FAINT)
                .collect();
            found.sort_by(|a, b| b.best().total_cmp(&a.best()).then(a.new.cmp(&b.new)));
            found
        })
        .collect();
    let mut pairs = thin_out(pairs, reading.new.len());
    add_repeats(reading, &mut pairs);
    pairs
}

/// Keeps the best candidates of every block, seen from either side.
fn thin_out(mut pairs: Vec<Vec<Pair>>, news: usize) -> Vec<Vec<Pair>> {
    let mut by_new: Vec<Vec<(f32, usize)>> = vec![Vec::new(); news];
    for pair in pairs.iter().flatten() {
        by_new[pair.new].push((pair.best(), pair.old));
    }
    for olds in &mut by_new {
        olds.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        olds.truncate(MOST);
    }
    for found in &mut pairs {
        let mut rank = 0;
        found.retain(|pair| {
            rank += 1;
            rank <= MOST || by_new[pair.new].iter().any(|(_, old)| *old == pair.old)
        });
    }
    pairs
}

/// Adds the pairs of blocks with the same words that are the same repetition of them, counted
/// from the front and from the back: of twenty lines "No text" the third is the third.
fn add_repeats(reading: &Reading, pairs: &mut [Vec<Pair>]) {
    let mut olds: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut news: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, words) in reading.old.iter().enumerate() {
        olds.entry(words.print).or_default().push(at);
    }
    for (at, words) in reading.new.iter().enumerate() {
        news.entry(words.print).or_default().push(at);
    }
    for (print, olds) in &olds {
        let Some(news) = news.get(print) else { continue };
        let from_front = olds.iter().zip(news);
        let from_back = olds.iter().rev().zip(news.iter().rev());
        for (&old, &new) in from_front.chain(from_back) {
            if pairs[old].iter().all(|pair| pair.new != new) {
                let (a, b) = (&reading.old[old], &reading.new[new]);
                let shared = a.weight.min(b.weight);
                pairs[old].push(pair(reading.doubt, old, a, new, b, shared));
            }
        }
    }
}

fn pair(doubt: f32, old: usize, a: &Words, new: usize, b: &Words, shared: f32) -> Pair {
    let kin = match (a.class, b.class) {
        (x, y) if x == y => 1.0,
        (Class::Note, _) | (_, Class::Note) => 0.6,
        _ => 0.85,
    };
    let kin = if a.voice.contradicts(b.voice) { kin * 0.7 } else { kin };
    let like = kin * 2.0 * shared / (a.weight + b.weight + doubt);
    let same = a.says_the_same(b);
    Pair {
        old,
        new,
        like: if same { like.max(EXACT) } else { like },
        old_found: kin * shared / (a.weight + 3.0 * doubt),
        new_found: kin * shared / (b.weight + 3.0 * doubt),
        kin,
    }
}
