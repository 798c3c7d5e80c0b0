//! Changes that touch pictures of the body, or bring one to another place.

use std::ops::Range;

use super::units::whole_lines;
use super::{Cut, kept, worded};
use crate::model::Statement;
use crate::model::review::{ByHand, Field, FieldEdit};
use crate::review::compare::Change;
use crate::review::figures::{Figure, figures, in_title};
use crate::review::read::{NOTE, PARAGRAPH, place_of};
use crate::review::sent::{Sent, Shown, Unit, UnitKind};
use crate::review::source::escaped;

type Note<'n> = &'n dyn Fn(&str) -> String;

fn is_picture(c: char) -> bool {
    place_of(c).is_some()
}

/// Returns the edits for a change that has to do with pictures; nothing for any other.
pub(super) fn edits(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    above: bool,
    note: Note<'_>,
) -> Option<Result<Vec<FieldEdit>, ByHand>> {
    if sent.shown.is_empty() {
        return None;
    }
    let range = &change.letters;
    let touched: Vec<&Unit> = sent
        .units
        .iter()
        .filter(|u| {
            if range.is_empty() {
                u.letters.contains(&range.start)
            } else {
                u.letters.start < range.end && range.start < u.letters.end
            }
        })
        .collect();
    let pictured = |unit: &&&Unit| matches!(unit.kind, UnitKind::Picture | UnitKind::Caption);
    let about = touched.iter().filter(pictured).count();
    if about == 0 {
        return change
            .insert
            .contains(is_picture)
            .then(|| brought(sent, statement, change, above, note));
    }
    let comes = change.insert.trim_matches(|c: char| c == PARAGRAPH || c.is_whitespace());
    Some(if range.is_empty() {
        beside(sent, statement, change, touched[0])
    } else if let ([unit], true) = (&touched[..], !change.insert.contains([PARAGRAPH, NOTE]))
        && unit.kind == UnitKind::Caption
        && range.end <= unit.end()
        && !(comes.is_empty() && *range == (unit.letters.start..unit.end()))
    {
        caption(sent, statement, change, unit)
    } else if comes.is_empty() && about == touched.len() {
        gone(sent, statement, range, &touched)
    } else if comes.is_empty() {
        // Words and pictures go together: whole lines of the source do.
        let alone = shown_in(sent, range).all(|shown| {
            shown.figure.as_ref().is_some_and(|figure| figure.is_alone(&statement.body))
        });
        let whole = touched.iter().filter(pictured).all(|u| covers(range, u));
        return if alone && whole { None } else { Some(Err(ByHand::Markup)) };
    } else if let (Some(k), Some(shown)) = (only_picture(comes), at(sent, range.start))
        && touched.len() == 1
    {
        // One picture in the place of another.
        match (source(sent, statement, k), &shown.figure) {
            (Some(text), Some(figure)) => {
                let cut = Cut { at: figure.whole.clone(), text };
                Ok(kept(&Field::Body, &statement.body, vec![cut]))
            }
            _ => Err(ByHand::Made),
        }
    } else {
        Err(ByHand::Markup)
    })
}

fn only_picture(words: &str) -> Option<usize> {
    let mut letters = words.chars();
    let place = letters.next().and_then(place_of)?;
    letters.next().is_none().then_some(place)
}

fn covers(range: &Range<usize>, unit: &Unit) -> bool {
    range.start <= unit.letters.start && unit.end() <= range.end
}

fn shown_in<'s>(sent: &'s Sent, range: &Range<usize>) -> impl Iterator<Item = &'s Shown> {
    let range = range.clone();
    sent.shown.iter().filter(move |shown| range.contains(&shown.letter))
}

fn at(sent: &Sent, letter: usize) -> Option<&Shown> {
    sent.shown.iter().find(|shown| shown.letter == letter)
}

/// Returns the picture whose unit or caption this is.
fn of_unit<'s>(sent: &'s Sent, unit: &Unit) -> Option<&'s Shown> {
    sent.shown.iter().rfind(|shown| shown.letter <= unit.letters.start)
}

/// Returns how the body shows a picture.
fn source(sent: &Sent, statement: &Statement, place: usize) -> Option<String> {
    let own = |shown: &&Shown| place_of(sent.text[shown.letter].c) == Some(place);
    let figure = sent.shown.iter().filter(own).find_map(|shown| shown.figure.as_ref())?;
    Some(statement.body[figure.whole.clone()].to_owned())
}

/// Puts pictures of the statement where words go.
fn brought(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    above: bool,
    note: Note<'_>,
) -> Result<Vec<FieldEdit>, ByHand> {
    let mut change = change.clone();
    // Its caption goes with a picture.
    for shown in &sent.shown {
        if !shown.caption.is_empty() {
            let picture = sent.text[shown.letter].c;
            let both = format!("{picture}{PARAGRAPH}{}", shown.caption);
            change.insert = change.insert.replace(&both, &picture.to_string());
        }
    }
    let notes = change.insert.matches(NOTE).count();
    change.notes.truncate(notes);
    let mut edits = worded(sent, statement, &change, above, note)?;
    for edit in &mut edits {
        edit.after = written(sent, statement, &edit.after)?;
    }
    Ok(edits)
}

/// Returns words with the source of pictures in the place of their letters.
fn written(sent: &Sent, statement: &Statement, words: &str) -> Result<String, ByHand> {
    let mut out = String::new();
    for c in words.chars() {
        match place_of(c) {
            Some(place) => out.push_str(&source(sent, statement, place).ok_or(ByHand::Made)?),
            None => out.push(c),
        }
    }
    Ok(out)
}

/// Puts paragraphs before or behind a picture, and words into a caption.
fn beside(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    unit: &Unit,
) -> Result<Vec<FieldEdit>, ByHand> {
    let place = change.letters.start;
    let inside = !change.insert.contains([PARAGRAPH, NOTE]);
    if unit.kind == UnitKind::Caption && inside {
        return caption(sent, statement, change, unit);
    }
    let figure = of_unit(sent, unit).and_then(|s| s.figure.as_ref()).ok_or(ByHand::Made)?;
    let body = &statement.body;
    if !figure.is_alone(body) || change.insert.contains(NOTE) {
        return Err(ByHand::Markup);
    }
    let line = body[..figure.whole.start].rfind('\n').map_or(0, |at| at + 1);
    let prefix: String =
        body[line..figure.whole.start].chars().map(|c| if c == '>' { '>' } else { ' ' }).collect();
    let parts = change.insert.split(PARAGRAPH).filter(|part| !part.trim().is_empty());
    let parts: Vec<String> = parts
        .map(|part| {
            let words = escaped(&part.trim().replace('\t', " "), true).replace('\n', "\\\n");
            written(sent, statement, &words)
        })
        .collect::<Result<_, _>>()?;
    let gap = format!("\n{}\n{prefix}", prefix.trim_end());
    let text = parts.join(&gap);
    let cut = if unit.kind == UnitKind::Picture && place == unit.letters.start {
        let at = figure.whole.start;
        Cut { at: at..at, text: format!("{text}{gap}") }
    } else if place >= unit.end() && (unit.kind == UnitKind::Caption || figure.letters.is_empty()) {
        // Between a picture and its caption nothing can stand.
        let at = figure.whole.end;
        Cut { at: at..at, text: format!("{gap}{text}") }
    } else {
        return Err(ByHand::Markup);
    };
    Ok(kept(&Field::Body, body, vec![cut]))
}

/// Takes pictures and captions out.
fn gone(
    sent: &Sent,
    statement: &Statement,
    range: &Range<usize>,
    touched: &[&Unit],
) -> Result<Vec<FieldEdit>, ByHand> {
    let body = &statement.body;
    let mut cuts: Vec<Cut> = Vec::new();
    let mut with_picture = None;
    for unit in touched {
        let shown = of_unit(sent, unit).ok_or(ByHand::Made)?;
        let figure = shown.figure.as_ref().ok_or(ByHand::Made)?;
        if !covers(range, unit) {
            return Err(ByHand::Markup);
        }
        let with_caption = touched
            .iter()
            .any(|own| own.kind == UnitKind::Caption && own.letters.start == unit.letters.end);
        if unit.kind == UnitKind::Picture && !shown.caption.is_empty() && !with_caption {
            // Its caption stays, as a paragraph.
            if !figure.is_alone(body) || shown.caption.contains(NOTE) {
                return Err(ByHand::Markup);
            }
            cuts.push(Cut { at: figure.whole.clone(), text: escaped(&shown.caption, true) });
            continue;
        }
        let at = if unit.kind == UnitKind::Picture {
            with_picture = Some(shown.letter);
            without(body, figure)
        } else if with_picture == Some(shown.letter) {
            continue;
        } else {
            figure.quoted_title(body).ok_or(ByHand::Made)?
        };
        cuts.push(Cut { at, text: String::new() });
    }
    Ok(kept(&Field::Body, body, cuts))
}

/// Returns what takes a picture out: its lines when it stands alone, else itself and a blank.
fn without(body: &str, figure: &Figure) -> Range<usize> {
    if figure.is_alone(body) {
        return whole_lines(body, &figure.whole);
    }
    let Range { start, end } = figure.whole;
    let parted = body[..start].ends_with(' ') && !body[end..].starts_with(char::is_alphanumeric);
    if parted { start - 1..end } else { start..end }
}

/// Changes the words of a caption: those that changed where its emphasis and links allow it,
/// else all of it.
fn caption(
    sent: &Sent,
    statement: &Statement,
    change: &Change,
    unit: &Unit,
) -> Result<Vec<FieldEdit>, ByHand> {
    let body = &statement.body;
    let figure = of_unit(sent, unit).and_then(|s| s.figure.as_ref()).ok_or(ByHand::Made)?;
    let title = figure.title.clone().ok_or(ByHand::Made)?;
    let letters = &sent.text[unit.letters.start..unit.end()];
    let inside = change.letters.start - unit.letters.start..change.letters.end - unit.letters.start;
    let wanted: String = letters[..inside.start]
        .iter()
        .map(|l| l.c)
        .chain(change.insert.chars())
        .chain(letters[inside.end..].iter().map(|l| l.c))
        .collect();
    let reads = |cuts: &[Cut]| {
        let mut after = body.clone();
        for cut in cuts.iter().rev() {
            after.replace_range(cut.at.clone(), &cut.text);
        }
        let bare = |text: &str| -> String { text.split_whitespace().collect() };
        let figures = figures(&after, &statement.pictures);
        let own = figures.iter().find(|own| own.whole.start == figure.whole.start);
        let words = own.map(|own| own.letters.iter().map(|p| p.c).collect::<String>());
        words.is_some_and(|words| bare(&words) == bare(&wanted))
    };
    let place = |at: usize| letters.get(at).and_then(|l| l.from.as_ref()).map(|(_, at)| at.clone());
    let text = in_title(&escaped(&change.insert, false));
    let gone: Vec<Range<usize>> = inside.clone().filter_map(place).collect();
    let at = if let (Some(first), Some(last)) = (gone.first(), gone.last()) {
        Some(first.start..last.end)
    } else {
        let before = inside.start.checked_sub(1).and_then(place).map(|at| at.end..at.end);
        before.or_else(|| place(inside.end).map(|at| at.start..at.start))
    };
    if let Some(at) = at {
        let cuts = [Cut { at, text }];
        if reads(&cuts) {
            return Ok(kept(&Field::Body, body, cuts.into()));
        }
    }
    let mut whole = String::new();
    let mut plain = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if at == inside.start {
            plain.push_str(&change.insert);
        }
        if inside.contains(&at) {
            continue;
        }
        if let (Some((_, at)), NOTE) = (&letter.from, letter.c) {
            whole.push_str(&in_title(&escaped(&std::mem::take(&mut plain), whole.is_empty())));
            whole.push_str(&body[at.clone()]);
        } else {
            plain.push(letter.c);
        }
    }
    if inside.start == letters.len() {
        plain.push_str(&change.insert);
    }
    whole.push_str(&in_title(&escaped(&plain, whole.is_empty())));
    let cuts = [Cut { at: title, text: whole }];
    if reads(&cuts) { Ok(kept(&Field::Body, body, cuts.into())) } else { Err(ByHand::Markup) }
}
