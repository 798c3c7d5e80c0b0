//! Phrases that a change took out in one place and put in at another.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::words::WordRun;

/// Words from which a phrase is seen to have moved; two words meet by chance.
const LEAST: usize = 3;

/// Places of a beginning that are tried; a text that repeats itself has no moved phrases.
const TRIED: usize = 8;

/// A phrase that was taken out in one run and put in in another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MovedPhrase {
    /// Number of the run it was taken out of.
    pub from: u32,
    /// Bytes inside that run: start and end.
    pub from_bytes: (u32, u32),
    /// Number of the run it was put into.
    pub to: u32,
    /// Bytes inside that run: start and end.
    pub to_bytes: (u32, u32),
}

/// Finds what moved inside a change: the longest phrases first, none used twice.
///
/// Case and the punctuation at the ends of words do not matter. A phrase has at least three
/// words and does not reach from one run into the next.
pub fn moved(runs: &[WordRun]) -> Vec<MovedPhrase> {
    let taken_out = words(runs, "deleted");
    let put_in = words(runs, "inserted");
    let mut beginnings: BTreeMap<[&str; LEAST], Vec<usize>> = BTreeMap::new();
    for at in 0..put_in.len() {
        if let Some(key) = beginning(&put_in, at) {
            beginnings.entry(key).or_default().push(at);
        }
    }
    let mut matches = Vec::new();
    for at in 0..taken_out.len() {
        let places = beginning(&taken_out, at).and_then(|key| beginnings.get(&key));
        for &there in places.into_iter().flatten().take(TRIED) {
            let before = at > 0 && there > 0 && goes_on(&taken_out, at - 1, &put_in, there - 1, 1);
            if !before {
                let length = (1..).take_while(|&by| goes_on(&taken_out, at, &put_in, there, by));
                matches.push((length.count() + 1, at, there));
            }
        }
    }
    matches.sort_by_key(|&(length, at, there)| (std::cmp::Reverse(length), at, there));
    let mut used_out = vec![false; taken_out.len()];
    let mut used_in = vec![false; put_in.len()];
    let mut found = Vec::new();
    for (length, at, there) in matches {
        let (out, into) = (at..at + length, there..there + length);
        if used_out[out.clone()].iter().chain(&used_in[into.clone()]).any(|used| *used) {
            continue;
        }
        used_out[out.clone()].fill(true);
        used_in[into.clone()].fill(true);
        found.push(phrase(&taken_out[out], &put_in[into]));
    }
    found.sort_by_key(|phrase| (phrase.from, phrase.from_bytes));
    found
}

/// A word of a run.
struct Word {
    run: usize,
    bytes: Range<usize>,
    plain: String,
}

fn words(runs: &[WordRun], change: &str) -> Vec<Word> {
    let mut out = Vec::new();
    for (run, held) in runs.iter().enumerate().filter(|(_, run)| run.change == change) {
        let mut start = 0;
        for word in held.text.split_inclusive(char::is_whitespace) {
            let shown = word.trim_end();
            let plain = shown.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if !plain.is_empty() {
                let bytes = start..start + shown.len();
                out.push(Word { run, bytes, plain });
            }
            start += word.len();
        }
    }
    out
}

fn beginning(words: &[Word], at: usize) -> Option<[&str; LEAST]> {
    let run = words.get(at..at + LEAST)?;
    if run[LEAST - 1].run != run[0].run || run.iter().all(|word| word.plain.chars().count() < 4) {
        return None;
    }
    Some([&run[0].plain, &run[1].plain, &run[2].plain])
}

/// Tells whether the words `by` places further on belong to the same runs and are the same.
fn goes_on(a: &[Word], at: usize, b: &[Word], there: usize, by: usize) -> bool {
    let (Some(x), Some(y)) = (a.get(at + by), b.get(there + by)) else { return false };
    // Asked for one place back, both first words must be the same as well.
    let same = |x: &Word, y: &Word| x.plain == y.plain;
    same(&a[at], &b[there]) && same(x, y) && x.run == a[at].run && y.run == b[there].run
}

fn phrase(out: &[Word], into: &[Word]) -> MovedPhrase {
    let bytes = |words: &[Word]| {
        let start = words.first().map_or(0, |word| word.bytes.start);
        let end = words.last().map_or(0, |word| word.bytes.end);
        (start as u32, end as u32)
    };
    MovedPhrase {
        from: out.first().map_or(0, |word| word.run) as u32,
        from_bytes: bytes(out),
        to: into.first().map_or(0, |word| word.run) as u32,
        to_bytes: bytes(into),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::words::diff;
    use super::*;

    fn told(before: &str, after: &str) -> Vec<(String, String)> {
        let runs = diff(before, after);
        let cut = |run: u32, (start, end): (u32, u32)| {
            runs[run as usize].text[start as usize..end as usize].to_owned()
        };
        moved(&runs)
            .into_iter()
            .map(|m| (cut(m.from, m.from_bytes), cut(m.to, m.to_bytes)))
            .collect()
    }

    #[test]
    fn a_phrase_that_went_to_the_front_is_seen() {
        assert_eq!(
            told(
                "States should protect hospitals from attacks, in line with international law.",
                "In line with international law, States should protect hospitals from attacks."
            ),
            [(
                "in line with international law.".to_owned(),
                "In line with international law,".to_owned()
            )]
        );
    }

    #[test]
    fn new_words_are_no_moved_phrase() {
        assert_eq!(told("States shall meet.", "States shall meet in Geneva every June."), []);
    }

    #[test]
    fn two_words_are_too_few() {
        assert_eq!(
            told(
                "Often here states shall report and then meet.",
                "States shall report and then meet often here."
            ),
            []
        );
    }

    proptest! {
        #[test]
        fn phrases_lie_in_their_runs_and_do_not_overlap(
            before in "(alpha |beta |gamma |delta |[.,] ){0,30}",
            after in "(alpha |beta |gamma |delta |[.,] ){0,30}",
        ) {
            let runs = diff(&before, &after);
            let found = moved(&runs);
            for phrase in &found {
                let (from, to) = (&runs[phrase.from as usize], &runs[phrase.to as usize]);
                prop_assert_eq!(from.change.as_str(), "deleted");
                prop_assert_eq!(to.change.as_str(), "inserted");
                let slice = |text: &str, (a, b): (u32, u32)| text.get(a as usize..b as usize).map(str::len);
                prop_assert!(slice(&from.text, phrase.from_bytes).is_some());
                prop_assert!(slice(&to.text, phrase.to_bytes).is_some());
            }
            for pair in found.windows(2) {
                prop_assert!(pair[0].from < pair[1].from || pair[0].from_bytes.1 <= pair[1].from_bytes.0);
            }
        }
    }
}
