//! Makes paragraphs of rows.

use crate::import::headings;
use crate::import::hyphen::Vocabulary;
use crate::import::labels::{self, Form, Run};
use crate::import::piece::{Mark, Piece};
use crate::import::reading::Reading;
use crate::model::draft::{BlockKind, Region, Stretch};

use super::hangs::Hangs;
use super::joints::Joint;
use super::measure::{self, Usual};
use super::page::Sheet;
use super::rows::{self, Row};
use super::shapes::{centred, is_table_row};
use super::{front, notes, settle};

/// A paragraph while rows are added to it.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: Option<BlockKind>,
    pub(super) label: Option<String>,
    pub(super) form: Option<Form>,
    pub(super) text: String,
    pub(super) marks: Vec<(usize, String, u32)>,
    pub(super) first: Row,
    pub(super) last: Row,
    pub(super) count: usize,
    /// What the rows cover, page by page and column by column.
    pub(super) stretches: Vec<Stretch>,
    /// Left edge of the lines after the first.
    pub(super) indent: Option<f32>,
    pub(super) confidence: f32,
}

/// Puts the paragraphs of all pages into the reading.
pub(super) fn build(mut sheets: Vec<Sheet>, reading: &mut Reading) {
    let mut words = Vocabulary::default();
    for line in sheets.iter().flat_map(|sheet| &sheet.lines) {
        words.learn(&line.text());
    }
    let body = measure::body_size(&sheets);
    let notes = notes::take(&mut sheets, body, &words);
    let usual = measure::usual(&sheets, body);
    let header = sheets.first().map_or(0.0, |sheet| {
        sheet
            .rules
            .iter()
            .filter(|rule| rule.2 < sheet.height * 0.14 && rule.1 - rule.0 > sheet.width * 0.65)
            .map(|rule| rule.2)
            .fold(0.0, f32::max)
    });
    let mut last_mark = 0;
    let rows: Vec<Row> = sheets
        .iter()
        .flat_map(|sheet| &sheet.lines)
        .map(|line| {
            rows::row(line, notes.stroked, |raised| {
                raised.split([',', ' ']).filter(|mark| !mark.is_empty()).all(|mark| {
                    let known = notes.key(mark, line.page).is_some();
                    let number = mark.parse::<u32>().ok();
                    // 2 and 3 may be exponents: only where the note is due.
                    let due = number.is_none_or(|n| n > 3 || n == last_mark + 1 || n == last_mark);
                    if let Some(number) = number.filter(|_| known && due) {
                        last_mark = number;
                    }
                    known && due
                })
            })
        })
        .collect();
    let front = front::kinds(&rows, body, &usual, header);
    let mut builder = Builder {
        rows: &rows,
        usual: &usual,
        body,
        words: &words,
        run: Run::default(),
        out: Vec::new(),
        hangs: Hangs::new(&rows, &usual),
    };
    for (at, kind) in front.iter().enumerate() {
        builder.add(at, *kind);
    }
    let mut drafts = builder.out;
    settle::kinds(&mut drafts, body, &usual);
    for draft in drafts {
        reading.pieces.push(piece(draft, &notes, &usual));
    }
    reading.notes = notes.found;
}

fn piece(draft: Draft, notes: &notes::Notes, usual: &[Usual]) -> Piece {
    let mut marks: Vec<Mark> = draft
        .marks
        .into_iter()
        .filter_map(|(at, mark, page)| {
            let note = notes.key(&mark, page)?.to_owned();
            Some(Mark { at, mark, note })
        })
        .collect();
    marks.sort_by_key(|mark| mark.at);
    let row = &draft.first;
    let mut stretches = draft.stretches.into_iter().map(|mut stretch| {
        let page = usual.get(stretch.page as usize).copied().unwrap_or_default();
        let region = &mut stretch.region;
        if page.mirrored {
            region.x = page.width - region.x - region.width;
        }
        stretch
    });
    Piece {
        kind: Some(draft.kind.unwrap_or_default()),
        level: settle::level(draft.kind, row, &draft.text),
        label_typed: draft.label.is_some(),
        label: draft.label,
        text: draft.text,
        marks,
        page: Some(row.page),
        region: stretches.next().map(|stretch| stretch.region),
        continues: stretches.collect(),
        confidence: draft.confidence,
        ..Piece::default()
    }
}

fn stretch(row: &Row) -> Stretch {
    let region =
        Region { x: row.x0, y: row.y - row.size, width: row.x1 - row.x0, height: row.size * 1.3 };
    Stretch { page: row.page, region }
}

/// Adds a row to what a paragraph covers: the stretch grows, until the row stands on another
/// page or at the head of the next column.
fn cover(stretches: &mut Vec<Stretch>, row: &Row, last: &Row) {
    let added = stretch(row);
    match stretches.last_mut() {
        Some(open) if open.page == row.page && row.y > last.y - row.size => {
            open.region = open.region.with(added.region);
        }
        _ => stretches.push(added),
    }
}

pub(super) struct Builder<'a> {
    pub(super) rows: &'a [Row],
    pub(super) usual: &'a [Usual],
    pub(super) body: f32,
    pub(super) words: &'a Vocabulary,
    pub(super) run: Run,
    pub(super) out: Vec<Draft>,
    pub(super) hangs: Hangs,
}

impl Builder<'_> {
    fn add(&mut self, at: usize, front: Option<BlockKind>) {
        let row = &self.rows[at];
        let joint = match front {
            Some(kind) => self.joint_of_front(at, kind),
            None => self.joint(at),
        };
        let doubt = matches!(joint, Joint::MayStart | Joint::MayGo);
        if matches!(joint, Joint::Goes | Joint::MayGo)
            && let Some(draft) = self.out.last_mut()
        {
            let before = draft.text.len();
            super::join(&mut draft.text, &row.text, self.words);
            let start = draft.text.len()
                - row.text.len().min(draft.text.len() - before.min(draft.text.len()));
            let start = start.min(draft.text.len());
            draft.marks.extend(row.marks.iter().map(|(offset, mark)| {
                let at = if *offset == 0 { before.min(draft.text.len()) } else { start + offset };
                (at, mark.clone(), row.page)
            }));
            draft.count += 1;
            if draft.indent.is_none() || draft.count == 2 {
                draft.indent = Some(row.x0);
            }
            cover(&mut draft.stretches, row, &draft.last);
            draft.last = row.clone();
            if doubt {
                draft.confidence = draft.confidence.min(0.5);
            }
            return;
        }
        let label = if front.is_some() { None } else { self.label(at) };
        let table = front.is_none() && label.is_none() && is_table_row(row);
        let cut = match front {
            Some(BlockKind::Title) => row.text.len() - front::without_subject(&row.text).len(),
            _ => label.as_ref().map_or(0, |label| label.rest),
        };
        let draft = Draft {
            kind: front.or(table.then_some(BlockKind::Other)),
            form: label.as_ref().map(|label| label.form),
            indent: label.as_ref().filter(|label| label.apart).map(|label| label.words_at),
            label: label.map(|label| label.printed),
            text: row.text[cut..].to_owned(),
            marks: row
                .marks
                .iter()
                .map(|(at, mark)| (at.saturating_sub(cut), mark.clone(), row.page))
                .collect(),
            stretches: vec![stretch(row)],
            first: row.clone(),
            last: row.clone(),
            count: 1,
            confidence: if doubt { 0.5 } else { 1.0 },
        };
        self.out.push(draft);
    }

    /// Returns the label with which a paragraph that starts here begins, and counts it.
    fn label(&mut self, at: usize) -> Option<rows::Opening> {
        let row = &self.rows[at];
        let opening = row.label.clone()?;
        let label = labels::split(&row.text)?;
        let words = &row.text[opening.rest..];
        let accepted = match opening.form {
            // Lettered headings keep their letter; lettered paragraphs are long.
            Form::Capital | Form::CapitalRoman => {
                let long = self.rows.get(at + 1).is_some_and(|next| {
                    next.page == row.page
                        && next.y - row.y < row.size * 1.5
                        && next.label.is_none()
                        && row.x1 > self.usual_of(row).right - row.size * 6.0
                });
                let display = row.size > self.body + 0.7
                    || row.bold
                    || self.centred(row)
                    || headings::capitals(words);
                long && !display && (self.run.expects(&label) || self.run.follows(&label, 2))
            }
            Form::Number if label.may_be_a_year() => self.run.expects(&label),
            Form::Number | Form::Decimal if !opening.closed => {
                let opens = words.starts_with(|c: char| c.is_uppercase() || c == '[');
                opening.apart
                    || self.run.expects(&label)
                    || opens && self.run.continues_decimals(&label)
            }
            Form::LetterDot | Form::RomanDot => {
                let words_follow = words.split_whitespace().count() >= 2;
                opening.apart
                    || words_follow
                        && (label.value == 1
                            || self.run.expects(&label)
                            || self.run.follows(&label, 2))
            }
            _ => true,
        };
        if !accepted || opening.form == Form::Number && words.is_empty() && !opening.closed {
            return None;
        }
        self.run.use_label(&label);
        Some(opening)
    }

    pub(super) fn usual_of(&self, row: &Row) -> &Usual {
        self.usual.get(row.page as usize).unwrap_or(&self.usual[0])
    }

    pub(super) fn centred(&self, row: &Row) -> bool {
        centred(row, self.usual_of(row))
    }
}
