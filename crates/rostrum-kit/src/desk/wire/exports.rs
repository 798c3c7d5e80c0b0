//! What crosses about documents that are written.

use rostrum_core::finding::Finding;
pub use rostrum_core::webform::WebForm;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

wire! {
    /// Writes a rendered document.
    pub struct ExportRequest {
        /// Path of the statement file.
        pub file: String,
        /// `docx`, `pdf`, `html`, `md`, `txt`, `form` (plain text by question), `csv`, `xlsx` or
        /// `json`.
        pub format: String,
        /// `prose`, `table`, or `tracked` (the newest draft with our proposals as changes: of
        /// Word's own in `docx`, marked in `pdf`, `html`, `md` and `txt`); empty takes `prose`.
        pub layout: String,
        /// Path to write; an existing file is replaced only after the new one is whole.
        pub out: String,
    }

    /// A file that was written.
    pub struct Exported {
        /// Its path.
        pub file: String,
        /// Its size.
        pub bytes: u32,
        /// Its SHA-256.
        pub sha256: String,
        /// What should be known about it.
        pub findings: Vec<Finding>,
        /// Number of its pages, where they are fixed: in a PDF.
        pub pages: Option<u32>,
        /// Paths of the files beside it that belong to it: pictures of a Markdown file.
        pub beside: Vec<String>,
    }

    /// How documents, texts for forms and spreadsheets are written.
    pub struct ExportStyle {
        /// `hyphens` or `kept`: what becomes of dashes in a text for a form; empty takes
        /// `hyphens`.
        pub dashes: String,
        /// `end` or `brackets`: where notes stand in a text for a form; empty takes `end`.
        pub notes: String,
        /// `needed`, `always` or `never`: whether a CSV begins with the mark of UTF-8; empty
        /// takes `needed`, which is where Excel needs it.
        pub bom: String,
        /// `foot` or `end`: where the notes of a document stand; empty takes what the call says.
        #[serde(default)]
        pub footnotes: String,
        /// `with` or `without`: whether a table of contents stands before the text; empty takes
        /// what the call says, or else has one in a long text.
        #[serde(default)]
        pub contents: String,
    }

    /// Asks what an export would write.
    pub struct ExportPlanRequest {
        /// Path of the statement file.
        pub file: String,
        /// `prose`, `table` or `tracked`; empty takes `prose`.
        pub layout: String,
        /// Folder to write to; empty asks nothing about files that are there.
        pub folder: String,
    }

    /// What an export would write.
    pub struct ExportPlan {
        /// Whether the call states which files it takes.
        pub stated: bool,
        /// Every format, those that the call takes first.
        pub files: Vec<PlannedExport>,
        /// What should be known about the text in every format.
        pub findings: Vec<Finding>,
        /// Folder in which the statement lies.
        pub beside: String,
    }

    /// One file that would be written.
    pub struct PlannedExport {
        /// Its format.
        pub format: String,
        /// Whether the call takes it.
        pub allowed: bool,
        /// Whether it can hold the layout; the others are written as prose.
        pub has_layout: bool,
        /// Its name, by the call's pattern.
        pub name: String,
        /// Whether a file of this name is there, which would be replaced.
        pub exists: bool,
        /// Folder written beside it, for pictures that it cannot hold itself; empty for none.
        pub folder: String,
        /// What should be known about this format.
        pub findings: Vec<Finding>,
    }

    /// Writes several formats into one folder.
    pub struct ExportAllRequest {
        /// Path of the statement file.
        pub file: String,
        /// The formats; `allowed` stands for all that the call takes, `all` for every one.
        pub formats: Vec<String>,
        /// `prose`, `table` or `tracked`; empty takes `prose`.
        pub layout: String,
        /// Folder to write to; made when it is not there.
        pub folder: String,
        /// How texts for forms and spreadsheets are written.
        pub style: ExportStyle,
        /// Name under which progress is told and the work can be cancelled.
        pub job: String,
    }

    /// The files that were written.
    pub struct ExportedAll {
        /// Folder in which they lie.
        pub folder: String,
        /// The files, in the order of the formats.
        pub files: Vec<ExportedOne>,
        /// Those that could not be written, and why.
        pub failures: Vec<ExportFailure>,
    }

    /// One of several files.
    pub struct ExportedOne {
        /// Its format.
        pub format: String,
        /// The file.
        #[serde(flatten)]
        pub exported: Exported,
    }

    /// Asks for the texts of a form in a browser.
    pub struct FormRequest {
        /// Path of the statement file.
        pub file: String,
        /// Name of a version; empty takes the present text.
        pub version: String,
        /// How they are written.
        pub style: ExportStyle,
    }
}

/// A format that could not be written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportFailure {
    /// The format.
    pub format: String,
    /// Why, and what to do.
    pub failure: Failure,
}
