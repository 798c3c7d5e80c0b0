//! Pictures that lie on the web.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports pictures that the body names by an address of the web.
pub(super) static RULE: Rule = Rule {
    code: "R112",
    name: "picture-by-address",
    family: Family::Structure,
    checks: "Whether the text shows pictures of the statement, and none that lie on the web.",
    why: "Nothing is fetched from the web while a document is made: the picture would not be in it, and whoever opens it would tell the web site so.",
    example: "Body:\n# General comments\n\n![Reports by year](https://example.org/chart.png)\n",
    instead: "Pictures:\n- chart.png\nBody:\n# General comments\n\n![Reports by year](chart.png)\n",
    source: "How documents are made here.",
    sentences: &[Sentence {
        variant: "address",
        severity: Severity::Error,
        message: "The text shows a picture by its address: {address}. Nothing is fetched, so only its description prints.",
        hint: "Save the picture to a file, add it, and show that one; or make it a link.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for mention in reading.pictures.iter().filter(|mention| mention.is_address()) {
        let address: String = mention.name.chars().take(80).collect();
        out.push(RULE.finding("address", &[("address", &address)], reading.place_of(mention)));
    }
}
