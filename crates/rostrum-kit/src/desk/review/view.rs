//! What came back, as it is shown.

use rostrum_core::model::Statement;
use rostrum_core::model::review::{ByHand, Decision, FieldEdit, ReviewThing, Suggestion};
use rostrum_core::review::{fits, made_by, text_of};

use super::deciding::meet;
use crate::desk::open::Open;
use crate::desk::wire::{AnswerRow, CommentRow, ReviewView, SuggestionRow, UnreadRow};

/// Shows what came back.
pub(super) fn view(open: &Open) -> ReviewView {
    let entries = open.shared.reviews();
    let statement = open.shared.statement();
    let made = made_by(&entries);
    let answers = |to: &str| -> Vec<AnswerRow> {
        let own = entries.iter().filter_map(|entry| match &entry.thing {
            ReviewThing::Answer(answer) if answer.to == to => Some(AnswerRow {
                id: entry.id.clone(),
                author: answer.author.clone(),
                date: answer.date.clone(),
                text: answer.text.clone(),
            }),
            _ => None,
        });
        own.collect()
    };
    let mut out = ReviewView::default();
    for entry in &entries {
        let (id, from, decision) = (entry.id.clone(), entry.file.clone(), entry.decision);
        let author = match &entry.thing {
            ReviewThing::Suggestion(suggestion) => {
                let against = entries.iter().filter_map(|other| match &other.thing {
                    ReviewThing::Suggestion(own)
                        if other.id != entry.id
                            && other.decision == Decision::Open
                            && own.edits != suggestion.edits
                            && meet(own, suggestion) =>
                    {
                        Some(other.id.clone())
                    }
                    _ => None,
                });
                out.suggestions.push(SuggestionRow {
                    id,
                    from,
                    suggestion: suggestion.clone(),
                    decision,
                    hindrance: hindrance(suggestion, decision, &statement, &made),
                    against: against.collect(),
                    answers: answers(&entry.id),
                });
                &suggestion.author
            }
            ReviewThing::Comment(comment) => {
                let (comment, answers) = (comment.clone(), answers(&entry.id));
                out.comments.push(CommentRow { id, from, comment, decision, answers });
                match &entry.thing {
                    ReviewThing::Comment(comment) => &comment.author,
                    _ => continue,
                }
            }
            ReviewThing::Unread(unread) => {
                out.not_understood.push(UnreadRow { id, from, unread: unread.clone(), decision });
                &unread.author
            }
            ReviewThing::Answer(answer) => &answer.author,
        };
        if !author.is_empty() && !out.authors.contains(author) {
            out.authors.push(author.clone());
        }
    }
    out
}

/// Tells why a suggestion cannot be accepted as the text stands.
fn hindrance(
    suggestion: &Suggestion,
    decision: Decision,
    statement: &Statement,
    made: &[&FieldEdit],
) -> ByHand {
    if suggestion.by_hand != ByHand::No || decision != Decision::Open {
        return suggestion.by_hand;
    }
    let stands = suggestion
        .edits
        .iter()
        .all(|edit| text_of(statement, &edit.field).is_some_and(|text| fits(text, edit, made)));
    if stands { ByHand::No } else { ByHand::Changed }
}
