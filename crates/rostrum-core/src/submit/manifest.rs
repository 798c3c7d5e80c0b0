//! The two files that say what a bundle holds: `manifest.json` and `SHA256SUMS`.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::receipt::PlannedFile;

/// Number of the manifest's format; raised when a reader must know of a change.
pub const FORMAT: u32 = 1;

/// Name of the manifest in a bundle.
pub const MANIFEST: &str = "manifest.json";

/// Name of the list of hashes in a bundle.
pub const SUMS: &str = "SHA256SUMS";

/// What a bundle says of itself, as `manifest.json`.
///
/// Deliberately absent: names of persons, paths, the channel, and the moment of the
/// hand-over, so that the same version always makes the same bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// Id of the call that is answered.
    pub call: String,
    /// Title as it prints.
    pub title: String,
    /// Organisation as it prints.
    pub organisation: String,
    /// The frozen text the documents were made from.
    pub version: ManifestVersion,
    /// The documents, by name.
    pub documents: Vec<PlannedFile>,
}

/// The frozen text a bundle was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestVersion {
    /// Name of the version.
    pub name: String,
    /// SHA-256 of its text: what organisations signed.
    pub sha256: String,
    /// When it was frozen, as an RFC 3339 instant.
    pub frozen: String,
}

impl Manifest {
    /// Returns the manifest as indented JSON with a final newline.
    ///
    /// # Panics
    /// Never: strings and numbers always serialise.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self)
            .expect("a manifest is strings and numbers, which always serialise");
        json.push(b'\n');
        json
    }
}

/// Returns lines that `sha256sum --check` understands, by file name.
pub fn sums<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut lines: Vec<(&str, String)> =
        files.map(|(name, bytes)| (name, format!("{}  {name}\n", sha256_hex(bytes)))).collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect::<String>().into_bytes()
}

/// Returns the SHA-256 of some bytes in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Returns bytes in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        write!(out, "{byte:02x}").expect("a string takes every write");
        out
    })
}
