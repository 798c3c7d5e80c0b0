//! The text speaks of a paragraph that the draft does not have.

use crate::check::Reading;
use crate::check::reading::{Token, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Labelled paragraphs from which a draft is whole enough to miss one.
const ENOUGH: usize = 5;

/// Reports "paragraph 99" where the newest draft has no such paragraph and no other document
/// is spoken of.
pub(super) static RULE: Rule = Rule {
    code: "R707",
    name: "mentioned-paragraph-missing",
    family: Family::Draft,
    checks: "Paragraphs that body and rationales speak of are in the newest draft, unless the sentence names another document, or the number the draft it is of, as in \"paragraph 23 (Zero draft)\". English only.",
    why: "A wrong number sends the reader to the wrong place, and looks as if an old draft had been read.",
    example: "Body:\n# Summary\n\nWe welcome paragraph 99.\n\nDraft:\n1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.\n",
    instead: "Body:\n# Summary\n\nWe welcome paragraph 4.\n\nDraft:\n1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.\n",
    source: "The newest draft of the statement.",
    sentences: &[Sentence {
        variant: "missing",
        severity: Severity::Warning,
        message: "The draft has no paragraph {paragraph}.",
        hint: "Correct the number, or name the document you mean.",
    }],
    reach: Reach::Passage,
    run,
};

/// Words that show that another document is meant.
const OTHER: [&str; 20] = [
    "resolution",
    "report",
    "reports",
    "charter",
    "convention",
    "covenant",
    "declaration",
    "comment",
    "agreement",
    "agenda",
    "treaty",
    "protocol",
    "pact",
    "outcome",
    "statute",
    "letter",
    "decision",
    "annex",
    "ibid",
    "earlier",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some((_, draft)) = reading.newest().filter(|_| reading.english) else { return };
    if draft.blocks.iter().filter(|b| b.label.is_some()).count() < ENOUGH {
        return;
    }
    for passage in reading.prose() {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            let other = words.iter().any(|w| w.is(&OTHER) || w.text.matches('/').count() > 1);
            if other {
                continue;
            }
            for at in mentioned(&words) {
                let label = words[at].text;
                if names_its_draft(&passage.text[words[at].range.end..]) {
                    continue;
                }
                if draft.labelled(label).is_none() {
                    let place = reading.place(passage, words[at].range.clone());
                    out.push(RULE.finding("missing", &[("paragraph", label)], place));
                }
            }
        }
    }
}

/// Tells whether the words behind a number say which draft it is of: "paragraph 23 (Zero draft)".
fn names_its_draft(behind: &str) -> bool {
    let behind = behind.trim_start();
    let inside = behind.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    // "(a)" and "(iv)" are sub-paragraphs.
    inside.is_some_and(|(name, _)| name.chars().filter(|c| c.is_alphabetic()).count() > 4)
}

/// Returns the places of numbers behind "paragraph" and "paragraphs … and …".
fn mentioned(words: &[Token<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !word.is(&["paragraph", "paragraphs", "para", "paras"]) {
            continue;
        }
        for (ahead, next) in words.iter().enumerate().skip(at + 1) {
            let number = !next.text.is_empty()
                && next.text.len() <= 3
                && next.text.chars().all(|c| c.is_ascii_digit());
            if number {
                found.push(ahead);
            } else if !next.is(&["and", "to", "or", "through"]) {
                break;
            }
        }
    }
    found
}
