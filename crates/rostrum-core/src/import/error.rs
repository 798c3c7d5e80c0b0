//! Why a file could not be read as a draft, and what to do about it.

use serde::{Deserialize, Serialize};

/// Why a file could not be read as a draft.
///
/// The text of each says what was found and what to do; it crosses from the worker process as
/// JSON, tagged by `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ImportError {
    /// The file has no bytes, or no words.
    #[error("the file holds no text; check that the download finished and choose the file again")]
    Empty,
    /// The file is of a known kind but its structure is broken.
    #[error("the file is damaged: {what}; download it again or ask for another copy")]
    Damaged {
        /// What is broken, in a few plain words.
        what: String,
    },
    /// The file is encrypted and no password, or a wrong one, was given.
    #[error(
        "the file is protected by a password; give the password, or save a copy without protection"
    )]
    Locked,
    /// The pages are pictures of text.
    #[error(
        "no text layer: these {pages} pages are scans; run text recognition (OCR) on the file first, \
         or look for a version with text"
    )]
    Scanned {
        /// Number of pages.
        pages: u32,
    },
    /// The file is of a kind that is not read.
    #[error("this is {found}, which cannot be read as a draft; {remedy}")]
    Kind {
        /// What the bytes are, with an article: `a legacy Word document (.doc)`.
        found: String,
        /// What to do instead.
        remedy: String,
    },
    /// The file, or a part of it, is larger than any draft is.
    #[error("the {what} is too large ({size}, at most {limit} are read); split the document")]
    TooLarge {
        /// What is too large: `file`, `part word/document.xml`, `number of pages`.
        what: String,
        /// Its size in its own unit.
        size: u64,
        /// The limit in the same unit.
        limit: u64,
    },
}
