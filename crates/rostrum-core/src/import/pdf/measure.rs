//! What is usual in a document and on a page: size, leading, edges.

use std::collections::BTreeMap;

use super::lines::Line;
use super::page::Sheet;
use super::rows::Row;

/// What is usual on one page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usual {
    /// Distance of baselines inside a paragraph.
    pub(super) leading: f32,
    /// Right edge of full lines.
    pub(super) right: f32,
    /// Left edge of most lines.
    pub(super) left: f32,
    /// Width of the page.
    pub(super) width: f32,
    /// Height of the page.
    pub(super) height: f32,
    /// Whether the page is held as in a mirror.
    pub(super) mirrored: bool,
}

/// Returns the size in which most of the document is set.
pub(super) fn body_size(sheets: &[Sheet]) -> f32 {
    let mut weight: BTreeMap<i32, usize> = BTreeMap::new();
    for line in sheets.iter().flat_map(|sheet| &sheet.lines) {
        *weight.entry((line.size * 4.0).round() as i32).or_default() += letters(line);
    }
    weight.into_iter().max_by_key(|(_, count)| *count).map_or(10.0, |(size, _)| size as f32 / 4.0)
}

fn letters(line: &Line) -> usize {
    line.spans.iter().map(|span| span.text.len()).sum()
}

/// Returns what is usual on each page, by page number from 1 (index 0 is the document).
pub(super) fn usual(sheets: &[Sheet], body: f32) -> Vec<Usual> {
    let all: Vec<&Line> = sheets.iter().flat_map(|sheet| &sheet.lines).collect();
    let document = Usual {
        leading: leading(&all, body).unwrap_or(body * 1.2),
        right: edge(all.iter().filter(|l| near(l.size, body)).map(|l| l.x1), 0.93).unwrap_or(0.0),
        left: left(&all, body),
        ..Usual::default()
    };
    // Facing pages may stand at different margins, but their measure is the same.
    let full = |sheet: &Sheet| sheet.lines.iter().filter(|line| near(line.size, body)).count() >= 8;
    let own: Vec<(f32, f32)> = sheets
        .iter()
        .map(|sheet| {
            let lines: Vec<&Line> = sheet.lines.iter().collect();
            let right = edge(lines.iter().filter(|l| near(l.size, body)).map(|l| l.x1), 0.9);
            (left(&lines, body), right.unwrap_or(document.right))
        })
        .collect();
    let width = edge(
        sheets
            .iter()
            .zip(&own)
            .filter(|(sheet, _)| full(sheet))
            .map(|(_, (left, right))| right - left),
        0.5,
    );
    let mut pages = vec![document];
    for (sheet, (left, right)) in sheets.iter().zip(own) {
        let lines: Vec<&Line> = sheet.lines.iter().collect();
        let (left, right) = match width.filter(|_| full(sheet)) {
            Some(width) => (left, right.max(left + width * 0.93)),
            None => (document.left, document.right),
        };
        pages.push(Usual {
            leading: leading(&lines, body).filter(|_| full(sheet)).unwrap_or(document.leading),
            right,
            left,
            width: sheet.width,
            height: sheet.height,
            mirrored: sheet.mirrored,
        });
    }
    pages
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.6
}

/// Returns the smallest distance of baselines that is common.
fn leading(lines: &[&Line], body: f32) -> Option<f32> {
    let mut steps: Vec<f32> = lines
        .windows(2)
        .filter(|pair| {
            pair[0].page == pair[1].page && near(pair[0].size, body) && near(pair[1].size, body)
        })
        .map(|pair| pair[1].y - pair[0].y)
        .filter(|step| *step > body * 0.8 && *step < body * 2.6)
        .collect();
    steps.sort_by(f32::total_cmp);
    let total = steps.len();
    let mut end = 0;
    for (at, step) in steps.iter().enumerate() {
        while steps.get(end).is_some_and(|other| *other < step + 0.7) {
            end += 1;
        }
        if (end - at) * 4 >= total {
            return Some(step + 0.35);
        }
    }
    None
}

fn edge(values: impl Iterator<Item = f32>, share: f32) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(((values.len().checked_sub(1)?) as f32 * share) as usize).copied()
}

/// Returns the left edge at which most lines begin.
fn left(lines: &[&Line], body: f32) -> f32 {
    let mut count: BTreeMap<i32, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| near(line.size, body)) {
        *count.entry(line.x0.round() as i32).or_default() += 1;
    }
    count.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(x, _)| x as f32)
}

/// Returns the right edge that the lines around a row reach: that of the page, unless a whole
/// block is set narrower, as quotations are.
pub(super) fn right_edge(rows: &[Row], at: usize, usual: &Usual) -> f32 {
    let row = &rows[at];
    let block = |step: isize| -> Vec<f32> {
        let mut found = Vec::new();
        let mut last = at;
        loop {
            let Some(next) = last.checked_add_signed(step).filter(|next| *next < rows.len()) else {
                return found;
            };
            let (a, b) = (&rows[last], &rows[next]);
            let gap = (a.y - b.y).abs();
            if a.page != b.page
                || gap > usual.leading * 1.15
                || !near(a.size, b.size)
                || found.len() >= 30
            {
                return found;
            }
            found.push(b.x1);
            last = next;
        }
    };
    let mut around = block(-1);
    around.extend(block(1));
    around.push(row.x1);
    let widest = around.iter().copied().fold(0.0, f32::max);
    let full = around.iter().filter(|x| widest - **x < row.size * 1.5).count();
    if widest < usual.right - row.size * 3.0 && full >= 3 && full * 2 >= around.len() {
        widest
    } else {
        usual.right
    }
}
