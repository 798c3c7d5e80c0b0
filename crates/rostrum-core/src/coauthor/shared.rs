//! The statement as co-authors hold it: every change goes through here and yields an update.

use yrs::{GetString, Transact};

use super::body::{EditRefused, ordered, with_section};
use super::entries::{Wanted, entry, is_removed, order};
use super::guard::UpdateRefused;
use super::history::History;
use super::projection::{HEADER, response_wanted, signatory_wanted, source_wanted, statement};
use super::replica::{BODY, Kind, OWN, Replica, rewrite, set_word, splice};
use crate::finding::Edit;
use crate::model::{Response, Signatory, Source, Statement};

/// What a call changed, as updates (Yjs format, version 1) to be kept in the file.
///
/// The statement in memory has the change already; it is safe once both updates are on the
/// disk. An empty part means that nothing changed there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "a change that is not kept in the file is lost when the program ends"]
pub struct Change {
    /// Update of what partners share.
    pub shared: Vec<u8>,
    /// Update of what stays in this file.
    pub private: Vec<u8>,
}

impl Change {
    /// Tells whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.shared.is_empty() && self.private.is_empty()
    }
}

/// The statement as co-authors hold it; see [the module](super) for its layout.
///
/// Each session needs a client number of its own (53 random bits): two sessions with the
/// same number would overwrite each other.
pub struct SharedStatement {
    // Dropped first: it watches both documents.
    history: History,
    pub(super) shared: Replica,
    pub(super) private: Replica,
}

impl SharedStatement {
    /// Makes an empty statement; of `client` the low 53 bits count.
    pub fn new(client: u64) -> Self {
        // Ids of the two documents meet in the history, so their clients differ.
        let client = client & ((1 << 53) - 1);
        let shared = Replica::new("shared", client);
        let private = Replica::new("private", client ^ 1);
        Self { history: History::over(&shared, &private), shared, private }
    }

    /// Makes the statement that these updates of the shared and the private log add up to.
    ///
    /// Fails when an update is damaged or one is missing between them.
    pub fn from_updates<'a>(
        client: u64,
        shared: impl IntoIterator<Item = &'a [u8]>,
        private: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<Self, UpdateRefused> {
        let mut statement = Self::new(client);
        statement.shared.apply(shared)?;
        statement.private.apply(private)?;
        Ok(statement)
    }

    /// Takes in an update of the shared part from elsewhere and tells whether it was new.
    ///
    /// A refused update changes nothing.
    pub fn apply(&mut self, update: &[u8]) -> Result<bool, UpdateRefused> {
        let result = self.shared.apply([update]);
        self.settle(result)
    }

    /// Takes in an update of the private part from another copy of the same person's file.
    pub fn apply_private(&mut self, update: &[u8]) -> Result<bool, UpdateRefused> {
        let result = self.private.apply([update]);
        self.settle(result)
    }

    fn settle(&mut self, result: Result<Vec<u8>, UpdateRefused>) -> Result<bool, UpdateRefused> {
        if matches!(result, Err(UpdateRefused::Gap | UpdateRefused::Misfit)) {
            // A replica was rebuilt; what could be undone in the old one is gone.
            self.history = History::over(&self.shared, &self.private);
        }
        result.map(|changed| !changed.is_empty())
    }

    /// Returns what of the shared part is known here, as a state vector.
    pub fn state_vector(&self) -> Vec<u8> {
        self.shared.state_vector()
    }

    /// Returns what a replica of the shared part with this state vector lacks.
    ///
    /// Empty bytes ask for everything. The answer always lists all deletions.
    pub fn diff(&self, since: &[u8]) -> Result<Vec<u8>, UpdateRefused> {
        self.shared.diff(since)
    }

    /// Returns the whole of both parts, each as one update: what a compacted log holds.
    pub fn state(&self) -> Change {
        Change { shared: self.shared.state(), private: self.private.state() }
    }

    /// Returns the statement as a plain value; responses come in the order of their making.
    pub fn statement(&self) -> Statement {
        statement(&self.shared, &self.private)
    }

    /// Returns the body.
    pub fn body(&self) -> String {
        self.shared.body.get_string(&self.shared.doc.transact())
    }

    /// Sets a field of the head; empty clears it.
    ///
    /// `field` is `title`, `organisation`, `language` or `call`; anything else is a header
    /// field of the call, with or without the prefix `header.`.
    pub fn set_head(&mut self, field: &str, value: &str) -> Change {
        let field = match field {
            "title" | "organisation" | "language" | "call" => field.to_owned(),
            other => format!("{HEADER}{}", other.strip_prefix(HEADER).unwrap_or(other)),
        };
        self.history.begin();
        let shared = self.shared.act(OWN, |r, txn| set_word(&r.head, txn, &field, value));
        Change { shared, ..Change::default() }
    }

    /// Changes the body into `text` by the smallest changes.
    pub fn set_body(&mut self, text: &str) -> Change {
        let shared = self.shared.act(BODY, |r, txn| rewrite(&r.body, txn, text));
        Change { shared, ..Change::default() }
    }

    /// Replaces the text of one section; a section that is not there is added at the end.
    pub fn write_section(&mut self, heading: &str, text: &str) -> Change {
        self.set_body(&with_section(&self.body(), heading, text))
    }

    /// Makes edits of the body; all offsets are UTF-16 units of the body as it is now.
    pub fn edit_body(&mut self, edits: &[Edit]) -> Result<Change, EditRefused> {
        let splices = ordered(&self.body(), edits)?;
        let shared = self.shared.act(BODY, |r, txn| splice(&r.body, txn, &splices));
        Ok(Change { shared, ..Change::default() })
    }

    /// Saves a response, new or not.
    ///
    /// A private one is kept in the private part. One that becomes private is deleted from
    /// the shared part, in every copy that merges; words that partners were adding to it at
    /// the same time go with it.
    pub fn put_response(&mut self, response: &Response) -> Change {
        let id = &response.id;
        let place = self.place_of(id);
        let wanted = response_wanted(response);
        let (to, from) = if response.private {
            (&mut self.private, &mut self.shared)
        } else {
            (&mut self.shared, &mut self.private)
        };
        self.history.begin();
        let deleted = from.act(OWN, |r, txn| r.delete(txn, Kind::Responses, id));
        let saved = to.act(OWN, |r, txn| r.put(txn, Kind::Responses, id, place, &wanted));
        if response.private {
            Change { shared: deleted, private: saved }
        } else {
            Change { shared: saved, private: deleted }
        }
    }

    /// Takes a response out.
    ///
    /// A partner's edit of it that comes in later brings it back, so that no words are lost.
    pub fn remove_response(&mut self, id: &str) -> Change {
        self.history.begin();
        Change {
            shared: self.shared.act(OWN, |r, txn| r.take_out(txn, Kind::Responses, id)),
            private: self.private.act(OWN, |r, txn| r.delete(txn, Kind::Responses, id)),
        }
    }

    /// Saves a source under its key.
    ///
    /// When two copies make the same key at the same time, one of the two sources stays.
    pub fn put_source(&mut self, source: &Source) -> Change {
        self.put_shared(Kind::Sources, &source.key, &source_wanted(source))
    }

    /// Takes a source out; a partner's later edit of it brings it back.
    pub fn remove_source(&mut self, key: &str) -> Change {
        self.remove_shared(Kind::Sources, key)
    }

    /// Saves a signatory as it prints; who speaks for it is kept elsewhere.
    pub fn put_signatory(&mut self, signatory: &Signatory) -> Change {
        self.put_shared(Kind::Signatories, &signatory.id, &signatory_wanted(signatory))
    }

    /// Takes a signatory out; a partner's later edit of it brings it back.
    pub fn remove_signatory(&mut self, id: &str) -> Change {
        self.remove_shared(Kind::Signatories, id)
    }

    /// Tells whether this session did something outside the body that can be taken back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Tells whether something taken back can be brought again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Takes back the last thing this session did outside the body.
    ///
    /// What others did since stays.
    pub fn undo(&mut self) -> Change {
        self.history.undo();
        self.collect()
    }

    /// Brings back what was taken back last.
    pub fn redo(&mut self) -> Change {
        self.history.redo();
        self.collect()
    }

    fn collect(&mut self) -> Change {
        Change { shared: self.shared.collect(), private: self.private.collect() }
    }

    fn put_shared(&mut self, kind: Kind, key: &str, wanted: &Wanted) -> Change {
        self.history.begin();
        let place = self.shared.next_order(&self.shared.doc.transact(), kind);
        let shared = self.shared.act(OWN, |r, txn| r.put(txn, kind, key, place, wanted));
        Change { shared, ..Change::default() }
    }

    fn remove_shared(&mut self, kind: Kind, key: &str) -> Change {
        self.history.begin();
        let shared = self.shared.act(OWN, |r, txn| r.take_out(txn, kind, key));
        Change { shared, ..Change::default() }
    }

    /// Returns the place a response has among the others, or the one after the last.
    fn place_of(&self, id: &str) -> i64 {
        let replicas = [&self.shared, &self.private];
        let known = replicas.iter().find_map(|replica| {
            let txn = replica.doc.transact();
            let entry = entry(replica.map(Kind::Responses), &txn, id)?;
            (!is_removed(&entry, &txn)).then(|| order(&entry, &txn))
        });
        known.unwrap_or_else(|| {
            let next = |r: &&Replica| r.next_order(&r.doc.transact(), Kind::Responses);
            replicas.iter().map(next).max().unwrap_or(1)
        })
    }
}
