//! Puts the lines of a page in two columns into reading order.

use super::lines::Line;

/// Fewest lines beside each other that make columns.
const FEWEST: usize = 10;

/// Returns the lines in reading order, those of both columns taken apart.
///
/// A page has columns when one gutter near its middle stays free of ink on most lines and the
/// lines left of it run up to it; rows of a table end anywhere.
pub(super) fn order(lines: Vec<Line>, width: f32) -> Vec<Line> {
    let Some(gutter) = gutter(&lines, width) else { return lines };
    let mut out = Vec::with_capacity(lines.len() * 2);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in lines {
        if covers(&line, gutter) {
            // A line across both columns ends them and what follows begins anew.
            out.append(&mut left);
            out.append(&mut right);
            out.push(line);
            continue;
        }
        let (before, after): (Vec<_>, Vec<_>) =
            line.spans.iter().cloned().partition(|span| span.x0 < gutter);
        for (spans, side) in [(before, &mut left), (after, &mut right)] {
            if !spans.is_empty() {
                let mut part = Line { spans, ..line.clone() };
                part.settle();
                side.push(part);
            }
        }
    }
    out.append(&mut left);
    out.append(&mut right);
    out
}

fn covers(line: &Line, x: f32) -> bool {
    line.spans.iter().any(|span| span.x0 < x && span.x1 > x)
}

fn gutter(lines: &[Line], width: f32) -> Option<f32> {
    if lines.len() < FEWEST {
        return None;
    }
    let beside = |line: &Line, x: f32| {
        line.spans.iter().any(|span| span.x1 <= x) && line.spans.iter().any(|span| span.x0 >= x)
    };
    let first = (width * 0.35) as u32;
    let last = (width * 0.65) as u32;
    let found = (first..last).step_by(2).map(|x| x as f32).max_by_key(|x| {
        let both = lines.iter().filter(|line| !covers(line, *x) && beside(line, *x)).count();
        let across = lines.iter().filter(|line| covers(line, *x)).count();
        (both + 1_000_000).saturating_sub(across * 3)
    })?;
    let both: Vec<&Line> =
        lines.iter().filter(|line| !covers(line, found) && beside(line, found)).collect();
    let across = lines.iter().filter(|line| covers(line, found)).count();
    if both.len() < FEWEST || across * 3 > both.len() {
        return None;
    }
    let edge = |line: &Line| {
        line.spans.iter().map(|span| span.x1).filter(|x| *x <= found).fold(0.0, f32::max)
    };
    let full = both.iter().map(|line| edge(line)).fold(0.0, f32::max);
    let left = both.iter().map(|line| line.x0).fold(f32::INFINITY, f32::min);
    let reach = both.iter().filter(|line| edge(line) > full - (full - left) * 0.2).count();
    (reach * 2 > both.len()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::pdf::lines::Span;

    fn line(y: f32, parts: &[(f32, f32, &str)]) -> Line {
        let spans = parts
            .iter()
            .map(|(x0, x1, text)| Span {
                text: (*text).to_owned(),
                x0: *x0,
                x1: *x1,
                y,
                size: 10.0,
                ..Span::default()
            })
            .collect();
        let mut line = Line { spans, y, size: 10.0, ..Line::default() };
        line.settle();
        line
    }

    #[test]
    fn the_left_column_is_read_before_the_right() {
        let lines: Vec<Line> = (0..12u8)
            .map(|n| line(f32::from(n) * 12.0, &[(50.0, 285.0, "left"), (310.0, 545.0, "right")]))
            .collect();
        let words: Vec<String> = order(lines, 595.0).iter().map(Line::text).collect();
        assert_eq!(words.len(), 24);
        assert!(words[..12].iter().all(|word| word == "left"));
    }

    #[test]
    fn rows_of_a_table_stay_whole() {
        let lines: Vec<Line> = (0..12u8)
            .map(|n| {
                line(
                    f32::from(n) * 12.0,
                    &[(50.0, 60.0 + f32::from(n) * 18.0, "State"), (310.0, 330.0, "yes")],
                )
            })
            .collect();
        assert_eq!(order(lines, 595.0).len(), 12);
    }
}
