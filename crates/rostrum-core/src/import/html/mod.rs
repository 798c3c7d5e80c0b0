//! Reads web pages.

use std::collections::{BTreeMap, BTreeSet};

use scraper::node::Element;
use scraper::{Html, Node};

use crate::model::Draft;
use crate::model::draft::{BlockKind, DraftFormat};

use crate::import::ImportError;
use crate::import::assemble;
use crate::import::docx::table::Table;
use crate::import::labels::to_roman;
use crate::import::piece::{Mark, Note, Piece};
use crate::import::reading::Reading;
use crate::import::text;

mod notes;

use notes::{bare_mark, is_mark, note_targets};

/// Largest page that is read, in bytes.
const MOST_BYTES: usize = 32 << 20;

/// Most elements that may be open at once: the parser's time grows with their square.
const MOST_OPEN: usize = 4_000;

/// Elements that need no end tag.
const UNCLOSED: [&str; 30] = [
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot",
    "colgroup", "col", "br", "hr", "img", "input", "meta", "link", "base", "area", "wbr", "param",
    "source", "track", "embed", "rp", "rt", "body",
];

/// Elements whose content is not text of the document.
const SKIPPED: [&str; 20] = [
    "script", "style", "noscript", "template", "nav", "svg", "math", "button", "select", "option",
    "form", "iframe", "object", "audio", "video", "canvas", "input", "textarea", "head", "dialog",
];

/// Elements that end the paragraph before them.
const BLOCKS: [&str; 36] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "figure",
    "figcaption",
    "address",
    "hr",
    "body",
    "details",
    "summary",
    "center",
    "fieldset",
];

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge {
            what: "web page".into(),
            size: bytes.len() as u64,
            limit: MOST_BYTES as u64,
        });
    }
    let source = decode(bytes);
    let depth = open_elements(&source);
    if depth > MOST_OPEN {
        return Err(ImportError::TooLarge {
            what: "number of elements open at once in the web page".into(),
            size: depth as u64,
            limit: MOST_OPEN as u64,
        });
    }
    let page = Html::parse_document(&source);
    let mut walk = Walk { targets: note_targets(&page), ..Walk::default() };
    let root = page.tree.root();
    let mut node = root;
    // Step by step instead of by recursion: a hostile page may nest without bound.
    'walk: loop {
        let entered = walk.open(node.value());
        if entered && let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        if entered {
            walk.close(node.value());
        }
        loop {
            if node == root {
                break 'walk;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { break 'walk };
            node = parent;
            walk.close(node.value());
        }
    }
    walk.flush();
    walk.end_note();
    let mut reading = walk.reading;
    reading.format = DraftFormat::Html;
    assemble::draft(reading)
}

/// A byte order mark or a `charset` in the first kilobyte names the encoding.
fn decode(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(2048)];
    let lower = String::from_utf8_lossy(head).to_lowercase();
    let named = lower.find("charset=").and_then(|at| {
        let label: String = lower[at + 8..]
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            .collect();
        encoding_rs::Encoding::for_label(label.as_bytes())
    });
    match named {
        // Pages that say UTF-8 and are not are common; the bytes decide.
        Some(encoding) if encoding != encoding_rs::UTF_8 && std::str::from_utf8(bytes).is_err() => {
            encoding.decode(bytes).0.into_owned()
        }
        _ => text::decode(bytes).0,
    }
}

/// Returns the most elements that are open at once, by counting tags.
fn open_elements(source: &str) -> usize {
    let (mut open, mut most) = (0usize, 0usize);
    let bytes = source.as_bytes();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
        let tag = &bytes[at + 1..bytes.len().min(at + 24)];
        let closing = tag.first() == Some(&b'/');
        let name = &tag[usize::from(closing)..];
        let length = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = &name[..length];
        if length == 0 || UNCLOSED.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes())) {
            continue;
        }
        if closing {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            most = most.max(open);
        }
    }
    most
}

#[derive(Default)]
struct Walk {
    reading: Reading,
    targets: BTreeSet<String>,
    piece: Option<Piece>,
    heading: Option<u8>,
    lists: Vec<List>,
    label: Option<String>,
    tables: Vec<Table>,
    note: Option<Note>,
    /// Marks as printed, by the id of their note.
    printed: BTreeMap<String, String>,
    /// Mark that is read, with the id of its note.
    mark: Option<(String, String)>,
    /// Words of a link that leads back from a note.
    back: usize,
    strong: usize,
    letters: (usize, usize),
    breaks: usize,
}

struct List {
    next: i64,
    step: i64,
    shape: String,
    ordered: bool,
}

impl Walk {
    /// Enters a node; returns whether its children are to be read.
    fn open(&mut self, node: &Node) -> bool {
        match node {
            Node::Text(text) => {
                self.say(text);
                true
            }
            Node::Element(element) => self.open_element(element),
            Node::Document | Node::Fragment => true,
            _ => false,
        }
    }

    fn open_element(&mut self, element: &Element) -> bool {
        let name = element.name();
        if SKIPPED.contains(&name) || is_hidden(element) {
            return false;
        }
        if name == "br" {
            self.breaks += 1;
            if self.breaks >= 2 {
                self.flush();
            } else {
                self.say(" ");
                self.breaks = 1;
            }
            return true;
        }
        if BLOCKS.contains(&name) {
            self.flush();
        }
        let id = element.attr("id").or_else(|| element.attr("name"));
        let opens = self.piece.as_ref().is_none_or(|piece| piece.text.trim().is_empty());
        if let Some(id) = id.filter(|id| opens && self.targets.contains(*id)) {
            self.flush();
            self.end_note();
            self.note = Some(Note { key: id.to_owned(), ..Note::default() });
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading = name[1..].parse().ok();
            }
            "ol" | "ul" | "menu" => {
                let reversed = element.attr("reversed").is_some();
                self.lists.push(List {
                    next: element.attr("start").and_then(|n| n.trim().parse().ok()).unwrap_or(1),
                    step: if reversed { -1 } else { 1 },
                    shape: element.attr("type").unwrap_or("1").to_owned(),
                    ordered: name == "ol",
                });
            }
            "li" => {
                if let Some(list) = self.lists.last_mut() {
                    if let Some(value) = element.attr("value").and_then(|n| n.trim().parse().ok()) {
                        list.next = value;
                    }
                    self.label = Some(list.label());
                    list.next = list.next.saturating_add(list.step);
                }
            }
            "table" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            "td" | "th" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell();
                }
            }
            "b" | "strong" | "u" => self.strong += 1,
            "a" => self.open_link(element),
            _ => {}
        }
        true
    }

    fn open_link(&mut self, element: &Element) {
        let target = element.attr("href").and_then(|href| href.strip_prefix('#'));
        match target {
            Some(target) if self.targets.contains(target) => {
                self.mark = Some((target.to_owned(), String::new()));
            }
            Some(_) if self.note.is_some() => self.back = 1,
            _ => {}
        }
    }

    fn close(&mut self, node: &Node) {
        let Node::Element(element) = node else { return };
        let name = element.name();
        if SKIPPED.contains(&name) {
            return;
        }
        if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "ol" | "ul" | "menu" => {
                self.lists.pop();
                self.label = None;
            }
            "li" => {
                self.label = None;
                self.end_note();
            }
            "table" => {
                if let Some(table) = self.tables.pop() {
                    for piece in table.pieces() {
                        self.emit(piece);
                    }
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            "b" | "strong" | "u" => self.strong = self.strong.saturating_sub(1),
            "p" | "div" | "aside" | "section" if self.lists.is_empty() => self.end_note(),
            "a" => {
                self.back = 0;
                if let Some((note, words)) = self.mark.take() {
                    let piece = self.piece.get_or_insert_with(|| Piece::plain(""));
                    let mark = Mark { at: piece.text.len(), mark: bare_mark(&words), note };
                    self.printed.entry(mark.note.clone()).or_insert_with(|| mark.mark.clone());
                    piece.marks.push(mark);
                }
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some((_, words)) = self.mark.as_mut() {
            words.push_str(text);
            return;
        }
        if self.back > 0 {
            // The note's own mark, or an arrow that leads back.
            if let Some(note) = self.note.as_mut()
                && note.mark.is_empty()
                && is_mark(text)
                && text.chars().any(|c| c.is_ascii_digit() || c == '*')
            {
                note.mark = bare_mark(text);
            }
            return;
        }
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters.0 += letters;
        self.letters.1 += if self.strong > 0 { letters } else { 0 };
        self.piece.get_or_insert_with(|| Piece::plain("")).text.push_str(text);
    }

    fn flush(&mut self) {
        self.breaks = 0;
        let heading = self.heading.take();
        let (letters, strong) = std::mem::take(&mut self.letters);
        let Some(mut piece) = self.piece.take() else {
            self.heading = heading;
            return;
        };
        if piece.text.trim().is_empty() && piece.marks.is_empty() {
            self.heading = heading;
            return;
        }
        if let Some(note) = self.note.as_mut() {
            if !note.text.is_empty() {
                note.text.push(' ');
            }
            note.text.push_str(piece.text.trim());
            return;
        }
        piece.strong = letters > 0 && strong * 10 >= letters * 9;
        if let Some(level) = heading {
            piece.kind = Some(BlockKind::Heading);
            piece.level = level;
        } else if let Some(label) = self.label.take() {
            piece.kind = Some(BlockKind::Paragraph);
            piece.level = self.lists.len().saturating_sub(1) as u8;
            if label != "•" || crate::import::labels::split(piece.text.trim()).is_none() {
                piece.label = Some(label);
            }
        }
        self.emit(piece);
    }

    fn emit(&mut self, piece: Piece) {
        match self.tables.last_mut() {
            Some(table) => table.take(piece),
            None => self.reading.pieces.push(piece),
        }
    }

    fn end_note(&mut self) {
        self.flush();
        if let Some(mut note) = self.note.take() {
            if note.text.trim().is_empty() {
                // The words follow in the next block.
                self.note = Some(note);
                return;
            }
            let text = note.text.trim();
            let opening: String = text.chars().take_while(|c| !c.is_whitespace()).collect();
            if note.mark.is_empty()
                && is_mark(&opening)
                && opening.chars().any(|c| c.is_ascii_digit() || c == '*')
            {
                note.mark = bare_mark(&opening);
                let words = text[opening.len()..].trim().to_owned();
                note.text = words;
            }
            if let Some(printed) = self.printed.get(&note.key) {
                note.mark.clone_from(printed);
            }
            if note.mark.is_empty() {
                note.mark = (self.reading.notes.len() + 1).to_string();
            }
            self.reading.notes.push(note);
        }
    }
}

impl List {
    fn label(&self) -> String {
        if !self.ordered {
            return "•".into();
        }
        let value = u32::try_from(self.next).unwrap_or(0);
        let letter = |first: u8| char::from(first + ((value.max(1) - 1) % 26) as u8).to_string();
        match self.shape.as_str() {
            "a" => letter(b'a') + ".",
            "A" => letter(b'A') + ".",
            "i" => to_roman(value) + ".",
            "I" => to_roman(value).to_uppercase() + ".",
            _ => format!("{}.", self.next),
        }
    }
}

fn is_hidden(element: &Element) -> bool {
    element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true") && element.name() != "p"
        || element.attr("style").is_some_and(|style| {
            let style: String = style.to_lowercase().split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(html: &str) -> Vec<(BlockKind, Option<String>, String)> {
        let draft = read(html.as_bytes()).expect("a draft");
        draft.blocks.into_iter().map(|b| (b.kind, b.label, b.text)).collect()
    }

    #[test]
    fn lists_give_the_numbers_a_browser_shows() {
        let seen = blocks(
            "<html><body><ol start=3><li>States recall.<li value=9>States note.</ol>\
             <ol type=a><li>one</li></ol></body></html>",
        );
        let labels: Vec<Option<&str>> = seen.iter().map(|(_, label, _)| label.as_deref()).collect();
        assert_eq!(labels, [Some("3."), Some("9."), Some("a.")]);
    }

    #[test]
    fn notes_are_taken_apart() {
        let seen = blocks(
            "<p>1. States recall the norms.<sup><a href='#fn1' id='r1'>1</a></sup></p>\
             <ol><li id='fn1'>A/RES/1. <a href='#r1'>back</a></li></ol>",
        );
        assert_eq!(seen[0].2, "States recall the norms.");
        assert_eq!(seen[1], (BlockKind::Footnote, Some("1".into()), "A/RES/1.".into()));
    }

    #[test]
    fn deep_nesting_is_walked_and_bottomless_nesting_refused() {
        let html = |depth| format!("<html><body>{}words", "<div>".repeat(depth));
        assert_eq!(blocks(&html(1_000)).len(), 1);
        let refused = read(html(100_000).as_bytes());
        assert!(matches!(refused, Err(ImportError::TooLarge { .. })), "{refused:?}");
    }
}
