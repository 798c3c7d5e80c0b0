//! A case, read once for all rules: sections, passages, sentences.

mod passage;
mod sentence;
mod support;
mod token;

use super::Case;
use crate::finding::{Edit, Place};
use crate::model::{Draft, Response};

pub(super) use passage::{Kind, MarkKind, Passage};
pub(super) use support::{mentioned, speaks_of_self};
pub(super) use token::{Token, tokens};

/// A case, read once for all rules.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The case.
    pub(super) case: &'a Case<'a>,
    /// Level-1 headings of the body, in order.
    pub(super) sections: Vec<SeenSection>,
    /// The body's passages in order, then the rationale of each response that prints.
    pub(super) passages: Vec<Passage>,
    /// Whether the text is in English, for rules that know English only.
    pub(super) english: bool,
}

/// One level-1 heading of the body with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SeenSection {
    /// Heading as it stands.
    pub(super) heading: String,
    /// Id of the call's section, when the call knows it.
    pub(super) id: Option<String>,
    /// Where the heading stands in the body, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether words stand under it.
    pub(super) filled: bool,
}

impl<'a> Reading<'a> {
    /// Reads a case.
    pub(super) fn new(case: &'a Case<'a>) -> Self {
        let statement = case.statement;
        let mut passages = passage::read(&statement.body, None);
        let mut sections: Vec<SeenSection> = Vec::new();
        for passage in &passages {
            match (passage.kind, sections.last_mut()) {
                (Kind::Heading(1), _) => sections.push(SeenSection {
                    heading: passage.text.clone(),
                    id: case.call.section(&passage.text).map(|s| s.id.clone()),
                    start: passage.start,
                    end: passage.end,
                    filled: false,
                }),
                (Kind::Heading(_) | Kind::Note, _) => {}
                (_, Some(section)) => section.filled |= !passage.text.trim().is_empty(),
                (_, None) => {}
            }
        }
        for response in statement.responses.iter().filter(|r| r.is_submitted()) {
            passages.extend(passage::read(&response.rationale, Some(&response.id)));
        }
        let language = statement.language.to_lowercase();
        Self {
            case,
            sections,
            passages,
            english: language.is_empty() || language == "en" || language.starts_with("en-"),
        }
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
        self.passages
            .iter()
            .filter(|p| matches!(p.kind, Kind::Paragraph | Kind::Item(_) | Kind::Cell) && !p.quoted)
    }

    /// Returns the place of a range of bytes in a passage's words.
    pub(super) fn place(&self, passage: &Passage, range: std::ops::Range<usize>) -> Place {
        let source = match &passage.response {
            None => &self.case.statement.body,
            Some(id) => self
                .case
                .statement
                .responses
                .iter()
                .find(|r| r.id == *id)
                .map_or(&self.case.statement.body, |r| &r.rationale),
        };
        let (start, end) = (passage.source(range.start), passage.source_end(range.end));
        Place {
            part: if passage.response.is_some() { "response" } else { "body" }.into(),
            section: passage.section.clone(),
            paragraph: passage.response.clone(),
            start: Some(utf16(source, start)),
            end: Some(utf16(source, end.max(start))),
        }
    }

    /// Returns the place of a section's heading.
    pub(super) fn heading_place(&self, section: &SeenSection) -> Place {
        let body = &self.case.statement.body;
        Place {
            part: "body".into(),
            section: Some(section.heading.clone()),
            paragraph: None,
            start: Some(utf16(body, section.start)),
            end: Some(utf16(body, section.end)),
        }
    }
}

/// Returns the place of a response.
pub(super) fn response_place(response: &Response) -> Place {
    Place { paragraph: Some(response.id.clone()), ..Place::part("response") }
}

/// Returns how many UTF-16 units stand before a byte.
fn utf16(text: &str, byte: usize) -> u32 {
    text.get(..byte).unwrap_or(text).encode_utf16().count() as u32
}

/// Returns the edit that puts other words at a place.
pub(super) fn mend(place: &Place, text: &str) -> Vec<Edit> {
    match (place.start, place.end) {
        (Some(start), Some(end)) => vec![Edit { start, end, text: text.into() }],
        _ => Vec::new(),
    }
}
