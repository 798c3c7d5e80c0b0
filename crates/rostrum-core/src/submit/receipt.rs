//! The proof of a hand-over and the states it goes through.

use serde::{Deserialize, Serialize};

/// A file that would leave the machine.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlannedFile {
    /// Name.
    pub name: String,
    /// Size.
    pub bytes: u32,
    /// SHA-256.
    pub sha256: String,
}

/// The proof of a hand-over.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Receipt {
    /// Id; the same for a repeated hand-over of the same version on the same channel.
    pub id: String,
    /// Id of the channel.
    pub channel: String,
    /// Name of the version.
    pub version: String,
    /// State.
    pub state: ReceiptState,
    /// SHA-256 of the version's text.
    pub sha256: String,
    /// Files that were handed over.
    pub documents: Vec<PlannedFile>,
    /// When the state was reached, as an RFC 3339 instant.
    pub at: String,
    /// Answer of the other side, or where the bundle lies.
    pub answer: String,
}

/// State of a hand-over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReceiptState {
    /// The bundle is made; nothing has left.
    #[default]
    Prepared,
    /// It was sent, and no answer came: it may or may not have arrived.
    Unknown,
    /// The other side refused it.
    Refused,
    /// It has left and the other side took it.
    HandedOver,
    /// The secretariat said that it has it.
    Acknowledged,
    /// The secretariat published it.
    Published,
}
