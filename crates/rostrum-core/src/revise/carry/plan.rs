//! What would become of every response, as values.

use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::model::response::Target;
use crate::revise::align::{Reason, Relation};
use crate::revise::rebase::Rebase;
use crate::revise::references::Reference;
use crate::revise::words::WordRun;

/// What would become of every response of a statement in a draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CarryPlan {
    /// Id of the draft that the responses are carried to.
    pub draft: String,
    /// One row for every response, in the order of the statement.
    pub responses: Vec<CarryRow>,
    /// Id of the draft whose paragraph numbers one's own text uses; empty when unknown.
    pub numbered_by: String,
    /// Numbers of paragraphs in one's own text, and what becomes of them.
    pub references: Vec<Reference>,
    /// What a person should know about the numbers that cannot follow.
    pub findings: Vec<Finding>,
    /// How many rows there are of each kind.
    pub totals: CarryTotals,
}

/// How many responses a plan has of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CarryTotals {
    /// All responses of the statement.
    pub all: u32,
    /// Those that can be carried together, without a decision each.
    pub sure: u32,
    /// Those that wait for a decision of their own.
    pub waiting: u32,
    /// Those that stand in the draft, or of which it has been decided that they stay.
    pub settled: u32,
}

/// What would become of one response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CarryRow {
    /// Id of the response.
    pub response: String,
    /// What would be done with it.
    pub outcome: Outcome,
    /// True when it may be carried together with others, without a decision of its own.
    pub sure: bool,
    /// The weightiest relation among its paragraphs; `same` for the whole text.
    pub relation: Relation,
    /// How sure the answer is, from 0 to 1: that of the paragraph that is least sure.
    pub confidence: f32,
    /// True when the words of its paragraphs differ in style only.
    pub style_only: bool,
    /// Why.
    pub why: Why,
    /// Its paragraphs as they are now.
    pub from: Vec<Target>,
    /// The paragraphs it would answer; for [`Outcome::Choose`] those that are sure.
    pub to: Vec<Target>,
    /// What it could answer instead; for [`Outcome::Choose`] one of these is to be chosen.
    pub candidates: Vec<Candidate>,
    /// What became of each of its paragraphs.
    pub targets: Vec<TargetFate>,
    /// How the words of `from` become those of `to`.
    pub runs: Vec<WordRun>,
    /// What becomes of its proposal.
    pub rebase: Rebase,
}

/// What would be done with a response, the weightier the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It stands in that draft already, or it has been decided that it stays where it is.
    AlreadyThere,
    /// Its paragraphs stand as they stood.
    Carried,
    /// Its paragraphs stand where they stood, in other words.
    Changed,
    /// Its paragraphs were moved, split, merged, or one of several is gone.
    Proposed,
    /// It could be one of several paragraphs; a person chooses.
    Choose,
    /// Its paragraphs are gone; it would be kept aside.
    Aside,
}

/// Paragraphs that a response could answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Candidate {
    /// All paragraphs it would answer then.
    pub to: Vec<Target>,
    /// How the words it answers now become theirs.
    pub runs: Vec<WordRun>,
    /// What becomes of its proposal.
    pub rebase: Rebase,
}

/// What became of one paragraph that a response answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TargetFate {
    /// The paragraph as it is now.
    pub from: Target,
    /// Its counterparts; for [`Relation::Unsure`] the candidates, best first.
    pub to: Vec<Target>,
    /// What became of it.
    pub relation: Relation,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
    /// True when the words differ in style only.
    pub style_only: bool,
    /// Why; nothing when the paragraph stands in a draft that the statement does not have.
    pub reason: Option<Reason>,
    /// How it was found.
    pub way: Way,
}

/// How the counterpart of a paragraph was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Way {
    /// By comparing both drafts.
    #[default]
    Direct,
    /// From revision to revision, which was surer.
    Through {
        /// Ids of the drafts between the two, oldest first.
        drafts: Vec<String>,
    },
    /// Both ways, and they do not agree.
    Disagree,
}

/// Why a response would be carried as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Why {
    /// It answers the whole text.
    WholeText,
    /// It stands in that draft.
    InThisDraft,
    /// It was decided that it stays on the earlier text.
    Stays,
    /// It was decided that it is kept aside.
    KeptAside,
    /// It is kept aside, and its paragraphs are still gone.
    StillGone,
    /// Its draft is not in the statement, so nothing can be compared.
    DraftMissing,
    /// What became of its weightiest paragraph.
    Paragraph {
        /// The reason of that paragraph.
        reason: Reason,
        /// How it was found.
        way: Way,
    },
    /// Some of its paragraphs are gone, others are not.
    PartlyGone {
        /// How many are gone.
        gone: u32,
        /// How many there are.
        of: u32,
    },
    /// The new text already says what was proposed.
    AlreadySaid,
    /// What was to be taken out is out.
    AlreadyOut,
    /// Our changes and those of the new text touch.
    BothChanged {
        /// At how many places.
        places: u32,
    },
}

impl CarryRow {
    /// Tells whether a person has to decide about it.
    pub fn waits(&self) -> bool {
        !self.sure && self.outcome != Outcome::AlreadyThere
    }
}

impl CarryPlan {
    /// Returns the row of a response.
    pub fn row(&self, response: &str) -> Option<&CarryRow> {
        self.responses.iter().find(|row| row.response == response)
    }
}

impl Why {
    /// Returns the reason as plain sentences.
    pub fn words(&self) -> String {
        match self {
            Self::WholeText => "It answers the whole text.".into(),
            Self::InThisDraft => "It stands in this draft.".into(),
            Self::Stays => "It was decided that it stays on the earlier text.".into(),
            Self::KeptAside => "It was decided that it is kept aside.".into(),
            Self::StillGone => "It is kept aside, and its paragraph is still gone.".into(),
            Self::DraftMissing => {
                "The draft it answers is not in the statement; choose its paragraph by hand.".into()
            }
            Self::Paragraph { reason, way } => format!("{}{}", reason.words(), way.words()),
            Self::PartlyGone { gone, of } => {
                format!("{gone} of its {of} paragraphs have no counterpart; they are kept with it.")
            }
            Self::AlreadySaid => "The new text already says what was proposed.".into(),
            Self::AlreadyOut => "The paragraph that was to be taken out is out.".into(),
            Self::BothChanged { places: 1 } => {
                "The new text changed the same words as the proposal, at one place.".into()
            }
            Self::BothChanged { places } => {
                format!("The new text changed the same words as the proposal, at {places} places.")
            }
        }
    }
}

impl Way {
    /// Returns what is to be said about the way, with a space before it; empty when nothing.
    fn words(&self) -> String {
        match self {
            Self::Direct => String::new(),
            Self::Through { drafts } if drafts.len() == 1 => {
                " It was followed through the revision between.".into()
            }
            Self::Through { drafts } => {
                format!(" It was followed through the {} revisions between.", drafts.len())
            }
            Self::Disagree => {
                " Followed from revision to revision it is another paragraph than compared directly."
                    .into()
            }
        }
    }
}
