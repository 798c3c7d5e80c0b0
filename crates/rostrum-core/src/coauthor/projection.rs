//! Reads the statement, as a plain value, out of the shared document.
//!
//! Whatever a partner's copy put into the maps, this never fails: a field that is not what
//! it should be reads as empty.

use serde::de::DeserializeOwned;
use yrs::{Any, GetString, Map, MapRef, Out, ReadTxn, Transact};

use super::entries::{Wanted, order, word};
use super::replica::{Kind, Replica};
use crate::model::response::{Priority, ResponseStatus};
use crate::model::review::{Decision, ReviewEntry};
use crate::model::signatory::EcosocStatus;
use crate::model::{
    Annex, DraftFix, Mute, MuteScope, Picture, Response, ResponseKind, Signatory, Source, Statement,
};

/// Prefix of the fields of the head that a call asks for.
pub(super) const HEADER: &str = "header.";

/// Prefix of the fields of the head that belong to the plan back from the deadline.
pub(super) const PLAN: &str = "plan.";

/// Prefix of the fields of the head that name skeletons whose sections were added.
pub(super) const ADDED_SKELETON: &str = "skeleton.";

/// Prefix of the fields of the head that hold one of the writers' own words each.
pub(super) const WORD: &str = "word.";

/// Prefix of the fields of the head that hold a file that goes with the statement each.
pub(super) const ANNEX: &str = "annex.";

/// Prefix of the fields of the head that hold a picture of the body each.
pub(super) const PICTURE: &str = "picture.";

/// Reads the statement out of both documents.
pub(super) fn statement(shared: &Replica, private: &Replica) -> Statement {
    let txn = shared.doc.transact();
    let mut statement = Statement {
        body: shared.body.get_string(&txn),
        title: word(&shared.head, &txn, "title"),
        organisation: word(&shared.head, &txn, "organisation"),
        language: word(&shared.head, &txn, "language"),
        call: word(&shared.head, &txn, "call"),
        numbered_by: word(&shared.head, &txn, "numbered_by"),
        ..Statement::default()
    };
    (statement.skeleton, statement.added_skeletons) = skeletons(shared, &txn);
    for (field, _) in shared.head.iter(&txn) {
        statement.words.extend(field.strip_prefix(WORD).map(str::to_owned));
    }
    statement.words.sort();
    for (field, value) in shared.head.iter(&txn) {
        let Out::Any(Any::String(value)) = value else { continue };
        if let Some(name) = field.strip_prefix(HEADER) {
            statement.header.insert(name.into(), value.to_string());
        } else if let Some(name) = field.strip_prefix(PLAN) {
            statement.plan.insert(name.into(), value.to_string());
        }
    }
    statement.annexes = annexes(shared, &txn);
    statement.annexes = once(statement.annexes, |a, b| a.sha256 == b.sha256);
    statement.pictures = pictures(shared, &txn);
    statement.pictures = once(statement.pictures, same_picture);
    statement.responses = responses(shared, &txn, private);
    statement.sources = shared
        .entries(&txn, Kind::Sources)
        .into_iter()
        .map(|(key, entry)| source(key, &entry, &txn))
        .collect();
    statement.sources.sort_by(|a, b| a.key.cmp(&b.key));
    statement.signatories = shared
        .entries(&txn, Kind::Signatories)
        .into_iter()
        .map(|(id, entry)| signatory(id, &entry, &txn))
        .collect();
    statement.fixes = fixes(shared, &txn);
    statement.mutes = mutes(shared, &txn);
    statement
}

/// Reads the files that go with it, in the order in which they were attached; a file that two
/// people attached apart is there twice.
pub(super) fn annexes<T: ReadTxn>(shared: &Replica, txn: &T) -> Vec<Annex> {
    let mut found: Vec<Annex> =
        kept(shared, txn, ANNEX).into_iter().map(|(id, annex)| Annex { id, ..annex }).collect();
    found.sort_by(|a, b| (&a.added, &a.id).cmp(&(&b.added, &b.id)));
    found
}

/// Reads the pictures, in the order in which they were added; one that two people added apart
/// is there twice.
pub(super) fn pictures<T: ReadTxn>(shared: &Replica, txn: &T) -> Vec<Picture> {
    let mut found: Vec<Picture> = kept(shared, txn, PICTURE)
        .into_iter()
        .map(|(id, picture)| Picture { id, ..picture })
        .collect();
    found.sort_by(|a, b| (&a.added, &a.id).cmp(&(&b.added, &b.id)));
    found
}

/// Tells a picture that two people added apart. Under another name it is another picture,
/// because the body shows both names.
pub(super) fn same_picture(a: &Picture, b: &Picture) -> bool {
    a.sha256 == b.sha256 && a.name == b.name
}

/// Reads the fields of the head that hold a record each; one of a newer kind is passed over.
fn kept<T: ReadTxn, V: DeserializeOwned>(
    shared: &Replica,
    txn: &T,
    prefix: &str,
) -> Vec<(String, V)> {
    let mut found = Vec::new();
    for (field, value) in shared.head.iter(txn) {
        if let (Some(id), Out::Any(Any::String(value))) = (field.strip_prefix(prefix), value)
            && let Ok(record) = serde_json::from_str(&value)
        {
            found.push((id.to_owned(), record));
        }
    }
    found
}

/// Keeps the first of those that are the same.
fn once<V>(all: Vec<V>, same: impl Fn(&V, &V) -> bool) -> Vec<V> {
    let mut out: Vec<V> = Vec::with_capacity(all.len());
    for one in all {
        if out.iter().all(|kept| !same(kept, &one)) {
            out.push(one);
        }
    }
    out
}

/// Reads the skeleton that was chosen, and those that were added, in the order of their adding.
pub(super) fn skeletons<T: ReadTxn>(shared: &Replica, txn: &T) -> (String, Vec<String>) {
    let mut added: Vec<(String, String)> = Vec::new();
    for (field, value) in shared.head.iter(txn) {
        // The value is when it was added: two partners may have added two at once.
        if let (Some(id), Out::Any(Any::String(when))) = (field.strip_prefix(ADDED_SKELETON), value)
        {
            added.push((when.to_string(), id.into()));
        }
    }
    added.sort();
    (word(&shared.head, txn, "skeleton"), added.into_iter().map(|(_, id)| id).collect())
}

/// Reads the responses of both documents in the order of their making.
fn responses<T: ReadTxn>(shared: &Replica, txn: &T, private: &Replica) -> Vec<Response> {
    let private_txn = private.doc.transact();
    let mut found: Vec<(i64, Response)> = shared
        .entries(txn, Kind::Responses)
        .into_iter()
        .map(|(id, entry)| (order(&entry, txn), response(id, false, &entry, txn)))
        .collect();
    for (id, entry) in private.entries(&private_txn, Kind::Responses) {
        // Kept back here while a partner's copy brought it again: it stays kept back.
        found.retain(|(_, response)| response.id != id);
        let place = order(&entry, &private_txn);
        found.push((place, response(id, true, &entry, &private_txn)));
    }
    found.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    found.into_iter().map(|(_, response)| response).collect()
}

pub(super) fn response<T: ReadTxn>(id: String, private: bool, entry: &MapRef, txn: &T) -> Response {
    Response {
        id,
        kind: ResponseKind::from_word(&word(entry, txn, "kind")).unwrap_or_default(),
        targets: json(entry, txn, "targets"),
        proposal: word(entry, txn, "proposal"),
        rationale: word(entry, txn, "rationale"),
        priority: match word(entry, txn, "priority").as_str() {
            "high" => Priority::High,
            "low" => Priority::Low,
            _ => Priority::Medium,
        },
        topic: word(entry, txn, "topic"),
        sources: json(entry, txn, "sources"),
        private,
        norms: json(entry, txn, "norms"),
        tags: json(entry, txn, "tags"),
        status: ResponseStatus::from_word(&word(entry, txn, "status")).unwrap_or_default(),
        owner: word(entry, txn, "owner"),
        alternative_to: word(entry, txn, "alternative_to"),
        earlier: json(entry, txn, "earlier"),
        carried: json(entry, txn, "carried"),
        taken_up: json(entry, txn, "taken_up"),
    }
}

pub(super) fn source<T: ReadTxn>(key: String, entry: &MapRef, txn: &T) -> Source {
    Source {
        key,
        item: json(entry, txn, "item"),
        locator: word(entry, txn, "locator"),
        quotation: word(entry, txn, "quotation"),
        seen: word(entry, txn, "seen"),
        copy_sha256: word(entry, txn, "copy_sha256"),
    }
}

pub(super) fn signatory<T: ReadTxn>(id: String, entry: &MapRef, txn: &T) -> Signatory {
    Signatory {
        id,
        organisation: word(entry, txn, "organisation"),
        country: word(entry, txn, "country"),
        region: word(entry, txn, "region"),
        group: word(entry, txn, "group"),
        status: match word(entry, txn, "status").as_str() {
            "general" => EcosocStatus::General,
            "special" => EcosocStatus::Special,
            "roster" => EcosocStatus::Roster,
            _ => EcosocStatus::None,
        },
    }
}

/// Reads the fixes of drafts in the order of their making; a fix of a newer kind is passed over.
///
/// Two people may have made the same place in two copies: the ids decide, the same everywhere.
pub(super) fn fixes<T: ReadTxn>(shared: &Replica, txn: &T) -> Vec<DraftFix> {
    let mut found: Vec<(i64, DraftFix)> = shared
        .entries(txn, Kind::Fixes)
        .into_iter()
        .filter_map(|(id, entry)| Some((order(&entry, txn), fix(id, &entry, txn)?)))
        .collect();
    found.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    found.into_iter().map(|(_, fix)| fix).collect()
}

pub(super) fn fix<T: ReadTxn>(id: String, entry: &MapRef, txn: &T) -> Option<DraftFix> {
    Some(DraftFix {
        id,
        draft: word(entry, txn, "draft"),
        seen: word(entry, txn, "seen"),
        fix: serde_json::from_str(&word(entry, txn, "fix")).ok()?,
    })
}

/// Reads the mutes in the order of their making; one of a newer kind is passed over.
pub(super) fn mutes<T: ReadTxn>(shared: &Replica, txn: &T) -> Vec<Mute> {
    let mut found: Vec<(i64, Mute)> = shared
        .entries(txn, Kind::Mutes)
        .into_iter()
        .filter_map(|(id, entry)| Some((order(&entry, txn), mute(id, &entry, txn)?)))
        .collect();
    found.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    found.into_iter().map(|(_, mute)| mute).collect()
}

pub(super) fn mute<T: ReadTxn>(id: String, entry: &MapRef, txn: &T) -> Option<Mute> {
    Some(Mute {
        id,
        rule: word(entry, txn, "rule"),
        scope: MuteScope::from_word(&word(entry, txn, "scope"))?,
        at: word(entry, txn, "at"),
        mark: word(entry, txn, "mark"),
        said: word(entry, txn, "said"),
        reason: word(entry, txn, "reason"),
    })
}

/// Returns what the entry of a mute holds.
pub(super) fn mute_wanted(mute: &Mute) -> Wanted<'_> {
    Wanted {
        words: vec![
            ("rule", mute.rule.clone()),
            ("scope", mute.scope.as_str().into()),
            ("at", mute.at.clone()),
            ("mark", mute.mark.clone()),
            ("said", mute.said.clone()),
            ("reason", mute.reason.clone()),
        ],
        texts: Vec::new(),
    }
}

/// Reads what came back from reviewers, in the order of its coming; a thing of a newer kind is
/// passed over.
pub(super) fn reviews<T: ReadTxn>(shared: &Replica, txn: &T) -> Vec<ReviewEntry> {
    let entries = shared.entries(txn, Kind::Reviews).into_iter();
    entries.filter_map(|(id, entry)| review(id, &entry, txn)).collect()
}

pub(super) fn review<T: ReadTxn>(id: String, entry: &MapRef, txn: &T) -> Option<ReviewEntry> {
    Some(ReviewEntry {
        id,
        file: word(entry, txn, "file"),
        thing: serde_json::from_str(&word(entry, txn, "thing")).ok()?,
        decision: Decision::from_word(&word(entry, txn, "decision")).unwrap_or_default(),
    })
}

/// Returns what the entry of something that came back holds.
pub(super) fn review_wanted(review: &ReviewEntry) -> Wanted<'_> {
    let thing = serde_json::to_string(&review.thing).expect("texts have a JSON form");
    let decision = match review.decision {
        Decision::Open => "",
        other => other.as_str(),
    };
    Wanted {
        words: vec![("file", review.file.clone()), ("thing", thing), ("decision", decision.into())],
        texts: Vec::new(),
    }
}

/// Returns what the entry of a fix holds.
pub(super) fn fix_wanted(fix: &DraftFix) -> Wanted<'_> {
    let act = serde_json::to_string(&fix.fix).expect("a fix has a JSON form");
    Wanted {
        words: vec![("draft", fix.draft.clone()), ("seen", fix.seen.clone()), ("fix", act)],
        texts: Vec::new(),
    }
}

/// Returns what the entry of a response holds; whether it is private is told by where it lies.
pub(super) fn response_wanted(response: &Response) -> Wanted<'_> {
    let priority = match response.priority {
        Priority::High => "high",
        Priority::Medium => "",
        Priority::Low => "low",
    };
    let status = match response.status {
        ResponseStatus::Open => "",
        status => status.as_str(),
    };
    Wanted {
        words: vec![
            ("kind", response.kind.as_str().into()),
            ("targets", list(&response.targets)),
            ("priority", priority.into()),
            ("topic", response.topic.clone()),
            ("sources", list(&response.sources)),
            ("norms", list(&response.norms)),
            ("tags", list(&response.tags)),
            ("status", status.into()),
            ("owner", response.owner.clone()),
            ("alternative_to", response.alternative_to.clone()),
            ("earlier", list(&response.earlier)),
            ("carried", maybe(response.carried.as_ref())),
            ("taken_up", maybe(response.taken_up.as_ref())),
        ],
        texts: vec![("proposal", &response.proposal), ("rationale", &response.rationale)],
    }
}

/// Returns what the entry of a source holds.
pub(super) fn source_wanted(source: &Source) -> Wanted<'_> {
    let item = if source.item.is_null() { String::new() } else { source.item.to_string() };
    Wanted {
        words: vec![
            ("item", item),
            ("locator", source.locator.clone()),
            ("seen", source.seen.clone()),
            ("copy_sha256", source.copy_sha256.clone()),
        ],
        texts: vec![("quotation", &source.quotation)],
    }
}

/// Returns what the entry of a signatory holds.
pub(super) fn signatory_wanted(signatory: &Signatory) -> Wanted<'_> {
    let status = match signatory.status {
        EcosocStatus::General => "general",
        EcosocStatus::Special => "special",
        EcosocStatus::Roster => "roster",
        EcosocStatus::None => "",
    };
    Wanted {
        words: vec![
            ("organisation", signatory.organisation.clone()),
            ("country", signatory.country.clone()),
            ("region", signatory.region.clone()),
            ("group", signatory.group.clone()),
            ("status", status.into()),
        ],
        texts: Vec::new(),
    }
}

fn json<T: ReadTxn, V: DeserializeOwned + Default>(entry: &MapRef, txn: &T, field: &str) -> V {
    serde_json::from_str(&word(entry, txn, field)).unwrap_or_default()
}

fn list<V: serde::Serialize>(values: &[V]) -> String {
    if values.is_empty() {
        return String::new();
    }
    serde_json::to_string(values).expect("lists of texts have a JSON form")
}

fn maybe<V: serde::Serialize>(value: Option<&V>) -> String {
    value.map_or_else(String::new, |value| {
        serde_json::to_string(value).expect("records of texts have a JSON form")
    })
}
