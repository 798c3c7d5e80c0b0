//! Rules of the call for statements of several organisations.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Place, Severity};

/// Reports joint statements where the call takes none, and calls in which signing one
/// excludes any other statement.
pub(super) static RULE: Rule = Rule {
    code: "R604",
    name: "joint-statement-rule",
    family: Family::Coalition,
    checks: "The call takes joint statements, and its signatories know when signing excludes a statement of their own.",
    why: "In some processes an organisation that signs one joint statement may file nothing else.",
    example: "Call: exclusive\nBody:\n# Answer\n\nYes.\n\nSignatories:\n- Harbour Watch (Utopia), holds\n- Pier Watch (Utopia), holds\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\nYes.\n\nSignatories:\n- Harbour Watch (Utopia), holds, special\n- Pier Watch (Utopia), holds, special\n",
    source: "The call's rules for joint statements.",
    sentences: &[
        Sentence {
            variant: "not-taken",
            severity: Severity::Error,
            message: "The statement has {count} signatories, but the call takes no joint statements.",
            hint: "Hand it over in the name of one organisation.",
        },
        Sentence {
            variant: "exclusive",
            severity: Severity::Info,
            message: "Who signs this joint statement may file no other statement in this call.",
            hint: "Tell every signatory before it consents.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let count = reading.case.statement.signatories.len();
    if count < 2 {
        return;
    }
    let joint = &reading.case.call.joint;
    let place = || Place::part("signatory");
    if let Some(rule) = joint.allowed.as_ref().filter(|r| !r.value) {
        let mut finding = RULE.finding("not-taken", &[("count", &count.to_string())], place());
        finding.severity = weighed(finding.severity, rule.ground.certainty);
        out.push(finding);
    }
    if joint.exclusive.as_ref().is_some_and(|r| r.value) {
        out.push(RULE.finding("exclusive", &[], place()));
    }
}
