//! A deadline whose instant is not certain.

use super::deadline_passed::{deadlines, place};
use crate::calls::in_zone;
use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports deadlines ahead whose wording leaves a doubt, with the safe reading.
pub(super) static RULE: Rule = Rule {
    code: "R503",
    name: "deadline-assumed",
    family: Family::Timing,
    checks: "The wording of each deadline ahead leaves no doubt about day, hour and place.",
    why: "\"Midnight\" and \"close of business\" have been read a day apart.",
    example: "Call: ahead\nNow: 2026-11-20T08:00:00Z\nBody:\n# Answer\n\nYes.\n",
    instead: "Call: upr-joint\nNow: 2026-11-20T08:00:00Z\nBody:\n# Introduction\n\nWe are two.\n",
    source: "The call's deadlines.",
    sentences: &[Sentence {
        variant: "assumed",
        severity: Severity::Info,
        message: "The deadline for the {what} reads \"{wording}\"; Rostrum takes {when} as the safe reading.",
        hint: "{reason} Ask the secretariat if you need more time than that.",
    }],
    reach: Reach::Clock,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (deadline, instant) in deadlines(reading).filter(|(_, at)| *at >= reading.case.now) {
        let Some(reason) = &deadline.assumed else { continue };
        out.push(RULE.finding(
            "assumed",
            &[
                ("what", &deadline.what),
                ("wording", &deadline.wording),
                ("when", &in_zone(instant, &deadline.zone)),
                ("reason", reason),
            ],
            place(deadline),
        ));
    }
}
