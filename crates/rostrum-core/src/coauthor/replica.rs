//! One yrs document with the roots of a statement, kept whole whatever is thrown at it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{
    ClientID, Doc, GetString, Map, MapRef, OffsetKind, Options, ReadTxn, StateVector, Text,
    TextRef, Transact, TransactionMut, Update,
};

use super::guard::{UpdateRefused, look_over, look_over_state};
use super::splice::{Splice, splices, units};

/// The kinds of entries; each is a root map of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Responses,
    Sources,
    Signatories,
    Fixes,
    Mutes,
    Reviews,
}

/// One yrs document with the roots of a statement.
///
/// yrs may stop half-way through an update it cannot join, so the replica keeps the bytes
/// it was built from (`base` and `since`) and is rebuilt from them when that happens.
pub(super) struct Replica {
    pub(super) doc: Doc,
    pub(super) body: TextRef,
    pub(super) head: MapRef,
    pub(super) responses: MapRef,
    pub(super) sources: MapRef,
    pub(super) signatories: MapRef,
    pub(super) fixes: MapRef,
    pub(super) mutes: MapRef,
    pub(super) reviews: MapRef,
    name: &'static str,
    /// Updates of transactions that were committed and not yet collected.
    outbox: Arc<Mutex<Vec<Vec<u8>>>>,
    base: Vec<u8>,
    since: Vec<Vec<u8>>,
    since_bytes: usize,
}

impl Replica {
    /// Makes an empty document; `client` must be new for every session.
    pub(super) fn new(name: &'static str, client: u64) -> Self {
        let mut options = Options::with_guid_and_client_id(name.into(), ClientID::new(client));
        // The window counts as JavaScript does.
        options.offset_kind = OffsetKind::Utf16;
        let doc = Doc::with_options(options);
        let outbox = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&outbox);
        doc.observe_update_v1("outbox", move |_, event| {
            sink.lock().unwrap_or_else(PoisonError::into_inner).push(event.update.clone());
        })
        .expect("no transaction is open on a new document");
        Self {
            body: doc.get_or_insert_text("body"),
            head: doc.get_or_insert_map("head"),
            responses: doc.get_or_insert_map("responses"),
            sources: doc.get_or_insert_map("sources"),
            signatories: doc.get_or_insert_map("signatories"),
            fixes: doc.get_or_insert_map("fixes"),
            mutes: doc.get_or_insert_map("mutes"),
            reviews: doc.get_or_insert_map("reviews"),
            doc,
            name,
            outbox,
            base: vec![0, 0],
            since: Vec::new(),
            since_bytes: 0,
        }
    }

    pub(super) fn client(&self) -> u64 {
        self.doc.client_id().get()
    }

    pub(super) fn map(&self, kind: Kind) -> &MapRef {
        match kind {
            Kind::Responses => &self.responses,
            Kind::Sources => &self.sources,
            Kind::Signatories => &self.signatories,
            Kind::Fixes => &self.fixes,
            Kind::Mutes => &self.mutes,
            Kind::Reviews => &self.reviews,
        }
    }

    /// Does something in one transaction and returns its update, empty when nothing changed.
    pub(super) fn act(&mut self, act: impl FnOnce(&Self, &mut TransactionMut)) -> Vec<u8> {
        act(self, &mut self.doc.transact_mut());
        self.collect()
    }

    /// Returns the update of everything committed since it was last asked.
    fn collect(&mut self) -> Vec<u8> {
        let mut updates =
            std::mem::take(&mut *self.outbox.lock().unwrap_or_else(PoisonError::into_inner));
        let update = match updates.len() {
            0 => return Vec::new(),
            1 => updates.swap_remove(0),
            _ => yrs::merge_updates_v1(&updates).expect("own updates can be read"),
        };
        self.remember(&update);
        update
    }

    /// Takes in updates from elsewhere: all of them or, when one cannot be joined, none.
    ///
    /// Returns the update of what they changed here; it is empty when all of it was known.
    pub(super) fn apply<'a>(
        &mut self,
        updates: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<Vec<u8>, UpdateRefused> {
        let mut decoded = Vec::new();
        for update in updates {
            look_over(update)?;
            decoded.push(decode(update)?);
        }
        let joined = catch_unwind(AssertUnwindSafe(|| {
            for update in decoded {
                let mut txn = self.doc.transact_mut();
                txn.apply_update(update).map_err(|_| UpdateRefused::Misfit)?;
            }
            let txn = self.doc.transact();
            if txn.has_missing_updates() {
                return Err(UpdateRefused::Gap);
            }
            // Anything but characters in the body would shift every offset after it.
            if self.body.len(&txn) != units(&self.body.get_string(&txn)) {
                return Err(UpdateRefused::Misfit);
            }
            Ok(())
        }));
        match joined {
            Ok(Ok(())) => Ok(self.collect()),
            Ok(Err(refused)) => {
                self.rebuild();
                Err(refused)
            }
            Err(_) => {
                self.rebuild();
                Err(UpdateRefused::Misfit)
            }
        }
    }

    /// Returns everything as one update.
    pub(super) fn state(&self) -> Vec<u8> {
        self.doc.transact().encode_diff_v1(&StateVector::default())
    }

    /// Returns what is known here, as a state vector.
    pub(super) fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// Returns what a replica with this state vector lacks; empty bytes ask for everything.
    pub(super) fn diff(&self, since: &[u8]) -> Result<Vec<u8>, UpdateRefused> {
        if since.is_empty() {
            return Ok(self.state());
        }
        look_over_state(since)?;
        let since = StateVector::decode_v1(since).map_err(|_| UpdateRefused::Damaged { at: 0 })?;
        Ok(self.doc.transact().encode_diff_v1(&since))
    }

    /// Returns another document with the same state and no history.
    pub(super) fn twin(&self, name: &'static str) -> Self {
        let mut twin = Self::new(name, 0);
        twin.apply([self.state().as_slice()]).expect("own state can be read");
        twin
    }

    fn remember(&mut self, update: &[u8]) {
        self.since_bytes += update.len();
        self.since.push(update.to_vec());
        if self.since_bytes > self.base.len().max(64 * 1024) {
            self.base = self.state();
            self.since.clear();
            self.since_bytes = 0;
        }
    }

    fn rebuild(&mut self) {
        let mut fresh = Self::new(self.name, self.client());
        for update in std::iter::once(&self.base).chain(&self.since) {
            let update = decode(update).expect("what was applied before can be read again");
            let mut txn = fresh.doc.transact_mut();
            txn.apply_update(update).expect("what was applied before can be applied again");
        }
        fresh.outbox.lock().unwrap_or_else(PoisonError::into_inner).clear();
        fresh.base = std::mem::take(&mut self.base);
        fresh.since = std::mem::take(&mut self.since);
        fresh.since_bytes = self.since_bytes;
        *self = fresh;
    }
}

fn decode(update: &[u8]) -> Result<Update, UpdateRefused> {
    catch_unwind(|| Update::decode_v1(update))
        .ok()
        .and_then(Result::ok)
        .ok_or(UpdateRefused::Damaged { at: update.len() })
}

/// Changes a shared text into `after` by the smallest changes.
pub(super) fn rewrite(text: &TextRef, txn: &mut TransactionMut, after: &str) {
    let before = text.get_string(txn);
    splice(text, txn, &splices(&before, after));
}

/// Makes changes whose offsets all count in the text as it was before the first of them.
pub(super) fn splice(text: &TextRef, txn: &mut TransactionMut, splices: &[Splice]) {
    for splice in splices.iter().rev() {
        if splice.delete > 0 {
            text.remove_range(txn, splice.at, splice.delete);
        }
        if !splice.insert.is_empty() {
            text.insert(txn, splice.at, &splice.insert);
        }
    }
}

/// Sets or, when `value` is empty, takes out a word of a map; nothing happens when it is so.
pub(super) fn set_word(map: &MapRef, txn: &mut TransactionMut, field: &str, value: &str) {
    if value.is_empty() {
        if map.contains_key(txn, field) {
            map.remove(txn, field);
        }
    } else {
        map.try_update(txn, field, value);
    }
}
