//! The entries of a statement's maps: responses, sources, signatories.
//!
//! Taking an entry out does not delete it: the entry notes which edits of it were known
//! (`removed.<client>` lists the `edit.<client>` marks). An edit a partner made meanwhile
//! adds a mark that is not on the list, and the entry stays: no edit is lost because
//! somebody else tidied up. A copy for partners leaves such entries out ([`super::merge`]).

use yrs::{
    Any, GetString, Map, MapPrelim, MapRef, Out, ReadTxn, TextPrelim, TextRef, TransactionMut,
};

use super::replica::{Kind, Replica, rewrite, set_word};

const EDIT: &str = "edit.";
const REMOVED: &str = "removed.";

/// What an entry should hold: words are replaced as a whole, texts by the smallest changes.
pub(super) struct Wanted<'a> {
    pub(super) words: Vec<(&'a str, String)>,
    pub(super) texts: Vec<(&'a str, &'a str)>,
}

impl Replica {
    /// Saves an entry; `order` is its place among its kind when it is new.
    pub(super) fn put(
        &self,
        txn: &mut TransactionMut,
        kind: Kind,
        key: &str,
        order: i64,
        wanted: &Wanted,
    ) {
        let map = self.map(kind);
        let found = entry(map, txn, key);
        if let Some(entry) = &found
            && !is_removed(entry, txn)
            && holds(entry, txn, wanted)
        {
            return;
        }
        let entry = found.unwrap_or_else(|| {
            let made = map.insert(txn, key, MapPrelim::default());
            made.insert(txn, "order", order);
            made
        });
        for (field, value) in &wanted.words {
            set_word(&entry, txn, field, value);
        }
        for (field, value) in &wanted.texts {
            if let Some(Out::YText(text)) = entry.get(txn, field) {
                rewrite(&text, txn, value);
            } else if !value.is_empty() {
                let before = word(&entry, txn, field);
                let text: TextRef = entry.insert(txn, *field, TextPrelim::new(before));
                rewrite(&text, txn, value);
            }
        }
        for (mark, _) in marks(&entry, txn, EDIT) {
            entry.remove(txn, &mark);
        }
        // A client's clock never stands at the same place twice: each edit has its own mark.
        let clock = txn.state_vector().get(&self.doc.client_id());
        entry.insert(txn, format!("{EDIT}{}", self.client()), clock.to_string());
    }

    /// Takes an entry out; an edit of it that is not known here yet brings it back.
    pub(super) fn take_out(&self, txn: &mut TransactionMut, kind: Kind, key: &str) {
        if let Some(entry) = entry(self.map(kind), txn, key)
            && !is_removed(&entry, txn)
        {
            let known = edits(&entry, txn);
            entry.insert(txn, format!("{REMOVED}{}", self.client()), known);
        }
    }

    /// Deletes an entry and everything in it.
    pub(super) fn delete(&self, txn: &mut TransactionMut, kind: Kind, key: &str) {
        if self.map(kind).contains_key(txn, key) {
            self.map(kind).remove(txn, key);
        }
    }

    /// Returns the entries that are there, with their keys, in the order of their making.
    pub(super) fn entries<T: ReadTxn>(&self, txn: &T, kind: Kind) -> Vec<(String, MapRef)> {
        let mut entries: Vec<(i64, String, MapRef)> = self
            .all_entries(txn, kind)
            .filter(|(_, entry)| !is_removed(entry, txn))
            .map(|(key, entry)| (order(&entry, txn), key, entry))
            .collect();
        entries.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        entries.into_iter().map(|(_, key, entry)| (key, entry)).collect()
    }

    /// Returns the entry under this key if it is there and was not taken out.
    pub(super) fn entry<T: ReadTxn>(&self, txn: &T, kind: Kind, key: &str) -> Option<MapRef> {
        entry(self.map(kind), txn, key).filter(|entry| !is_removed(entry, txn))
    }

    /// Returns the keys of the entries that were taken out.
    pub(super) fn removed<T: ReadTxn>(&self, txn: &T, kind: Kind) -> Vec<String> {
        self.all_entries(txn, kind)
            .filter(|(_, entry)| is_removed(entry, txn))
            .map(|(key, _)| key)
            .collect()
    }

    /// Returns the place after the last entry of a kind.
    pub(super) fn next_order<T: ReadTxn>(&self, txn: &T, kind: Kind) -> i64 {
        let last = self.all_entries(txn, kind).map(|(_, entry)| order(&entry, txn)).max();
        last.unwrap_or(0).saturating_add(1)
    }

    fn all_entries<'a, T: ReadTxn>(
        &'a self,
        txn: &'a T,
        kind: Kind,
    ) -> impl Iterator<Item = (String, MapRef)> + 'a {
        self.map(kind).iter(txn).filter_map(|(key, value)| match value {
            Out::YMap(entry) => Some((key.to_string(), entry)),
            _ => None,
        })
    }
}

/// Returns the entry under this key, whether or not it was taken out.
fn entry<T: ReadTxn>(map: &MapRef, txn: &T, key: &str) -> Option<MapRef> {
    match map.get(txn, key) {
        Some(Out::YMap(entry)) => Some(entry),
        _ => None,
    }
}

/// Returns a field as text; empty when it is not there or not text.
pub(super) fn word<T: ReadTxn>(entry: &MapRef, txn: &T, field: &str) -> String {
    match entry.get(txn, field) {
        Some(Out::Any(Any::String(text))) => text.to_string(),
        Some(Out::YText(text)) => text.get_string(txn),
        _ => String::new(),
    }
}

/// Returns an entry's place among its kind.
pub(super) fn order<T: ReadTxn>(entry: &MapRef, txn: &T) -> i64 {
    match entry.get(txn, "order") {
        Some(Out::Any(number)) => i64::try_from(number).unwrap_or(0),
        _ => 0,
    }
}

/// Tells whether an entry was taken out with all the edits it has now.
fn is_removed<T: ReadTxn>(entry: &MapRef, txn: &T) -> bool {
    let removed = marks(entry, txn, REMOVED);
    !removed.is_empty() && {
        let edits = edits(entry, txn);
        removed.iter().any(|(_, known)| *known == edits)
    }
}

/// Returns the marks of the edits an entry has, as one text.
fn edits<T: ReadTxn>(entry: &MapRef, txn: &T) -> String {
    let edits: Vec<String> =
        marks(entry, txn, EDIT).iter().map(|(mark, clock)| format!("{mark}-{clock}")).collect();
    edits.join(" ")
}

/// Returns the fields of an entry that begin with `prefix`, sorted.
fn marks<T: ReadTxn>(entry: &MapRef, txn: &T, prefix: &str) -> Vec<(String, String)> {
    let mut marks: Vec<(String, String)> = entry
        .keys(txn)
        .filter(|field| field.starts_with(prefix))
        .map(|field| (field.to_string(), word(entry, txn, field)))
        .collect();
    marks.sort();
    marks
}

fn holds<T: ReadTxn>(entry: &MapRef, txn: &T, wanted: &Wanted) -> bool {
    wanted.words.iter().all(|(field, value)| word(entry, txn, field) == *value)
        && wanted.texts.iter().all(|(field, value)| word(entry, txn, field) == *value)
}
