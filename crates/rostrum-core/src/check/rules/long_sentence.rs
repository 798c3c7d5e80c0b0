//! A sentence that nobody can follow.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::count::words;
use crate::finding::{Finding, Severity};

/// Words from which a sentence is long even for diplomatic prose, whose mean is about 25.
const LONG: u32 = 60;

/// Reports sentences of more than sixty words.
pub(super) static RULE: Rule = Rule {
    code: "R405",
    name: "long-sentence",
    family: Family::Style,
    checks: "No sentence has more than sixty words.",
    why: "Delegates read under time, many of them in a second or third language.",
    example: "Body:\n# Summary\n\nWe ask that States, which have agreed to act and have said so more than once in the past years and in several rooms, and which know that hospitals cannot wait until all questions of law have been answered by all courts, begin with what is small and can be done at once, and then go on to what is large and needs more time and money than one year has to give.\n",
    instead: "Body:\n# Summary\n\nWe ask that States begin with what is small and can be done at once. Hospitals cannot wait until all questions of law have been answered.\n",
    source: "Mean length of sentences in texts of the United Nations, as measured: 25 words.",
    sentences: &[Sentence {
        variant: "long",
        severity: Severity::Info,
        message: "This sentence has {words} words.",
        hint: "Part it into two or three; the first should say the point.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.prose() {
        for sentence in &passage.sentences {
            let count = words(&passage.text[sentence.clone()]);
            if count > LONG {
                let place = reading.place(passage, sentence.clone());
                out.push(RULE.finding("long", &[("words", &count.to_string())], place));
            }
        }
    }
}
