//! Changes inside the notes of a document.

use super::compare::{Compared, compare};
use super::read::{NOTE, PARAGRAPH, Returned, Token};
use super::sent::{Sent, note_numbers, sent_note};
use super::{place_of, suggestions, unread};
use crate::finding::Place;
use crate::model::document::plain_text;
use crate::model::review::{Field, ReviewThing};
use crate::model::{Document, Statement};

/// Returns what was changed inside the notes that were sent, each with the letter of its mark,
/// and the ids of the notes that were looked into.
pub(super) fn changed(
    returned: &Returned,
    document: &Document,
    statement: &Statement,
    sent: &Sent,
    compared: &Compared,
) -> (Vec<(usize, ReviewThing)>, Vec<String>) {
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    let letters: Vec<usize> = (0..sent.text.len()).filter(|at| sent.text[*at].c == NOTE).collect();
    let numbers = note_numbers(document);
    if letters.len() != numbers.len() {
        // Words that hold such a letter of their own: the notes are compared as a whole.
        return (found, seen);
    }
    let marks = returned.text.iter().enumerate().filter(|(_, token)| token.c == NOTE);
    for ((at, token), id) in marks.zip(&returned.marks) {
        let letter = compared.places.get(at).copied().unwrap_or(usize::MAX);
        let Some(known) = letters.iter().position(|own| *own == letter) else { continue };
        let (Some(words), Some(tokens)) =
            (document.notes.get(numbers[known] as usize), returned.notes.get(id))
        else {
            continue;
        };
        if token.inserted.is_some() || seen.contains(id) {
            continue;
        }
        seen.push(id.clone());
        if token.deleted.is_some() {
            // The note goes with its mark.
            continue;
        }
        let label = sent.text[letter].from.as_ref().and_then(|(field, at)| {
            let mark = statement.body.get(at.clone()).filter(|_| *field == Field::Body)?;
            mark.strip_prefix("[^")?.strip_suffix(']')
        });
        let place = Place { part: "footnote".into(), ..place_of(sent, letter) };
        let note = sent_note(document, statement, words, label, place.clone());
        let came = Returned {
            text: whole(tokens),
            revisions: returned.revisions.clone(),
            saved_by: returned.saved_by.clone(),
            ..Returned::default()
        };
        let inner = compare(&note, &came);
        let made = suggestions(&note, statement, &inner.changes, &|_| String::new());
        found.extend(made.into_iter().map(|(_, made)| (letter, ReviewThing::Suggestion(made))));
        for (what, author, date, words, _) in inner.loose {
            found.push((letter, unread(what, author, date, note.in_words(&words), place.clone())));
        }
    }
    (found, seen)
}

/// Returns the letters of a note without the space that parts them from its number, with an end.
fn whole(tokens: &[Token]) -> Vec<Token> {
    let lead = tokens.iter().take_while(|t| t.c.is_whitespace() && t.c != PARAGRAPH).count();
    let mut out = tokens[lead..].to_vec();
    if out.last().is_none_or(|token| token.c != PARAGRAPH) {
        out.push(Token { c: PARAGRAPH, inserted: None, deleted: None });
    }
    out
}

/// Returns the words of a note as they would be.
pub(super) fn accepted(returned: &Returned, id: &str) -> String {
    let tokens = returned.notes.get(id).map(Vec::as_slice).unwrap_or_default();
    let words: String = tokens.iter().filter(|t| t.deleted.is_none()).map(|t| t.c).collect();
    words.replace(PARAGRAPH, " ").trim().to_owned()
}

/// Returns who changed a note and what it would read, when it was changed.
pub(super) fn rewritten(
    returned: &Returned,
    document: &Document,
    tokens: &[Token],
) -> Option<(String, String, String)> {
    let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = |keep: fn(&Token) -> bool| -> String {
        let words: String = tokens.iter().filter(|t| keep(t)).map(|t| t.c).collect();
        fold(&words.replace(PARAGRAPH, " "))
    };
    let after = text(|t| t.deleted.is_none());
    let before = text(Token::is_before);
    let sent = |words: &str| document.notes.iter().any(|note| fold(&plain_text(note)) == words);
    if after == before && (before.is_empty() || sent(&before)) {
        return None;
    }
    let revision = tokens
        .iter()
        .find_map(|t| t.inserted.or(t.deleted))
        .and_then(|by| returned.revisions.get(by as usize))
        .cloned()
        .unwrap_or_default();
    let words = if after == before { after } else { format!("{before} → {after}") };
    Some((revision.author, revision.date, words))
}
