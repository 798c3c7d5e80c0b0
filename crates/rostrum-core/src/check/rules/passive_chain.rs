//! A sentence in which nobody does anything.

use crate::check::Reading;
use crate::check::reading::{Token, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Passive verbs in one sentence from which it is hard to see who acts.
const CHAIN: usize = 4;

/// Reports sentences with four passive verbs or more.
pub(super) static RULE: Rule = Rule {
    code: "R418",
    name: "passive-chain",
    family: Family::Style,
    checks: "No sentence has four passive verbs or more. English only.",
    why: "A request in which nobody is asked to act binds nobody.",
    example: "Body:\n# Summary\n\nIt was agreed that measures would be taken, that reports were to be written and that they should be read.\n",
    instead: "Body:\n# Summary\n\nStates agreed to take measures. The secretariat writes reports, and States read them.\n",
    source: "Plain language guidance of public bodies.",
    sentences: &[Sentence {
        variant: "chain",
        severity: Severity::Info,
        message: "This sentence has {count} passive verbs.",
        hint: "Say who should act, at least in the verb that matters most.",
    }],
    reach: Reach::Passage,
    run,
};

/// Participles that do not end in -ed.
const PARTICIPLES: [&str; 40] = [
    "made",
    "taken",
    "given",
    "done",
    "seen",
    "known",
    "held",
    "kept",
    "written",
    "drawn",
    "built",
    "brought",
    "found",
    "left",
    "led",
    "met",
    "set",
    "put",
    "paid",
    "sent",
    "shown",
    "told",
    "understood",
    "chosen",
    "driven",
    "borne",
    "begun",
    "read",
    "heard",
    "laid",
    "lost",
    "sought",
    "taught",
    "thought",
    "borrowed",
    "spoken",
    "broken",
    "undertaken",
    "overseen",
    "withheld",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose() {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            let count = (0..words.len()).filter(|at| passive(&words, *at)).count();
            if count >= CHAIN {
                let place = reading.place(passage, sentence.clone());
                out.push(RULE.finding("chain", &[("count", &count.to_string())], place));
            }
        }
    }
}

/// Tells whether a passive verb begins with the form of "be" at this place.
fn passive(words: &[Token<'_>], at: usize) -> bool {
    if !words[at].is(&["is", "are", "was", "were", "be", "been", "being"]) || words[at].closed {
        return false;
    }
    let adverb = |w: &Token<'_>| w.small.ends_with("ly") || w.is(&["not", "also", "often", "then"]);
    let next = words[at + 1..].iter().find(|w| !adverb(w));
    next.is_some_and(|w| w.is(&PARTICIPLES) || w.small.ends_with("ed") && w.small.len() > 4)
}
