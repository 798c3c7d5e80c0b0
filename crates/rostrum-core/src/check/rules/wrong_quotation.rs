//! A quotation that the paragraph does not contain.

use crate::check::Reading;
use crate::check::reading::tokens;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::model::{BlockKind, Draft};

/// Words from which a quotation is taken to be one, and not a word in quotation marks.
const QUOTED_WORDS: usize = 4;

/// Reports words in quotation marks that are said to stand in a paragraph and do not.
pub(super) static RULE: Rule = Rule {
    code: "R708",
    name: "wrong-quotation",
    family: Family::Draft,
    checks: "Words quoted from a numbered paragraph of the draft stand there word for word. Sentences that propose new wording are left alone. English only.",
    why: "A misquotation is answered instead of the point.",
    example: "Body:\n# Summary\n\nWe welcome that paragraph 2 says \"States may wish to act now\".\n\nDraft:\n1. States meet every year in spring.\n2. States may wish to act soon.\n",
    instead: "Body:\n# Summary\n\nWe welcome that paragraph 2 says \"States may wish to act soon\".\n\nDraft:\n1. States meet every year in spring.\n2. States may wish to act soon.\n",
    source: "The newest draft of the statement.",
    sentences: &[
        Sentence {
            variant: "elsewhere",
            severity: Severity::Warning,
            message: "The quoted words stand in paragraph {other}, not in paragraph {paragraph}.",
            hint: "Correct the number.",
        },
        Sentence {
            variant: "differs",
            severity: Severity::Warning,
            message: "The quoted words are not those of paragraph {paragraph}.",
            hint: "Copy them from the draft, or take the quotation marks out.",
        },
    ],
    reach: Reach::Passage,
    run,
};

/// Words of sentences that ask for wording which is not in the draft yet.
const PROPOSES: [&str; 26] = [
    "insert",
    "inserting",
    "replace",
    "replacing",
    "replaced",
    "add",
    "adding",
    "added",
    "read",
    "amend",
    "amending",
    "change",
    "changing",
    "instead",
    "should",
    "propose",
    "suggest",
    "would",
    "could",
    "with",
    "by",
    "reword",
    "rephrase",
    "such",
    "not",
    "use",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some((_, draft)) = reading.newest().filter(|_| reading.english) else { return };
    for passage in reading.prose() {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            let paragraph = words.windows(2).find_map(|w| {
                w[0].is(&["paragraph", "para"])
                    .then(|| w[1].text)
                    .filter(|l| l.starts_with(|c: char| c.is_ascii_digit()))
            });
            let Some(label) = paragraph else { continue };
            let Some(quoted) = quotation(&passage.text, sentence) else { continue };
            let outside = words.iter().filter(|w| !quoted.contains(&w.range.start));
            if outside.into_iter().any(|w| w.is(&PROPOSES)) {
                continue;
            }
            let Some(block) = draft.labelled(label) else { continue };
            let wanted = folded(&passage.text[quoted.clone()]);
            if wanted.len() < QUOTED_WORDS || holds(&block.text, &wanted) {
                continue;
            }
            let other = elsewhere(draft, &wanted);
            let (variant, other) = match &other {
                Some(label) => ("elsewhere", label.as_str()),
                None if similar(&block.text, &wanted) => ("differs", ""),
                None => continue,
            };
            let params = [("paragraph", label), ("other", other)];
            out.push(RULE.finding(variant, &params, reading.place(passage, quoted)));
        }
    }
}

/// Returns the bytes between the first pair of quotation marks of a sentence.
fn quotation(text: &str, sentence: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let words = &text[sentence.clone()];
    let open = words.find(['"', '“'])?;
    let mark = if words[open..].starts_with('“') { '”' } else { '"' };
    let start = open + words[open..].chars().next().map_or(1, char::len_utf8);
    let length = words[start..].find(mark)?;
    Some(sentence.start + start..sentence.start + start + length)
}

fn folded(text: &str) -> Vec<String> {
    tokens(text, &(0..text.len())).into_iter().map(|t| t.small.into_owned()).collect()
}

/// Tells whether a text holds these words in a row; an ellipsis leaves words out.
fn holds(text: &str, wanted: &[String]) -> bool {
    folded(text).windows(wanted.len()).any(|w| w == wanted)
}

fn elsewhere(draft: &Draft, wanted: &[String]) -> Option<String> {
    draft
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .find(|b| holds(&b.text, wanted))
        .and_then(|b| b.label.as_deref().map(super::unknown_paragraph::label))
}

/// Tells whether most of the words stand in a text, so that it was meant.
fn similar(text: &str, wanted: &[String]) -> bool {
    let words = folded(text);
    let shared = wanted.iter().filter(|w| words.contains(w)).count();
    shared * 10 >= wanted.len() * 6
}
