//! What the shape of a single row or text tells.

use super::measure::Usual;
use super::rows::Row;

/// Returns whether a row stands in the middle of the page and reaches neither edge.
pub(super) fn centred(row: &Row, usual: &Usual) -> bool {
    let left = row.x0 - usual.left.min(row.x0);
    let middle = f32::midpoint(row.x0, row.x1);
    let text_middle = f32::midpoint(usual.left, usual.right);
    let page_middle = usual.width / 2.0;
    let off = (middle - text_middle).abs().min((middle - page_middle).abs());
    off < row.size * 0.8 && left > row.size * 3.0 && row.x1 < usual.right - row.size * 2.0
}

/// Returns whether a row has as much room to its left as to its right, however little that is.
pub(super) fn symmetric(row: &Row, usual: &Usual) -> bool {
    let off = f32::midpoint(row.x0, row.x1) - f32::midpoint(usual.left, usual.right);
    off.abs() < row.size * 0.5 && row.x0 > usual.left + row.size * 0.5
}

/// Returns whether a row is one of a table or of a list of contents.
pub(super) fn is_table_row(row: &Row) -> bool {
    // Justified lines are stretched evenly, and never by more than some word spaces.
    row.cells >= 3 && (row.widest > 2.6 || row.cells <= 4 && row.text.len() < 40)
        || has_leader(&row.text)
}

/// Returns whether dots lead to a page number.
pub(super) fn has_leader(text: &str) -> bool {
    text.contains("......") || text.contains(". . . . .") || text.contains("………")
}

/// Returns whether an item of a list ends: `…; and` before the last one.
pub(super) fn ends_item(text: &str) -> bool {
    let trimmed = text.trim_end();
    let core = ["and", "or", "and/or", "et", "ou", "y", "o", "и", "или"]
        .iter()
        .find_map(|word| trimmed.strip_suffix(word)?.strip_suffix(' '))
        .unwrap_or(trimmed);
    ends_sentence(core)
}

pub(super) fn ends_sentence(text: &str) -> bool {
    let trimmed = text.trim_end_matches([']', ')', '”', '"', '’', '\'', ' ', '}', '*']);
    trimmed.ends_with(['.', ';', ':', '?', '!', '。', '؟', '؛'])
}
