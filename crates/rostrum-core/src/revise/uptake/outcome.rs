//! What was found, as values.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::reason::{NoWording, UptakeReason};
use crate::model::ResponseKind;
use crate::revise::words::WordRun;

/// What of a statement's proposals stands in a later text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Uptake {
    /// Id of the later text.
    pub draft: String,
    /// One entry for every response with something to look for, in the statement's order.
    pub proposals: Vec<ProposalUptake>,
    /// The other responses, each with the reason.
    pub without_wording: Vec<WithoutWording>,
    /// Number of proposals of each status; a status nobody has is absent.
    pub totals: BTreeMap<UptakeStatus, u32>,
}

/// What of one response stands in the later text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposalUptake {
    /// Id of the response.
    pub response: String,
    /// What it asked for.
    pub kind: ResponseKind,
    /// Labels of the paragraphs it answered, as printed then; empty strings for none.
    pub paragraphs: Vec<String>,
    /// The words it was written against.
    pub old_text: String,
    /// What it asked for as changes to those words.
    pub asked: Vec<WordRun>,
    /// What the later text says to it.
    pub status: UptakeStatus,
    /// From 0 to 1: of the words asked for, the share that stands there now and did not
    /// before; where words were only to go, the share that went; for `keep`, the share that
    /// stayed. Absent where nothing could be measured.
    pub share: Option<f32>,
    /// Why the status is this one.
    pub reason: UptakeReason,
    /// The reason as a plain sentence.
    pub explanation: String,
    /// The paragraphs of the later text that were looked at, with the words marked.
    pub evidence: Vec<Evidence>,
}

/// What a later text says to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum UptakeStatus {
    /// It contains the words asked for; what was to go is gone; what was to stay stayed.
    Adopted,
    /// It contains some of them.
    Partly,
    /// It does not contain them.
    Not,
    /// What was to be deleted stayed, or what was to be kept went.
    Opposite,
    /// A person has to look.
    Unsure,
}

impl UptakeStatus {
    /// Every status, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::Adopted, Self::Partly, Self::Not, Self::Opposite, Self::Unsure];

    /// Returns the word for it, the same as in data.
    pub fn word(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Partly => "partly",
            Self::Not => "not",
            Self::Opposite => "opposite",
            Self::Unsure => "unsure",
        }
    }

    /// Returns the words a person reads for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Partly => "partly adopted",
            Self::Not => "not adopted",
            Self::Opposite => "the opposite",
            Self::Unsure => "unsure",
        }
    }
}

/// One paragraph of the later text, with the words that matter marked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Evidence {
    /// Id of the block in the later text.
    pub block: String,
    /// Label as printed; empty when it has none.
    pub label: String,
    /// The heading it stands under; empty when there is none.
    pub heading: String,
    /// Its words.
    pub text: String,
    /// The same words in runs; together they are the text.
    pub runs: Vec<EvidenceRun>,
    /// False when it is only a likely place: a candidate, or another part of the text.
    pub sure: bool,
}

/// Some words of the later text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EvidenceRun {
    /// The words with their spaces.
    pub text: String,
    /// What they are.
    pub mark: EvidenceMark,
}

/// What words of the later text are to a proposal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum EvidenceMark {
    /// Nothing in particular.
    #[default]
    Plain,
    /// Words asked for, which did not stand here before.
    Found,
    /// Words asked to be taken out, which still stand.
    Stayed,
    /// Words put into a paragraph that was to be kept.
    Changed,
}

/// A response with nothing to look for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WithoutWording {
    /// Id of the response.
    pub response: String,
    /// Why.
    pub reason: NoWording,
}
