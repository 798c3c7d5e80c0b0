//! Reads a text that was begun elsewhere, with everything a statement can hold.

mod docx;
mod lines;
mod odt;
mod paragraph;
mod pictures;
mod plain;
mod sink;
mod story;
mod tables;

use serde::{Deserialize, Serialize};

use crate::import::sniff::{Found, kind};
use crate::import::{ImportError, MOST_BYTES};
use crate::model::Picture;
use crate::model::document::Inline;

/// A text that was begun elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Begun {
    /// Its passages, in order.
    pub passages: Vec<Passage>,
    /// Its notes; [`Inline::Note`] points here.
    pub notes: Vec<Vec<Inline>>,
    /// Comments with their answers.
    pub remarks: Vec<Remarked>,
    /// What a statement has no form for, or has in another form.
    pub loose: Vec<Loose>,
    /// Its pictures; [`Shape::Picture`] points here.
    #[serde(default)]
    pub pictures: Vec<BegunPicture>,
}

/// One passage: a heading, a paragraph, an item, a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// What it is.
    pub shape: Shape,
    /// Its words; empty for a table.
    pub text: Vec<Inline>,
    /// Rows of cells of a table.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Whether all of it is bold.
    pub strong: bool,
    /// Whether it stands in the middle.
    pub centred: bool,
    /// Name of its style, in small letters.
    pub style: String,
}

/// What a passage is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A paragraph.
    #[default]
    Paragraph,
    /// A quotation, which stands indented.
    Quote,
    /// The title of the document.
    Title,
    /// A heading of a level from 1, with its automatic number.
    Heading(u8, String),
    /// An item of a list.
    Item(Item),
    /// A table.
    Table,
    /// A picture, by its place in [`Begun::pictures`]; its words are its caption.
    Picture(usize),
}

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Depth from 0.
    pub depth: u8,
    /// Its number; none for a bullet.
    pub number: Option<u32>,
    /// Its number as it prints: `3.`, `(b)`.
    pub label: String,
    /// The list it belongs to, as the file counts them.
    pub list: u32,
}

/// A comment, or an answer to one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarked {
    /// Who wrote it.
    pub author: String,
    /// When, as the file says.
    pub date: String,
    /// What it says.
    pub text: String,
    /// The words it is about.
    pub words: String,
    /// Place among the remarks of the one it answers.
    pub parent: Option<usize>,
    /// Whether it is marked as dealt with.
    pub resolved: bool,
    /// Place of the passage it stands at.
    pub at: usize,
}

/// Something a statement has no form for, or has in another form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loose {
    /// What it is: see [`Changed::WORDS`](super::Changed::WORDS).
    pub what: String,
    /// Who did it, where the file says.
    pub by: String,
    /// Its words.
    pub words: String,
    /// Place of the passage it stands at.
    pub at: usize,
}

/// A picture of a text that was begun.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BegunPicture {
    /// Name of its file, without folders.
    pub name: String,
    /// What it shows, as the file says; empty when it does not.
    pub alt: String,
    /// The words by which a report names it.
    pub told: String,
    /// The bytes as they lie in the file, base64; empty when they cannot be taken: a metafile,
    /// a chart, a picture that was cropped, whose other parts would come to light.
    pub bytes: String,
    /// Whether the text names it without holding it, and goes on naming it.
    pub elsewhere: bool,
    /// The picture of the statement that was made of it; none when none was.
    #[serde(skip)]
    pub kept: Option<Picture>,
}

/// Reads a text that was begun elsewhere: Word, `OpenDocument`, Markdown or plain text.
///
/// `name` is the file's name, which parts Markdown from plain text.
///
/// # Errors
/// The same as for a draft; a PDF or a web page has no structure that could be trusted, so
/// they are refused as being of another kind.
pub fn read(bytes: &[u8], name: &str) -> Result<Begun, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge {
            what: "file".into(),
            size: bytes.len() as u64,
            limit: MOST_BYTES as u64,
        });
    }
    let begun = match kind(bytes, name) {
        Found::Nothing => return Err(ImportError::Empty),
        Found::Docx => docx::read(bytes)?,
        Found::Odt => odt::read(bytes)?,
        Found::Markdown => plain::markdown(bytes),
        Found::Text => plain::text(bytes),
        Found::Pdf | Found::Html => {
            return Err(ImportError::Damaged {
                what: "it is a finished page, not a text to go on writing; choose the Word file \
                       it was made from"
                    .into(),
            });
        }
        Found::Other(sort) => return Err(ImportError::Kind { sort }),
        Found::Damaged(what) => return Err(ImportError::Damaged { what: what.into() }),
    };
    if begun.passages.is_empty() { Err(ImportError::Empty) } else { Ok(begun) }
}
