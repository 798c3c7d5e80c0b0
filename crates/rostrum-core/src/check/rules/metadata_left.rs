//! Names, dates and other data about a file.

use crate::check::Reading;
use crate::check::public_file::code_of;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::scrub::{Hindrance, Removal};

/// Reports data about a file that would become public with it.
pub(super) static RULE: Rule = Rule {
    code: "R803",
    name: "metadata-left",
    family: Family::Publication,
    checks: "Whether a file that becomes public says who made it, when, with what and where.",
    why: "Names of colleagues, of a company or of a consultant, and where a photograph was taken, are read by whoever looks for them.",
    example: "Annexes:\n- study.docx, signed\n  author: Partner one\n",
    instead: "Annexes:\n- study.docx\n  author: Partner one\n",
    source: "The file itself, looked through part by part.",
    sentences: &[
        Sentence {
            variant: "stays",
            severity: Severity::Warning,
            message: "The annex \"{file}\" gives away data about itself that cannot be taken out: {count}, such as \"{words}\".",
            hint: "Attach a clean copy that is neither signed nor protected.",
        },
        Sentence {
            variant: "in-file",
            severity: Severity::Warning,
            message: "The file gives away data about itself: {count}, such as \"{words}\".",
            hint: "Publish a cleaned copy: `rostrum scrub --clean`.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for file in reading.case.files {
        let hindered = file.hindrance() != Hindrance::None;
        // What can be taken out of an annex is taken out before it leaves.
        let variant = match (file.is_itself(), hindered) {
            (true, _) => "in-file",
            (false, true) => "stays",
            (false, false) => continue,
        };
        let held =
            file.held(|item| code_of(item.kind) == RULE.code && item.removal != Removal::Never);
        if let Some(held) = held {
            out.push(RULE.finding(variant, &held.params(), file.place()));
        }
    }
}
