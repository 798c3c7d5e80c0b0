//! Phrases looked for in folded text: the small matcher that topics and terms share.

use std::collections::BTreeMap;

use super::fold::{Folded, Token, fold, is_glued};

/// Phrases, each with a number by which whoever looks for it knows it.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By first word, for phrases whose first word stands whole.
    by_word: BTreeMap<String, Vec<Phrase>>,
    /// Single words that may go on.
    beginnings: Vec<Phrase>,
    /// Phrases looked for inside runs of letters.
    glued: Vec<(String, usize)>,
}

#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    /// Whether the last word may go on.
    open: bool,
    which: usize,
}

/// A phrase that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// The number of the phrase.
    pub(super) which: usize,
    /// First token of it; for glued phrases the place in the folded text.
    pub(super) start: usize,
    /// End in the folded text, in bytes.
    pub(super) end: usize,
    /// How many words it has.
    pub(super) words: usize,
}

impl Phrases {
    /// Adds a phrase; a star at its end lets the last word go on.
    pub(super) fn add(&mut self, phrase: &str, which: usize) {
        let (phrase, open) =
            phrase.strip_suffix('*').map_or((phrase, false), |shorter| (shorter, true));
        let folded = fold(phrase);
        let words: Vec<String> = folded.tokens().iter().map(|t| t.text.to_owned()).collect();
        if folded.text.chars().any(is_glued) {
            self.glued.push((words.join(" "), which));
        } else if let Some(first) = words.first().cloned() {
            let single = words.len() == 1;
            let phrase = Phrase { words, open, which };
            if single && open {
                self.beginnings.push(phrase);
            } else {
                self.by_word.entry(first).or_default().push(phrase);
            }
        }
    }

    /// Returns every phrase that stands in a text.
    pub(super) fn find(&self, folded: &Folded, tokens: &[Token<'_>]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let by_word = self.by_word.get(token.text).into_iter().flatten();
            let beginnings =
                self.beginnings.iter().filter(|phrase| token.text.starts_with(&phrase.words[0]));
            for phrase in by_word.chain(beginnings) {
                if let Some(end) = phrase.ends(&tokens[at..]) {
                    let (which, words) = (phrase.which, phrase.words.len());
                    hits.push(Hit { which, start: token.start, end, words });
                }
            }
        }
        for (text, which) in &self.glued {
            for (start, _) in folded.text.match_indices(text.as_str()) {
                let end = start + text.len();
                hits.push(Hit { which: *which, start, end, words: 1 });
            }
        }
        hits
    }
}

impl Phrase {
    /// Returns where the phrase ends when it begins with the first of these tokens.
    fn ends(&self, tokens: &[Token<'_>]) -> Option<usize> {
        let mut end = 0;
        for (nth, word) in self.words.iter().enumerate() {
            let token = tokens.get(nth)?;
            let last = nth + 1 == self.words.len();
            let fits = token.text == word || (last && self.open && token.text.starts_with(word));
            if !fits || (nth > 0 && !token.joined) {
                return None;
            }
            end = token.end;
        }
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<usize> {
        let mut set = Phrases::default();
        for (which, phrase) in phrases.iter().enumerate() {
            set.add(phrase, which);
        }
        let folded = fold(text);
        let mut found: Vec<usize> =
            set.find(&folded, &folded.tokens()).iter().map(|hit| hit.which).collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn words_stand_whole_unless_a_star_lets_them_go_on() {
        assert_eq!(found(&["norm", "threat*"], "Threats and normative questions"), [1]);
        assert_eq!(found(&["trust fund"], "a Trust\u{a0}Fund, trust-funds"), [0]);
    }

    #[test]
    fn a_phrase_does_not_run_across_a_comma_or_a_full_stop() {
        assert_eq!(found(&["capacity building"], "in capacity. Building on it"), [0; 0]);
        assert_eq!(found(&["capacity building"], "capacity-building"), [0]);
    }

    #[test]
    fn scripts_without_spaces_are_looked_for_inside() {
        assert_eq!(found(&["国际法", "能力建设"], "各国重申国际法适用"), [0]);
        assert_eq!(found(&["بناء القدرات"], "وبناء القدرات"), [0]);
    }
}
