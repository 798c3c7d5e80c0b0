//! Ways in that a secretariat names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ground::Certainty;

/// One way in that the secretariat names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChannelRule {
    /// Kind of way: `mail`, `form`, `portal`, `upload`.
    pub kind: String,
    /// Public address, empty when none is stated; never a personal mailbox.
    #[serde(default)]
    pub address: String,
    /// What to know about it.
    #[serde(default)]
    pub notes: String,
    /// Id of an entry of [`Call::sources`](super::Call::sources).
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}
