//! More words than the call allows.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Place, Severity};
use crate::model::call::{LimitScope, LimitUnit};

/// Reports a statement that is longer than its call allows, by the call's own counting rule.
pub(super) static RULE: Rule = Rule {
    code: "R201",
    name: "over-word-limit",
    family: Family::Length,
    checks: "The words that count stay within the limit of the call, for the organisation's status and for joint statements.",
    why: "Longer texts are returned, cut or replaced by a summary; the limit holds for what the secretariat counts, which is not always what a word processor shows.",
    example: "Call: csw-written\nBody:\n# Statement\n\n[… 1,600 words …]\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\n[… 1,300 words …]\n",
    source: "The call's limits and counting rule.",
    sentences: &[Sentence {
        variant: "whole",
        severity: Severity::Error,
        message: "The statement has {counted} words that count; the limit is {limit}.",
        hint: "Take out at least {over} words; this leads to the longest section.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let count = reading.case.count;
    let Some(limit) = count.limit.filter(|limit| count.counted > *limit) else { return };
    let longest = count.sections.iter().max_by_key(|s| s.words);
    let mut finding = RULE.finding(
        "whole",
        &[
            ("counted", &count.counted.to_string()),
            ("limit", &limit.to_string()),
            ("over", &(count.counted - limit).to_string()),
        ],
        Place { section: longest.map(|s| s.heading.clone()), ..Place::part("body") },
    );
    let sure = reading.case.call.certainty_of_limit(LimitUnit::Words, LimitScope::Whole, limit);
    if let Some(certainty) = sure {
        finding.severity = weighed(finding.severity, certainty);
    }
    out.push(finding);
}
