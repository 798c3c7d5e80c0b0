//! The call does not take the language of the statement.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Place, Severity};

/// Reports a statement in a language that the call does not take.
pub(super) static RULE: Rule = Rule {
    code: "R901",
    name: "language-not-accepted",
    family: Family::Language,
    checks: "The language of the statement is one the call accepts.",
    why: "Statements are rarely translated; in another language they are not issued.",
    example: "Call: csw-written\nLanguage: de\nBody:\n# Statement\n\nWir stimmen zu.\n",
    instead: "Call: csw-written\nLanguage: fr\nBody:\n# Statement\n\nNous sommes d'accord.\n",
    source: "The call's languages.",
    sentences: &[Sentence {
        variant: "other",
        severity: Severity::Error,
        message: "The statement is in {language}; the call takes {languages}.",
        hint: "Translate it, or correct the language at the top of the statement.",
    }],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some(rule) = &reading.case.call.languages else { return };
    let primary = |tag: &str| tag.to_lowercase().split('-').next().unwrap_or_default().to_owned();
    let own = primary(&reading.case.statement.language);
    if own.is_empty() || rule.value.iter().any(|tag| primary(tag) == own) {
        return;
    }
    let accepted: Vec<&str> = rule.value.iter().map(|tag| name(tag)).collect();
    let mut finding = RULE.finding(
        "other",
        &[("language", name(&own)), ("languages", &accepted.join(", "))],
        Place { paragraph: Some("language".into()), ..Place::part("header") },
    );
    finding.severity = weighed(finding.severity, rule.ground.certainty);
    out.push(finding);
}

/// Returns the English name of a language, or its tag.
fn name(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or_default() {
        "ar" => "Arabic",
        "zh" => "Chinese",
        "en" => "English",
        "fr" => "French",
        "ru" => "Russian",
        "es" => "Spanish",
        "de" => "German",
        "it" => "Italian",
        "pt" => "Portuguese",
        _ => tag,
    }
}
