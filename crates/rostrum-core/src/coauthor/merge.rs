//! What one copy has that another lacks, and the copy that may leave the house.

use std::collections::BTreeMap;

use yrs::Transact;

use super::guard::UpdateRefused;
use super::replica::{Kind, Replica};
use super::shared::SharedStatement;
use super::splice::splices;
use crate::model::Statement;

impl SharedStatement {
    /// Counts the changes that merging this statement would bring to `other`.
    ///
    /// One is counted for every field of the head, every response, source, signatory and fix that
    /// would be new, gone or different there, and for every place of the body whose words
    /// would change (a place is a stretch of changed words between unchanged ones). Private
    /// responses are not counted: they do not merge. Nothing is counted exactly when the
    /// merge would leave the other's text as it is.
    pub fn edits_missing_in(&self, other: &Self) -> Result<u32, UpdateRefused> {
        let mut merged = Replica::new("merged", 0);
        merged.apply([
            other.shared.state().as_slice(),
            self.diff(&other.state_vector())?.as_slice(),
        ])?;
        let nothing = Replica::new("private", 1);
        let read = |shared: &Replica| super::projection::statement(shared, &nothing);
        Ok(count(&read(&other.shared), &read(&merged)))
    }

    /// Returns the shared part as one update fit to leave the house.
    ///
    /// It holds the same text and entries and merges with this statement like any copy:
    /// nothing is doubled, and nothing private is touched. It does not hold private
    /// responses, responses and sources that were taken out, or words that were deleted:
    /// of those only the fact that something stood there remains. A partner can therefore
    /// not look back into what was deleted before, and an edit a partner makes in an older
    /// copy to a response taken out since is lost once this copy has come back.
    pub fn share_copy(&self) -> Vec<u8> {
        let mut copy = self.shared.twin("copy");
        let txn = copy.doc.transact();
        let kinds = [
            Kind::Responses,
            Kind::Sources,
            Kind::Signatories,
            Kind::Fixes,
            Kind::Mutes,
            Kind::Reviews,
        ];
        let gone: Vec<(Kind, Vec<String>)> =
            kinds.into_iter().map(|kind| (kind, copy.removed(&txn, kind))).collect();
        drop(txn);
        // Deletions carry no author, so the copy needs no client of its own.
        let _ = copy.act(|copy, txn| {
            for (kind, keys) in &gone {
                for key in keys {
                    copy.delete(txn, *kind, key);
                }
            }
        });
        copy.state()
    }
}

/// Counts what differs between two statements.
fn count(before: &Statement, after: &Statement) -> u32 {
    let head = |s: &Statement| -> BTreeMap<String, String> {
        let fixed = [
            ("title", &s.title),
            ("organisation", &s.organisation),
            ("language", &s.language),
            ("call", &s.call),
        ];
        let fixed = fixed.into_iter().filter(|(_, value)| !value.is_empty());
        let header =
            s.header.iter().map(|(field, value)| (format!("header.{field}"), value.clone()));
        fixed.map(|(field, value)| (field.to_owned(), value.clone())).chain(header).collect()
    };
    let places = splices(&before.body, &after.body).len();
    let fields = differing(head(before), head(after));
    let responses = differing(
        before.responses.iter().map(|r| (&r.id, r)).collect(),
        after.responses.iter().map(|r| (&r.id, r)).collect(),
    );
    let sources = differing(
        before.sources.iter().map(|s| (&s.key, s)).collect(),
        after.sources.iter().map(|s| (&s.key, s)).collect(),
    );
    let signatories = differing(
        before.signatories.iter().map(|s| (&s.id, s)).collect(),
        after.signatories.iter().map(|s| (&s.id, s)).collect(),
    );
    let fixes = differing(
        before.fixes.iter().map(|f| (&f.id, f)).collect(),
        after.fixes.iter().map(|f| (&f.id, f)).collect(),
    );
    (places + fields + responses + sources + signatories + fixes) as u32
}

/// Counts the keys whose values differ or that only one side has.
fn differing<K: Ord, V: PartialEq>(before: BTreeMap<K, V>, mut after: BTreeMap<K, V>) -> usize {
    let mut count = 0;
    for (key, value) in before {
        if after.remove(&key).is_none_or(|other| other != value) {
            count += 1;
        }
    }
    count + after.len()
}
