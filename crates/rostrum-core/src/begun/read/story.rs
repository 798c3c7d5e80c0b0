//! Walks through a part of a Word document: passages, notes, and what is loose.

use std::collections::BTreeMap;

use super::lines::trimmed;
use super::paragraph::{Paragraph, passage, style_name};
use super::pictures::Waiting;
use super::tables::Table;
use super::{Begun, BegunPicture, Loose, Passage, Shape};
use crate::import::docx::numbering::Numbering;
use crate::import::docx::styles::Styles;
use crate::import::xml::Attributes;
use crate::model::document::{Inline, Marks, plain_text};

/// Elements of a run that say how words look which a statement cannot show.
const LOOKS: [(&str, &str); 4] =
    [("u", "underline"), ("strike", "struck"), ("dstrike", "struck"), ("vertAlign", "raised")];

/// What a part needs to know of the document around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings<'s> {
    pub(super) styles: &'s Styles,
    /// Addresses that links of the part lead to, by their ids.
    pub(super) links: &'s BTreeMap<String, String>,
}

/// What was read of a part.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) begun: Begun,
    /// Ids of the notes (`f3`, `e1`) in the order of their marks.
    pub(super) marks: Vec<String>,
    /// Notes by their ids.
    pub(super) notes: BTreeMap<String, Vec<Inline>>,
    /// For each comment its words and the passage it stands at.
    pub(super) ranges: BTreeMap<String, (String, usize)>,
}

/// A field while it is read.
#[derive(Debug, Default)]
pub(super) struct Field {
    pub(super) instruction: String,
    /// Whether its result has begun.
    pub(super) result: bool,
    pub(super) contents: bool,
    pub(super) link: bool,
}

/// How the words of a run look.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) style: String,
    pub(super) hidden: bool,
    pub(super) looks: Vec<&'static str>,
}

/// Reads a part.
pub(super) struct Story<'s> {
    pub(super) around: Surroundings<'s>,
    pub(super) numbering: &'s mut Numbering,
    pub(super) read: Read,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) tables: Vec<Table>,
    /// Tables that stand around the text box that is read.
    pub(super) outer_tables: Vec<Vec<Table>>,
    /// A paragraph whose end was deleted, waiting for the next.
    pub(super) carried: Option<Paragraph>,
    pub(super) fields: Vec<Field>,
    pub(super) run: Run,
    pub(super) inserted: Vec<String>,
    pub(super) deleted: Vec<(String, bool)>,
    /// Comments that are open, with their words so far.
    pub(super) comments: Vec<(String, String)>,
    /// First letter of the ids of notes; none for the main text.
    pub(super) letter: Option<char>,
    pub(super) note: Option<String>,
    pub(super) skip: usize,
    pub(super) words: bool,
    pub(super) instruction: bool,
    pub(super) in_paragraph_properties: usize,
    pub(super) in_row_properties: bool,
    /// Depth of elements inside an equation.
    pub(super) equation: usize,
    /// How much was said, to tell which loose words touch.
    pub(super) said: usize,
    pub(super) loose_at: usize,
    /// Pictures of the paragraph or table that is read.
    pub(super) waiting: Waiting,
    /// What was said of the drawing that is read: its place among what is loose, and what it
    /// shows.
    pub(super) described: Option<(usize, String)>,
}

impl<'s> Story<'s> {
    /// Returns a reader of text.
    pub(super) fn new(around: Surroundings<'s>, numbering: &'s mut Numbering) -> Self {
        Self {
            around,
            numbering,
            read: Read::default(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            outer_tables: Vec::new(),
            carried: None,
            fields: Vec::new(),
            run: Run::default(),
            inserted: Vec::new(),
            deleted: Vec::new(),
            comments: Vec::new(),
            letter: None,
            note: None,
            skip: 0,
            words: false,
            instruction: false,
            in_paragraph_properties: 0,
            in_row_properties: false,
            equation: 0,
            said: 0,
            loose_at: usize::MAX,
            waiting: Waiting::default(),
            described: None,
        }
    }

    /// Returns a reader of notes, whose ids begin with a letter.
    pub(super) fn of_notes(
        around: Surroundings<'s>,
        numbering: &'s mut Numbering,
        letter: char,
    ) -> Self {
        Self { letter: Some(letter), ..Self::new(around, numbering) }
    }

    /// Returns what was read.
    pub(super) fn finish(mut self) -> Read {
        if let Some(last) = self.carried.take() {
            self.settle(last);
        }
        self.waiting.settle(&mut self.read.begun);
        for (id, words) in std::mem::take(&mut self.comments) {
            let at = self.at();
            self.read.ranges.entry(id).or_insert((words, at));
        }
        self.read
    }

    pub(super) fn at(&self) -> usize {
        self.read.begun.passages.len()
    }

    /// Notes words that are not carried as they are; those that touch become one.
    pub(super) fn loose(&mut self, what: &str, by: &str, words: &str) {
        let at = self.at();
        let touches = self.loose_at == self.said;
        self.loose_at = self.said;
        if let Some(last) = self.read.begun.loose.last_mut()
            && touches
            && last.what == what
            && last.by == by
        {
            last.words.push_str(words);
            return;
        }
        let (what, by, words) = (what.to_owned(), by.to_owned(), words.to_owned());
        self.read.begun.loose.push(Loose { what, by, words, at });
    }

    pub(super) fn say(&mut self, text: &str) {
        if self.fields.iter().any(|field| !field.result) {
            return;
        }
        if self.fields.iter().any(|field| field.contents) || self.is_contents() {
            return self.loose("contents", "", text);
        }
        if let Some((by, moved)) = self.deleted.last().cloned() {
            if !moved {
                self.loose("deleted", &by, text);
            }
            return;
        }
        if self.run.hidden {
            return self.loose("hidden", "", text);
        }
        let marks = self.marks();
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        paragraph.line.say(text, marks);
        if !paragraph.line.in_link() {
            for look in &self.run.looks {
                match paragraph.looks.last_mut() {
                    Some((what, words)) if what == look && words.len() < 200 => {
                        words.push_str(text);
                    }
                    _ => paragraph.looks.push((look, text.to_owned())),
                }
            }
        }
        for (_, words) in &mut self.comments {
            words.push_str(text);
        }
        let touched = self.loose_at == self.said;
        self.said += 1;
        if let Some(by) = self.inserted.last().cloned() {
            let last = self.read.begun.loose.last();
            if touched && last.is_some_and(|last| last.what == "inserted" && last.by == by) {
                self.loose_at = self.said;
            }
            self.loose("inserted", &by, text);
        }
        if self.equation > 0 {
            if touched && self.read.begun.loose.last().is_some_and(|l| l.what == "equation") {
                self.loose_at = self.said;
            }
            self.loose("equation", "", text);
        }
    }

    pub(super) fn style(&self) -> &str {
        let own = self.paragraphs.last().and_then(|p| p.style.as_deref());
        own.or(self.around.styles.default_id()).unwrap_or_default()
    }

    pub(super) fn marks(&self) -> Marks {
        let styles = self.around.styles;
        let of = |what: fn(&crate::import::docx::styles::Style) -> Option<bool>, id: &str| {
            styles.look(id, what)
        };
        let bold = self.run.bold.or_else(|| of(|s| s.bold, &self.run.style));
        let italic = self.run.italic.or_else(|| of(|s| s.italic, &self.run.style));
        let bold = bold.or_else(|| of(|s| s.bold, self.style())).unwrap_or(false);
        Marks { bold, italic: italic.unwrap_or(false), ..Marks::default() }
    }

    /// Tells whether the paragraph is a line of a table of contents.
    pub(super) fn is_contents(&self) -> bool {
        let name = style_name(self.around.styles, self.style());
        name.starts_with("toc ") || name.starts_with("contents ") || name == "table of figures"
    }

    pub(super) fn mark(&mut self, letter: char, attributes: &Attributes<'_>) {
        let Some(id) = attributes.get("id") else { return };
        if !self.deleted.is_empty() || self.fields.iter().any(|f| !f.result || f.contents) {
            return;
        }
        let id = format!("{letter}{id}");
        let known = self.read.marks.iter().position(|own| *own == id);
        let number = known.unwrap_or(self.read.marks.len());
        if let Some(paragraph) = self.paragraphs.last_mut() {
            if known.is_none() {
                self.read.marks.push(id);
            }
            paragraph.line.put(Inline::Note(number as u32));
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        if self.loose_at == self.said
            && let Some(last) = self.read.begun.loose.last_mut()
        {
            // Words of two paragraphs are two words.
            last.words.push(' ');
        }
        if let Some(before) = self.carried.take() {
            paragraph.looks.splice(0..0, before.looks);
            paragraph.line.prepend(before.line);
        }
        if paragraph.mark_deleted && !paragraph.line.is_empty() {
            self.carried = Some(paragraph);
            return;
        }
        self.settle(paragraph);
    }

    pub(super) fn settle(&mut self, paragraph: Paragraph) {
        if let Some(id) = &self.note {
            let line = trimmed(paragraph.line.finished());
            let note = self.read.notes.entry(id.clone()).or_default();
            if !note.is_empty() && !line.is_empty() {
                note.push(Inline::Break);
            }
            note.extend(line);
            return;
        }
        let looks = paragraph.looks.clone();
        let Some(passage) = passage(paragraph, self.around.styles, self.numbering) else {
            return self.settle_pictures();
        };
        if matches!(passage.shape, Shape::Paragraph | Shape::Item(_) | Shape::Quote) {
            for (what, words) in looks.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
                let at = self.at();
                let (what, by) = (what.to_owned(), String::new());
                self.read.begun.loose.push(Loose { what, by, words, at });
            }
        }
        if !self.outer_tables.is_empty() && self.tables.is_empty() {
            let words = plain_text(&passage.text);
            self.loose_at = usize::MAX;
            self.loose("text_box", "", &words);
        }
        self.emit(passage);
        self.settle_pictures();
    }

    /// Puts the pictures of the paragraph or table that has ended behind it.
    fn settle_pictures(&mut self) {
        if self.tables.is_empty() && self.outer_tables.is_empty() {
            self.waiting.settle(&mut self.read.begun);
        }
    }

    pub(super) fn emit(&mut self, passage: Passage) {
        match self.tables.last_mut() {
            Some(table) => table.take(passage),
            None => self.read.begun.passages.push(passage),
        }
    }

    pub(super) fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let (passages, what) = table.passages();
        if let Some(what) = what {
            let words: Vec<String> = passages
                .iter()
                .flat_map(|p| std::iter::once(&p.text).chain(p.rows.iter().flatten()))
                .map(|line| plain_text(line))
                .filter(|words| !words.trim().is_empty())
                .collect();
            self.loose_at = usize::MAX;
            self.loose(what, "", &words.join(" | "));
        }
        for passage in passages {
            self.emit(passage);
        }
        self.settle_pictures();
    }

    pub(super) fn paragraph_property(&mut self, name: &str, attributes: &Attributes<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = attributes.get("val"),
            "numId" => paragraph.number = attributes.number("val"),
            "ilvl" => paragraph.level = attributes.number("val"),
            "outlineLvl" => paragraph.outline = attributes.number("val"),
            "jc" => paragraph.centred = attributes.get("val").as_deref() == Some("center"),
            "del" | "moveFrom" => paragraph.mark_deleted = true,
            // A letter that drops is a paragraph of its own in the file only.
            "framePr" if attributes.get("dropCap").is_some_and(|d| d != "none") => {
                paragraph.mark_deleted = true;
            }
            _ => {}
        }
    }

    pub(super) fn begin_field(&mut self) {
        let Some(field) = self.fields.last_mut() else { return };
        field.result = true;
        let mut words = field.instruction.split_whitespace();
        match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "TOC" | "INDEX" | "TOA" => field.contents = true,
            "HYPERLINK" => {
                let address = field.instruction.split('"').nth(1).unwrap_or_default().to_owned();
                // A place in the document itself is no address.
                if !address.is_empty() && !field.instruction.contains("\\l") {
                    field.link = true;
                    self.open_link(&address);
                }
            }
            _ => {}
        }
    }

    pub(super) fn end_field(&mut self) {
        if self.fields.pop().is_some_and(|field| field.link)
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.line.close_link();
        }
    }

    pub(super) fn open_link(&mut self, address: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if !paragraph.line.open_link(address) && !address.is_empty() {
            self.loose_at = usize::MAX;
            self.loose("link", "", address);
        }
    }

    pub(super) fn run_property(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "b" => self.run.bold = Some(attributes.on()),
            "i" => self.run.italic = Some(attributes.on()),
            "rStyle" => self.run.style = attributes.get("val").unwrap_or_default(),
            "vanish" => self.run.hidden = attributes.on(),
            _ => {
                let look = LOOKS.iter().find(|(element, _)| *element == name).map(|(_, l)| *l);
                let plain = matches!(attributes.get("val").as_deref(), Some("baseline" | "none"));
                // The marks of notes are raised without anybody's asking.
                let of_note = self.run.style.to_lowercase().contains("reference");
                self.run.looks.extend(look.filter(|_| attributes.on() && !plain && !of_note));
            }
        }
    }

    /// Notes a drawing, which may be a picture or anything else.
    pub(super) fn drawing(&mut self, attributes: &Attributes<'_>) {
        let said = |names: &[&str]| {
            let words =
                names.iter().find_map(|name| attributes.get(name).filter(|w| !w.trim().is_empty()));
            words.unwrap_or_default()
        };
        self.loose_at = usize::MAX;
        let place = self.read.begun.loose.len();
        self.loose("picture", "", &said(&["descr", "title", "name"]));
        self.described = Some((place, said(&["descr", "title"])));
    }

    /// Notes the picture of a drawing, by the id of its file.
    pub(super) fn picture(&mut self, id: Option<String>) {
        let aside = self.letter.is_some() || !self.deleted.is_empty() || self.run.hidden;
        let Some(name) = id.filter(|_| !aside) else { return };
        let mut picture = BegunPicture { name, ..BegunPicture::default() };
        if let Some((place, alt)) = self.described.take()
            && place < self.read.begun.loose.len()
        {
            // It is told as a picture from here on, if it has to be.
            picture.told = self.read.begun.loose.remove(place).words;
            picture.alt = alt;
        }
        self.loose_at = usize::MAX;
        self.waiting.note(&mut self.read.begun, picture);
    }

    /// Hears that only a part of the last picture is shown: the rest was not meant to be seen.
    pub(super) fn crop(&mut self, attributes: &Attributes<'_>) {
        let cut = ["l", "t", "r", "b"].iter().any(|side| {
            attributes.get(side).is_some_and(|cut| !cut.trim_matches(['0', '%']).is_empty())
        });
        if let Some(last) = self.read.begun.pictures.last_mut().filter(|_| cut) {
            last.name.clear();
        }
    }
}
