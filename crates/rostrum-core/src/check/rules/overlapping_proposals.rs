//! Two proposals that change the same words in different ways.

use super::contradicting_responses::found;
use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::respond::conflicts::ConflictKind;

/// Reports words of the draft that two proposals change in different ways.
pub(super) static RULE: Rule = Rule {
    code: "R709",
    name: "overlapping-proposals",
    family: Family::Draft,
    checks: "No two proposals change the same words of a paragraph in different ways.",
    why: "Changes of different words stand side by side; of the same words only one can be taken up.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- modify 23: States shall act.\n  because: It is weak.\n- modify 23: States must act.\n  because: It is weak.\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- modify 23: States shall act.\n  because: It is weak.\n- modify 23: States should act together.\n  because: Alone it fails.\n",
    source: "Practice of joint statements.",
    sentences: &[
        Sentence {
            variant: "same-words",
            severity: Severity::Warning,
            message: "In paragraph {paragraph} one response puts \"{first}\" for \"{draft}\" and another puts \"{second}\".",
            hint: "Put them together into one, make one an alternative of the other, or make one private until you have agreed.",
        },
        Sentence {
            variant: "same-place",
            severity: Severity::Warning,
            message: "In paragraph {paragraph} one response puts in \"{first}\" and another puts in \"{second}\" at the same place.",
            hint: "Put them together into one, make one an alternative of the other, or make one private until you have agreed.",
        },
        Sentence {
            variant: "taken-out",
            severity: Severity::Warning,
            message: "In paragraph {paragraph} one response takes \"{draft}\" out and another puts \"{second}\" there.",
            hint: "Put them together into one, make one an alternative of the other, or make one private until you have agreed.",
        },
    ],
    reach: Reach::Beside,
    run,
};

/// Longer words are cut; the responses themselves show them whole.
const SHOWN: usize = 60;

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (conflict, _, second) in found(reading, ConflictKind::SameWords) {
        let label = super::unknown_paragraph::label(&conflict.label);
        let (mut first_words, mut second_words) = (conflict.first_words, conflict.second_words);
        if second_words.is_empty() {
            std::mem::swap(&mut first_words, &mut second_words);
        }
        let variant = match (conflict.words.is_empty(), first_words.is_empty()) {
            (true, _) => "same-place",
            (false, true) => "taken-out",
            (false, false) => "same-words",
        };
        out.push(RULE.finding(
            variant,
            &[
                ("paragraph", &label),
                ("draft", &short(&conflict.words)),
                ("first", &short(&first_words)),
                ("second", &short(&second_words)),
            ],
            response_place(second),
        ));
    }
}

fn short(words: &str) -> String {
    if words.chars().count() <= SHOWN {
        return words.to_owned();
    }
    let cut: String = words.chars().take(SHOWN).collect();
    format!("{} …", cut.trim_end())
}
