//! What was sent: the words of a composed document, each with the place in the statement it
//! came from.

use std::ops::Range;

use super::figures::{Figure, figures};
use super::read::{NOTE, PARAGRAPH, letter_of, place_of};
use super::source::{Piece, pieces, pieces_of};
use crate::finding::Place;
use crate::model::call::Marking;
use crate::model::document::{Content, CoverLine, Inline, Marks, Origin, Part};
use crate::model::review::Field;
use crate::model::{Document, Picture, ResponseKind, Statement};
use crate::render::{anchors, bracketed, contents_title, picture_in_words};

/// A document as one stream of characters.
#[derive(Debug, Clone, Default)]
pub(super) struct Sent {
    pub(super) text: Vec<Letter>,
    pub(super) units: Vec<Unit>,
    /// Label of the footnote that it is; none for the text.
    pub(super) note: Option<String>,
    /// The pictures that it shows, each once; their letters tell their places here.
    pub(super) pictures: Vec<Picture>,
    /// Every place that shows a picture, in order.
    pub(super) shown: Vec<Shown>,
    /// Words of the notes whose marks stand in the text, in its order.
    pub(super) notes: Vec<String>,
    /// Its language.
    pub(super) language: String,
}

/// A place that shows a picture.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// The letter that stands for the picture.
    pub(super) letter: usize,
    /// What it shows.
    pub(super) alt: String,
    /// Words under it.
    pub(super) caption: String,
    /// Where it stands in the body.
    pub(super) figure: Option<Figure>,
}

impl Sent {
    /// Returns words as a person sees them: line ends for paragraphs, nothing for marks of
    /// notes, what they show for pictures.
    pub(super) fn in_words(&self, words: &str) -> String {
        let mut out = String::with_capacity(words.len());
        for c in words.chars() {
            match (c, place_of(c)) {
                (NOTE, _) => {}
                (PARAGRAPH, _) => out.push('\n'),
                (c, Some(_)) => {
                    let own = self.shown.iter().find(|shown| self.text[shown.letter].c == c);
                    let alt = own.map_or("", |shown| &shown.alt);
                    out.push_str(&picture_in_words(&self.language, alt));
                }
                (c, None) => out.push(c),
            }
        }
        out.trim_matches('\n').to_owned()
    }

    /// Returns the words of the notes whose marks stand among letters.
    pub(super) fn notes_among(&self, letters: &Range<usize>) -> Vec<String> {
        let marks = (0..self.text.len()).filter(|at| self.text[*at].c == NOTE);
        let notes = marks.zip(&self.notes).filter(|(at, _)| letters.contains(at));
        notes.map(|(_, words)| words.clone()).collect()
    }
}

/// One character, and where in the statement it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) c: char,
    /// The field and the bytes there; none for what is made.
    pub(super) from: Option<(Field, Range<usize>)>,
}

/// One paragraph or cell of the document.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// Its letters, with the end of the paragraph.
    pub(super) letters: Range<usize>,
    /// Its hidden anchor; cells but the first have none.
    pub(super) anchor: Option<String>,
    pub(super) place: Place,
    pub(super) kind: UnitKind,
}

/// What a unit is, as far as it matters for writing it in Markdown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum UnitKind {
    #[default]
    Paragraph,
    Heading,
    Item,
    Cell,
    /// A picture: one letter.
    Picture,
    /// The words under a picture.
    Caption,
}

impl Unit {
    /// Returns where its words end: before the end of the paragraph.
    pub(super) fn end(&self) -> usize {
        self.letters.end - 1
    }
}

/// Lays out what was sent; `statement` is the one the document was composed from.
pub(super) fn sent(document: &Document, statement: &Statement) -> Sent {
    let body = pieces(&statement.body, &statement.pictures);
    let drawn = figures(&statement.body, &statement.pictures);
    let mut sent = Sent { language: document.language.clone(), ..Sent::default() };
    let brackets = document.look.marking == Marking::Brackets;
    let mut out = Writer { sent: &mut sent, brackets };
    let (before, after) = document.cover_around_title();
    for line in before {
        out.cover(line, statement);
    }
    if !document.title.is_empty() {
        let title = whole(&document.title, &Field::Head("title".into()), &statement.title);
        let place = Place::part("header");
        out.unit(title, Some("_ro_title".into()), place, UnitKind::Paragraph);
        if document.title_note.is_some() {
            out.note_at_end();
        }
    }
    for line in after {
        out.cover(line, statement);
    }
    if document.has_contents() {
        // What is listed under it is a field, which Word makes anew and a reader leaves out.
        let title = made(contents_title(&document.language));
        out.unit(title, None, Place::part("header"), UnitKind::Paragraph);
    }
    let starts: Vec<usize> = document
        .blocks
        .iter()
        .filter(|b| !matches!(b.content, Content::Picture { .. }))
        .filter_map(|b| if let Origin::Body(at) = b.origin { Some(at as usize) } else { None })
        .collect();
    for (block, anchor) in document.blocks.iter().zip(anchors(document)) {
        let kind = match block.content {
            Content::Heading { .. } => UnitKind::Heading,
            Content::ListItem { .. } => UnitKind::Item,
            Content::Table { .. } => UnitKind::Cell,
            Content::Paragraph { .. } => UnitKind::Paragraph,
            Content::Picture { .. } => UnitKind::Picture,
        };
        let part = match (&block.origin, block.part) {
            (_, Part::Signatories) => "signatory",
            (Origin::Response(_), _) => "response",
            _ => "body",
        };
        let response =
            if let Origin::Response(id) = &block.origin { Some(id.clone()) } else { None };
        let place = Place {
            part: part.into(),
            section: block.section.clone(),
            paragraph: response,
            ..Place::default()
        };
        if let Content::Picture { picture, alt, caption, .. } = &block.content {
            let figure = match block.origin {
                Origin::Body(at) => drawn.iter().find(|f| f.whole.start == at as usize).cloned(),
                _ => None,
            };
            let shown = Shown { letter: 0, alt: alt.clone(), caption: String::new(), figure };
            out.picture(picture, caption, shown, anchor, &place);
            continue;
        }
        let mut source = match block.origin {
            Origin::Body(at) => {
                let next = starts.iter().find(|start| **start > at as usize);
                let range = at as usize..next.copied().unwrap_or(statement.body.len());
                body.iter().filter(|p| range.contains(&p.at.start)).cloned().collect()
            }
            _ => Vec::new(),
        };
        for (at, line) in block.lines().into_iter().enumerate() {
            let mut letters = out.letters(line);
            match &block.origin {
                Origin::Body(_) => settle(&mut letters, &mut source),
                Origin::Response(id) => respond(&mut letters, line, statement, id),
                Origin::Made => {}
            }
            let anchor = (at == 0).then(|| anchor.clone());
            out.unit(letters, anchor, place.clone(), kind);
        }
    }
    let words = |note: u32| {
        document.notes.get(note as usize).map(|own| crate::model::document::plain_text(own))
    };
    sent.notes = note_numbers(document).into_iter().filter_map(words).collect();
    sent
}

/// Lays out one note of what was sent; `label` is that of a footnote of the body, without which
/// its words are made.
pub(super) fn sent_note(
    document: &Document,
    statement: &Statement,
    words: &[Inline],
    label: Option<&str>,
    place: Place,
) -> Sent {
    let mut sent = Sent { note: label.map(str::to_owned), ..Sent::default() };
    let brackets = document.look.marking == Marking::Brackets;
    let mut out = Writer { sent: &mut sent, brackets };
    let mut letters = out.letters(words);
    if let Some(label) = label {
        settle(&mut letters, &mut pieces_of(&statement.body, &statement.pictures, Some(label)));
    }
    out.unit(letters, None, place, UnitKind::Paragraph);
    sent
}

/// Returns the numbers of the notes in the order in which their marks stand in what was sent.
pub(super) fn note_numbers(document: &Document) -> Vec<u32> {
    fn of(line: &[Inline], out: &mut Vec<u32>) {
        for piece in line {
            match piece {
                Inline::Note(number) => out.push(*number),
                Inline::Link { text, .. } => of(text, out),
                Inline::Text { .. } | Inline::Break => {}
            }
        }
    }
    let mut out: Vec<u32> = Vec::new();
    out.extend(document.title_note.filter(|_| !document.title.is_empty()));
    for block in &document.blocks {
        block.lines().into_iter().for_each(|line| of(line, &mut out));
    }
    out
}

struct Writer<'s> {
    sent: &'s mut Sent,
    brackets: bool,
}

impl Writer<'_> {
    fn unit(&mut self, letters: Vec<Letter>, anchor: Option<String>, place: Place, kind: UnitKind) {
        let start = self.sent.text.len();
        self.sent.text.extend(letters);
        self.sent.text.push(Letter { c: PARAGRAPH, from: None });
        let letters = start..self.sent.text.len();
        self.sent.units.push(Unit { letters, anchor, place, kind });
    }

    /// Lays out a picture, and its caption as a paragraph of its own.
    fn picture(
        &mut self,
        picture: &Picture,
        caption: &[Inline],
        mut shown: Shown,
        anchor: String,
        place: &Place,
    ) {
        let known = self.sent.pictures.iter().position(|own| own.sha256 == picture.sha256);
        let at = known.unwrap_or_else(|| {
            self.sent.pictures.push(picture.clone());
            self.sent.pictures.len() - 1
        });
        let from = shown.figure.as_ref().map(|figure| (Field::Body, figure.whole.clone()));
        shown.letter = self.sent.text.len();
        let letter = Letter { c: letter_of(at), from };
        self.unit(vec![letter], Some(anchor), place.clone(), UnitKind::Picture);
        let mut letters = self.letters(caption);
        shown.caption = letters.iter().map(|letter| letter.c).collect();
        if !letters.is_empty() {
            if let Some(figure) = &shown.figure {
                settle(&mut letters, &mut figure.letters.clone());
            }
            self.unit(letters, None, place.clone(), UnitKind::Caption);
        }
        self.sent.shown.push(shown);
    }

    fn cover(&mut self, line: &CoverLine, statement: &Statement) {
        let mut letters = made(&format!("{}:\t", line.label));
        letters.extend(match field_of(statement, &line.value) {
            Some((field, value)) => whole(&line.value, &field, value),
            None => made(&line.value),
        });
        self.unit(letters, None, Place::part("header"), UnitKind::Paragraph);
    }

    fn note_at_end(&mut self) {
        let at = self.sent.text.len() - 1;
        self.sent.text.insert(at, Letter { c: NOTE, from: None });
        if let Some(unit) = self.sent.units.last_mut() {
            unit.letters.end += 1;
        }
    }

    /// Returns a line as the Word writer prints it.
    fn letters(&self, line: &[Inline]) -> Vec<Letter> {
        let mut out = Vec::new();
        for piece in line {
            match piece {
                Inline::Text { text, marks } => out.extend(made(&self.marked(text, *marks))),
                Inline::Link { text, .. } => out.extend(self.letters(text)),
                Inline::Break => out.push(Letter { c: '\n', from: None }),
                Inline::Note(_) => out.push(Letter { c: NOTE, from: None }),
            }
        }
        out
    }

    fn marked(&self, text: &str, marks: Marks) -> String {
        let mut out = String::new();
        match (self.brackets, marks.inserted, marks.deleted) {
            (true, true, _) => bracketed(&mut out, "add", text),
            (true, _, true) => bracketed(&mut out, "delete", text),
            _ => out.push_str(text),
        }
        out
    }
}

fn made(text: &str) -> Vec<Letter> {
    text.chars().map(|c| Letter { c, from: None }).collect()
}

/// Returns words that are a field of the statement, letter by letter when they read the same.
fn whole(printed: &str, field: &Field, value: &str) -> Vec<Letter> {
    let mut letters = made(printed);
    let source: Vec<Piece> = plain(value);
    let taken = match_up(&letters, &source);
    for (letter, at) in taken {
        letters[letter].from = Some((field.clone(), source[at].at.clone()));
    }
    letters
}

fn plain(value: &str) -> Vec<Piece> {
    let piece = |(at, c): (usize, char)| Piece { c, at: at..at + c.len_utf8() };
    value.char_indices().map(piece).collect()
}

/// Finds the field of the head that prints as this value.
fn field_of<'s>(statement: &'s Statement, value: &str) -> Option<(Field, &'s str)> {
    if statement.organisation.trim() == value {
        return Some((Field::Head("organisation".into()), &statement.organisation));
    }
    let found = statement.header.iter().find(|(_, own)| own.trim() == value)?;
    Some((Field::Head(found.0.clone()), found.1))
}

/// Gives letters of the body their places in it; what was used is taken out of `source`.
fn settle(letters: &mut [Letter], source: &mut Vec<Piece>) {
    let mut taken = match_up(letters, source);
    fill_gaps(letters, source, &mut taken);
    let mut end = 0;
    for (letter, at) in taken {
        letters[letter].from = Some((Field::Body, source[at].at.clone()));
        end = end.max(at + 1);
    }
    source.drain(..end);
}

/// Pairs what is left between pairs whatever its order: the mark of a note stands after
/// punctuation in print and before it in the text.
fn fill_gaps(letters: &[Letter], source: &[Piece], taken: &mut Vec<(usize, usize)>) {
    let mut more = Vec::new();
    let (mut letter, mut piece) = (0, 0);
    let last = (letters.len(), source.len());
    for (next_letter, next_piece) in taken.iter().copied().chain([last]) {
        let room = (next_letter - letter).saturating_add(1);
        let mut free: Vec<usize> = (piece..next_piece).take(room).collect();
        for (at, unpaired) in letters.iter().enumerate().take(next_letter).skip(letter) {
            if let Some(found) = free.iter().position(|p| source[*p].c == unpaired.c) {
                more.push((at, free.remove(found)));
            }
        }
        (letter, piece) = (next_letter + 1, next_piece + 1);
    }
    taken.extend(more);
}

/// Gives the letters of a response their places in its proposal and its rationale.
fn respond(letters: &mut [Letter], line: &[Inline], statement: &Statement, id: &str) {
    let Some(response) = statement.responses.iter().find(|r| r.id == id) else { return };
    let proposes = matches!(response.kind, ResponseKind::Modify | ResponseKind::Add);
    let marked = line.iter().any(
        |piece| matches!(piece, Inline::Text { marks, .. } if marks.inserted || marks.deleted),
    );
    let mut kept = Vec::new();
    let mut at = 0;
    for piece in line {
        let length = match piece {
            Inline::Text { text, .. } => text.chars().count(),
            Inline::Link { text, .. } => crate::model::document::plain_text(text).chars().count(),
            Inline::Note(_) | Inline::Break => 1,
        };
        let out = matches!(piece, Inline::Text { marks, .. } if marks.deleted);
        if !out {
            kept.extend(at..at + length);
        }
        at += length;
    }
    // Wording in brackets has letters that the line does not have.
    if at != letters.len() {
        kept = (0..letters.len()).collect();
    }
    let (field, value) = if marked && proposes {
        (Field::Proposal(id.to_owned()), &response.proposal)
    } else {
        (Field::Rationale(id.to_owned()), &response.rationale)
    };
    let subset: Vec<Letter> = kept.iter().map(|at| letters[*at].clone()).collect();
    let source = plain(value);
    let taken = match_up(&subset, &source);
    // A line that shares next to nothing with the field is not made from it.
    if taken.len() * 2 < source.len().min(subset.len()) {
        return;
    }
    for (letter, at) in taken {
        letters[kept[letter]].from = Some((field.clone(), source[at].at.clone()));
    }
}

/// Pairs letters with pieces of the source that read the same, both in their order.
fn match_up(letters: &[Letter], source: &[Piece]) -> Vec<(usize, usize)> {
    let fold = |c: char| if c.is_whitespace() { ' ' } else { c };
    let printed: Vec<char> = letters.iter().map(|l| fold(l.c)).collect();
    let written: Vec<char> = source.iter().map(|p| fold(p.c)).collect();
    // Cells of a table and pieces of a list share one stretch of source: take the nearest.
    let mut out = Vec::new();
    let (mut p, mut w) = (0, 0);
    while p < printed.len() && w < written.len() {
        if printed[p] == written[w] {
            out.push((p, w));
            p += 1;
            w += 1;
            continue;
        }
        // The shortest way to where both read the same again for a few letters.
        match resume(&printed[p..], &written[w..]) {
            Some((skip_printed, skip_written)) => {
                p += skip_printed;
                w += skip_written;
            }
            None => break,
        }
    }
    out
}

/// Furthest that is looked ahead for words that read the same again.
const FAR: usize = 400;

fn resume(printed: &[char], written: &[char]) -> Option<(usize, usize)> {
    for sum in 1..FAR {
        for skip in 0..=sum {
            let (p, w) = (skip, sum - skip);
            if p >= printed.len() || w >= written.len() {
                continue;
            }
            let need = 4.min(printed.len() - p).min(written.len() - w);
            if printed[p..p + need] == written[w..w + need] {
                return Some((p, w));
            }
        }
    }
    None
}
