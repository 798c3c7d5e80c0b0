//! The text before and the text after, word by word and paragraph by paragraph.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::tokens::{Matched, Token, matched, tokens};
use crate::model::Draft;
use crate::revise::align::{Alignment, Link, Relation, align};

/// The text before and the text after.
pub(super) struct Pair<'d> {
    pub(super) old: &'d Draft,
    pub(super) new: &'d Draft,
    links: Alignment,
    old_at: BTreeMap<&'d str, usize>,
    new_at: BTreeMap<&'d str, usize>,
    old_words: Vec<Vec<Token>>,
    new_words: Vec<Vec<Token>>,
    fresh: Vec<OnceCell<Vec<bool>>>,
}

/// One word of a passage: the place of its block in the draft, of itself in the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'p> {
    pub(super) block: usize,
    pub(super) at: usize,
    pub(super) word: &'p Token,
}

/// Blocks of both texts that belong together, and how sure that is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// Places of old blocks.
    pub(super) old: Vec<usize>,
    /// Places of new blocks.
    pub(super) new: Vec<usize>,
    /// Places of new blocks that are only candidates.
    pub(super) candidates: Vec<usize>,
}

impl<'d> Pair<'d> {
    pub(super) fn new(old: &'d Draft, new: &'d Draft) -> Self {
        let at = |draft: &'d Draft| -> BTreeMap<&'d str, usize> {
            draft.blocks.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect()
        };
        let words = |draft: &Draft| draft.blocks.iter().map(|b| tokens(&b.text)).collect();
        Self {
            old,
            new,
            links: align(old, new),
            old_at: at(old),
            new_at: at(new),
            old_words: words(old),
            new_words: words(new),
            fresh: vec![OnceCell::new(); new.blocks.len()],
        }
    }

    /// Returns the place of an old block.
    pub(super) fn old_place(&self, id: &str) -> Option<usize> {
        self.old_at.get(id).copied()
    }

    /// Returns what became of the old block at a place.
    pub(super) fn link(&self, old: usize) -> Option<&Link> {
        self.links.link(&self.old.blocks[old].id)
    }

    /// Returns the places of the new blocks a link names.
    pub(super) fn places(&self, link: &Link) -> Vec<usize> {
        link.new.iter().filter_map(|id| self.new_at.get(id.as_str()).copied()).collect()
    }

    /// Returns everything that belongs together with these old blocks.
    pub(super) fn group(&self, own: &[usize]) -> Group {
        let mut old: BTreeSet<usize> = own.iter().copied().collect();
        let mut new: BTreeSet<usize> = BTreeSet::new();
        let mut candidates: BTreeSet<usize> = BTreeSet::new();
        loop {
            let before = (old.len(), new.len());
            for link in old.iter().filter_map(|at| self.link(*at)) {
                match link.relation {
                    Relation::Unsure => candidates.extend(self.places(link)),
                    _ => new.extend(self.places(link)),
                }
            }
            for at in &new {
                for link in self.links.back(&self.new.blocks[*at].id) {
                    if link.relation != Relation::Unsure {
                        old.extend(self.old_place(&link.old));
                    }
                }
            }
            if (old.len(), new.len()) == before {
                break;
            }
        }
        candidates.retain(|at| !new.contains(at));
        Group {
            old: old.into_iter().collect(),
            new: new.into_iter().collect(),
            candidates: candidates.into_iter().collect(),
        }
    }

    /// Returns the words of old blocks as one passage.
    pub(super) fn old_passage(&self, blocks: &[usize]) -> Vec<Spot<'_>> {
        passage(&self.old_words, blocks)
    }

    /// Returns the words of new blocks as one passage.
    pub(super) fn new_passage(&self, blocks: &[usize]) -> Vec<Spot<'_>> {
        passage(&self.new_words, blocks)
    }

    /// Tells for each word of a new block whether it did not stand in what the block was before.
    pub(super) fn fresh(&self, block: usize) -> &[bool] {
        self.fresh[block].get_or_init(|| self.compared_with_before(block))
    }

    fn compared_with_before(&self, block: usize) -> Vec<bool> {
        let links = self.links.back(&self.new.blocks[block].id);
        let places = |unsure: bool| -> Vec<usize> {
            let links = links.iter().filter(|l| (l.relation == Relation::Unsure) == unsure);
            links.filter_map(|l| self.old_place(&l.old)).collect()
        };
        let certain = places(false);
        if certain.is_empty() {
            let mut fresh = vec![true; self.new_words[block].len()];
            for source in places(true) {
                let kept = compared(&self.old_passage(&[source]), &self.new_passage(&[block]));
                fresh.iter_mut().zip(kept.new).for_each(|(fresh, kept)| *fresh &= !kept);
            }
            return fresh;
        }
        let group = self.group(&certain);
        let new = self.new_passage(&group.new);
        let kept = compared(&self.old_passage(&group.old), &new);
        let own = new.iter().zip(kept.new).filter(|(spot, _)| spot.block == block);
        own.map(|(_, kept)| !kept).collect()
    }

    /// Returns the places of blocks whose words are these, in the text before and after.
    pub(super) fn with_words(&self, keys: &[&str]) -> (Vec<usize>, Vec<usize>) {
        let places = |all: &[Vec<Token>]| -> Vec<usize> {
            let same =
                |words: &Vec<Token>| words.iter().map(|t| t.key.as_str()).eq(keys.iter().copied());
            all.iter().enumerate().filter(|(_, words)| same(words)).map(|(at, _)| at).collect()
        };
        (places(&self.old_words), places(&self.new_words))
    }

    /// Tells whether a run of meaningful words stands more often after than before.
    pub(super) fn is_new_wording(&self, run: &[&str]) -> bool {
        let count = |all: &[Vec<Token>]| -> usize {
            all.iter()
                .map(|words| {
                    let keys: Vec<&str> =
                        words.iter().filter(|t| !t.small).map(|t| t.key.as_str()).collect();
                    keys.windows(run.len()).filter(|window| *window == run).count()
                })
                .sum()
        };
        count(&self.new_words) > count(&self.old_words)
    }
}

fn passage<'p>(words: &'p [Vec<Token>], blocks: &[usize]) -> Vec<Spot<'p>> {
    let of = |block: usize| {
        words[block].iter().enumerate().map(move |(at, word)| Spot { block, at, word })
    };
    blocks.iter().flat_map(|block| of(*block)).collect()
}

/// Compares two passages word by word.
pub(super) fn compared(old: &[Spot<'_>], new: &[Spot<'_>]) -> Matched {
    matched(&spot_keys(old), &spot_keys(new))
}

/// Returns what is compared of each word of a passage.
pub(super) fn spot_keys<'p>(spots: &[Spot<'p>]) -> Vec<&'p str> {
    spots.iter().map(|spot| spot.word.key.as_str()).collect()
}
