//! What a person should look at, and why.

use serde::{Deserialize, Serialize};

use crate::model::{Block, BlockKind, Draft};

use super::Fixed;

/// Below this the reader could not tell letters, and not only bounds.
const LETTERS: f32 = 0.35;

/// One place of a draft that the reader was unsure of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Doubt {
    /// Id of the block that was read.
    pub read: String,
    /// Id of the block that holds its words now; empty when it was left out.
    pub block: String,
    /// Why a person should look.
    pub reason: DoubtReason,
    /// Whether a person has.
    pub looked: bool,
}

/// Why a person should look at a block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DoubtReason {
    /// Where it begins is not clear in the print.
    #[default]
    Bounds,
    /// It reads like the rest of the one before.
    Continues,
    /// It may be a heading.
    Heading,
    /// The file does not tell some of its letters.
    Letters,
}

impl DoubtReason {
    /// Returns it in plain words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bounds => "where it begins is not clear in the print",
            Self::Continues => "it reads like the rest of the paragraph before",
            Self::Heading => "it may be a heading",
            Self::Letters => "the file does not tell some of its letters",
        }
    }
}

/// Returns the places the reader was unsure of, in the order of the draft, with what became
/// of each.
pub fn doubts(read: &Draft, fixed: &Fixed) -> Vec<Doubt> {
    let unsure = read.blocks.iter().enumerate().filter(|(_, block)| block.is_unsure());
    unsure
        .map(|(at, block)| {
            let now: Vec<&Block> = fixed
                .went
                .get(&block.id)
                .into_iter()
                .flatten()
                .filter_map(|id| fixed.draft.block(id))
                .collect();
            Doubt {
                read: block.id.clone(),
                block: now.first().map(|block| block.id.clone()).unwrap_or_default(),
                reason: reason(at.checked_sub(1).map(|at| &read.blocks[at]), block),
                looked: !now.iter().any(|block| block.is_unsure()),
            }
        })
        .collect()
}

fn reason(before: Option<&Block>, block: &Block) -> DoubtReason {
    if block.confidence < LETTERS {
        return DoubtReason::Letters;
    }
    let open = |before: &Block| {
        before.kind == BlockKind::Paragraph
            && !before.text.trim_end_matches(['”', '"', ')']).ends_with(['.', ':', ';', '!', '?'])
    };
    let small = block.text.starts_with(char::is_lowercase);
    if block.label.is_none() && (small || before.is_some_and(open)) {
        return DoubtReason::Continues;
    }
    let short = block.text.split_whitespace().count() <= 12;
    if block.label.is_none() && short && !block.text.ends_with(['.', ';', ':']) {
        return DoubtReason::Heading;
    }
    DoubtReason::Bounds
}
