//! Bold or italics in a call that does not want them.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Severity};
use crate::model::call::Permission;

/// Reports bold and italics in the body where the call forbids them.
pub(super) static RULE: Rule = Rule {
    code: "R108",
    name: "unwanted-emphasis",
    family: Family::Structure,
    checks: "The body has no bold or italics where the call forbids them.",
    why: "Forms drop them, and editors send back what they have to clean.",
    example: "Call: hrc-written\nBody:\n# Statement\n\nThis is **urgent**.\n",
    instead: "Call: hrc-written\nBody:\n# Statement\n\nThis is urgent.\n",
    source: "The call's rules of format.",
    sentences: &[Sentence {
        variant: "forbidden",
        severity: Severity::Error,
        message: "Paragraphs with bold or italics: {count}; the call allows none.",
        hint: "Take the emphasis out; let the words carry it.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some(rule) = &reading.case.call.format.emphasis else { return };
    if !matches!(rule.value, Permission::Forbidden | Permission::Avoid) {
        return;
    }
    let mut emphasised = reading.prose().filter(|p| p.response.is_none() && p.emphasised);
    let Some(first) = emphasised.next() else { return };
    let count = (1 + emphasised.count()).to_string();
    let place = reading.place(first, 0..first.text.len());
    let mut finding = RULE.finding("forbidden", &[("count", &count)], place);
    finding.severity = weighed(finding.severity, rule.ground.certainty);
    out.push(finding);
}
