//! The same sentence twice.

use std::collections::BTreeSet;

use crate::check::Reading;
use crate::check::reading::{Passage, tokens};
use crate::check::rule::{Fact, Family, Reach, Rule, Sentence};
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
    reach: Reach::Noted(note),
    run,
};

/// Notes every sentence that is long enough, by its words in small letters.
fn note(passage: &Passage) -> Vec<Fact> {
    if !passage.is_prose() {
        return Vec::new();
    }
    let noted = passage.sentences.iter().filter_map(|sentence| {
        let words = tokens(&passage.text, sentence);
        // The filler of a template, one word again and again, is not a sentence.
        let different: BTreeSet<&str> = words.iter().map(|w| w.small.as_ref()).collect();
        if words.len() < LONG_ENOUGH || different.len() < LONG_ENOUGH / 2 + 1 {
            return None;
        }
        let key = words.iter().map(|w| w.small.as_ref()).collect::<Vec<_>>().join(" ");
        Some(Fact { key, range: sentence.clone(), holds: true })
    });
    noted.collect()
}

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (passage, sentence) in reading.facts(&RULE) {
        if seen.insert(&sentence.key) {
            continue;
        }
        let words = tokens(&passage.text, &sentence.range);
        let beginning: Vec<&str> = words.iter().take(6).map(|w| w.text).collect();
        let params = [("beginning", &*beginning.join(" "))];
        out.push(RULE.finding("again", &params, reading.place(passage, sentence.range.clone())));
    }
}
