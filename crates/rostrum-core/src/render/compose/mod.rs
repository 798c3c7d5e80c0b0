//! Statement, call and drafts → the one [`Document`] that every renderer and counter reads.
//!
//! All decisions about content fall here: which responses print and in what words, what
//! becomes a note, which paragraphs carry numbers, where the signatories stand. What could
//! not be set as it was written is kept as plain words and reported, never dropped.

mod body;
mod clean;
mod columns;
mod figures;
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
mod tongues;
pub mod tracked;

use crate::finding::Finding;
use crate::model::call::{HeaderField, Permission, SectionHolds, SignatoryPlace, Stated};
use crate::model::document::{Content, CoverLine, Document, DocumentBlock, Inline, Look, Part};
use crate::model::{Call, Draft, Signatory, Statement};

pub use clean::{checked_link, clean};
pub(crate) use figures::caption_pieces;
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
    let numbered = matches!(
        permission(call.numbered_paragraphs.as_ref()),
        Some(Permission::Required | Permission::Allowed)
    );
    if numbered {
        number(&mut blocks);
    }
    let language = language(statement);
    let mut written = notes.taken();
    tongues::mark(&mut blocks, &mut written, &language);
    let cover = cover(statement, call);
    let mut look = Look { numbered, ..look(call) };
    look.contents = wants_contents(call, &blocks);
    let document = Document {
        title: clean(&statement.title),
        subject: clean(&call.name),
        organisation: clean(&statement.organisation),
        language,
        title_after: title_after(call, &cover),
        cover,
        blocks,
        title_note,
        notes: written,
        look,
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
        line_spacing: format.line_spacing.as_ref().map_or(0, |s| s.value),
        paper: format.paper.as_ref().map(|p| p.value).unwrap_or_default(),
        margin_mm: format.margin_mm.as_ref().map_or(0, |m| m.value),
        plain: permission(format.emphasis.as_ref()) == Some(Permission::Forbidden),
        notes: format.notes.as_ref().map(|n| n.value).unwrap_or_default(),
        ..Look::default()
    }
}

/// Words and headings from which a text is long enough for a table of contents: about fifteen
/// pages.
const LONG: (usize, usize) = (6_000, 6);

/// Tells whether a table of contents stands before the text: as the call says, or where a
/// reader would miss one and no limit counts its words.
fn wants_contents(call: &Call, blocks: &[DocumentBlock]) -> bool {
    match permission(call.format.contents.as_ref()) {
        Some(Permission::Required) => return true,
        Some(Permission::Avoid | Permission::Forbidden) => return false,
        Some(Permission::Allowed) | None => {}
    }
    let (words, headings) = LONG;
    let found = blocks.iter().filter(|b| matches!(b.content, Content::Heading { .. })).count();
    if found < headings || !call.limits.is_empty() {
        return false;
    }
    // A word is six letters or more with its space: to count them all would take longer.
    let letters = |line: &Vec<Inline>| -> usize {
        line.iter()
            .map(|piece| if let Inline::Text { text, .. } = piece { text.len() } else { 0 })
            .sum()
    };
    blocks.iter().flat_map(DocumentBlock::lines).map(letters).sum::<usize>() >= words * 6
}

/// Returns how many lines of the cover block the call has before the title.
fn title_after(call: &Call, cover: &[CoverLine]) -> usize {
    let Some(title) = call.header_fields.iter().position(|field| field.id == "title") else {
        return 0;
    };
    let before = &call.header_fields[..title];
    let printed = |line: &CoverLine| before.iter().any(|f| clean(&f.label) == line.label);
    // Who speaks, where the call has no field for it, stands before all the others.
    cover.iter().rposition(printed).map_or(0, |last| last + 1)
}

/// Returns the place the call gives the signatories: a section of their own wins.
fn signatory_place(call: &Call) -> SignatoryPlace {
    if call.sections.iter().any(|s| s.holds == SectionHolds::Signatories) {
        return SignatoryPlace::End;
    }
    call.joint.place.as_ref().map_or(SignatoryPlace::End, |p| p.value)
}
