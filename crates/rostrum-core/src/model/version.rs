//! A frozen, hashed state of a statement.

use serde::{Deserialize, Serialize};

/// A frozen, hashed state of a statement that organisations sign and that is handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Version {
    /// Name given by the user, unique in the statement.
    pub name: String,
    /// SHA-256 of [`Version::text`] in lower-case hexadecimal.
    pub sha256: String,
    /// When it was frozen, as an RFC 3339 instant.
    pub created: String,
    /// Words as the call counts them.
    pub words: u32,
    /// Canonical text: everything that is handed over except the list of signatories.
    pub text: String,
}
