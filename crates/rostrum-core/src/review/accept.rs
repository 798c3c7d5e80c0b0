//! Which suggestions can be accepted together, and what the texts become.

use std::collections::BTreeMap;

use super::apply::applied;
use crate::model::Statement;
use crate::model::review::{Decision, Field, FieldEdit, ReviewEntry, ReviewThing, Suggestion};

/// What became of suggestions that were to be accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// Those that are accepted, with their ids.
    pub taken: Vec<(String, Suggestion)>,
    /// What the texts they change become.
    pub texts: BTreeMap<Field, String>,
    /// Ids of those that are left: their words were changed since, another accepted suggestion
    /// replaces some of them, or they have to be done by hand.
    pub left: Vec<String>,
}

/// Accepts suggestions, one after the other; all at once is the same as each in an act of its own.
///
/// `all` is everything that came back, with what was decided about it: what was accepted before
/// is known to stand in the texts.
pub fn accept(wanted: &[ReviewEntry], all: &[ReviewEntry], statement: &Statement) -> Acceptance {
    let mut out = Acceptance::default();
    let mut done = made_by(all);
    for entry in wanted {
        let ReviewThing::Suggestion(suggestion) = &entry.thing else { continue };
        if out.taken.iter().any(|(_, own)| own.edits == suggestion.edits)
            && !suggestion.edits.is_empty()
        {
            // Somebody else says the same.
            out.taken.push((entry.id.clone(), suggestion.clone()));
            continue;
        }
        let mut texts = out.texts.clone();
        let fine = entry.decision != Decision::Accepted
            && !suggestion.edits.is_empty()
            && by_field(&suggestion.edits).into_iter().all(|(field, edits)| {
                let now = texts.get(field).map(String::as_str);
                let now = now.or_else(|| text_of(statement, field));
                let made = now.and_then(|text| applied(text, &edits, &done).ok());
                made.map(|text| texts.insert(field.clone(), text)).is_some()
            });
        if fine {
            out.texts = texts;
            out.taken.push((entry.id.clone(), suggestion.clone()));
            done.extend(&suggestion.edits);
        } else {
            out.left.push(entry.id.clone());
        }
    }
    out
}

/// Returns the edits of all suggestions that were accepted; what two say alike was made once.
pub fn made_by(all: &[ReviewEntry]) -> Vec<&FieldEdit> {
    let mut out: Vec<&Vec<FieldEdit>> = Vec::new();
    for entry in all.iter().filter(|entry| entry.decision == Decision::Accepted) {
        if let ReviewThing::Suggestion(suggestion) = &entry.thing
            && !out.contains(&&suggestion.edits)
        {
            out.push(&suggestion.edits);
        }
    }
    out.into_iter().flatten().collect()
}

fn by_field(edits: &[FieldEdit]) -> BTreeMap<&Field, Vec<&FieldEdit>> {
    let mut out: BTreeMap<&Field, Vec<&FieldEdit>> = BTreeMap::new();
    for edit in edits {
        out.entry(&edit.field).or_default().push(edit);
    }
    out
}

/// Returns a text of the statement.
pub fn text_of<'s>(statement: &'s Statement, field: &Field) -> Option<&'s str> {
    let response = |id: &str| statement.responses.iter().find(|r| r.id == id);
    Some(match field {
        Field::Body => &statement.body,
        Field::Head(name) => match name.as_str() {
            "title" => &statement.title,
            "organisation" => &statement.organisation,
            other => statement.header.get(other)?,
        },
        Field::Proposal(id) => &response(id)?.proposal,
        Field::Rationale(id) => &response(id)?.rationale,
    })
}
