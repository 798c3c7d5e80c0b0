//! Document → DOCX.
//!
//! ```text
//! Document ──body──▶ docx-rs ──finish──▶ document.xml, footnotes.xml ─┐
//! Document ──parts─▶ styles, numbering, settings, properties, theme ──┴──package──▶ bytes
//! ```
//!
//! docx-rs writes paragraphs, runs, tables and notes; [`finish`] makes of that what the
//! schema asks for (its children come in the wrong order, notes lack their marks and
//! separators, links in notes lead nowhere); the parts that docx-rs cannot fill are
//! written here whole. The result names nobody but the organisation, and the same
//! document gives the same bytes.

mod body;
mod finish;
mod lists;
mod package;
mod parts;
mod runs;
mod script;
mod table;
mod tracked;

pub use body::anchors;
pub use tracked::tracked_docx;

use crate::model::Document;

/// Why a document could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A part came out of the writer in a state that cannot be finished.
    #[error(
        "finish {part} of the Word document: {detail}; this is a fault of Rostrum, please report it"
    )]
    Unfinished {
        /// Name of the part.
        part: String,
        /// What stood in the way.
        detail: String,
    },
    /// The parts could not be put into one file.
    #[error(
        "put the Word document together: {detail}; this is a fault of Rostrum, please report it"
    )]
    Package {
        /// What stood in the way.
        detail: String,
    },
}

/// Writes the document as DOCX (Office Open XML, transitional).
///
/// Named styles, automatic paragraph numbers, real footnotes, tables with repeating header
/// rows; every block carries a hidden bookmark ([`anchors`]) by which an edited copy can be
/// laid beside it again.
///
/// # Errors
/// Only a fault in the writer itself: there is no document that cannot be written.
pub fn docx(document: &Document) -> Result<Vec<u8>, RenderError> {
    let written = body::write(document);
    let parts = written.docx.build();
    let main = finish::main(&parts.document, document)?;
    let notes = finish::notes(&parts.footnotes, document)?;
    package::package(document, &main, &notes, &written.links, &written.lists, None)
}
