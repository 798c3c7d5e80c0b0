//! Annexes where the call takes none.

use crate::check::Reading;
use crate::check::rule::weighed;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::Place;
use crate::finding::{Finding, Severity};
use crate::model::call::Permission;

/// Reports annexes to a call that takes none.
pub(super) static RULE: Rule = Rule {
    code: "R811",
    name: "annexes-not-taken",
    family: Family::Publication,
    checks: "Whether the call takes annexes.",
    why: "A secretariat that takes no annexes drops them, or sends the whole statement back.",
    example: "Call: no-annexes\nAnnexes:\n- study.pdf\n",
    instead: "Call: no-annexes\n",
    source: "The call's rule on annexes.",
    sentences: &[
        Sentence {
            variant: "forbidden",
            severity: Severity::Error,
            message: "Annexes: {count}; the call takes none.",
            hint: "Take them out, and say in the text where they can be read.",
        },
        Sentence {
            variant: "missing",
            severity: Severity::Warning,
            message: "The call asks for an annex, and there is none.",
            hint: "Attach the file that the call asks for.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let case = reading.case;
    let Some(rule) = &case.call.annexes else { return };
    let count = case.statement.annexes.len();
    let variant = match rule.value {
        Permission::Forbidden if count > 0 => "forbidden",
        Permission::Required if count == 0 => "missing",
        _ => return,
    };
    let count = count.to_string();
    let mut finding = RULE.finding(variant, &[("count", &count)], Place::part("annex"));
    finding.severity = weighed(finding.severity, rule.ground.certainty);
    out.push(finding);
}
