//! The alignments a plan needs: from every draft that is answered, and from draft to draft.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Draft, Statement};
use crate::revise::align::{Alignment, align};

/// Alignments by the ids of the old and the new draft.
#[derive(Debug, Clone, Default)]
pub struct Alignments(BTreeMap<(String, String), Alignment>);

impl Alignments {
    /// Makes every alignment that carrying this statement to `new` needs.
    ///
    /// `drafts` are all drafts of the statement, oldest first. Only pairs with an answered
    /// draft in them are compared, so a long chain costs no more than it has to.
    pub fn needed(statement: &Statement, drafts: &[(String, Draft)], new: &str) -> Self {
        let mut out = Self::default();
        for (old, new) in pairs(statement, drafts, new) {
            let at = |id: &str| drafts.iter().find(|(known, _)| known == id);
            if let (Some((_, a)), Some((_, b))) = (at(&old), at(&new)) {
                let alignment = align(a, b);
                out.0.insert((old, new), alignment);
            }
        }
        out
    }

    /// Adds what became of `old` in `new`.
    pub fn insert(&mut self, old: &str, new: &str, alignment: Alignment) {
        self.0.insert((old.into(), new.into()), alignment);
    }

    /// Returns what became of `old` in `new`.
    pub fn between(&self, old: &str, new: &str) -> Option<&Alignment> {
        self.0.get(&(old.to_owned(), new.to_owned()))
    }
}

/// Returns the ids of the drafts from `old` to `new`, both included; none when `new` is older.
pub(super) fn chain<'d>(drafts: &'d [(String, Draft)], old: &str, new: &str) -> Vec<&'d str> {
    let at = |id: &str| drafts.iter().position(|(known, _)| known == id);
    match (at(old), at(new)) {
        (Some(from), Some(to)) if from < to => {
            drafts[from..=to].iter().map(|(id, _)| id.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

fn pairs(
    statement: &Statement,
    drafts: &[(String, Draft)],
    new: &str,
) -> BTreeSet<(String, String)> {
    let answered: BTreeSet<&str> = statement
        .responses
        .iter()
        .flat_map(|response| &response.targets)
        .map(|target| target.draft.as_str())
        .chain(crate::revise::references::numbered_by(statement, drafts, new))
        .filter(|id| *id != new)
        .collect();
    let mut out = BTreeSet::new();
    for old in answered {
        out.insert((old.to_owned(), new.to_owned()));
        let chain = chain(drafts, old, new);
        out.extend(chain.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())));
    }
    out
}
