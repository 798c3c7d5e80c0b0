//! One's own wording on top of a text that has moved on: a three-way merge by words.
//!
//! The three texts are the old wording, what was proposed instead, and the new wording.
//! Where our changes and theirs lie apart the merge is exact; where they touch, or where a
//! change could as well have been made a few words further, nothing is guessed and a person
//! decides between both.

mod pieces;
mod stretches;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use pieces::{hunks, pieces};
use stretches::{joined, part, stretches};

/// What becomes of a proposal when the text it changes has become another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rebase {
    /// The proposal stays as it is: there is none, or the text under it did not change.
    #[default]
    Unneeded,
    /// Both sides' changes lie apart: this text has all of both.
    Exact {
        /// The proposal on top of the new wording.
        text: String,
    },
    /// Changes of both sides touch; a person decides.
    ThreeWay {
        /// A start to edit from: everything that could be joined, and our words where both
        /// sides changed the same place.
        text: String,
        /// The three texts, stretch by stretch.
        parts: Vec<MergePart>,
        /// Number of stretches that a person has to decide.
        conflicts: u32,
    },
    /// The new text already says what was proposed.
    Adopted,
}

/// A stretch of the three texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MergePart {
    /// Who changed it.
    pub side: MergeSide,
    /// Its words in the old text.
    pub old: String,
    /// Its words in the proposal.
    pub ours: String,
    /// Its words in the new text.
    pub theirs: String,
}

/// Who changed a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum MergeSide {
    /// Nobody.
    Same,
    /// Only the proposal.
    Ours,
    /// Only the new text.
    Theirs,
    /// Both, in the same way.
    Both,
    /// Both, in different ways or too near to each other to tell.
    Conflict,
}

impl Rebase {
    /// Returns the wording to go on with: the proposal itself where nothing had to change.
    ///
    /// For [`Rebase::ThreeWay`] and [`Rebase::Adopted`] there is none until a person has looked.
    pub fn settled<'a>(&'a self, proposal: &'a str) -> Option<&'a str> {
        match self {
            Self::Unneeded => Some(proposal),
            Self::Exact { text } => Some(text),
            Self::ThreeWay { .. } | Self::Adopted => None,
        }
    }
}

/// Puts a proposal, made against `old`, on top of `new`.
///
/// All words that either side put in are in an exact result, and nothing is in it that
/// neither side has.
pub fn rebase(old: &str, proposal: &str, new: &str) -> Rebase {
    if proposal.trim().is_empty() || reads_as(old, new) {
        return Rebase::Unneeded;
    }
    if reads_as(proposal, old) {
        return Rebase::Exact { text: new.to_owned() };
    }
    if reads_as(proposal, new) {
        return Rebase::Adopted;
    }
    let texts = [pieces(old), pieces(proposal), pieces(new)];
    let ours = hunks(&texts[0], &texts[1]);
    let theirs = hunks(&texts[0], &texts[2]);
    let stretches = stretches(&texts, &ours, &theirs);
    let conflicts = stretches.iter().filter(|s| s.side == MergeSide::Conflict).count() as u32;
    let own = stretches.iter().any(|s| matches!(s.side, MergeSide::Ours | MergeSide::Conflict));
    let text = joined(&texts, &stretches);
    if conflicts > 0 {
        let parts = stretches.iter().map(|stretch| part(&texts, stretch)).collect();
        Rebase::ThreeWay { text, parts, conflicts }
    } else if own {
        Rebase::Exact { text }
    } else {
        Rebase::Adopted
    }
}

/// Tells whether two texts are the same but for spaces.
fn reads_as(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}
