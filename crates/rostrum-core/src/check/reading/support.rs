//! Tells whether a sentence names where it comes from, or asks for something instead.

use std::ops::Range;

use super::token::{Token, tokens};
use super::{Passage, Reading};
use crate::check::Rule;
use crate::finding::Finding;

/// Words that make a sentence a request or a rule instead of a claim of fact.
const REQUESTS: [&str; 32] = [
    "should",
    "shall",
    "must",
    "ought",
    "may",
    "could",
    "would",
    "might",
    "recommend",
    "recommends",
    "urge",
    "urges",
    "propose",
    "proposes",
    "request",
    "requests",
    "ask",
    "asks",
    "suggest",
    "encourage",
    "encourages",
    "let",
    "ensure",
    "target",
    "goal",
    "aim",
    "aims",
    "if",
    "whether",
    "insert",
    "replace",
    "delete",
];

impl Reading<'_> {
    /// Tells whether a sentence of fact stands without a word on where it comes from.
    ///
    /// A mark in the sentence, in the next one, or at the end of the paragraph is taken for
    /// its source; so are a document symbol, an address and a year in brackets. Sentences
    /// that ask for something are no claims. The rationale of a response is supported by the
    /// response's sources.
    pub(in crate::check) fn unsupported(&self, passage: &Passage, at: usize) -> bool {
        let sentence = &passage.sentences[at];
        let words = &passage.text[sentence.clone()];
        if words.ends_with(['?', '？', '؟', ':']) {
            return false;
        }
        let next = passage.sentences.get(at + 1);
        let last = passage.sentences.last();
        let near = [Some(sentence), next, last].into_iter().flatten().any(|s| passage.marked(s));
        !near && !self.sourced(passage) && !names_document(words) && !asks(&passage.text, sentence)
    }

    /// Reports each sentence of an English text in which the given words claim a fact, unless
    /// it is supported or the words are only mentioned.
    ///
    /// `claim` gets the words of a sentence and returns the first and the last that claim; the
    /// sentence of the rule is told them as `words_said`.
    pub(in crate::check) fn report_unsupported(
        &self,
        rule: &Rule,
        variant: &'static str,
        claim: impl Fn(&[Token<'_>]) -> Option<(usize, usize)>,
        out: &mut Vec<Finding>,
    ) {
        if !self.english {
            return;
        }
        for passage in self.prose() {
            for (at, sentence) in passage.sentences.iter().enumerate() {
                let words = tokens(&passage.text, sentence);
                let Some((first, last)) = claim(&words) else { continue };
                let range = words[first].range.start..words[last].range.end;
                if mentioned(&passage.text, range.start) || !self.unsupported(passage, at) {
                    continue;
                }
                let said = &passage.text[range.clone()];
                let place = self.place(passage, range.clone());
                out.push(rule.finding(variant, &[("words_said", said)], place));
            }
        }
    }

    fn sourced(&self, passage: &Passage) -> bool {
        passage.response.as_ref().is_some_and(|id| {
            self.case.statement.responses.iter().any(|r| r.id == *id && !r.sources.is_empty())
        })
    }
}

/// Tells whether words name a document by symbol, address, or author and year.
fn names_document(words: &str) -> bool {
    let symbol = |w: &str| {
        let w = w.trim_start_matches(['(', '[', '“', '"']);
        w.contains('/')
            && w.starts_with(|c: char| c.is_ascii_uppercase())
            && w.contains(|c: char| c.is_ascii_digit())
    };
    let year_in_brackets = words.split('(').skip(1).any(|inner| {
        let inner = inner.split(')').next().unwrap_or_default();
        inner
            .split(|c: char| !c.is_ascii_digit())
            .any(|d| d.len() == 4 && (d.starts_with("19") || d.starts_with("20")))
    });
    words.split_whitespace().any(symbol)
        || words.contains("http")
        || words.contains("www.")
        || year_in_brackets
        || bracketed_number(words)
}

/// Tells whether a reference of another style stands in the words: `[12]`.
fn bracketed_number(words: &str) -> bool {
    words.split('[').skip(1).any(|inner| {
        inner
            .split(']')
            .next()
            .is_some_and(|n| !n.is_empty() && n.len() < 4 && n.chars().all(|c| c.is_ascii_digit()))
    })
}

fn asks(text: &str, sentence: &Range<usize>) -> bool {
    let words = tokens(text, sentence);
    words.iter().any(|t| t.is(&REQUESTS))
        || words.windows(2).any(|w| {
            matches!(
                (w[0].small.as_ref(), w[1].small.as_ref()),
                ("call" | "calls", "on" | "upon" | "for")
            )
        })
}

/// Tells whether a word of one's own organisation stands among these words.
pub(in crate::check) fn speaks_of_self(words: &[Token<'_>]) -> bool {
    words.iter().any(|t| t.is(&["we", "our", "ours", "us", "i", "my"]))
}

/// Tells whether the words at this byte open a quotation: they are then mentioned, not said.
fn mentioned(text: &str, at: usize) -> bool {
    text[..at].ends_with(['"', '“', '«', '„', '‘', '\''])
}
