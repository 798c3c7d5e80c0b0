//! The changes that a document has recorded.

use super::{Change, Compared};
use crate::review::read::{Returned, Token};

/// Reads the recorded changes off the document.
pub(super) fn recorded(
    returned: &Returned,
    base: &[(char, usize)],
    to: &[Option<usize>],
    places: &[usize],
    notes: &[Option<&String>],
    absorbed: &[bool],
    out: &mut Compared,
) {
    let text = &returned.text;
    let revision = |token: &Token| match (token.inserted, token.deleted) {
        (Some(by), None) | (None, Some(by)) => returned.revisions.get(by as usize),
        _ => None,
    };
    let mut at = 0;
    while at < text.len() {
        if let (Some(by), Some(gone)) = (text[at].inserted, text[at].deleted) {
            let end = at
                + text[at..]
                    .iter()
                    .take_while(|t| t.inserted.is_some() && t.deleted.is_some())
                    .count();
            let who = |by: u32| returned.revisions.get(by as usize).cloned().unwrap_or_default();
            let (first, second) = (who(by), who(gone));
            let author = if first.author == second.author {
                first.author
            } else {
                format!("{}, {}", first.author, second.author)
            };
            let words = text[at..end].iter().map(|t| t.c).collect();
            out.loose.push(("inserted_and_deleted", author, second.date, words, places[at]));
            at = end;
            continue;
        }
        let Some(own) = revision(&text[at]) else {
            at += 1;
            continue;
        };
        let start = at;
        while at < text.len()
            && revision(&text[at]).is_some_and(|r| r.author == own.author && r.moved == own.moved)
        {
            at += 1;
        }
        let mut change = Change {
            author: own.author.clone(),
            date: own.date.clone(),
            moved: own.moved.clone(),
            tracked: true,
            token: start,
            length: at - start,
            ..Change::default()
        };
        let mut gone: Vec<usize> = Vec::new();
        let mut lost = String::new();
        let mut inserted = None;
        for (place, token) in text.iter().enumerate().take(at).skip(start) {
            if absorbed[place] {
                lost.push(token.c);
            } else if token.inserted.is_some() {
                inserted.get_or_insert(place);
                change.insert.push(token.c);
                change.notes.extend(notes[place].cloned());
            } else if let Ok(index) = base.binary_search_by_key(&place, |(_, own)| *own) {
                match to[index] {
                    Some(letter) => gone.push(letter),
                    None => lost.push(token.c),
                }
            }
        }
        gone.sort_unstable();
        let first = gone.first().copied().unwrap_or(places[inserted.unwrap_or(start)]);
        change.letters = first..gone.last().map_or(first, |last| last + 1);
        if gone.is_empty() && change.insert.is_empty() {
            if !lost.trim().is_empty() {
                out.loose.push(("inside_untracked", change.author, change.date, lost, first));
            }
            continue;
        }
        out.changes.push(change);
    }
}
