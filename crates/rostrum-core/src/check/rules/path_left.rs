//! Paths on somebody's computer in a file.

use crate::check::Reading;
use crate::check::public_file::code_of;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports paths in a file that becomes public and that cleaning leaves.
pub(super) static RULE: Rule = Rule {
    code: "R807",
    name: "path-left",
    family: Family::Publication,
    checks: "Whether a file that becomes public names places on somebody's computer or server.",
    why: "A path often holds a person's name, a client's name or the name of a project.",
    example: "Annexes:\n- study.docx\n  path that stays: C:\\\\Users\\\\other\\\\plan.xlsx\n",
    instead: "Annexes:\n- study.docx\n  path: C:\\\\Users\\\\other\\\\plan.xlsx\n",
    source: "The file itself, looked through part by part.",
    sentences: &[
        Sentence {
            variant: "stays",
            severity: Severity::Warning,
            message: "The annex \"{file}\" names places on somebody's computer that cannot be taken out here: {count}, such as \"{words}\".",
            hint: "Take the link or picture out where it was written, and attach it again.",
        },
        Sentence {
            variant: "in-file",
            severity: Severity::Warning,
            message: "The file names places on somebody's computer: {count}, such as \"{words}\".",
            hint: "Publish a cleaned copy: `rostrum scrub --clean`.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for file in reading.case.files {
        let itself = file.is_itself();
        let held =
            file.held(|item| code_of(item.kind) == RULE.code && (itself || file.stays(item)));
        if let Some(held) = held {
            let variant = if itself { "in-file" } else { "stays" };
            out.push(RULE.finding(variant, &held.params(), file.place()));
        }
    }
}
