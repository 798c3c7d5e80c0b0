//! Makes paragraphs of rows.

use crate::import::headings;
use crate::import::hyphen::Vocabulary;
use crate::import::labels::{self, Form, Run};
use crate::import::piece::{Mark, Piece};
use crate::import::reading::Reading;
use crate::model::draft::{BlockKind, Region};

use super::measure::{self, Usual};
use super::page::Sheet;
use super::rows::{self, Row};
use super::shapes::{centred, ends_sentence, is_table_row};
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
            rows::row(line, |raised| {
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
        hanging: Vec::new(),
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
    let page = usual.get(row.page as usize).copied().unwrap_or_default();
    let x = if page.mirrored { page.width - row.x1 } else { row.x0 };
    Piece {
        kind: Some(draft.kind.unwrap_or_default()),
        level: settle::level(draft.kind, row, &draft.text),
        label_typed: draft.label.is_some(),
        label: draft.label,
        text: draft.text,
        marks,
        page: Some(row.page),
        region: Some(Region {
            x,
            y: row.y - row.size,
            width: row.x1 - row.x0,
            height: row.size * 1.3,
        }),
        confidence: draft.confidence,
        ..Piece::default()
    }
}

struct Builder<'a> {
    rows: &'a [Row],
    usual: &'a [Usual],
    body: f32,
    words: &'a Vocabulary,
    run: Run,
    out: Vec<Draft>,
    /// For labels at a place, whether their words hang under each other (and where).
    hanging: Vec<(f32, f32, bool)>,
}

/// How a row goes with the paragraph before it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Joint {
    Starts,
    /// Starts, but nothing says so clearly.
    MayStart,
    Goes,
    /// Goes on, but nothing says so clearly.
    MayGo,
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
            if draft.count == 2
                && let Some(opening) = draft.first.label.as_ref().filter(|_| draft.label.is_some())
                && draft.first.page == row.page
            {
                let hangs = (row.x0 - opening.words_at).abs() < 4.0;
                let place = draft.first.x0;
                self.hanging.retain(|(x, ..)| (x - place).abs() > 3.0);
                self.hanging.push((place, opening.words_at, hangs));
            }
            if draft.indent.is_none() || draft.count == 2 {
                draft.indent = Some(row.x0);
            }
            draft.last = row.clone();
            if doubt {
                draft.confidence = draft.confidence.min(0.5);
            }
            return;
        }
        let label = if front.is_some() { None } else { self.label(at) };
        let table = front.is_none() && label.is_none() && is_table_row(row);
        let cut = label.as_ref().map_or(0, |label| label.rest);
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
                let display = row.size > self.body + 0.7 || row.bold || self.centred(row);
                long && !display && (self.run.expects(&label) || self.run.follows(&label, 2))
            }
            Form::Number | Form::Decimal if !opening.closed => {
                opening.apart || self.run.expects(&label)
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

    fn usual_of(&self, row: &Row) -> &Usual {
        self.usual.get(row.page as usize).unwrap_or(&self.usual[0])
    }

    fn centred(&self, row: &Row) -> bool {
        centred(row, self.usual_of(row))
    }

    fn joint_of_front(&self, at: usize, kind: BlockKind) -> Joint {
        let row = &self.rows[at];
        let goes = self.out.last().is_some_and(|draft| {
            let last = &draft.last;
            draft.kind == Some(kind)
                && last.page == row.page
                && (last.size - row.size).abs() < 0.6
                && row.y - last.y < row.size * 1.45
                && row.y > last.y
                && (kind == BlockKind::Title || row.x0 - last.x0 < 6.0)
        });
        if goes { Joint::Goes } else { Joint::Starts }
    }

    /// Decides whether the row goes on with the paragraph before it.
    fn joint(&self, at: usize) -> Joint {
        let row = &self.rows[at];
        let Some(draft) = self.out.last() else { return Joint::Starts };
        let last = &draft.last;
        let usual = self.usual_of(row);
        if at == 0 || matches!(draft.kind, Some(BlockKind::Title)) {
            return Joint::Starts;
        }
        if draft.kind == Some(BlockKind::Other) || is_table_row(row) && row.label.is_none() {
            return Joint::Starts;
        }
        let same_page = row.page == last.page;
        let step = row.y - last.y;
        if same_page && step < -row.size {
            // The next column begins at the top again.
            return self.over_the_edge(at, draft);
        }
        if draft.count == 1
            && draft.label.is_some()
            && same_page
            && headings::is_bare_option(&draft.text)
        {
            // "13. Option 1:" on a line of its own leads its paragraph.
            return Joint::Goes;
        }
        let size_changed = (row.size - last.size).abs() > 0.75;
        let display = |row: &Row| row.size > self.body + 0.75 || self.centred(row);
        if display(row) || display(last) {
            return self.display_joint(draft, row, step, same_page);
        }
        if size_changed && same_page {
            return Joint::Starts;
        }
        if !same_page {
            return self.over_the_edge(at, draft);
        }
        let leading = usual.leading;
        if step > leading * 1.55 {
            return Joint::Starts;
        }
        if draft.count == 1
            && draft.first.bold
            && !row.bold
            && draft.label.is_none()
            && self.is_short(at - 1, row)
        {
            return Joint::Starts;
        }
        if is_cut_word(&last.text, &row.text) {
            return Joint::Goes;
        }
        let wide = step > leading + row.size * 0.13;
        let short = self.is_short(at - 1, row);
        let ended = ends_sentence(&last.text);
        if let Some(opening) = &row.label {
            let label = labels::split(&row.text);
            let expected = label
                .as_ref()
                .is_some_and(|label| self.run.expects(label) || self.run.follows(label, 3));
            let moved = draft
                .indent
                .filter(|_| draft.count > 1 || draft.label.is_some())
                .is_some_and(|indent| (row.x0 - indent).abs() > 3.0);
            let strong = opening.closed
                && (opening.form != Form::Bullet || opening.apart || moved || wide || short);
            return match (strong, wide || short, moved, opening.apart, expected) {
                (true, true, ..) => Joint::Starts,
                (true, _, true, _, _) => Joint::Starts,
                (true, _, _, true, true) => Joint::Starts,
                (true, _, _, true, false) if ended => Joint::Starts,
                (true, _, _, false, true) if ended => Joint::MayStart,
                (true, _, _, true, false) => Joint::MayStart,
                (false, true, ..) => {
                    if expected || opening.apart {
                        Joint::Starts
                    } else {
                        self.plain_joint(draft, row, wide, short, ended)
                    }
                }
                (false, _, _, true, true) if ended || moved => Joint::Starts,
                _ => Joint::Goes,
            };
        }
        self.plain_joint(draft, row, wide, short, ended)
    }

    fn plain_joint(&self, draft: &Draft, row: &Row, wide: bool, short: bool, ended: bool) -> Joint {
        let last = &draft.last;
        let lower = row
            .text
            .trim_start_matches(['[', '(', '“', '"'])
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
        if short || wide && ended {
            return Joint::Starts;
        }
        let moved = match draft.indent {
            Some(indent) => row.x0 - indent,
            None if row.x0 > last.x0 + 3.0 => row.x0 - last.x0,
            None => 0.0,
        };
        let step = row.y - last.y;
        let clear = step > self.usual_of(row).leading * 1.3;
        if wide && !lower && (clear || moved.abs() > 3.0) {
            return Joint::Starts;
        }
        if moved.abs() <= 3.0 {
            return if wide { Joint::MayGo } else { Joint::Goes };
        }
        if draft.label.is_some()
            && draft.count == 1
            && self.hanging.iter().any(|(x, words_at, hangs)| {
                *hangs && (x - draft.first.x0).abs() <= 3.0 && (row.x0 - words_at).abs() > 6.0
            })
        {
            return Joint::Starts;
        }
        if draft.label.is_some() && draft.count == 1 && row.x0 <= draft.first.x0 + 3.0 {
            // A label indented before words that run on at the margin.
            return Joint::Goes;
        }
        if draft.count == 1 && !ended {
            return Joint::Goes;
        }
        if ended || wide { Joint::Starts } else { Joint::MayGo }
    }

    /// Decides at the top of a page or column.
    fn over_the_edge(&self, at: usize, draft: &Draft) -> Joint {
        let row = &self.rows[at];
        let last = &draft.last;
        if (row.size - last.size).abs() > 0.75 || is_heading_like(draft, self.body) {
            return Joint::Starts;
        }
        let display = row.size > self.body + 0.75
            || self.centred(row) && row.x1 < self.usual_of(row).right - row.size * 4.0;
        if display {
            return Joint::Starts;
        }
        let short = self.is_short(at - 1, row);
        let ended = ends_sentence(&last.text);
        let lower = row.text.chars().next().is_some_and(char::is_lowercase);
        if let Some(opening) = &row.label {
            let label = labels::split(&row.text);
            let expected =
                label.as_ref().is_some_and(|l| self.run.expects(l) || self.run.follows(l, 5));
            let indent = draft.indent.unwrap_or(last.x0);
            let moved = (row.x0 - indent).abs() > 3.0;
            if opening.closed
                && (short || ended || moved && opening.apart || expected && opening.apart)
            {
                return Joint::Starts;
            }
            if opening.closed && opening.apart {
                return Joint::MayStart;
            }
        }
        if short && !lower {
            return Joint::Starts;
        }
        let indent = match draft.indent {
            Some(indent) => indent,
            None => last.x0.min(self.usual_of(row).left.max(row.x0 - 1.0)),
        };
        // Facing pages may stand at different margins: compare indents from the page's own left.
        let shift = self.usual_of(row).left - self.usual_of(last).left;
        let moved = (row.x0 - indent).abs() > 3.0 && (row.x0 - indent - shift).abs() > 3.0;
        match (ended, short, moved) {
            (true, true, _) => Joint::Starts,
            (true, false, true) => Joint::Starts,
            (true, false, false) => {
                if draft.count > 1 {
                    Joint::MayGo
                } else {
                    Joint::MayStart
                }
            }
            (false, true, true) => Joint::MayStart,
            (false, true, false) => Joint::MayGo,
            (false, false, _) => Joint::Goes,
        }
    }

    /// Decides for headings and other lines set large or centred.
    fn display_joint(&self, draft: &Draft, row: &Row, step: f32, same_page: bool) -> Joint {
        let last = &draft.last;
        if !same_page
            || (row.size - last.size).abs() > 0.75
            || step > row.size * 1.6
            || row.bold != last.bold && row.text.len() > 3
        {
            return Joint::Starts;
        }
        let both = self.centred(row) && self.centred(last);
        if row.label.as_ref().is_some_and(|label| label.closed) {
            return Joint::Starts;
        }
        let hanging = draft.indent.is_some_and(|indent| (row.x0 - indent).abs() < 3.0);
        let large = row.size > self.body + 0.75;
        let aligned = (row.x0 - last.x0).abs() < 3.0;
        if !large && !both {
            // A full line of a paragraph may happen to be centred.
            let at = self.rows.iter().position(|r| std::ptr::eq(r, row)).unwrap_or(0);
            let short = at > 0 && self.is_short(at - 1, row);
            if short {
                return Joint::Starts;
            }
            let wide = step > self.usual_of(row).leading + row.size * 0.13;
            return self.plain_joint(draft, row, wide, short, ends_sentence(&last.text));
        }
        if both
            && headings::by_words(&draft.text).is_some()
            && headings::by_words(&row.text).is_some()
            && !large
        {
            return Joint::Starts;
        }
        if hanging || aligned || both || large && step < row.size * 1.3 {
            Joint::Goes
        } else {
            Joint::Starts
        }
    }

    /// Returns whether the row ends early: the next row's first word would have fitted on it.
    fn is_short(&self, at: usize, next: &Row) -> bool {
        let row = &self.rows[at];
        let right = measure::right_edge(self.rows, at, self.usual_of(row));
        // Words tied by a space that does not break look like two: a line that ends in the middle
        // of a clause must leave room for both.
        let open = row.text.ends_with(|c: char| c.is_alphanumeric());
        let (room, least) = if open { (next.first_words, 1.4) } else { (next.first_word, 0.75) };
        row.x1 + room + row.size * least < right
    }
}

/// Returns whether a line ends in the middle of a word that the next one ends.
fn is_cut_word(line: &str, next: &str) -> bool {
    let mut back = line.chars().rev();
    back.next() == Some('-')
        && back.next().is_some_and(char::is_alphabetic)
        && next.starts_with(char::is_lowercase)
}

fn is_heading_like(draft: &Draft, body: f32) -> bool {
    draft.kind == Some(BlockKind::Heading)
        || draft.first.size > body + 0.75
        || draft.label.is_none() && draft.count <= 2 && headings::by_words(&draft.text).is_some()
}
