//! Words that are in a file and not on its pages.

use crate::check::Reading;
use crate::check::public_file::report_held;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports words of a file that its pages do not show.
pub(super) static RULE: Rule = Rule {
    code: "R806",
    name: "hidden-text-left",
    family: Family::Publication,
    checks: "Whether a file that becomes public holds words that its pages do not show: hidden, white or tiny words, layers that are switched off, earlier states.",
    why: "Hidden words are found by a search, by a screen reader and by copying the page.",
    example: "Annexes:\n- study.docx\n  hidden: our real aim\n",
    instead: "Annexes:\n- study.docx, hidden removed\n  hidden: our real aim\n",
    source: "The file itself, looked through part by part.",
    sentences: &[
        Sentence {
            variant: "undecided",
            severity: Severity::Error,
            message: "The annex \"{file}\" holds hidden words: {count}, such as \"{words}\".",
            hint: "Say whether they are taken out or become public.",
        },
        Sentence {
            variant: "stays",
            severity: Severity::Warning,
            message: "The annex \"{file}\" holds words that its pages do not show, which cannot be taken out here: {count}, such as \"{words}\".",
            hint: "Take them out where it was written, and attach it again.",
        },
        Sentence {
            variant: "in-file",
            severity: Severity::Warning,
            message: "The file holds words that its pages do not show: {count}, such as \"{words}\".",
            hint: "Publish a cleaned copy: `rostrum scrub --clean --hidden`.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    report_held(&RULE, reading, out);
}
