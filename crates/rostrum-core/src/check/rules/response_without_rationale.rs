//! A response that does not say why.

use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports responses without a rationale.
pub(super) static RULE: Rule = Rule {
    code: "R705",
    name: "response-without-rationale",
    family: Family::Draft,
    checks: "Every response says why.",
    why: "A delegate who wants to support a proposal needs one sentence to say for it.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- delete 23\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- delete 23\n  because: Paragraph 12 says the same.\n",
    source: "Practice of submissions on drafts.",
    sentences: &[
        Sentence {
            variant: "none",
            severity: Severity::Info,
            message: "The response to {paragraph} gives no reason.",
            hint: "Add one sentence that a delegate could repeat.",
        },
        Sentence {
            variant: "empty",
            severity: Severity::Warning,
            message: "The response to {paragraph} says nothing.",
            hint: "Write what you ask for, or delete the response.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    use crate::model::ResponseKind::{General, Question};
    for response in reading.responses().filter(|r| r.rationale.trim().is_empty()) {
        let silent = matches!(response.kind, General | Question);
        let variant = if silent && response.proposal.trim().is_empty() { "empty" } else { "none" };
        let label = response.targets.first().map_or_else(
            || "the whole text".to_owned(),
            |t| format!("paragraph {}", super::unknown_paragraph::label(&t.label)),
        );
        out.push(RULE.finding(variant, &[("paragraph", &label)], response_place(response)));
    }
}
