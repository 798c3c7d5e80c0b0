//! Limits of length, and what is counted towards them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::{Certainty, Stated};
use crate::model::signatory::EcosocStatus;

/// One limit of length.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// What is counted.
    pub unit: LimitUnit,
    /// The most that is allowed.
    pub max: u32,
    /// Which part of the document it holds for.
    #[serde(default)]
    pub applies_to: LimitScope,
    /// Id of the section, when it holds for one section only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Status of the organisation for which it holds; absent means any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<EcosocStatus>,
    /// Whether it holds for joint statements only, or for single ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<bool>,
    /// Id of an entry of [`Call::sources`](super::Call::sources).
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Unit of a limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum LimitUnit {
    /// Words as Word counts them.
    #[default]
    Words,
    /// Characters.
    Characters,
    /// Pages of the rendered document.
    Pages,
    /// Minutes of speech.
    Minutes,
}

/// The part of a document a limit holds for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum LimitScope {
    /// Everything that the counting rule counts.
    #[default]
    Whole,
    /// One section.
    Section,
    /// Each answer of a form: every section that holds text.
    Question,
    /// The title.
    Title,
}

/// What is counted towards a limit; an absent entry is not stated by the secretariat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Counting {
    /// Footnotes and endnotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footnotes: Option<Stated<Counted>>,
    /// Headings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headings: Option<Stated<Counted>>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Stated<Counted>>,
    /// Cover block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Stated<Counted>>,
    /// Words that the secretariat's own cover or signage adds, whatever is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover_words: Option<Stated<u32>>,
    /// List of signatories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatories: Option<Stated<Counted>>,
    /// Tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tables: Option<Stated<Counted>>,
    /// Annexes: what stands last under headings called so, for words and pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annexes: Option<Stated<Counted>>,
    /// Automatic numbers of paragraphs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Stated<Counted>>,
}

/// Whether a part counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// It counts.
    #[default]
    In,
    /// It does not.
    Out,
}

impl Limit {
    /// Tells whether it holds for the section with this id; one without a name holds for each.
    pub fn holds_for_section(&self, id: &str) -> bool {
        matches!(self.applies_to, LimitScope::Section | LimitScope::Question)
            && self.section.as_deref().is_none_or(|section| section == id)
    }
}
