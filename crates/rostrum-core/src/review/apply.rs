//! Makes the edits of accepted suggestions, found again by the words around them.

use std::ops::Range;

use super::build::AROUND;
use super::emphasis::Emphasis;
use crate::model::review::{Field, FieldEdit};

/// Fewest letters around an edit that tell its place, when not all of them still stand.
const ENOUGH: usize = 12;

/// Why an edit cannot be made: the words it is about were changed or taken out since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("find the words of the suggestion: they have been changed since; mend them by hand")]
pub struct Unfit;

/// Returns a text with the edits of a suggestion made to it, all of them or none.
///
/// `done` are edits of other suggestions that were made to the text before: what they did to the
/// words around these edits is known, and needs no guess.
///
/// # Errors
/// [`Unfit`] when one of the places cannot be found, or was edited by another suggestion.
pub fn applied(text: &str, edits: &[&FieldEdit], done: &[&FieldEdit]) -> Result<String, Unfit> {
    let mut edits: Vec<&FieldEdit> = edits.to_vec();
    edits.sort_by_key(|edit| edit.at);
    let mut done = done.to_vec();
    let mut out = text.to_owned();
    let in_body = edits.iter().any(|edit| edit.field == Field::Body);
    let mut emphasis = if in_body { Emphasis::of(text) } else { Emphasis::default() };
    // From the end, so that the places before stay where they were.
    for edit in edits.into_iter().rev() {
        let at = place(&out, edit, &done).ok_or(Unfit)?;
        let gone = at..at + edit.before.len();
        emphasis.replaced(&gone, edit.after.len());
        out.replace_range(gone, &edit.after);
        if let Some(spaces) = line_end(&out, at + edit.after.len()) {
            emphasis.replaced(&spaces, 0);
            out.replace_range(spaces, "");
        }
        done.push(edit);
    }
    if in_body {
        emphasis.mend(&mut out);
    }
    Ok(out)
}

/// Returns the spaces but one that an edit left at the end of a line: two of them would break it;
/// without one the mark of a list item is none.
fn line_end(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text[end..].trim_start_matches(' ');
    let next = text.len() - rest.len();
    let begin = text[..end].trim_end_matches(' ').len();
    (rest.starts_with('\n') && begin < end && next - begin > 1).then_some(begin + 1..next)
}

/// Tells whether an edit can be made to a text as it stands, after others were.
pub fn fits(text: &str, edit: &FieldEdit, done: &[&FieldEdit]) -> bool {
    place(text, edit, done).is_some()
}

/// Finds the place of an edit: where its words stand, with most of the words around them.
fn place(text: &str, edit: &FieldEdit, done: &[&FieldEdit]) -> Option<usize> {
    if done.iter().any(|other| overlap(edit, other)) {
        // Only where somebody wrote the words back as they were.
        let whole = format!("{}{}{}", edit.left, edit.before, edit.right);
        return text.find(&whole).map(|at| at + edit.left.len());
    }
    let now = after_others(edit, done);
    // Whoever wrote in the text since may have taken back what the others did.
    let places = [likely(text, &now), likely(text, edit)];
    places.into_iter().flatten().rev().max_by_key(|(score, _)| *score).map(|(_, place)| place)
}

/// Tells whether two edits replace some of the same words of one text.
pub fn overlap(one: &FieldEdit, other: &FieldEdit) -> bool {
    let end = |edit: &FieldEdit| edit.at as usize + edit.before.len();
    one.field == other.field
        && (one.at as usize) < end(other)
        && (other.at as usize) < end(one)
        && of_one_text(one, other)
}

/// Tells whether two edits may be about the same state of a text: where both know its words,
/// they know the same.
fn of_one_text(one: &FieldEdit, other: &FieldEdit) -> bool {
    let known = |edit: &FieldEdit| {
        let start = edit.at as usize - edit.left.len().min(edit.at as usize);
        (start, format!("{}{}{}", edit.left, edit.before, edit.right))
    };
    let ((start, words), (other_start, other_words)) = (known(one), known(other));
    let common = start.max(other_start)..(start + words.len()).min(other_start + other_words.len());
    common.is_empty()
        || words.as_bytes()[common.start - start..common.end - start]
            == other_words.as_bytes()[common.start - other_start..common.end - other_start]
}

/// Returns an edit as it stands once others of the same text were made: its place, and the words
/// around it.
fn after_others(edit: &FieldEdit, done: &[&FieldEdit]) -> FieldEdit {
    let mut now = edit.clone();
    let (start, end) = (edit.at as usize, edit.at as usize + edit.before.len());
    let mut done: Vec<&FieldEdit> = done
        .iter()
        .copied()
        .filter(|other| other.field == edit.field && of_one_text(edit, other))
        .collect();
    done.sort_by_key(|other| (other.at, !other.before.is_empty(), other.late));
    let (mut longer, mut shorter) = (0, 0);
    let first = start - edit.left.len().min(start);
    // From the end, so that the places before stay where they were.
    for other in done.iter().rev() {
        let (at, stop) = (other.at as usize, other.at as usize + other.before.len());
        let in_one_place = at == start && stop == start && end == start;
        if stop <= start && (!in_one_place || other.late < edit.late) {
            longer += other.after.len();
            shorter += other.before.len();
            if stop >= first {
                let from = at.saturating_sub(first);
                if now.left.get(from..stop - first).is_some() {
                    now.left.replace_range(from..stop - first, &other.after);
                }
            }
        } else if at >= end {
            let (from, to) = (at - end, (stop - end).min(edit.right.len()));
            if from <= to && now.right.is_char_boundary(from) && now.right.is_char_boundary(to) {
                now.right.replace_range(from..to, &other.after);
            }
        }
    }
    now.at = u32::try_from((edit.at as usize + longer).saturating_sub(shorter)).unwrap_or_default();
    now
}

/// Finds the likeliest place of an edit, and how many letters around it tell so.
fn likely(text: &str, edit: &FieldEdit) -> Option<(usize, usize)> {
    let before = |at: usize| {
        let pairs = text[..at].chars().rev().zip(edit.left.chars().rev());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let after = |at: usize| {
        let pairs = text[at + edit.before.len()..].chars().zip(edit.right.chars());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let at = edit.at as usize;
    let places: Vec<usize> = if edit.before.is_empty() {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        ends.filter(|at| {
            let left = edit.left.is_empty() && *at == 0;
            let right = edit.right.is_empty() && *at == text.len();
            left || right || before(*at) > 0 || after(*at) > 0
        })
        .collect()
    } else {
        text.match_indices(&edit.before).map(|(at, _)| at).collect()
    };
    // Where something else was put in at the same place, the words before it and those after it
    // still stand, but apart: what comes later stands behind it.
    let (left, right) = (edit.left.chars().count(), edit.right.chars().count());
    if edit.before.is_empty() && left > 0 && right > 0 {
        let nearest = |places: Vec<usize>| places.into_iter().min_by_key(|own| own.abs_diff(at));
        let all = |on_left: bool| -> Vec<usize> {
            let whole = |place: &usize| {
                if on_left { before(*place) == left } else { after(*place) == right }
            };
            places.iter().copied().filter(whole).collect()
        };
        if let (Some(behind_left), Some(before_right)) = (nearest(all(true)), nearest(all(false)))
            && behind_left < before_right
            && left.min(right) >= ENOUGH
        {
            let place = if edit.late > 0 { before_right } else { behind_left };
            return Some((left.max(right), place));
        }
    }
    let scored = places.into_iter().map(|place| {
        let score = before(place) + after(place);
        (score, std::cmp::Reverse(place.abs_diff(at)), place)
    });
    let (score, _, place) = scored.max()?;
    let long = edit.before.chars().count() >= ENOUGH && score > 0;
    // All the words on one side, up to the end of the text when there are few.
    let end = place + edit.before.len();
    let whole_left = before(place) == left && (left >= AROUND || place == edit.left.len());
    let whole_right =
        after(place) == right && (right >= AROUND || text.len() - end == edit.right.len());
    (score >= ENOUGH || long || whole_left || whole_right).then_some((score, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(left: &str, before: &str, after: &str, right: &str, at: u32) -> FieldEdit {
        FieldEdit {
            left: left.into(),
            before: before.into(),
            after: after.into(),
            right: right.into(),
            at,
            ..FieldEdit::default()
        }
    }

    #[test]
    fn words_are_found_where_they_have_moved_to() {
        let one = edit("States ", "should", "shall", " share findings.", 7);
        let text = "A new sentence. States should share findings.";
        assert_eq!(
            applied(text, &[&one], &[]).as_deref(),
            Ok("A new sentence. States shall share findings.")
        );
    }

    #[test]
    fn two_edits_beside_each_other_are_both_made() {
        let one = edit("We ask that ", "States", "all States", " should share", 12);
        let two = edit("We ask that States ", "should", "shall", " share", 19);
        assert_eq!(
            applied("We ask that States should share", &[&one, &two], &[]).as_deref(),
            Ok("We ask that all States shall share")
        );
    }

    #[test]
    fn what_two_put_in_at_one_place_keeps_its_order() {
        let one = edit("We now ask all", "", " small", " States to share", 14);
        let two =
            FieldEdit { late: 1, ..edit("We now ask all", "", " island", " States to share", 14) };
        let text = "We now ask all States to share";
        let both = "We now ask all small island States to share";
        assert_eq!(applied(text, &[&one, &two], &[]).as_deref(), Ok(both));
        for order in [[&one, &two], [&two, &one]] {
            let first = applied(text, &[order[0]], &[]).expect("it fits");
            assert_eq!(applied(&first, &[order[1]], &[order[0]]).as_deref(), Ok(both));
            assert_eq!(applied(&first, &[order[1]], &[]).as_deref(), Ok(both), "not told");
        }
    }

    #[test]
    fn words_that_are_gone_are_not_guessed() {
        let one = edit("States ", "should", "shall", " share findings.", 7);
        assert_eq!(applied("States may share findings.", &[&one], &[]), Err(Unfit));
        let none = edit("a long beginning that is gone ", "", "x", " and its end", 30);
        assert_eq!(applied("Something else entirely", &[&none], &[]), Err(Unfit));
    }

    #[test]
    fn words_go_into_an_empty_text() {
        assert_eq!(applied("", &[&edit("", "", "New.", "", 0)], &[]).as_deref(), Ok("New."));
    }
}
