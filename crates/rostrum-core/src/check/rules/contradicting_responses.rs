//! Two responses that ask for opposite things.

use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::model::Response;
use crate::respond::conflicts::{Conflict, ConflictKind, conflicts};

/// Reports paragraphs for which one response contradicts another.
pub(super) static RULE: Rule = Rule {
    code: "R706",
    name: "contradicting-responses",
    family: Family::Draft,
    checks: "No paragraph is to be kept and changed, deleted and changed, or moved and deleted.",
    why: "Partners write at the same time. A statement that asks for two things gets neither.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n- delete 23\n  because: It repeats paragraph 12.\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n",
    source: "Practice of joint statements.",
    sentences: &[Sentence {
        variant: "opposite",
        severity: Severity::Warning,
        message: "For paragraph {paragraph} one response says {first} and another says {second}.",
        hint: "Agree on one of them, make one an alternative of the other, or make one private until you have agreed.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (conflict, first, second) in found(reading, ConflictKind::Opposite) {
        let label = super::unknown_paragraph::label(&conflict.label);
        out.push(RULE.finding(
            "opposite",
            &[
                ("paragraph", &label),
                ("first", first.kind.as_str()),
                ("second", second.kind.as_str()),
            ],
            response_place(second),
        ));
    }
}

/// Returns the conflicts of one kind with the two responses.
pub(super) fn found<'a>(
    reading: &Reading<'a>,
    kind: ConflictKind,
) -> Vec<(Conflict, &'a Response, &'a Response)> {
    let responses = &reading.case.statement.responses;
    let by_id = |id: &str| responses.iter().find(|r| r.id == id);
    conflicts(responses, reading.case.drafts)
        .into_iter()
        .filter(|conflict| conflict.kind == kind)
        .filter_map(|conflict| {
            let (first, second) = (by_id(&conflict.first)?, by_id(&conflict.second)?);
            Some((conflict, first, second))
        })
        .collect()
}
