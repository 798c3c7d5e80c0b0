//! A deadline that is behind us.

use jiff::{SignedDuration, Timestamp};

use crate::calls::in_zone;
use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};
use crate::model::call::Deadline;

/// Days after which a deadline belongs to an earlier round of the same call.
const EARLIER_ROUND_DAYS: i64 = 120;

/// Reports deadlines that have passed. It never stands in the way: late input is sometimes taken.
pub(super) static RULE: Rule = Rule {
    code: "R501",
    name: "deadline-passed",
    family: Family::Timing,
    checks: "The deadlines of the call lie ahead.",
    why: "Most secretariats do not consider what comes late; better to know before the last evening.",
    example: "Call: ahead\nNow: 2026-12-05T08:00:00Z\nBody:\n# Answer\n\nYes.\n",
    instead: "Call: ahead\nNow: 2026-11-20T08:00:00Z\nBody:\n# Answer\n\nYes.\n",
    source: "The call's deadlines.",
    sentences: &[
        Sentence {
            variant: "passed",
            severity: Severity::Warning,
            message: "The deadline for the {what} passed on {when}; the secretariat's words are \"{wording}\".",
            hint: "Ask the secretariat whether it still takes input; handing over is not blocked.",
        },
        Sentence {
            variant: "earlier-round",
            severity: Severity::Info,
            message: "The last deadline known for the {what} is {when}, of an earlier round.",
            hint: "Look for the date of the present round on the page of the call.",
        },
    ],
    reach: Reach::Clock,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (deadline, instant) in deadlines(reading) {
        let late = reading.case.now.duration_since(instant);
        if late <= SignedDuration::ZERO {
            continue;
        }
        let earlier = late > SignedDuration::from_hours(24 * EARLIER_ROUND_DAYS);
        let variant = if earlier { "earlier-round" } else { "passed" };
        out.push(RULE.finding(
            variant,
            &[
                ("what", &deadline.what),
                ("when", &in_zone(instant, &deadline.zone)),
                ("wording", &deadline.wording),
            ],
            place(deadline),
        ));
    }
}

/// Returns the deadlines that hold for this statement and have an instant, in the call's order.
pub(super) fn deadlines<'a>(
    reading: &'a Reading<'_>,
) -> impl Iterator<Item = (&'a Deadline, Timestamp)> {
    let (status, joint) = reading.case.statement.standing();
    let holding = reading.case.call.deadlines_for(status, joint);
    holding.filter_map(|d| Some((d, d.instant.parse().ok()?)))
}

/// Returns the place of a deadline.
pub(super) fn place(deadline: &Deadline) -> Place {
    Place { paragraph: Some(deadline.what.clone()), ..Place::part("call") }
}
