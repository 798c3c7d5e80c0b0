//! A section that the call does not have.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports level-1 headings that are none of the call's sections.
pub(super) static RULE: Rule = Rule {
    code: "R104",
    name: "unknown-section",
    family: Family::Structure,
    checks: "Every heading of the first level is one of the call's sections.",
    why: "A misspelt heading leaves the section it meant missing; a section of one's own may be overlooked by those who read by the call's order.",
    example: "Body:\n# Sumary\n\nTwo changes matter most.\n",
    instead: "Body:\n# Summary\n\nTwo changes matter most.\n",
    source: "The call's list of sections.",
    sentences: &[
        Sentence {
            variant: "fixed",
            severity: Severity::Warning,
            message: "The call has no section \"{section}\".",
            hint: "Use one of the call's headings, or make this one a heading of the second level.",
        },
        Sentence {
            variant: "free",
            severity: Severity::Info,
            message: "\"{section}\" is a section of your own.",
            hint: "Keep it if you want it: this call does not fix the sections.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let variant = if reading.case.call.sections_in_order { "fixed" } else { "free" };
    for seen in reading.sections.iter().filter(|s| s.id.is_none()) {
        out.push(RULE.finding(variant, &[("section", &seen.heading)], reading.heading_place(seen)));
    }
}
