//! Two responses that ask for opposite things.

use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::model::ResponseKind::{Delete, Keep, Modify, Move};

/// Reports paragraphs for which one response contradicts another.
pub(super) static RULE: Rule = Rule {
    code: "R706",
    name: "contradicting-responses",
    family: Family::Draft,
    checks: "No paragraph is to be kept and changed, changed in two ways, or changed and deleted.",
    why: "Partners write at the same time. A statement that asks for two things gets neither.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n- delete 23\n  because: It repeats paragraph 12.\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n",
    source: "Practice of joint statements.",
    sentences: &[
        Sentence {
            variant: "opposite",
            severity: Severity::Warning,
            message: "For paragraph {paragraph} one response says {first} and another says {second}.",
            hint: "Agree on one of them, or make one private until you have.",
        },
        Sentence {
            variant: "two-wordings",
            severity: Severity::Warning,
            message: "Two responses give wordings for paragraph {paragraph}.",
            hint: "Put them together into one, or make one private until you have agreed.",
        },
    ],
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let responses: Vec<_> = reading.responses().collect();
    for (at, later) in responses.iter().enumerate() {
        for target in &later.targets {
            let earlier = responses[..at].iter().find(|r| {
                r.targets.iter().any(|t| t.draft == target.draft && t.block == target.block)
                    && opposed(r.kind, later.kind)
            });
            if let Some(earlier) = earlier {
                let label = super::unknown_paragraph::label(&target.label);
                out.push(RULE.finding(
                    if earlier.kind == later.kind { "two-wordings" } else { "opposite" },
                    &[
                        ("paragraph", &label),
                        ("first", earlier.kind.as_str()),
                        ("second", later.kind.as_str()),
                    ],
                    response_place(later),
                ));
            }
        }
    }
}

fn opposed(a: crate::model::ResponseKind, b: crate::model::ResponseKind) -> bool {
    matches!(
        (a, b),
        (Keep, Modify | Delete | Move)
            | (Modify | Delete | Move, Keep)
            | (Modify, Modify | Delete)
            | (Delete, Modify | Move)
            | (Move, Delete)
    )
}
