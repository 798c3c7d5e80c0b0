//! A Heading With a Capital on Every Word.

use crate::check::Reading;
use crate::check::reading::{Kind, Token, mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::spell::name_meant;

/// Reports headings in title case or in capitals.
pub(super) static RULE: Rule = Rule {
    code: "R412",
    name: "heading-capitals",
    family: Family::Style,
    checks: "Headings have a capital on the first word and on names only. Headings of the call are left alone. English only.",
    why: "Headings that follow United Nations style can be taken into the text as they stand.",
    example: "Body:\n# Summary\n\n## Points Of Contact Need Testing\n\nThey do.\n",
    instead: "Body:\n# Summary\n\n## Points of contact need testing\n\nThey do.\n",
    source: "United Nations Editorial Manual: in headings only the first word and proper names have a capital.",
    sentences: &[
        Sentence {
            variant: "title-case",
            severity: Severity::Info,
            message: "This heading has capitals inside: \"{heading}\".",
            hint: "Keep the capital of the first word and of names.",
        },
        Sentence {
            variant: "capitals",
            severity: Severity::Info,
            message: "This heading is in capitals: \"{heading}\".",
            hint: "Write it in small letters, with a capital on the first word and on names.",
        },
    ],
    reach: Reach::Passage,
    run,
};

/// Small words that say nothing about how a heading is written.
const SMALL: [&str; 22] = [
    "the", "a", "an", "of", "and", "or", "to", "in", "on", "for", "by", "with", "from", "at", "as",
    "is", "are", "be", "not", "no", "vs", "via",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    if !reading.english {
        return;
    }
    let headings = reading.passages.iter().filter(|p| matches!(p.kind, Kind::Heading(_)));
    for passage in headings {
        let heading = passage.text.trim();
        if reading.case.call.section(heading).is_some() {
            continue;
        }
        let words = tokens(&passage.text, &(0..passage.text.len()));
        let Some(variant) = fault(&words) else { continue };
        let place = reading.place(passage, 0..passage.text.len());
        let edits = if variant == "title-case" && passage.markdown.contains(&passage.text) {
            mend(&place, &sentence_case(&passage.text, &words))
        } else {
            Vec::new()
        };
        out.push(Finding { edits, ..RULE.finding(variant, &[("heading", heading)], place) });
    }
}

fn fault(words: &[Token<'_>]) -> Option<&'static str> {
    let letters = |w: &Token<'_>| w.text.chars().filter(|c| c.is_alphabetic()).count();
    let long = words.iter().filter(|w| letters(w) >= 4).count();
    let all: usize = words.iter().map(&letters).sum();
    if words.len() > 2 && long > 0 && all >= 10 && words.iter().all(shouted) {
        return Some("capitals");
    }
    let inside = || words.iter().skip(1).filter(|w| !w.is(&SMALL) && letters(w) > 1);
    let capitals = inside().filter(|w| w.capital() && !shouted(w) && !named(w)).count();
    let small = inside().filter(|w| !w.capital()).count();
    (capitals >= 2 && small == 0).then_some("title-case")
}

fn shouted(word: &Token<'_>) -> bool {
    word.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Tells whether a word is one of the names of bodies and texts.
fn named(word: &Token<'_>) -> bool {
    name_meant("en", &[word.small.to_string()]).is_some()
}

/// Writes a heading with small letters wherever a capital is neither first nor of a name.
fn sentence_case(text: &str, words: &[Token<'_>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, word) in words.iter().enumerate() {
        out.push_str(&text[from..word.range.start]);
        from = word.range.end;
        let begins = at == 0 || text[..word.range.start].trim_end().ends_with([':', '.', '?', '!']);
        if begins || shouted(word) || named(word) {
            out.push_str(word.text);
        } else {
            out.push_str(&word.text.to_lowercase());
        }
    }
    out + &text[from..]
}
