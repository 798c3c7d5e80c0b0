//! Tells masthead and title on the first page from the text.

use crate::import::labels::Form;
use crate::model::draft::BlockKind;

use super::blocks::ends_sentence;
use super::measure::Usual;
use super::rows::Row;

/// Words that stand only in the masthead of UN documents.
const MASTHEAD: [&str; 18] = [
    "distr.", "distr:", "original:", "united nations", "nations unies", "naciones unidas", "организация объединенных наций",
    "general assembly", "assemblée générale", "asamblea general", "economic and social council", "security council",
    "limited", "генеральная ассамблея", "الأمم المتحدة", "联合国", "english only", "advance unedited",
];

/// Returns for each row what the first page makes of it; `None` for running text.
pub(super) fn kinds(rows: &[Row], body: f32, usual: &[Usual], header: f32) -> Vec<Option<BlockKind>> {
    let mut kinds = vec![None; rows.len()];
    let Some(first) = rows.first().map(|row| row.page) else { return kinds };
    let page = usual.get(first as usize).copied().unwrap_or_default();
    let end = rows.iter().position(|row| row.page != first).unwrap_or(rows.len());
    let text_begins = (0..end).find(|at| is_text(rows, *at, end, body, &page)).unwrap_or(end);
    // Masthead: down to the last row that only a masthead has.
    let masthead = (0..text_begins)
        .rev()
        .find(|at| {
            let lower = rows[*at].text.to_lowercase();
            let known = MASTHEAD.iter().any(|word| lower.contains(word)) && lower.len() < 80;
            let top = rows[*at].y < page.height * 0.32;
            rows[*at].y < header || top && known && rows[*at].size <= 22.0 && !title_like(&rows[*at], &page, body)
        })
        .map_or(0, |at| at + 1);
    for kind in kinds.iter_mut().take(masthead) {
        *kind = Some(BlockKind::Other);
    }
    let largest = rows[masthead..text_begins].iter().map(|row| row.size).fold(0.0, f32::max);
    if largest < body + 1.4 {
        return kinds;
    }
    let is_large = |row: &Row| row.size >= (largest * 0.92).min(largest - 0.1);
    let Some(start) = (masthead..text_begins).find(|at| is_large(&rows[*at])) else { return kinds };
    let Some(stop) = (masthead..text_begins).rev().find(|at| rows[*at].size >= body + 1.4) else {
        return kinds;
    };
    for at in masthead..=stop {
        let title = at >= start && rows[at].size >= body + 1.4;
        kinds[at] = Some(if title { BlockKind::Title } else { BlockKind::Other });
    }
    kinds
}

fn title_like(row: &Row, page: &Usual, body: f32) -> bool {
    row.size >= body + 1.4 && row.y > page.height * 0.28
}

/// Returns whether running text begins at this row: a labelled paragraph, or lines that fill
/// the measure.
fn is_text(rows: &[Row], at: usize, end: usize, body: f32, page: &Usual) -> bool {
    let row = &rows[at];
    if row.size > body + 0.75 {
        return false;
    }
    let labelled = row.label.as_ref().is_some_and(|label| {
        label.closed && matches!(label.form, Form::Number | Form::Margin | Form::Letter) && row.text.len() > 40
    });
    if labelled {
        return true;
    }
    let full = |row: &Row| row.x1 > page.right - row.size * 5.0 && row.size <= body + 0.75;
    let next = rows.get(at + 1).filter(|_| at + 1 < end);
    full(row) && next.is_some_and(|next| next.y - row.y < row.size * 1.7 && (full(next) || ends_sentence(&next.text)))
        && row.x1 - row.x0 > (page.right - page.left) * 0.7
}
