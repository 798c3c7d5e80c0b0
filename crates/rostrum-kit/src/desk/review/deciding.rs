//! Which suggestions meet, and how accepted ones are written into the statement.

use std::collections::BTreeMap;

use rostrum_core::coauthor::{Change, SharedStatement};
use rostrum_core::model::review::{Field, FieldEdit, Suggestion};
use rostrum_core::model::{Response, Statement};
use rostrum_core::review::overlap;

/// Tells whether two suggestions are about the same place.
pub(super) fn meet(one: &Suggestion, other: &Suggestion) -> bool {
    let beside = |a: &FieldEdit, b: &FieldEdit| {
        a.field == b.field && a.at == b.at && a.before.is_empty() == b.before.is_empty()
    };
    one.edits.iter().any(|a| other.edits.iter().any(|b| overlap(a, b) || beside(a, b)))
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
