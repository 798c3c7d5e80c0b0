//! A mail address or telephone number in a text that will be public.

use std::ops::Range;

use crate::check::Reading;
use crate::check::reading::{MarkKind, Token, tokens};
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
        let words = tokens(&passage.text, &(0..passage.text.len()));
        for (at, word) in words.iter().enumerate() {
            let range = if mail(word.text) {
                word.range.clone()
            } else if let Some(end) = spelled_out(&words[at..]) {
                word.range.start..end
            } else {
                continue;
            };
            let address = passage.text[range.clone()].to_owned();
            out.push(RULE.finding("mail", &[("address", &address)], reading.place(passage, range)));
        }
        for mark in &passage.marks {
            let MarkKind::Link(link) = &mark.kind else { continue };
            let Some(address) = link.strip_prefix("mailto:") else { continue };
            if !passage.text.contains(address) {
                let place = reading.place(passage, 0..passage.text.len());
                out.push(RULE.finding("mail", &[("address", address)], place));
            }
        }
        for range in telephones(&passage.text, &words) {
            let number = passage.text[range.clone()].to_owned();
            let place = reading.place(passage, range);
            out.push(RULE.finding("telephone", &[("address", &number)], place));
        }
    }
}

fn mail(word: &str) -> bool {
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    let Some((local, host)) = word.split_once('@') else { return false };
    !local.is_empty() && host.contains('.') && !host.ends_with('.') && !host.contains('/')
}

/// Reads an address that hides from programs, `first.last [at] example [dot] org`, and returns
/// where it ends.
fn spelled_out(words: &[Token<'_>]) -> Option<usize> {
    let [name, at, host, dot, end, ..] = words else { return None };
    let plain = |w: &Token<'_>| w.text.chars().all(|c| c.is_alphanumeric() || ".-_".contains(c));
    (at.small == "at" && dot.small == "dot" && plain(name) && plain(host) && plain(end))
        .then_some(end.range.end)
}

/// Words before a telephone number, in the languages of the United Nations.
const BEFORE: [&str; 20] = [
    "tel",
    "tel.",
    "telephone",
    "phone",
    "mobile",
    "cell",
    "whatsapp",
    "signal",
    "fax",
    "call",
    "tél",
    "téléphone",
    "portable",
    "teléfono",
    "móvil",
    "тел",
    "телефон",
    "هاتف",
    "电话",
    "number",
];

/// Finds telephone numbers: international ones, and others behind a word that says so.
fn telephones(text: &str, words: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut add = |found: Option<(Range<usize>, usize)>, least: usize| {
        let Some((range, _)) = found.filter(|(_, digits)| *digits >= least) else { return };
        if out.iter().all(|known| known.end <= range.start || range.end <= known.start) {
            out.push(range);
        }
    };
    for (at, _) in text.match_indices('+') {
        add(number(text, at, 1), 8);
    }
    for word in words {
        if word.text.starts_with("00") {
            add(number(text, word.range.start, 0), 10);
        }
        if word.is(&BEFORE) {
            let gap = |c: char| matches!(c, ' ' | ':' | '.' | '(');
            let start = text.len() - text[word.range.end..].trim_start_matches(gap).len();
            // What opens with a bracket begins there.
            let start = start - usize::from(text[..start].ends_with('('));
            add(number(text, start, usize::from(text[start..].starts_with('('))), 6);
        }
    }
    out
}

/// Reads figures and the marks between them: where they stand and how many they are.
fn number(text: &str, start: usize, lead: usize) -> Option<(Range<usize>, usize)> {
    let rest = &text[start + lead..];
    let length = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.')))
        .unwrap_or(rest.len());
    let figures = rest[..length].trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = figures.chars().filter(char::is_ascii_digit).count();
    rest.starts_with(|c: char| c.is_ascii_digit())
        .then(|| (start..start + lead + figures.len(), digits))
}
