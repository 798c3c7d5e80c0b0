//! From a change of printed letters to edits of the statement's own texts.

mod marks;
mod moves;
mod pictures;
mod reading;
mod units;

use std::ops::Range;

use super::accept::text_of;
use super::compare::Change;
use super::read::{NOTE, PARAGRAPH};
use super::sent::{Sent, UnitKind};
use crate::model::Statement;
use crate::model::review::{ByHand, Field, FieldEdit};
use marks::{between, drop_empty_emphasis, insertion, markdown, merged};
pub(super) use moves::with_source;
use reading::{reads_as, rewritten};
use units::{gap, rows_in, settle_ends, whole_units};

/// How many letters around an edit are kept, to find it again.
pub(super) const AROUND: usize = 48;

/// One replacement in one text of the statement.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cut {
    at: Range<usize>,
    text: String,
}

/// Returns the edits that a change asks for; `note` gives the words of a note that came in.
pub(super) fn edits(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    note: &dyn Fn(&str) -> String,
) -> Result<Vec<FieldEdit>, ByHand> {
    if change.new_cell {
        // The table has no such cell yet.
        return Err(ByHand::Table);
    }
    if !change.rows.is_empty() && change.letters.is_empty() {
        return Ok(kept(&Field::Body, &statement.body, rows_in(sent, statement, change)?));
    }
    let mut change = change.clone();
    let above = settle_ends(sent, &mut change);
    if let Some(edits) = pictures::edits(sent, statement, &change, above, note) {
        return edits;
    }
    worded(sent, statement, &change, above, note)
}

/// Returns the edits of a change of words; `above` tells that paragraphs come after the one above.
fn worded(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    above: bool,
    note: &dyn Fn(&str) -> String,
) -> Result<Vec<FieldEdit>, ByHand> {
    if let Some(whole) = whole_units(sent, statement, change)? {
        return Ok(kept(&Field::Body, &statement.body, whole));
    }
    let letters = &sent.text[change.letters.clone()];
    let field = field(sent, change)?;
    let value = text_of(statement, &field).ok_or(ByHand::Made)?;
    let mut gone: Vec<Range<usize>> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        match &letter.from {
            Some((own, place)) if *own == field => gone.push(place.clone()),
            Some(_) => return Err(ByHand::Made),
            None if letter.c == PARAGRAPH => {
                gone.push(gap(sent, &field, change.letters.start + at)?);
            }
            None if letter.c.is_whitespace() => {}
            None => return Err(ByHand::Made),
        }
    }
    let mut gone = apart(sent, &field, merged(gone, value));
    if change.insert.is_empty() && gone.len() > 1 {
        // Words that go take the marks around them along.
        for at in &mut gone {
            drop_empty_emphasis(value, at);
        }
        gone = apart(sent, &field, merged(gone, value));
    }
    let place = match gone.first() {
        Some(first) => first.start,
        None => insertion(sent, &field, value, change)?,
    };
    let unit = sent.units.iter().rfind(|u| u.letters.start <= change.letters.start);
    let kind = unit.map(|u| u.kind).unwrap_or_default();
    let mut appended = String::new();
    let text = if field == Field::Body {
        if kind == UnitKind::Cell && change.insert.contains(PARAGRAPH) {
            return Err(ByHand::Table);
        }
        let first = unit.and_then(|u| {
            sent.text[u.letters.clone()]
                .iter()
                .find_map(|l| l.from.as_ref().map(|(_, at)| at.start))
        });
        // A paragraph that stood before a heading or a table is none of the list above.
        let kind = if above { UnitKind::Heading } else { kind };
        let between = between(value, kind, first.unwrap_or(place));
        markdown(change, &between, first.is_some_and(|at| place <= at), note, &mut appended)
    } else {
        let plain = change.insert.replace(PARAGRAPH, "\n");
        plain.chars().filter(|c| *c != NOTE).collect()
    };
    let mut cuts: Vec<Cut> = gone.into_iter().map(|at| Cut { at, text: String::new() }).collect();
    match cuts.first_mut() {
        Some(first) => first.text = text,
        None => cuts.push(Cut { at: place..place, text }),
    }
    if cuts.len() == 1 && cuts[0].text.is_empty() {
        drop_empty_emphasis(value, &mut cuts[0].at);
    }
    if !appended.is_empty() {
        // A mark reads as one only where its note stands.
        let end = value.trim_end().len();
        cuts.push(Cut { at: end..end, text: appended });
    }
    if field == Field::Body && !reads_as(sent, statement, change, &cuts) {
        cuts = rewritten(sent, statement, change).ok_or(ByHand::Markup)?;
        if !reads_as(sent, statement, change, &cuts) {
            return Err(ByHand::Markup);
        }
    }
    Ok(kept(&field, value, cuts))
}

/// Parts what goes where a picture stands among it: a picture is no word.
fn apart(sent: &Sent, field: &Field, gone: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if *field != Field::Body {
        return gone;
    }
    let mut out = Vec::with_capacity(gone.len());
    for mut range in gone {
        for figure in sent.shown.iter().filter_map(|shown| shown.figure.as_ref()) {
            let whole = &figure.whole;
            if range.start <= whole.start && whole.end <= range.end && range != *whole {
                out.push(range.start..whole.start);
                range.start = whole.end;
            }
        }
        out.push(range);
    }
    out.retain(|range| !range.is_empty());
    out
}

/// Returns the edit that puts words in the place of others of the body.
pub(super) fn replacement(body: &str, at: Range<usize>, text: String) -> Vec<FieldEdit> {
    kept(&Field::Body, body, vec![Cut { at, text }])
}

/// Turns cuts into edits that can be found again.
fn kept(field: &Field, value: &str, cuts: Vec<Cut>) -> Vec<FieldEdit> {
    cuts.into_iter()
        .map(|cut| FieldEdit {
            field: field.clone(),
            before: value[cut.at.clone()].to_owned(),
            after: cut.text,
            left: tail(&value[..cut.at.start]).to_owned(),
            right: head(&value[cut.at.end..]).to_owned(),
            at: cut.at.start as u32,
            late: 0,
        })
        .collect()
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().take(AROUND).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Returns the one text that a change is in.
fn field(sent: &Sent, change: &Change) -> Result<Field, ByHand> {
    let range = &change.letters;
    let own = |at: usize| sent.text.get(at).and_then(|l| l.from.as_ref().map(|(f, _)| f.clone()));
    let inside = range.clone().find_map(own);
    if let Some(field) = inside {
        return Ok(field);
    }
    let unit = sent
        .units
        .iter()
        .find(|u| u.letters.contains(&range.start))
        .or(sent.units.last())
        .ok_or(ByHand::Made)?;
    // Beside it in the same paragraph: before it first.
    let before = (unit.letters.start..range.start.min(unit.letters.end)).rev().find_map(own);
    let after = (range.start..unit.letters.end).find_map(own);
    let touching = range.start.checked_sub(1).filter(|at| unit.letters.contains(at)).and_then(own);
    touching.or(own(range.start)).or(before).or(after).ok_or(ByHand::Made)
}
