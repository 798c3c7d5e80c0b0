//! A change is asked for, but the new words are missing.

use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::model::ResponseKind;

/// Reports `modify`, `add` and `move` without words, and `modify` that changes nothing.
pub(super) static RULE: Rule = Rule {
    code: "R704",
    name: "proposal-without-wording",
    family: Family::Draft,
    checks: "Responses that ask to modify, add or move say the new wording or the new place, and the wording differs from the draft's.",
    why: "Negotiators can only take up words they are given.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- modify 23\n  because: It is too weak.\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- modify 23: States shall act.\n  because: It is too weak.\n",
    source: "The form of the responses; the comment form on the Pact for the Future of 2024 asked for the same.",
    sentences: &[
        Sentence {
            variant: "modify",
            severity: Severity::Error,
            message: "A response asks to change paragraph {paragraph}, but gives no wording.",
            hint: "Write the paragraph as it should read, or make it a general response.",
        },
        Sentence {
            variant: "add",
            severity: Severity::Error,
            message: "A response asks to add a paragraph after {paragraph}, but gives no wording.",
            hint: "Write the paragraph to add, or make it a general response.",
        },
        Sentence {
            variant: "move",
            severity: Severity::Warning,
            message: "A response asks to move paragraph {paragraph}, but does not say where to.",
            hint: "Name the new place, for example \"before paragraph 14\".",
        },
        Sentence {
            variant: "unchanged",
            severity: Severity::Warning,
            message: "A response asks to change paragraph {paragraph}, but its wording is that of the draft.",
            hint: "Change the wording, or make it a response that asks to keep the paragraph.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for response in reading.responses() {
        let first = response.targets.first();
        let wording = response.proposal.trim();
        let variant = match response.kind {
            ResponseKind::Modify if wording.is_empty() => "modify",
            ResponseKind::Modify
                if first.is_some_and(|t| {
                    response.targets.len() == 1
                        && super::paragraph_text_differs::same(&t.text, wording)
                }) =>
            {
                "unchanged"
            }
            ResponseKind::Add if wording.is_empty() => "add",
            ResponseKind::Move if wording.is_empty() => "move",
            _ => continue,
        };
        let label =
            first.map_or_else(|| "the draft".into(), |t| super::unknown_paragraph::label(&t.label));
        out.push(RULE.finding(variant, &[("paragraph", &label)], response_place(response)));
    }
}
