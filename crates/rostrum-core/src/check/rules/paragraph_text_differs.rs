//! The draft says something else than when the response was written.

use super::unknown_paragraph::label;
use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports responses that were written against other words than the draft now has.
pub(super) static RULE: Rule = Rule {
    code: "R703",
    name: "paragraph-text-differs",
    family: Family::Draft,
    checks: "The words of the paragraph are those the response was written against.",
    why: "Insertions and deletions are shown against the draft's own words; against other words they mislead.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- modify 23: States shall act at once.\n  seen: States may act.\n  because: It is urgent.\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- modify 23: States shall act at once.\n  seen: States should act.\n  because: It is urgent.\n",
    source: "The drafts of the statement.",
    sentences: &[Sentence {
        variant: "differs",
        severity: Severity::Warning,
        message: "The words of paragraph {paragraph} are not those the response was written against.",
        hint: "Read the paragraph again and save the response; the proposal is then shown against the new words.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for response in reading.responses() {
        for target in response.targets.iter().filter(|t| !t.text.trim().is_empty()) {
            let block = reading
                .case
                .drafts
                .iter()
                .find(|(id, _)| *id == target.draft)
                .and_then(|(_, draft)| draft.block(&target.block));
            if block.is_some_and(|b| !same(&b.text, &target.text)) {
                let label = label(&target.label);
                out.push(RULE.finding(
                    "differs",
                    &[("paragraph", &label)],
                    response_place(response),
                ));
            }
        }
    }
}

/// Tells whether two texts are the same but for spaces.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}
