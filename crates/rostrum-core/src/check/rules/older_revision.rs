//! A response to an older revision of the draft.

use super::unknown_paragraph::label;
use crate::check::Reading;
use crate::check::reading::response_place;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports responses that answer an older revision although a newer one is there.
pub(super) static RULE: Rule = Rule {
    code: "R702",
    name: "older-revision",
    family: Family::Draft,
    checks: "Every response answers the newest draft of the statement.",
    why: "Numbers and words move between revisions: what was paragraph 23 may now be paragraph 25, or gone.",
    example: "Earlier draft:\n23. States may act.\n\nDraft:\n23. States should act.\n\nResponses:\n- keep 23 of the earlier draft\n  because: It is clear.\n",
    instead: "Earlier draft:\n23. States may act.\n\nDraft:\n23. States should act.\n\nResponses:\n- keep 23\n  because: It is clear.\n",
    source: "The drafts of the statement.",
    sentences: &[Sentence {
        variant: "older",
        severity: Severity::Warning,
        message: "A response answers paragraph {paragraph} of {draft}, but there is a newer draft.",
        hint: "Carry the response over to the newer draft and read it again.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some((newest, _)) = reading.newest() else { return };
    for response in reading.responses() {
        let older = response.targets.iter().find(|t| t.draft != *newest);
        let Some(target) = older else { continue };
        let Some((_, draft)) = reading.case.drafts.iter().find(|(id, _)| *id == target.draft)
        else {
            continue;
        };
        let name = draft
            .revision
            .as_deref()
            .or(draft.symbol.as_deref())
            .or(draft.title.as_deref())
            .unwrap_or("an earlier draft");
        let label = label(&target.label);
        out.push(RULE.finding(
            "older",
            &[("paragraph", &label), ("draft", name)],
            response_place(response),
        ));
    }
}
