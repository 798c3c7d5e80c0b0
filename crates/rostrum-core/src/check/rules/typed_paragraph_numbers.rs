//! Paragraph numbers that were typed by hand.

use crate::check::Reading;
use crate::check::reading::Kind;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::count::words;
use crate::finding::{Finding, Severity};
use crate::model::call::Permission;

/// Words from which a numbered item reads as a numbered paragraph and no longer as a list.
const PARAGRAPH_WORDS: u32 = 25;

/// Reports typed numbers where the call forbids numbers, or where they are made anyway.
pub(super) static RULE: Rule = Rule {
    code: "R106",
    name: "typed-paragraph-numbers",
    family: Family::Structure,
    checks: "Paragraphs carry no typed number where the call forbids numbered paragraphs, or where Rostrum numbers them. Short numbered lists are left alone.",
    why: "Some calls refuse numbered paragraphs; others require them, and then a typed number stands beside the automatic one.",
    example: "Call: csw-written\nBody:\n# Statement\n\n1. Women who farm without a title to their land cannot borrow against it, and when the harvest fails they are the first in the village who have to sell what they own.\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\nWomen who farm without a title to their land cannot borrow against it, and when the harvest fails they are the first in the village who have to sell what they own.\n",
    source: "The call's rule on numbered paragraphs.",
    sentences: &[
        Sentence {
            variant: "forbidden",
            severity: Severity::Error,
            message: "This paragraph carries the number {number}; the call does not want numbered paragraphs.",
            hint: "Take the number out; an empty line parts paragraphs.",
        },
        Sentence {
            variant: "double",
            severity: Severity::Warning,
            message: "The number {number} is typed by hand, but the paragraphs of this call are numbered automatically.",
            hint: "Take the typed number out, so that the paragraph does not carry two.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some(rule) = &reading.case.call.numbered_paragraphs else { return };
    let variant = match rule.value {
        Permission::Forbidden | Permission::Avoid => "forbidden",
        Permission::Required => "double",
        Permission::Allowed => return,
    };
    for passage in reading.prose().filter(|p| p.response.is_none()) {
        let number = match passage.kind {
            Kind::Item(Some(number)) if words(&passage.text) >= PARAGRAPH_WORDS => {
                number.to_string()
            }
            Kind::Paragraph => match typed_number(&passage.text) {
                Some(number) => number.to_owned(),
                None => continue,
            },
            _ => continue,
        };
        let first = passage.sentences.first().cloned().unwrap_or(0..passage.text.len());
        let place = reading.place(passage, first);
        let mut finding = RULE.finding(variant, &[("number", &number)], place);
        finding.severity = weighed(finding.severity, rule.ground.certainty);
        out.push(finding);
    }
}

/// Returns the number a paragraph begins with: `12.` or `12)` and a space.
fn typed_number(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &text[digits..];
    ((1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") ")))
        .then(|| &text[..digits])
}
