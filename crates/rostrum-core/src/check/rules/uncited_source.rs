//! A source that nothing cites.

use crate::check::Reading;
use crate::check::reading::MarkKind;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};

/// Reports sources that neither the body nor a response cites.
pub(super) static RULE: Rule = Rule {
    code: "R302",
    name: "uncited-source",
    family: Family::Evidence,
    checks: "Every source of the statement is cited somewhere.",
    why: "What is not cited does not print: the proof you collected would not reach the reader.",
    example: "Body:\n# Summary\n\nHospitals were closed for days.\n\nSources: hospitals2026\n",
    instead: "Body:\n# Summary\n\nHospitals were closed for days.[@hospitals2026]\n\nSources: hospitals2026\n",
    source: "The statement's sources.",
    sentences: &[Sentence {
        variant: "never",
        severity: Severity::Info,
        message: "The source \"{title}\" is not cited.",
        hint: "Cite it where it supports something, or leave it: it will not print.",
    }],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let statement = reading.case.statement;
    let cited = |key: &str| {
        statement.responses.iter().any(|r| r.sources.iter().any(|k| k == key))
            || reading.passages.iter().flat_map(|p| &p.marks).any(
                |m| matches!(&m.kind, MarkKind::Citation(keys) if keys.iter().any(|k| k == key)),
            )
    };
    for source in statement.sources.iter().filter(|s| !cited(&s.key)) {
        let place = Place { paragraph: Some(source.key.clone()), ..Place::part("source") };
        out.push(RULE.finding("never", &[("title", source.title()), ("key", &source.key)], place));
    }
}
