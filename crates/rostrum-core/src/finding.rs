//! What a reader or a check reports to a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One thing a person should know, with where it is and what to do.
///
/// `code` and `name` are stable; `message` and `hint` are the English words made from
/// `variant` and `params`, so that the window can say the same in another language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    /// Stable code, such as `R201`.
    pub code: String,
    /// Readable name of the fault, such as `over-word-limit`.
    pub name: String,
    /// How much it matters.
    pub severity: Severity,
    /// Which of the rule's sentences applies.
    pub variant: String,
    /// Values for the sentence.
    pub params: BTreeMap<String, String>,
    /// One English sentence that says what is wrong, with numbers.
    pub message: String,
    /// One English sentence that says what to do.
    pub hint: String,
    /// Where it is.
    pub place: Place,
    /// Changes that would mend it; empty when only a person can.
    pub edits: Vec<Edit>,
}

/// How much a finding matters.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    #[default]
    Info,
    /// Quality suffers.
    Warning,
    /// Stands in the way of handing over.
    Error,
}

/// Where a finding is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Place {
    /// Which part of the work: `body`, `response` (its rationale), `proposal` (the wording a
    /// response proposes), `draft`, `source`, `signatory`, `header`, `call`.
    pub part: String,
    /// Section of the body, by its heading.
    pub section: Option<String>,
    /// Id of the response, source or signatory, or the label of the paragraph of a draft.
    pub paragraph: Option<String>,
    /// First character in the part's text, counted in UTF-16 units.
    pub start: Option<u32>,
    /// Character after the last, counted in UTF-16 units.
    pub end: Option<u32>,
}

/// One change of text that would mend a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Edit {
    /// First character to replace, in UTF-16 units of the part's text.
    pub start: u32,
    /// Character after the last to replace.
    pub end: u32,
    /// What stands there instead.
    pub text: String,
}

impl Place {
    /// Returns a place that is a whole part.
    pub fn part(part: &str) -> Self {
        Self { part: part.into(), ..Self::default() }
    }
}
