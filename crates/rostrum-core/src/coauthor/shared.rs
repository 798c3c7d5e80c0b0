//! The statement as co-authors hold it: every change goes through here and yields an update.

use yrs::{GetString, Transact};

use super::body::{EditRefused, edited, ordered, with_section};
use super::entries::{Wanted, order, word};
use super::guard::UpdateRefused;
use super::history::{History, State, Step, Thing, toward};
use super::projection::{
    ADDED_SKELETON, HEADER, PLAN, WORD, fix, fix_wanted, fixes, mute, mute_wanted, response,
    response_wanted, review, review_wanted, reviews, signatory, signatory_wanted, skeletons,
    source, source_wanted, statement,
};
use super::replica::{Kind, Replica, rewrite, set_word, splice};
use super::section::Settled;
use crate::finding::Edit;
use crate::model::review::ReviewEntry;
use crate::model::{DraftFix, Mute, Response, Signatory, Source, Statement};

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

    /// Returns several changes, in their order, as one.
    pub(super) fn of(changes: Vec<Self>) -> Self {
        let (shared, private): (Vec<_>, Vec<_>) =
            changes.into_iter().map(|change| (change.shared, change.private)).unzip();
        Self { shared: as_one_update(shared), private: as_one_update(private) }
    }
}

fn as_one_update(mut updates: Vec<Vec<u8>>) -> Vec<u8> {
    updates.retain(|update| !update.is_empty());
    match updates.len() {
        0 => Vec::new(),
        1 => updates.remove(0),
        _ => yrs::merge_updates_v1(&updates).expect("updates made here are sound"),
    }
}

/// The statement as co-authors hold it; see [the module](super) for its layout.
///
/// Each session needs a client number of its own (53 random bits): two sessions with the
/// same number would overwrite each other.
pub struct SharedStatement {
    pub(super) shared: Replica,
    pub(super) private: Replica,
    history: History,
}

impl SharedStatement {
    /// Makes an empty statement; of `client` the low 53 bits count.
    pub fn new(client: u64) -> Self {
        let client = client & ((1 << 53) - 1);
        Self {
            shared: Replica::new("shared", client),
            private: Replica::new("private", client),
            history: History::default(),
        }
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
        self.shared.apply([update]).map(|changed| !changed.is_empty())
    }

    /// Takes in an update of the private part from another copy of the same person's file.
    pub fn apply_private(&mut self, update: &[u8]) -> Result<bool, UpdateRefused> {
        self.private.apply([update]).map(|changed| !changed.is_empty())
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
    /// `field` is `title`, `organisation`, `language`, `call`, `numbered_by` or `skeleton`, or
    /// begins with `plan.` or `skeleton.`; anything else is a header field of the call, with
    /// or without the prefix `header.`.
    pub fn set_head(&mut self, field: &str, value: &str) -> Change {
        let field = match field {
            "title" | "organisation" | "language" | "call" | "numbered_by" | "skeleton" => {
                field.to_owned()
            }
            own if own.starts_with(PLAN) || own.starts_with(ADDED_SKELETON) => own.to_owned(),
            other => format!("{HEADER}{}", other.strip_prefix(HEADER).unwrap_or(other)),
        };
        self.step(Thing::Head(field), &State::Word(value.to_owned()))
    }

    /// Keeps one of the writers' own words, or takes it out.
    pub fn keep_word(&mut self, word: &str, keep: bool) -> Change {
        let value = if keep { "kept" } else { "" };
        self.step(Thing::Head(format!("{WORD}{word}")), &State::Word(value.to_owned()))
    }

    /// Changes the body into `text` by the smallest changes.
    pub fn set_body(&mut self, text: &str) -> Change {
        let shared = self.shared.act(|r, txn| rewrite(&r.body, txn, text));
        Change { shared, ..Change::default() }
    }

    /// Replaces the text of one section with all that stands below it; a section that is not
    /// there is added at the end.
    ///
    /// What is written stays inside the section: see [`Settled`].
    pub fn write_section(&mut self, heading: &str, text: &str) -> (Change, Settled) {
        let (body, settled) = with_section(&self.body(), heading, text);
        (self.set_body(&body), settled)
    }

    /// Makes edits of the body; all offsets are UTF-16 units of the body as it is now.
    pub fn edit_body(&mut self, edits: &[Edit]) -> Result<Change, EditRefused> {
        let splices = ordered(&self.body(), edits)?;
        let shared = self.shared.act(|r, txn| splice(&r.body, txn, &splices));
        Ok(Change { shared, ..Change::default() })
    }

    /// Makes edits of the body that belong to an act outside it, so that undo takes them back
    /// with the act: paragraph numbers that follow a new revision.
    pub fn renumber_body(&mut self, edits: &[Edit]) -> Result<Change, EditRefused> {
        let text = edited(&self.body(), edits)?;
        Ok(self.step(Thing::Body, &State::Text(text)))
    }

    /// Changes the body as part of an act outside it, so that undo takes it back with the act.
    pub fn put_body(&mut self, text: &str) -> Change {
        self.step(Thing::Body, &State::Text(text.to_owned()))
    }

    /// Notes which draft the paragraph numbers in the text are of; no act to take back.
    pub fn number_by(&mut self, draft: &str) -> Change {
        self.write(&Thing::Head("numbered_by".into()), &State::Word(draft.to_owned()), None)
    }

    /// Saves a response, new or not.
    ///
    /// A private one is kept in the private part. One that becomes private is deleted from
    /// the shared part, in every copy that merges; words that partners were adding to it at
    /// the same time go with it.
    pub fn put_response(&mut self, response: &Response) -> Change {
        self.step(Thing::Response(response.id.clone()), &State::Response(response.clone()))
    }

    /// Takes a response out.
    ///
    /// A partner's edit of it that comes in later brings it back, so that no words are lost.
    pub fn remove_response(&mut self, id: &str) -> Change {
        self.step(Thing::Response(id.to_owned()), &State::Nothing)
    }

    /// Saves a source under its key.
    ///
    /// When two copies make the same key at the same time, one of the two sources stays.
    pub fn put_source(&mut self, source: &Source) -> Change {
        self.step(Thing::Source(source.key.clone()), &State::Source(source.clone()))
    }

    /// Takes a source out; a partner's later edit of it brings it back.
    pub fn remove_source(&mut self, key: &str) -> Change {
        self.step(Thing::Source(key.to_owned()), &State::Nothing)
    }

    /// Saves a signatory as it prints; who speaks for it is kept elsewhere.
    pub fn put_signatory(&mut self, signatory: &Signatory) -> Change {
        self.step(Thing::Signatory(signatory.id.clone()), &State::Signatory(signatory.clone()))
    }

    /// Takes a signatory out; a partner's later edit of it brings it back.
    pub fn remove_signatory(&mut self, id: &str) -> Change {
        self.step(Thing::Signatory(id.to_owned()), &State::Nothing)
    }

    /// Returns the skeleton that was chosen, and those that were added.
    pub fn skeletons(&self) -> (String, Vec<String>) {
        skeletons(&self.shared, &self.shared.doc.transact())
    }

    /// Returns the fixes of drafts in the order of their making.
    pub fn fixes(&self) -> Vec<DraftFix> {
        fixes(&self.shared, &self.shared.doc.transact())
    }

    /// Saves a fix of a draft.
    pub fn put_fix(&mut self, fix: &DraftFix) -> Change {
        self.step(Thing::Fix(fix.id.clone()), &State::Fix(fix.clone()))
    }

    /// Takes a fix of a draft back.
    pub fn remove_fix(&mut self, id: &str) -> Change {
        self.step(Thing::Fix(id.to_owned()), &State::Nothing)
    }

    /// Sets findings aside.
    pub fn put_mute(&mut self, mute: &Mute) -> Change {
        self.step(Thing::Mute(mute.id.clone()), &State::Mute(mute.clone()))
    }

    /// Lets findings that were set aside come back.
    pub fn remove_mute(&mut self, id: &str) -> Change {
        self.step(Thing::Mute(id.to_owned()), &State::Nothing)
    }

    /// Returns what came back from reviewers, in the order of its coming.
    pub fn reviews(&self) -> Vec<ReviewEntry> {
        reviews(&self.shared, &self.shared.doc.transact())
    }

    /// Saves something that came back from a reviewer, or what was decided about it.
    pub fn put_review(&mut self, review: &ReviewEntry) -> Change {
        self.step(Thing::Review(review.id.clone()), &State::Review(review.clone()))
    }

    /// Takes something that came back out.
    pub fn remove_review(&mut self, id: &str) -> Change {
        self.step(Thing::Review(id.to_owned()), &State::Nothing)
    }

    /// Changes the body as part of an act outside it, so that undo takes it back with the act.
    pub fn change_body(&mut self, text: &str) -> Change {
        self.step(Thing::Body, &State::Text(text.to_owned()))
    }

    /// Tells whether this session did something outside the body that can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.history.done.is_empty()
    }

    /// Tells whether something taken back can be brought again.
    pub fn can_redo(&self) -> bool {
        !self.history.undone.is_empty()
    }

    /// Does several things as one: one undo takes all of them back.
    pub fn as_one<R>(&mut self, act: impl FnOnce(&mut Self) -> R) -> R {
        self.history.begin();
        let done = act(self);
        self.history.end();
        done
    }

    /// Takes back the last act of this session outside the body.
    ///
    /// What others did since stays; an act of which nothing is left is passed over.
    pub fn undo(&mut self) -> Change {
        let mut made = Vec::new();
        while let Some(act) = self.history.done.last().map(|step| step.act) {
            while let Some(step) = self.history.done.pop_if(|step| step.act == act) {
                let state = toward(self.look(&step.thing).0, &step.after, &step.before);
                made.push(self.write(&step.thing, &state, step.place));
                self.history.undone.push(step);
            }
            made.retain(|change| !change.is_empty());
            if !made.is_empty() {
                break;
            }
        }
        Change::of(made)
    }

    /// Brings back what was taken back last.
    pub fn redo(&mut self) -> Change {
        let mut made = Vec::new();
        while let Some(act) = self.history.undone.last().map(|step| step.act) {
            while let Some(step) = self.history.undone.pop_if(|step| step.act == act) {
                let state = toward(self.look(&step.thing).0, &step.before, &step.after);
                made.push(self.write(&step.thing, &state, step.place));
                self.history.done.push(step);
            }
            made.retain(|change| !change.is_empty());
            if !made.is_empty() {
                break;
            }
        }
        Change::of(made)
    }

    /// Makes a thing what it should be and notes the step.
    pub(super) fn step(&mut self, thing: Thing, wanted: &State) -> Change {
        let (before, place) = self.look(&thing);
        let change = self.write(&thing, wanted, place);
        if !change.is_empty() {
            let (after, new_place) = self.look(&thing);
            let act = self.history.act();
            self.history.note(Step { thing, before, after, place: place.or(new_place), act });
        }
        change
    }

    /// Returns what a thing is now, and its place if it has one.
    fn look(&self, thing: &Thing) -> (State, Option<i64>) {
        let txn = self.shared.doc.transact();
        match thing {
            Thing::Head(field) => (State::Word(word(&self.shared.head, &txn, field)), None),
            Thing::Body => (State::Text(self.shared.body.get_string(&txn)), None),
            Thing::Source(key) => match self.shared.entry(&txn, Kind::Sources, key) {
                Some(entry) => (State::Source(source(key.clone(), &entry, &txn)), None),
                None => (State::Nothing, None),
            },
            Thing::Signatory(id) => match self.shared.entry(&txn, Kind::Signatories, id) {
                Some(entry) => (State::Signatory(signatory(id.clone(), &entry, &txn)), None),
                None => (State::Nothing, None),
            },
            Thing::Fix(id) => {
                let entry = self.shared.entry(&txn, Kind::Fixes, id);
                let found = entry
                    .and_then(|entry| Some((fix(id.clone(), &entry, &txn)?, order(&entry, &txn))));
                match found {
                    Some((fix, place)) => (State::Fix(fix), Some(place)),
                    None => (State::Nothing, None),
                }
            }
            Thing::Mute(id) => {
                let entry = self.shared.entry(&txn, Kind::Mutes, id);
                let found = entry
                    .and_then(|entry| Some((mute(id.clone(), &entry, &txn)?, order(&entry, &txn))));
                match found {
                    Some((mute, place)) => (State::Mute(mute), Some(place)),
                    None => (State::Nothing, None),
                }
            }
            Thing::Review(id) => {
                let entry = self.shared.entry(&txn, Kind::Reviews, id);
                let found = entry.and_then(|entry| {
                    Some((review(id.clone(), &entry, &txn)?, order(&entry, &txn)))
                });
                match found {
                    Some((review, place)) => (State::Review(review), Some(place)),
                    None => (State::Nothing, None),
                }
            }
            Thing::Response(id) => {
                for (replica, private) in [(&self.private, true), (&self.shared, false)] {
                    let txn = replica.doc.transact();
                    if let Some(entry) = replica.entry(&txn, Kind::Responses, id) {
                        let found = response(id.clone(), private, &entry, &txn);
                        return (State::Response(found), Some(order(&entry, &txn)));
                    }
                }
                (State::Nothing, None)
            }
        }
    }

    /// Makes a thing what it should be; a response that is new gets the place, or the last.
    fn write(&mut self, thing: &Thing, wanted: &State, place: Option<i64>) -> Change {
        let shared = |shared| Change { shared, ..Change::default() };
        match (thing, wanted) {
            (Thing::Response(id), State::Response(response)) => self.keep(id, response, place),
            (Thing::Response(id), _) => Change {
                shared: self.shared.act(|r, txn| r.take_out(txn, Kind::Responses, id)),
                private: self.private.act(|r, txn| r.delete(txn, Kind::Responses, id)),
            },
            (Thing::Body, State::Text(text)) => {
                shared(self.shared.act(|r, txn| rewrite(&r.body, txn, text)))
            }
            (Thing::Body, _) => Change::default(),
            (Thing::Head(field), wanted) => {
                let value = if let State::Word(value) = wanted { value.as_str() } else { "" };
                shared(self.shared.act(|r, txn| set_word(&r.head, txn, field, value)))
            }
            (Thing::Source(key), State::Source(source)) => {
                self.keep_shared(Kind::Sources, key, &source_wanted(source))
            }
            (Thing::Source(key), _) => {
                shared(self.shared.act(|r, txn| r.take_out(txn, Kind::Sources, key)))
            }
            (Thing::Signatory(id), State::Signatory(signatory)) => {
                self.keep_shared(Kind::Signatories, id, &signatory_wanted(signatory))
            }
            (Thing::Signatory(id), _) => {
                shared(self.shared.act(|r, txn| r.take_out(txn, Kind::Signatories, id)))
            }
            (Thing::Review(id), State::Review(review)) => {
                self.keep_shared(Kind::Reviews, id, &review_wanted(review))
            }
            (Thing::Review(id), _) => {
                shared(self.shared.act(|r, txn| r.take_out(txn, Kind::Reviews, id)))
            }
            (Thing::Fix(id), State::Fix(fix)) => {
                self.keep_shared(Kind::Fixes, id, &fix_wanted(fix))
            }
            (Thing::Fix(id), _) => {
                shared(self.shared.act(|r, txn| r.take_out(txn, Kind::Fixes, id)))
            }
            (Thing::Mute(id), State::Mute(mute)) => {
                self.keep_shared(Kind::Mutes, id, &mute_wanted(mute))
            }
            (Thing::Mute(id), _) => {
                shared(self.shared.act(|r, txn| r.take_out(txn, Kind::Mutes, id)))
            }
        }
    }

    fn keep(&mut self, id: &str, response: &Response, place: Option<i64>) -> Change {
        let wanted = response_wanted(response);
        let next = |r: &Replica| r.next_order(&r.doc.transact(), Kind::Responses);
        let place = place.unwrap_or_else(|| next(&self.shared).max(next(&self.private)));
        let (to, from) = if response.private {
            (&mut self.private, &mut self.shared)
        } else {
            (&mut self.shared, &mut self.private)
        };
        let deleted = from.act(|r, txn| r.delete(txn, Kind::Responses, id));
        let saved = to.act(|r, txn| r.put(txn, Kind::Responses, id, place, &wanted));
        if response.private {
            Change { shared: deleted, private: saved }
        } else {
            Change { shared: saved, private: deleted }
        }
    }

    fn keep_shared(&mut self, kind: Kind, key: &str, wanted: &Wanted) -> Change {
        let place = self.shared.next_order(&self.shared.doc.transact(), kind);
        let shared = self.shared.act(|r, txn| r.put(txn, kind, key, place, wanted));
        Change { shared, ..Change::default() }
    }
}
