//! Finds the words asked for among the words that are new.

use super::pair::Spot;
use super::tokens::{Token, matched};

/// The words asked for: runs of meaningful words that were not in the draft.
pub(super) struct Wanted<'w> {
    /// For each word the number of its run, and what is compared.
    words: Vec<(usize, &'w str)>,
}

/// What was found of the words asked for.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// For each word asked for, whether it was found.
    pub(super) words: Vec<bool>,
    /// Places in the passage that was searched.
    pub(super) spots: Vec<usize>,
    /// Whether one of the runs was found whole.
    pub(super) whole_run: bool,
    /// The longest unbroken stretch, as it is compared.
    pub(super) longest: Vec<String>,
}

impl<'w> Wanted<'w> {
    /// Takes the words of a proposal that are not kept from the draft.
    ///
    /// A kept word of meaning ends a run, a small one does not.
    pub(super) fn new(proposal: &'w [Token], kept: &[bool]) -> Self {
        let mut run = 0;
        let mut words = Vec::new();
        for (token, kept) in proposal.iter().zip(kept) {
            match (token.small, kept) {
                (false, true) => run += 1,
                (false, false) => words.push((run, token.key.as_str())),
                (true, _) => {}
            }
        }
        Self { words }
    }

    /// Returns how many words are asked for.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    fn run_len(&self, run: usize) -> usize {
        self.words.iter().filter(|(of, _)| *of == run).count()
    }

    fn runs(&self) -> Vec<usize> {
        let mut runs: Vec<usize> = self.words.iter().map(|(run, _)| *run).collect();
        runs.dedup();
        runs
    }

    /// Tells whether a text has so few of the words that searching is of no use.
    pub(super) fn is_hopeless(&self, passage: &[Spot<'_>]) -> bool {
        let has = |key: &str| passage.iter().any(|spot| spot.word.key == key);
        self.words.iter().filter(|(_, key)| has(key)).count() * 3 < self.words.len()
    }

    /// Searches a passage for the words, in their order, among those that are fresh.
    ///
    /// A stretch counts when it has two words of meaning or half of its run: single words
    /// of a long run meet by chance.
    pub(super) fn search(&self, passage: &[Spot<'_>], fresh: &[bool]) -> Found {
        let mut found = Found { words: vec![false; self.len()], ..Found::default() };
        // Meaningful words only, each with its place among them, so that small words do not part a stretch.
        let meaning: Vec<usize> =
            (0..passage.len()).filter(|at| !passage[*at].word.small).collect();
        let open = |found: &Found| -> Vec<(usize, usize)> {
            let places = meaning.iter().copied().enumerate();
            places.filter(|(_, at)| fresh[*at] && !found.spots.contains(at)).collect()
        };
        let all: Vec<usize> = (0..self.len()).collect();
        let places = open(&found);
        self.take(&mut found, &all, &places, passage);
        // Runs that stand in another order than asked for.
        for run in self.runs() {
            let of: Vec<usize> =
                all.iter().copied().filter(|at| self.words[*at].0 == run).collect();
            if !of.iter().any(|at| found.words[*at]) {
                let places = open(&found);
                self.take(&mut found, &of, &places, passage);
            }
        }
        found.whole_run = self
            .runs()
            .iter()
            .any(|run| self.words.iter().zip(&found.words).all(|((of, _), hit)| of != run || *hit));
        found
    }

    fn take(
        &self,
        found: &mut Found,
        wanted: &[usize],
        open: &[(usize, usize)],
        passage: &[Spot<'_>],
    ) {
        let keys: Vec<&str> = wanted.iter().map(|at| self.words[*at].1).collect();
        let theirs: Vec<&str> = open.iter().map(|(_, at)| passage[*at].word.key.as_str()).collect();
        let pairs: Vec<(usize, usize)> =
            matched(&keys, &theirs).pairs.into_iter().map(|(w, o)| (wanted[w], o)).collect();
        let follows = |a: (usize, usize), b: (usize, usize)| {
            b.0 == a.0 + 1
                && self.words[a.0].0 == self.words[b.0].0
                && open[b.1].0 == open[a.1].0 + 1
        };
        let mut start = 0;
        for end in 1..=pairs.len() {
            if end < pairs.len() && follows(pairs[end - 1], pairs[end]) {
                continue;
            }
            let stretch = &pairs[start..end];
            start = end;
            let whole = self.run_len(self.words[stretch[0].0].0);
            if stretch.len() < 2 && stretch.len() * 2 < whole {
                continue;
            }
            for (word, place) in stretch {
                found.words[*word] = true;
                found.spots.push(open[*place].1);
            }
            if stretch.len() > found.longest.len() {
                found.longest = stretch.iter().map(|(w, _)| self.words[*w].1.to_owned()).collect();
            }
        }
    }
}

impl Found {
    /// Returns how many of the words asked for were found.
    pub(super) fn count(&self) -> usize {
        self.words.iter().filter(|hit| **hit).count()
    }
}
