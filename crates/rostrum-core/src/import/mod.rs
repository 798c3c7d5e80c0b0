//! Draft files in: bytes of any kind → [`Draft`], never failing on content.
//!
//! ```text
//! bytes ──sniff──▶ pdf │ docx │ odt │ html │ markdown │ text ──▶ pieces ──assemble──▶ Draft
//! ```
//!
//! Each reader turns its format into [`piece::Piece`]s: runs of words with what the format says
//! about them. What only the words can tell (labels, title, symbol, language) is found once, for
//! all formats, by [`labels`], [`headings`] and [`assemble`]. A reader that is unsure says so in
//! the block's confidence and in a finding; only a file that holds no usable text is an error.

mod assemble;
pub(crate) mod docx;
mod error;
mod headings;
mod html;
mod hyphen;
pub mod labels;
mod markdown;
mod masthead;
pub(crate) mod odt;
mod pdf;
mod piece;
mod reading;
pub(crate) mod sniff;
pub(crate) mod text;
pub(crate) mod xml;

pub use error::{ImportError, Unread};

use crate::model::Draft;
use sniff::Found;

/// What a reader may need besides the bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct ImportOptions<'a> {
    /// Name of the file, used to tell Markdown from plain text and in messages.
    pub name: &'a str,
    /// Password, for a protected PDF.
    pub password: Option<&'a str>,
}

/// Largest file that is read, in bytes. The largest UN documents seen have 20 MB.
pub const MOST_BYTES: usize = 200 << 20;

/// Reads a draft from the bytes of a file, whatever its name says it is.
///
/// The same bytes always give the same blocks with the same ids. Nothing that was read is
/// dropped in silence except page furniture (running headers, page numbers, bar codes).
///
/// # Errors
///
/// Returns an [`ImportError`] when the file holds no text that could be trusted at all; its
/// words say what the person can do.
pub fn read(bytes: &[u8], options: &ImportOptions<'_>) -> Result<Draft, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge {
            what: "file".into(),
            size: bytes.len() as u64,
            limit: MOST_BYTES as u64,
        });
    }
    match sniff::kind(bytes, options.name) {
        Found::Nothing => Err(ImportError::Empty),
        Found::Pdf => pdf::read(bytes, options.password),
        Found::Docx => docx::read(bytes),
        Found::Odt => odt::read(bytes),
        Found::Html => html::read(bytes),
        Found::Markdown => markdown::read(bytes),
        Found::Text => text::read(bytes),
        Found::Other(sort) => Err(ImportError::Kind { sort }),
        Found::Damaged(what) => Err(ImportError::Damaged { what: what.into() }),
    }
}
