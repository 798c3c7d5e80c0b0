//! How a person names a paragraph: `23`, `16 bis`, `11 (a)`.

use crate::model::{Block, BlockKind};

/// Returns the address of every block: its label with those above it, none without a label.
pub fn addresses(blocks: &[Block]) -> Vec<Option<String>> {
    let mut above: Vec<(u8, &str)> = Vec::new();
    blocks
        .iter()
        .map(|block| {
            let label = match (block.kind, block.label.as_deref()) {
                (BlockKind::Paragraph, Some(label)) => label.trim().trim_end_matches('.'),
                _ => return None,
            };
            above.retain(|(level, _)| *level < block.level);
            above.push((block.level, label));
            Some(above.iter().map(|(_, label)| *label).collect::<Vec<_>>().join(" "))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sub_paragraph_is_named_with_the_paragraph_above_it() {
        let block =
            |label: &str, level| Block { label: Some(label.into()), level, ..Block::default() };
        let named = addresses(&[
            block("11.", 0),
            block("(a)", 1),
            block("(i)", 2),
            block("(b)", 1),
            block("16 bis", 0),
            Block::default(),
        ]);
        let named: Vec<&str> = named.iter().map(|name| name.as_deref().unwrap_or("-")).collect();
        assert_eq!(named, ["11", "11 (a)", "11 (a) (i)", "11 (b)", "16 bis", "-"]);
    }
}
