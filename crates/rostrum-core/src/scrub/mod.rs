//! What a file gives away before it is public, and a copy without it.
//!
//! ```text
//! bytes ──sniff──▶ docx │ odt │ pdf ──walk──▶ items (kind, words, place, what removes it)
//!                                     └─────▶ cleaned bytes
//! ```
//!
//! [`report`] and [`clean`] walk the same way, so that what is told and what is removed cannot
//! differ. Removed without asking is only what no reader of the document sees: names, dates,
//! marks of editing, paths, pictures' own data. What is part of the text — comments, recorded
//! changes, hidden words, attached files — goes when the user says so ([`Choices`]), and what
//! cannot be taken out safely is listed and stays.

mod docx;
mod html;
mod item;
mod odt;
mod package;
mod path;
mod pdf;
mod picture;
mod xml;

pub use item::{Changes, Choices, Format, Item, Kind, Removal, Report};

use serde::{Deserialize, Serialize};

use crate::import::sniff::{self, Found};
use crate::import::{ImportError, Unread};
use item::Items;

/// A file without what it should not give away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cleaned {
    /// The cleaned file; the very bytes that came in when there was nothing to remove.
    pub bytes: Vec<u8>,
    /// What was taken out.
    pub removed: Vec<Item>,
    /// What is still in it.
    pub left: Vec<Item>,
}

/// Why a file could not be looked through, or not be cleaned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum ScrubError {
    /// The file cannot be read at all, or is of a kind that is not known here.
    #[error(transparent)]
    Unread(#[from] ImportError),
    /// The file is of a kind that is not looked through.
    #[error(
        "only Word, OpenDocument and PDF files, web pages, photographs (JPEG, PNG) and plain text are looked through; save it as PDF and look at that"
    )]
    Kind,
    /// The file is signed; any change breaks the signature.
    #[error(
        "the file carries a digital signature, which any change would break; ask those who signed it for a clean copy"
    )]
    Signed,
    /// The file is a protected PDF: a copy would lose the protection.
    #[error("the file is protected; save a copy without protection and clean that one")]
    Protected,
    /// The copy does not hold what the file holds, so it was thrown away.
    #[error(
        "a cleaned copy would not hold the same text ({detail}); open the file, save it as a new one and clean that"
    )]
    Unlike {
        /// What differs.
        detail: String,
    },
}

/// Largest file that is looked through, in bytes.
pub const MOST_BYTES: usize = crate::import::MOST_BYTES;

/// Lists what a file gives away.
///
/// `name` is the file's name without its folder; `choices` name the organisation whose own
/// name is no secret, and nothing else is taken from them.
///
/// # Errors
/// [`ScrubError::Unread`]: empty, damaged, locked, too large, or neither DOCX, ODT nor PDF.
pub fn report(bytes: &[u8], name: &str, choices: &Choices) -> Result<Report, ScrubError> {
    let walked = walk(bytes, name, choices)?;
    let (items, more) = walked.items.finish();
    Ok(Report {
        file: name.to_owned(),
        format: walked.format,
        hindrance: walked.hindrance,
        items,
        more,
    })
}

/// Makes a copy without what is safe to remove, and without what the choices name.
///
/// The same bytes and choices give the same copy.
///
/// # Errors
/// As [`report`]; and when the file is signed or protected, or the copy would not hold the
/// same text.
pub fn clean(bytes: &[u8], name: &str, choices: &Choices) -> Result<Cleaned, ScrubError> {
    let walked = walk(bytes, name, choices)?;
    match walked.hindrance {
        Hindrance::None => {}
        Hindrance::Signed => return Err(ScrubError::Signed),
        Hindrance::Protected => return Err(ScrubError::Protected),
    }
    let (items, _) = walked.items.finish();
    let (removed, left): (Vec<Item>, Vec<Item>) =
        items.into_iter().partition(|item| item.removal.happens(choices));
    let bytes = if removed.is_empty() { bytes.to_vec() } else { walked.bytes };
    Ok(Cleaned { bytes, removed, left })
}

/// What stands in the way of cleaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubHindrance"))]
#[serde(rename_all = "kebab-case")]
pub enum Hindrance {
    /// Nothing.
    #[default]
    None,
    /// A digital signature.
    Signed,
    /// Protection by a password.
    Protected,
}

/// What came of a walk.
struct Walked {
    format: Format,
    hindrance: Hindrance,
    items: Items,
    bytes: Vec<u8>,
}

impl Walked {
    /// Returns that a file gives nothing away.
    fn nothing(format: Format) -> Self {
        Self { format, hindrance: Hindrance::None, items: Items::default(), bytes: Vec::new() }
    }
}

fn walk(bytes: &[u8], name: &str, choices: &Choices) -> Result<Walked, ScrubError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge {
            what: "file".into(),
            size: bytes.len() as u64,
            limit: MOST_BYTES as u64,
        }
        .into());
    }
    match sniff::kind(bytes, name) {
        Found::Nothing => Err(ImportError::Empty.into()),
        Found::Pdf => pdf::walk(bytes, choices),
        Found::Docx => docx::walk(bytes, choices),
        Found::Odt => odt::walk(bytes, choices),
        // What is in plain text is seen by everybody who opens it.
        Found::Markdown | Found::Text => Ok(Walked::nothing(Format::Text)),
        Found::Other(Unread::Picture) => Ok(picture::walk(bytes)),
        Found::Html => Ok(html::walk(bytes, choices)),
        Found::Other(Unread::LockedOffice) => Err(ImportError::Locked.into()),
        Found::Other(_) => Err(ScrubError::Kind),
        Found::Damaged(what) => Err(ImportError::Damaged { what: what.into() }.into()),
    }
}
