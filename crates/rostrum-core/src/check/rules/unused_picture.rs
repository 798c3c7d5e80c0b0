//! Pictures that are nowhere shown.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};

/// Reports pictures that the text shows nowhere.
pub(super) static RULE: Rule = Rule {
    code: "R813",
    name: "unused-picture",
    family: Family::Publication,
    checks: "Whether every picture of the statement is shown in the text.",
    why: "A picture that is not shown is in no document, but it travels with every copy for partners.",
    example: "Pictures:\n- chart.png\nBody:\n# General comments\n\nWords.\n",
    instead: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![Reports by year](chart.png)\n",
    source: "The pictures kept in the statement.",
    sentences: &[Sentence {
        variant: "unused",
        severity: Severity::Info,
        message: "The picture \"{picture}\" is shown nowhere.",
        hint: "Show it in the text, or take it out of the statement.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for picture in &reading.case.statement.pictures {
        // Of two of one name, the first is shown; that is told by another rule.
        let named = reading.pictures.iter().any(|mention| mention.name == picture.name);
        if !named {
            let place = Place { paragraph: Some(picture.id.clone()), ..Place::part("picture") };
            out.push(RULE.finding("unused", &[("picture", &picture.name)], place));
        }
    }
}
