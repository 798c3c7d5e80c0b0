//! A heading stands in the statement, but nothing under it.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, asked};
use crate::finding::{Finding, Severity};
use crate::model::call::SectionHolds;

/// Reports headings of sections without words under them.
pub(super) static RULE: Rule = Rule {
    code: "R102",
    name: "empty-section",
    family: Family::Structure,
    checks: "Words stand under every section's heading; responses and signatories count as such where they are put in.",
    why: "An empty heading in a document that was handed over says that something was forgotten.",
    example: "Body:\n# Summary\n\n# General comments\n\nThe draft keeps what was agreed.\n",
    instead: "Body:\n# Summary\n\nTwo changes matter most.\n\n# General comments\n\nThe draft keeps what was agreed.\n",
    source: "The call's list of sections.",
    sentences: &[
        Sentence {
            variant: "required",
            severity: Severity::Error,
            message: "The section \"{section}\" is empty.",
            hint: "Write it, or take from the other sections what belongs there.",
        },
        Sentence {
            variant: "optional",
            severity: Severity::Warning,
            message: "Nothing stands under the heading \"{section}\".",
            hint: "Write the section, or take the heading out: this call does not require it.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let call = reading.case.call;
    for seen in reading.sections.iter().filter(|s| !s.filled) {
        let known = seen.id.as_ref().and_then(|id| call.sections.iter().find(|s| s.id == *id));
        let put_in = match known.map(|s| s.holds) {
            Some(SectionHolds::Responses) => reading.responses().next().is_some(),
            // Who signs is known late; the list is made then.
            Some(SectionHolds::Signatories) => true,
            Some(SectionHolds::Text) | None => false,
        };
        if put_in {
            continue;
        }
        let variant = if known.is_some_and(|s| s.required) { "required" } else { "optional" };
        let place = reading.heading_place(seen);
        let mut finding = RULE.finding(variant, &[("section", &seen.heading)], place);
        finding.severity = asked(finding.severity, known.and_then(|s| s.certainty));
        out.push(finding);
    }
}
