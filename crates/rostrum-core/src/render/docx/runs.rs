//! Lines of a document as runs of docx-rs.

use docx_rs::{BreakType, Footnote, Hyperlink, HyperlinkType, Paragraph, Run};

use super::script::by_direction;
use crate::model::call::Marking;
use crate::model::document::{Inline, Marks};

/// Before the place of a link in [`Links`]; the finishing pass makes a relationship of it.
pub(super) const LINK: &str = "link:";

/// Addresses that a part of the file links to, in order.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Those of the text.
    pub text: Vec<String>,
    /// Those of the notes.
    pub notes: Vec<String>,
}

/// Writes lines into paragraphs.
pub(super) struct Runs<'d> {
    pub notes: &'d [Vec<Inline>],
    pub marking: Marking,
    pub links: Links,
}

impl Runs<'_> {
    /// Adds a line to a paragraph.
    pub(super) fn add(&mut self, mut paragraph: Paragraph, line: &[Inline]) -> Paragraph {
        for piece in line {
            paragraph = match piece {
                Inline::Link { url, text } => {
                    self.links.text.push(url.clone());
                    let runs = self.of(text);
                    paragraph.add_hyperlink(link(self.links.text.len() - 1, runs))
                }
                other => self
                    .of(std::slice::from_ref(other))
                    .into_iter()
                    .fold(paragraph, Paragraph::add_run),
            };
        }
        paragraph
    }

    /// Returns the run that marks a note, with the note.
    pub(super) fn note(&mut self, at: u32) -> Run {
        let mut paragraph = Paragraph::new().style("FootnoteText");
        for piece in self.notes.get(at as usize).map_or(&[][..], Vec::as_slice) {
            paragraph = match piece {
                Inline::Link { url, text } => {
                    self.links.notes.push(url.clone());
                    let runs = plain(text, self.marking);
                    paragraph.add_hyperlink(link(self.links.notes.len() - 1, runs))
                }
                other => plain(std::slice::from_ref(other), self.marking)
                    .into_iter()
                    .fold(paragraph, Paragraph::add_run),
            };
        }
        // Ids are ours, from 1 in the order of the marks: those that docx-rs would give
        // count on through the whole process.
        let note = Footnote { id: at as usize + 1, content: vec![paragraph] };
        Run::new().style("FootnoteReference").add_footnote_reference(note)
    }

    fn of(&mut self, line: &[Inline]) -> Vec<Run> {
        let mut out = Vec::new();
        for piece in line {
            match piece {
                Inline::Note(at) => out.push(self.note(*at)),
                other => out.extend(plain(std::slice::from_ref(other), self.marking)),
            }
        }
        out
    }
}

fn link(at: usize, runs: Vec<Run>) -> Hyperlink {
    let link = Hyperlink::new(format!("{LINK}{at}"), HyperlinkType::Anchor);
    runs.into_iter().fold(link, |link, run| link.add_run(run.style("Hyperlink")))
}

/// Returns the runs of words and breaks.
fn plain(line: &[Inline], marking: Marking) -> Vec<Run> {
    let mut out = Vec::new();
    for piece in line {
        match piece {
            Inline::Text { text, marks } => {
                let text = bracketed(text, *marks, marking);
                out.extend(
                    by_direction(&text).into_iter().map(|part| words(part, *marks, marking)),
                );
            }
            Inline::Link { text, .. } => out.extend(plain(text, marking)),
            Inline::Break => out.push(Run::new().add_break(BreakType::TextWrapping)),
            Inline::Note(_) => {}
        }
    }
    out
}

fn bracketed(text: &str, marks: Marks, marking: Marking) -> String {
    let mut out = String::new();
    match (marking, marks.inserted, marks.deleted) {
        (Marking::Brackets, true, _) => super::super::text::bracketed(&mut out, "add", text),
        (Marking::Brackets, _, true) => super::super::text::bracketed(&mut out, "delete", text),
        _ => out.push_str(text),
    }
    out
}

fn words(text: &str, marks: Marks, marking: Marking) -> Run {
    let mut run = Run::new();
    if marking == Marking::BoldUnderline {
        // The named style lets a secretariat change the marking in one place; the direct
        // emphasis keeps it visible where styles are dropped, as in a web editor.
        if marks.inserted {
            run = run.style("ProposedInsertion").bold().underline("single");
        }
        if marks.deleted {
            run = run.style("ProposedDeletion").strike();
        }
    }
    if marks.bold {
        run = run.bold();
    }
    if marks.italic {
        run = run.italic();
    }
    run.add_text(text)
}
