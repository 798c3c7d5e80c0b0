//! Comments in a file.

use crate::check::Reading;
use crate::check::public_file::report_held;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports comments in a file that becomes public.
pub(super) static RULE: Rule = Rule {
    code: "R804",
    name: "comments-left",
    family: Family::Publication,
    checks: "Whether a file that becomes public holds comments or notes.",
    why: "What colleagues said to each other in the margin has ended up on web pages of the United Nations more than once.",
    example: "Annexes:\n- study.docx\n  comment by Partner one: Is this true?\n",
    instead: "Annexes:\n- study.docx, comments removed\n  comment by Partner one: Is this true?\n",
    source: "The file itself, looked through part by part.",
    sentences: &[
        Sentence {
            variant: "undecided",
            severity: Severity::Error,
            message: "The annex \"{file}\" holds comments: {count}, by {who}.",
            hint: "Say whether they are taken out or become public.",
        },
        Sentence {
            variant: "stays",
            severity: Severity::Warning,
            message: "The annex \"{file}\" holds comments that cannot be taken out here: {count}, by {who}.",
            hint: "Take them out where it was written, and attach it again.",
        },
        Sentence {
            variant: "in-file",
            severity: Severity::Warning,
            message: "The file holds comments: {count}, by {who}.",
            hint: "Publish a cleaned copy: `rostrum scrub --clean --comments`.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    report_held(&RULE, reading, out);
}
