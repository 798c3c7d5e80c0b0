//! Annexes that are in another copy.

use crate::check::Reading;
use crate::check::Seen;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports annexes whose file is not in this copy of the statement.
pub(super) static RULE: Rule = Rule {
    code: "R810",
    name: "annex-absent",
    family: Family::Publication,
    checks: "Whether the file of every annex is in this copy of the statement.",
    why: "A copy for partners names the annexes and does not carry them, so that nobody gets a file with comments that were not meant for them.",
    example: "Annexes:\n- study.pdf, absent\n",
    instead: "Annexes:\n- study.pdf\n",
    source: "The files kept in the statement.",
    sentences: &[Sentence {
        variant: "absent",
        severity: Severity::Error,
        message: "The file of the annex \"{file}\" is not in this copy of the statement.",
        hint: "Attach the same file here, take the annex out, or hand over from the copy that has it.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for file in reading.case.files.iter().filter(|file| file.seen == Seen::Absent) {
        out.push(RULE.finding("absent", &[("file", &file.annex.name)], file.place()));
    }
}
