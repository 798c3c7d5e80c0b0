//! What a person set right in a draft after the reader.

use serde::{Deserialize, Serialize};

use super::BlockKind;

/// One thing a person set right in a draft; part of the co-authored statement.
///
/// Fixes never change what the reader gave: they are made on it anew each time
/// ([`crate::fixup::apply`]), so taking one back leaves no trace.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DraftFix {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// Id of the draft (the SHA-256 of its bytes).
    pub draft: String,
    /// Mark of the words the person saw ([`crate::fixup::seen`]): a fix is never made to
    /// other words. Empty trusts the id of the block alone.
    pub seen: String,
    /// What was set right.
    pub fix: Fix,
}

/// A way of setting a block right. None of them brings in words that are not printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Fix {
    /// The block is two: the second begins at a place in its text.
    Split {
        /// Id of the block.
        block: String,
        /// Byte in its text at which the second begins.
        offset: u32,
    },
    /// The block goes on from the one before it.
    Merge {
        /// Id of the block.
        block: String,
    },
    /// The block is of another kind.
    Kind {
        /// Id of the block.
        block: String,
        /// What it is.
        kind: BlockKind,
        /// Level of a heading (from 1) or depth of a sub-paragraph (from 0).
        level: u8,
    },
    /// The block has another label, or none.
    Label {
        /// Id of the block.
        block: String,
        /// The label as printed; nothing when what was taken for one belongs to the words.
        label: Option<String>,
    },
    /// The block is no part of the text: a header, a page number, a stamp.
    Drop {
        /// Id of the block.
        block: String,
    },
    /// The block is part of the text after all.
    Restore {
        /// Id of the block.
        block: String,
    },
    /// The block is a footnote.
    Footnote {
        /// Id of the block.
        block: String,
        /// Id of the block in which its mark stands; empty when that is not known.
        to: String,
        /// The mark as printed.
        mark: String,
    },
    /// The block is right as it was read.
    Settle {
        /// Id of the block.
        block: String,
    },
}

impl Default for Fix {
    fn default() -> Self {
        Self::Settle { block: String::new() }
    }
}

impl Fix {
    /// Returns the id of the block it is about.
    pub fn block(&self) -> &str {
        match self {
            Self::Split { block, .. }
            | Self::Merge { block }
            | Self::Kind { block, .. }
            | Self::Label { block, .. }
            | Self::Drop { block }
            | Self::Restore { block }
            | Self::Footnote { block, .. }
            | Self::Settle { block } => block,
        }
    }

    /// Returns the word for it on the command line and in findings.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Split { .. } => "split",
            Self::Merge { .. } => "merge",
            Self::Kind { .. } => "kind",
            Self::Label { .. } => "label",
            Self::Drop { .. } => "drop",
            Self::Restore { .. } => "restore",
            Self::Footnote { .. } => "footnote",
            Self::Settle { .. } => "settle",
        }
    }
}
