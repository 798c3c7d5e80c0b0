//! Links what cannot be doubted before anything is weighed.

use std::collections::BTreeMap;

use super::place::Links;
use super::reading::{Reading, Words};

/// Words from which a text that stands once on either side is known by itself.
const KNOWN_WORDS: usize = 5;

/// Words from which equal texts that are left over at the end belong together.
const LEFT_WORDS: usize = 4;

/// Links what both drafts begin with and end with, word for word and with the same labels,
/// and every longer text that each of them has exactly once.
///
/// Two equal drafts are linked block by block, however little their blocks say.
pub(super) fn beyond_doubt(reading: &Reading) -> Links {
    let (old, new) = (&reading.old, &reading.new);
    let mut links = Links::none(old.len(), new.len());
    let equal = |a: &Words, b: &Words| a.says_the_same(b) && a.label == b.label;
    let front = old.iter().zip(new).take_while(|(a, b)| equal(a, b)).count();
    for at in 0..front {
        links.link(at, at);
    }
    let rest = old.len().min(new.len()) - front;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    for back in 1..=ends.take_while(|(a, b)| equal(a, b)).count() {
        links.link(old.len() - back, new.len() - back);
    }
    for (olds, news) in same_words(reading).values() {
        if let ([i], [j]) = (&olds[..], &news[..])
            && old[*i].bag.len() >= KNOWN_WORDS
            && links.to[*i].is_none()
            && links.from[*j].is_none()
        {
            links.link(*i, *j);
        }
    }
    links
}

/// Links equal texts that have no counterpart at the end, in their order.
pub(super) fn left_over(reading: &Reading, links: &mut Links) {
    for (olds, news) in same_words(reading).values() {
        let free_olds = olds.iter().filter(|i| links.to[**i].is_none());
        let free_news = news.iter().filter(|j| links.from[**j].is_none());
        let pairs: Vec<(usize, usize)> = free_olds.copied().zip(free_news.copied()).collect();
        for (i, j) in pairs {
            if reading.old[i].bag.len() >= LEFT_WORDS {
                links.link(i, j);
            }
        }
    }
}

type Places = (Vec<usize>, Vec<usize>);

/// Returns the old and the new blocks of each wording.
fn same_words(reading: &Reading) -> BTreeMap<(u64, u8), Places> {
    let mut places: BTreeMap<(u64, u8), Places> = BTreeMap::new();
    let key = |words: &Words| (words.print, words.class as u8);
    for (at, words) in reading.old.iter().enumerate() {
        places.entry(key(words)).or_default().0.push(at);
    }
    for (at, words) in reading.new.iter().enumerate() {
        places.entry(key(words)).or_default().1.push(at);
    }
    places
}
