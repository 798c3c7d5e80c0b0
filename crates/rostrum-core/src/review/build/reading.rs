//! Whether edits make the text read as a reviewer saw it.

use std::ops::Range;

use super::Cut;
use crate::model::Statement;
use crate::model::review::Field;
use crate::review::compare::Change;
use crate::review::figures::figures;
use crate::review::read::{NOTE, PARAGRAPH};
use crate::review::sent::Sent;
use crate::review::source::{Piece, escaped, pieces_of};

/// Tells whether the body reads as the change asks once the cuts are made.
pub(super) fn reads_as(sent: &Sent, statement: &Statement, change: &Change, cuts: &[Cut]) -> bool {
    let body = &statement.body;
    let mut after = body.clone();
    let mut from_end: Vec<&Cut> = cuts.iter().collect();
    from_end.sort_by_key(|cut| std::cmp::Reverse(cut.at.start));
    for cut in from_end {
        after.replace_range(cut.at.clone(), &cut.text);
    }
    // What stands around the change has to read as before, and what comes as it is.
    let gone: Vec<&Range<usize>> = sent.text[change.letters.clone()]
        .iter()
        .filter_map(|l| l.from.as_ref().map(|(_, at)| at))
        .collect();
    let pictures = &statement.pictures;
    let before = pieces_of(body, pictures, sent.note.as_deref());
    let kept: Vec<&Piece> = before.iter().filter(|p| !gone.contains(&&p.at)).collect();
    let anchor = change.letters.start;
    let unit = sent.units.iter().rfind(|u| u.letters.start <= anchor);
    let left = unit.and_then(|u| {
        (u.letters.start..anchor)
            .rev()
            .find_map(|at| sent.text[at].from.as_ref().map(|(_, at)| at.end))
    });
    let right = sent.text[change.letters.end.min(sent.text.len())..]
        .iter()
        .find_map(|l| l.from.as_ref().filter(|(f, _)| *f == Field::Body).map(|(_, at)| at.start));
    let cut = match (left, right) {
        (Some(left), _) => kept.iter().position(|p| p.at.end > left).unwrap_or(kept.len()),
        (None, Some(right)) => kept.iter().position(|p| p.at.start >= right).unwrap_or(kept.len()),
        (None, None) => kept.len(),
    };
    let bare = |text: String| -> String {
        text.chars().filter(|c| !c.is_whitespace() && *c != NOTE && *c != PARAGRAPH).collect()
    };
    let text = |pieces: &[&Piece]| pieces.iter().map(|p| p.c).collect::<String>();
    let wanted = format!("{}{}{}", text(&kept[..cut]), change.insert, text(&kept[cut..]));
    let made: String =
        pieces_of(&after, pictures, sent.note.as_deref()).iter().map(|p| p.c).collect();
    let shown = |body: &str| figures(body, pictures).len();
    bare(made) == bare(wanted) && shown(&after) == shown(body)
}

/// Writes the paragraph of a change anew, without its emphasis.
pub(super) fn rewritten(sent: &Sent, statement: &Statement, change: &Change) -> Option<Vec<Cut>> {
    let body = &statement.body;
    let unit = sent.units.iter().find(|u| u.letters.contains(&change.letters.start))?;
    if change.letters.end > unit.end() || change.insert.contains([PARAGRAPH, NOTE]) {
        return None;
    }
    let places: Vec<&Range<usize>> = sent.text[unit.letters.clone()]
        .iter()
        .filter_map(|l| l.from.as_ref().filter(|(f, _)| *f == Field::Body).map(|(_, at)| at))
        .collect();
    let (mut start, mut end) =
        (places.iter().map(|at| at.start).min()?, places.iter().map(|at| at.end).max()?);
    start = body[..start].trim_end_matches(['*', '_', '`', '[']).len();
    end = body.len() - body[end..].trim_start_matches(['*', '_', '`']).len();
    if body[end..].starts_with("](") {
        end += body[end..].find(')')? + 1;
    }
    let inside = |at: &Range<usize>| start <= at.start && at.end <= end;
    if figures(body, &statement.pictures).iter().any(|figure| inside(&figure.whole)) {
        return None;
    }
    let mut text = String::new();
    let mut plain = String::new();
    let letters = unit.letters.start..unit.end();
    for at in letters.start..=letters.end {
        if at == change.letters.start {
            plain.push_str(&change.insert);
        }
        if at == letters.end || change.letters.contains(&at) {
            continue;
        }
        let letter = &sent.text[at];
        match (&letter.from, letter.c) {
            (Some((_, at)), NOTE) => {
                text.push_str(&escaped(&std::mem::take(&mut plain), text.is_empty()));
                text.push_str(&body[at.clone()]);
            }
            (_, '\n') => return None,
            (_, c) => plain.push(c),
        }
    }
    let begins = text.is_empty();
    text.push_str(&escaped(&plain, begins));
    Some(vec![Cut { at: start..end, text }])
}
