//! Decides whether a hyphen at the end of a line belongs to the word.

use std::collections::BTreeMap;

/// The words of a document that hold a hyphen, and those that do not.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: BTreeMap<String, u32>,
}

impl Vocabulary {
    /// Takes in the words of a line, except a last word that a hyphen cuts.
    pub(super) fn learn(&mut self, line: &str) {
        for word in line.split_whitespace() {
            let word = bare(word);
            if !word.is_empty() && !word.ends_with('-') {
                *self.words.entry(word).or_default() += 1;
            }
        }
    }

    fn count(&self, word: &str) -> u32 {
        self.words.get(&bare(word)).copied().unwrap_or(0)
    }

    /// Returns whether the hyphen between `left` (without it) and `right` stays.
    ///
    /// The document's own use decides; without any, a capital, a digit or an all-capital word
    /// after the hyphen keeps it, and so does a first part that is a word of its own while the
    /// joined form is none.
    pub(super) fn keeps_hyphen(&self, left: &str, right: &str) -> bool {
        let last = left.split_whitespace().next_back().unwrap_or_default();
        let first = right.split_whitespace().next().unwrap_or_default();
        let with = self.count(&format!("{last}-{first}"));
        let without = self.count(&format!("{last}{first}"));
        if with != without {
            return with > without;
        }
        let lead = first.trim_start_matches(['[', '(', '“', '"']).chars().next();
        if !lead.is_some_and(char::is_lowercase) || first.starts_with(['[', '(']) {
            return true;
        }
        if last.contains('-') || last.ends_with(|c: char| !c.is_alphabetic()) {
            return true;
        }
        if bare(last).chars().count() == 1 {
            return true;
        }
        let whole = bare(last).len() >= 2 && self.count(last) > 0 && self.count(first) > 0;
        whole || PREFIXES.contains(&bare(last).as_str())
    }
}

/// First parts that UN texts write with a hyphen.
const PREFIXES: [&str; 26] = [
    "non", "self", "co", "well", "long", "short", "multi", "inter", "intra", "cross", "pre",
    "post", "sub", "anti", "decision", "policy", "follow", "high", "low", "so", "gender", "vice",
    "ex", "mid", "socio", "user",
];

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_own_use_decides() {
        let mut words = Vocabulary::default();
        words.learn("capacity-building is a cross-cutting matter of cooperation");
        assert!(words.keeps_hyphen("of capacity", "building and"));
        assert!(!words.keeps_hyphen("through coopera", "tion among"));
    }

    #[test]
    fn without_any_use_the_shape_decides() {
        let words = Vocabulary::default();
        assert!(words.keeps_hyphen("post", "2020 action"));
        assert!(words.keeps_hyphen("the non", "State actors"));
        assert!(!words.keeps_hyphen("implemen", "tation of"));
    }
}
