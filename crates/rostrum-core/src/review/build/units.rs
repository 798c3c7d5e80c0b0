//! Changes of whole paragraphs, items and rows, and of what parts them.

use std::ops::Range;

use super::Cut;
use crate::model::Statement;
use crate::model::review::{ByHand, Field};
use crate::review::compare::Change;
use crate::review::read::{NOTE, PARAGRAPH};
use crate::review::sent::{Letter, Sent, UnitKind};
use crate::review::source::escaped;

/// Puts the ends of a change where paragraphs end, when it means whole paragraphs.
///
/// Tells whether paragraphs that come before another one are put in after the one above it.
pub(super) fn settle_ends(sent: &Sent, change: &mut Change) -> bool {
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
pub(super) fn whole_units(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
) -> Result<Option<Vec<Cut>>, ByHand> {
    let range = &change.letters;
    if range.is_empty() || !change.insert.trim().is_empty() || sent.note.is_some() {
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
    let Range { start, mut end } = lines_of(body, &found);
    let cells = sent.units[first..=last].iter().any(|u| u.kind == UnitKind::Cell);
    if cells {
        // Rows go as a whole or not at all; without its header a table is none.
        let inside = |letter: &Letter| {
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
    } else if let Some(text) = pictures_among(sent, range, &(start..end), body) {
        end = body[..end].trim_end_matches('\n').len();
        return Ok(Some(vec![Cut { at: start..end, text }]));
    } else if start == 0 || body[..start].ends_with("\n\n") {
        // The blank line above parts what is left; under the last item of a list there is only
        // the one below.
        while body[end..].starts_with('\n') {
            end += 1;
        }
    }
    if let Some((next, number)) = first_number(body, start, end) {
        return Ok(Some(vec![Cut { at: start..next, text: number }]));
    }
    Ok(Some(vec![Cut { at: start..end, text: String::new() }]))
}

/// Returns the number that the item after lines which go gets, and where its own ends, when they
/// begin a list: from the first number the list counts.
fn first_number(body: &str, start: usize, end: usize) -> Option<(usize, String)> {
    let number = |line: &str| {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (digits > 0 && line[digits..].starts_with(". ")).then(|| line[..digits].to_owned())
    };
    let (own, next) = (number(&body[start..end])?, number(&body[end..])?);
    // Under another item the list goes on; one that is indented belongs to such an item.
    let above = body[..start].trim_end().lines().next_back().unwrap_or("");
    let begins = number(above).is_none() && !above.starts_with(' ');
    (begins && own != next).then(|| (end + next.len(), own))
}

/// Returns the pictures that stand in lines which go, and that stay; nothing when there are none.
fn pictures_among(
    sent: &Sent,
    gone: &Range<usize>,
    lines: &Range<usize>,
    body: &str,
) -> Option<String> {
    let stay = sent.shown.iter().filter(|shown| !gone.contains(&shown.letter));
    let sources: Vec<&str> = stay
        .filter_map(|shown| shown.figure.as_ref())
        .filter(|figure| lines.start <= figure.whole.start && figure.whole.end <= lines.end)
        .map(|figure| &body[figure.whole.clone()])
        .collect();
    (!sources.is_empty()).then(|| sources.join("\n\n"))
}

/// Returns the whole lines of a part of the body.
fn lines_of(body: &str, part: &Range<usize>) -> Range<usize> {
    let start = body[..part.start].rfind('\n').map_or(0, |at| at + 1);
    start..body[part.end..].find('\n').map_or(body.len(), |at| part.end + at + 1)
}

/// Returns the whole lines of a part of the body, with the blank lines below them where blank
/// lines stand above.
pub(super) fn whole_lines(body: &str, part: &Range<usize>) -> Range<usize> {
    let Range { start, mut end } = lines_of(body, part);
    if start == 0 || body[..start].ends_with("\n\n") {
        while body[end..].starts_with('\n') {
            end += 1;
        }
    }
    start..end
}

/// Returns what parts two paragraphs in the body.
pub(super) fn gap(sent: &Sent, field: &Field, end: usize) -> Result<Range<usize>, ByHand> {
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

/// Returns what puts whole rows into a table of the body, after the row that stands before them.
pub(super) fn rows_in(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
) -> Result<Vec<Cut>, ByHand> {
    let body = &statement.body;
    let unit = sent.units.iter().rposition(|u| u.letters.end <= change.letters.start);
    let cells = sent.units[..unit.map_or(0, |unit| unit + 1)].iter().rev();
    let mut cells = cells.take_while(|unit| unit.kind == UnitKind::Cell);
    let last = cells.find_map(|unit| {
        sent.text[unit.letters.clone()].iter().rev().find_map(|letter| match &letter.from {
            Some((Field::Body, at)) => Some(at.end),
            _ => None,
        })
    });
    // Before the first row there is no table yet.
    let last = last.ok_or(ByHand::Table)?;
    let start = body[..last].rfind('\n').map_or(0, |at| at + 1);
    let line_end = |from: usize| body[from..].find('\n').map_or(body.len(), |at| from + at);
    let mut end = line_end(last);
    let columns = columns(&body[start..end]);
    let next = body.get(end + 1..line_end((end + 1).min(body.len()))).unwrap_or("");
    if next.contains('-') && next.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
        end += 1 + next.len();
    }
    let mut text = String::new();
    for row in &change.rows {
        if row.len() != columns || row.iter().any(|cell| cell.contains(NOTE)) {
            return Err(ByHand::Table);
        }
        text.push_str("\n|");
        for cell in row {
            let cell = escaped(cell.trim(), false).replace('|', "\\|").replace('\n', "<br>");
            text.push_str(&format!(" {cell} |"));
        }
    }
    Ok(vec![Cut { at: end..end, text }])
}

/// Counts the cells of a row as it is written.
fn columns(line: &str) -> usize {
    let line = line.trim().trim_start_matches('|');
    let bars: Vec<usize> = line
        .match_indices('|')
        .map(|(at, _)| at)
        .filter(|at| !line[..*at].ends_with('\\'))
        .collect();
    bars.len() + usize::from(bars.last().is_none_or(|at| at + 1 < line.len()))
}
