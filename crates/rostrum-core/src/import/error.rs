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
        "the file is protected by a password, and none or a wrong one was given; give the password, \
         or save a copy without protection"
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
    #[error("this is {}, which cannot be read as a draft; {}", sort.name(), sort.remedy())]
    Kind {
        /// What the bytes are.
        sort: Unread,
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

/// Kinds of files that are told, and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unread {
    /// Word up to 2003.
    LegacyWord,
    /// Spreadsheets and slides up to 2003, or another file of their kind.
    LegacyOffice,
    /// A document, spreadsheet or slides, encrypted as a whole.
    LockedOffice,
    /// Rich text.
    RichText,
    /// PNG, JPEG, GIF, TIFF.
    Picture,
    /// A spreadsheet.
    Spreadsheet,
    /// Slides.
    Presentation,
    /// A ZIP file with something else in it.
    Archive,
    /// Bytes that are no text.
    NotText,
}

impl Unread {
    /// Returns what the file is, with an article.
    pub fn name(self) -> &'static str {
        match self {
            Self::LegacyWord => "a legacy Word document (.doc)",
            Self::LegacyOffice => "a legacy Office file",
            Self::LockedOffice => "an Office file that is protected by a password",
            Self::RichText => "a rich text file (.rtf)",
            Self::Picture => "a picture",
            Self::Spreadsheet => "a spreadsheet",
            Self::Presentation => "a presentation",
            Self::Archive => "a ZIP archive",
            Self::NotText => "a file that is not text",
        }
    }

    /// Returns what to do instead.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::LegacyWord | Self::LegacyOffice | Self::RichText => {
                "open it in Word or LibreOffice and save it as DOCX or PDF"
            }
            Self::LockedOffice => {
                "open it in Word or LibreOffice and save a copy without the password"
            }
            Self::Picture => {
                "run text recognition (OCR) on it first, or look for a version with text"
            }
            Self::Spreadsheet | Self::Presentation | Self::NotText => {
                "ask for the text as PDF, DOCX, HTML or plain text"
            }
            Self::Archive => "unpack it and choose the draft inside",
        }
    }

    /// Returns the word by which a face tells the kinds apart, as it is written in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::LegacyWord => "legacy-word",
            Self::LegacyOffice => "legacy-office",
            Self::LockedOffice => "locked-office",
            Self::RichText => "rich-text",
            Self::Picture => "picture",
            Self::Spreadsheet => "spreadsheet",
            Self::Presentation => "presentation",
            Self::Archive => "archive",
            Self::NotText => "not-text",
        }
    }
}
