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

/// Gathers spans of one baseline.
fn rows(mut spans: Vec<Span>, page: u32) -> Vec<Line> {
    // Stable: spans of one baseline stay in the order in which they were drawn until settled.
    spans.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Line> = Vec::new();
    for span in spans {
        let home = lines.iter_mut().rev().take(12).find(|line| {
            let reach = line.size.min(span.size) * 0.18;
            (line.y - span.y).abs() <= reach.max(0.5)
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

/// Returns the line to the right of a small mark or label that stands alone in the margin, a
/// little above that line.
fn margin_home(lines: &[Line], at: usize, span: usize) -> Option<usize> {
    let line = &lines[at];
    if line.spans.len() != 1 {
        return None;
    }
    let span = &line.spans[span];
    let home = lines.iter().position(|home| {
        let rise = home.y - span.y;
        let gap = home.x0 - span.x1;
        span.size < home.size * 0.85
            && rise > home.size * 0.1
            && rise < home.size * 0.65
            && gap > -1.0
            && gap < home.size * 4.0
    })?;
    Some(home)
}

/// Moves note marks, which stand higher than their line, into it.
fn join_raised(lines: &mut Vec<Line>) {
    let mut at = 0;
    while at < lines.len() {
        let small: Vec<usize> = (0..lines[at].spans.len())
            .filter(|i| {
                let span = &lines[at].spans[*i];
                span.text.chars().count() <= 8
                    && span.text.chars().any(|c| c.is_alphanumeric() || c == '*')
            })
            .collect();
        let mut moved = Vec::new();
        for i in small {
            let span = &lines[at].spans[i];
            let home = lines.iter().position(|line| {
                let rise = line.y - span.y;
                span.size < line.size * 0.85
                    && rise > line.size * 0.1
                    && rise < line.size * 0.65
                    && line.spans.iter().any(|near| {
                        let apart = (near.x1 - span.x0).abs().min((near.x0 - span.x1).abs());
                        near.size > span.size * 1.1 && apart < line.size * 0.6
                    })
            });
            let home = home.or_else(|| margin_home(lines, at, i));
            if let Some(home) = home.filter(|home| *home != at) {
                moved.push((i, home));
            }
        }
        for (i, home) in moved.into_iter().rev() {
            let span = lines[at].spans.remove(i);
            lines[home].spans.push(span);
            lines[home].settle();
        }
        if lines[at].spans.is_empty() {
            lines.remove(at);
        } else {
            at += 1;
        }
    }
    for line in lines.iter_mut() {
        line.settle();
    }
}
