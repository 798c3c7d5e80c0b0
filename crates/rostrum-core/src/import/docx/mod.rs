//! Reads Word documents (Office Open XML), transitional and strict.
//!
//! The text is the accepted one; where the file carries tracked changes, the block also keeps
//! the words as they were before.

mod body;
pub(crate) mod numbering;
pub(crate) mod package;
mod paragraph;
pub(crate) mod styles;
pub(super) mod table;

use crate::finding::Severity;
use crate::model::Draft;
use crate::model::draft::DraftFormat;

use super::ImportError;
use super::assemble::{self, finding};
use super::piece::{Note, folded};
use super::reading::Reading;
use super::xml::{Attributes, Sink, walk};
use body::Body;
use numbering::Numbering;
use package::{Package, Relation, damaged};
use styles::Styles;

/// Reads a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let mut package = Package::open(bytes)?;
    let main = package
        .relations("")
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
    let document = match package.part(&main)? {
        Some(document) => document,
        None => package
            .part("word/document.xml")?
            .ok_or_else(|| damaged("its main part word/document.xml is missing"))?,
    };
    let relations = package.relations(&main);
    let mut reading = Reading { format: DraftFormat::Docx, ..Reading::default() };

    let mut styles = Styles::default();
    side_part(&mut package, &relations, "styles", &mut styles, &mut reading);
    let mut numbering = Numbering::default();
    side_part(&mut package, &relations, "numbering", &mut numbering, &mut reading);

    let mut body = Body::new(&styles, &mut numbering);
    walk(&document, &mut body).map_err(|fault| damaged(fault.words()))?;
    let (pieces, changes) = body.finish();
    reading.pieces = pieces;

    for (kind, prefix) in [("footnotes", 'f'), ("endnotes", 'e')] {
        let mut unnumbered = Numbering::default();
        let mut notes = Body::new(&styles, &mut unnumbered);
        if side_part(&mut package, &relations, kind, &mut notes, &mut reading) {
            reading.notes.extend(notes.finish_notes(prefix));
        }
    }
    number_notes(&mut reading);
    reading.edges = edges(&mut package, &relations, &styles);
    let mut properties = Properties::default();
    for relation in package.relations("") {
        if relation.kind == "core-properties"
            && let Ok(Some(bytes)) = package.part(&relation.target)
        {
            let _ = walk(&bytes, &mut properties);
        }
    }
    reading.title = properties.title();
    if changes > 0 {
        reading.findings.push(finding(
            "I106",
            "tracked-changes",
            Severity::Info,
            "accepted",
            &[("count", &changes.to_string())],
            &format!("The draft carries {changes} tracked changes; its text is shown with all of them accepted."),
            "The words before the changes are kept with each paragraph.",
        ));
    }
    assemble::draft(reading)
}

/// Most page headers that are read; a document has three for each of its sections.
const MOST_HEADERS: usize = 12;

/// Returns the lines of the page headers, which often name the document and nothing else does.
fn edges(package: &mut Package<'_>, relations: &[Relation], styles: &Styles) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for relation in relations.iter().filter(|r| r.kind == "header").take(MOST_HEADERS) {
        let Ok(Some(bytes)) = package.part(&relation.target) else { continue };
        let mut unnumbered = Numbering::default();
        let mut header = Body::new(styles, &mut unnumbered);
        if walk(&bytes, &mut header).is_ok() {
            let pieces = header.finish().0;
            lines.extend(pieces.iter().map(|piece| folded(&piece.text)));
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.dedup();
    lines
}

/// Walks through a part that the document can do without; returns whether there was one.
fn side_part(
    package: &mut Package<'_>,
    relations: &[Relation],
    kind: &str,
    sink: &mut impl Sink,
    reading: &mut Reading,
) -> bool {
    let Some(relation) = relations.iter().find(|relation| relation.kind == kind) else {
        return false;
    };
    let read = match package.part(&relation.target) {
        Ok(Some(bytes)) => walk(&bytes, sink).is_ok(),
        Ok(None) => return false,
        Err(_) => false,
    };
    if !read {
        reading.findings.push(finding(
            "I107",
            "damaged-part",
            Severity::Warning,
            kind,
            &[("part", kind)],
            &format!("The file is damaged: its part \"{kind}\" could not be read to the end."),
            "Compare the labels and notes with the original, or ask for another copy.",
        ));
    }
    read
}

/// Numbers the notes by the order of their marks, as Word prints them.
fn number_notes(reading: &mut Reading) {
    let mut feet = 0;
    let mut ends = 0;
    let mut order: Vec<Note> = Vec::new();
    for piece in &mut reading.pieces {
        for mark in &mut piece.marks {
            if mark.mark.is_empty() {
                mark.mark = if mark.note.starts_with('f') {
                    feet += 1;
                    feet.to_string()
                } else {
                    ends += 1;
                    super::labels::to_roman(ends)
                };
            }
            if let Some(at) = reading.notes.iter().position(|note| note.key == mark.note) {
                let mut note = reading.notes.remove(at);
                note.mark.clone_from(&mark.mark);
                order.push(note);
            }
        }
    }
    // Notes whose mark was not met are kept after the others.
    order.append(&mut reading.notes);
    reading.notes = order;
}

#[derive(Default)]
struct Properties {
    inside: bool,
    text: String,
}

impl Properties {
    fn title(self) -> Option<String> {
        let title = self.text.trim().to_owned();
        (!title.is_empty()).then_some(title)
    }
}

impl Sink for Properties {
    fn open(&mut self, name: &str, _: &Attributes<'_>) {
        self.inside = name == "title";
    }

    fn close(&mut self, _: &str) {
        self.inside = false;
    }

    fn text(&mut self, text: &str) {
        if self.inside {
            self.text.push_str(text);
        }
    }
}
