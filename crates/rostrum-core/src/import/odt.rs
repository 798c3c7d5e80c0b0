//! Reads `OpenDocument` text.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::model::Draft;
use crate::model::draft::{BlockKind, DraftFormat};

use super::ImportError;
use super::assemble::{self, finding};
use super::docx::package::{Package, damaged};
use super::docx::table::Table;
use super::labels::to_roman;
use super::piece::{Mark, Note, Piece};
use super::reading::Reading;
use super::xml::{Attributes, Sink, walk};

/// Elements whose content is not text of the document.
const SKIPPED: [&str; 10] = [
    "tracked-changes",
    "annotation",
    "annotation-end",
    "sequence-decls",
    "forms",
    "title",
    "desc",
    "note-citation-skipped",
    "ruby-text",
    "hidden-paragraph",
];

/// Reads `OpenDocument` text.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let mut package = Package::open(bytes)?;
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && super::sniff::find(&manifest, b"encryption-data").is_some()
    {
        return Err(ImportError::Locked);
    }
    let content = package
        .part("content.xml")?
        .ok_or_else(|| damaged("its main part content.xml is missing"))?;
    let mut lists = Lists::default();
    if let Some(styles) = package.part("styles.xml")? {
        // List styles of the template; without them lists count 1., 2., 3.
        let _ = walk(&styles, &mut lists);
    }
    walk(&content, &mut lists).map_err(|fault| damaged(fault.words()))?;
    let mut body = Body { lists, ..Body::default() };
    walk(&content, &mut body).map_err(|fault| damaged(fault.words()))?;
    let mut reading = body.reading;
    reading.format = DraftFormat::Odt;
    if body.tracked {
        reading.findings.push(finding(
            "I106",
            "tracked-changes",
            Severity::Info,
            "accepted",
            &[],
            "The draft carries tracked changes; its text is shown with all of them accepted.",
            "Open it in LibreOffice to see the words before the changes.",
        ));
    }
    assemble::draft(reading)
}

/// One level of a list style.
#[derive(Debug, Clone, Default)]
pub(crate) struct Level {
    pub(crate) format: String,
    prefix: String,
    suffix: String,
    pub(crate) start: u32,
    shown: u8,
    pub(crate) bullet: bool,
}

/// The list styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub(crate) styles: BTreeMap<String, BTreeMap<u8, Level>>,
    current: Option<String>,
}

impl Sink for Lists {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "list-style" => self.current = attributes.get("name"),
            "list-level-style-number" | "list-level-style-bullet" => {
                let at = attributes.number("level").unwrap_or(1);
                let level = Level {
                    format: attributes.get("num-format").unwrap_or_default(),
                    prefix: attributes.get("num-prefix").unwrap_or_default(),
                    suffix: attributes.get("num-suffix").unwrap_or_default(),
                    start: attributes.number("start-value").unwrap_or(1),
                    shown: attributes.number("display-levels").unwrap_or(1),
                    bullet: name.ends_with("bullet"),
                };
                if let Some(style) = &self.current {
                    self.styles.entry(style.clone()).or_default().insert(at, level);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "list-style" {
            self.current = None;
        }
    }

    fn text(&mut self, _: &str) {}
}

#[derive(Default)]
struct Body {
    reading: Reading,
    lists: Lists,
    inside: bool,
    skip: usize,
    /// Paragraphs that are open: a text box stands inside another's.
    pieces: Vec<Piece>,
    open_lists: Vec<(String, u32)>,
    last_counts: BTreeMap<(String, usize), u32>,
    label: Option<String>,
    tables: Vec<Table>,
    notes: Vec<(Note, usize)>,
    in_citation: bool,
    in_contents: usize,
    tracked: bool,
}

impl Body {
    fn say(&mut self, text: &str) {
        if self.in_citation {
            if let Some((note, _)) = self.notes.last_mut() {
                note.mark.push_str(text.trim());
            }
        } else if let Some(piece) = self.pieces.last_mut() {
            piece.text.push_str(text);
        }
    }

    fn item(&mut self, attributes: &Attributes<'_>) {
        let depth = self.open_lists.len();
        let Some((style, count)) = self.open_lists.last_mut() else { return };
        let level = self.lists.styles.get(style).and_then(|levels| levels.get(&(depth as u8)));
        if let Some(start) = attributes.number::<u32>("start-value") {
            *count = start;
        } else {
            *count = count.saturating_add(1);
        }
        self.last_counts.insert((style.clone(), depth), *count);
        let label = match level {
            Some(level) if level.bullet => "•".to_owned(),
            Some(level) if level.format.is_empty() => String::new(),
            Some(level) => {
                let first = depth.saturating_sub(usize::from(level.shown.max(1)));
                let numbers: Vec<String> = self.open_lists[first..]
                    .iter()
                    .map(|(_, count)| number(*count, &level.format))
                    .collect();
                format!("{}{}{}", level.prefix, numbers.join("."), level.suffix)
            }
            None => "•".to_owned(),
        };
        self.label = Some(label).filter(|label| !label.is_empty());
    }

    fn end_paragraph(&mut self) {
        let Some(mut piece) = self.pieces.pop() else { return };
        if piece.text.trim().is_empty() && piece.marks.is_empty() {
            return;
        }
        if let Some((note, depth)) = self.notes.last_mut()
            && self.pieces.len() >= *depth
        {
            if !note.text.is_empty() {
                note.text.push(' ');
            }
            note.text.push_str(&piece.text);
            return;
        }
        if self.in_contents > 0 {
            piece.kind = Some(BlockKind::Other);
        } else if let Some(label) = self.label.take() {
            if piece.kind != Some(BlockKind::Heading) {
                piece.kind = Some(BlockKind::Paragraph);
                piece.level = self.open_lists.len().saturating_sub(1) as u8;
            }
            piece.label = Some(label);
        }
        self.emit(piece);
    }

    fn emit(&mut self, piece: Piece) {
        match self.tables.last_mut() {
            Some(table) => table.take(piece),
            None => self.reading.pieces.push(piece),
        }
    }
}

impl Sink for Body {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name == "tracked-changes" {
            self.tracked = true;
        }
        if self.skip > 0 || SKIPPED.contains(&name) {
            self.skip += 1;
            return;
        }
        match name {
            "text" if !self.inside => self.inside = true,
            "p" => self.pieces.push(Piece::plain("")),
            "h" => {
                let mut piece = Piece::plain("");
                piece.kind = Some(BlockKind::Heading);
                piece.level = attributes.number("outline-level").unwrap_or(1);
                self.pieces.push(piece);
            }
            "s" => {
                let count = attributes.number::<usize>("c").unwrap_or(1).min(100);
                self.say(&" ".repeat(count));
            }
            "tab" | "line-break" => self.say(" "),
            "list" => {
                let outer = self.open_lists.last().map(|(style, _)| style.clone());
                let style = attributes.get("style-name").or(outer).unwrap_or_default();
                let depth = self.open_lists.len() + 1;
                let goes_on = attributes.get("continue-numbering").as_deref() == Some("true")
                    || attributes.get("continue-list").is_some();
                let start = self
                    .lists
                    .styles
                    .get(&style)
                    .and_then(|levels| levels.get(&(depth as u8)))
                    .map_or(1, |level| level.start);
                let last = self.last_counts.get(&(style.clone(), depth)).copied();
                let count = last.filter(|_| goes_on).unwrap_or(start.saturating_sub(1));
                self.open_lists.push((style, count));
            }
            "list-item" => self.item(attributes),
            "list-header" => self.label = None,
            "note" => {
                let key = format!("n{}", self.reading.notes.len() + self.notes.len() + 1);
                self.notes.push((Note { key, ..Note::default() }, self.pieces.len()));
            }
            "note-citation" => self.in_citation = true,
            "table-of-content" | "illustration-index" | "alphabetical-index" => {
                self.in_contents += 1;
            }
            "table" => self.tables.push(Table::default()),
            "table-row" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            "table-cell" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match name {
            "p" | "h" => self.end_paragraph(),
            "list" => {
                self.open_lists.pop();
            }
            "list-item" => self.label = None,
            "note-citation" => self.in_citation = false,
            "note" => {
                if let Some((note, _)) = self.notes.pop() {
                    if let Some(piece) = self.pieces.last_mut() {
                        let at = piece.text.len();
                        let (mark, key) = (note.mark.clone(), note.key.clone());
                        piece.marks.push(Mark { at, mark, note: key });
                    }
                    self.reading.notes.push(note);
                }
            }
            "table-of-content" | "illustration-index" | "alphabetical-index" => {
                self.in_contents = self.in_contents.saturating_sub(1);
            }
            "table" => {
                if let Some(table) = self.tables.pop() {
                    for piece in table.pieces() {
                        self.emit(piece);
                    }
                }
            }
            "table-row" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skip == 0 {
            self.say(text);
        }
    }
}

fn number(value: u32, format: &str) -> String {
    let letter = |first: u8| char::from(first + ((value.max(1) - 1) % 26) as u8).to_string();
    match format {
        "a" => letter(b'a'),
        "A" => letter(b'A'),
        "i" => to_roman(value),
        "I" => to_roman(value).to_uppercase(),
        _ => value.to_string(),
    }
}
