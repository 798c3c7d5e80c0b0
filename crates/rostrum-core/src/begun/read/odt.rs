//! Reads `OpenDocument` text that was begun.

use std::collections::BTreeMap;

use super::lines::{Line, trimmed};
use super::paragraph::{is_strong, unbold};
use super::pictures::Waiting;
use super::tables::Table;
use super::{Begun, BegunPicture, Item, Loose, Passage, Remarked, Shape, pictures};
use crate::import::ImportError;
use crate::import::docx::package::{Package, damaged};
use crate::import::odt::Lists;
use crate::import::sniff::find;
use crate::import::xml::{Attributes, Sink, walk};
use crate::model::document::{Inline, Marks, plain_text};

/// Reads `OpenDocument` text.
pub(super) fn read(bytes: &[u8]) -> Result<Begun, ImportError> {
    let mut package = Package::open(bytes)?;
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && find(&manifest, b"encryption-data").is_some()
    {
        return Err(ImportError::Locked);
    }
    let content = package
        .part("content.xml")?
        .ok_or_else(|| damaged("its main part content.xml is missing"))?;
    let (mut lists, mut styles) = (Lists::default(), Styles::default());
    if let Some(part) = package.part("styles.xml")? {
        // Without the styles of the template what is written directly still stands.
        let _ = walk(&part, &mut lists);
        let _ = walk(&part, &mut styles);
    }
    walk(&content, &mut lists).map_err(|fault| damaged(fault.words()))?;
    walk(&content, &mut styles).map_err(|fault| damaged(fault.words()))?;
    let mut body = Body { lists, styles, ..Body::default() };
    walk(&content, &mut body).map_err(|fault| damaged(fault.words()))?;
    let mut begun = body.out;
    pictures::fill(&mut begun, &mut package, |picture| {
        Some(picture.name.trim_start_matches("./").to_owned()).filter(|name| !name.is_empty())
    });
    pictures::captions(&mut begun);
    Ok(begun)
}

/// What a style says.
#[derive(Debug, Clone, Default)]
struct Style {
    parent: String,
    bold: Option<bool>,
    italic: Option<bool>,
    centred: bool,
    /// Whether pictures in it show only a part of themselves.
    cropped: bool,
}

#[derive(Debug, Default)]
struct Styles {
    known: BTreeMap<String, Style>,
    current: String,
}

impl Styles {
    /// Returns a style and those it is made from, nearest first.
    fn chain(&self, name: &str) -> Vec<(&str, &Style)> {
        let mut out: Vec<(&str, &Style)> = Vec::new();
        let mut next = self.known.get_key_value(name);
        while let Some((name, style)) = next {
            if out.len() > 20 || out.iter().any(|(seen, _)| seen == name) {
                break;
            }
            out.push((name, style));
            next = self.known.get_key_value(&style.parent);
        }
        out
    }

    /// Returns the name a person gave: that of the nearest style that is not automatic.
    fn named(&self, name: &str) -> String {
        let chain = self.chain(name);
        let automatic = |name: &str| {
            let digits = name.trim_start_matches(['P', 'T']);
            digits.len() < name.len() && digits.bytes().all(|b| b.is_ascii_digit())
        };
        let found = chain.iter().find(|(own, _)| !automatic(own)).map(|(own, _)| *own);
        let parent = chain.last().map_or(name, |(_, style)| style.parent.as_str());
        found.unwrap_or(parent).replace("_20_", " ").to_lowercase()
    }
}

impl Sink for Styles {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        let on = |value: Option<String>, word: &str| value.map(|value| value == word);
        match name {
            "style" => {
                self.current = attributes.get("name").unwrap_or_default();
                let parent = attributes.get("parent-style-name").unwrap_or_default();
                self.known.insert(self.current.clone(), Style { parent, ..Style::default() });
            }
            "text-properties" => {
                if let Some(style) = self.known.get_mut(&self.current) {
                    style.bold = on(attributes.get("font-weight"), "bold").or(style.bold);
                    style.italic = on(attributes.get("font-style"), "italic").or(style.italic);
                }
            }
            "graphic-properties" => {
                let clip = attributes.get("clip").unwrap_or_default();
                if let Some(style) = self.known.get_mut(&self.current) {
                    style.cropped = clip.contains(|c: char| ('1'..='9').contains(&c));
                }
            }
            "paragraph-properties" => {
                if let Some(style) = self.known.get_mut(&self.current) {
                    style.centred = attributes.get("text-align").as_deref() == Some("center");
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.current.clear();
        }
    }

    fn text(&mut self, _: &str) {}
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    line: Line,
    style: String,
    level: Option<u8>,
    item: Option<Item>,
}

/// Where words go that are no part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aside {
    Citation,
    Author,
    Date,
    Remark,
    Contents,
    Deleted,
    Described,
}

#[derive(Default)]
struct Body {
    lists: Lists,
    styles: Styles,
    out: Begun,
    inside: bool,
    paragraphs: Vec<Paragraph>,
    /// Styles of the open spans.
    spans: Vec<String>,
    tables: Vec<Table>,
    open_lists: Vec<(String, u32)>,
    last: BTreeMap<(String, usize), u32>,
    item: Option<Item>,
    /// Depth of paragraphs at which each open note began.
    notes: Vec<(usize, Vec<Inline>)>,
    asides: Vec<Aside>,
    /// Open frames: whether they crop, and the picture that one of them holds.
    frames: Vec<(bool, Option<usize>)>,
    waiting: Waiting,
}

impl Body {
    fn at(&self) -> usize {
        self.out.passages.len()
    }

    fn loose(&mut self, what: &str, words: &str) {
        let at = self.at();
        match self.out.loose.last_mut() {
            Some(last) if last.what == what && last.at == at && what != "picture" => {
                last.words.push_str(words);
            }
            _ => self.out.loose.push(Loose {
                what: what.into(),
                words: words.into(),
                at,
                ..Loose::default()
            }),
        }
    }

    fn say(&mut self, text: &str) {
        let remark = self.out.remarks.last_mut();
        match (self.asides.last(), remark) {
            (Some(Aside::Citation), _) => return,
            (Some(Aside::Author), Some(remark)) => return remark.author.push_str(text),
            (Some(Aside::Date), Some(remark)) => return remark.date.push_str(text),
            (Some(Aside::Remark), Some(remark)) => return remark.text.push_str(text),
            (Some(Aside::Contents), _) => return self.loose("contents", text),
            (Some(Aside::Deleted), _) => return self.loose("deleted", text),
            (Some(Aside::Described), _) => {
                let picture = self.frames.last().and_then(|(_, picture)| *picture);
                return match picture.and_then(|at| self.out.pictures.get_mut(at)) {
                    Some(picture) => picture.alt.push_str(text),
                    None => self.loose("picture", text),
                };
            }
            _ => {}
        }
        let style = self.paragraphs.last().map(|p| p.style.clone()).unwrap_or_default();
        let names: Vec<&String> = self.spans.iter().rev().chain([&style]).collect();
        let look = |what: fn(&Style) -> Option<bool>| {
            let found = names.iter().find_map(|name| {
                self.styles.chain(name).into_iter().find_map(|(_, style)| what(style))
            });
            found.unwrap_or(false)
        };
        let marks =
            Marks { bold: look(|s| s.bold), italic: look(|s| s.italic), ..Marks::default() };
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.line.say(text, marks);
        }
    }

    fn begin_item(&mut self, attributes: &Attributes<'_>) {
        let depth = self.open_lists.len();
        let Some((style, count)) = self.open_lists.last_mut() else { return };
        *count = attributes.number::<u32>("start-value").unwrap_or(count.saturating_add(1));
        self.last.insert((style.clone(), depth), *count);
        let level = self.lists.styles.get(style).and_then(|levels| levels.get(&(depth as u8)));
        let bullet = level.is_none_or(|level| level.bullet || level.format.is_empty());
        let number = (!bullet).then_some(*count);
        let label = number.map_or_else(|| "•".into(), |n| format!("{n}."));
        let list = self.lists.styles.keys().position(|own| own == style).unwrap_or(0) as u32;
        let depth = (depth - 1).min(8) as u8;
        self.item = Some(Item { depth, number, label, list });
    }

    fn end_paragraph(&mut self) {
        self.end_words();
        self.settle_pictures();
    }

    /// Puts the pictures of the paragraph or table that has ended behind it.
    fn settle_pictures(&mut self) {
        if self.paragraphs.is_empty() && self.tables.is_empty() && self.notes.is_empty() {
            self.waiting.settle(&mut self.out);
        }
    }

    /// Notes the picture of a frame; of several forms of one picture the first that is no
    /// drawing.
    fn picture(&mut self, name: String) {
        let cropped = self.frames.iter().any(|(cropped, _)| *cropped);
        let name = if cropped { String::new() } else { name };
        let known = self.frames.last().and_then(|(_, picture)| *picture);
        if let Some(known) = known.and_then(|at| self.out.pictures.get_mut(at)) {
            let drawn = [".svg", ".emf", ".wmf", ".svm"].iter().any(|e| known.name.ends_with(e));
            if drawn {
                known.name = name;
            }
            return;
        }
        if !self.notes.is_empty() {
            return self.loose("picture", &name);
        }
        let at = self.out.pictures.len();
        self.waiting.note(&mut self.out, BegunPicture { name, ..BegunPicture::default() });
        if let Some((_, picture)) = self.frames.last_mut() {
            *picture = Some(at);
        }
    }

    fn end_words(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let mut text = trimmed(paragraph.line.finished());
        if text.is_empty() {
            return;
        }
        if let Some((depth, note)) = self.notes.last_mut()
            && self.paragraphs.len() >= *depth
        {
            if !note.is_empty() {
                note.push(Inline::Break);
            }
            note.extend(text);
            return;
        }
        let name = self.styles.named(&paragraph.style);
        let shape = match (paragraph.level, paragraph.item) {
            _ if name == "title" => Shape::Title,
            (Some(level), _) => Shape::Heading(level, String::new()),
            (None, Some(item)) => Shape::Item(item),
            _ if name.contains("quot") => Shape::Quote,
            _ => Shape::Paragraph,
        };
        let strong = is_strong(&text);
        if matches!(shape, Shape::Heading(..) | Shape::Title) {
            unbold(&mut text);
        }
        let centred =
            self.styles.chain(&paragraph.style).first().is_some_and(|(_, style)| style.centred);
        self.emit(Passage { shape, text, rows: Vec::new(), strong, centred, style: name });
    }

    fn emit(&mut self, passage: Passage) {
        match self.tables.last_mut() {
            Some(table) => table.take(passage),
            None => self.out.passages.push(passage),
        }
    }

    fn end_note(&mut self) {
        let Some((_, note)) = self.notes.pop() else { return };
        let number = self.out.notes.len() as u32;
        self.out.notes.push(note);
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.line.put(Inline::Note(number));
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let (passages, what) = table.passages();
        if let Some(what) = what {
            let words: Vec<String> = passages
                .iter()
                .flat_map(|p| std::iter::once(&p.text).chain(p.rows.iter().flatten()))
                .map(|line| plain_text(line))
                .collect();
            let at = self.at();
            let (what, words) = (what.into(), words.join(" | "));
            self.out.loose.push(Loose { what, words, at, ..Loose::default() });
        }
        for passage in passages {
            self.emit(passage);
        }
        self.settle_pictures();
    }

    fn aside(name: &str) -> Option<Aside> {
        Some(match name {
            "note-citation" => Aside::Citation,
            "annotation" => Aside::Remark,
            "creator" => Aside::Author,
            "date" => Aside::Date,
            "tracked-changes" => Aside::Deleted,
            "table-of-content" | "illustration-index" | "alphabetical-index" => Aside::Contents,
            "title" | "desc" => Aside::Described,
            _ => return None,
        })
    }
}

impl Sink for Body {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if !self.inside {
            self.inside = name == "text";
            return;
        }
        if let Some(aside) = Self::aside(name) {
            // Who changed what stands among the words that were taken out.
            let of_change = self.asides.last() == Some(&Aside::Deleted);
            if aside == Aside::Remark {
                let at = self.at();
                self.out.remarks.push(Remarked { at, ..Remarked::default() });
            }
            if aside == Aside::Described
                && let Some((_, Some(at))) = self.frames.last()
                && let Some(picture) = self.out.pictures.get_mut(*at)
                && !picture.alt.is_empty()
            {
                // A title, and more of it.
                picture.alt.push_str(". ");
            }
            self.asides.push(if of_change && aside != Aside::Deleted {
                Aside::Citation
            } else {
                aside
            });
            return;
        }
        if !self.asides.is_empty() {
            let separates = matches!(name, "p" | "h" | "s" | "tab" | "line-break");
            let words = match self.asides.last() {
                Some(Aside::Remark) => self.out.remarks.last().map(|r| !r.text.is_empty()),
                other => other.map(|_| true),
            };
            if separates && words == Some(true) {
                self.say(if name == "p" { "\n" } else { " " });
            }
            return;
        }
        match name {
            "p" | "h" => {
                let level = attributes.number("outline-level").unwrap_or(1);
                self.paragraphs.push(Paragraph {
                    style: attributes.get("style-name").unwrap_or_default(),
                    level: (name == "h").then_some(level),
                    item: self.item.take(),
                    ..Paragraph::default()
                });
            }
            "span" => self.spans.push(attributes.get("style-name").unwrap_or_default()),
            "a" => {
                let address = attributes.get("href").unwrap_or_default();
                let may = self.paragraphs.last_mut().is_some_and(|p| p.line.open_link(&address));
                if !may && !address.starts_with('#') {
                    self.loose("link", &address);
                }
            }
            "s" => {
                let count = attributes.number::<usize>("c").unwrap_or(1).min(100);
                self.say(&" ".repeat(count));
            }
            "tab" => self.say("\t"),
            "line-break" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.line.put(Inline::Break);
                }
            }
            "list" => {
                let outer = self.open_lists.last().map(|(style, _)| style.clone());
                let style = attributes.get("style-name").or(outer).unwrap_or_default();
                let depth = self.open_lists.len() + 1;
                let goes_on = attributes.get("continue-numbering").as_deref() == Some("true")
                    || attributes.get("continue-list").is_some();
                let levels = self.lists.styles.get(&style);
                let start = levels.and_then(|l| l.get(&(depth as u8))).map_or(1, |l| l.start);
                let last = self.last.get(&(style.clone(), depth)).copied();
                let count = last.filter(|_| goes_on).unwrap_or(start.saturating_sub(1));
                self.open_lists.push((style, count));
            }
            "list-item" => self.begin_item(attributes),
            "note" => self.notes.push((self.paragraphs.len(), Vec::new())),
            "table" => self.tables.push(Table::default()),
            "table-row" => self.tables.last_mut().into_iter().for_each(Table::row),
            "table-cell" | "covered-table-cell" => {
                self.tables.last_mut().into_iter().for_each(Table::cell);
            }
            "frame" => {
                let style = attributes.get("style-name").unwrap_or_default();
                let cropped = self.styles.chain(&style).iter().any(|(_, style)| style.cropped);
                self.frames.push((cropped, None));
            }
            "image" => self.picture(attributes.get("href").unwrap_or_default()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if !self.inside {
            return;
        }
        if Self::aside(name).is_some() {
            self.asides.pop();
            return;
        }
        if !self.asides.is_empty() {
            return;
        }
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" => drop(self.spans.pop()),
            "a" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.line.close_link();
                }
            }
            "list" => drop(self.open_lists.pop()),
            "list-item" => self.item = None,
            "note" => self.end_note(),
            "table" => self.end_table(),
            "table-row" => self.tables.last_mut().into_iter().for_each(Table::end_row),
            "frame" => drop(self.frames.pop()),
            "text" => {
                self.inside = false;
                self.waiting.settle(&mut self.out);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.inside && !self.paragraphs.is_empty() || !self.asides.is_empty() {
            self.say(text);
        }
    }
}
