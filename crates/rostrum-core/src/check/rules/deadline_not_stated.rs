//! No deadline is known, or the process has ended.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};
use crate::model::call::CallStatus;

/// Reports calls without a known deadline, and calls that can no longer be answered.
pub(super) static RULE: Rule = Rule {
    code: "R504",
    name: "deadline-not-stated",
    family: Family::Timing,
    checks: "The call has a deadline and can still be answered.",
    why: "What is not known here may stand in the letter of the call.",
    example: "Call: upr-joint\nBody:\n# Introduction\n\nWe are two.\n",
    instead: "Call: ahead\nBody:\n# Answer\n\nYes.\n",
    source: "The call's deadlines and status.",
    sentences: &[
        Sentence {
            variant: "none",
            severity: Severity::Info,
            message: "No deadline is stated in the rules of this call.",
            hint: "Look it up in the letter of the call or on its page, and note it before you plan.",
        },
        Sentence {
            variant: "ended",
            severity: Severity::Info,
            message: "This process has ended; its rules are kept to learn from and to practise with.",
            hint: "For a statement to hand over, choose the call that succeeded it.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let call = reading.case.call;
    let variant = match call.status {
        CallStatus::Historic | CallStatus::Closed => "ended",
        _ if call.deadlines.is_empty() => "none",
        _ => return,
    };
    out.push(RULE.finding(variant, &[], Place::part("call")));
}
