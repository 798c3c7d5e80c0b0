//! Settles which paragraphs are headings, once all of them are known.

use crate::import::headings;
use crate::import::labels::{self, Form};
use crate::model::draft::BlockKind;

use super::blocks::Draft;
use super::measure::Usual;
use super::rows::Row;
use super::shapes::{centred, ends_sentence, has_leader, is_table_row, symmetric};

/// Longest heading, in words.
const LONGEST: usize = 45;

/// Settles the kind of every paragraph that has none yet.
pub(super) fn kinds(drafts: &mut [Draft], body: f32, usual: &[Usual]) {
    let bold_body = bold_is_usual(drafts);
    tables(drafts, body);
    for draft in drafts.iter_mut() {
        if draft.kind.is_some() {
            continue;
        }
        let page = usual.get(draft.first.page as usize).copied().unwrap_or_default();
        if is_heading(draft, body, &page, bold_body) {
            into_heading(draft);
        } else {
            draft.kind = Some(BlockKind::Paragraph);
        }
    }
    numbered_headings(drafts);
}

fn bold_is_usual(drafts: &[Draft]) -> bool {
    let bold = drafts.iter().filter(|draft| draft.first.bold).count();
    bold * 2 > drafts.len()
}

fn is_heading(draft: &Draft, body: f32, page: &Usual, bold_body: bool) -> bool {
    let whole = match &draft.label {
        Some(label) => format!("{label} {}", draft.text),
        None => draft.text.clone(),
    };
    let words = whole.split_whitespace().count();
    if words == 0 || words > LONGEST || !whole.chars().any(char::is_alphabetic) {
        return false;
    }
    let sentence = headings::ends_like_a_sentence(&whole);
    let large = draft.first.size > body + 0.75;
    if large {
        return !sentence || words <= 14;
    }
    let inner = matches!(
        draft.form,
        Some(Form::Letter | Form::Roman | Form::Bullet | Form::Margin | Form::BracketedNumber)
    );
    if inner {
        return false;
    }
    if draft.label.is_none() && headings::by_words(&whole).is_some() {
        return true;
    }
    if sentence {
        return false;
    }
    let strong = draft.first.bold && draft.last.bold && !bold_body;
    // A title of two lines may be nearly as wide as the text.
    let balanced = draft.count > 1
        && draft.label.is_none()
        && (draft.first.x0 - draft.last.x0).abs() > 3.0
        && symmetric(&draft.first, page)
        && symmetric(&draft.last, page);
    let middle = (centred(&draft.first, page) || balanced) && draft.count <= 4;
    (strong || middle) && words <= 30
}

fn into_heading(draft: &mut Draft) {
    draft.kind = Some(BlockKind::Heading);
    if let Some(label) = draft.label.take() {
        let shift = label.len() + 1;
        draft.text = format!("{label} {}", draft.text);
        for mark in &mut draft.marks {
            mark.0 += shift;
        }
    }
}

/// Rows between and around rows of a table belong to it when they are set as it is.
fn tables(drafts: &mut [Draft], body: f32) {
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        if draft.kind.is_some() {
            continue;
        }
        let row = |other: Option<&Draft>| {
            other.is_some_and(|other| {
                other.first.page == draft.first.page
                    && is_table_row(&other.first)
                    && (other.first.y - draft.first.y).abs() < body * 3.6
                    && (other.first.size - draft.first.size).abs() < 1.3
            })
        };
        let beside = (1..=3)
            .any(|n| row(at.checked_sub(n).and_then(|b| drafts.get(b))) || row(drafts.get(at + n)));
        let small = draft.first.size < body - 0.7;
        if beside && draft.count <= 2 && (small || has_leader(&draft.text)) {
            drafts[at].kind = Some(BlockKind::Other);
        }
    }
    contents(drafts);
}

/// Fewest lines with leaders that make a page one of contents.
const FEWEST_LEADERS: usize = 4;

/// On a page of contents everything down to the last line with a leader is contents, but for the
/// heading: titles there run over several lines.
fn contents(drafts: &mut [Draft]) {
    let page = |draft: &Draft| draft.first.page;
    let mut from = 0;
    let mut before = false;
    while from < drafts.len() {
        let number = page(&drafts[from]);
        let to = drafts[from..]
            .iter()
            .position(|d| page(d) != number)
            .map_or(drafts.len(), |n| from + n);
        let leaders: Vec<usize> = (from..to).filter(|at| has_leader(&drafts[*at].text)).collect();
        let is_contents = leaders.len() >= FEWEST_LEADERS || before && !leaders.is_empty();
        if let (true, Some(first), Some(last)) = (is_contents, leaders.first(), leaders.last()) {
            let start = if before { from } else { from.max(first.saturating_sub(3)) };
            for draft in &mut drafts[start..=*last] {
                let heading = headings::by_words(&draft.text) == Some(1)
                    && draft.count == 1
                    && !has_leader(&draft.text);
                if draft.kind.is_none() && !heading {
                    draft.kind = Some(BlockKind::Other);
                }
            }
        }
        before = is_contents;
        from = to;
    }
}

/// A short numbered line that breaks the count, while the count goes on after it, is a heading.
fn numbered_headings(drafts: &mut [Draft]) {
    let value = |draft: &Draft| -> Option<u32> {
        if draft.kind != Some(BlockKind::Paragraph) || draft.form != Some(Form::Number) {
            return None;
        }
        labels::split(draft.label.as_deref()?)
            .filter(|label| !label.ordinal)
            .map(|label| label.value)
    };
    let mut last: Option<u32> = None;
    for at in 0..drafts.len() {
        let Some(number) = value(&drafts[at]) else { continue };
        let short = drafts[at].count <= 3
            && drafts[at].text.split_whitespace().count() <= 30
            && !ends_sentence(&drafts[at].text)
            && !drafts[at].text.ends_with(',');
        if let Some(before) = last
            && short
            && number <= before
            && drafts[at + 1..].iter().filter_map(value).take(3).any(|next| next == before + 1)
        {
            into_heading(&mut drafts[at]);
            continue;
        }
        last = Some(number);
    }
}

/// Returns the level of a heading from its words and looks; depth of anything else is settled
/// with the labels.
pub(super) fn level(kind: Option<BlockKind>, row: &Row, text: &str) -> u8 {
    if kind != Some(BlockKind::Heading) {
        return 0;
    }
    headings::by_words(text).unwrap_or(if row.size > 13.0 { 2 } else { 4 })
}
