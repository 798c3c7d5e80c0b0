//! An acronym that is never said in full.

use std::collections::BTreeMap;

use crate::check::Reading;
use crate::check::reading::{Passage, tokens};
use crate::check::rule::{Fact, Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Severity};

/// Reports acronyms that are used twice or more and spelled out nowhere; in calls that
/// restrict acronyms, every one.
pub(super) static RULE: Rule = Rule {
    code: "R406",
    name: "acronym-not-spelled-out",
    family: Family::Style,
    checks: "Acronyms are spelled out where they first stand, with the acronym in brackets behind. Where the call restricts them, each is reported.",
    why: "What is obvious in one field is unknown in the next, and some secretariats take acronyms out.",
    example: "Body:\n# Summary\n\nA CERT answers calls. Every CERT needs a number.\n",
    instead: "Body:\n# Summary\n\nA computer emergency response team (CERT) answers calls. Every CERT needs a number.\n",
    source: "United Nations Editorial Manual; UN Women, guidance on written statements: acronyms very restricted.",
    sentences: &[
        Sentence {
            variant: "never",
            severity: Severity::Info,
            message: "\"{acronym}\" is used but never spelled out.",
            hint: "Say it in full where it first stands, with the acronym in brackets behind.",
        },
        Sentence {
            variant: "late",
            severity: Severity::Info,
            message: "\"{acronym}\" is spelled out only after it was used.",
            hint: "Spell it out where it first stands.",
        },
        Sentence {
            variant: "restricted",
            severity: Severity::Warning,
            message: "This call restricts acronyms; \"{acronym}\" is one.",
            hint: "Write it in full each time, or do without.",
        },
    ],
    reach: Reach::Noted(note),
    run,
};

/// Acronyms that every reader of such statements knows, and names that are never in full.
const KNOWN: [&str; 22] = [
    "UN", "NGO", "NGOS", "ICT", "ICTS", "EU", "USA", "UK", "HIV", "AIDS", "UNESCO", "UNICEF", "IT",
    "AI", "TV", "OK", "CEO", "PDF", "ISO", "UTC", "ECOSOC", "II",
];

struct Use<'a> {
    passage: &'a Passage,
    range: std::ops::Range<usize>,
    times: u32,
    explained_first: bool,
    explained: bool,
}

/// Notes every acronym; what holds of it is that it is explained where it stands.
fn note(passage: &Passage) -> Vec<Fact> {
    if !passage.is_prose() {
        return Vec::new();
    }
    let words = tokens(&passage.text, &(0..passage.text.len()));
    let noted = words.into_iter().filter(|word| acronym(word.text)).map(|word| {
        let before = passage.text[..word.range.start].ends_with(['(', '"', '“']);
        let behind = passage.text[word.range.end..].trim_start().starts_with('(');
        let key = word.text.trim_end_matches('s').to_owned();
        Fact { key, range: word.range, holds: before || behind }
    });
    noted.collect()
}

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let restricted = reading.case.call.format.acronyms_restricted.as_ref().filter(|r| r.value);
    let mut found: BTreeMap<&str, Use<'_>> = BTreeMap::new();
    let mut order = Vec::new();
    for (passage, fact) in reading.facts(&RULE) {
        let name = fact.key.as_str();
        let entry = found.entry(name).or_insert_with(|| {
            order.push(name);
            Use {
                passage,
                range: fact.range.clone(),
                times: 0,
                explained_first: fact.holds,
                explained: false,
            }
        });
        entry.times += 1;
        entry.explained |= fact.holds;
    }
    for name in order {
        let Some(usage) = found.get(name) else { continue };
        let known = KNOWN.contains(&name.to_uppercase().as_str());
        let variant = match restricted {
            Some(_) if name != "UN" => "restricted",
            Some(_) => continue,
            None if known || usage.explained_first || usage.times < 2 => continue,
            None if usage.explained => "late",
            None => "never",
        };
        let place = reading.place(usage.passage, usage.range.clone());
        let mut finding = RULE.finding(variant, &[("acronym", name)], place);
        if let Some(rule) = restricted {
            finding.severity = weighed(finding.severity, rule.ground.certainty);
        }
        out.push(finding);
    }
}

/// Tells whether a word is an acronym: two to six capitals, perhaps with a plural s.
fn acronym(word: &str) -> bool {
    let name = word.strip_suffix('s').unwrap_or(word);
    let roman = name.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    (2..=6).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase()) && !roman
}
