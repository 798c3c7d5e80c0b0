//! From a change of printed letters to edits of the statement's own texts.

use std::ops::Range;

use super::compare::Change;
use super::read::{NOTE, PARAGRAPH};
use super::sent::{Sent, UnitKind};
use super::source::{Piece, escaped, pieces};
use crate::model::Statement;
use crate::model::review::{ByHand, Field, FieldEdit};

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
    let mut change = change.clone();
    let above = settle_ends(sent, &mut change);
    if let Some(whole) = whole_units(sent, statement, &change)? {
        return Ok(kept(&Field::Body, &statement.body, whole));
    }
    let letters = &sent.text[change.letters.clone()];
    let field = field(sent, &change)?;
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
    let gone = merged(gone, value);
    let place = match gone.first() {
        Some(first) => first.start,
        None => insertion(sent, &field, value, &change)?,
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
        markdown(&change, &between, first.is_some_and(|at| place <= at), note, &mut appended)
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
    if field == Field::Body && !reads_as(sent, statement, &change, &cuts) {
        cuts = rewritten(sent, statement, &change).ok_or(ByHand::Markup)?;
        if !reads_as(sent, statement, &change, &cuts) {
            return Err(ByHand::Markup);
        }
    }
    if !appended.is_empty() {
        let end = value.trim_end().len();
        cuts.push(Cut { at: end..end, text: appended });
    }
    Ok(kept(&field, value, cuts))
}

/// Tells whether the body reads as the change asks once the cuts are made.
fn reads_as(sent: &Sent, statement: &Statement, change: &Change, cuts: &[Cut]) -> bool {
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
    let before = pieces(body);
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
    let made: String = pieces(&after).iter().map(|p| p.c).collect();
    bare(made) == bare(wanted)
}

/// Writes the paragraph of a change anew, without its emphasis.
fn rewritten(sent: &Sent, statement: &Statement, change: &Change) -> Option<Vec<Cut>> {
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

/// Returns a text of the statement.
pub(super) fn text_of<'s>(statement: &'s Statement, field: &Field) -> Option<&'s str> {
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

/// Puts the ends of a change where paragraphs end, when it means whole paragraphs.
///
/// Tells whether paragraphs that come before another one are put in after the one above it.
fn settle_ends(sent: &Sent, change: &mut Change) -> bool {
    let unit_at = |letter: usize| sent.units.iter().position(|u| u.letters.contains(&letter));
    let last_goes = |change: &Change| {
        let end = change.letters.end;
        end > change.letters.start && sent.text[end - 1].c == PARAGRAPH
    };
    // A paragraph replaced by another: its end stays.
    if last_goes(change) && change.insert.ends_with(PARAGRAPH) {
        change.letters.end -= 1;
        change.insert.pop();
    }
    let start = change.letters.start;
    let mut above = false;
    if change.letters.is_empty() && change.insert.ends_with(PARAGRAPH) && start > 0 {
        let unit = unit_at(start).map(|u| &sent.units[u]);
        let begins = unit.is_none_or(|u| u.letters.start == start);
        let alike = unit.is_some_and(|u| {
            matches!(u.kind, UnitKind::Paragraph | UnitKind::Item)
                && sent.text[start].from.as_ref().is_some_and(|(f, _)| *f == Field::Body)
        });
        if begins && !alike {
            change.insert.pop();
            change.insert.insert(0, PARAGRAPH);
            change.letters = start - 1..start - 1;
            above = true;
        }
    }
    // The end of the paragraph above and then all words: the paragraph itself.
    if change.insert.is_empty()
        && change.letters.len() > 1
        && sent.text[change.letters.start].c == PARAGRAPH
        && sent.text.get(change.letters.end).is_some_and(|l| l.c == PARAGRAPH)
    {
        change.letters = change.letters.start + 1..change.letters.end + 1;
    }
    above
}

/// Returns what takes whole paragraphs, items or rows out of the body; nothing when the change
/// is not of that kind.
fn whole_units(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
) -> Result<Option<Vec<Cut>>, ByHand> {
    let range = &change.letters;
    if range.is_empty() || !change.insert.trim().is_empty() {
        return Ok(None);
    }
    let Some(first) = sent.units.iter().position(|u| u.letters.start == range.start) else {
        return Ok(None);
    };
    let Some(last) = sent.units.iter().position(|u| u.letters.end == range.end) else {
        return Ok(None);
    };
    let body = &statement.body;
    let mut lines: Option<Range<usize>> = None;
    for unit in &sent.units[first..=last] {
        for letter in &sent.text[unit.letters.clone()] {
            match &letter.from {
                Some((Field::Body, at)) => {
                    let lines = lines.get_or_insert(at.clone());
                    *lines = lines.start.min(at.start)..lines.end.max(at.end);
                }
                Some(_) => return Ok(None),
                None if letter.c.is_whitespace() || letter.c == NOTE => {}
                None => return Err(ByHand::Made),
            }
        }
    }
    let Some(found) = lines else { return Err(ByHand::Made) };
    let start = body[..found.start].rfind('\n').map_or(0, |at| at + 1);
    let mut end = body[found.end..].find('\n').map_or(body.len(), |at| found.end + at + 1);
    let cells = sent.units[first..=last].iter().any(|u| u.kind == UnitKind::Cell);
    if cells {
        // Rows go as a whole or not at all; without its header a table is none.
        let inside = |letter: &super::sent::Letter| {
            letter
                .from
                .as_ref()
                .is_some_and(|(f, at)| *f == Field::Body && (start..end).contains(&at.start))
        };
        let all = sent.text.iter().filter(|l| inside(l)).count();
        let own = sent.text[range.clone()].iter().filter(|l| inside(l)).count();
        let header = body[end..].lines().next().is_some_and(|line| {
            !line.trim().is_empty() && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
        });
        if all != own || header {
            return Err(ByHand::Table);
        }
    } else if start == 0 || body[..start].ends_with("\n\n") {
        // The blank line above parts what is left; under the last item of a list there is only
        // the one below.
        while body[end..].starts_with('\n') {
            end += 1;
        }
    }
    Ok(Some(vec![Cut { at: start..end, text: String::new() }]))
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

/// Returns what parts two paragraphs in the body.
fn gap(sent: &Sent, field: &Field, end: usize) -> Result<Range<usize>, ByHand> {
    let unit = sent.units.iter().position(|u| u.end() == end).ok_or(ByHand::Made)?;
    let next = sent.units.get(unit + 1).ok_or(ByHand::Made)?;
    let unit = &sent.units[unit];
    if unit.kind == UnitKind::Cell || next.kind == UnitKind::Cell {
        return Err(ByHand::Table);
    }
    let places = |letters: &Range<usize>| {
        let own = sent.text[letters.clone()].iter().filter_map(|l| l.from.as_ref());
        own.filter(|(f, _)| f == field).map(|(_, at)| at.clone()).collect::<Vec<_>>()
    };
    let above = places(&unit.letters).iter().map(|at| at.end).max().ok_or(ByHand::Made)?;
    let below = places(&next.letters).iter().map(|at| at.start).min().ok_or(ByHand::Made)?;
    if above <= below { Ok(above..below) } else { Err(ByHand::Made) }
}

/// Joins ranges that touch, or between which only whole emphasis stands.
fn merged(mut ranges: Vec<Range<usize>>, value: &str) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    if let (Some(first), Some(last)) = (out.first(), out.last()) {
        let whole = first.start..last.end;
        let between: String =
            out.windows(2).map(|pair| &value[pair[0].end..pair[1].start]).collect();
        if out.len() > 1 && is_balanced(&between) {
            return vec![whole];
        }
    }
    out
}

/// Tells whether marks of emphasis and links open and close inside.
fn is_balanced(marks: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = marks;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '*' | '_' | '`' => rest.len() - rest.trim_start_matches(first).len(),
            _ => first.len_utf8(),
        };
        let mark = &rest[..length];
        match (first, open.last()) {
            ('\n', _) => return false,
            ('*' | '_' | '`', Some(last)) if *last == mark => drop(open.pop()),
            (']', Some(&"[")) | (')', Some(&"(")) => drop(open.pop()),
            ('*' | '_' | '`' | '[' | '(', _) => open.push(mark),
            (']' | ')', _) => return false,
            _ => {}
        }
        rest = &rest[length..];
    }
    open.is_empty()
}

/// Takes the marks of emphasis with the last words between them.
fn drop_empty_emphasis(value: &str, at: &mut Range<usize>) {
    for mark in ["***", "**", "*", "__", "_", "`"] {
        if value[..at.start].ends_with(mark) && value[at.end..].starts_with(mark) {
            at.start -= mark.len();
            at.end += mark.len();
            return;
        }
    }
}

/// Returns where words are put in.
fn insertion(sent: &Sent, field: &Field, value: &str, change: &Change) -> Result<usize, ByHand> {
    let at = change.letters.start;
    let unit = sent
        .units
        .iter()
        .find(|u| u.letters.contains(&at))
        .or(sent.units.last())
        .ok_or(ByHand::Made)?;
    let place = |at: usize| {
        let letter = sent.text.get(at)?;
        letter.from.as_ref().filter(|(f, _)| f == field).map(|(_, place)| place.clone())
    };
    let before = (unit.letters.start..at.min(unit.letters.end)).rev().find_map(place);
    let after = (at..unit.letters.end).find_map(place);
    let Some(before) = before else {
        let start = after.ok_or(ByHand::Made)?.start;
        // Before emphasis and links that begin here.
        return Ok(value[..start].trim_end_matches(['*', '_', '`', '[']).len());
    };
    let mut end = before.end;
    if at >= unit.end() || change.insert.starts_with(PARAGRAPH) {
        // Out of emphasis and links that end here.
        let rest = &value[end..];
        let marks = rest.len() - rest.trim_start_matches(['*', '_', '`']).len();
        end += marks;
        if value[end..].starts_with("](")
            && let Some(close) = value[end..].find(')')
        {
            end += close + 1;
        }
    }
    Ok(end)
}

/// Returns what parts a new paragraph from the one it is put into.
fn between(value: &str, kind: UnitKind, first: usize) -> String {
    let line = value[..first].rfind('\n').map_or(0, |at| at + 1);
    let prefix = value.get(line..first).unwrap_or("");
    match kind {
        UnitKind::Item => format!("\n{}", prefix.trim_end_matches(['*', '_', '`', '['])),
        UnitKind::Heading | UnitKind::Cell => "\n\n".into(),
        UnitKind::Paragraph => {
            let prefix: String = prefix.chars().take_while(|c| matches!(c, ' ' | '>')).collect();
            format!("\n{}\n{prefix}", prefix.trim_end())
        }
    }
}

/// Writes what comes as Markdown; the words of new notes are added at the end.
fn markdown(
    change: &Change,
    between: &str,
    begins: bool,
    note: &dyn Fn(&str) -> String,
    appended: &mut String,
) -> String {
    let mut notes = change.notes.iter();
    let mut out = String::new();
    for (at, part) in change.insert.split(PARAGRAPH).enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        let part = if at > 0 { part.trim_start() } else { part };
        for (piece_at, piece) in part.split(NOTE).enumerate() {
            if piece_at > 0
                && let Some(id) = notes.next()
            {
                let words = note(id);
                let mark = &super::mark_of(&[&words, id])[..6];
                out.push_str(&format!("[^{mark}]"));
                appended.push_str(&format!("\n\n[^{mark}]: {}", escaped(words.trim(), true)));
            }
            let begins = piece_at == 0 && (at > 0 || begins);
            let lines: Vec<String> =
                piece.split('\n').map(|line| escaped(&line.replace('\t', " "), begins)).collect();
            out.push_str(&lines.join("\\\n"));
        }
    }
    out
}
