//! "ports, roads, and bridges" where the United Nations writes "ports, roads and bridges".

use std::ops::Range;

use crate::check::Reading;
use crate::check::reading::{mend, quoted, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports the comma before the last member of a simple list.
pub(super) static RULE: Rule = Rule {
    code: "R413",
    name: "serial-comma",
    family: Family::Style,
    checks: "No comma stands before \"and\" or \"or\" in a list of single words or short terms, unless a term has an \"and\" of its own. English only.",
    why: "Wording that follows United Nations style can be taken into the text as it stands.",
    example: "Body:\n# Summary\n\nIt concerns ports, roads, and bridges.\n",
    instead: "Body:\n# Summary\n\nIt concerns ports, roads and bridges.\n",
    source: "United Nations style as described by OCHA: no serial comma.",
    sentences: &[Sentence {
        variant: "list",
        severity: Severity::Info,
        message: "The United Nations writes no comma before \"{word}\" in this list.",
        hint: "Take it out, unless the list cannot be read without it.",
    }],
    reach: Reach::Passage,
    run,
};

/// Words that show that what stands between the commas is a clause, not a term.
const CLAUSE: [&str; 42] = [
    "which",
    "who",
    "whom",
    "whose",
    "that",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "will",
    "would",
    "should",
    "shall",
    "must",
    "can",
    "could",
    "may",
    "might",
    "we",
    "they",
    "it",
    "he",
    "she",
    "this",
    "these",
    "there",
    "not",
    "and",
    "or",
    "but",
    "as",
    "if",
    "when",
    "while",
    "including",
    "such",
    "therefore",
];

/// Those of them that are verbs.
const VERBS: [&str; 18] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "should", "shall", "must",
    "can", "could", "may", "might", "been", "be",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose() {
        for sentence in &passage.sentences {
            for (comma, word) in lists(&passage.text, sentence) {
                if quoted(&passage.text, &comma) {
                    continue;
                }
                let place = reading.place(passage, comma);
                let edits = mend(&place, "");
                out.push(Finding { edits, ..RULE.finding("list", &[("word", word)], place) });
            }
        }
    }
}

/// Returns where such commas stand, with the word behind.
fn lists(text: &str, sentence: &Range<usize>) -> Vec<(Range<usize>, &'static str)> {
    let said = &text[sentence.clone()];
    let mut out = Vec::new();
    for word in ["and", "or"] {
        let joint = format!(", {word} ");
        for (at, found) in said.match_indices(&joint) {
            let Some(earlier) = said[..at].rfind(',') else { continue };
            let middle = &said[earlier + 1..at];
            let last = said[at + found.len()..].split([',', ';', '.', ':', ')', '?']).next();
            let behind = said[at + found.len() + last.unwrap_or_default().len()..].chars().next();
            let first = said[..earlier].rsplit([',', ';', ':', '(']).next().unwrap_or_default();
            // What follows the list must end there: else the "and" may begin a clause. The list
            // may also be what a sentence is about: "Ports, roads, and bridges are closed."
            let ends = behind != Some(',') && last.is_some_and(|l| term(l, 4));
            let subject = first.len() == earlier && term(first, 8) && last.is_some_and(subject);
            if term(middle, 4) && (ends || subject) && !first.trim().is_empty() {
                let start = sentence.start + at;
                out.push((start..start + 1, word));
            }
        }
    }
    out
}

/// Tells whether a verb follows within four words, so that these are what it is said of.
fn subject(text: &str) -> bool {
    let words = tokens(text, &(0..text.len()));
    let verb = words.iter().position(|w| w.is(&CLAUSE));
    verb.is_some_and(|at| (1..=4).contains(&at) && words[at].is(&VERBS))
}

fn term(text: &str, most: usize) -> bool {
    let words = tokens(text, &(0..text.len()));
    (1..=most).contains(&words.len())
        && !words.iter().any(|w| w.is(&CLAUSE) || w.small.ends_with("ly"))
        && !text.contains(['"', '“', '”', '(', '['])
}

#[cfg(test)]
mod tests {
    use super::lists;

    #[test]
    fn only_simple_lists_are_told() {
        let found = |text: &str| lists(text, &(0..text.len())).len();
        assert_eq!(found("It concerns ports, roads, and old bridges."), 1);
        assert_eq!(found("Support for ports, roads, and bridges is needed."), 1);
        assert_eq!(found("Ask for ports, roads, or bridges, which matter."), 0);
        for text in [
            "It concerns ports, roads and bridges.",
            "It concerns law, research and development, and trade.",
            "It is urgent, and we agree.",
            "The Chair, who agreed, and the group left.",
            "Ports, as they are, and roads.",
            "We agree, in principle, and France is ready.",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }
}
