//! Decides which rows go on with the paragraph before them.

use crate::import::headings;
use crate::import::labels::{self, Form};
use crate::model::draft::BlockKind;

use super::blocks::{Builder, Draft};
use super::measure::{self, Usual};
use super::rows::Row;
use super::shapes::{ends_item, ends_sentence, is_table_row, symmetric};

/// How a row goes with the paragraph before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Joint {
    Starts,
    /// Starts, but nothing says so clearly.
    MayStart,
    Goes,
    /// Goes on, but nothing says so clearly.
    MayGo,
}

impl Builder<'_> {
    pub(super) fn joint_of_front(&self, at: usize, kind: BlockKind) -> Joint {
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
    pub(super) fn joint(&self, at: usize) -> Joint {
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
            && row.label.is_none()
            && headings::is_bare_option(&draft.text)
        {
            // "13. Option 1:" on a line of its own leads its paragraph.
            return Joint::Goes;
        }
        // An address in smaller print does not make another paragraph.
        let size_changed =
            (row.size - last.size).abs() > 0.75 && (row.largest - last.largest).abs() > 0.75;
        let display = |row: &Row| row.size > self.body + 0.75 || self.centred(row);
        let balanced = symmetric(row, usual) && symmetric(last, usual) && draft.label.is_none();
        if display(row) || display(last) || balanced && (row.x0 - last.x0).abs() > 3.0 {
            return self.display_joint(at, step, same_page);
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
            // Under the label before it, or the first of what a colon announces.
            let under = draft.form == Some(opening.form)
                && draft.first.page == row.page
                && (row.x0 - draft.first.x0).abs() < 2.0
                || last.text.ends_with(':');
            return match (strong, wide || short, moved, opening.apart, expected) {
                (true, true, ..) => Joint::Starts,
                (true, _, true, _, _) => Joint::Starts,
                (true, _, _, true, true) => Joint::Starts,
                (true, _, _, true, false) if ended => Joint::Starts,
                (true, _, _, false, true) if under && ends_item(&last.text) => Joint::Starts,
                (true, _, _, false, true) if ends_item(&last.text) => Joint::MayStart,
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
        if !wide && !ended && goes_on(row) {
            return Joint::Goes;
        }
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
        if draft.count == 1
            && draft.label.is_some()
            && self.hangs.words(draft.first.x0).is_some_and(|x| (row.x0 - x).abs() > 6.0)
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
        if draft.count == 1 && draft.label.is_some() && !wide && row.x0 > draft.first.x0 + 3.0 {
            // A full line, and the next one hangs under its words.
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
        if !ended && goes_on(row) {
            return Joint::Goes;
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
    fn display_joint(&self, at: usize, step: f32, same_page: bool) -> Joint {
        let row = &self.rows[at];
        let Some(draft) = self.out.last() else { return Joint::Starts };
        let last = &draft.last;
        let alike = same_page && (row.size - last.size).abs() <= 0.75 && row.bold == last.bold;
        let full = alike
            && (row.x0 - last.x0).abs() < 3.0
            && !self.centred(last)
            && last.x1 - last.x0 > (self.usual_of(row).right - self.usual_of(row).left) * 0.7
            && !self.is_short(at - 1, row);
        if full && step < row.size * 2.2 && !ends_sentence(&last.text) {
            // A letter on a cover, set larger and wider than the text.
            return Joint::Goes;
        }
        if !same_page
            || (row.size - last.size).abs() > 0.75
            || step > row.size * 1.6
            || row.bold != last.bold && row.text.len() > 3
        {
            return Joint::Starts;
        }
        let middle = |row: &Row| self.centred(row) || symmetric(row, self.usual_of(row));
        let both = middle(row) && middle(last);
        if row.label.as_ref().is_some_and(|label| label.closed) {
            return Joint::Starts;
        }
        let hanging = draft.indent.is_some_and(|indent| (row.x0 - indent).abs() < 3.0);
        let large = row.size > self.body + 0.75;
        let aligned = (row.x0 - last.x0).abs() < 3.0;
        if !large && !both {
            // A full line of a paragraph may happen to be centred.
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

    fn is_short(&self, at: usize, next: &Row) -> bool {
        is_short(self.rows, at, next, self.usual_of(&self.rows[at]))
    }
}

/// Returns whether a row ends early: the next row's first word would have fitted on it.
pub(super) fn is_short(rows: &[Row], at: usize, next: &Row, usual: &Usual) -> bool {
    let row = &rows[at];
    let right = measure::right_edge(rows, at, usual);
    // Words tied by a space that does not break look like two: a line that ends in the middle
    // of a clause must leave room for both.
    let open = row.text.ends_with(|c: char| c.is_alphanumeric());
    let (room, least) = if open { (next.first_words, 1.4) } else { (next.first_word, 0.75) };
    row.x1 + room + row.size * least < right
}

/// Returns whether a row's words can only go on with a clause: they begin with a small letter, or
/// with a bracket that holds a country, an address, a year. Square brackets open passages.
fn goes_on(row: &Row) -> bool {
    let address = row.text.starts_with("http") || row.text.starts_with("www.");
    row.label.is_none() && !address && row.text.starts_with(|c: char| c.is_lowercase() || c == '(')
}

/// Returns whether a line ends in the middle of a word, or of a span of years, that the next one
/// ends.
fn is_cut_word(line: &str, next: &str) -> bool {
    let mut back = line.chars().rev();
    let (dash, before) = (back.next(), back.next());
    match next.chars().next() {
        Some(first) if first.is_lowercase() => {
            dash == Some('-') && before.is_some_and(char::is_alphabetic)
        }
        Some(first) if first.is_ascii_digit() => {
            matches!(dash, Some('-' | '–')) && before.is_some_and(|c| c.is_ascii_digit())
        }
        _ => false,
    }
}

fn is_heading_like(draft: &Draft, body: f32) -> bool {
    draft.kind == Some(BlockKind::Heading)
        || draft.first.size > body + 0.75
        || draft.label.is_none() && draft.count <= 2 && headings::by_words(&draft.text).is_some()
}
