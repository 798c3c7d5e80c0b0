//! Passages → Markdown that reads as the same words with the same emphasis.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::read::{BegunPicture, Item, Passage, Shape};
use super::references::References;
use crate::model::document::{Inline, Marks, plain_text};
use crate::pictures::written;
use crate::render::escaped_markdown;

/// Stands in a line where the mark of a note comes.
const MARK: char = '\u{FFFC}';

/// Writes passages, section by section.
#[derive(Debug, Default)]
pub(super) struct Writer<'n> {
    notes: &'n [Vec<Inline>],
    pictures: &'n [BegunPicture],
    pub(super) references: References,
    /// What marks each note that has been set.
    marks: Vec<Option<String>>,
    /// Footnotes of the section that is written.
    below: Vec<String>,
    /// How many footnotes there are.
    pub(super) footnotes: u32,
    /// Notes that became sources, as places among the notes.
    pub(super) cited: Vec<usize>,
    /// Words whose emphasis could not be kept.
    pub(super) flattened: Vec<String>,
    lists: Vec<Open>,
}

/// An open list.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// Depth of its items in the text that was begun.
    depth: u8,
    /// Letters before the words of its items.
    indent: usize,
    next: Option<u32>,
    /// Whether its numbers end in a bracket, to part it from the list before.
    bracket: bool,
}

impl<'n> Writer<'n> {
    /// Returns a writer that has these notes to set and these pictures to show.
    pub(super) fn new(notes: &'n [Vec<Inline>], pictures: &'n [BegunPicture]) -> Self {
        Self { notes, pictures, marks: vec![None; notes.len()], ..Self::default() }
    }

    /// Returns the passages of a section, with its footnotes at its end.
    pub(super) fn section(&mut self, passages: &[(&Passage, Option<u8>)]) -> String {
        let mut out = String::new();
        self.lists.clear();
        for (passage, level) in passages {
            let item = matches!(passage.shape, Shape::Item(_)) && level.is_none();
            if !item && !self.lists.is_empty() {
                self.lists.clear();
                out.push('\n');
            }
            match (&passage.shape, level) {
                (_, Some(level)) => {
                    let words = self.line(&passage.text, true, " ");
                    let words = not_closed(words);
                    let _ = write!(out, "{} {words}\n\n", "#".repeat(usize::from(*level)));
                }
                (Shape::Item(item), None) => self.item(&mut out, item, &passage.text),
                (Shape::Table, None) => self.table(&mut out, &passage.rows),
                (Shape::Picture(at), None) => self.picture(&mut out, *at, &passage.text),
                (Shape::Quote, None) => {
                    let words = self.line(&passage.text, true, "\\\n> ");
                    let _ = write!(out, "> {words}\n\n");
                }
                (Shape::Paragraph | Shape::Title | Shape::Heading(..), None) => {
                    let words = self.line(&passage.text, true, "\\\n");
                    let _ = write!(out, "{words}\n\n");
                }
            }
        }
        if !self.lists.is_empty() {
            out.push('\n');
        }
        for note in std::mem::take(&mut self.below) {
            let _ = write!(out, "{note}\n\n");
        }
        out
    }

    fn item(&mut self, out: &mut String, item: &Item, text: &[Inline]) {
        // What counts is which item stands deeper: a list may begin below its first level.
        let depth = self.lists.iter().take_while(|open| open.depth < item.depth).count();
        let before = self.lists.get(depth).copied();
        self.lists.truncate(depth);
        let outer = self.lists.last().map_or(0, |open| open.indent);
        let bracket = match before {
            // Numbers that do not go on begin another list.
            Some(open) if open.next == item.number || item.number.is_none() => open.bracket,
            Some(open) if open.next.is_some() => !open.bracket,
            _ => false,
        };
        let mark = match item.number {
            Some(number) => format!("{number}{}", if bracket { ')' } else { '.' }),
            None => "-".to_owned(),
        };
        let other = before.is_some_and(|open| {
            open.next.is_some() != item.number.is_some() || open.bracket != bracket
        });
        if other && depth == 0 {
            out.push('\n');
        }
        let indent = outer + mark.len() + 1;
        let next = item.number.map(|number| number.saturating_add(1));
        self.lists.push(Open { depth: item.depth, indent, next, bracket });
        let words = self.line(text, true, &format!("\\\n{}", " ".repeat(indent)));
        let _ = writeln!(out, "{}{mark} {words}", " ".repeat(outer));
    }

    fn table(&mut self, out: &mut String, rows: &[Vec<Vec<Inline>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (at, row) in rows.iter().enumerate() {
            out.push('|');
            for column in 0..columns {
                let cell =
                    row.get(column).map_or_else(String::new, |c| self.line(c, false, "<br>"));
                let _ = write!(out, " {cell} |");
            }
            out.push('\n');
            if at == 0 {
                let _ = writeln!(out, "|{}", " --- |".repeat(columns));
            }
        }
        out.push('\n');
    }

    /// Writes what shows a picture; of one that is not here its caption stays.
    fn picture(&mut self, out: &mut String, at: usize, caption: &[Inline]) {
        let caption = self.line(caption, true, " ");
        let Some(picture) = self.pictures.get(at) else { return };
        let name = picture.kept.as_ref().map(|kept| kept.name.as_str());
        match name.or(picture.elsewhere.then_some(picture.name.as_str())) {
            Some(name) => {
                let _ = write!(out, "{}\n\n", written(name, &picture.alt, &caption));
            }
            None if caption.is_empty() => {}
            None => {
                let _ = write!(out, "{caption}\n\n");
            }
        }
    }

    /// Writes a line; `between` stands where it breaks.
    fn line(&mut self, line: &[Inline], starts: bool, between: &str) -> String {
        let line = cleaned(line);
        let mut written = marked_up(&line, starts, true);
        if !reads_as(&written, &line, true) {
            if has_emphasis(&line) {
                self.flattened.push(plain_text(&line));
            }
            written = marked_up(&line, starts, false);
        }
        let mut out = String::with_capacity(written.len());
        let mut notes = numbers(&line).into_iter();
        for piece in written.split_inclusive([MARK, '\n']) {
            if let Some(words) = piece.strip_suffix(MARK) {
                out.push_str(words);
                let number = notes.next().unwrap_or_default();
                out.push_str(&self.mark(number));
            } else if let Some(words) = piece.strip_suffix("\\\n") {
                out.push_str(words);
                out.push_str(between);
            } else {
                out.push_str(piece);
            }
        }
        out
    }

    /// Returns the mark of a note; its words go below the section, or become a source.
    fn mark(&mut self, number: u32) -> String {
        let at = number as usize;
        if let Some(Some(known)) = self.marks.get(at) {
            return known.clone();
        }
        let note = self.notes.get(at).cloned().unwrap_or_default();
        let mark = match self.references.cite(&note) {
            Some(cited) => {
                self.cited.push(at);
                cited
            }
            None if note.is_empty() => return String::new(),
            None => {
                self.footnotes += 1;
                let mark = format!("[^{}]", self.footnotes);
                let place = self.below.len();
                let words = self.line(&note, true, "\\\n    ");
                self.below.insert(place, format!("{mark}: {words}"));
                mark
            }
        };
        if let Some(own) = self.marks.get_mut(at) {
            *own = Some(mark.clone());
        }
        mark
    }
}

/// Writes plain words as a heading.
pub(super) fn heading_words(words: &str) -> String {
    not_closed(escaped_markdown(words, true))
}

/// Keeps marks at the end of a heading, which Markdown takes for decoration.
fn not_closed(words: String) -> String {
    match words.strip_suffix('#') {
        Some(kept) => format!("{kept}\\#"),
        None => words,
    }
}

/// Returns a line without letters that no document may hold, pieces of one look joined, and
/// spaces outside emphasis.
fn cleaned(line: &[Inline]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let put = |out: &mut Vec<Inline>, text: &str, marks: Marks| {
        if text.is_empty() {
            return;
        }
        match out.last_mut() {
            Some(Inline::Text { text: own, marks: same }) if *same == marks => own.push_str(text),
            _ => out.push(Inline::marked(text, marks)),
        }
    };
    for piece in line {
        match piece {
            Inline::Text { text, marks } => {
                let text: String = text
                    .chars()
                    .filter(|c| !matches!(*c, '\u{200B}' | '\u{FEFF}' | MARK))
                    .map(|c| if c.is_control() || c == '\u{2028}' { ' ' } else { c })
                    .collect();
                let core = text.trim();
                if core.is_empty() {
                    // A space has no look of its own.
                    let marks = match out.last() {
                        Some(Inline::Text { marks, .. }) => *marks,
                        _ => Marks::default(),
                    };
                    put(&mut out, &text, marks);
                } else {
                    put(&mut out, &text, *marks);
                }
            }
            Inline::Link { url, text } => {
                out.push(Inline::Link { url: url.clone(), text: cleaned(text) });
            }
            other => out.push(other.clone()),
        }
    }
    out
}

fn has_emphasis(line: &[Inline]) -> bool {
    line.iter().any(|piece| match piece {
        Inline::Text { marks, .. } => marks.bold || marks.italic,
        Inline::Link { text, .. } => has_emphasis(text),
        Inline::Note(_) | Inline::Break => false,
    })
}

/// Returns the notes that are marked in a line, in order.
fn numbers(line: &[Inline]) -> Vec<u32> {
    line.iter()
        .flat_map(|piece| match piece {
            Inline::Note(number) => vec![*number],
            Inline::Link { text, .. } => numbers(text),
            Inline::Text { .. } | Inline::Break => Vec::new(),
        })
        .collect()
}

/// Writes a line with or without its emphasis; notes are [`MARK`], breaks end in `\` and a
/// line end.
fn marked_up(line: &[Inline], starts: bool, emphasis: bool) -> String {
    let mut out = String::new();
    for piece in line {
        let begins = starts && (out.is_empty() || out.ends_with("\\\n"));
        match piece {
            Inline::Text { text, marks } => {
                let mark = match (emphasis && marks.bold, emphasis && marks.italic) {
                    (true, true) => "***",
                    (true, false) => "**",
                    (false, true) => "*",
                    (false, false) => "",
                };
                let text = if begins { text.trim_start() } else { text };
                let core = text.trim();
                let lead = &text[..text.len() - text.trim_start().len()];
                let tail = &text[text.trim_end().len()..];
                if core.is_empty() {
                    out.push_str(text);
                } else {
                    let words = escaped_markdown(core, begins);
                    let _ = write!(out, "{lead}{mark}{words}{mark}{tail}");
                }
            }
            Inline::Link { url, text } if plain_text(text) == *url && numbers(text).is_empty() => {
                let _ = write!(out, "<{url}>");
            }
            Inline::Link { url, text } => {
                let url = url.replace('(', "%28").replace(')', "%29");
                let words = marked_up(text, false, emphasis);
                let _ = write!(out, "[{words}]({url})");
            }
            Inline::Note(_) => out.push(MARK),
            Inline::Break => {
                out.truncate(out.trim_end_matches(' ').len());
                if !out.is_empty() {
                    out.push_str("\\\n");
                }
            }
        }
    }
    while let Some(kept) = out.strip_suffix("\\\n") {
        out.truncate(kept.trim_end().len());
    }
    out
}

/// A letter with its emphasis.
type Seen = (char, bool, bool);

/// Tells whether Markdown reads what was written as the same letters with the same emphasis.
fn reads_as(written: &str, line: &[Inline], emphasis: bool) -> bool {
    let mut wanted = Vec::new();
    expect(line, emphasis, &mut wanted);
    let (mut bold, mut italic) = (0_u32, 0_u32);
    let mut read: Vec<Seen> = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(written, options) {
        match event {
            Event::Start(Tag::Strong) => bold += 1,
            Event::End(TagEnd::Strong) => bold = bold.saturating_sub(1),
            Event::Start(Tag::Emphasis) => italic += 1,
            Event::End(TagEnd::Emphasis) => italic = italic.saturating_sub(1),
            Event::Text(text) | Event::Code(text) => {
                letters(&text, bold > 0, italic > 0, &mut read);
            }
            Event::Html(_) | Event::InlineHtml(_) => return false,
            _ => {}
        }
    }
    wanted == read
}

fn expect(line: &[Inline], emphasis: bool, out: &mut Vec<Seen>) {
    for piece in line {
        match piece {
            Inline::Text { text, marks } => {
                letters(text, emphasis && marks.bold, emphasis && marks.italic, out);
            }
            Inline::Link { url, text } if plain_text(text) == *url => {
                letters(url, false, false, out);
            }
            Inline::Link { text, .. } => expect(text, emphasis, out),
            Inline::Note(_) => out.push((MARK, false, false)),
            Inline::Break => {}
        }
    }
}

fn letters(text: &str, bold: bool, italic: bool, out: &mut Vec<Seen>) {
    let seen = text.chars().filter(|c| !c.is_whitespace());
    out.extend(seen.map(|c| if c == MARK { (c, false, false) } else { (c, bold, italic) }));
}
