//! Makes paragraphs of lines.

use crate::import::hyphen::Vocabulary;
use crate::import::labels;
use crate::import::piece::Piece;
use crate::import::reading::Reading;
use crate::model::draft::Region;

use super::page::Sheet;

/// Puts the paragraphs of all pages into the reading.
pub(super) fn build(sheets: Vec<Sheet>, reading: &mut Reading) {
    let mut words = Vocabulary::default();
    for line in sheets.iter().flat_map(|sheet| &sheet.lines) {
        words.learn(&line.text());
    }
    let mut right: Vec<f32> = sheets.iter().flat_map(|s| &s.lines).map(|l| l.x1).collect();
    right.sort_by(f32::total_cmp);
    let right = right.get(right.len() * 95 / 100).copied().unwrap_or(0.0);
    let mut last: Option<super::lines::Line> = None;
    for line in sheets.into_iter().flat_map(|sheet| sheet.lines) {
        let text = line.text();
        let starts = last.as_ref().is_none_or(|last| {
            let label = labels::split(&text).is_some_and(|label| label.closed);
            let gap = line.page == last.page && line.y - last.y > last.size * 1.6;
            let first = line.spans.first().map_or(0.0, |span| {
                let word = span.text.split(' ').next().unwrap_or_default().chars().count();
                word as f32 / span.text.chars().count().max(1) as f32 * (span.x1 - span.x0)
            });
            let short = last.x1 + first + line.size < right;
            label || gap || short || last.bold != line.bold
        });
        match reading.pieces.last_mut() {
            Some(piece) if !starts => {
                if piece.text.ends_with('-') && !words.keeps_hyphen(piece.text.trim_end_matches('-'), &text) {
                    piece.text.pop();
                } else if !piece.text.ends_with('-') {
                    piece.text.push(' ');
                }
                piece.text.push_str(&text);
            }
            _ => {
                let mut piece = Piece::plain(text);
                piece.page = Some(line.page);
                piece.strong = line.bold;
                piece.region = Some(Region {
                    x: line.x0,
                    y: line.y - line.size,
                    width: line.x1 - line.x0,
                    height: line.size * 1.2,
                });
                reading.pieces.push(piece);
            }
        }
        last = Some(line);
    }
}
