//! Document → DOCX.
//!
//! ```text
//! Document ──body──▶ document.xml, footnotes.xml or endnotes.xml ─────────┐
//! Document ──parts─▶ styles, numbering, settings, properties, theme ──────┴──package──▶ bytes
//! ```
//!
//! Written straight as the XML that Word reads, children in the order of the schema, ids
//! counted for each file. The result names nobody but the organisation, and the same
//! document gives the same bytes.

mod body;
mod contents;
mod lists;
mod package;
mod parts;
mod picture;
mod runs;
mod table;
mod tongues;
mod tracked;
mod xml;

pub use body::anchors;
pub use tracked::tracked_docx;

use super::pictures::with_words_for_missing;
use crate::model::{Document, PictureBytes};

/// Why a document could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
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
/// Named styles, automatic paragraph numbers with sub-levels, real footnotes or endnotes, a table
/// of contents, tables with repeating header rows; every block carries a hidden bookmark
/// ([`anchors`]) by which an edited copy can be laid beside it again. A picture is stored once,
/// however often it is shown; one whose bytes are not there is shown in words.
///
/// # Errors
/// Only a fault in the writer itself: there is no document that cannot be written.
pub fn docx(document: &Document, pictures: &PictureBytes) -> Result<Vec<u8>, RenderError> {
    let document = &*with_words_for_missing(document, pictures);
    let body::Written { main, notes, links, lists, media } = body::write(document, pictures);
    package::package(document, &main, &notes, &links, &lists, &media, None)
}
