//! A case, read once for all rules: sections, passages, sentences.

mod language;
mod passage;
mod phrase;
mod sentence;
mod support;
mod token;

use super::live::Kept;
use super::{Case, Fact, Rule};
use crate::finding::{Edit, Place};
use crate::model::{Draft, Picture, Response, Statement};
use crate::pictures::{Mention, mentions, named};
use crate::spell::primary;

pub(crate) use language::{in_another_script, language_of_quotation, other_language, surely_in};
pub(super) use passage::{Kind, MarkKind, Passage, Words};
pub(super) use phrase::{phrase, quoted};
pub(crate) use sentence::sentences;
pub(super) use support::speaks_of_self;
pub(super) use token::{Token, tokens};

/// A case, read once for all rules.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The case.
    pub(super) case: &'a Case<'a>,
    /// Level-1 headings of the body, in order.
    pub(super) sections: Vec<SeenSection>,
    /// The body's passages in order, then rationale and proposal of each response that prints.
    pub(super) passages: Vec<Passage>,
    /// Where the body shows pictures, in order.
    pub(super) pictures: Vec<Mention>,
    /// Whether the text is in English, for rules that know English only.
    pub(super) english: bool,
    /// What was noted at each passage, in their order.
    pub(super) noted: Vec<&'a Kept>,
}

/// One level-1 heading of the body with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SeenSection {
    /// Heading as it stands.
    pub(super) heading: String,
    /// Id of the call's section, when the call knows it.
    pub(super) id: Option<String>,
    /// Where the heading stands in the body, in UTF-16 units.
    start: u32,
    /// Where it ends.
    end: u32,
    /// Whether words stand under it.
    pub(super) filled: bool,
}

/// Cuts a statement into passages: the body in order, then the rationale and the proposed
/// wording of each response that prints.
pub(super) fn passages(statement: &Statement) -> Vec<Passage> {
    let mut passages = passage::read(&statement.body, None);
    for response in statement.responses.iter().filter(|r| r.is_submitted()) {
        passages.extend(passage::read(&response.rationale, Some(&response.id)));
        passages.extend(passage::read_proposal(&response.proposal, &response.id));
    }
    passages
}

impl<'a> Reading<'a> {
    /// Reads a case whose text is cut into these passages.
    pub(super) fn new(case: &'a Case<'a>, passages: Vec<Passage>) -> Self {
        let mut sections: Vec<SeenSection> = Vec::new();
        for passage in passages.iter().filter(|p| p.response.is_none()) {
            match (passage.kind, sections.last_mut()) {
                (Kind::Heading(1), _) => {
                    let units = passage.markdown.encode_utf16().count() as u32;
                    sections.push(SeenSection {
                        heading: passage.text.clone(),
                        id: case.call.section(&passage.text).map(|s| s.id.clone()),
                        start: passage.start,
                        end: passage.start + units,
                        filled: false,
                    });
                }
                (Kind::Heading(_) | Kind::Note, _) => {}
                (_, Some(section)) => section.filled |= !passage.text.trim().is_empty(),
                (_, None) => {}
            }
        }
        let language = case.statement.language.to_lowercase();
        Self {
            case,
            sections,
            passages,
            pictures: mentions(&case.statement.body),
            english: language.is_empty() || language == "en" || language.starts_with("en-"),
            noted: Vec::new(),
        }
    }

    /// Returns what a rule noted at the passages, in the order of the text.
    ///
    /// Only for rules of [`Reach::Noted`](super::Reach::Noted).
    pub(super) fn facts(&self, rule: &'static Rule) -> impl Iterator<Item = (&Passage, &Fact)> {
        self.passages.iter().zip(&self.noted).flat_map(move |(passage, kept)| {
            let facts = kept.facts.iter().filter(move |(code, _)| *code == rule.code);
            facts.flat_map(|(_, facts)| facts).map(move |fact| (passage, fact))
        })
    }

    /// Returns the newest draft with its id.
    pub(super) fn newest(&self) -> Option<&'a (String, Draft)> {
        self.case.drafts.last()
    }

    /// Returns the responses that print.
    pub(super) fn responses(&self) -> impl Iterator<Item = &'a Response> {
        self.case.statement.responses.iter().filter(|r| r.is_submitted())
    }

    /// Returns the passages of running text: paragraphs, list items and cells, not quotations,
    /// headings and notes.
    pub(super) fn prose(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|p| p.is_prose())
    }

    /// Returns the passages of running text in English, for rules that know English only.
    pub(super) fn english_prose(&self) -> impl Iterator<Item = &Passage> {
        self.prose().filter(|p| {
            self.english
                && !in_another_script(&p.text, "en")
                && other_language(&p.text, "en").is_none()
        })
    }

    /// Returns the words of the paragraphs that a passage of a response answers.
    pub(super) fn answered(&self, passage: &Passage) -> impl Iterator<Item = &'a str> {
        let id = passage.response.clone();
        let responses = self.case.statement.responses.iter();
        responses
            .filter(move |r| id.as_ref() == Some(&r.id))
            .flat_map(|r| r.targets.iter().map(|target| target.text.as_str()))
    }

    /// Returns the language a passage is expected to be in: that of the draft for wording
    /// proposed for it, where it is known, and that of the statement otherwise.
    pub(super) fn expected_language(&self, passage: &Passage) -> String {
        let of_draft = || {
            let id = passage.response.as_ref()?;
            let response = self.case.statement.responses.iter().find(|r| r.id == *id)?;
            let target = response.targets.first()?;
            let (_, draft) = self.case.drafts.iter().find(|(id, _)| *id == target.draft)?;
            draft.language.as_deref().filter(|tag| !tag.is_empty())
        };
        let tag = if passage.proposal { of_draft() } else { None };
        primary(tag.unwrap_or(&self.case.statement.language))
    }

    /// Returns the language a passage is in, as far as that can be told with certainty.
    pub(super) fn language_of(&self, passage: &Passage) -> String {
        let expected = self.expected_language(passage);
        match other_language(&passage.text, &expected) {
            Some((tag, _)) => tag.to_owned(),
            None => expected,
        }
    }

    /// Returns the place of what shows a picture.
    pub(super) fn place_of(&self, mention: &Mention) -> Place {
        let body = &self.case.statement.body;
        let units = |to: usize| body[..to].encode_utf16().count() as u32;
        let (start, end) = (units(mention.range.start), units(mention.range.end));
        let section = self.sections.iter().rev().find(|section| section.start <= start);
        Place {
            section: section.map(|section| section.heading.clone()),
            start: Some(start),
            end: Some(end),
            ..Place::part("body")
        }
    }

    /// Returns the places of the body that show pictures of the statement.
    pub(super) fn shown(&self) -> impl Iterator<Item = (&Mention, &'a Picture)> {
        let statement = self.case.statement;
        self.pictures.iter().filter_map(|mention| Some((mention, named(statement, &mention.name)?)))
    }

    /// Returns the place of a range of bytes in a passage's words.
    #[expect(clippy::unused_self, reason = "rules ask the reading for places")]
    pub(super) fn place(&self, passage: &Passage, range: std::ops::Range<usize>) -> Place {
        let (start, end) = passage.units(&range);
        Place {
            part: match (&passage.response, passage.proposal) {
                (None, _) => "body",
                (Some(_), false) => "response",
                (Some(_), true) => "proposal",
            }
            .into(),
            section: passage.section.clone(),
            paragraph: passage.response.clone(),
            start: Some(start),
            end: Some(end),
        }
    }

    /// Returns the place of a section's heading.
    #[expect(clippy::unused_self, reason = "rules ask the reading for places")]
    pub(super) fn heading_place(&self, section: &SeenSection) -> Place {
        Place {
            part: "body".into(),
            section: Some(section.heading.clone()),
            paragraph: None,
            start: Some(section.start),
            end: Some(section.end),
        }
    }
}

/// Returns the place of a response.
pub(super) fn response_place(response: &Response) -> Place {
    Place { paragraph: Some(response.id.clone()), ..Place::part("response") }
}

/// Returns the edit that puts other words at a place.
pub(super) fn mend(place: &Place, text: &str) -> Vec<Edit> {
    match (place.start, place.end) {
        (Some(start), Some(end)) => vec![Edit { start, end, text: text.into() }],
        _ => Vec::new(),
    }
}
