//! Pictures that do not say what they show.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports pictures of the body without alternative text.
pub(super) static RULE: Rule = Rule {
    code: "R109",
    name: "picture-without-description",
    family: Family::Structure,
    checks: "Whether every picture says in words what it shows.",
    why: "Readers who do not see the picture hear only that there is one, and a PDF without these words is refused by checks for accessibility.",
    example: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![](chart.png)\n",
    instead: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![Reports rose from 12 in 2020 to 41 in 2024](chart.png)\n",
    source: "WCAG 2.2, criterion 1.1.1; PDF/UA-1, clause 7.3.",
    sentences: &[Sentence {
        variant: "missing",
        severity: Severity::Warning,
        message: "The picture \"{picture}\" does not say what it shows.",
        hint: "Say in a sentence what a reader should take from it.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (mention, picture) in reading.shown().filter(|(mention, _)| mention.alt.is_empty()) {
        let place = reading.place_of(mention);
        out.push(RULE.finding("missing", &[("picture", &picture.name)], place));
    }
}
