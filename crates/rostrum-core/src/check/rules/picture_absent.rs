//! Pictures that are in another copy.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports shown pictures whose bytes are not in this copy of the statement.
pub(super) static RULE: Rule = Rule {
    code: "R812",
    name: "picture-absent",
    family: Family::Publication,
    checks: "Whether the bytes of every picture that the text shows are in this copy of the statement, and are those that were kept.",
    why: "What is not in the file cannot be printed; its description prints in its place.",
    example: "Pictures:\n- chart.png, absent\nBody:\n# General comments\n\n![Reports by year](chart.png)\n",
    instead: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![Reports by year](chart.png)\n",
    source: "The files kept in the statement, held against their hashes.",
    sentences: &[Sentence {
        variant: "absent",
        severity: Severity::Error,
        message: "The picture \"{picture}\" is not in this copy of the statement, or is damaged.",
        hint: "Merge the copy of whoever added it, add the same picture again, or take it out.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let mut told: Vec<&str> = Vec::new();
    for (mention, picture) in reading.shown() {
        let lost = reading.case.lost_pictures.contains(&picture.id);
        if lost && !told.contains(&picture.id.as_str()) {
            told.push(&picture.id);
            let place = reading.place_of(mention);
            out.push(RULE.finding("absent", &[("picture", &picture.name)], place));
        }
    }
}
