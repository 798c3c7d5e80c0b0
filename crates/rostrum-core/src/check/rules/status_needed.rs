//! A signatory without the consultative status that the call asks for.

use super::consent_missing::place;
use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Severity};
use crate::model::signatory::EcosocStatus;

/// Reports signatories without ECOSOC status where every signatory needs it.
pub(super) static RULE: Rule = Rule {
    code: "R603",
    name: "status-needed",
    family: Family::Coalition,
    checks: "Every signatory has consultative status with ECOSOC where the call requires it of all.",
    why: "One name without status can have the whole statement rejected.",
    example: "Call: csw-written\nBody:\n# Statement\n\nWe agree.\n\nSignatories:\n- Harbour Watch (Utopia), holds\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\nWe agree.\n\nSignatories:\n- Harbour Watch (Utopia), holds, special\n",
    source: "The call's rules for joint statements.",
    sentences: &[Sentence {
        variant: "none",
        severity: Severity::Error,
        message: "No consultative status is entered for {organisation}, but the call requires it of every signatory.",
        hint: "Enter the status, or leave the organisation out of this statement.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some(rule) = reading.case.call.joint.all_need_status.as_ref().filter(|r| r.value) else {
        return;
    };
    let without =
        reading.case.statement.signatories.iter().filter(|s| s.status == EcosocStatus::None);
    for signatory in without {
        let params = [("organisation", signatory.organisation.as_str())];
        let mut finding = RULE.finding("none", &params, place(signatory));
        finding.severity = weighed(finding.severity, rule.ground.certainty);
        out.push(finding);
    }
}
