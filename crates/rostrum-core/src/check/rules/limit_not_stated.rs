//! The call states no limit.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};

/// Reports that no limit is known, with what such statements usually have.
pub(super) static RULE: Rule = Rule {
    code: "R203",
    name: "limit-not-stated",
    family: Family::Length,
    checks: "The call states at least one limit of length.",
    why: "Where no limit is stated the reader's patience is the limit, and a late change of the call may bring one.",
    example: "Call: oewg-ict-zero-draft\nBody:\n# Summary\n\nTwo changes matter most.\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\nWomen who farm without a title cannot borrow.\n",
    source: "Median and upper tenth of 187 submissions to one open call of 2014: 993 and 2,622 words.",
    sentences: &[Sentence {
        variant: "none",
        severity: Severity::Info,
        message: "The secretariat states no limit of length; the statement has {words} words that would count.",
        hint: "Look into the letter of the call. Half of such statements stay below 1,000 words, and few are longer than 2,600.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let case = reading.case;
    if case.call.limits.is_empty() {
        let words = case.count.counted.to_string();
        out.push(RULE.finding("none", &[("words", &words)], Place::part("call")));
    }
}
