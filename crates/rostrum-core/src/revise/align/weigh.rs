//! Finds the counterpart of every block.

use std::collections::BTreeSet;

use super::{Alignment, Link, Reason, Relation};
use crate::model::{Block, Draft};

/// Tells what became of every block of `old` in `new`.
pub fn align(old: &Draft, new: &Draft) -> Alignment {
    let old_words: Vec<BTreeSet<String>> = old.blocks.iter().map(words).collect();
    let new_words: Vec<BTreeSet<String>> = new.blocks.iter().map(words).collect();
    let mut pairs = Vec::new();
    for (i, a) in old_words.iter().enumerate() {
        for (j, b) in new_words.iter().enumerate() {
            let shared = a.intersection(b).count() as f32 * 2.0 / (a.len() + b.len()).max(1) as f32;
            let place =
                (i as f32 / old_words.len() as f32 - j as f32 / new_words.len() as f32).abs();
            if shared > 0.4 && old.blocks[i].kind == new.blocks[j].kind {
                pairs.push((shared - place * 0.1, shared, i, j));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0));
    let mut to = vec![None; old.blocks.len()];
    let mut taken = vec![false; new.blocks.len()];
    for (_, shared, i, j) in pairs {
        if to[i].is_none() && !taken[j] {
            to[i] = Some((j, shared));
            taken[j] = true;
        }
    }
    let links = to.iter().zip(&old.blocks).map(|(found, block)| match found {
        Some((j, shared)) => {
            let same = block.text == new.blocks[*j].text;
            Link {
                old: block.id.clone(),
                new: vec![new.blocks[*j].id.clone()],
                relation: if same { Relation::Same } else { Relation::Edited },
                confidence: *shared,
                style_only: false,
                reason: if same {
                    Reason::SameWords
                } else {
                    Reason::WordsChanged { kept: (shared * 100.0) as u8 }
                },
            }
        }
        None => Link {
            old: block.id.clone(),
            new: Vec::new(),
            relation: Relation::Gone,
            confidence: 0.5,
            style_only: false,
            reason: Reason::NothingLikeIt,
        },
    });
    let links = links.collect();
    let added = new.blocks.iter().zip(&taken).filter(|(_, taken)| !**taken);
    Alignment { links, added: added.map(|(block, _)| block.id.clone()).collect() }
}

fn words(block: &Block) -> BTreeSet<String> {
    block
        .text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
