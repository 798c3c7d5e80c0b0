//! Findings that people looked at and set aside, each with its reason.

use serde::{Deserialize, Serialize};

/// One thing that was set aside, with the reason; part of the co-authored statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Mute {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// Code of the rule.
    pub rule: String,
    /// How much of what the rule finds is set aside.
    pub scope: MuteScope,
    /// Where: heading of the section, or id of the response; empty for the other scopes.
    pub at: String,
    /// Mark of the words it was about: of the sentence for one finding, of the paragraph for
    /// a paragraph. Once they are others, the mute holds for nothing.
    pub mark: String,
    /// The words it was about, for the list of what is set aside; at most a line.
    pub said: String,
    /// Why, in the words of whoever set it aside.
    pub reason: String,
}

/// How much of what a rule finds is set aside.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum MuteScope {
    /// One finding, as long as its sentence stands as it is.
    #[default]
    Finding,
    /// The rule in one paragraph, as long as that stands as it is, or in one response.
    Paragraph,
    /// The rule in one section.
    Section,
    /// The rule in the whole statement.
    Rule,
}

impl MuteScope {
    /// Returns the word for it, as it stands in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Finding => "finding",
            Self::Paragraph => "paragraph",
            Self::Section => "section",
            Self::Rule => "rule",
        }
    }

    /// Returns the scope with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Finding, Self::Paragraph, Self::Section, Self::Rule]
            .into_iter()
            .find(|scope| scope.as_str() == word)
    }
}
