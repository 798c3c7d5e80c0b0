//! Dates that close something, with what they were before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::Certainty;
use crate::model::signatory::EcosocStatus;

/// One date that closes something.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What closes: `statement`, `joint statement`, `registration`.
    pub what: String,
    /// The instant, as RFC 3339 in UTC; the earliest sound reading of the wording.
    pub instant: String,
    /// Zone of the secretariat, as an IANA name.
    pub zone: String,
    /// The secretariat's own words.
    pub wording: String,
    /// Why the instant is an assumption; absent when the wording leaves no doubt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed: Option<String>,
    /// Status of the organisations for which it holds; absent means any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<EcosocStatus>,
    /// Whether it holds for joint statements only, or for single ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<bool>,
    /// What the date was before it was moved, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<EarlierDate>,
    /// Id of an entry of [`Call::sources`](super::Call::sources).
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a date was before the secretariat moved it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EarlierDate {
    /// The instant, as RFC 3339 in UTC.
    pub instant: String,
    /// The secretariat's own words.
    pub wording: String,
    /// Day on which the change was told, such as `2023-03-20`; absent when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
    /// Id of an entry of [`Call::sources`](super::Call::sources).
    pub source: String,
    /// Year for which it was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Deadline {
    /// Tells whether it holds for this status and kind of statement.
    ///
    /// An organisation whose status is not stated minds every date.
    pub fn holds_for(&self, status: EcosocStatus, joint: bool) -> bool {
        self.status.is_none_or(|s| s == status || status == EcosocStatus::None)
            && self.joint.is_none_or(|j| j == joint)
    }
}
