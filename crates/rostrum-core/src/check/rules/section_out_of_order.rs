//! Sections stand in another order than the call has them.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports sections that stand before one they should follow.
pub(super) static RULE: Rule = Rule {
    code: "R103",
    name: "section-out-of-order",
    family: Family::Structure,
    checks: "The sections stand in the order in which the call lists them.",
    why: "Readers of many statements look for the same thing in the same place.",
    example: "Call: upr-joint\nBody:\n# Recommendations\n\nAppoint interpreters.\n\n# Introduction\n\nWe are two organisations.\n",
    instead: "Call: upr-joint\nBody:\n# Introduction\n\nWe are two organisations.\n\n# Recommendations\n\nAppoint interpreters.\n",
    source: "The call's list of sections, and whether the call fixes their order.",
    sentences: &[
        Sentence {
            variant: "fixed",
            severity: Severity::Warning,
            message: "\"{section}\" stands after \"{other}\", but the call has it before.",
            hint: "Move \"{section}\" in front of \"{other}\".",
        },
        Sentence {
            variant: "usual",
            severity: Severity::Info,
            message: "\"{section}\" stands after \"{other}\"; usually it comes before.",
            hint: "Keep it if you have a reason: this call does not fix the order.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let call = reading.case.call;
    let variant = if call.sections_in_order { "fixed" } else { "usual" };
    let rank = |id: &String| call.sections.iter().position(|s| s.id == *id);
    let mut latest: Option<(usize, &str)> = None;
    for seen in &reading.sections {
        let Some(own) = seen.id.as_ref().and_then(rank) else { continue };
        match latest {
            Some((rank, other)) if own < rank => out.push(RULE.finding(
                variant,
                &[("section", &seen.heading), ("other", other)],
                reading.heading_place(seen),
            )),
            _ => latest = Some((own, &seen.heading)),
        }
    }
}
