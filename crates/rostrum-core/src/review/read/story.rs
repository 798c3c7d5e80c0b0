//! The text of a part as one stream of tokens.

use std::collections::BTreeMap;

use super::formats::Formats;
use super::{DRAWN, Drawn, NOTE, Other, PARAGRAPH, Paragraph, Returned, Revision, Token};
use crate::import::xml::{Attributes, Sink};

/// Before the name of every hidden bookmark of ours.
const ANCHOR: &str = "_ro_";
/// Before the mark of the export, in the name of such a bookmark.
const EXPORT: &str = "_ro_x";

/// Elements that hold no words of the text.
const SKIPPED: [&str; 10] = [
    "Fallback",
    "sdtPr",
    "sdtEndPr",
    "instrText",
    "delInstrText",
    "tblPr",
    "tblGrid",
    "tcPr",
    "sectPr",
    "rt",
];

/// Elements that keep how something looked before; who changed it is told.
const FORMATS: [&str; 7] = [
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "tblGridChange",
];

/// Reads a part with text.
pub(super) struct Story<'s> {
    headings: &'s BTreeMap<String, u8>,
    out: Returned,
    /// Names of the open elements.
    path: Vec<String>,
    /// Elements that put in or take out what is in them, open now.
    open: Vec<(bool, u32)>,
    /// Revisions of whole rows, by depth of the table.
    rows: Vec<Option<(bool, u32)>>,
    /// Marks of the ends of the open paragraphs.
    ends: Vec<(Option<u32>, Option<u32>)>,
    /// How the open paragraph's style reads.
    words: bool,
    skip: u32,
    /// Fields open now: whether their result has begun, and whether it is a table of contents.
    fields: Vec<(bool, bool)>,
    instruction: bool,
    moves: BTreeMap<String, String>,
    /// First letter of the ids of notes; none for the main text.
    note: Option<char>,
    current: String,
    /// How many revisions stand before those of this part.
    known: u32,
    /// Drawings open now, and the picture in the outermost one.
    drawings: u32,
    drawn: Option<Drawn>,
    text_boxes: u32,
    /// How many rows and cells have begun, and which are open.
    tables: (u32, u32),
    open_rows: Vec<u32>,
    /// What was said of the open cells themselves, by its place among the rest.
    cells: Vec<Option<usize>>,
    formats: Formats,
}

impl<'s> Story<'s> {
    /// Reads the main text.
    pub(super) fn new(headings: &'s BTreeMap<String, u8>) -> Self {
        Self {
            headings,
            out: Returned::default(),
            path: Vec::new(),
            open: Vec::new(),
            rows: Vec::new(),
            ends: Vec::new(),
            words: false,
            skip: 0,
            fields: Vec::new(),
            instruction: false,
            moves: BTreeMap::new(),
            note: None,
            current: String::new(),
            known: 0,
            drawings: 0,
            drawn: None,
            text_boxes: 0,
            tables: (0, 0),
            open_rows: Vec::new(),
            cells: Vec::new(),
            formats: Formats::default(),
        }
    }

    /// Reads notes, whose ids begin with a letter.
    pub(super) fn of_notes(headings: &'s BTreeMap<String, u8>, letter: char, known: usize) -> Self {
        Self { note: Some(letter), known: known as u32, ..Self::new(headings) }
    }

    /// Returns what was read.
    pub(super) fn finish(self) -> Returned {
        self.out
    }

    fn parent(&self) -> &str {
        self.path.len().checked_sub(2).map_or("", |at| &self.path[at])
    }

    fn revision(&mut self, attributes: &Attributes<'_>, moved: String) -> u32 {
        let revision = Revision {
            author: attributes.get("author").unwrap_or_default().trim().to_owned(),
            date: attributes.get("date").unwrap_or_default(),
            moved,
        };
        self.number(revision)
    }

    /// Returns the number of a revision, a new one unless it is the last.
    fn number(&mut self, revision: Revision) -> u32 {
        if self.out.revisions.last() != Some(&revision) {
            self.out.revisions.push(revision);
        }
        self.known + self.out.revisions.len() as u32 - 1
    }

    fn token(&self, c: char, end: (Option<u32>, Option<u32>)) -> Token {
        let row = self.rows.last().copied().flatten();
        let by = |inserted: bool| {
            let own = self.open.iter().rev().find(|(ins, _)| *ins == inserted).map(|(_, r)| *r);
            own.or(row.filter(|(ins, _)| *ins == inserted).map(|(_, r)| r))
        };
        Token { c, inserted: end.0.or_else(|| by(true)), deleted: end.1.or_else(|| by(false)) }
    }

    fn stream(&mut self) -> &mut Vec<Token> {
        if self.note.is_some() {
            self.out.notes.entry(self.current.clone()).or_default()
        } else {
            &mut self.out.text
        }
    }

    fn put(&mut self, c: char) {
        let hidden = self.fields.iter().any(|(result, contents)| !result || *contents);
        if hidden || self.skip > 0 {
            return;
        }
        let token = self.token(c, (None, None));
        self.stream().push(token);
        self.formats.say(c, &mut self.out.other);
    }

    fn at(&self) -> u32 {
        self.out.text.len() as u32
    }

    fn other(&mut self, what: &str, attributes: &Attributes<'_>) {
        let other = Other {
            what: what.into(),
            author: attributes.get("author").unwrap_or_default(),
            date: attributes.get("date").unwrap_or_default(),
            detail: String::new(),
            words: String::new(),
            at: self.at(),
        };
        self.out.other.push(other);
    }

    /// Takes in an element that says that something was put in or taken out.
    fn change(&mut self, name: &str, attributes: &Attributes<'_>) {
        let inserted = matches!(name, "ins" | "moveTo");
        let moved = if name.starts_with("move") {
            let side = if inserted { "to" } else { "from" };
            self.moves.get(side).cloned().unwrap_or_else(|| "move".into())
        } else {
            String::new()
        };
        let revision = self.revision(attributes, moved);
        match self.parent() {
            "rPr" => {
                if let Some(end) = self.ends.last_mut() {
                    *(if inserted { &mut end.0 } else { &mut end.1 }) = Some(revision);
                }
            }
            "trPr" => {
                if let Some(row) = self.rows.last_mut() {
                    *row = Some((inserted, revision));
                }
            }
            "numPr" => {}
            _ => self.open.push((inserted, revision)),
        }
    }

    /// Gives the end of the open paragraph the name of the move it belongs to: Word writes the
    /// name behind it.
    fn name_end(&mut self, inserted: bool, moved: String) {
        let Some(end) = self.ends.last().copied() else { return };
        let own = if inserted { end.0 } else { end.1 };
        let known = own.and_then(|own| self.out.revisions.get((own - self.known) as usize));
        let Some(known) = known.filter(|revision| !revision.moved.is_empty()) else { return };
        let named = Some(self.number(Revision { moved, ..known.clone() }));
        if let Some(end) = self.ends.last_mut() {
            *(if inserted { &mut end.0 } else { &mut end.1 }) = named;
        }
    }

    /// Tells the words of a cell that was put in, taken out or merged.
    fn end_cell(&mut self) {
        let Some(other) = self.cells.pop().flatten() else { return };
        let own = self.out.other[other].at as usize;
        let words: String = self.out.text[own..].iter().map(|token| token.c).collect();
        let words: Vec<&str> = words.split(PARAGRAPH).map(str::trim).collect();
        words.join(" ").trim().clone_into(&mut self.out.other[other].words);
    }

    fn mark(&mut self, prefix: char, attributes: &Attributes<'_>) {
        if self.note.is_none() && self.skip == 0 {
            let id = format!("{prefix}{}", attributes.get("id").unwrap_or_default());
            self.out.marks.push(id);
            let token = self.token(NOTE, (None, None));
            self.out.text.push(token);
        }
    }

    fn bookmark(&mut self, attributes: &Attributes<'_>) {
        let name = attributes.get("name").unwrap_or_default();
        if let Some(mark) = name.strip_prefix(EXPORT) {
            mark.clone_into(&mut self.out.export);
        } else if name.starts_with(ANCHOR) && self.note.is_none() {
            let at = self.at();
            if let Some(paragraph) = self.out.paragraphs.last_mut() {
                paragraph.anchors.push((name, at));
            }
        }
    }

    /// Lists a picture by what it shows.
    fn picture(&mut self, words: String) {
        let at = self.at();
        self.out.other.push(Other { what: "picture".into(), words, at, ..Other::default() });
    }

    /// Takes in a drawing that has been read: a picture of the text, or anything else.
    fn end_drawing(&mut self) {
        self.drawings = self.drawings.saturating_sub(1);
        let Some(drawn) = self.drawn.take_if(|_| self.drawings == 0) else { return };
        let hidden = self.fields.iter().any(|(result, contents)| !result || *contents);
        if self.note.is_some() || self.text_boxes > 0 || hidden || drawn.file.is_empty() {
            self.picture(if drawn.alt.is_empty() { drawn.name } else { drawn.alt });
            return;
        }
        let at = self.at();
        self.out.pictures.push(Drawn { at, ..drawn });
        self.put(DRAWN);
    }

    fn paragraph(&mut self) {
        self.ends.push((None, None));
        if self.note.is_none() && self.text_boxes == 0 {
            let start = self.at();
            let in_table = !self.rows.is_empty();
            let row = self.open_rows.last().copied().unwrap_or(0);
            let cell = if row == 0 { 0 } else { self.tables.1 };
            self.out.paragraphs.push(Paragraph {
                start,
                in_table,
                row,
                cell,
                ..Paragraph::default()
            });
        }
    }

    fn end_paragraph(&mut self) {
        let end = self.ends.pop().unwrap_or_default();
        let contents = self.fields.iter().any(|(_, contents)| *contents);
        if self.text_boxes > 0 || self.skip > 0 || contents {
            return;
        }
        let (inserted, deleted) = end;
        let row = self.rows.last().copied().flatten();
        let by = |ins: bool| row.filter(|(i, _)| *i == ins).map(|(_, r)| r);
        let token = Token {
            c: PARAGRAPH,
            inserted: inserted.or_else(|| by(true)),
            deleted: deleted.or_else(|| by(false)),
        };
        self.stream().push(token);
    }
}

impl Sink for Story<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.path.push(name.to_owned());
        if FORMATS.contains(&name) {
            if self.skip == 0 && self.note.is_none() {
                self.other("format", attributes);
                self.formats.begin(name, self.out.other.len() - 1);
            }
            self.skip += 1;
            return;
        }
        self.formats.property(name, attributes);
        if name == "instrText" && self.skip == 0 {
            self.instruction = true;
        }
        if matches!(name, "cellIns" | "cellDel" | "cellMerge") && self.note.is_none() {
            self.other("cells", attributes);
            if let Some(cell) = self.cells.last_mut() {
                *cell = Some(self.out.other.len() - 1);
            }
            if name == "cellIns" {
                self.out.new_cells.insert(self.tables.1);
            }
        }
        if self.skip > 0 || SKIPPED.contains(&name) {
            self.skip += 1;
            return;
        }
        match name {
            "footnote" | "endnote" if self.note.is_some() => {
                let kind = attributes.get("type").unwrap_or_default();
                if matches!(
                    kind.as_str(),
                    "separator" | "continuationSeparator" | "continuationNotice"
                ) {
                    self.skip += 1;
                    return;
                }
                let letter = self.note.unwrap_or('f');
                self.current = format!("{letter}{}", attributes.get("id").unwrap_or_default());
                self.out.notes.entry(self.current.clone()).or_default();
            }
            "p" => self.paragraph(),
            "pStyle" => {
                let style = attributes.get("val").unwrap_or_default();
                let level = self.headings.get(&style).copied().unwrap_or(0);
                if let Some(paragraph) = self.out.paragraphs.last_mut() {
                    paragraph.heading = level;
                }
            }
            "tr" => {
                self.rows.push(None);
                self.tables.0 += 1;
                self.open_rows.push(self.tables.0);
            }
            "tc" => {
                self.tables.1 += 1;
                self.cells.push(None);
            }
            "ins" | "del" | "moveFrom" | "moveTo" => self.change(name, attributes),
            "moveFromRangeStart" | "moveToRangeStart" => {
                let side = if name == "moveToRangeStart" { "to" } else { "from" };
                let moved = attributes.get("name").unwrap_or_default();
                self.moves.insert(side.into(), moved.clone());
                self.name_end(side == "to", moved);
            }
            "t" | "delText" => self.words = true,
            "tab" if self.parent() == "r" => self.put('\t'),
            "br" if attributes.get("type").as_deref() != Some("page") => self.put('\n'),
            "cr" => self.put('\n'),
            "noBreakHyphen" => self.put('\u{2011}'),
            "footnoteReference" => self.mark('f', attributes),
            "endnoteReference" => self.mark('e', attributes),
            "fldChar" => match attributes.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push((false, false)),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        field.0 = true;
                    }
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "bookmarkStart" => self.bookmark(attributes),
            "commentRangeStart" => {
                let at = self.at();
                let id = attributes.get("id").unwrap_or_default();
                self.out.ranges.insert(id, (at, at));
            }
            "commentRangeEnd" | "commentReference" => {
                let at = self.at();
                let id = attributes.get("id").unwrap_or_default();
                let range = self.out.ranges.entry(id).or_insert((at, at));
                if name == "commentRangeEnd" || range.0 == range.1 {
                    range.1 = range.1.max(at);
                }
            }
            "txbxContent" => {
                self.text_boxes += 1;
                if self.note.is_none() {
                    self.other("text_box", attributes);
                }
            }
            "drawing" => {
                self.drawings += 1;
                if self.drawings == 1 {
                    self.drawn = Some(Drawn::default());
                }
            }
            "docPr" if self.drawings == 1 => {
                if let Some(drawn) = &mut self.drawn {
                    drawn.name = attributes.get("name").unwrap_or_default();
                    drawn.alt = attributes.get("descr").unwrap_or_default();
                }
            }
            "blip" => {
                let file = attributes.get("embed").or_else(|| attributes.get("link"));
                if let (Some(drawn), Some(file)) = (&mut self.drawn, file)
                    && drawn.file.is_empty()
                {
                    drawn.file = file;
                }
            }
            // Pictures as Word wrote them before 2007.
            "imagedata" => self.picture(attributes.get("title").unwrap_or_default()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "instrText" {
            self.instruction = false;
        }
        if FORMATS.contains(&name) {
            self.formats.end(&self.path, &mut self.out.other);
        }
        if name == "r" && self.skip == 0 {
            self.formats.end_run(&mut self.out.other);
        }
        if self.skip > 0 {
            self.skip -= 1;
            self.path.pop();
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "tr" => {
                self.rows.pop();
                self.open_rows.pop();
            }
            "tc" => self.end_cell(),
            "t" | "delText" => self.words = false,
            "drawing" => self.end_drawing(),
            "txbxContent" => self.text_boxes = self.text_boxes.saturating_sub(1),
            "ins" | "del" | "moveFrom" | "moveTo"
                if !matches!(self.parent(), "rPr" | "trPr" | "numPr") =>
            {
                self.open.pop();
            }
            _ => {}
        }
        self.path.pop();
    }

    fn text(&mut self, text: &str) {
        if self.instruction {
            if text.trim_start().starts_with("TOC")
                && let Some(field) = self.fields.last_mut()
            {
                field.1 = true;
            }
            return;
        }
        if !self.words || self.skip > 0 {
            return;
        }
        if self.text_boxes > 0 {
            if let Some(other) = self.out.other.iter_mut().rev().find(|o| o.what == "text_box") {
                other.words.push_str(text);
            }
            return;
        }
        for c in text.chars() {
            // A line end inside an element is a space to Word.
            self.put(if matches!(c, '\n' | '\r') { ' ' } else { c });
        }
    }
}
