//! A deadline within a week.

use jiff::SignedDuration;

use super::deadline_passed::{deadlines, place};
use crate::calls::in_zone;
use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Days within which a deadline is near: what partners need to agree to a final text.
const NEAR_DAYS: i64 = 7;

/// Reports deadlines within a week, in the secretariat's time.
pub(super) static RULE: Rule = Rule {
    code: "R502",
    name: "deadline-near",
    family: Family::Timing,
    checks: "More than seven days are left until each deadline.",
    why: "Partners need days to agree to a final text, and forms are slowest in the last hour.",
    example: "Call: ahead\nNow: 2026-12-02T08:00:00Z\nBody:\n# Answer\n\nYes.\n",
    instead: "Call: ahead\nNow: 2026-11-20T08:00:00Z\nBody:\n# Answer\n\nYes.\n",
    source: "The call's deadlines; seven working days is what civil society asks for itself.",
    sentences: &[
        Sentence {
            variant: "days",
            severity: Severity::Warning,
            message: "The deadline for the {what} is near: {when}, {count} days from now.",
            hint: "Freeze the text now if partners are to sign.",
        },
        Sentence {
            variant: "tomorrow",
            severity: Severity::Warning,
            message: "The deadline for the {what} is within two days: {when}.",
            hint: "Hand over today, and keep the rest for safety.",
        },
        Sentence {
            variant: "hours",
            severity: Severity::Warning,
            message: "The deadline for the {what} is {when}; whole hours left: {count}.",
            hint: "Hand over now: forms are slowest in the last hour.",
        },
    ],
    reach: Reach::Clock,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (deadline, instant) in deadlines(reading) {
        let left = instant.duration_since(reading.case.now);
        if left < SignedDuration::ZERO || left > SignedDuration::from_hours(24 * NEAR_DAYS) {
            continue;
        }
        let hours = left.as_hours();
        let (variant, count) = match hours {
            0..24 => ("hours", hours),
            24..48 => ("tomorrow", 1),
            _ => ("days", hours / 24),
        };
        out.push(RULE.finding(
            variant,
            &[
                ("what", &deadline.what),
                ("when", &in_zone(instant, &deadline.zone)),
                ("count", &count.to_string()),
            ],
            place(deadline),
        ));
    }
}
