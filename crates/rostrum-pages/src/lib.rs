//! Pages of a composed document: PDF for others, a live preview for those who write.
//!
//! ```text
//! Document ──data──▶ meta.json, blocks.json ─┐
//!                              statement.typ ─┼──typst──▶ pages ─┬──▶ PDF/UA-1 and PDF/A-2a
//! fonts ──────────────────────────────────────┘                  ├──▶ SVG of a page
//!                                                                └──▶ places: page ⇄ text
//! ```
//!
//! Pure: fonts come as bytes, nothing is read from or written to the machine, and the same
//! input gives the same bytes. The words of a statement reach the compiler as data only,
//! so that nothing in them can be taken for mark-up. typst keeps what it has laid out in
//! memory of its own, which is why a second run over a slightly changed text is quick.

mod again;
mod count;
mod data;
mod fonts;
mod frames;
mod look_over;
mod pdf;
mod pictures;
mod places;
mod press;
mod world;

pub use fonts::Fonts;
pub use look_over::{look_over, wants_chinese};
pub use pdf::{Pdf, Standard, pdf};
pub use places::{Mark, Spot, Touch};
pub use press::{Press, Sheet};

/// Why a document has no pages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PagesError {
    /// The compiler refused the layout.
    #[error("lay out the pages: {detail}; this is a fault of Rostrum, please report it")]
    Layout {
        /// What it said.
        detail: String,
    },
    /// The writer of PDF refused even an ordinary file.
    #[error("write the PDF: {detail}; this is a fault of Rostrum, please report it")]
    Unwritten {
        /// What it said.
        detail: String,
    },
}
