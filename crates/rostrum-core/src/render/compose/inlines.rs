//! Builds one line of a document: words, emphasis, links, notes, breaks.

use super::clean::{checked_link, inside};
use super::notes::Notes;
use super::{clean, findings};
use crate::finding::Place;
use crate::model::Tongue;
use crate::model::document::{Inline, Marks};

/// A line in the making.
#[derive(Debug, Default)]
pub(super) struct Line {
    out: Vec<Inline>,
    /// Words not yet looked through for citations: they may come in pieces.
    pending: String,
    /// Emphasis of the words to come.
    bold: u32,
    italic: u32,
    /// Languages said by hand, the innermost last.
    tongues: Vec<Tongue>,
    link: Option<(String, Vec<Inline>)>,
    /// Whether the last piece is the mark of a citation, so that punctuation may pass it.
    after_citation: bool,
    /// Whether something was taken out here, so that no space is left where it stood.
    gap: bool,
}

impl Line {
    /// Returns a line of plain text; citations in it become notes, line ends breaks.
    pub(super) fn of_text(text: &str, notes: &mut Notes<'_>, place: &Place) -> Vec<Inline> {
        let mut line = Self::default();
        for (at, part) in text.trim().lines().enumerate() {
            if at > 0 {
                line.line_break(notes, place);
            }
            line.text(part);
        }
        line.finish(notes, place)
    }

    /// Tells whether nothing has been written.
    pub(super) fn is_empty(&self) -> bool {
        self.out.is_empty() && self.pending.trim().is_empty() && self.link.is_none()
    }

    /// Adds words.
    pub(super) fn text(&mut self, text: &str) {
        let closes = |c: char| c.is_whitespace() || PASSES.contains(&c) || c == ')';
        if std::mem::take(&mut self.gap) && text.starts_with(closes) {
            self.pending.truncate(self.pending.trim_end().len());
        }
        self.pending.push_str(text);
    }

    /// Notes that something was taken out of the line here.
    pub(super) fn leave_out(&mut self) {
        self.gap = true;
    }

    /// Begins or ends bold words.
    pub(super) fn bold(&mut self, on: bool, notes: &mut Notes<'_>, place: &Place) {
        self.settle(notes, place);
        self.bold = step(self.bold, on);
    }

    /// Begins or ends words in italics.
    pub(super) fn italic(&mut self, on: bool, notes: &mut Notes<'_>, place: &Place) {
        self.settle(notes, place);
        self.italic = step(self.italic, on);
    }

    /// Begins words in another language.
    pub(super) fn open_tongue(&mut self, tongue: Tongue, notes: &mut Notes<'_>, place: &Place) {
        self.settle(notes, place);
        self.tongues.push(tongue);
    }

    /// Ends words in another language; false when none were begun.
    pub(super) fn close_tongue(&mut self, notes: &mut Notes<'_>, place: &Place) -> bool {
        if self.tongues.is_empty() {
            return false;
        }
        self.settle(notes, place);
        self.tongues.pop().is_some()
    }

    /// Begins a link; one to an address that may not be linked to prints as words.
    pub(super) fn open_link(&mut self, url: &str, notes: &mut Notes<'_>, place: &Place) {
        self.settle(notes, place);
        match checked_link(url) {
            Some(url) => self.link = Some((url, Vec::new())),
            None => notes.report(findings::refused_link(url, place.clone())),
        }
    }

    /// Ends a link; one without words shows its address.
    pub(super) fn close_link(&mut self, notes: &mut Notes<'_>, place: &Place) {
        self.settle(notes, place);
        if let Some((url, mut text)) = self.link.take() {
            if text.is_empty() {
                text.push(Inline::plain(url.clone()));
            }
            self.out.push(Inline::Link { url, text });
        }
    }

    /// Adds the mark of a note.
    pub(super) fn note(&mut self, note: u32, notes: &mut Notes<'_>, place: &Place) {
        self.settle(notes, place);
        self.target().push(Inline::Note(note));
        self.after_citation = false;
    }

    /// Adds a line break.
    pub(super) fn line_break(&mut self, notes: &mut Notes<'_>, place: &Place) {
        let gap = std::mem::take(&mut self.gap);
        self.settle(notes, place);
        if gap && matches!(self.target().last(), Some(Inline::Break)) {
            return;
        }
        self.target().push(Inline::Break);
        self.after_citation = false;
    }

    /// Returns the line, without spaces and breaks at its ends.
    pub(super) fn finish(mut self, notes: &mut Notes<'_>, place: &Place) -> Vec<Inline> {
        self.settle(notes, place);
        if self.link.is_some() {
            self.close_link(notes, place);
        }
        trimmed(self.out)
    }

    fn target(&mut self) -> &mut Vec<Inline> {
        match &mut self.link {
            Some((_, text)) => text,
            None => &mut self.out,
        }
    }

    fn marks(&self) -> Marks {
        Marks {
            bold: self.bold > 0,
            italic: self.italic > 0,
            tongue: self.tongues.last().copied().unwrap_or_default(),
            ..Marks::NONE
        }
    }

    /// Turns the words that wait into pieces, with their citations as notes.
    pub(super) fn settle(&mut self, notes: &mut Notes<'_>, place: &Place) {
        let pending = std::mem::take(&mut self.pending);
        let mut rest = pending.as_str();
        while let Some((before, inner, after)) = next_bracket(rest) {
            self.put(before, notes);
            match notes.citation(inner, place) {
                Some(words) => self.cite(words, notes),
                None => self.put(&rest[before.len()..rest.len() - after.len()], notes),
            }
            rest = after;
        }
        self.put(rest, notes);
        if let Some(mark) = rest.find("[^").and_then(|at| {
            let inner = &rest[at + 2..];
            inner.find(']').map(|end| &inner[..end])
        }) {
            notes.report(findings::missing_footnote(&clean(mark), place.clone()));
        }
    }

    fn cite(&mut self, words: Vec<Inline>, notes: &mut Notes<'_>) {
        if notes.cites_in_brackets() {
            in_brackets(self.target(), words);
            return;
        }
        if notes.in_note() {
            self.target().extend(words);
            return;
        }
        let beside = self.after_citation;
        let target = self.target();
        if let Some(Inline::Text { text, .. }) = target.last_mut() {
            text.truncate(text.trim_end().len());
            if text.is_empty() {
                target.pop();
            }
        }
        // Two citations side by side are one note: two raised marks would read as one number.
        match target.last() {
            Some(Inline::Note(last)) if beside => {
                let last = *last;
                notes.extend(last, words);
            }
            _ => {
                let note = notes.add_citation(words);
                self.target().push(Inline::Note(note));
            }
        }
        self.after_citation = true;
    }

    fn put(&mut self, text: &str, notes: &Notes<'_>) {
        let mut text = inside(text);
        if text.is_empty() {
            return;
        }
        let marks = self.marks();
        if self.after_citation && text.trim().is_empty() {
            // It may stand between two citations, or before punctuation: keep it back.
            self.target().push(Inline::marked(text, marks));
            return;
        }
        if self.after_citation && notes.marks_follow_punctuation() {
            let end = text.find(|c| !PASSES.contains(&c)).unwrap_or(text.len());
            let passing: String = text.drain(..end).collect();
            self.before_mark(Inline::marked(passing, marks));
        }
        push_merged(self.target(), Inline::marked(text, marks));
        self.after_citation = false;
    }

    /// Puts words before the note at the end of the line and the spaces around it.
    fn before_mark(&mut self, words: Inline) {
        let target = self.target();
        while matches!(target.last(), Some(Inline::Text { text, .. }) if text.trim().is_empty()) {
            target.pop();
        }
        // Words of a link that begins behind the note stay in it.
        let mark = target.pop();
        push_merged(target, words);
        target.extend(mark);
    }
}

/// Names sources in brackets at the end of a line, before the punctuation that ends it:
/// "for years." becomes "for years (A/79/214)."
pub(super) fn in_brackets(line: &mut Vec<Inline>, words: Vec<Inline>) {
    let mut ending = String::new();
    let mut gap = " ";
    match line.last_mut() {
        Some(Inline::Text { text, .. }) => {
            text.truncate(text.trim_end().len());
            let kept = text.trim_end_matches(['.', ',', ';', ':']).len();
            ending = text.split_off(kept);
            text.truncate(text.trim_end().len());
            if text.is_empty() {
                line.pop();
            }
        }
        None | Some(Inline::Break) => gap = "",
        Some(Inline::Link { .. } | Inline::Note(_)) => {}
    }
    push_merged(line, Inline::plain(format!("{gap}(")));
    line.extend(words);
    push_merged(line, Inline::plain(format!("){ending}")));
}

/// Punctuation that stands before the mark of a note.
const PASSES: [char; 9] = ['.', ',', ';', ':', '!', '?', '。', '，', '؛'];

fn step(depth: u32, on: bool) -> u32 {
    if on { depth + 1 } else { depth.saturating_sub(1) }
}

/// Finds the next `[@…]` and returns what is before, inside and after it.
fn next_bracket(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find("[@")?;
    let inner = &text[start + 1..];
    let end = inner.find([']', '['])?;
    if !inner[end..].starts_with(']') {
        let skip = start + 1 + end;
        return next_bracket(&text[skip..])
            .map(|(before, inner, after)| (&text[..skip + before.len()], inner, after));
    }
    Some((&text[..start], &inner[..end], &inner[end + 1..]))
}

/// Appends a piece, joining words of the same emphasis.
pub(super) fn push_merged(out: &mut Vec<Inline>, piece: Inline) {
    if let (Some(Inline::Text { text, marks }), Inline::Text { text: more, marks: same }) =
        (out.last_mut(), &piece)
        && marks == same
    {
        text.push_str(more);
        return;
    }
    out.push(piece);
}

/// Takes spaces and breaks off both ends.
pub(super) fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    while let Some(first) = line.first_mut() {
        match first {
            Inline::Break => drop(line.remove(0)),
            Inline::Text { text, .. } => {
                let kept = text.trim_start().len();
                text.drain(..text.len() - kept);
                if !text.is_empty() {
                    break;
                }
                line.remove(0);
            }
            _ => break,
        }
    }
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Break => drop(line.pop()),
            Inline::Text { text, .. } => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
                line.pop();
            }
            _ => break,
        }
    }
    line
}
