//! One piece of evidence.

use serde::{Deserialize, Serialize};

/// One piece of evidence: what it is, where in it, what it says, when it was seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Source {
    /// Key by which the body cites it: `[@key]`.
    pub key: String,
    /// The item as CSL-JSON (`type`, `title`, `author`, `issued`, `URL`, …).
    pub item: serde_json::Value,
    /// Where in the source: `para. 31 (a)`, `p. 4`.
    pub locator: String,
    /// The words quoted from it.
    pub quotation: String,
    /// Day on which it was last seen, as `YYYY-MM-DD`.
    pub seen: String,
    /// SHA-256 of the saved copy, when there is one.
    pub copy_sha256: String,
}

impl Source {
    /// Returns the title of the item, or its key when it has none.
    pub fn title(&self) -> &str {
        self.item
            .get("title")
            .and_then(|t| t.as_str())
            .filter(|t| !t.is_empty())
            .unwrap_or(&self.key)
    }
}
