//! Tells masthead and title on the first page from the text.

use crate::import::labels::Form;
use crate::model::draft::BlockKind;

use crate::import::headings::capitals;

use super::measure::Usual;
use super::rows::Row;
use super::shapes::{centred, ends_sentence, has_leader};

/// Words that stand only in the masthead of UN documents.
const MASTHEAD: [&str; 6] =
    ["distr.", "distr:", "original:", "english only", "advance unedited", "联合国"];

/// Names of bodies that stand in the masthead; inside a title other words follow them.
const BODIES: [&str; 16] = [
    "united nations",
    "nations unies",
    "naciones unidas",
    "организация объединенных наций",
    "الأمم المتحدة",
    "general assembly",
    "assemblée générale",
    "asamblea general",
    "генеральная ассамблея",
    "economic and social council",
    "security council",
    "human rights council",
    "conseil des droits de l’homme",
    "consejo de derechos humanos",
    "conference of the parties",
    "limited",
];

/// Most letters that may follow the name of a body in the masthead: a symbol, a session.
const BESIDE: usize = 26;

/// Returns for each row what the first page makes of it; `None` for running text.
pub(super) fn kinds(
    rows: &[Row],
    body: f32,
    usual: &[Usual],
    header: f32,
) -> Vec<Option<BlockKind>> {
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
            let known = MASTHEAD.iter().any(|word| lower.contains(word)) && lower.len() < 80
                || BODIES
                    .iter()
                    .any(|body| lower.starts_with(body) && lower.len() <= body.len() + BESIDE);
            let sure = ["distr", "original:"].iter().any(|word| lower.contains(word));
            let top = rows[*at].y < page.height * if sure { 0.45 } else { 0.32 };
            rows[*at].y < header
                || top && known && rows[*at].size <= 22.0 && !title_like(&rows[*at], &page, body)
        })
        .map_or(0, |at| at + 1);
    for kind in kinds.iter_mut().take(masthead) {
        *kind = Some(BlockKind::Other);
    }
    let text_begins =
        (masthead..text_begins).find(|at| has_leader(&rows[*at].text)).unwrap_or(text_begins);
    let largest = rows[masthead..text_begins].iter().map(|row| row.size).fold(0.0, f32::max);
    if largest < body + 1.4 {
        if masthead > 0 {
            plain_title(rows, &mut kinds, masthead, text_begins, &page);
        }
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

/// Where the title is not set larger, it is the first of the lines in capitals, in bold or in
/// the middle that has at least four words; the lines around it are those of the session.
fn plain_title(
    rows: &[Row],
    kinds: &mut [Option<BlockKind>],
    from: usize,
    to: usize,
    page: &Usual,
) {
    let stands_out = |row: &Row| capitals(&row.text) || row.bold || centred(row, page);
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for at in from..to {
        kinds[at] = Some(BlockKind::Other);
        if !stands_out(&rows[at]) {
            continue;
        }
        match groups.last_mut() {
            Some((_, end)) if *end == at && rows[at].y - rows[at - 1].y < rows[at].size * 1.6 => {
                *end = at + 1;
            }
            _ => groups.push((at, at + 1)),
        }
    }
    let words = |(start, end): &(usize, usize)| -> usize {
        rows[*start..*end].iter().map(|row| row.text.split_whitespace().count()).sum()
    };
    if let Some((start, end)) = groups.iter().find(|group| words(group) >= 4) {
        for kind in &mut kinds[*start..*end] {
            *kind = Some(BlockKind::Title);
        }
    }
}

fn title_like(row: &Row, page: &Usual, body: f32) -> bool {
    row.size >= body + 1.4 && row.y > page.height * 0.28
}

/// Returns whether running text begins at this row: a labelled paragraph, or lines that fill
/// the measure.
fn is_text(rows: &[Row], at: usize, end: usize, body: f32, page: &Usual) -> bool {
    let row = &rows[at];
    let lettered = row.label.as_ref().is_some_and(|label| {
        matches!(label.form, Form::Capital | Form::CapitalRoman) && row.text.len() < 120
    });
    if lettered {
        return true;
    }
    if row.size > body + 0.75 {
        return false;
    }
    let labelled = row.label.as_ref().is_some_and(|label| {
        label.closed
            && matches!(label.form, Form::Number | Form::Margin | Form::Letter)
            && row.text.len() > 40
    });
    if labelled {
        return true;
    }
    let full = |row: &Row| row.x1 > page.right - row.size * 5.0 && row.size <= body + 0.75;
    let next = rows.get(at + 1).filter(|_| at + 1 < end);
    full(row)
        && next.is_some_and(|next| {
            next.y - row.y < row.size * 1.7 && (full(next) || ends_sentence(&next.text))
        })
        && row.x1 - row.x0 > (page.right - page.left) * 0.7
}
