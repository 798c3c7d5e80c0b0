//! The elements of a Word document, and what each tells the story.

use super::paragraph::Paragraph;
use super::story::{Field, Run, Story};
use super::tables::Table;
use crate::import::xml::{Attributes, Sink};
use crate::model::document::Inline;

/// Elements that hold no words of the text.
const SKIPPED: [&str; 15] = [
    "Fallback",
    "sdtPr",
    "sdtEndPr",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "tblGridChange",
    "tblPrExChange",
    "numberingChange",
    "tblPr",
    "rt",
    "sectPr",
];

impl Sink for Story<'_> {
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
            "r" => self.run = Run::default(),
            "t" | "delText" => self.words = true,
            "instrText" | "delInstrText" => self.instruction = true,
            "tab" | "ptab" => self.say("\t"),
            "br" if attributes.get("type").as_deref() == Some("page") => {}
            "br" | "cr" => {
                if let Some(paragraph) = self.paragraphs.last_mut()
                    && self.deleted.is_empty()
                {
                    paragraph.line.put(Inline::Break);
                }
            }
            "noBreakHyphen" => self.say("\u{2011}"),
            "sym" => {
                let code = attributes.get("char").and_then(|c| u32::from_str_radix(&c, 16).ok());
                if let Some(char) = code.and_then(char::from_u32) {
                    let own_font = ('\u{f000}'..='\u{f0ff}').contains(&char);
                    self.say(if own_font { '•' } else { char }.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match attributes.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field::default()),
                Some("separate") => self.begin_field(),
                _ => self.end_field(),
            },
            "fldSimple" => {
                let instruction = attributes.get("instr").unwrap_or_default();
                self.fields.push(Field { instruction, ..Field::default() });
                self.begin_field();
            }
            "hyperlink" => {
                let id = attributes.get("id").unwrap_or_default();
                let address = self.around.links.get(&id).cloned().unwrap_or_default();
                self.open_link(&address);
            }
            "footnoteReference" => self.mark('f', attributes),
            "endnoteReference" => self.mark('e', attributes),
            "ins" | "moveTo" if self.in_row_properties => {}
            "ins" | "moveTo" => {
                self.inserted.push(attributes.get("author").unwrap_or_default());
            }
            "del" | "moveFrom" if self.in_row_properties => {
                if let Some(table) = self.tables.last_mut() {
                    table.row_deleted = true;
                }
                self.deleted.push((attributes.get("author").unwrap_or_default(), false));
            }
            "del" | "moveFrom" => {
                let by = attributes.get("author").unwrap_or_default();
                self.deleted.push((by, name == "moveFrom"));
            }
            "oMath" => self.equation += 1,
            "commentRangeStart" => {
                let id = attributes.get("id").unwrap_or_default();
                self.comments.push((id, String::new()));
            }
            "commentRangeEnd" | "commentReference" => {
                let id = attributes.get("id").unwrap_or_default();
                let at = self.at();
                let open = self.comments.iter().position(|(own, _)| *own == id);
                let words = open.map(|open| self.comments.remove(open).1).unwrap_or_default();
                self.read.ranges.entry(id).or_insert((words, at));
            }
            "tbl" => self.tables.push(Table::default()),
            "tr" => self.tables.last_mut().into_iter().for_each(Table::row),
            "trPr" => self.in_row_properties = true,
            "tc" => self.tables.last_mut().into_iter().for_each(Table::cell),
            "gridSpan" => {
                let columns = attributes.number("val").unwrap_or(1);
                self.tables.last_mut().into_iter().for_each(|table| table.span(columns));
            }
            "vMerge" if attributes.get("val").as_deref() != Some("restart") => {
                self.tables.last_mut().into_iter().for_each(Table::goes_on);
            }
            "txbxContent" => self.outer_tables.push(std::mem::take(&mut self.tables)),
            "docPr" => self.drawing(attributes),
            "blip" => self.picture(attributes.get("embed")),
            "srcRect" => self.crop(attributes),
            "shape" => {
                let alt = attributes.get("alt").unwrap_or_default();
                self.described = Some((usize::MAX, alt));
            }
            "imagedata" => {
                let alt = self.described.take().map(|(_, alt)| alt).unwrap_or_default();
                self.picture(attributes.get("id"));
                if let Some(last) = self.read.begun.pictures.last_mut() {
                    last.alt = alt;
                }
            }
            "OLEObject" => {
                let words = attributes.get("ProgID").unwrap_or_default();
                self.loose_at = usize::MAX;
                self.loose("object", "", &words);
            }
            "footnote" | "endnote" if self.letter.is_some() => {
                let kind = attributes.get("type").unwrap_or_default();
                let aside = ["separator", "continuationSeparator", "continuationNotice"];
                if aside.contains(&kind.as_str()) {
                    self.skip += 1;
                    return;
                }
                let id = attributes.get("id").unwrap_or_default();
                let id = format!("{}{id}", self.letter.unwrap_or('f'));
                self.read.notes.entry(id.clone()).or_default();
                self.note = Some(id);
            }
            _ => self.run_property(name, attributes),
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
            "t" | "delText" => self.words = false,
            "instrText" | "delInstrText" => self.instruction = false,
            "fldSimple" => self.end_field(),
            "hyperlink" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.line.close_link();
                }
            }
            "ins" | "moveTo" if !self.in_row_properties => drop(self.inserted.pop()),
            "del" | "moveFrom" if !self.in_row_properties => drop(self.deleted.pop()),
            "oMath" => self.equation = self.equation.saturating_sub(1),
            "trPr" => self.in_row_properties = false,
            "tr" => {
                if self.tables.last().is_some_and(|table| table.row_deleted) {
                    self.deleted.pop();
                }
                self.tables.last_mut().into_iter().for_each(Table::end_row);
            }
            "tbl" => self.end_table(),
            "txbxContent" => {
                while !self.tables.is_empty() {
                    self.end_table();
                }
                self.tables = self.outer_tables.pop().unwrap_or_default();
            }
            "footnote" | "endnote" => self.note = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skip > 0 {
            return;
        }
        if self.words {
            self.say(text);
        } else if self.instruction
            && let Some(field) = self.fields.last_mut()
        {
            field.instruction.push_str(text);
        }
    }
}
