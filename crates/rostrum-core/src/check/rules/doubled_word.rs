//! The same word twice: "the the".

use crate::check::Reading;
use crate::check::reading::{mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports a word that stands twice in a row, in any language that parts words by spaces.
pub(super) static RULE: Rule = Rule {
    code: "R403",
    name: "doubled-word",
    family: Family::Style,
    checks: "No word stands twice in a row, but for words of which that can be right.",
    why: "A doubled word is what remains of a change made in haste, and every reader sees it.",
    example: "Body:\n# Summary\n\nStates should act on the the draft.\n",
    instead: "Body:\n# Summary\n\nStates should act on the draft.\n",
    source: "Common practice of proofreading.",
    sentences: &[Sentence {
        variant: "twice",
        severity: Severity::Warning,
        message: "The word \"{word}\" stands twice.",
        hint: "Take one of them out.",
    }],
    reach: Reach::Passage,
    run,
};

/// Words that may rightly follow themselves: "had had", "nous nous", "faire faire".
const MAY: [&str; 8] = ["had", "that", "nous", "vous", "faire", "her", "is", "long"];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.prose() {
        for pair in tokens(&passage.text, &(0..passage.text.len())).windows(2) {
            let between = &passage.text[pair[0].range.end..pair[1].range.start];
            let word = pair[1].small.as_ref();
            let letters = word.chars().all(char::is_alphabetic);
            if pair[0].small != word || !letters || between.trim() != "" || MAY.contains(&word) {
                continue;
            }
            // A repeated name, as in "Duran Duran", is a name.
            if pair[0].capital() && pair[1].capital() {
                continue;
            }
            let place = reading.place(passage, pair[0].range.start..pair[1].range.end);
            let edits = mend(&place, pair[0].text);
            out.push(Finding { edits, ..RULE.finding("twice", &[("word", pair[0].text)], place) });
        }
    }
}
