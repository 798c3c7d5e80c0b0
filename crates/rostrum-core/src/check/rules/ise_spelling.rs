//! "Organise" and "analyze" where the United Nations writes "organize" and "analyse".

use crate::check::Reading;
use crate::check::reading::{mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::spell::oxford;

/// Reports words spelled with -ise that the United Nations spells with -ize, and -yze for -yse.
pub(super) static RULE: Rule = Rule {
    code: "R401",
    name: "ise-spelling",
    family: Family::Style,
    checks: "Verbs in -ize and their kin are spelled with z, and analyse, paralyse and catalyse with s. Names are left alone. English only.",
    why: "Wording that follows United Nations spelling can be taken into the text as it stands.",
    example: "Body:\n# Summary\n\nStates should organise a test.\n",
    instead: "Body:\n# Summary\n\nStates should organize a test.\n",
    source: "United Nations Editorial Manual: first spelling of the Concise Oxford English Dictionary.",
    sentences: &[Sentence {
        variant: "spelling",
        severity: Severity::Info,
        message: "The United Nations spells \"{word}\" as \"{other}\".",
        hint: "Change the spelling if the wording is meant for the text.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose() {
        for (at, word) in tokens(&passage.text, &(0..passage.text.len())).iter().enumerate() {
            // A capital inside a passage is a name: World Health Organisation stays.
            if at > 0 && word.capital() {
                continue;
            }
            let Some(other) = oxford(word.text) else { continue };
            let place = reading.place(passage, word.range.clone());
            let edits = mend(&place, &other);
            let params = [("word", word.text), ("other", other.as_str())];
            out.push(Finding { edits, ..RULE.finding("spelling", &params, place) });
        }
    }
}
