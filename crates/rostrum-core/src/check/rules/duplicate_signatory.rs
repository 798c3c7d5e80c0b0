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
        Sentence {
            variant: "alike",
            severity: Severity::Info,
            message: "{organisation} and {first} may be one organisation.",
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
            if let Some(other) = list[..at].iter().find(|s| alike(&plain(&s.organisation), &name)) {
                let params = [
                    ("organisation", later.organisation.as_str()),
                    ("first", other.organisation.as_str()),
                ];
                out.push(RULE.finding("alike", &params, place(later)));
            }
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

/// Forms of law, which a list has for one entry and not for the other.
const FORMS: [&str; 16] = [
    "the",
    "inc",
    "ltd",
    "llc",
    "ev",
    "gmbh",
    "asbl",
    "aisbl",
    "ngo",
    "ong",
    "association",
    "org",
    "e",
    "v",
    "ca",
    "sa",
];

/// Returns a name without what only typography, a short form in brackets or a form of law adds.
fn plain(name: &str) -> String {
    let name = name.split(['(', ',']).next().filter(|n| !n.trim().is_empty()).unwrap_or(name);
    let small = any_ascii::any_ascii(name).to_lowercase().replace('&', " and ");
    let words = small.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.filter(|w| !FORMS.contains(w)).collect::<Vec<_>>().join(" ")
}

/// Tells whether two names differ by one slip of the hand, or by the order of their words.
fn alike(a: &str, b: &str) -> bool {
    let sorted = |name: &str| {
        let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    a.chars().count() > 8 && (slips(a, b) <= 1 || sorted(a) == sorted(b))
}

/// Returns how many letters must be put in, taken out, changed or exchanged.
fn slips(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let alike = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[alike..], &b[alike..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let exchanged = a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0];
    if exchanged { 1 } else { a.len().max(b.len()) }
}
