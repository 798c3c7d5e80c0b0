//! A section that the call asks for is not in the statement.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, asked};
use crate::finding::{Finding, Place, Severity};
use crate::model::call::{Section, SectionHolds};

/// Reports required sections without a heading.
///
/// The list of signatories and the responses are put in by the composer, so their section is
/// missing only when there is nothing to put in.
pub(super) static RULE: Rule = Rule {
    code: "R101",
    name: "missing-section",
    family: Family::Structure,
    checks: "Every section that the call marks as required has a heading in the body.",
    why: "A statement without a required section looks unfinished, and some secretariats send it back.",
    example: "Body:\n# Summary\n\nTwo changes matter most.\n",
    instead: "Body:\n# Summary\n\nTwo changes matter most.\n\n# General comments\n\nThe draft keeps what was agreed.\n\n# Comments on specific paragraphs\n\nThey follow the order of the draft.\n",
    source: "The call's list of sections.",
    sentences: &[
        Sentence {
            variant: "text",
            severity: Severity::Error,
            message: "The section \"{section}\" is missing.",
            hint: "Add the heading \"{section}\" and write it; its guidance says what belongs there.",
        },
        Sentence {
            variant: "signatories",
            severity: Severity::Error,
            message: "The section \"{section}\" is empty because no organisation has been entered.",
            hint: "Enter the organisations under Partners; the list is made from them.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for section in reading.case.call.sections.iter().filter(|s| s.required) {
        if let Some(variant) = missing(reading, section) {
            let place = Place { section: Some(section.heading.clone()), ..Place::part("body") };
            let mut finding = RULE.finding(variant, &[("section", &section.heading)], place);
            finding.severity = asked(finding.severity, section.certainty);
            out.push(finding);
        }
    }
}

fn missing(reading: &Reading<'_>, section: &Section) -> Option<&'static str> {
    let seen = reading.sections.iter().any(|s| s.id.as_ref() == Some(&section.id));
    match section.holds {
        SectionHolds::Signatories => {
            reading.case.statement.signatories.is_empty().then_some("signatories")
        }
        SectionHolds::Responses if reading.responses().next().is_some() => None,
        SectionHolds::Responses | SectionHolds::Text => (!seen).then_some("text"),
    }
}
