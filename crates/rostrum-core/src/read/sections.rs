//! What stands under each heading of a draft: paragraphs, words, places to compare.

use serde::{Deserialize, Serialize};

use crate::count::words;
use crate::model::{Block, BlockKind};

/// Below this confidence a person should compare a block with the original.
pub const UNSURE_BELOW: f32 = 0.6;

/// What stands under a heading, that of the headings beneath it included.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SectionTally {
    /// Id of the heading; empty for the whole draft.
    pub block: String,
    /// The heading as printed; empty for the whole draft.
    pub heading: String,
    /// Its level, 1 outermost; 0 for the whole draft.
    pub level: u8,
    /// Paragraphs, without their sub-paragraphs.
    pub paragraphs: u32,
    /// Words of the text, without labels and notes.
    pub words: u32,
    /// Blocks the reader was unsure of.
    pub unsure: u32,
}

/// Returns the tally of the whole draft, and then that of each heading in order.
pub fn sections(blocks: &[Block]) -> Vec<SectionTally> {
    let mut tallies = vec![SectionTally::default()];
    let mut open: Vec<usize> = vec![0];
    for block in blocks {
        if block.kind == BlockKind::Heading {
            let level = block.level.max(1);
            open.retain(|&at| tallies[at].level < level);
            open.push(tallies.len());
            tallies.push(SectionTally {
                block: block.id.clone(),
                heading: block.text.clone(),
                level,
                ..SectionTally::default()
            });
        }
        let paragraph = block.kind == BlockKind::Paragraph && block.level == 0;
        let own = if block.kind == BlockKind::Title { 0 } else { words(&block.text) };
        for &at in &open {
            let tally = &mut tallies[at];
            tally.paragraphs += u32::from(paragraph);
            tally.words += own;
            tally.unsure += u32::from(block.confidence < UNSURE_BELOW);
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: BlockKind, level: u8, text: &str) -> Block {
        let id = text.split(' ').next().unwrap_or_default().to_owned();
        Block { id, kind, level, text: text.into(), confidence: 1.0, ..Block::default() }
    }

    #[test]
    fn a_heading_counts_what_stands_under_the_headings_beneath_it() {
        let mut unsure = block(BlockKind::Paragraph, 0, "two words");
        unsure.confidence = 0.5;
        let tallies = sections(&[
            block(BlockKind::Title, 0, "Zero draft"),
            block(BlockKind::Heading, 1, "A. Threats"),
            block(BlockKind::Paragraph, 0, "three more words"),
            block(BlockKind::Paragraph, 1, "sub"),
            block(BlockKind::Heading, 2, "1. New"),
            unsure,
            block(BlockKind::Heading, 1, "B. Norms"),
        ]);
        let told: Vec<(&str, u32, u32, u32)> =
            tallies.iter().map(|t| (t.block.as_str(), t.paragraphs, t.words, t.unsure)).collect();
        assert_eq!(told, [("", 2, 12, 1), ("A.", 2, 10, 1), ("1.", 1, 4, 1), ("B.", 0, 2, 0)]);
    }
}
