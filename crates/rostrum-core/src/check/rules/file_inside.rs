//! Files, programs and answers inside a file.

use crate::check::Reading;
use crate::check::public_file::report_held;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports files, programs and form answers inside a file that becomes public.
pub(super) static RULE: Rule = Rule {
    code: "R808",
    name: "file-inside",
    family: Family::Publication,
    checks: "Whether a file that becomes public holds other files, programs, actions or answers to a form.",
    why: "An embedded table holds all its rows and sheets, not only the ones that show.",
    example: "Annexes:\n- study.pdf\n  file inside: budget.xlsx\n",
    instead: "Annexes:\n- study.pdf, files removed\n  file inside: budget.xlsx\n",
    source: "The file itself, looked through part by part.",
    sentences: &[
        Sentence {
            variant: "undecided",
            severity: Severity::Warning,
            message: "The annex \"{file}\" holds other files: {count}, such as \"{words}\".",
            hint: "Say whether they are taken out or become public.",
        },
        Sentence {
            variant: "stays",
            severity: Severity::Warning,
            message: "The annex \"{file}\" holds files, programs or answers that cannot be taken out here: {count}, such as \"{words}\".",
            hint: "Look whether they may become public; if not, take them out where it was made.",
        },
        Sentence {
            variant: "in-file",
            severity: Severity::Warning,
            message: "The file holds other files, programs or answers: {count}, such as \"{words}\".",
            hint: "Look whether they may become public; `rostrum scrub --clean --attachments` takes attached files out.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    report_held(&RULE, reading, out);
}
