//! What a statement looks like once composed: the one value every renderer and counter reads.
//!
//! `Statement + Call + Drafts ──compose──▶ Document ──render──▶ bytes`. Renderers take no
//! decision about content; counters and renderers therefore always agree.

use serde::{Deserialize, Serialize};

use super::call::{NotesPlace, Paper};
use super::{Picture, Tongue};

/// A composed document, ready for any renderer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Title as it prints.
    pub title: String,
    /// What the document is about, for the file's properties.
    pub subject: String,
    /// Organisation that speaks; empty means that the file names nobody.
    pub organisation: String,
    /// Language as a BCP 47 tag.
    pub language: String,
    /// Cover block: label and value, in order.
    pub cover: Vec<CoverLine>,
    /// How many lines of the cover block stand before the title.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title_after: usize,
    /// Note of the title: the list of signatories, where the call wants it there. It counts
    /// as signatories, not as a footnote.
    pub title_note: Option<u32>,
    /// The text, in order.
    pub blocks: Vec<DocumentBlock>,
    /// Notes, in the order of their marks; [`Inline::Note`] points here.
    pub notes: Vec<Vec<Inline>>,
    /// How it looks.
    pub look: Look,
}

/// One line of the cover block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverLine {
    /// Label as it prints.
    pub label: String,
    /// Value as it prints.
    pub value: String,
}

/// One block of a document, with the part it counts as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentBlock {
    /// The part of the document this block belongs to.
    pub part: Part,
    /// Heading of the section it stands in.
    pub section: Option<String>,
    /// What it is.
    pub content: Content,
    /// Where it comes from: a byte offset in the body, or the id of a response.
    pub origin: Origin,
}

/// What a block of a document is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A heading; level 1 is a section of the call.
    Heading {
        /// Level from 1.
        level: u8,
        /// Words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Automatic number, when the call wants numbered paragraphs.
        number: Option<u32>,
        /// Whether it is quoted from elsewhere and stands indented.
        quoted: bool,
        /// Words.
        text: Vec<Inline>,
    },
    /// One item of a list.
    ListItem {
        /// Depth from 0.
        depth: u8,
        /// Number of the item, or none for a bullet.
        number: Option<u32>,
        /// Words.
        text: Vec<Inline>,
    },
    /// A table; the first row is its header.
    Table {
        /// Relative widths of the columns.
        widths: Vec<u16>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture with its caption.
    Picture {
        /// The picture; its bytes are apart, under [`Picture::sha256`].
        picture: Picture,
        /// What it shows, for those who do not see it: never counted as text.
        alt: String,
        /// Words under it; empty for none.
        caption: Vec<Inline>,
        /// Whether it belongs to a list or a quotation and stands indented.
        indented: bool,
    },
}

/// The part of a document that words are counted under.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Running text.
    #[default]
    Body,
    /// Headings.
    Headings,
    /// Tables.
    Tables,
    /// The title.
    Title,
    /// The list of signatories.
    Signatories,
}

/// Where a block of a document comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The body, from this byte on.
    Body(u32),
    /// The response with this id.
    Response(String),
    /// The list of signatories, or words that the call puts in.
    #[default]
    Made,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Words with their emphasis.
    Text {
        /// Words; never a line break.
        text: String,
        /// Emphasis.
        marks: Marks,
    },
    /// A link whose address has been checked (`http`, `https`, `mailto`).
    Link {
        /// Address.
        url: String,
        /// Words.
        text: Vec<Inline>,
    },
    /// The mark of a note, by its place in [`Document::notes`].
    Note(u32),
    /// A line break inside a paragraph.
    Break,
}

/// Emphasis of a run of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "emphasis is four yes-or-no answers")]
pub struct Marks {
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Proposed insertion.
    pub inserted: bool,
    /// Proposed deletion: shown struck, never counted as text.
    pub deleted: bool,
    /// Language, where it is another than the document's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tongue: Tongue,
}

/// How a document looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule that a call may state")]
pub struct Look {
    /// Font of the text.
    pub font: String,
    /// Size of the text in points.
    pub size_pt: u16,
    /// Whether lines are justified.
    pub justified: bool,
    /// Whether pages carry numbers.
    pub page_numbers: bool,
    /// How proposals are marked.
    pub marking: super::call::Marking,
    /// Distance between lines in per cent of the font's own; 0 leaves it to the writer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub line_spacing: u16,
    /// Paper.
    #[serde(default, skip_serializing_if = "is_default")]
    pub paper: Paper,
    /// Margins on all sides in millimetres; 0 leaves them to the writer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub margin_mm: u16,
    /// Whether nothing is bold, slanted or underlined, because the call forbids it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub plain: bool,
    /// Where notes stand.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: NotesPlace,
    /// Whether a table of contents stands before the text.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contents: bool,
    /// Whether paragraphs carry numbers, so that lists under them are their sub-levels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub numbered: bool,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Document {
    /// Returns the lines of the cover block that stand before the title, and those after it.
    pub fn cover_around_title(&self) -> (&[CoverLine], &[CoverLine]) {
        self.cover.split_at(self.title_after.min(self.cover.len()))
    }
}

/// Deepest heading that a table of contents lists.
pub const LISTED_HEADINGS: u8 = 3;

impl Document {
    /// Tells whether a table of contents stands before the text: it is wanted, and there is
    /// something to list.
    pub fn has_contents(&self) -> bool {
        self.look.contents && self.blocks.iter().any(DocumentBlock::is_listed)
    }
}

impl DocumentBlock {
    /// Tells whether a table of contents lists the block.
    pub fn is_listed(&self) -> bool {
        matches!(&self.content, Content::Heading { level, text }
            if (1..=LISTED_HEADINGS).contains(level) && !plain_text(text).trim().is_empty())
    }

    /// Returns the lines of the block: one, or for a table one a cell, row by row; for a picture
    /// its caption, when it has one.
    pub fn lines(&self) -> Vec<&Vec<Inline>> {
        match &self.content {
            Content::Heading { text, .. }
            | Content::Paragraph { text, .. }
            | Content::ListItem { text, .. } => vec![text],
            Content::Table { rows, .. } => rows.iter().flatten().collect(),
            Content::Picture { caption, .. } if caption.is_empty() => Vec::new(),
            Content::Picture { caption, .. } => vec![caption],
        }
    }

    /// Returns the lines of the block for changing them.
    pub fn lines_mut(&mut self) -> Vec<&mut Vec<Inline>> {
        match &mut self.content {
            Content::Heading { text, .. }
            | Content::Paragraph { text, .. }
            | Content::ListItem { text, .. } => vec![text],
            Content::Table { rows, .. } => rows.iter_mut().flatten().collect(),
            Content::Picture { caption, .. } if caption.is_empty() => Vec::new(),
            Content::Picture { caption, .. } => vec![caption],
        }
    }
}

impl Marks {
    /// No emphasis, in the language of the document.
    pub const NONE: Self =
        Self { bold: false, italic: false, inserted: false, deleted: false, tongue: Tongue::OWN };
}

impl Inline {
    /// Returns plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), marks: Marks::default() }
    }

    /// Returns words with emphasis.
    pub fn marked(text: impl Into<String>, marks: Marks) -> Self {
        Self::Text { text: text.into(), marks }
    }
}

/// Returns the words of a run of inlines without deleted text and note marks.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, marks } if !marks.deleted => out.push_str(text),
            Inline::Link { text, .. } => out.push_str(&plain_text(text)),
            Inline::Break => out.push('\n'),
            Inline::Text { .. } | Inline::Note(_) => {}
        }
    }
    out
}
