//! Makes lines of words from placed glyphs.

use super::glyphs::{Glyph, PageContent, Said};

/// A stretch of one line set in one size.
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
#[derive(Debug, Clone, Default)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether white space parts the span from the one before.
    pub(super) spaced: bool,
    /// Whether the span is small and stands above the line, as note marks do.
    pub(super) raised: bool,
}

/// One line of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) page: u32,
    pub(super) spans: Vec<Span>,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// Baseline.
    pub(super) y: f32,
    /// Size in which most of the line is set.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Line {
    /// Returns the words of the line with note marks left in.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for span in &self.spans {
            if span.spaced && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            out.push_str(&span.text);
        }
        out
    }

    /// Computes edges, baseline, size and style from the spans.
    pub(super) fn settle(&mut self) {
        self.spans.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        self.x0 = self.spans.iter().map(|s| s.x0).fold(f32::INFINITY, f32::min);
        self.x1 = self.spans.iter().map(|s| s.x1).fold(f32::NEG_INFINITY, f32::max);
        let mut sizes: Vec<(f32, usize)> = Vec::new();
        let (mut letters, mut bold, mut italic) = (0, 0, 0);
        for span in &self.spans {
            let count = span.text.chars().filter(|c| c.is_alphanumeric()).count();
            letters += count;
            bold += if span.bold { count } else { 0 };
            italic += if span.italic { count } else { 0 };
            let weight = span.text.chars().count();
            match sizes.iter_mut().find(|(size, _)| (size - span.size).abs() < 0.3) {
                Some((_, sum)) => *sum += weight,
                None => sizes.push((span.size, weight)),
            }
        }
        let main = sizes.iter().max_by_key(|(_, weight)| *weight).copied();
        self.size = main.map_or(0.0, |(size, _)| size);
        self.bold = letters > 0 && bold * 10 >= letters * 9;
        self.italic = letters > 0 && italic * 10 >= letters * 9;
        let base = self
            .spans
            .iter()
            .filter(|s| (s.size - self.size).abs() < 0.3)
            .map(|s| (s.y, s.text.len()))
            .max_by_key(|(_, length)| *length);
        self.y = base.map_or(self.y, |(y, _)| y);
        for span in &mut self.spans {
            let small = span.size < self.size * 0.85;
            let above = self.y - span.y > self.size * 0.12;
            span.raised = small && above || self.y - span.y > self.size * 0.3;
        }
        let mut edge: Option<f32> = None;
        for at in 0..self.spans.len() {
            let gap = edge.map_or(0.0, |edge| self.spans[at].x0 - edge);
            let span = &mut self.spans[at];
            if gap > span.size.max(1.0) * 0.22 {
                span.spaced = true;
            }
            edge = Some(edge.map_or(span.x1, |edge| edge.max(span.x1)));
        }
    }
}

/// Returns the lines of a page in reading order: from top to bottom, column by column.
pub(super) fn lines(content: &PageContent, page: u32) -> Vec<Line> {
    let spans = spans(&content.glyphs);
    let mut lines = rows(spans, page);
    join_raised(&mut lines);
    lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    super::columns::order(lines, content.width)
}

/// Joins glyphs that follow each other on one baseline.
fn spans(glyphs: &[Glyph]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    let mut space_seen = false;
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        if glyph.size < 1.0 || glyph.size > 200.0 {
            continue;
        }
        let blank = match &glyph.text {
            None => false,
            Some(Said::Char(char)) => is_blank(*char),
            Some(Said::Many(many)) => many.chars().all(is_blank),
        };
        if blank {
            space_seen = true;
            continue;
        }
        // Marks that only tell where a line may break have a width in some fonts.
        if matches!(glyph.text, Some(Said::Char('\u{200b}' | '\u{2060}' | '\u{feff}'))) {
            continue;
        }
        // Bold is sometimes faked by printing a glyph twice a hair apart.
        if let Some(before) = last
            && (glyph.x - before.x).abs() < glyph.size * 0.08
            && (glyph.y - before.y).abs() < glyph.size * 0.08
            && same(glyph.text.as_ref(), before.text.as_ref())
        {
            continue;
        }
        let fits = open
            && out.last().is_some_and(|span| {
                let gap = glyph.x - span.x1;
                (glyph.y - span.y).abs() < glyph.size * 0.06
                    && (glyph.size - span.size).abs() < glyph.size * 0.06
                    && glyph.bold == span.bold
                    && glyph.italic == span.italic
                    && gap > -glyph.size * 0.35
                    && gap < glyph.size * if space_seen { 0.9 } else { 0.6 }
            });
        let near = out.last().is_some_and(|span| (glyph.y - span.y).abs() < glyph.size * 0.6);
        if !fits {
            out.push(Span {
                x0: glyph.x,
                y: glyph.y,
                size: glyph.size,
                bold: glyph.bold,
                italic: glyph.italic,
                spaced: space_seen && near,
                ..Span::default()
            });
            open = true;
        } else if let Some(span) = out.last_mut() {
            let gap = glyph.x - span.x1;
            if space_seen && gap > -glyph.size * 0.1 || gap > glyph.size * 0.22 {
                span.text.push(' ');
            }
        }
        space_seen = false;
        let Some(span) = out.last_mut() else { continue };
        match &glyph.text {
            Some(Said::Char(char)) => say(&mut span.text, *char),
            Some(Said::Many(many)) => many.chars().for_each(|char| say(&mut span.text, char)),
            None => span.text.push('\u{fffd}'),
        }
        span.x1 = span.x1.max(glyph.x + glyph.width);
        last = Some(glyph);
    }
    out
}

fn is_blank(char: char) -> bool {
    char.is_whitespace() || char == '\u{a0}' || char == '\0'
}

fn same(a: Option<&Said>, b: Option<&Said>) -> bool {
    match (a, b) {
        (Some(Said::Char(a)), Some(Said::Char(b))) => a == b,
        (Some(Said::Many(a)), Some(Said::Many(b))) => a == b,
        _ => false,
    }
}

/// Writes a character, with ligatures taken apart and hyphens made plain.
fn say(out: &mut String, char: char) {
    match char {
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        'ﬅ' | 'ﬆ' => out.push_str("st"),
        '\u{ad}' | '\u{2010}' | '\u{2011}' => out.push('-'),
        '∗' => out.push('*'),
        form if super::rtl::letters(form).is_some() => {
            out.push_str(super::rtl::letters(form).unwrap_or_default());
        }
        control if control.is_control() => out.push('\u{fffd}'),
        other => out.push(other),
    }
}

/// Most spans that make one line; a line of print has some dozens.
const MOST_SPANS: usize = 400;

/// Gathers spans of one baseline.
fn rows(mut spans: Vec<Span>, page: u32) -> Vec<Line> {
    // Stable: spans of one baseline stay in the order in which they were drawn until settled.
    spans.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Line> = Vec::new();
    for span in spans {
        let home = lines.iter_mut().rev().take(12).find(|line| {
            let reach = line.size.min(span.size) * 0.18;
            (line.y - span.y).abs() <= reach.max(0.5)
                && line.spans.len() < MOST_SPANS
                && !line.spans.iter().any(|other| {
                    let over = other.x1.min(span.x1) - other.x0.max(span.x0);
                    over > (other.x1 - other.x0).min(span.x1 - span.x0) * 0.5 && over > 1.0
                })
        });
        if let Some(line) = home {
            line.size = line.size.max(span.size);
            line.spans.push(span);
        } else {
            lines.push(Line {
                page,
                y: span.y,
                size: span.size,
                spans: vec![span],
                ..Line::default()
            });
        }
    }
    for line in &mut lines {
        line.settle();
    }
    lines
}

/// Returns whether a span stands above the words of a line, as a note's mark does.
fn stands_above(span: &Span, line: &Line) -> bool {
    let rise = line.y - span.y;
    span.size < line.size * 0.85
        && rise > line.size * 0.1
        && rise < line.size * 0.65
        && line.spans.iter().any(|near| {
            let apart = (near.x1 - span.x0).abs().min((near.x0 - span.x1).abs());
            near.size > span.size * 1.1 && apart < line.size * 0.6
        })
}

/// Returns whether a span is the 2 of CO₂: small, a little lower, and right behind a letter.
fn stands_below(span: &Span, line: &Line) -> bool {
    let drop = span.y - line.y;
    span.size < line.size * 0.85
        && drop > line.size * 0.02
        && drop < line.size * 0.45
        && span.text.chars().count() <= 3
        && line
            .spans
            .iter()
            .any(|near| near.size > span.size * 1.1 && (near.x1 - span.x0).abs() < line.size * 0.2)
}

/// Returns whether a span is a small mark or label alone in the margin, a little above the
/// line to its right.
fn stands_beside(span: &Span, line: &Line) -> bool {
    let rise = line.y - span.y;
    let gap = line.x0 - span.x1;
    span.size < line.size * 0.85
        && rise > line.size * 0.1
        && rise < line.size * 0.65
        && gap > -1.0
        && gap < line.size * 4.0
}

/// Moves note marks, which stand higher than their line, and figures of formulas, which stand
/// lower, into it.
fn join_raised(lines: &mut Vec<Line>) {
    let reach = lines.iter().map(|line| line.size).fold(1.0, f32::max) * 1.3;
    for at in 0..lines.len() {
        // The lines stand in order, but for what settling them moved.
        let far = |line: &Line| (line.y - lines[at].y).abs() > reach;
        let from = at - lines[..at].iter().rev().take_while(|line| !far(line)).count();
        let to = at + lines[at..].iter().take_while(|line| !far(line)).count();
        let mut moved = Vec::new();
        for (place, span) in lines[at].spans.iter().enumerate() {
            let short = span.text.chars().count() <= 8
                && span.text.chars().any(|c| c.is_alphanumeric() || c == '*');
            if !short {
                continue;
            }
            let alone = lines[at].spans.len() == 1;
            let find = |fits: fn(&Span, &Line) -> bool| {
                (from..to).find(|home| {
                    let line = &lines[*home];
                    (1..MOST_SPANS).contains(&line.spans.len()) && fits(span, line)
                })
            };
            let home = find(stands_above)
                .or_else(|| find(stands_below))
                .or_else(|| if alone { find(stands_beside) } else { None });
            // A span that is at home already stays.
            moved.extend(home.filter(|home| *home != at).map(|home| (place, home)));
        }
        for (place, home) in moved.into_iter().rev() {
            let span = lines[at].spans.remove(place);
            lines[home].spans.push(span);
            lines[home].settle();
        }
    }
    lines.retain(|line| !line.spans.is_empty());
    for line in lines.iter_mut() {
        line.settle();
    }
}
