//! Sections, cover fields and the look of the document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::{Certainty, Stated};

/// One section of the statement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable id.
    pub id: String,
    /// Heading as it prints.
    pub heading: String,
    /// What fills it.
    #[serde(default)]
    pub holds: SectionHolds,
    /// Whether the statement is incomplete without it.
    #[serde(default)]
    pub required: bool,
    /// Id of an entry of [`Call::sources`](super::Call::sources) that says so; absent when the
    /// secretariat was not read to ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Year for which that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// How sure it is that it is asked for; a requirement that is not official is told as a
    /// warning. Absent, it is the profile's own and as strict as an official one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// What belongs here and what does not, in plain sentences.
    pub guidance: String,
    /// What does not belong here, in plain sentences.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub avoid: String,
    /// A short invented example.
    #[serde(default)]
    pub example: String,
}

/// What fills a section.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SectionHolds {
    /// Text that the user writes.
    #[default]
    Text,
    /// Text, and after it the responses under the headings of the draft.
    Responses,
    /// The list of signatories.
    Signatories,
}

/// Whether something is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Permission {
    /// Must be there.
    Required,
    /// May be there.
    #[default]
    Allowed,
    /// Better not.
    Avoid,
    /// Must not be there.
    Forbidden,
}

/// One field of the cover block.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct HeaderField {
    /// Stable id: `organisation`, `title`, `agenda_item`, `session`, `status`, …
    pub id: String,
    /// Label as it prints.
    pub label: String,
    /// Whether the statement is incomplete without it.
    #[serde(default)]
    pub required: bool,
    /// Id of an entry of [`Call::sources`](super::Call::sources) that says so; absent when the
    /// secretariat was not read to ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Year for which that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// How sure it is that it is asked for; a requirement that is not official is told as a
    /// warning. Absent, it is the profile's own and as strict as an official one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

/// Files and look that are asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct FormatRules {
    /// File formats accepted, by their endings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<Stated<Vec<String>>>,
    /// Name of the font.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<Stated<String>>,
    /// Size of the body in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_pt: Option<Stated<u16>>,
    /// Distance between lines, in per cent of single spacing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_spacing: Option<Stated<u16>>,
    /// Paper of the pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<Stated<Paper>>,
    /// Margins on all sides in millimetres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_mm: Option<Stated<u16>>,
    /// Whether lines are justified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justified: Option<Stated<bool>>,
    /// Whether bold, italics and underline may be used in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Stated<Permission>>,
    /// Whether pages carry numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_numbers: Option<Stated<Permission>>,
    /// Whether notes stand at the foot of each page or at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Stated<NotesPlace>>,
    /// Whether a table of contents stands before the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contents: Option<Stated<Permission>>,
    /// Columns of a table of comments, in order, each as `key: Name`; keys are `paragraph`,
    /// `heading`, `kind`, `draft_text`, `proposal`, `rationale`, `priority`, `topic`, `sources`,
    /// `norms` and `tags`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment_columns: Option<Stated<Vec<String>>>,
    /// Whether acronyms must be few and spelled out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronyms_restricted: Option<Stated<bool>>,
}

/// Where the notes of a document stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum NotesPlace {
    /// At the foot of the page with the mark.
    #[default]
    Foot,
    /// After the text.
    End,
}

/// Paper of the pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 by 297 millimetres: the paper of the United Nations outside New York, and what an
    /// office elsewhere can print.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Returns width and height in twentieths of a point.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::A4 => (11_906, 16_838),
            Self::Letter => (12_240, 15_840),
        }
    }
}

/// How proposed wording is marked in a rendered document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Marking {
    /// Insertions bold and underlined, deletions struck.
    #[default]
    BoldUnderline,
    /// Insertions and deletions in square brackets.
    Brackets,
}
