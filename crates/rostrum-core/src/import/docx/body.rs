//! Walks through `document.xml`, `footnotes.xml` and `endnotes.xml`.

use crate::import::piece::{Mark, Note, Piece};
use crate::import::xml::{Attributes, Sink};

use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::table::Table;

/// Elements whose content is not text of the document.
const SKIPPED: [&str; 16] = [
    "sdtPr",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "tblGridChange",
    "tblPrExChange",
    "numberingChange",
    "Fallback",
    "instrText",
    "delInstrText",
    "rt",
    "docPartObj",
    "sectPr",
];

/// Reads a part that holds paragraphs.
#[expect(clippy::struct_excessive_bools, reason = "each says where in the part the walk stands")]
pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: &'s mut Numbering,
    out: Vec<Piece>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Tables that stand around the text box that is read.
    outer_tables: Vec<Vec<Table>>,
    /// Paragraphs whose mark was deleted, waiting for the next.
    carried: Option<Paragraph>,
    /// Notes that were read: id and words.
    notes: Vec<(String, String)>,
    note: Option<String>,
    skip: usize,
    in_words: bool,
    in_deleted_words: bool,
    in_paragraph_properties: usize,
    in_row_properties: bool,
    inserted: usize,
    deleted: usize,
    changes: usize,
    /// For each open field, whether its result has begun.
    fields: Vec<bool>,
    bold: Option<bool>,
    capitals: Option<bool>,
    hidden: bool,
}

impl<'s> Body<'s> {
    /// Returns a reader that has read nothing.
    pub(super) fn new(styles: &'s Styles, numbering: &'s mut Numbering) -> Self {
        Self {
            styles,
            numbering,
            out: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            outer_tables: Vec::new(),
            carried: None,
            notes: Vec::new(),
            note: None,
            skip: 0,
            in_words: false,
            in_deleted_words: false,
            in_paragraph_properties: 0,
            in_row_properties: false,
            inserted: 0,
            deleted: 0,
            changes: 0,
            fields: Vec::new(),
            bold: None,
            capitals: None,
            hidden: false,
        }
    }

    /// Returns the pieces and the number of tracked changes.
    pub(super) fn finish(mut self) -> (Vec<Piece>, usize) {
        if let Some(last) = self.carried.take()
            && let Some(piece) = last.piece(self.styles, self.numbering)
        {
            self.out.push(piece);
        }
        (self.out, self.changes)
    }

    /// Returns the notes that were read, their ids after `prefix`.
    pub(super) fn finish_notes(self, prefix: char) -> Vec<Note> {
        self.notes
            .into_iter()
            .map(|(id, text)| Note { key: format!("{prefix}{id}"), text, ..Note::default() })
            .collect()
    }

    fn say(&mut self, text: &str) {
        if self.hidden || self.fields.iter().any(|result| !result) {
            return;
        }
        let strong = self.bold.or(self.capitals).unwrap_or(false);
        let (inserted, deleted) = (self.inserted > 0, self.deleted > 0);
        let style = self.styles;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if !deleted {
            let strong = strong
                || self.bold.is_none()
                    && paragraph
                        .style
                        .as_deref()
                        .and_then(|id| style.look(id, |s| s.bold.or(s.capitals)))
                        .unwrap_or(false);
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            paragraph.letters += letters;
            paragraph.strong_letters += if strong { letters } else { 0 };
            paragraph.text.push_str(text);
        }
        if !inserted {
            paragraph.original.push_str(text);
        }
        paragraph.changed |= inserted || deleted;
    }

    fn mark(&mut self, prefix: char, attributes: &Attributes<'_>) {
        let Some(id) = attributes.get("id") else { return };
        if self.deleted > 0 {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let at = paragraph.text.len();
            let note = format!("{prefix}{id}");
            paragraph.marks.push(Mark { at, mark: String::new(), note });
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if let Some(before) = self.carried.take() {
            paragraph.prepend(before);
        }
        if paragraph.mark_deleted && !paragraph.text.trim().is_empty() {
            self.carried = Some(paragraph);
            return;
        }
        if let Some(note) = self.note.as_mut() {
            if !note.is_empty() {
                note.push(' ');
            }
            note.push_str(&paragraph.text);
            return;
        }
        if let Some(piece) = paragraph.piece(self.styles, self.numbering) {
            self.emit(piece);
        }
    }

    fn emit(&mut self, piece: Piece) {
        match self.tables.last_mut() {
            Some(table) => table.take(piece),
            None => self.out.push(piece),
        }
    }

    fn paragraph_property(&mut self, name: &str, attributes: &Attributes<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = attributes.get("val"),
            "numId" => paragraph.number = attributes.number("val"),
            "ilvl" => paragraph.level = attributes.number("val"),
            "outlineLvl" => paragraph.outline = attributes.number("val"),
            "jc" => paragraph.centred = Some(attributes.get("val").as_deref() == Some("center")),
            "del" | "moveFrom" => paragraph.mark_deleted = true,
            _ => {}
        }
    }
}

impl Sink for Body<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if self.skip > 0 || SKIPPED.contains(&name) {
            self.skip += 1;
            return;
        }
        if self.in_paragraph_properties > 0 {
            self.in_paragraph_properties += 1;
            self.paragraph_property(name, attributes);
            return;
        }
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "pPr" => self.in_paragraph_properties = 1,
            "r" => {
                self.bold = None;
                self.capitals = None;
                self.hidden = false;
            }
            "b" => self.bold = Some(attributes.on()),
            "caps" => self.capitals = Some(attributes.on()),
            "vanish" => self.hidden = attributes.on(),
            "t" => self.in_words = true,
            "delText" => self.in_deleted_words = true,
            "tab" | "br" | "cr" | "ptab" => self.say(" "),
            "noBreakHyphen" => self.say("-"),
            "sym" => {
                let code = attributes.get("char").and_then(|c| u32::from_str_radix(&c, 16).ok());
                if let Some(char) = code.and_then(char::from_u32) {
                    let bullet = ('\u{f000}'..='\u{f0ff}').contains(&char);
                    let shown = if bullet { '•' } else { char };
                    self.say(shown.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match attributes.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(result) = self.fields.last_mut() {
                        *result = true;
                    }
                }
                _ => {
                    self.fields.pop();
                }
            },
            "footnoteReference" => self.mark('f', attributes),
            "endnoteReference" => self.mark('e', attributes),
            "ins" | "moveTo" => {
                self.inserted += 1;
                self.changes += 1;
            }
            "del" | "moveFrom" if self.in_row_properties => {
                if let Some(table) = self.tables.last_mut() {
                    table.row_deleted = true;
                }
                self.deleted += 1;
            }
            "del" | "moveFrom" => {
                self.deleted += 1;
                self.changes += 1;
            }
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            "trPr" => self.in_row_properties = true,
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell();
                }
            }
            "txbxContent" => self.outer_tables.push(std::mem::take(&mut self.tables)),
            "footnote" | "endnote" => {
                let kind = attributes.get("type").unwrap_or_default();
                let aside = matches!(
                    kind.as_str(),
                    "separator" | "continuationSeparator" | "continuationNotice"
                );
                self.notes.push((
                    if aside { String::new() } else { attributes.get("id").unwrap_or_default() },
                    String::new(),
                ));
                self.note = Some(String::new());
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        if self.in_paragraph_properties > 0 {
            self.in_paragraph_properties -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "t" => self.in_words = false,
            "delText" => self.in_deleted_words = false,
            "ins" | "moveTo" => self.inserted = self.inserted.saturating_sub(1),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            "trPr" => self.in_row_properties = false,
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    for piece in table.pieces() {
                        self.emit(piece);
                    }
                }
            }
            "txbxContent" => {
                while let Some(table) = self.tables.pop() {
                    self.out.extend(table.pieces());
                }
                self.tables = self.outer_tables.pop().unwrap_or_default();
            }
            "footnote" | "endnote" => {
                let text = self.note.take().unwrap_or_default();
                match self.notes.last_mut() {
                    Some(note) if note.0.is_empty() => {
                        self.notes.pop();
                    }
                    Some(note) => note.1 = text,
                    None => {}
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skip > 0 {
            return;
        }
        if self.in_words {
            self.say(text);
        } else if self.in_deleted_words {
            if self.deleted > 0 {
                self.say(text);
            } else {
                self.deleted += 1;
                self.say(text);
                self.deleted -= 1;
            }
        }
    }
}
