//! One organisation stands twice in the list.

use super::consent_missing::place;
use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports organisations whose name stands twice, but for case, accents' forms and "The".
pub(super) static RULE: Rule = Rule {
    code: "R602",
    name: "duplicate-signatory",
    family: Family::Coalition,
    checks: "No organisation stands twice in the list of signatories.",
    why: "A list with doubles makes readers doubt the rest of it.",
    example: "Body:\n# Summary\n\nWe agree.\n\nSignatories:\n- Harbour Watch (Utopia), holds\n- The harbour watch (Utopia), holds\n",
    instead: "Body:\n# Summary\n\nWe agree.\n\nSignatories:\n- Harbour Watch (Utopia), holds\n",
    source: "Practice of joint statements.",
    sentences: &[
        Sentence {
            variant: "twice",
            severity: Severity::Warning,
            message: "{organisation} stands twice in the list.",
            hint: "Keep the entry whose consent is recorded and delete the other.",
        },
        Sentence {
            variant: "countries",
            severity: Severity::Info,
            message: "{organisation} stands in the list for {first} and for {second}.",
            hint: "Keep both if they are two organisations; otherwise delete one.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let list = &reading.case.statement.signatories;
    for (at, later) in list.iter().enumerate() {
        let name = plain(&later.organisation);
        let Some(earlier) = list[..at].iter().find(|s| plain(&s.organisation) == name) else {
            continue;
        };
        let same = plain(&earlier.country) == plain(&later.country)
            || earlier.country.is_empty()
            || later.country.is_empty();
        out.push(RULE.finding(
            if same { "twice" } else { "countries" },
            &[
                ("organisation", &later.organisation),
                ("first", &earlier.country),
                ("second", &later.country),
            ],
            place(later),
        ));
    }
}

/// Returns a name without what only typography adds.
fn plain(name: &str) -> String {
    let small = name.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.filter(|w| *w != "the").collect::<Vec<_>>().join(" ")
}
