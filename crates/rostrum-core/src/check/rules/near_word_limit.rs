//! Nearly as many words as the call allows.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};

/// Share of the limit, in per cent, from which programs may disagree about the rest.
///
/// `LibreOffice` counts one word more for each numbered paragraph, and covers are counted
/// "about": five per cent is more than both together in the texts we measured.
const NEAR: u32 = 95;

/// Reports a statement that fills its limit so far that another program may count it over.
pub(super) static RULE: Rule = Rule {
    code: "R202",
    name: "near-word-limit",
    family: Family::Length,
    checks: "The words that count leave five per cent of the limit free.",
    why: "Another program may count a little more, and partners still ask for small additions at the end.",
    example: "Call: csw-written\nBody:\n# Statement\n\n[… 1,380 words …]\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\n[… 1,200 words …]\n",
    source: "The call's limits and counting rule.",
    sentences: &[Sentence {
        variant: "near",
        severity: Severity::Info,
        message: "The statement has {counted} of {limit} words; {over} are left.",
        hint: "Leave a little room: another program may count differently by a few words.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let count = reading.case.count;
    let Some(limit) = count.limit.filter(|limit| count.counted <= *limit) else { return };
    if u64::from(count.counted) * 100 < u64::from(limit) * u64::from(NEAR) {
        return;
    }
    out.push(RULE.finding(
        "near",
        &[
            ("counted", &count.counted.to_string()),
            ("limit", &limit.to_string()),
            ("over", &(limit - count.counted).to_string()),
        ],
        Place::part("body"),
    ));
}
