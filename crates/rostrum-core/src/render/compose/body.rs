//! The body in Markdown → blocks, by the one Markdown parser of Rostrum.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::clean::loses;
use super::columns::widths;
use super::figures::{Figure, Image, Pictures};
use super::inlines::Line;
use super::notes::Notes;
use super::sections::{Turn, section_heading, turn};
use super::{Composition, findings, permission, phrases, responses};
use crate::finding::Place;
use crate::model::Tongue;
use crate::model::call::{Permission, SectionHolds};
use crate::model::document::{Content, DocumentBlock, Inline, Origin, Part, plain_text};

type Pieces<'t> = Vec<(Event<'t>, Range<usize>)>;

/// Reads the body into blocks, with the responses where they belong.
///
/// Level-1 headings are the sections of the call. The responses are written when the
/// reading comes to them, so that notes are counted and sources named in full in the order
/// in which a person reads.
pub(super) fn blocks(composition: &Composition<'_>, notes: &mut Notes<'_>) -> Vec<DocumentBlock> {
    let (call, body) = (composition.call, composition.statement.body.as_str());
    if loses(body) {
        notes.report(findings::control_characters(Place::part("body")));
    }
    let (text, footnotes) = parts(body);
    let own = phrases::of(&composition.statement.language).responses;
    let holds = call.sections.iter().find(|s| s.holds == SectionHolds::Responses);
    let pictures = Pictures::of(composition.statement);
    let headings = headings(&text, &pictures);
    let headings: Vec<(usize, &str)> = headings.iter().map(|(at, h)| (*at, h.as_str())).collect();
    let turn = turn(call, holds.map_or(own, |s| &s.heading), &headings, text.len());
    let mut reader = Reader {
        footnotes,
        pictures,
        image: None,
        figures: Vec::new(),
        plain: permission(call.format.emphasis.as_ref()) == Some(Permission::Forbidden),
        place: Place::part("body"),
        used: BTreeMap::new(),
        blocks: Vec::new(),
        line: Line::default(),
        start: 0,
        section: None,
        heading: None,
        quotes: 0,
        lists: Vec::new(),
        items: Vec::new(),
        rows: Vec::new(),
        taken: 0,
    };
    for (at, (event, range)) in text.into_iter().enumerate() {
        if at == turn.at {
            reader.responses(composition, &turn, notes);
        }
        reader.take(event, &range, notes);
    }
    reader.end_block(notes);
    if turn.at >= reader.taken {
        reader.responses(composition, &turn, notes);
    }
    reader.report_unused(notes);
    reader.blocks
}

/// Returns the level-1 headings with their places among the pieces.
fn headings(text: &Pieces<'_>, pictures: &Pictures<'_>) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    let mut shown = false;
    for (at, (event, _)) in text.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                inside = true;
                out.push((at, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Start(Tag::Image { dest_url, .. }) => shown = pictures.hold(dest_url),
            Event::End(TagEnd::Image) => shown = false,
            Event::Text(words) | Event::Code(words) if inside && !shown => {
                if let Some((_, heading)) = out.last_mut() {
                    heading.push_str(words);
                }
            }
            _ => {}
        }
    }
    out
}

/// Parts the text from its footnotes.
fn parts(body: &str) -> (Pieces<'_>, BTreeMap<String, Pieces<'_>>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut text = Vec::new();
    let mut footnotes: BTreeMap<String, Pieces<'_>> = BTreeMap::new();
    let mut open: Option<String> = None;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::FootnoteDefinition(mark)) => open = Some(mark.to_string()),
            Event::End(TagEnd::FootnoteDefinition) => open = None,
            event => match &open {
                Some(mark) => footnotes.entry(mark.clone()).or_default().push((event, range)),
                None => text.push((event, range)),
            },
        }
    }
    (text, footnotes)
}

pub(super) struct Reader<'t> {
    footnotes: BTreeMap<String, Pieces<'t>>,
    pub(super) pictures: Pictures<'t>,
    /// The image whose description is being read.
    pub(super) image: Option<Image<'t>>,
    /// Pictures that wait for the end of the block they stand in.
    pub(super) figures: Vec<Figure<'t>>,
    /// Whether emphasis is left out, because the call forbids it.
    plain: bool,
    pub(super) place: Place,
    /// Footnotes that have been set, with their numbers.
    used: BTreeMap<String, u32>,
    blocks: Vec<DocumentBlock>,
    pub(super) line: Line,
    /// Where the line being written starts in the body.
    pub(super) start: usize,
    section: Option<String>,
    heading: Option<u8>,
    pub(super) quotes: u32,
    /// The next number of each open list; none for bullets.
    lists: Vec<Option<u32>>,
    pub(super) items: Vec<Item>,
    rows: Vec<Vec<Vec<Inline>>>,
    /// How many pieces have been read.
    taken: usize,
}

/// An open item of a list.
pub(super) struct Item {
    number: Option<u32>,
    /// Whether its first paragraph has been written.
    written: bool,
}

impl<'t> Reader<'t> {
    /// Writes the responses here, under the heading of their section.
    fn responses(&mut self, composition: &Composition<'_>, turn: &Turn, notes: &mut Notes<'_>) {
        let made = responses::blocks(composition, &turn.heading, notes);
        if !made.is_empty() && !turn.present {
            self.blocks.push(section_heading(&turn.heading));
        }
        self.blocks.extend(made);
    }

    fn report_unused(&self, notes: &mut Notes<'_>) {
        for mark in self.footnotes.keys().filter(|mark| !self.used.contains_key(*mark)) {
            notes.report(findings::unused_footnote(mark, Place::part("body")));
        }
    }

    fn take(&mut self, event: Event<'t>, range: &Range<usize>, notes: &mut Notes<'_>) {
        self.taken += 1;
        if self.line.is_empty() {
            self.start = range.start;
        }
        self.piece(event, range, notes);
    }

    /// Reads one piece, wherever it stands.
    pub(super) fn piece(&mut self, event: Event<'t>, range: &Range<usize>, notes: &mut Notes<'_>) {
        if self.image.is_some() {
            self.in_image(event, range, notes);
            return;
        }
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.image = Some(Image::new(dest_url, title, range.start));
            }
            Event::Start(tag) => self.open(&tag, range, notes),
            Event::End(tag) => self.close(tag, notes),
            other => self.word(other, notes),
        }
    }

    fn open(&mut self, tag: &Tag<'t>, range: &Range<usize>, notes: &mut Notes<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.begin_block(range, notes);
                self.heading = Some(depth(*level));
            }
            Tag::BlockQuote(_) => {
                self.begin_block(range, notes);
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.begin_block(range, notes);
                self.lists.push(first.map(|n| u32::try_from(n).unwrap_or(u32::MAX)));
            }
            Tag::Item => {
                self.begin_block(range, notes);
                let number = self.lists.last_mut().and_then(|next| {
                    let number = *next;
                    *next = next.map(|n| n.saturating_add(1));
                    number
                });
                self.items.push(Item { number, written: false });
            }
            Tag::Table(_) => {
                self.begin_block(range, notes);
                self.rows.clear();
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::TableCell => {}
            Tag::Strong => self.emphasis(true, true, notes),
            Tag::Emphasis => self.emphasis(false, true, notes),
            Tag::Link { dest_url, .. } => self.line.open_link(dest_url, notes, &self.place),
            _ => self.begin_block(range, notes),
        }
    }

    fn close(&mut self, tag: TagEnd, notes: &mut Notes<'_>) {
        match tag {
            TagEnd::Heading(_) => {
                self.end_block(notes);
                self.heading = None;
            }
            TagEnd::BlockQuote(_) => {
                self.end_block(notes);
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.end_block(notes);
                self.lists.pop();
            }
            TagEnd::Item => {
                self.end_block(notes);
                self.items.pop();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line).finish(notes, &self.place);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {}
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                let widths = widths(&rows);
                self.push(Part::Tables, Content::Table { widths, rows });
                self.end_figures(notes);
            }
            TagEnd::Strong => self.emphasis(true, false, notes),
            TagEnd::Emphasis => self.emphasis(false, false, notes),
            TagEnd::Link => self.line.close_link(notes, &self.place),
            _ => self.end_block(notes),
        }
    }

    pub(super) fn emphasis(&mut self, bold: bool, on: bool, notes: &mut Notes<'_>) {
        match (self.plain, bold) {
            (true, _) => {}
            (false, true) => self.line.bold(on, notes, &self.place),
            (false, false) => self.line.italic(on, notes, &self.place),
        }
    }

    fn word(&mut self, event: Event<'t>, notes: &mut Notes<'_>) {
        match event {
            Event::HardBreak => self.line.line_break(notes, &self.place),
            Event::SoftBreak => self.line.text(" "),
            Event::InlineHtml(tag) if is_break(&tag) => self.line.line_break(notes, &self.place),
            Event::InlineHtml(tag) if spoken(&tag).is_some() => {
                self.line.open_tongue(spoken(&tag).unwrap_or_default(), notes, &self.place);
            }
            Event::InlineHtml(tag)
                if &*tag == "</span>" && self.line.close_tongue(notes, &self.place) => {}
            Event::FootnoteReference(mark) => self.footnote(&mark, notes),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                for (at, part) in text.split_inclusive('\n').enumerate() {
                    if at > 0 {
                        self.line.line_break(notes, &self.place);
                    }
                    self.line.text(part.trim_end_matches('\n'));
                }
            }
            _ => {}
        }
    }

    /// Tells whether there is a footnote with this mark.
    pub(super) fn has_footnote(&self, mark: &str) -> bool {
        self.footnotes.contains_key(mark)
    }

    pub(super) fn footnote(&mut self, mark: &str, notes: &mut Notes<'_>) {
        // Citations before the mark come before it in number too.
        self.line.settle(notes, &self.place);
        if let Some(number) = self.used.get(mark) {
            // The same words twice would be counted twice.
            let words = format!("See note {} above.", number + 1);
            let note = notes.add(vec![Inline::plain(words)]);
            self.line.note(note, notes, &self.place);
            return;
        }
        let pieces = self.footnotes.get(mark).cloned().unwrap_or_default();
        if notes.in_note() {
            // A note in a note cannot be set; its words follow in brackets.
            self.used.insert(mark.to_owned(), 0);
            self.line.text(" (");
            for (event, range) in pieces {
                self.note_piece(event, &range, notes);
            }
            self.line.text(")");
            return;
        }
        let outer = std::mem::take(&mut self.line);
        let mut inner = Line::default();
        self.used.insert(mark.to_owned(), notes.len());
        let note = notes.write(|notes| {
            std::mem::swap(&mut self.line, &mut inner);
            for (event, range) in pieces {
                self.note_piece(event, &range, notes);
            }
            std::mem::take(&mut self.line).finish(notes, &self.place)
        });
        self.line = outer;
        self.line.note(note, notes, &self.place);
    }

    /// Writes one piece of a footnote; its paragraphs are parted by breaks.
    fn note_piece(&mut self, event: Event<'t>, range: &Range<usize>, notes: &mut Notes<'_>) {
        match event {
            event if self.image.is_some() => self.piece(event, range, notes),
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {
                self.piece(event, range, notes);
            }
            Event::Start(_) => {
                if !self.line.is_empty() {
                    self.line.line_break(notes, &self.place);
                }
            }
            Event::End(_) => {}
            word => self.word(word, notes),
        }
    }

    fn begin_block(&mut self, range: &Range<usize>, notes: &mut Notes<'_>) {
        self.end_block(notes);
        self.start = range.start;
    }

    /// Writes the line that is being written, and the pictures that stand in it.
    fn end_block(&mut self, notes: &mut Notes<'_>) {
        self.end_line(notes);
        self.end_figures(notes);
    }

    /// Writes the line that is being written, as what it is.
    fn end_line(&mut self, notes: &mut Notes<'_>) {
        let text = std::mem::take(&mut self.line).finish(notes, &self.place);
        if text.is_empty() {
            return;
        }
        if let Some(level) = self.heading {
            if level == 1 {
                let heading = plain_text(&text);
                self.place.section = Some(heading.clone());
                self.section = Some(heading);
            }
            self.push(Part::Headings, Content::Heading { level, text });
            return;
        }
        let depth = self.lists.len().saturating_sub(1).min(8) as u8;
        let content = match self.items.last_mut() {
            Some(item) if !item.written => {
                item.written = true;
                Content::ListItem { depth, number: item.number, text }
            }
            Some(_) => Content::Paragraph { number: None, quoted: true, text },
            None => Content::Paragraph { number: None, quoted: self.quotes > 0, text },
        };
        self.push(Part::Body, content);
    }

    pub(super) fn push(&mut self, part: Part, content: Content) {
        self.blocks.push(DocumentBlock {
            part,
            section: self.section.clone(),
            content,
            origin: Origin::Body(self.start as u32),
        });
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

fn is_break(tag: &str) -> bool {
    let name: String = tag.chars().filter(char::is_ascii_alphabetic).collect();
    tag.len() <= 6 && name.eq_ignore_ascii_case("br")
}

/// Returns the language that `<span lang="fr">` says.
fn spoken(tag: &str) -> Option<Tongue> {
    let value = tag.strip_prefix("<span lang=")?.strip_suffix('>')?;
    let tongue = Tongue::of(value.trim_matches(['"', '\'']));
    (!tongue.is_own()).then_some(tongue)
}
