//! The user's document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DraftFix, Mute, Response, Signatory, Source};

/// The user's document: a body in Markdown, responses, sources and signatories.
///
/// This is the projection of the co-authored document at one moment; changes are made
/// through [`crate::coauthor`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Statement {
    /// Title as it prints.
    pub title: String,
    /// Organisation that speaks, as it prints.
    pub organisation: String,
    /// Language of the text as a BCP 47 tag.
    pub language: String,
    /// Id of the call it answers.
    pub call: String,
    /// Id of the draft whose paragraph numbers body and rationales use; empty when not known.
    #[serde(default)]
    pub numbered_by: String,
    /// Values of the call's header fields, by field name.
    pub header: BTreeMap<String, String>,
    /// The body in Markdown; level-1 headings are the call's sections.
    pub body: String,
    /// Responses in the order of the draft.
    pub responses: Vec<Response>,
    /// Sources, by key.
    pub sources: Vec<Source>,
    /// Organisations that sign or are asked to.
    pub signatories: Vec<Signatory>,
    /// What was set right in the drafts, in the order of its making.
    #[serde(default)]
    pub fixes: Vec<DraftFix>,
    /// Findings that were set aside, in the order in which that was done.
    #[serde(default)]
    pub mutes: Vec<Mute>,
}
