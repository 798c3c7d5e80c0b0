//! A mail address or telephone number in a text that will be public.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports mail addresses and telephone numbers in the text.
pub(super) static RULE: Rule = Rule {
    code: "R802",
    name: "personal-data",
    family: Family::Publication,
    checks: "No mail address and no telephone number stands in the text.",
    why: "Statements are published as they come, and stay on the web for decades.",
    example: "Body:\n# Summary\n\nWrite to first.last@example.org for the data.\n",
    instead: "Body:\n# Summary\n\nWrite to the secretariat of our network for the data.\n",
    source: "Statements to the United Nations are published in the language and form received.",
    sentences: &[
        Sentence {
            variant: "mail",
            severity: Severity::Warning,
            message: "The mail address {address} would be published with the statement.",
            hint: "Take it out, or use an address of the organisation that may be public.",
        },
        Sentence {
            variant: "telephone",
            severity: Severity::Warning,
            message: "The telephone number {address} would be published with the statement.",
            hint: "Take it out, or use a number of the organisation that may be public.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in &reading.passages {
        for word in crate::check::reading::tokens(&passage.text, &(0..passage.text.len())) {
            if mail(word.text) {
                let place = reading.place(passage, word.range.clone());
                out.push(RULE.finding("mail", &[("address", word.text)], place));
            }
        }
        if let Some(range) = telephone(&passage.text) {
            let number = passage.text[range.clone()].to_owned();
            let place = reading.place(passage, range);
            out.push(RULE.finding("telephone", &[("address", &number)], place));
        }
    }
}

fn mail(word: &str) -> bool {
    let Some((local, host)) = word.split_once('@') else { return false };
    !local.is_empty() && host.contains('.') && !host.ends_with('.') && !host.contains('/')
}

/// Finds an international number: a plus sign and eight digits or more.
fn telephone(text: &str) -> Option<std::ops::Range<usize>> {
    text.match_indices('+').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let length = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.')))
            .unwrap_or(rest.len());
        let digits = rest[..length].chars().filter(char::is_ascii_digit).count();
        let end = at + 1 + rest[..length].trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        (digits >= 8 && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(at..end)
    })
}
