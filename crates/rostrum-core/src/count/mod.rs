//! Counts words as Word counts them, part by part, under a call's counting rule.
//!
//! [`count`] reads the composed [`Document`](crate::model::Document), the same value every
//! renderer reads, so that the number on screen is the number of the file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::call::{LimitScope, LimitUnit};

mod annexes;
mod pages;
mod report;
mod rule;
mod tally;
mod words;

pub use annexes::annexes;
pub use pages::Pages;
pub use report::{Counter, count, pace};
pub use words::{characters, words};

/// Words a minute at which a statement is read aloud, where nothing else is known.
///
/// Interpreters ask for 100 to 120; the upper end is what speakers keep in practice.
pub const WORDS_A_MINUTE: u32 = 120;

/// Characters a minute for Chinese, where each counts as a word.
///
/// Assumed: a spoken English word takes about as long as one and two thirds of a character.
pub const CHINESE_CHARACTERS_A_MINUTE: u32 = 200;

/// Words of a statement, part by part, under its call's counting rule.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CountReport {
    /// All words, as a word processor counts the document without its automatic numbers.
    pub total: u32,
    /// Words that count towards the limit.
    pub counted: u32,
    /// Words by part: `body`, `footnotes`, `headings`, `tables`, `title`, `signatories`, `cover`.
    pub parts: BTreeMap<String, u32>,
    /// What does not count, and why.
    pub left_out: Vec<LeftOut>,
    /// The limit in words, when there is one.
    pub limit: Option<u32>,
    /// The counting rule in one English sentence.
    pub rule: String,
    /// The parts that count, in the order in which they are told; `numbers` are those that
    /// are made automatically.
    #[serde(default)]
    pub counts: Vec<String>,
    /// The parts that do not, whether or not something stands in them.
    #[serde(default)]
    pub counts_not: Vec<String>,
    /// Whether the call says what counts; otherwise this is the safe reading.
    #[serde(default)]
    pub stated: bool,
    /// Automatic numbers of paragraphs and list items; no part of the total.
    #[serde(default)]
    pub numbers: u32,
    /// Words a minute that the seconds are reckoned with.
    #[serde(default)]
    pub pace: u32,
    /// Words by section of the body, in the order of the call.
    pub sections: Vec<SectionCount>,
    /// Words that the secretariat's own cover adds, whatever is written.
    #[serde(default)]
    pub added: u32,
    /// Characters that count towards the limit, with spaces.
    #[serde(default)]
    pub characters: u32,
    /// The same without spaces.
    #[serde(default)]
    pub characters_without_spaces: u32,
    /// Seconds that the counted words take when they are read aloud.
    #[serde(default)]
    pub seconds: u32,
    /// Pages of the laid-out document; absent when nobody laid it out.
    #[serde(default)]
    pub pages: Option<u32>,
    /// Pages that count towards a limit: fewer where the call leaves annexes out.
    #[serde(default)]
    pub pages_counted: Option<u32>,
    /// Every limit that holds for this statement, and how much of it is used.
    #[serde(default)]
    pub limits: Vec<LimitUse>,
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
    /// The same reason as a word that does not change.
    #[serde(default)]
    pub reason: LeftOutReason,
}

/// Why a part does not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// The call says so.
    Stated,
    /// The call is silent, and such a part is not usually counted.
    #[default]
    NotStated,
    /// The secretariat's own cover stands in its place.
    Replaced,
    /// Word processors do not count it.
    Automatic,
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

/// One limit that holds, and how much of it is used.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LimitUse {
    /// What is counted.
    pub unit: LimitUnit,
    /// The part of the document it holds for.
    pub applies_to: LimitScope,
    /// Id of the section, when it holds for one.
    pub section: Option<String>,
    /// The most that is allowed.
    pub max: u32,
    /// What is used of it; absent for pages until the document is laid out.
    pub used: Option<u32>,
}
