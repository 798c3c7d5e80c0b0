//! The proof of a hand-over and the states it goes through.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::manifest::hex;

/// A file that would leave the machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Returns the id of the receipt for a bundle on a channel: 32 hexadecimal digits.
///
/// The same bundle on the same channel always has the same id, on every machine, so a
/// hand-over that is repeated after a crash or from another copy is known as the same one.
/// A version that more organisations have signed since makes another bundle, which is
/// another hand-over.
/// It serves as the idempotency key of channels that have one.
pub fn receipt_id(bundle_sha256: &str, channel: &str) -> String {
    let digest = Sha256::new()
        .chain_update(b"rostrum receipt 1\0")
        .chain_update(bundle_sha256.as_bytes())
        .chain_update(b"\0")
        .chain_update(channel.as_bytes())
        .finalize();
    hex(&digest[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_follows_from_bundle_and_channel_alone() {
        let id = receipt_id("aa", "secretariat");
        assert_eq!(id, receipt_id("aa", "secretariat"));
        assert_ne!(id, receipt_id("ab", "secretariat"));
        assert_ne!(id, receipt_id("aa", "folder"));
        assert_ne!(receipt_id("aab", "c"), receipt_id("aa", "bc"), "parts do not run together");
        assert_eq!(id.len(), 32);
    }
}
