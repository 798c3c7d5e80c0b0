//! One comment on one or more paragraphs of a draft.

use serde::{Deserialize, Serialize};

/// One comment on one or more paragraphs of a draft, with the wording it asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
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
    /// Letters of the norms of responsible State behaviour it touches (`a` to `k`; A/RES/70/237,
    /// A/70/174, paragraph 13).
    pub norms: Vec<String>,
    /// The user's own tags.
    pub tags: Vec<String>,
    /// How far the work on it is.
    pub status: ResponseStatus,
    /// Who works on it, in the team's own words; never printed or exported.
    pub owner: String,
    /// Id of the response to the same paragraph that this one is a second choice for; empty for none.
    pub alternative_to: String,
    /// The paragraphs it answered in earlier revisions, oldest first.
    pub earlier: Vec<Target>,
    /// How it came to its present paragraphs, until a person has looked.
    pub carried: Option<Carried>,
    /// Whether the idea was taken up, as a person judges it; kept apart from what is computed.
    pub taken_up: Option<TakenUp>,
}

/// How far the work on a response is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ResponseStatus {
    /// Somebody still works on it.
    #[default]
    Open,
    /// Its author is done with it.
    Ready,
    /// The partners agreed to it.
    Agreed,
    /// Kept, but not part of the submission.
    Aside,
}

/// How a response came from an earlier revision to its present paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Carried {
    /// What became of the paragraphs it answered: a relation of `revise`, such as `edited`.
    pub relation: String,
    /// Code of the reason, as `revise` gives it.
    pub reason: String,
    /// The wording it asked for before it was carried.
    pub proposal: String,
}

/// Whether an idea was taken up, as a person judges it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakenUp {
    /// `yes`, `partly` or `no`.
    pub answer: String,
    /// Why the person thinks so.
    pub note: String,
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

impl Response {
    /// Tells whether the response is part of what is handed over: neither private nor set aside.
    pub fn is_submitted(&self) -> bool {
        !self.private && self.status != ResponseStatus::Aside
    }
}

impl ResponseStatus {
    /// Every status, in the order in which a response goes through them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Ready, Self::Agreed, Self::Aside];

    /// Returns the word used on the command line and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ready => "ready",
            Self::Agreed => "agreed",
            Self::Aside => "aside",
        }
    }

    /// Returns the status that this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}
