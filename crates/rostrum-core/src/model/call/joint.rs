//! Rules for joint statements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::Stated;

/// Rules for joint statements.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct JointRules {
    /// Whether joint statements are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Stated<bool>>,
    /// How many times the limits of one organisation a joint statement may have, where no
    /// limit for joint statements is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<Stated<u32>>,
    /// Where the signatories stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Stated<SignatoryPlace>>,
    /// In what order they stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Stated<SignatoryOrder>>,
    /// Whether every signatory needs ECOSOC status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_need_status: Option<Stated<bool>>,
    /// Whether signing one joint statement excludes any other statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive: Option<Stated<bool>>,
}

/// Where signatories stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SignatoryPlace {
    /// In the cover block.
    Cover,
    /// At the top of the text.
    Top,
    /// In a footnote to the title.
    Footnote,
    /// After the text.
    #[default]
    End,
}

/// In what order signatories stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SignatoryOrder {
    /// By name.
    #[default]
    Alphabetical,
    /// General, special, roster, none; by name within.
    Status,
    /// By country, then by name.
    Country,
}
