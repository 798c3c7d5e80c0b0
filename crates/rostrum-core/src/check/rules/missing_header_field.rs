//! A field of the cover block is empty.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, asked};
use crate::finding::{Finding, Place, Severity};
use crate::model::Statement;

/// Reports empty fields of the cover block that the statement is incomplete without.
pub(super) static RULE: Rule = Rule {
    code: "R107",
    name: "missing-header-field",
    family: Family::Structure,
    checks: "Every required field of the cover block has a value.",
    why: "The secretariat files a statement by its cover: without the name of the organisation or the title it cannot be placed.",
    example: "Call: upr-joint\nTitle: Courts without interpreters\nBody:\n# Introduction\n\nWe are two organisations.\n",
    instead: "Call: upr-joint\nTitle: Courts without interpreters\nField country: Utopia\nBody:\n# Introduction\n\nWe are two organisations.\n",
    source: "The call's list of header fields.",
    sentences: &[Sentence {
        variant: "empty",
        severity: Severity::Error,
        message: "The field \"{field}\" of the cover is empty.",
        hint: "Fill it in at the top of the statement.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let statement = reading.case.statement;
    for field in reading.case.call.header_fields.iter().filter(|f| f.required) {
        if value(statement, &field.id).trim().is_empty() {
            let place = Place { paragraph: Some(field.id.clone()), ..Place::part("header") };
            let mut finding = RULE.finding("empty", &[("field", &field.label)], place);
            finding.severity = asked(finding.severity, field.certainty);
            out.push(finding);
        }
    }
}

fn value<'a>(statement: &'a Statement, id: &str) -> &'a str {
    match id {
        "title" => &statement.title,
        "organisation" => &statement.organisation,
        "language" => &statement.language,
        other => statement.header.get(other).map_or("", String::as_str),
    }
}
