//! The user's document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::signatory::EcosocStatus;
use super::{Annex, DraftFix, Mute, Picture, Response, Signatory, Source};

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
    /// Id of the skeleton whose sections stand in place of the call's; empty for the call's own.
    #[serde(default)]
    pub skeleton: String,
    /// Ids of skeletons whose sections were added, in the order of their adding.
    #[serde(default)]
    pub added_skeletons: Vec<String>,
    /// What was set for the plan back from the deadline, by name; see [`crate::deadlines::plan`].
    #[serde(default)]
    pub plan: BTreeMap<String, String>,
    /// The writers' own words, which are spelled as they mean them.
    #[serde(default)]
    pub words: Vec<String>,
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
    /// Files that go with it, in the order in which they were attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Vec<Annex>"))]
    pub annexes: Vec<Annex>,
    /// Pictures that the body may show, in the order in which they were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Vec<Picture>"))]
    pub pictures: Vec<Picture>,
}

impl Statement {
    /// Returns the status under which it is limited, and whether it is a joint one.
    ///
    /// The strongest status among those who sign decides; a statement is joint once a second
    /// organisation is listed.
    pub fn standing(&self) -> (EcosocStatus, bool) {
        let status = self.signatories.iter().map(|s| s.status).min().unwrap_or_default();
        (status, self.signatories.len() > 1)
    }
}
