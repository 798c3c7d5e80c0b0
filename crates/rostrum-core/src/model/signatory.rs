//! An organisation that may sign a version, and its recorded consent.

use serde::{Deserialize, Serialize};

/// One organisation as it prints under a joint statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Signatory {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// Name of the organisation as it prints.
    pub organisation: String,
    /// Country as it prints.
    pub country: String,
    /// UN regional group, empty when not stated.
    pub region: String,
    /// Stakeholder group, empty when not stated.
    pub group: String,
    /// ECOSOC status, where a call orders or limits by it.
    pub status: EcosocStatus,
}

/// Consultative status with ECOSOC.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum EcosocStatus {
    /// General consultative status.
    General,
    /// Special consultative status.
    Special,
    /// On the roster.
    Roster,
    /// No status, or not stated.
    #[default]
    None,
}

/// One organisation's recorded consent to one version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Endorsement {
    /// Id of the signatory.
    pub signatory: String,
    /// Name of the version.
    pub version: String,
    /// SHA-256 of the version's text: this, not the name, is what was consented to.
    pub sha256: String,
    /// When the consent was recorded, as an RFC 3339 instant.
    pub at: String,
}

/// Whether an organisation's consent holds for the text as it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// No consent is recorded.
    #[default]
    Asked,
    /// Consent is recorded for exactly this text.
    Holds,
    /// Consent is recorded for an earlier text that has changed since.
    TextChanged,
}

/// The five UN regional groups, and the word for none.
pub const REGIONS: [&str; 5] = [
    "African States",
    "Asia-Pacific States",
    "Eastern European States",
    "Latin American and Caribbean States",
    "Western European and other States",
];
