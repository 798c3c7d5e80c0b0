//! Takes running headers and footers, page numbers and bar codes off the pages.

use std::collections::BTreeMap;

use super::lines::Line;
use super::page::Sheet;

/// Share of the page height in which running headers stand.
const TOP: f32 = 0.14;
/// Share of the page height above which running footers stand.
const BOTTOM: f32 = 0.86;

/// Removes what repeats at the edges of the pages.
pub(super) fn remove(sheets: &mut [Sheet]) {
    let repeated = repeated(sheets);
    for sheet in sheets.iter_mut() {
        let (height, pages) = (sheet.height, sheet.number);
        let edge = |line: &Line| line.y < height * TOP || line.y > height * BOTTOM;
        let _ = pages;
        sheet.lines.retain(|line| {
            if !edge(line) {
                return true;
            }
            let text = line.text();
            !(is_page_number(&text)
                || is_job_number(&text)
                || repeated.contains_key(&key(line, height, &text)))
        });
    }
}

/// Returns the masked texts that stand at the same height of at least a quarter of the pages, at
/// least two.
fn repeated(sheets: &[Sheet]) -> BTreeMap<(i32, String), usize> {
    let mut seen: BTreeMap<(i32, String), usize> = BTreeMap::new();
    for sheet in sheets {
        for line in &sheet.lines {
            if line.y < sheet.height * TOP || line.y > sheet.height * BOTTOM {
                *seen.entry(key(line, sheet.height, &line.text())).or_default() += 1;
            }
        }
    }
    let least = (sheets.len() / 8).max(2);
    seen.retain(|_, count| *count >= least);
    seen
}

fn key(line: &Line, height: f32, text: &str) -> (i32, String) {
    let band = (line.y / height * 100.0).round() as i32 / 3;
    (band, masked(text))
}

/// Returns the text with all digits alike and spaces gone.
fn masked(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c.is_ascii_digit() { '#' } else { c })
        .collect::<String>()
        .replace("##", "#")
        .replace("##", "#")
}

/// `12`, `- 3 -`, `2/4`, `1 of 54`, `Page 3 of 7`, `xii`
fn is_page_number(text: &str) -> bool {
    let core: String = text
        .to_lowercase()
        .replace("page", "")
        .replace(" of ", "/")
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '/')
        .collect();
    if core.is_empty() {
        return false;
    }
    core.len() <= 9
        && (core.chars().all(|c| c.is_ascii_digit() || c == '/')
            || crate::import::labels::roman(&core).is_some())
}

/// `24-07683 (E) 020524`, `*2407683*`, `GE.14-06789`, with or without the page number
fn is_job_number(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let core = word.trim_matches(['*', '(', ')', '.']);
        let digits = core.chars().filter(char::is_ascii_digit).count();
        core.len() <= 1
            || digits >= 4 && core.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'))
            || core.starts_with("GE.") && digits >= 4
            || core.contains('/') && core.chars().all(|c| c.is_ascii_digit() || c == '/')
    }) && text.chars().filter(char::is_ascii_digit).count() >= 5
}
