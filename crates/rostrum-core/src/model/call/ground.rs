//! Where a rule was read, when it was true, and how sure it is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A rule together with where it was read, when it was true, and how sure it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stated<T> {
    /// The rule.
    pub value: T,
    /// Where it comes from.
    #[serde(flatten)]
    pub ground: Ground,
}

/// Where a rule was read, when it was true, and how sure it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ground {
    /// Id of an entry of [`Call::sources`](super::Call::sources).
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How sure a rule is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Read in an official UN page or document.
    Official,
    /// Read in a page that reports the official rule.
    Reported,
    /// Concluded from facts beside it; an editable default.
    #[default]
    Inferred,
}

impl Certainty {
    /// Returns the less sure of two, for a rule that rests on both.
    pub fn weaker(self, other: Self) -> Self {
        match (self, other) {
            (Self::Inferred, _) | (_, Self::Inferred) => Self::Inferred,
            (Self::Reported, _) | (_, Self::Reported) => Self::Reported,
            (Self::Official, Self::Official) => Self::Official,
        }
    }
}

/// A page or document in which rules were read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CallSource {
    /// Id used by the rules.
    pub id: String,
    /// Address.
    pub url: String,
    /// What it is.
    #[serde(default)]
    pub title: String,
}
