//! Annexes that cannot be looked through or cleaned.

use crate::check::Reading;
use crate::check::Seen;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::scrub::Hindrance;

/// Reports annexes that are handed over as they are.
pub(super) static RULE: Rule = Rule {
    code: "R809",
    name: "annex-not-looked-through",
    family: Family::Publication,
    checks: "Whether every annex can be looked through and cleaned.",
    why: "What cannot be looked through may hold anything; a signed or protected file cannot be changed without harm.",
    example: "Annexes:\n- budget.xlsx, not looked through\n",
    instead: "Annexes:\n- budget.pdf\n",
    source: "The kind of the file, and whether it is signed or protected.",
    sentences: &[
        Sentence {
            variant: "unlooked",
            severity: Severity::Warning,
            message: "The annex \"{file}\" cannot be looked through, and is handed over as it is.",
            hint: "Save it as PDF and attach that.",
        },
        Sentence {
            variant: "signed",
            severity: Severity::Warning,
            message: "The annex \"{file}\" is signed, and is handed over as it is.",
            hint: "Ask those who signed it for a clean copy, if it must be clean.",
        },
        Sentence {
            variant: "protected",
            severity: Severity::Warning,
            message: "The annex \"{file}\" is protected, and is handed over as it is.",
            hint: "Attach a copy without protection.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for file in reading.case.files.iter().filter(|file| !file.is_itself()) {
        let variant = match (&file.seen, file.hindrance()) {
            (Seen::Unlooked(_), _) => "unlooked",
            (_, Hindrance::Signed) => "signed",
            (_, Hindrance::Protected) => "protected",
            _ => continue,
        };
        out.push(RULE.finding(variant, &[("file", &file.annex.name)], file.place()));
    }
}
