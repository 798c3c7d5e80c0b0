//! A response to a paragraph that is not there.

use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports responses whose paragraph is in none of the drafts.
pub(super) static RULE: Rule = Rule {
    code: "R701",
    name: "unknown-paragraph",
    family: Family::Draft,
    checks: "Every paragraph that a response answers is in the draft it was written against.",
    why: "A proposal for a paragraph that does not exist cannot be taken up.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- keep 99\n  because: It is clear.\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n",
    source: "The drafts of the statement.",
    sentences: &[
        Sentence {
            variant: "paragraph",
            severity: Severity::Error,
            message: "A response answers paragraph {paragraph}, which the draft does not have.",
            hint: "Choose the paragraph again, or delete the response.",
        },
        Sentence {
            variant: "draft",
            severity: Severity::Error,
            message: "A response answers paragraph {paragraph} of a draft that is not in this statement.",
            hint: "Add that draft, or choose the paragraph in the draft you have.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for response in reading.responses() {
        for target in &response.targets {
            let draft = reading.case.drafts.iter().find(|(id, _)| *id == target.draft);
            let variant = match draft {
                None => "draft",
                Some((_, draft)) if draft.block(&target.block).is_none() => "paragraph",
                Some(_) => continue,
            };
            let label = label(&target.label);
            out.push(RULE.finding(variant, &[("paragraph", &label)], response_place(response)));
        }
    }
}

/// Returns a label as it is spoken of: without its full stop.
pub(super) fn label(printed: &str) -> String {
    let label = printed.trim().trim_end_matches('.');
    if label.is_empty() { "without number".into() } else { label.into() }
}
