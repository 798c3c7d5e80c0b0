//! Lines with what tells where a paragraph begins: label, indents, gaps, marks.

use crate::import::labels::{self, Form};

use super::lines::{Line, Span};

/// A line whose words, marks and label have been told apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) page: u32,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    /// Size of the largest words.
    pub(super) largest: f32,
    pub(super) bold: bool,
    /// The words, note marks taken out.
    pub(super) text: String,
    /// Byte offsets and note marks.
    pub(super) marks: Vec<(usize, String)>,
    /// What may be a label at the start.
    pub(super) label: Option<Opening>,
    /// Width of the first word, to tell whether it would have fitted on the line before.
    pub(super) first_word: f32,
    /// Width of the first two words.
    pub(super) first_words: f32,
    /// Number of stretches that wide white space parts, the label not counted.
    pub(super) cells: usize,
    /// Widest white space in the row, in units of its size.
    pub(super) widest: f32,
}

/// What may be a label at the start of a row.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) printed: String,
    /// Byte offset at which the words begin.
    pub(super) rest: usize,
    pub(super) form: Form,
    pub(super) closed: bool,
    /// Where the words begin on the page.
    pub(super) words_at: f32,
    /// Whether more than a word space parts label and words.
    pub(super) apart: bool,
}

/// Returns the row of a line; `is_mark` tells whether a raised figure is a note's mark.
///
/// Where marks are `stroked`, `2/` on the line is one too.
pub(super) fn row(line: &Line, stroked: bool, mut is_mark: impl FnMut(&str) -> bool) -> Row {
    let mut text = String::new();
    let mut marks = Vec::new();
    // Where each byte of the text stands: start of a span's text, its place.
    let mut places: Vec<(usize, f32, f32, usize)> = Vec::new();
    let mut cells = 1;
    let mut widest = 0.0_f32;
    let mut edge: Option<f32> = None;
    for span in &line.spans {
        let core = span.text.trim();
        if span.raised && mark_like(core) && is_mark(core) {
            for mark in core.split([',', ' ']).filter(|mark| !mark.is_empty()) {
                marks.push((text.len(), mark.to_owned()));
            }
            edge = Some(span.x1);
            continue;
        }
        if let Some(cut) = two_marks(core).filter(|_| span.raised)
            && is_mark(&core[..cut])
            && is_mark(&core[cut..])
        {
            marks.extend([&core[..cut], &core[cut..]].map(|mark| (text.len(), mark.to_owned())));
            edge = Some(span.x1);
            continue;
        }
        if span.spaced && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        if let Some(gap) = edge.map(|edge| span.x0 - edge) {
            if gap > wide(span) {
                cells += 1;
            }
            widest = widest.max(gap / line.size.max(1.0));
        }
        places.push((text.len(), span.x0, span.x1, span.text.len()));
        text.push_str(&span.text);
        edge = Some(edge.map_or(span.x1, |edge| edge.max(span.x1)));
    }
    let trimmed = text.trim_end().len();
    text.truncate(trimmed);
    let label = opening(&text, &places, line.size);
    if label.as_ref().is_some_and(|label| label.apart && label.words_at - line.x0 > line.size)
        && cells > 1
    {
        let after = label.as_ref().map_or(0, |label| label.rest);
        // The space after a label does not make a table.
        cells = 1 + places
            .windows(2)
            .filter(|pair| pair[1].0 > after && pair[1].1 - pair[0].2 > line.size * 1.6)
            .count();
    }
    if stroked {
        take_stroked(&mut text, &mut marks, &mut is_mark);
    }
    let letters = text.chars().count().max(1) as f32;
    let mut lengths = text.split(' ').map(|word| word.chars().count());
    let first = lengths.next().unwrap_or(0);
    let second = lengths.next().map_or(0, |second| second + 1);
    let share = |count: usize| count as f32 / letters * (line.x1 - line.x0);
    Row {
        page: line.page,
        x0: line.x0,
        x1: line.x1,
        y: line.y,
        size: line.size,
        largest: line
            .spans
            .iter()
            .filter(|span| span.text.trim().chars().count() > 1)
            .map(|span| span.size)
            .fold(line.size, f32::max),
        bold: line.bold,
        first_word: share(first),
        first_words: share(first + second),
        label,
        text,
        marks,
        cells,
        widest,
    }
}

/// Returns where figures part into two that follow each other: `67` after the fifth note.
fn two_marks(figures: &str) -> Option<usize> {
    if figures.len() > 6 || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    (1..figures.len()).find(|cut| {
        let (first, second) = figures.split_at(*cut);
        let number = |text: &str| text.parse::<u32>().ok();
        number(first).is_some_and(|first| first > 0 && number(second) == Some(first + 1))
    })
}

fn wide(span: &Span) -> f32 {
    span.size * 1.6
}

fn opening(text: &str, places: &[(usize, f32, f32, usize)], size: f32) -> Option<Opening> {
    let label = labels::split(text)?;
    let printed = label.printed.to_owned();
    let (rest, form, closed) = (label.rest, label.form, label.closed);
    let end = text[..rest].trim_end().len();
    let place = |offset: usize| -> Option<f32> {
        let (start, x0, x1, length) =
            places.iter().rev().find(|(start, ..)| *start <= offset).copied()?;
        let share = (offset - start) as f32 / length.max(1) as f32;
        Some(x0 + (x1 - x0) * share.min(1.0))
    };
    // A label that is a span of its own has a true end; inside a span the end is a guess.
    let own_span = places.iter().find(|(start, _, _, length)| start + length == end);
    let words_at = places.iter().find(|(start, ..)| *start == rest).map(|(_, x0, ..)| *x0);
    let (words_at, gap) = match (own_span, words_at) {
        (Some((_, _, x1, _)), Some(x)) => (x, x - x1),
        (_, Some(x)) => (x, size * 0.3),
        _ => (place(rest)?, size * 0.3),
    };
    let apart = gap > size * 0.75;
    // `115.65` is closed by the space that sets it apart; `2007.` may end a sentence.
    let closed = (closed || apart && form == Form::Decimal) && !label.may_be_a_year();
    Some(Opening { printed, rest, form, closed, words_at, apart })
}

/// Returns whether a raised text may be a note mark: `12`, `*`, `2, 3`.
pub(super) fn mark_like(text: &str) -> bool {
    let digits = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–'));
    let signs = text.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§'));
    !text.is_empty()
        && text.len() <= 12
        && (digits && text.chars().any(|c| c.is_ascii_digit()) || signs)
}

/// Returns the figures of a mark such as `2/` at the start of a text.
pub(super) fn stroke(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let ends = text[digits..]
        .strip_prefix('/')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    (ends && (1..=3).contains(&digits)).then(|| &text[..digits])
}

/// Takes marks such as `2/` out of the words.
fn take_stroked(
    text: &mut String,
    marks: &mut Vec<(usize, String)>,
    is_mark: &mut impl FnMut(&str) -> bool,
) {
    let mut from = 0;
    while let Some(at) = text[from..].find(' ').map(|at| from + at) {
        from = at + 1;
        let Some(mark) = stroke(&text[at + 1..]).filter(|mark| is_mark(mark)).map(str::to_owned)
        else {
            continue;
        };
        let length = mark.len() + 2;
        text.drain(at..at + length);
        for known in marks.iter_mut().filter(|(place, _)| *place > at) {
            known.0 = known.0.saturating_sub(length).max(at);
        }
        marks.push((at, mark));
        from = at;
    }
    marks.sort_by_key(|(place, _)| *place);
}

/// Returns the mark with which a line of notes begins, and the line without it.
pub(super) fn note_opening(line: &Line, expected: Option<u32>) -> Option<(String, Line)> {
    let first = line.spans.first()?;
    let core = first.text.trim();
    let lettered = core.len() == 1 && core.chars().all(|c| c.is_ascii_lowercase());
    if (first.raised || line.spans.len() > 1 && first.size < line.size * 0.8)
        && (mark_like(core) || lettered)
    {
        let mut rest = line.clone();
        rest.spans.remove(0);
        rest.x0 = rest.spans.first().map_or(line.x0, |span| span.x0);
        return Some((core.to_owned(), rest));
    }
    let length = first
        .text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '*' | '†' | '‡')))
        .unwrap_or(first.text.len());
    let mark = &first.text[..length];
    let signs = !mark.is_empty() && mark.chars().all(|c| matches!(c, '*' | '†' | '‡'));
    let number = mark.parse::<u32>().ok();
    let follows = number.is_some() && number == expected;
    let tail = &first.text[length..];
    let tail = tail.strip_prefix('/').filter(|_| stroke(&first.text).is_some()).unwrap_or(tail);
    let length = first.text.len() - tail.len();
    let mark = mark.to_owned();
    let parted =
        tail.starts_with([' ', '.', '\t']) || tail.is_empty() && line.spans.len() > 1 || signs;
    if !(signs || follows) || !parted {
        return None;
    }
    let mut rest = line.clone();
    let cut = length + (tail.len() - tail.trim_start_matches(['.', ' ']).len());
    rest.spans[0].text.drain(..cut);
    if rest.spans[0].text.is_empty() {
        rest.spans.remove(0);
    }
    Some((mark, rest))
}
