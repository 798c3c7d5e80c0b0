//! Document → Markdown.

use std::fmt::Write as _;

use super::text::bracketed;
use crate::model::Document;
use crate::model::call::Marking;
use crate::model::document::{Content, CoverLine, Inline, Look, Marks};

/// Returns the document as Markdown (`CommonMark` with pipe tables and footnotes).
///
/// The title is the one heading of level 1, sections are level 2. Wording put in or taken
/// out stands in `<ins>` and `<del>`, or in brackets where the call marks it so.
///
/// A picture is linked as a file of its own name in `folder`, from where the file stands; its
/// caption is the paragraph under it.
pub fn markdown(document: &Document, folder: &str) -> String {
    let Look { marking, plain, .. } = document.look;
    let mut writer = Writer { marking, plain, folder, out: String::new() };
    let cover = |lines: &[CoverLine]| -> String {
        let strong = if document.look.plain { "" } else { "**" };
        let line = |c: &CoverLine| {
            format!("{strong}{}:{strong} {}", escaped(&c.label, false), escaped(&c.value, false))
        };
        lines.iter().map(line).collect::<Vec<_>>().join("\\\n")
    };
    let (before, after) = document.cover_around_title();
    writer.paragraph(&cover(before));
    if !document.title.is_empty() {
        let note = document.title_note.map_or_else(String::new, |at| format!("[^{}]", at + 1));
        let title = escaped(&document.title, true);
        writer.paragraph(&format!("# {title}{note}"));
    }
    writer.paragraph(&cover(after));
    let mut in_list = false;
    for block in &document.blocks {
        let is_item = matches!(block.content, Content::ListItem { .. });
        if in_list && !is_item {
            writer.out.push('\n');
        }
        in_list = is_item;
        writer.block(&block.content);
    }
    if in_list {
        writer.out.push('\n');
    }
    for (at, note) in document.notes.iter().enumerate() {
        let words = writer.line(note, false).replace("\\\n", "\\\n    ");
        writer.paragraph(&format!("[^{}]: {words}", at + 1));
    }
    let mut out = writer.out;
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

struct Writer<'w> {
    marking: Marking,
    /// Whether nothing is bold or slanted, because the call forbids it.
    plain: bool,
    /// Where the files of pictures are.
    folder: &'w str,
    out: String,
}

impl Writer<'_> {
    fn block(&mut self, content: &Content) {
        match content {
            Content::Heading { level, text } => {
                let marks = "#".repeat(usize::from(*level).saturating_add(1).min(6));
                let words = self.line(text, true).replace("\\\n", " ");
                self.paragraph(&format!("{marks} {words}"));
            }
            Content::Paragraph { number: Some(number), text, .. } => {
                // Escaped: as a list it would run on into the lists of the text.
                self.paragraph(&format!("{number}\\. {}", self.line(text, true)));
            }
            Content::Paragraph { quoted, text, .. } => {
                let words = self.line(text, true);
                let words =
                    if *quoted { format!("> {}", words.replace('\n', "\n> ")) } else { words };
                self.paragraph(&words);
            }
            Content::ListItem { depth, number, text } => {
                let mark = number.map_or_else(|| "-".to_owned(), |n| format!("{n}."));
                let indent = "    ".repeat(usize::from(*depth));
                let below = format!("\\\n{indent}    ");
                let words = self.line(text, true).replace("\\\n", &below);
                let _ = writeln!(self.out, "{indent}{mark} {words}");
            }
            Content::Table { rows, .. } => self.table(rows),
            Content::Picture { picture, alt, caption, indented } => {
                let alt = escaped(alt, false);
                let place = address(&format!("{}/{}", self.folder, picture.name));
                let before = if *indented { "> " } else { "" };
                self.paragraph(&format!("{before}![{alt}]({place})"));
                let words = self.line(caption, true).replace('\n', &format!("\n{before}"));
                if !words.is_empty() {
                    self.paragraph(&format!("{before}{words}"));
                }
            }
        }
    }

    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.out.push_str(text);
            self.out.push_str("\n\n");
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Inline>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (at, row) in rows.iter().enumerate() {
            self.out.push('|');
            for column in 0..columns {
                let cell = row.get(column).map_or_else(String::new, |c| self.line(c, false));
                let _ = write!(self.out, " {} |", cell.replace("\\\n", "<br>"));
            }
            self.out.push('\n');
            if at == 0 {
                self.out.push('|');
                self.out.push_str(&" --- |".repeat(columns));
                self.out.push('\n');
            }
        }
        self.out.push('\n');
    }

    fn line(&self, inlines: &[Inline], starts_block: bool) -> String {
        let mut out = String::new();
        for (at, piece) in inlines.iter().enumerate() {
            let starts = starts_block && (out.is_empty() || out.ends_with("\\\n"));
            match piece {
                Inline::Text { text, marks } => {
                    let next = inlines.get(at + 1).and_then(first_char);
                    self.words(&mut out, text, *marks, next, starts);
                }
                Inline::Link { url, text } if crate::model::document::plain_text(text) == *url => {
                    let _ = write!(out, "<{url}>");
                }
                Inline::Link { url, text } => {
                    let url = url.replace('(', "%28").replace(')', "%29");
                    let _ = write!(out, "[{}]({url})", self.line(text, false));
                }
                Inline::Note(at) => {
                    let _ = write!(out, "[^{}]", at + 1);
                }
                Inline::Break => out.push_str("\\\n"),
            }
        }
        out
    }

    fn words(&self, out: &mut String, text: &str, marks: Marks, next: Option<char>, starts: bool) {
        let words = escaped(text, starts);
        match (self.marking, marks.inserted, marks.deleted) {
            (Marking::Brackets, true, _) => return bracketed_escaped(out, "add", &words),
            (Marking::Brackets, _, true) => return bracketed_escaped(out, "delete", &words),
            (_, true, _) => return enclosed(out, &words, "<ins>", "</ins>"),
            (_, _, true) => return enclosed(out, &words, "<del>", "</del>"),
            _ => {}
        }
        let core = text.trim();
        // `**` beside a letter on one side and punctuation on the other is not read as
        // emphasis (CommonMark, delimiter runs); HTML always is.
        let ends_before = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let outer_end = if text.ends_with(char::is_whitespace) { None } else { next };
        let outer_start =
            if text.starts_with(char::is_whitespace) { None } else { out.chars().last() };
        let plain = core.chars().next().is_some_and(char::is_alphanumeric)
            && core.chars().last().is_some_and(char::is_alphanumeric);
        let html = !plain && (ends_before(outer_end) || ends_before(outer_start));
        match (marks.bold && !self.plain, marks.italic && !self.plain) {
            (false, false) => out.push_str(&words),
            (true, false) if html => enclosed(out, &words, "<strong>", "</strong>"),
            (false, true) if html => enclosed(out, &words, "<em>", "</em>"),
            (true, true) if html => enclosed(out, &words, "<strong><em>", "</em></strong>"),
            (true, false) => enclosed(out, &words, "**", "**"),
            (false, true) => enclosed(out, &words, "*", "*"),
            (true, true) => enclosed(out, &words, "***", "***"),
        }
    }
}

/// Returns the address of a file beside this one, as Markdown reads it whole.
fn address(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '\\')) {
        let mut out = String::from("<");
        for c in path.chars() {
            if matches!(c, '<' | '>' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
        return out + ">";
    }
    path.to_owned()
}

fn bracketed_escaped(out: &mut String, what: &str, words: &str) {
    let mut plain = String::new();
    bracketed(&mut plain, what, words);
    out.push_str(&plain.replacen(&format!("[{what}:"), &format!("\\[{what}:"), 1));
}

fn first_char(piece: &Inline) -> Option<char> {
    match piece {
        Inline::Text { text, .. } => text.chars().next(),
        Inline::Link { .. } | Inline::Note(_) | Inline::Break => None,
    }
}

/// Writes words between marks, their spaces outside.
fn enclosed(out: &mut String, words: &str, open: &str, close: &str) {
    let core = words.trim();
    if core.is_empty() {
        out.push_str(words);
        return;
    }
    out.push_str(&words[..words.len() - words.trim_start().len()]);
    out.push_str(open);
    out.push_str(core);
    out.push_str(close);
    out.push_str(&words[words.trim_end().len()..]);
}

/// Escapes what Markdown would read as its own.
///
/// An underscore inside a word and most punctuation mean nothing to Markdown and stay as
/// they are. `starts` says that the text stands at the start of a line.
pub(crate) fn escaped(text: &str, starts: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
        let inside_word = at > 0 && word(chars.get(at - 1)) && word(chars.get(at + 1));
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '_' => !inside_word,
            '&' => is_entity(&chars[at + 1..]),
            '#' | '+' | '-' | '=' => starts && at == 0,
            '.' | ')' => {
                starts && at > 0 && at < 10 && chars[..at].iter().all(char::is_ascii_digit)
            }
            '!' => chars.get(at + 1).is_none_or(|c| *c == '['),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Tells whether what follows an ampersand makes it a character reference: `amp;`, `#38;`.
fn is_entity(after: &[char]) -> bool {
    let name = after.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '#').count();
    name > 0 && after.get(name) == Some(&';')
}
