//! Which suggestions can be accepted together, and what the texts become.

use std::collections::BTreeMap;

use rostrum_core::coauthor::{Change, SharedStatement};
use rostrum_core::model::review::{
    Decision, Field, FieldEdit, ReviewEntry, ReviewThing, Suggestion,
};
use rostrum_core::model::{Response, Statement};
use rostrum_core::review::applied;

/// Returns the suggestions that can be accepted together, and what the texts become; the
/// others are left.
pub(super) fn taken(
    wanted: &[ReviewEntry],
    statement: &Statement,
    left: &mut Vec<String>,
) -> (Vec<(String, Suggestion)>, BTreeMap<Field, String>) {
    let mut out: Vec<(String, Suggestion)> = Vec::new();
    let mut texts: BTreeMap<Field, String> = BTreeMap::new();
    for entry in wanted {
        let ReviewThing::Suggestion(suggestion) = &entry.thing else { continue };
        let mut next = texts.clone();
        let fine = entry.decision != Decision::Accepted
            && !suggestion.edits.is_empty()
            && by_field(&suggestion.edits).into_iter().all(|(field, edits)| {
                let now = next.get(&field).cloned().or_else(|| text_of(statement, &field));
                let made = now.and_then(|text| applied(&text, &edits).ok());
                made.map(|text| next.insert(field, text)).is_some()
            })
            && !out.iter().any(|(_, own)| overlap(own, suggestion));
        if fine {
            texts = next;
            out.push((entry.id.clone(), suggestion.clone()));
        } else {
            left.push(entry.id.clone());
        }
    }
    (out, texts)
}

pub(super) fn by_field(edits: &[FieldEdit]) -> BTreeMap<Field, Vec<&FieldEdit>> {
    let mut out: BTreeMap<Field, Vec<&FieldEdit>> = BTreeMap::new();
    for edit in edits {
        out.entry(edit.field.clone()).or_default().push(edit);
    }
    out
}

/// Tells whether two suggestions replace some of the same words.
pub(super) fn overlap(one: &Suggestion, other: &Suggestion) -> bool {
    let end = |edit: &FieldEdit| edit.at as usize + edit.before.len();
    any_pair(one, other, |a, b| (a.at as usize) < end(b) && (b.at as usize) < end(a))
}

/// Tells whether two suggestions are about the same place.
pub(super) fn meet(one: &Suggestion, other: &Suggestion) -> bool {
    let both_insert = |a: &FieldEdit, b: &FieldEdit| a.before.is_empty() == b.before.is_empty();
    overlap(one, other) || any_pair(one, other, |a, b| a.at == b.at && both_insert(a, b))
}

pub(super) fn any_pair(
    one: &Suggestion,
    other: &Suggestion,
    is: impl Fn(&FieldEdit, &FieldEdit) -> bool,
) -> bool {
    let pairs = one.edits.iter().flat_map(|a| other.edits.iter().map(move |b| (a, b)));
    pairs.into_iter().any(|(a, b)| a.field == b.field && is(a, b))
}

pub(super) fn text_of(statement: &Statement, field: &Field) -> Option<String> {
    let response = |id: &str| statement.responses.iter().find(|r| r.id == id);
    Some(match field {
        Field::Body => statement.body.clone(),
        Field::Head(name) => match name.as_str() {
            "title" => statement.title.clone(),
            "organisation" => statement.organisation.clone(),
            other => statement.header.get(other)?.clone(),
        },
        Field::Proposal(id) => response(id)?.proposal.clone(),
        Field::Rationale(id) => response(id)?.rationale.clone(),
    })
}

/// Writes texts into the statement.
pub(super) fn write(
    shared: &mut SharedStatement,
    statement: &Statement,
    texts: BTreeMap<Field, String>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut responses: BTreeMap<String, Response> = BTreeMap::new();
    for (field, text) in texts {
        match &field {
            Field::Body => changes.push(shared.change_body(&text)),
            Field::Head(name) => changes.push(shared.set_head(name, &text)),
            Field::Proposal(id) | Field::Rationale(id) => {
                let own = statement.responses.iter().find(|r| r.id == *id);
                let Some(own) = own else { continue };
                let response = responses.entry(id.clone()).or_insert_with(|| own.clone());
                if matches!(field, Field::Proposal(_)) {
                    response.proposal = text;
                } else {
                    response.rationale = text;
                }
            }
        }
    }
    changes.extend(responses.values().map(|response| shared.put_response(response)));
    changes
}
