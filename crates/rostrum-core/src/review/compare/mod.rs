//! What differs between what was sent and what came back, in the letters of what was sent.
//!
//! Recorded changes are read off the document. The rest is found by laying the words that
//! were there before all recorded changes beside the words that were sent: hidden anchors
//! first, then paragraphs that read the same, then words.

mod recorded;
mod words;

use std::ops::Range;

use super::read::{NOTE, PARAGRAPH, Returned, Token, place_of};
use super::sent::Sent;
use recorded::recorded;
use words::Join;

/// One change, in the letters of what was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// Letters that go.
    pub(super) letters: Range<usize>,
    /// What comes; ends of paragraphs and marks of notes among it.
    pub(super) insert: String,
    /// Ids of the notes whose marks are in it, in order.
    pub(super) notes: Vec<String>,
    pub(super) author: String,
    pub(super) date: String,
    pub(super) tracked: bool,
    /// Name that the two ends of a move share.
    pub(super) moved: String,
    /// The token it begins at.
    pub(super) token: usize,
    /// How many tokens it takes.
    pub(super) length: usize,
    /// Cells of the rows that come, when it is whole rows of a table.
    pub(super) rows: Vec<Vec<String>>,
    /// Whether it stands in a cell that was put into a row which stood there.
    pub(super) new_cell: bool,
    /// How many others put something in at the same place before it.
    pub(super) late: u32,
}

/// What comparing found.
#[derive(Debug, Clone, Default)]
pub(super) struct Compared {
    pub(super) changes: Vec<Change>,
    /// Recorded changes that touch nothing that was sent: kind, author, date, words, place.
    pub(super) loose: Vec<(&'static str, String, String, String, usize)>,
    /// For every token that came back, the letter of what was sent that it stands at.
    pub(super) places: Vec<usize>,
}

/// Compares.
pub(super) fn compare(sent: &Sent, returned: &Returned) -> Compared {
    let base: Vec<(char, usize)> = returned
        .text
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_before())
        .map(|(at, token)| (token.c, at))
        .collect();
    let paragraphs = paragraphs(&base);
    let mut join = Join {
        sent,
        base: &base,
        text: &returned.text,
        to: vec![None; base.len()],
        changes: Vec::new(),
        absorbed: vec![false; returned.text.len()],
    };
    let pairs = anchored(sent, returned, &base, &paragraphs);
    let mut from = (0, 0);
    for pair in pairs.iter().copied().chain([(sent.units.len(), paragraphs.len())]) {
        join.stretch(from.0..pair.0, &paragraphs[from.1..pair.1]);
        from = pair;
    }
    let Join { to, mut changes, absorbed, .. } = join;
    let mut marks = returned.marks.iter();
    let notes: Vec<Option<&String>> = returned
        .text
        .iter()
        .map(|token| if token.c == NOTE { marks.next() } else { None })
        .collect();
    for change in &mut changes {
        change.author.clone_from(&returned.saved_by);
    }
    let mut out = Compared { changes, ..Compared::default() };
    let places = places(&returned.text, &base, &to, &out.changes);
    recorded(returned, &base, &to, &places, &notes, &absorbed, &mut out);
    out.places = places;
    for change in &mut out.changes {
        change.rows = whole_rows(returned, change.token..change.token + change.length);
        let paragraph = returned.paragraphs.iter().rfind(|p| p.start as usize <= change.token);
        change.new_cell = change.tracked
            && paragraph.is_some_and(|p| p.cell > 0 && returned.new_cells.contains(&p.cell));
    }
    in_order(&mut out.changes);
    moved_whole(sent, &mut out.changes);
    out
}

/// Gives changes that put words in at one place the order in which the words stand there.
fn in_order(changes: &mut [Change]) {
    let mut comes: Vec<(usize, usize)> = changes
        .iter()
        .filter(|change| change.letters.is_empty() && !change.insert.is_empty())
        .map(|change| (change.letters.start, change.token))
        .collect();
    comes.sort_unstable();
    for change in changes.iter_mut().filter(|change| change.letters.is_empty()) {
        let place = change.letters.start;
        let first = comes.partition_point(|(own, _)| *own < place);
        let before = comes.partition_point(|own| *own < (place, change.token));
        change.late = (before - first) as u32;
    }
}

/// Returns the paragraphs of a text that are not empty, as ranges with their ends.
fn paragraphs(base: &[(char, usize)]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, (c, _)) in base.iter().enumerate() {
        if *c == PARAGRAPH {
            if base[start..at].iter().any(|(c, _)| !c.is_whitespace()) {
                out.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    if base[start..].iter().any(|(c, _)| !c.is_whitespace()) {
        out.push(start..base.len());
    }
    out
}

/// Pairs units and paragraphs by the hidden anchors, as far as both keep their order.
fn anchored(
    sent: &Sent,
    returned: &Returned,
    base: &[(char, usize)],
    paragraphs: &[Range<usize>],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (name, token) in returned.paragraphs.iter().flat_map(|p| &p.anchors) {
        let at = base.partition_point(|(_, own)| *own < *token as usize);
        let Some(unit) = sent.units.iter().position(|u| u.anchor.as_ref() == Some(name)) else {
            continue;
        };
        if let Some(paragraph) = paragraphs.iter().position(|p| p.start == at)
            && !pairs.iter().any(|(_, p)| *p == paragraph)
        {
            pairs.push((unit, paragraph));
        }
    }
    pairs.sort_by_key(|(_, paragraph)| *paragraph);
    rising(&pairs)
}

/// Returns the longest row of pairs whose units rise.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // (length, place before) of the longest row that ends at each pair.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|b| pairs[*b].0 < pair.0).max_by_key(|b| best[*b].0);
        best.push((before.map_or(1, |b| best[b].0 + 1), before));
    }
    let mut out = Vec::new();
    let mut next = (0..best.len()).max_by_key(|at| best[*at].0);
    while let Some(at) = next {
        out.push(pairs[at]);
        next = best[at].1;
    }
    out.reverse();
    out
}

/// Returns the cells of the rows that a stretch of the text is, when it is whole rows.
fn whole_rows(returned: &Returned, tokens: Range<usize>) -> Vec<Vec<String>> {
    let all = &returned.paragraphs;
    let first = all.partition_point(|p| (p.start as usize) < tokens.start);
    let end = all.partition_point(|p| (p.start as usize) < tokens.end);
    let begins = all.get(first).is_some_and(|p| p.start as usize == tokens.start && p.row > 0);
    if first >= end || !begins {
        return Vec::new();
    }
    let parted = first.checked_sub(1).is_none_or(|before| all[before].row != all[first].row);
    if !parted {
        return Vec::new();
    }
    let next = all.get(end);
    if next.is_some_and(|p| p.start as usize != tokens.end || p.row == all[end - 1].row) {
        return Vec::new();
    }
    let mut out: Vec<Vec<String>> = Vec::new();
    let mut last = (0, 0);
    for (at, paragraph) in all[first..end].iter().enumerate() {
        if paragraph.row == 0 {
            return Vec::new();
        }
        let stop = all.get(first + at + 1).map_or(tokens.end, |next| next.start as usize);
        let words = &returned.text[paragraph.start as usize..stop.min(tokens.end)];
        let words: String = words
            .iter()
            .filter(|token| token.deleted.is_none() && token.c != PARAGRAPH)
            .map(|token| token.c)
            .collect();
        if paragraph.row != last.0 {
            out.push(Vec::new());
        }
        match out.last_mut() {
            Some(row) if (paragraph.row, paragraph.cell) != last => row.push(words),
            Some(row) => {
                if let Some(cell) = row.last_mut() {
                    cell.push('\n');
                    cell.push_str(&words);
                }
            }
            None => {}
        }
        last = (paragraph.row, paragraph.cell);
    }
    out
}

/// Returns, for every token that came back, the letter it stands at.
///
/// What follows words that were replaced without a record stands behind them.
fn places(
    text: &[Token],
    base: &[(char, usize)],
    to: &[Option<usize>],
    changes: &[Change],
) -> Vec<usize> {
    let mut ends: Vec<(usize, usize)> = changes
        .iter()
        .filter(|change| change.length > 0)
        .map(|change| (change.token + change.length, change.letters.end))
        .collect();
    ends.sort_unstable();
    let mut ends = ends.into_iter().peekable();
    let mut out = vec![0; text.len() + 1];
    let mut known =
        base.iter().zip(to).filter_map(|((_, token), letter)| Some((*token, (*letter)?)));
    let mut next = known.next();
    let mut place = 0;
    let mut seen = false;
    for (at, out) in out.iter_mut().enumerate() {
        while let Some((_, end)) = ends.next_if(|(token, _)| *token <= at) {
            (place, seen) = (end, true);
        }
        if let Some((token, letter)) = next
            && token == at
        {
            place = letter + 1;
            seen = true;
            *out = letter;
            next = known.next();
            continue;
        }
        *out = if seen { place } else { next.map_or(0, |(_, letter)| letter) };
    }
    out
}

/// Tells whether there is so much that it is the same where it comes again: a few words, or a
/// picture.
fn is_much(sent: &Sent, letters: &Range<usize>) -> bool {
    let pictured = |at: usize| place_of(sent.text[at].c).is_some();
    letters.len() > 20 || letters.clone().any(pictured)
}

/// Tells words that went from one place and stand at another, unrecorded, as moved.
fn moved_whole(sent: &Sent, changes: &mut [Change]) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let gone: Vec<(usize, String)> = changes
        .iter()
        .enumerate()
        .filter(|(_, c)| !c.tracked && c.insert.trim().is_empty() && is_much(sent, &c.letters))
        .map(|(at, c)| {
            let text: String = sent.text[c.letters.clone()].iter().map(|l| l.c).collect();
            (at, words(&text))
        })
        .collect();
    for (number, (from, text)) in gone.into_iter().enumerate() {
        let to = changes.iter().position(|c| {
            !c.tracked && c.letters.is_empty() && c.moved.is_empty() && words(&c.insert) == text
        });
        if let Some(to) = to {
            let name = format!("found-{number}");
            changes[from].moved.clone_from(&name);
            changes[to].moved = name;
        }
    }
}
