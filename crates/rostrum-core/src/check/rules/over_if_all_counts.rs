//! Within the limit only as long as parts stay out on which the call is silent.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::count::LeftOutReason;
use crate::finding::{Finding, Place, Severity};

/// Reports a statement that would be over its limit if parts counted on which the call is silent.
pub(super) static RULE: Rule = Rule {
    code: "R205",
    name: "over-if-all-counts",
    family: Family::Length,
    checks: "The statement stays within the limit even if cover and signatories count, where the call does not say.",
    why: "Secretariats count different things. Where the call is silent, a long list of signatories may decide.",
    example: "Call: upr-joint\nBody:\n# Introduction\n\n[… 5,620 words …]\n\nSignatories:\n- Coalition for the Right to Be Heard in One's Own Language Before Every Court (Utopia)\n- Coalition for the Right to Be Heard in One's Own Language Before Every Council (Utopia)\n",
    instead: "Call: upr-joint\nBody:\n# Introduction\n\n[… 5,000 words …]\n\nSignatories:\n- Coalition for the Right to Be Heard in One's Own Language Before Every Court (Utopia)\n- Coalition for the Right to Be Heard in One's Own Language Before Every Council (Utopia)\n",
    source: "The call's limits and counting rule.",
    sentences: &[Sentence {
        variant: "silent",
        severity: Severity::Info,
        message: "The statement keeps the limit of {limit}, but would have {words} words if these counted too: {parts}.",
        hint: "The call does not say whether they count. Ask the secretariat, or shorten by {over}.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let count = reading.case.count;
    let Some(limit) = count.limit.filter(|limit| count.counted <= *limit) else { return };
    let silent: Vec<_> =
        count.left_out.iter().filter(|l| l.reason == LeftOutReason::NotStated).collect();
    let words = count.counted + silent.iter().map(|l| l.words).sum::<u32>();
    if words > limit {
        let parts: Vec<&str> = silent.iter().map(|l| l.part.as_str()).collect();
        out.push(RULE.finding(
            "silent",
            &[
                ("limit", &limit.to_string()),
                ("words", &words.to_string()),
                ("over", &(words - limit).to_string()),
                ("parts", &parts.join(", ")),
            ],
            Place::part("body"),
        ));
    }
}
