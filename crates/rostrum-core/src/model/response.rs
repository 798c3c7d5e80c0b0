//! One comment on one or more paragraphs of a draft.

use serde::{Deserialize, Serialize};

/// One comment on one or more paragraphs of a draft, with the wording it asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Response {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// What the response asks for.
    pub kind: ResponseKind,
    /// The paragraphs it answers, in the order of the draft; empty means the whole text.
    pub targets: Vec<Target>,
    /// The wording asked for: the whole new paragraph (`modify`), the new paragraph (`add`),
    /// or where to (`move`). Empty for the other kinds.
    pub proposal: String,
    /// Why, in plain text.
    pub rationale: String,
    /// How much it matters to the organisation.
    pub priority: Priority,
    /// Topic, one of the call's or the user's own.
    pub topic: String,
    /// Keys of the sources that support the rationale.
    pub sources: Vec<String>,
    /// Whether the response is kept back from every export and hand-over.
    pub private: bool,
}

/// What a response asks for.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ResponseKind {
    /// A remark without a request for wording.
    #[default]
    General,
    /// Keep the paragraph as it is.
    Keep,
    /// Change the words of the paragraph.
    Modify,
    /// Add a new paragraph after it.
    Add,
    /// Take the paragraph out.
    Delete,
    /// Move the paragraph elsewhere.
    Move,
    /// Ask what is meant.
    Question,
}

/// One paragraph a response answers, with what was seen when it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Target {
    /// Id of the draft (the SHA-256 of its bytes).
    pub draft: String,
    /// Id of the block in that draft.
    pub block: String,
    /// Label as printed when the response was written.
    pub label: String,
    /// The words the response was written against, so that a later change shows.
    pub text: String,
}

/// How much a response matters to the organisation.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Must not be lost.
    High,
    /// The ordinary case.
    #[default]
    Medium,
    /// Nice to have.
    Low,
}

impl ResponseKind {
    /// Every kind, in the order in which a person meets them.
    pub const ALL: [Self; 7] = [
        Self::General,
        Self::Keep,
        Self::Modify,
        Self::Add,
        Self::Delete,
        Self::Move,
        Self::Question,
    ];

    /// Returns the word used on the command line and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Keep => "keep",
            Self::Modify => "modify",
            Self::Add => "add",
            Self::Delete => "delete",
            Self::Move => "move",
            Self::Question => "question",
        }
    }

    /// Returns the kind that this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Tells whether a response of this kind needs proposed wording to mean anything.
    pub fn asks_for_wording(self) -> bool {
        matches!(self, Self::Modify | Self::Add)
    }
}
