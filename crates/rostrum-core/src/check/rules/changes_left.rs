//! Recorded changes in a file.

use crate::check::Reading;
use crate::check::public_file::report_held;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports recorded changes in a file that becomes public.
pub(super) static RULE: Rule = Rule {
    code: "R805",
    name: "changes-left",
    family: Family::Publication,
    checks: "Whether a file that becomes public holds recorded changes.",
    why: "Everybody who opens it can read what was struck out, who did it and when.",
    example: "Annexes:\n- study.docx\n  deletion by Partner one: on no account\n",
    instead: "Annexes:\n- study.docx, changes accepted\n  deletion by Partner one: on no account\n",
    source: "The file itself, looked through part by part.",
    sentences: &[
        Sentence {
            variant: "undecided",
            severity: Severity::Error,
            message: "The annex \"{file}\" holds recorded changes: {count}, by {who}.",
            hint: "Say whether they are accepted, rejected, or become public.",
        },
        Sentence {
            variant: "stays",
            severity: Severity::Warning,
            message: "The annex \"{file}\" holds recorded changes that cannot be taken out here: {count}, by {who}.",
            hint: "Accept or reject them where it was written, and attach it again.",
        },
        Sentence {
            variant: "in-file",
            severity: Severity::Warning,
            message: "The file holds recorded changes: {count}, by {who}.",
            hint: "Publish a cleaned copy: `rostrum scrub --clean --changes accept`.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    report_held(&RULE, reading, out);
}
