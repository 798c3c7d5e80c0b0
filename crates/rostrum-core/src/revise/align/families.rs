//! Which blocks stand together: the items of a list, the options of a paragraph.
//!
//! A list that becomes a sentence takes its items along, options that collapse into one
//! paragraph take each other along. Where the other draft has such a list or such options as
//! well, each item has its own counterpart or none, and company proves nothing.

use std::collections::BTreeMap;

use super::reading::Words;

/// The lists and options of one draft.
pub(super) struct Families {
    /// Items by the block they are sub-paragraphs of, that block first.
    lists: BTreeMap<usize, Vec<usize>>,
    /// Options by the first of them.
    options: BTreeMap<usize, Vec<usize>>,
}

impl Families {
    pub(super) fn of(draft: &[Words]) -> Self {
        let mut families = Self { lists: BTreeMap::new(), options: BTreeMap::new() };
        for (at, words) in draft.iter().enumerate() {
            if let Some(parent) = words.parent {
                families.lists.entry(parent).or_insert_with(|| vec![parent]).push(at);
            }
            if let Some(first) = words.options {
                families.options.entry(first).or_default().push(at);
            }
        }
        families
    }

    /// Tells whether another one of the list or of the options of `at` went to `whole`, and
    /// `whole` stands alone: it leads no list, is no option among others, and no item of the
    /// counterpart of the list of `at`.
    pub(super) fn went_along(
        &self,
        draft: &[Words],
        at: usize,
        whole: &Words,
        went: impl Fn(usize) -> bool,
        same_list: bool,
    ) -> bool {
        let others = |all: &BTreeMap<usize, Vec<usize>>, key: Option<usize>| {
            let key = key.filter(|key| all.contains_key(key));
            key.is_some_and(|key| all[&key].iter().any(|other| *other != at && went(*other)))
        };
        let words = &draft[at];
        let list = !whole.leads
            && !same_list
            && (others(&self.lists, words.parent) || words.leads && others(&self.lists, Some(at)));
        list || whole.options.is_none() && others(&self.options, words.options)
    }
}
