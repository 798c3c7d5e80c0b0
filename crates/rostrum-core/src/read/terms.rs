//! Words that need explaining, found in the text of a draft.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::find::Span;
use super::fold::fold;
use super::phrases::{Hit, Phrases};
use crate::model::{Block, BlockKind};

/// A word and what it means, in our own short words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Term {
    /// Id, unique in the glossary: `agreed-language`.
    pub id: String,
    /// The word as it is said.
    pub term: String,
    /// Other forms under which it stands in texts; plurals in -s, -es and -ies need no entry.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means, in one to three sentences.
    pub means: String,
    /// Where a fact in it can be looked up: a document symbol or an address; empty for our own words.
    #[serde(default)]
    pub source: String,
    /// Whether it belongs to the texts of the United Nations or to Rostrum.
    #[serde(default)]
    pub of: TermOf,
    /// Whether a number may follow without a space, as in `OP5`.
    #[serde(default)]
    pub numbered: bool,
}

/// Whose word a term is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum TermOf {
    /// Of the texts of the United Nations; explained where it stands in a draft.
    #[default]
    Texts,
    /// Of Rostrum itself; explained on its screens, never marked in a draft.
    Rostrum,
}

/// A term where it first stands in a section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TermPlace {
    /// Id of the term.
    pub term: String,
    /// Where it stands in the text of its block, in bytes.
    pub place: Span,
}

/// The words that can be explained, ready to be found.
#[derive(Debug, Default)]
pub struct Glossary {
    language: String,
    terms: Vec<Term>,
    phrases: Phrases,
    /// By phrase: its term, and whether it is written in capitals only.
    forms: Vec<(usize, bool)>,
}

#[derive(Deserialize)]
struct File {
    language: String,
    term: Vec<Term>,
}

impl Glossary {
    /// Reads a glossary from TOML.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file, with its line.
    pub fn load(toml: &str) -> Result<Self, toml::de::Error> {
        let File { language, term: terms } = toml::from_str(toml)?;
        let mut glossary = Self { language, terms: Vec::new(), ..Self::default() };
        for (which, term) in terms.iter().enumerate().filter(|(_, t)| t.of == TermOf::Texts) {
            for form in std::iter::once(&term.term).chain(&term.also) {
                let capitals = is_capitals(form);
                for spelling in spellings(form, capitals) {
                    glossary.phrases.add(&spelling, glossary.forms.len());
                    glossary.forms.push((which, capitals));
                }
                if term.numbered {
                    glossary.phrases.add(&format!("{form}*"), glossary.forms.len());
                    glossary.forms.push((which, true));
                }
            }
        }
        glossary.terms = terms;
        Ok(glossary)
    }

    /// Returns the terms, in the order of the file.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Returns the language of the glossary as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Tells whether it explains words of a text in this language; an unknown one may be its own.
    pub fn explains(&self, language: Option<&str>) -> bool {
        language.is_none_or(|told| told.split('-').next() == Some(self.language.as_str()))
    }

    /// Returns for every block the terms that stand there for the first time in its section.
    ///
    /// A section is what stands under the innermost heading. Of two terms that overlap the
    /// longer one counts.
    pub fn places(&self, blocks: &[Block]) -> Vec<Vec<TermPlace>> {
        let mut section: BTreeSet<usize> = BTreeSet::new();
        let mut all = Vec::with_capacity(blocks.len());
        for block in blocks {
            let mut places = Vec::new();
            match block.kind {
                BlockKind::Heading => section.clear(),
                BlockKind::Title => {}
                _ => {
                    for (which, place) in self.in_text(&block.text) {
                        if section.insert(which) {
                            places.push(TermPlace { term: self.terms[which].id.clone(), place });
                        }
                    }
                }
            }
            all.push(places);
        }
        all
    }

    /// Returns every term of a text, in order and without overlap.
    fn in_text(&self, text: &str) -> Vec<(usize, Span)> {
        let folded = fold(text);
        let mut hits: Vec<Hit> = self.phrases.find(&folded, &folded.tokens());
        hits.retain(|hit| {
            let (which, capitals) = self.forms[hit.which];
            let (start, end) = folded.original(hit.start, hit.end);
            !capitals || self.is_written_so(which, &text[start as usize..end as usize])
        });
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        let mut end = 0;
        let mut found = Vec::new();
        for hit in hits {
            if hit.start >= end {
                end = hit.end;
                let (start, end) = folded.original(hit.start, hit.end);
                found.push((self.forms[hit.which].0, Span { start, end }));
            }
        }
        found
    }

    /// Tells whether letters stand as an abbreviation is written: its own capitals, then at most
    /// a small s, or a number where the term takes one.
    fn is_written_so(&self, which: usize, printed: &str) -> bool {
        let term = &self.terms[which];
        std::iter::once(&term.term).chain(&term.also).any(|form| {
            printed.strip_prefix(form.as_str()).is_some_and(|rest| {
                rest.is_empty()
                    || rest == "s"
                    || (term.numbered && rest.chars().all(|c| c.is_ascii_digit()))
            })
        })
    }
}

/// Tells whether a form is an abbreviation, so that its capitals matter: `OEWG`, `PoA`, `Op`.
fn is_capitals(form: &str) -> bool {
    let capitals = form.chars().filter(|c| c.is_uppercase()).count();
    !form.contains(' ') && (capitals > 1 || (capitals == 1 && form.len() < 4))
}

/// Returns a form and its plurals.
fn spellings(form: &str, capitals: bool) -> Vec<String> {
    let plural = match form.strip_suffix('y') {
        Some(stem) if !capitals => format!("{stem}ies"),
        _ if !capitals && form.ends_with(['s', 'x', 'h']) => format!("{form}es"),
        _ => format!("{form}s"),
    };
    vec![form.to_owned(), plural]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
        language = "en"
        [[term]]
        id = "agreed-language"
        term = "agreed language"
        means = "Words taken over from an earlier text."
        [[term]]
        id = "language"
        term = "language"
        means = "Wording."
        [[term]]
        id = "cbm"
        term = "CBM"
        also = ["confidence-building measure"]
        means = "A step that lowers mistrust."
        [[term]]
        id = "op"
        term = "OP"
        numbered = true
        means = "An operative paragraph."
        [[term]]
        id = "modality"
        term = "modality"
        means = "How something is done."
        [[term]]
        id = "draft"
        term = "draft"
        of = "rostrum"
        means = "The text that is answered."
    "#;

    fn found(text: &str) -> Vec<String> {
        let glossary = Glossary::load(SMALL).expect("it is valid");
        glossary
            .in_text(text)
            .iter()
            .map(|(_, place)| text[place.start as usize..place.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn plurals_and_hyphens_do_not_hide_a_term() {
        assert_eq!(
            found("Confidence building measures and modalities"),
            ["Confidence building measures", "modalities"]
        );
    }

    #[test]
    fn the_longer_of_two_terms_counts() {
        assert_eq!(found("in agreed language"), ["agreed language"]);
    }

    #[test]
    fn a_term_stands_whole() {
        assert_eq!(found("multilanguage texts, modalitys"), Vec::<String>::new());
    }

    #[test]
    fn abbreviations_keep_their_capitals() {
        assert_eq!(found("CBMs, cbm, CBM"), ["CBMs", "CBM"]);
        assert_eq!(found("OP5 opposes op. 5; OP 6, OPT"), ["OP5", "OP"]);
    }

    #[test]
    fn words_of_rostrum_are_not_marked_in_a_draft() {
        assert_eq!(found("the draft"), Vec::<String>::new());
    }

    #[test]
    fn a_term_is_marked_once_in_a_section_and_again_in_the_next() {
        let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
        let glossary = Glossary::load(SMALL).expect("it is valid");
        let counts: Vec<usize> = glossary
            .places(&[
                block(BlockKind::Heading, "A. Language"),
                block(BlockKind::Paragraph, "CBMs, and CBMs again"),
                block(BlockKind::Paragraph, "CBMs a third time"),
                block(BlockKind::Heading, "B. CBMs"),
                block(BlockKind::Paragraph, "CBMs"),
            ])
            .iter()
            .map(Vec::len)
            .collect();
        assert_eq!(counts, [0, 1, 0, 0, 1]);
    }

    #[test]
    fn a_text_in_another_language_is_not_explained() {
        let glossary = Glossary::load(SMALL).expect("it is valid");
        assert!(glossary.explains(Some("en-GB")) && glossary.explains(None));
        assert!(!glossary.explains(Some("ar")));
    }
}
