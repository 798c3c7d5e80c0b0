//! The links between two drafts, as values.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Reason;

/// What became of every block of one draft in another.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Alignment {
    /// One link for every block of the old draft, in its order.
    pub links: Vec<Link>,
    /// Ids of the blocks of the new draft that no link names, in its order.
    pub added: Vec<String>,
}

/// What became of one block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Link {
    /// Id of the old block.
    pub old: String,
    /// Ids of the new blocks, in their order; for [`Relation::Unsure`] the candidates, best first.
    pub new: Vec<String>,
    /// What became of the block.
    pub relation: Relation,
    /// How sure the answer is, from 0 to 1.
    pub confidence: f32,
    /// True when the words differ only in case, punctuation, brackets, spelling or the
    /// numbers of paragraphs and notes they refer to.
    pub style_only: bool,
    /// Why the answer is this one.
    pub reason: Reason,
}

/// What became of a block in a later draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// It stands as it stood; at most its number changed.
    Same,
    /// It stands where it stood, in other words.
    Edited,
    /// It stands elsewhere, in the same words or others.
    Moved,
    /// It became several blocks.
    Split,
    /// It became one block together with others.
    Merged,
    /// It has no counterpart.
    Gone,
    /// It could be one of several blocks, or none; a person has to say.
    Unsure,
}

impl Relation {
    /// Every relation, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Same,
        Self::Edited,
        Self::Moved,
        Self::Split,
        Self::Merged,
        Self::Gone,
        Self::Unsure,
    ];

    /// Returns the word for it, the same as in data: `same`, `edited` …
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Edited => "edited",
            Self::Moved => "moved",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Gone => "gone",
            Self::Unsure => "unsure",
        }
    }
}

/// What a row of a comparison shows: the relation of a link, or a block that is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum RowRelation {
    /// See [`Relation::Same`].
    Same,
    /// See [`Relation::Edited`].
    Edited,
    /// See [`Relation::Moved`].
    Moved,
    /// See [`Relation::Split`].
    Split,
    /// See [`Relation::Merged`].
    Merged,
    /// See [`Relation::Gone`].
    Gone,
    /// See [`Relation::Unsure`].
    Unsure,
    /// Only the new draft has it.
    New,
}

impl From<Relation> for RowRelation {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Same => Self::Same,
            Relation::Edited => Self::Edited,
            Relation::Moved => Self::Moved,
            Relation::Split => Self::Split,
            Relation::Merged => Self::Merged,
            Relation::Gone => Self::Gone,
            Relation::Unsure => Self::Unsure,
        }
    }
}

impl RowRelation {
    /// Returns the word for it, the same as in data: that of the relation, or `new`.
    pub fn word(self) -> &'static str {
        let same = Relation::ALL.into_iter().find(|relation| Self::from(*relation) == self);
        same.map_or("new", Relation::word)
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Alignment {
    /// Returns what became of an old block.
    pub fn link(&self, old: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.old == old)
    }

    /// Returns the links that name a new block, in the order of their old blocks.
    pub fn back(&self, new: &str) -> Vec<&Link> {
        self.links.iter().filter(|link| link.new.iter().any(|id| id == new)).collect()
    }
}
