//! A document that came back from reviewers → suggestions and comments on the statement.
//!
//! ```text
//! bytes ──read──▶ Returned ─┐
//! what was sent ────────────┴─compare──▶ changes ──build──▶ suggestions ──apply──▶ Statement
//! ```
//!
//! Recorded insertions, deletions and moves are read off the document with their authors and
//! dates; changes that nobody recorded are found by comparing with what was sent. Each becomes
//! a [`Suggestion`] that knows which words of the statement's own texts it replaces. Whatever
//! cannot be placed is listed with its words.

mod accept;
mod apply;
mod build;
mod compare;
mod emphasis;
mod figures;
mod notes;
mod pictures;
pub mod read;
mod sent;
mod source;
#[cfg(test)]
mod tests;

pub use accept::{Acceptance, accept, made_by, text_of};
pub use apply::{Unfit, applied, fits, overlap};
use compare::Change;
use read::{PARAGRAPH, Returned};
use sent::Sent;

use crate::finding::Place;
use crate::model::review::{
    Answer, ByHand, Comment, Decision, ReviewEntry, ReviewThing, Suggestion, SuggestionKind, Unread,
};
use crate::model::{Document, Statement};
use crate::submit::manifest::sha256_hex;

/// How many letters around a suggestion are shown.
const AROUND: usize = 60;

/// Returns what a returned document says, in the order of the text.
///
/// `document` is what was sent, composed from `statement`; `file` names the returned file. The
/// same file gives the same entries with the same ids, whatever happened to the statement.
pub fn review(
    returned: &Returned,
    document: &Document,
    statement: &Statement,
    file: &str,
) -> Vec<ReviewEntry> {
    let sent = sent::sent(document, statement);
    let returned = &*pictures::settled(returned, &sent);
    let compared = compare::compare(&sent, returned);
    let note = |id: &str| notes::accepted(returned, id);
    let (in_notes, seen) = notes::changed(returned, document, statement, &sent, &compared);
    let mut found: Vec<(usize, ReviewThing)> = in_notes;
    let own = suggestions(&sent, statement, &compared.changes, &note);
    found.extend(own.into_iter().map(|(at, made)| (at, ReviewThing::Suggestion(made))));
    let described = pictures::described(returned, &sent, statement, &compared);
    found.extend(described.into_iter().map(|(at, made)| (at, ReviewThing::Suggestion(made))));
    let changes = &compared.changes;
    for (what, author, date, words, at) in compared.loose {
        let words = sent.in_words(&words);
        let place = place_of(&sent, at);
        found.push((at, unread(what, author, date, words, place)));
    }
    for other in &returned.other {
        let at = compared.places.get(other.at as usize).copied().unwrap_or(0);
        let words = if other.words.is_empty() { words_at(&sent, at) } else { other.words.clone() };
        let place = place_of(&sent, at);
        let (author, date) = (other.author.clone(), other.date.clone());
        let thing = ReviewThing::Unread(Unread {
            author,
            date,
            what: other.what.clone(),
            place,
            detail: other.detail.clone(),
            words,
        });
        if !found.iter().any(|(_, known)| *known == thing) {
            found.push((at, thing));
        }
    }
    for (id, tokens) in &returned.notes {
        if let Some((author, date, words)) = notes::rewritten(returned, document, tokens)
            && returned.marks.contains(id)
            && !seen.contains(id)
            && !changes.iter().any(|c| c.notes.contains(id))
        {
            found.push((usize::MAX, unread("note", author, date, words, Place::part("body"))));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut entries = entries(found, file);
    entries.extend(comments(returned, &sent, &compared.places, file));
    entries
}

fn unread(what: &str, author: String, date: String, words: String, place: Place) -> ReviewThing {
    ReviewThing::Unread(Unread {
        author,
        date,
        what: what.into(),
        place,
        detail: String::new(),
        words,
    })
}

/// Returns changes as suggestions, each with the letter it stands at; both ends of a move are
/// one.
fn suggestions(
    sent: &Sent,
    statement: &Statement,
    changes: &[Change],
    note: &dyn Fn(&str) -> String,
) -> Vec<(usize, Suggestion)> {
    let mut changes: Vec<&Change> = changes.iter().collect();
    changes.sort_by_key(|change| (change.letters.start, change.token));
    let mut done = vec![false; changes.len()];
    let mut found = Vec::new();
    for at in 0..changes.len() {
        if std::mem::replace(&mut done[at], true) {
            continue;
        }
        let change = changes[at];
        let other = (at + 1..changes.len()).find(|other| {
            !change.moved.is_empty()
                && !done[*other]
                && changes[*other].moved == change.moved
                && changes[*other].author == change.author
                && changes[*other].insert.is_empty() != change.insert.is_empty()
        });
        let made = match other {
            Some(other) => {
                done[other] = true;
                moved(sent, statement, change, changes[other], note)
            }
            None => suggestion(sent, statement, change, note),
        };
        found.extend(made.map(|made| (change.letters.start, made)));
    }
    found
}

/// Gives every thing an id made of what it says.
fn entries(found: Vec<(usize, ReviewThing)>, file: &str) -> Vec<ReviewEntry> {
    let mut out: Vec<ReviewEntry> = Vec::new();
    for (_, thing) in found {
        let words = serde_json::to_string(&thing).expect("texts have a JSON form");
        let mut number = 0;
        let id = loop {
            let id = mark_of(&[&words, &number.to_string()]);
            if !out.iter().any(|entry| entry.id == id) {
                break id;
            }
            number += 1;
        };
        out.push(ReviewEntry { id, file: file.to_owned(), thing, decision: Decision::Open });
    }
    out
}

/// Returns a short mark made of words.
pub(crate) fn mark_of(words: &[&str]) -> String {
    sha256_hex(words.join("\u{1f}").as_bytes())[..12].to_owned()
}

/// Returns the mark by which an exported document is known again.
///
/// # Panics
///
/// Never: a document holds nothing that JSON cannot write.
pub fn mark_of_document(document: &Document) -> String {
    let words = serde_json::to_string(document).expect("texts have a JSON form");
    sha256_hex(words.as_bytes())[..16].to_owned()
}

fn comments(returned: &Returned, sent: &Sent, places: &[usize], file: &str) -> Vec<ReviewEntry> {
    let mut out: Vec<ReviewEntry> = Vec::new();
    let mut ids: Vec<(String, String)> = Vec::new();
    for remark in &returned.remarks {
        let parent = ids.iter().find(|(own, _)| *own == remark.parent).map(|(_, id)| id.clone());
        let range = returned.ranges.get(&remark.id).copied().unwrap_or_default();
        let at = places.get(range.0 as usize).copied().unwrap_or(0);
        let tokens = returned.text.get(range.0 as usize..range.1 as usize).unwrap_or_default();
        let words: String = tokens.iter().filter(|t| t.deleted.is_none()).map(|t| t.c).collect();
        let thing = match parent {
            Some(to) => ReviewThing::Answer(Answer {
                to,
                author: remark.author.clone(),
                date: remark.date.clone(),
                text: remark.text.clone(),
            }),
            None => ReviewThing::Comment(Comment {
                author: remark.author.clone(),
                date: remark.date.clone(),
                place: place_of(sent, at),
                words: sent.in_words(&words),
                text: remark.text.clone(),
            }),
        };
        let made = entries(vec![(0, thing)], file).remove(0);
        let mut made = made;
        while out.iter().any(|entry| entry.id == made.id) {
            made.id = mark_of(&[&made.id]);
        }
        if remark.resolved {
            made.decision = Decision::Resolved;
        }
        ids.push((remark.id.clone(), made.id.clone()));
        out.push(made);
    }
    out
}

/// Returns where in the statement a letter stands.
fn place_of(sent: &Sent, at: usize) -> Place {
    let unit = sent.units.iter().find(|u| u.letters.contains(&at)).or(sent.units.last());
    unit.map_or_else(|| Place::part("body"), |unit| unit.place.clone())
}

fn words_at(sent: &Sent, at: usize) -> String {
    let unit = sent.units.iter().find(|u| u.letters.contains(&at)).or(sent.units.last());
    let words: String = unit
        .map(|unit| sent.text[unit.letters.clone()].iter().map(|l| l.c).take(120).collect())
        .unwrap_or_default();
    sent.in_words(&words)
}

fn suggestion(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    note: &dyn Fn(&str) -> String,
) -> Option<Suggestion> {
    let letters: String = sent.text[change.letters.clone()].iter().map(|l| l.c).collect();
    let blank = |text: &str| text.chars().all(|c| c == PARAGRAPH || c.is_whitespace());
    let at_edge = sent
        .units
        .iter()
        .any(|u| u.letters.start == change.letters.start || u.end() == change.letters.start);
    if letters.is_empty() && blank(&change.insert) && at_edge {
        // An empty paragraph.
        return None;
    }
    let kind = match (letters.is_empty(), change.insert.is_empty()) {
        _ if blank(&letters) && blank(&change.insert) && change.insert.contains(PARAGRAPH) => {
            SuggestionKind::Split
        }
        _ if blank(&letters) && blank(&change.insert) && letters.contains(PARAGRAPH) => {
            SuggestionKind::Join
        }
        (true, _) => SuggestionKind::Insert,
        (false, true) => SuggestionKind::Delete,
        _ => SuggestionKind::Replace,
    };
    let (mut edits, by_hand) = match build::edits(sent, statement, change, note) {
        Ok(edits) => (edits, ByHand::No),
        Err(why) => (Vec::new(), why),
    };
    for edit in &mut edits {
        edit.late = if edit.before.is_empty() { change.late } else { 0 };
    }
    let after = if change.rows.is_empty() || blank(&change.insert) {
        sent.in_words(&change.insert)
    } else {
        change.rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
    };
    let mut before = sent.in_words(&letters);
    let mut after = after;
    if before.is_empty() && after.is_empty() {
        // The mark of a note alone: its words tell which.
        before = sent.notes_among(&change.letters).join("\n");
        after = change.notes.iter().map(|id| note(id)).collect::<Vec<_>>().join("\n");
    }
    let (left, right) = around(sent, change);
    Some(Suggestion {
        author: change.author.clone(),
        date: change.date.clone(),
        tracked: change.tracked,
        kind,
        place: place_of(sent, change.letters.start),
        before,
        after,
        left,
        right,
        edits,
        by_hand,
    })
}

/// Returns one suggestion for both ends of a move.
fn moved(
    sent: &Sent,
    statement: &Statement,
    first: &Change,
    second: &Change,
    note: &dyn Fn(&str) -> String,
) -> Option<Suggestion> {
    let (from, to) = if first.insert.is_empty() { (first, second) } else { (second, first) };
    let mut out = suggestion(sent, statement, from, note)?;
    let mut arrival = suggestion(sent, statement, to, note);
    out.kind = SuggestionKind::Move;
    if let Some(arrival) = &mut arrival
        && to.insert.contains(|c| read::place_of(c).is_some())
        && out.edits.iter().any(|edit| !edit.after.is_empty())
    {
        // The picture alone moves: its caption, which stays, would come with it.
        arrival.by_hand = ByHand::Markup;
    }
    out.after = sent.in_words(&to.insert);
    match arrival {
        Some(arrival) if arrival.by_hand == ByHand::No && out.by_hand == ByHand::No => {
            out.right = arrival.left;
            let bare = |words: &str| words.split_whitespace().collect::<String>();
            // Words that were changed where they came are theirs, not those of the source.
            let whole = (bare(&out.before) == bare(&out.after))
                .then(|| build::with_source(sent, statement, &out.edits, &arrival.edits))
                .flatten();
            match whole {
                Some(edits) => out.edits = edits,
                None => out.edits.extend(arrival.edits),
            }
        }
        Some(arrival) => {
            out.by_hand = if out.by_hand == ByHand::No { arrival.by_hand } else { out.by_hand };
            out.edits.clear();
        }
        None => {}
    }
    Some(out)
}

fn around(sent: &Sent, change: &Change) -> (String, String) {
    let unit = sent.units.iter().find(|u| u.letters.contains(&change.letters.start));
    let (start, end) = unit.map_or((0, sent.text.len()), |u| (u.letters.start, u.end()));
    let left: Vec<char> =
        sent.text[start..change.letters.start.max(start)].iter().map(|l| l.c).collect();
    let left: String = left[left.len().saturating_sub(AROUND)..].iter().collect();
    let right: String = sent
        .text
        .get(change.letters.end..end.max(change.letters.end))
        .unwrap_or_default()
        .iter()
        .take(AROUND)
        .map(|l| l.c)
        .collect();
    (sent.in_words(&left), sent.in_words(&right))
}
