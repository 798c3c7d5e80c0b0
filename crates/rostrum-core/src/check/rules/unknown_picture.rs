//! Pictures that the statement does not have.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::pictures::named;

/// Reports names of pictures that the statement does not have, and names that two pictures have.
pub(super) static RULE: Rule = Rule {
    code: "R111",
    name: "unknown-picture",
    family: Family::Structure,
    checks: "Whether every picture that the text shows is in the statement, under a name of its own.",
    why: "Where the picture is not there, its description prints in its place; where two have one name, the wrong one may be shown.",
    example: "Body:\n# General comments\n\n![Reports by year](chart.png)\n",
    instead: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![Reports by year](chart.png)\n",
    source: "The pictures kept in the statement.",
    sentences: &[
        Sentence {
            variant: "name",
            severity: Severity::Error,
            message: "The text shows the picture \"{picture}\", but the statement holds none of this name.",
            hint: "Add the picture, correct the name, or take it out of the text.",
        },
        Sentence {
            variant: "twice",
            severity: Severity::Error,
            message: "{count} pictures are named \"{picture}\"; the text shows the first of them.",
            hint: "Partners added them apart: give one another name, and set right where each is shown.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let statement = reading.case.statement;
    let mut twice: Vec<&str> = Vec::new();
    for mention in reading.pictures.iter().filter(|mention| !mention.is_address()) {
        let name = mention.name.as_str();
        let count = statement.pictures.iter().filter(|picture| picture.name == name).count();
        let place = reading.place_of(mention);
        if named(statement, name).is_none() {
            out.push(RULE.finding("name", &[("picture", name)], place));
        } else if count > 1 && !twice.contains(&name) {
            twice.push(name);
            let count = count.to_string();
            out.push(RULE.finding("twice", &[("picture", name), ("count", &count)], place));
        }
    }
}
