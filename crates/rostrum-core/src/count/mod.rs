//! Counts words as Word counts them, part by part, under a call's counting rule.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Words of a statement, part by part, under its call's counting rule.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CountReport {
    /// All words.
    pub total: u32,
    /// Words that count towards the limit.
    pub counted: u32,
    /// Words by part: `body`, `footnotes`, `headings`, `tables`, `title`, `signatories`, `cover`.
    pub parts: BTreeMap<String, u32>,
    /// What does not count, and why.
    pub left_out: Vec<LeftOut>,
    /// The limit in words, when there is one.
    pub limit: Option<u32>,
    /// The counting rule in one sentence.
    pub rule: String,
    /// Words by section of the body, in the order of the call.
    pub sections: Vec<SectionCount>,
}

/// A part that does not count.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeftOut {
    /// Name of the part.
    pub part: String,
    /// Its words.
    pub words: u32,
    /// Why it does not count.
    pub why: String,
}

/// Words of one section.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SectionCount {
    /// Id of the section; empty when the call knows none by this heading.
    pub id: String,
    /// Heading as it stands in the body.
    pub heading: String,
    /// Its words.
    pub words: u32,
    /// Limit for this section, when there is one.
    pub limit: Option<u32>,
}
