//! A source is cited that the statement does not have.

use crate::check::Reading;
use crate::check::reading::{MarkKind, response_place};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports citations whose key is none of the statement's sources.
pub(super) static RULE: Rule = Rule {
    code: "R301",
    name: "unknown-source",
    family: Family::Evidence,
    checks: "Every cited key belongs to a source of the statement, in the body and in responses.",
    why: "A citation without its source prints as a gap where the proof should stand.",
    example: "Body:\n# Summary\n\nHospitals were closed for days.[@hospitals2026]\n",
    instead: "Body:\n# Summary\n\nHospitals were closed for days.[@hospitals2026]\n\nSources: hospitals2026\n",
    source: "The statement's sources.",
    sentences: &[
        Sentence {
            variant: "body",
            severity: Severity::Error,
            message: "The source \"{key}\" is cited, but it is not among the sources.",
            hint: "Add the source, or correct the key.",
        },
        Sentence {
            variant: "near",
            severity: Severity::Error,
            message: "The source \"{key}\" is cited, but it is not among the sources; there is \"{other}\".",
            hint: "Correct the key, or add the source.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let sources = &reading.case.statement.sources;
    let known = |key: &str| sources.iter().any(|s| s.key == key);
    let mut report = |key: &str, place| {
        let near = sources.iter().map(|s| s.key.as_str()).find(|s| near(s, key));
        let variant = if near.is_some() { "near" } else { "body" };
        out.push(RULE.finding(
            variant,
            &[("key", key), ("other", near.unwrap_or_default())],
            place,
        ));
    };
    for passage in &reading.passages {
        for mark in &passage.marks {
            let MarkKind::Citation(keys) = &mark.kind else { continue };
            for key in keys.iter().filter(|k| !known(k)) {
                report(key, reading.place(passage, passage.sentence_at(mark.at)));
            }
        }
    }
    for response in reading.responses() {
        for key in response.sources.iter().filter(|k| !known(k)) {
            report(key, response_place(response));
        }
    }
}

/// Tells whether two keys differ by little: letters' case, or one letter.
fn near(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let start = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let end = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
    a == b || start + end + 1 >= a.chars().count().max(b.chars().count()) && start + end > 3
}
