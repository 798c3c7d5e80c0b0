//! Responses that are kept back.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};

/// Reports how many responses are private and will not be in any document.
pub(super) static RULE: Rule = Rule {
    code: "R801",
    name: "private-response",
    family: Family::Publication,
    checks: "Whether responses are kept back from every export and hand-over.",
    why: "What was private while the coalition discussed it should not be forgotten when the text is final.",
    example: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: We may need this later.\n  private\n",
    instead: "Draft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n",
    source: "The responses of the statement.",
    sentences: &[Sentence {
        variant: "kept-back",
        severity: Severity::Info,
        message: "Private responses: {count}; they will be in no document that leaves this machine.",
        hint: "Make those public that should be handed over.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let mut private = reading.case.statement.responses.iter().filter(|r| r.private);
    let Some(first) = private.next() else { return };
    let count = (1 + private.count()).to_string();
    let place = Place { paragraph: Some(first.id.clone()), ..Place::part("response") };
    out.push(RULE.finding("kept-back", &[("count", &count)], place));
}
