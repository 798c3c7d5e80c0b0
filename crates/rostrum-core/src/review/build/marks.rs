//! Where words go in and out of Markdown, and how they are written there.

use std::ops::Range;

use crate::model::review::{ByHand, Field};
use crate::review::compare::Change;
use crate::review::mark_of;
use crate::review::read::{NOTE, PARAGRAPH};
use crate::review::sent::{Sent, UnitKind};
use crate::review::source::escaped;

/// Joins ranges that touch, or between which only whole emphasis stands.
pub(super) fn merged(mut ranges: Vec<Range<usize>>, value: &str) -> Vec<Range<usize>> {
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
pub(super) fn is_balanced(marks: &str) -> bool {
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
pub(super) fn drop_empty_emphasis(value: &str, at: &mut Range<usize>) {
    for mark in ["***", "**", "*", "__", "_", "`"] {
        if value[..at.start].ends_with(mark) && value[at.end..].starts_with(mark) {
            at.start -= mark.len();
            at.end += mark.len();
            return;
        }
    }
}

/// Returns where words are put in.
pub(super) fn insertion(
    sent: &Sent,
    field: &Field,
    value: &str,
    change: &Change,
) -> Result<usize, ByHand> {
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
pub(super) fn between(value: &str, kind: UnitKind, first: usize) -> String {
    let line = value[..first].rfind('\n').map_or(0, |at| at + 1);
    let prefix = value.get(line..first).unwrap_or("");
    match kind {
        UnitKind::Item => format!("\n{}", prefix.trim_end_matches(['*', '_', '`', '['])),
        UnitKind::Heading | UnitKind::Cell => "\n\n".into(),
        UnitKind::Paragraph | UnitKind::Picture | UnitKind::Caption => {
            let prefix: String = prefix.chars().take_while(|c| matches!(c, ' ' | '>')).collect();
            format!("\n{}\n{prefix}", prefix.trim_end())
        }
    }
}

/// Writes what comes as Markdown; the words of new notes are added at the end.
pub(super) fn markdown(
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
                let mark = &mark_of(&[&words, id])[..6];
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
