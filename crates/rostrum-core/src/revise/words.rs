//! How one wording becomes another, word by word.

use serde::{Deserialize, Serialize};

/// A run of words and what becomes of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WordRun {
    /// `same`, `inserted` or `deleted`.
    pub change: String,
    /// The words with their spaces.
    pub text: String,
}
