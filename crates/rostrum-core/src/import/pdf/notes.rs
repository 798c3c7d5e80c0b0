//! Takes footnotes and endnotes off the pages.

use crate::import::hyphen::Vocabulary;
use crate::import::piece::Note;

use super::lines::Line;
use super::page::Sheet;
use super::rows::{mark_like, note_opening, stroke};

/// Headings under which endnotes stand.
const ENDNOTES: [&str; 8] = [
    "notes",
    "endnotes",
    "end notes",
    "footnotes",
    "notas",
    "примечания",
    "references",
    "notes de fin",
];

/// Fewest numbered lines that make a list and not the notes of a page.
const FEWEST_IN_LIST: usize = 6;

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) found: Vec<Note>,
    /// Whether marks are printed on the line with a stroke, as typewriters did: `2/`.
    pub(super) stroked: bool,
}

impl Notes {
    /// Returns the key of the note that a mark on a page points to.
    pub(super) fn key(&self, mark: &str, page: u32) -> Option<&str> {
        let near = |note: &&Note| note.page.is_some_and(|at| at == page || at == page + 1);
        let same = || self.found.iter().filter(|note| note.mark == mark);
        let found = same().find(near).or_else(|| {
            // Notes at the end of the document or of a chapter.
            let number = mark.starts_with(|c: char| c.is_ascii_digit());
            let after = same().find(|note| note.page.is_some_and(|at| at > page));
            after.filter(|_| number)
        })?;
        Some(found.key.as_str())
    }
}

/// Takes the notes off the pages.
pub(super) fn take(sheets: &mut [Sheet], body: f32, words: &Vocabulary) -> Notes {
    let mut notes = Notes::default();
    // Before the notes of single pages: the first page of endnotes looks like one of those.
    let at_the_end = endnotes(sheets, body).map(|(page, line)| {
        let mut lines = sheets[page].lines.split_off(line);
        for sheet in &mut sheets[page + 1..] {
            lines.append(&mut sheet.lines);
        }
        lines
    });
    for sheet in sheets.iter_mut() {
        let Some(first) = start_of_notes(sheet, body) else { continue };
        if !is_pointed_to(&sheet.lines, first) {
            continue;
        }
        let lines = sheet.lines.split_off(first);
        gather(lines, &mut notes, words);
        // A separator drawn with underscores.
        if sheet.lines.last().is_some_and(|line| is_drawn_rule(&line.text())) {
            sheet.lines.pop();
        }
    }
    gather(at_the_end.unwrap_or_default(), &mut notes, words);
    // What is left of drawn rules parts nothing any more.
    for sheet in sheets.iter_mut() {
        sheet.lines.retain(|line| !is_drawn_rule(&line.text()));
    }
    notes
}

/// Returns whether what may be notes is: a list of some length with plain numbers, to none of
/// which a mark on the page points, is a list.
fn is_pointed_to(lines: &[Line], first: usize) -> bool {
    let opened: Vec<(String, bool)> = lines[first..]
        .iter()
        .filter_map(|line| {
            let raised = line.spans.first().is_some_and(|span| span.raised);
            let text = line.text();
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            (digits > 0).then(|| (text[..digits].to_owned(), raised))
        })
        .collect();
    if opened.len() < FEWEST_IN_LIST || opened.iter().any(|(_, raised)| *raised) {
        return true;
    }
    lines[..first].iter().flat_map(|line| &line.spans).any(|span| {
        span.raised && opened.iter().any(|(number, _)| number.as_str() == span.text.trim())
    })
}

fn is_drawn_rule(text: &str) -> bool {
    let core = text.trim();
    // Reports end with a row of five hyphens.
    core.len() >= 5 && core.chars().all(|c| matches!(c, '_' | '-' | '—' | '–' | ' '))
}

/// Returns the index of the first line that belongs to the notes at the foot of a page.
fn start_of_notes(sheet: &Sheet, body: f32) -> Option<usize> {
    let lines = &sheet.lines;
    let opens = |at: usize| {
        lines.get(at).is_some_and(|line| note_opening(line, None).is_some() || plain_number(line))
    };
    let small = |at: usize| lines[at..].iter().all(|line| line.size <= body + 0.3);
    // A separator: drawn as a short rule, or written with underscores.
    let drawn = lines
        .iter()
        .position(|line| is_drawn_rule(&line.text()) && line.y > sheet.height * 0.2)
        .map(|at| at + 1);
    if let Some(at) = drawn.filter(|at| *at < lines.len() && small(*at)) {
        return Some(at);
    }
    for (x0, x1, y) in &sheet.rules {
        let width = x1 - x0;
        if width < 40.0 || width > sheet.width * 0.45 || *y < sheet.height * 0.15 {
            continue;
        }
        let Some(at) = lines.iter().position(|line| line.y > *y) else { continue };
        let near = lines[at].y - y < lines[at].size * 3.5;
        let beside = *x0 < lines[at].x0 + sheet.width * 0.1;
        let under = at > 0 && *y - lines[at - 1].y < 3.5 && lines[at - 1].x0 >= *x0 - 3.0;
        if near && beside && small(at) && !under && opens(at) {
            return Some(at);
        }
        // A note that runs over from the page before has no mark of its own.
        let smaller = lines[at..].iter().all(|line| line.size <= body - 0.8);
        if near && beside && !under && smaller {
            return Some(at);
        }
    }
    // Set as large as the text, but apart from it, and pointed to.
    let last =
        (1..lines.len()).rev().take_while(|at| lines[*at].y > sheet.height * 0.5).find(|at| {
            let (line, above) = (&lines[*at], &lines[*at - 1]);
            let Some(mark) = line.spans.first().filter(|span| span.raised) else { return false };
            let core = mark.text.trim();
            let pointed = lines[..*at].iter().any(|line| {
                line.spans.iter().skip(1).any(|span| span.raised && span.text.trim() == core)
            });
            mark_like(core) && pointed && line.y - above.y > line.size * 2.2
        });
    if last.is_some() {
        return last;
    }
    // No separator: small print at the foot that begins with a mark.
    let mut at = lines.len();
    while at > 0 && lines[at - 1].size <= body - 0.8 {
        at -= 1;
    }
    if at == 0 {
        // A page of small print alone is a table or an annex, not notes.
        return None;
    }
    let first = (at..lines.len()).find(|at| opens(*at))?;
    let low = lines[first].y > sheet.height * 0.3;
    let raised = lines[first].spans.first().is_some_and(|span| span.raised);
    (low && (first == at || raised)).then_some(first)
}

fn plain_number(line: &Line) -> bool {
    let text = line.text();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && (text[digits..].starts_with([' ', '.']) || text[digits..].starts_with("/ "))
}

/// Returns page and line at which endnotes begin: below a heading such as `Notes`.
fn endnotes(sheets: &[Sheet], body: f32) -> Option<(usize, usize)> {
    for page in (0..sheets.len()).rev().take(40) {
        for (at, line) in sheets[page].lines.iter().enumerate().rev() {
            let text = line.text().trim().trim_end_matches(':').to_lowercase();
            if !ENDNOTES.contains(&text.as_str()) {
                continue;
            }
            let next = sheets[page]
                .lines
                .get(at + 1)
                .or_else(|| sheets.get(page + 1).and_then(|sheet| sheet.lines.first()))?;
            let marked = note_opening(next, Some(1))
                .is_some_and(|(mark, _)| mark == "1" || mark == "*" || mark == "a" || mark == "i");
            let small =
                next.size < body - 0.3 || next.spans.first().is_some_and(|span| span.raised);
            if marked && small {
                return Some((page, at + 1));
            }
        }
    }
    None
}

fn gather(lines: Vec<Line>, notes: &mut Notes, words: &Vocabulary) {
    for line in lines.into_iter().filter(|line| !is_drawn_rule(&line.text())) {
        notes.stroked |= stroke(&line.text()).is_some();
        let last = notes.found.iter().rev().find_map(|note| note.mark.parse::<u32>().ok());
        let expected = Some(last.map_or(1, |last| last + 1));
        let opened = note_opening(&line, expected).or_else(|| {
            // The first note of a page may start anew or jump.
            let first = notes.found.last().is_none_or(|note| note.page != Some(line.page));
            let number = line.text().bytes().take_while(u8::is_ascii_digit).count();
            let value = line.text()[..number].parse().ok();
            let near = value.is_some_and(|value: u32| {
                first && (value == 1 || last.is_none_or(|last| value > last && value < last + 20))
            });
            if near { note_opening(&line, value) } else { None }
        });
        match opened {
            Some((mark, rest)) => {
                let key = format!("{mark}@{}", line.page);
                notes.found.push(Note { key, mark, text: rest.text(), page: Some(line.page) });
            }
            None => match notes.found.last_mut() {
                Some(note) => super::join(&mut note.text, &line.text(), words),
                None => notes.found.push(Note {
                    key: format!("@{}", line.page),
                    mark: String::new(),
                    text: line.text(),
                    page: Some(line.page),
                }),
            },
        }
    }
    debug_assert!(
        notes
            .found
            .iter()
            .all(|note| note.mark.is_empty() || mark_like(&note.mark) || note.mark.len() <= 4)
    );
}
