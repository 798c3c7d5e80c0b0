//! What moves keeps its source: emphasis, links, citations, notes and pictures.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Cut, kept};
use crate::model::Statement;
use crate::model::review::{Field, FieldEdit};
use crate::review::figures::figures;
use crate::review::sent::Sent;
use crate::review::source::{Piece, pieces_of};

/// Returns the edits of a move that take the source along from `gone` to where it comes; nothing
/// when the body would not read as it should, so that the words alone have to do.
///
/// `gone` are the edits where the words go, `come` those where they come.
pub(in crate::review) fn with_source(
    sent: &Sent,
    statement: &Statement,
    gone: &[FieldEdit],
    come: &[FieldEdit],
) -> Option<Vec<FieldEdit>> {
    let ([from], Some(to)) = (gone, come.first()) else { return None };
    let of_body = |edit: &FieldEdit| edit.field == Field::Body;
    // Further edits add notes; the source has its own.
    let fits = from.after.is_empty() && to.before.is_empty() && come.iter().all(of_body);
    let (start, end) = (from.at as usize, from.at as usize + from.before.len());
    if !fits || !of_body(from) || sent.note.is_some() {
        return None;
    }
    let body = &statement.body;
    let made = arrival(body, from.before.trim_matches('\n'), to)?;
    let at = made.at as usize;
    if start < at && at < end {
        return None;
    }
    let mut after = body.clone();
    let mut cuts = [(start..end, ""), (at..at, made.after.as_str())];
    cuts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, text) in cuts {
        after.replace_range(range, text);
    }
    let pictures = &statement.pictures;
    let before = pieces_of(body, pictures, None);
    let (moved, kept): (Vec<&Piece>, Vec<&Piece>) =
        before.iter().partition(|piece| (start..end).contains(&piece.at.start));
    let place = kept.iter().position(|p| p.at.start >= at).unwrap_or(kept.len());
    let wanted = kept[..place].iter().chain(&moved).chain(&kept[place..]).map(|piece| piece.c);
    let bare = |letters: &mut dyn Iterator<Item = char>| -> String {
        letters.filter(|c| !c.is_whitespace()).collect()
    };
    let shown = |body: &str| figures(body, pictures).len();
    let reads = bare(&mut wanted.into_iter())
        == bare(&mut pieces_of(&after, pictures, None).iter().map(|piece| piece.c))
        && shown(&after) == shown(body)
        && made_of(&after) == made_of(body);
    reads.then(|| vec![from.clone(), made])
}

/// Returns the edit that puts the source where the words were to come.
fn arrival(body: &str, source: &str, to: &FieldEdit) -> Option<FieldEdit> {
    let at = to.at as usize;
    let line = body[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = body[line..at].trim();
    let is_mark = |words: &str| {
        let number = words.trim_end_matches(['.', ')']);
        matches!(words, "-" | "*" | "+")
            || number.len() < words.len() && number.chars().all(|c| c.is_ascii_digit())
    };
    if is_mark(before) {
        // Before an item: its mark stays with it.
        let (own, words) = source.split_once(' ').filter(|(own, _)| is_mark(own))?;
        // The first number of a list is the one it counts from.
        let numbers = |mark: &str| mark.starts_with(|c: char| c.is_ascii_digit());
        let mark = if numbers(own) && numbers(before) { before } else { own };
        let cut = Cut { at: line..line, text: format!("{mark} {words}\n") };
        return kept(&Field::Body, body, vec![cut]).pop();
    }
    let words = to.after.trim();
    let begin = to.after.find(words)?;
    let (lead, trail) = (&to.after[..begin], &to.after[begin + words.len()..]);
    let lead = lead.rfind('\n').map_or(lead, |last| &lead[..=last]);
    Some(FieldEdit { after: format!("{lead}{source}{trail}"), ..to.clone() })
}

/// Counts what a body is made of, which a move leaves as it is: headings, items, rows, emphasis,
/// links, marks of notes.
fn made_of(body: &str) -> [usize; 7] {
    let mut out = [0; 7];
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(body, options) {
        let at = match event {
            Event::Start(Tag::Heading { .. }) => 0,
            Event::Start(Tag::Item) => 1,
            Event::Start(Tag::TableRow) => 2,
            Event::Start(Tag::Strong) => 3,
            Event::Start(Tag::Emphasis) => 4,
            Event::Start(Tag::Link { .. }) => 5,
            Event::FootnoteReference(_) => 6,
            _ => continue,
        };
        out[at] += 1;
    }
    out
}
