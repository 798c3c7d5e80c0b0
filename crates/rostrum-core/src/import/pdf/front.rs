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

/// How far below the last line of a title the next one may stand, as a share of the page.
const FAR: f32 = 0.25;

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
                || names_body(&rows[*at].text);
            let sure = ["distr", "original:"].iter().any(|word| lower.contains(word));
            let top = rows[*at].y < page.height * if sure { 0.45 } else { 0.32 };
            let title = !sure && title_like(&rows[*at], &page, body);
            rows[*at].y < header
                || top
                    && known
                    && rows[*at].size <= 22.0
                    && !title
                    && !inside_title(rows, *at, &page)
        })
        .map_or(0, |at| at + 1);
    for (kind, row) in kinds.iter_mut().zip(rows).take(masthead) {
        // `Advance unedited version` may stand under the title.
        let title = row.size >= body + 1.4 && centred(row, &page) && !names_body(&row.text);
        *kind = Some(if title && row.y > header { BlockKind::Title } else { BlockKind::Other });
    }
    if let Some(subject) = subject(rows, text_begins) {
        for (at, kind) in kinds.iter_mut().enumerate().take(subject.end) {
            *kind = Some(if at < subject.start { BlockKind::Other } else { BlockKind::Title });
        }
        return kinds;
    }
    if kinds[..masthead].contains(&Some(BlockKind::Title)) {
        kinds[masthead..text_begins.max(masthead)].fill(Some(BlockKind::Other));
        return kinds;
    }
    let text_begins =
        (masthead..text_begins).find(|at| has_leader(&rows[*at].text)).unwrap_or(text_begins);
    let largest = rows[masthead..text_begins].iter().map(|row| row.size).fold(0.0, f32::max);
    // Where everything is set alike, size tells nothing.
    let uniform = rows[masthead..text_begins].iter().all(|row| largest - row.size < 0.4);
    if largest < body + 1.4 || uniform && masthead > 0 {
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
    let mut last = start;
    for at in masthead..=stop {
        // The publisher's name stands at the foot of a cover.
        let near = at >= start && rows[at].y - rows[last].y < page.height * FAR;
        let title = near && rows[at].size >= body + 1.4;
        if title {
            last = at;
        }
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
    let middle = |(start, end): &(usize, usize)| {
        rows[*start..*end].iter().all(|row| centred(row, page) || capitals(&row.text))
            && centred(&rows[*end - 1], page)
    };
    let long = || groups.iter().filter(|group| words(group) >= 4);
    if let Some((start, end)) = long().find(|group| middle(group)).or_else(|| long().next()) {
        for kind in &mut kinds[*start..*end] {
            *kind = Some(BlockKind::Title);
        }
    }
}

/// Returns whether a row names a body, with no more beside it than a symbol or a session.
fn names_body(text: &str) -> bool {
    let lower = text.to_lowercase();
    BODIES.iter().any(|body| lower.starts_with(body) && lower.len() <= body.len() + BESIDE)
}

/// Returns whether a row is a line of a title set in several, all alike and in the middle.
fn inside_title(rows: &[Row], at: usize, page: &Usual) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &rows[above]) else { return false };
    let row = &rows[at];
    (row.size - above.size).abs() < 0.3
        && row.bold == above.bold
        && row.y > above.y
        && row.y - above.y < row.size * 1.3
        && centred(row, page)
        && centred(above, page)
        && !names_body(&above.text)
}

/// Words before the subject of a note that one office sends to another.
const SUBJECTS: [&str; 5] = ["subject:", "objet:", "objet :", "asunto:", "тема:"];
/// Words before the names of those who send and get it.
const ADDRESSES: [&str; 8] = ["from:", "to:", "de:", "de :", "à:", "à :", "para:", "от:"];

/// Returns the rows that hold the subject of a note.
fn subject(rows: &[Row], to: usize) -> Option<std::ops::Range<usize>> {
    let opens = |at: usize, words: &[&str]| {
        let lower = rows[at].text.to_lowercase();
        words.iter().any(|word| lower.starts_with(word))
    };
    let start = (0..to).find(|at| opens(*at, &SUBJECTS))?;
    (0..start).find(|at| opens(*at, &ADDRESSES))?;
    let tight = |at: &usize| {
        let (above, row) = (&rows[*at - 1], &rows[*at]);
        row.y - above.y < row.size * 1.5 && row.x0 > rows[start].x0 + row.size * 2.0
    };
    let end = (start + 1..to).take_while(tight).last().map_or(start + 1, |last| last + 1);
    Some(start..end)
}

/// Returns a title without the word that says that it is the subject.
pub(super) fn without_subject(text: &str) -> &str {
    let word = SUBJECTS
        .iter()
        .find(|word| text.get(..word.len()).is_some_and(|start| start.to_lowercase() == **word));
    word.map_or(text, |word| text[word.len()..].trim_start())
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
