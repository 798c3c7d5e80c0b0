//! Statement, call and drafts → the one [`Document`] that every renderer and counter reads.
//!
//! All decisions about content fall here: which responses print and in what words, what
//! becomes a note, which paragraphs carry numbers, where the signatories stand. What could
//! not be set as it was written is kept as plain words and reported, never dropped.

mod body;
mod clean;
mod findings;
mod inlines;
mod kept;
pub(super) mod labels;
mod notes;
pub(super) mod phrases;
mod proposals;
pub(super) mod responses;
mod sections;
mod signatories;
mod table;
#[cfg(test)]
mod tests;
pub mod tracked;

use crate::finding::Finding;
use crate::model::call::{HeaderField, Permission, SectionHolds, SignatoryPlace, Stated};
use crate::model::document::{Content, Document};
use crate::model::document::{CoverLine, DocumentBlock, Look, Part};
use crate::model::{Call, Draft, Signatory, Statement};

pub use clean::{checked_link, clean};
pub use kept::Composer;
use notes::Notes;

/// What a document is composed from.
#[derive(Debug, Clone, Copy)]
pub struct Composition<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The call it answers.
    pub call: &'a Call,
    /// Id and words of each draft, the newest last.
    pub drafts: &'a [(String, Draft)],
    /// How responses are laid out.
    pub layout: Layout,
    /// The organisations to print, in any order.
    pub signatories: &'a [Signatory],
}

/// How responses are laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Under the headings of the draft, as running text.
    #[default]
    Prose,
    /// As a table: paragraph, draft text, proposal, rationale.
    Table,
}

/// A document, and what should be known about it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Composed {
    /// The document.
    pub document: Document,
    /// What could not be set as it was written.
    pub findings: Vec<Finding>,
}

/// Composes a document.
///
/// Private responses never appear. The text of the body is kept to the last word; what
/// leaves it are control characters and links to anything but `http`, `https` and
/// `mailto`, and the findings say so.
pub fn compose(composition: &Composition<'_>) -> Composed {
    Composer::default().compose(composition)
}

fn composed(composition: &Composition<'_>, kept: &mut Composer) -> Composed {
    let Composition { statement, call, signatories, .. } = *composition;
    let mut notes = Notes::new(statement, permission(call.footnotes.as_ref()), kept);
    let listed = signatories::ordered(call, signatories);
    let title_note = signatories::title_note(call, &listed, &mut notes);
    let mut blocks = body::blocks(composition, &mut notes);
    signatories::place(&mut blocks, call, &listed, &statement.language);
    if matches!(
        permission(call.numbered_paragraphs.as_ref()),
        Some(Permission::Required | Permission::Allowed)
    ) {
        number(&mut blocks);
    }
    let document = Document {
        title: clean(&statement.title),
        subject: clean(&call.name),
        organisation: clean(&statement.organisation),
        language: language(statement),
        cover: cover(statement, call),
        blocks,
        title_note,
        notes: notes.taken(),
        look: look(call),
    };
    Composed { document, findings: notes.into_findings() }
}

fn permission(stated: Option<&Stated<Permission>>) -> Option<Permission> {
    stated.map(|rule| rule.value)
}

fn language(statement: &Statement) -> String {
    let tag = clean(&statement.language);
    if tag.is_empty() { "en".into() } else { tag }
}

/// Numbers the paragraphs of running text, on over headings.
fn number(blocks: &mut [DocumentBlock]) {
    let mut next = 1;
    for block in blocks.iter_mut().filter(|b| b.part == Part::Body) {
        if let Content::Paragraph { number, quoted: false, .. } = &mut block.content {
            *number = Some(next);
            next += 1;
        }
    }
}

/// Returns the cover block; a field without a value does not print.
///
/// The title prints above it. A call that names no field for the organisation still gets
/// a document that says who speaks.
fn cover(statement: &Statement, call: &Call) -> Vec<CoverLine> {
    let phrases = phrases::of(&statement.language);
    let own = HeaderField {
        id: "organisation".into(),
        label: phrases.submitted_by.into(),
        ..HeaderField::default()
    };
    let names_organisation = call.header_fields.iter().any(|f| f.id == "organisation");
    (!names_organisation)
        .then_some(&own)
        .into_iter()
        .chain(&call.header_fields)
        .filter(|field| field.id != "title")
        .filter_map(|field| {
            let value = match field.id.as_str() {
                "organisation" => Some(&statement.organisation),
                id => statement.header.get(id),
            };
            let value = clean(value.map_or("", String::as_str));
            (!value.is_empty()).then(|| CoverLine { label: clean(&field.label), value })
        })
        .collect()
}

fn look(call: &Call) -> Look {
    let format = &call.format;
    Look {
        font: format.font.as_ref().map_or_else(|| "Times New Roman".into(), |f| clean(&f.value)),
        size_pt: format.size_pt.as_ref().map_or(12, |s| s.value.clamp(6, 36)),
        justified: format.justified.as_ref().is_some_and(|j| j.value),
        page_numbers: !matches!(
            permission(format.page_numbers.as_ref()),
            Some(Permission::Forbidden | Permission::Avoid)
        ),
        marking: call.marking_of_proposals(),
    }
}

/// Returns the place the call gives the signatories: a section of their own wins.
fn signatory_place(call: &Call) -> SignatoryPlace {
    if call.sections.iter().any(|s| s.holds == SectionHolds::Signatories) {
        return SignatoryPlace::End;
    }
    call.joint.place.as_ref().map_or(SignatoryPlace::End, |p| p.value)
}
