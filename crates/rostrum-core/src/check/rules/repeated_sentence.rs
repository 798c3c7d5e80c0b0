//! The same sentence twice.

use std::collections::BTreeSet;

use crate::check::Reading;
use crate::check::reading::tokens;
use crate::check::rule::{Family, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Words from which a sentence is long enough that its return is no chance.
const LONG_ENOUGH: usize = 8;

/// Reports a sentence that stands a second time, in the body or in a rationale.
pub(super) static RULE: Rule = Rule {
    code: "R404",
    name: "repeated-sentence",
    family: Family::Style,
    checks: "No sentence of eight words or more stands twice in body and rationales.",
    why: "Repetition costs words under a limit, and some secretariats delete it without asking.",
    example: "Body:\n# Summary\n\nEvery hospital needs a plan that has been tested before.\n\n# Conclusion\n\nEvery hospital needs a plan that has been tested before.\n",
    instead: "Body:\n# Summary\n\nEvery hospital needs a plan that has been tested before.\n\n# Conclusion\n\nWe can share such plans.\n",
    source: "UN Women, guidance on written statements: repetitive text is deleted by the secretariat.",
    sentences: &[Sentence {
        variant: "again",
        severity: Severity::Warning,
        message: "This sentence stands in the statement already: \"{beginning} …\".",
        hint: "Keep it where it matters most.",
    }],
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
    for passage in reading.prose() {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            if words.len() < LONG_ENOUGH {
                continue;
            }
            let key: Vec<String> = words.iter().map(|w| w.small.to_string()).collect();
            // The filler of a template, one word again and again, is not a sentence.
            let mut different: Vec<&String> = key.iter().collect();
            different.sort();
            different.dedup();
            if different.len() < LONG_ENOUGH / 2 + 1 || seen.insert(key) {
                continue;
            }
            let beginning: Vec<&str> = words.iter().take(6).map(|w| w.text).collect();

            let beginning = beginning.join(" ");
            let params = [("beginning", beginning.as_str())];
            out.push(RULE.finding("again", &params, reading.place(passage, sentence.clone())));
        }
    }
}
