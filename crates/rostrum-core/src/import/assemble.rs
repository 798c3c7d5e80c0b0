//! Makes the draft from what a reader found: labels, levels, heading paths, notes, ids.

use std::collections::BTreeMap;

use crate::finding::{Finding, Place, Severity};
use crate::model::draft::{Block, BlockKind, Draft, Footnote};

use super::labels::{self, Form, Run};
use super::piece::{Mark, Note, Piece, fold_spaces, folded};
use super::reading::Reading;
use super::{ImportError, headings, masthead};

/// How many pieces may stand before the title.
const FRONT: usize = 15;

/// Returns the draft.
///
/// # Errors
///
/// [`ImportError::Empty`] when no piece holds a word.
pub(super) fn draft(reading: Reading) -> Result<Draft, ImportError> {
    let mut draft = Draft {
        format: reading.format,
        pages: reading.pages,
        language: reading.language,
        findings: reading.findings,
        ..Draft::default()
    };
    let mut depths = Depths::default();
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut notes = Notes::new(reading.notes);
    let title_at =
        reading.pieces.iter().take(FRONT).position(|piece| piece.kind == Some(BlockKind::Title));
    for (at, mut piece) in reading.pieces.into_iter().enumerate() {
        // What stands before the title is the masthead.
        let short = piece.text.split_whitespace().count() <= 16;
        if piece.kind.is_none() && short && title_at.is_some_and(|title| at < title) {
            piece.kind = Some(BlockKind::Other);
        }
        let Some(mut block) = block(piece, &mut depths, &mut notes) else { continue };
        match block.kind {
            BlockKind::Heading => {
                path.retain(|(level, _)| *level < block.level);
                block.heading_path = path.iter().map(|(_, text)| text.clone()).collect();
                let mut name = block.label.clone().unwrap_or_default();
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(&block.text);
                path.push((block.level, name));
                depths.heading();
            }
            BlockKind::Title => {}
            _ => block.heading_path = path.iter().map(|(_, text)| text.clone()).collect(),
        }
        draft.blocks.push(block);
    }
    notes.append(&mut draft);
    if draft.blocks.iter().all(|block| block.text.is_empty()) {
        return Err(ImportError::Empty);
    }
    for (at, block) in draft.blocks.iter_mut().enumerate() {
        block.id = format!("b{}", at + 1);
    }
    masthead::fill(&mut draft, reading.title.as_deref(), &reading.edges);
    report_unsure(&mut draft);
    Ok(draft)
}

fn block(mut piece: Piece, depths: &mut Depths, notes: &mut Notes) -> Option<Block> {
    let mut text = fold_spaces(&piece.text, &mut piece.marks);
    let mut label = piece.label.map(|label| folded(&label)).filter(|label| !label.is_empty());
    if text.is_empty() && label.is_none() && piece.original.is_none() {
        return None;
    }
    let mut kind = piece.kind;
    let mut level = piece.level;
    let mut label_typed = piece.label_typed && label.is_some();
    if kind.is_none() && label.is_none() {
        let found = headings::by_words(&text);
        let by_look = piece.strong
            && text.split_whitespace().count() <= 20
            && !headings::ends_like_a_sentence(&text)
            && !headings::leads_in(&text)
            && !opens_with_number(&text);
        if let Some(found) = found.or(by_look.then_some(4)) {
            kind = Some(BlockKind::Heading);
            level = found;
        }
    }
    let kind = kind.unwrap_or_default();
    if kind == BlockKind::Paragraph
        && label.is_none()
        && piece.may_open_with_label
        && let Some(found) = labels::split(&text)
        && depths.accepts(&found, &text[found.rest..])
    {
        label = Some(found.printed.to_owned());
        label_typed = true;
        let cut = found.rest;
        text.drain(..cut);
        for mark in &mut piece.marks {
            mark.at = mark.at.saturating_sub(cut);
        }
    }
    if kind == BlockKind::Paragraph
        && label.is_none()
        && let Some(cut) = labels::named(&text)
    {
        label = Some(text[..cut].trim_end().to_owned());
        label_typed = true;
        text.drain(..cut);
        for mark in &mut piece.marks {
            mark.at = mark.at.saturating_sub(cut);
        }
    }
    if kind == BlockKind::Paragraph {
        level = depths.level(label.as_deref(), level);
    } else if kind == BlockKind::Heading {
        level = level.max(1);
    }
    let footnotes = notes.tie(piece.marks);
    Some(Block {
        kind,
        label,
        label_typed,
        level,
        text,
        original: piece.original.map(|text| folded(&text)),
        page: piece.page,
        region: piece.region,
        continues: piece.continues,
        confidence: if piece.confidence > 0.0 { piece.confidence } else { 1.0 },
        footnotes,
        ..Block::default()
    })
}

fn opens_with_number(text: &str) -> bool {
    labels::split(text)
        .is_some_and(|label| !matches!(label.form, Form::Capital | Form::CapitalRoman))
}

/// Tells how deep a paragraph stands from the families of labels above it.
#[derive(Debug, Default)]
struct Depths {
    run: Run,
    open: Vec<Form>,
}

impl Depths {
    fn heading(&mut self) {
        self.open.clear();
    }

    /// Returns whether what may be a label is one. Flowing text gives no other clue than the
    /// label's own shape and order.
    fn accepts(&self, label: &labels::Label<'_>, words: &str) -> bool {
        let opens = words
            .chars()
            .next()
            .is_none_or(|c| c.is_uppercase() || !c.is_alphabetic() || !c.is_ascii());
        match label.form {
            Form::Bullet | Form::Letter | Form::Roman | Form::BracketedNumber | Form::Margin => {
                true
            }
            Form::Number | Form::Decimal if !label.closed => {
                let listed = words.starts_with(|c: char| c.is_uppercase() || c == '[');
                opens && self.run.expects(label) || listed && self.run.continues_decimals(label)
            }
            Form::Number if label.may_be_a_year() => opens && self.run.expects(label),
            Form::Number | Form::Decimal => true,
            Form::BracketedCapital => opens,
            Form::Capital | Form::CapitalRoman | Form::LetterDot | Form::RomanDot => {
                self.run.expects(label) || self.run.follows(label, 2)
            }
        }
    }

    fn level(&mut self, label: Option<&str>, given: u8) -> u8 {
        let Some(found) = label.and_then(labels::split) else { return given };
        if found.form == Form::Bullet {
            return given.max(self.open.len().min(1) as u8);
        }
        let form = self.run.settle(&found);
        self.run.use_label(&found);
        if let Some(at) = self.open.iter().position(|open| *open == form) {
            self.open.truncate(at + 1);
        } else {
            let rank = labels::rank(form);
            if rank <= 1 {
                self.open.clear();
            } else {
                self.open.retain(|open| labels::rank(*open) < rank);
                if self.open.is_empty() {
                    // A list under a paragraph that has no label of its own.
                    self.open.push(Form::Number);
                }
            }
            self.open.push(form);
        }
        (self.open.len() - 1).min(8) as u8
    }
}

/// Ties notes to the blocks in which their marks stand.
struct Notes {
    by_key: BTreeMap<String, Note>,
    order: Vec<String>,
}

impl Notes {
    fn new(notes: Vec<Note>) -> Self {
        let mut by_key = BTreeMap::new();
        let mut order = Vec::new();
        for note in notes {
            if !by_key.contains_key(&note.key) {
                order.push(note.key.clone());
                by_key.insert(note.key.clone(), note);
            }
        }
        Self { by_key, order }
    }

    fn tie(&self, marks: Vec<Mark>) -> Vec<Footnote> {
        let note = |mark: Mark| Footnote {
            text: self.by_key.get(&mark.note).map(|note| folded(&note.text)).unwrap_or_default(),
            mark: mark.mark,
            offset: mark.at as u32,
        };
        marks.into_iter().map(note).collect()
    }

    fn append(mut self, draft: &mut Draft) {
        for key in self.order {
            let Some(note) = self.by_key.remove(&key) else { continue };
            let text = folded(&note.text);
            if text.is_empty() {
                continue;
            }
            draft.blocks.push(Block {
                kind: BlockKind::Footnote,
                label: Some(note.mark),
                text,
                page: note.page,
                confidence: 1.0,
                ..Block::default()
            });
        }
    }
}

fn report_unsure(draft: &mut Draft) {
    let unsure: Vec<&Block> = draft.blocks.iter().filter(|block| block.is_unsure()).collect();
    if unsure.is_empty() {
        return;
    }
    let first = unsure.first().map(|block| {
        block
            .label
            .clone()
            .unwrap_or_else(|| block.text.split_whitespace().take(6).collect::<Vec<_>>().join(" "))
    });
    let count = unsure.len();
    draft.findings.push(finding(
        "I104",
        "unsure-blocks",
        Severity::Info,
        "count",
        &[("count", &count.to_string()), ("first", first.as_deref().unwrap_or_default())],
        &format!(
            "{count} parts of the draft were read with some doubt about their bounds or label."
        ),
        "Compare them with the pages of the original.",
    ));
}

/// Returns a finding of a reader.
pub(super) fn finding(
    code: &str,
    name: &str,
    severity: Severity,
    variant: &str,
    params: &[(&str, &str)],
    message: &str,
    hint: &str,
) -> Finding {
    Finding {
        code: code.into(),
        name: name.into(),
        severity,
        variant: variant.into(),
        params: params.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        message: message.into(),
        hint: hint.into(),
        place: Place::part("draft"),
        edits: Vec::new(),
    }
}
