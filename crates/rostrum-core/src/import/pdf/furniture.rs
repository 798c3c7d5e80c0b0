//! Takes running headers and footers, page numbers and bar codes off the pages.

use std::collections::BTreeMap;

use super::lines::{Line, Span};
use super::page::Sheet;

/// Share of the page height in which running headers stand.
const TOP: f32 = 0.14;
/// Share of the page height below which running footers stand.
const BOTTOM: f32 = 0.88;

/// The last page on whose edges the document may name itself.
const NAMED_ON: u32 = 3;

/// Words at the edge of UN pages that are no text of the document.
const STAMPS: [&str; 5] =
    ["please recycle", "за охрану", "veuillez recycler", "se ruega reciclar", "请回收"];

/// Removes what stands at the edges of the pages and is no text of the document; returns what
/// it removed from the first pages, which may name the document.
pub(super) fn remove(sheets: &mut [Sheet]) -> Vec<String> {
    let repeated = repeated(sheets);
    let mut removed = Vec::new();
    for sheet in sheets.iter_mut() {
        let height = sheet.height;
        let header = if sheet.number > 1 { header_rule(sheet) } else { None };
        sheet.lines.retain(|line| {
            let kept = !header.is_some_and(|rule| line.y < rule) && !is_barcode(line, &line.text());
            if !kept && sheet.number <= NAMED_ON {
                removed.push(line.text());
            }
            kept
        });
        let is_furniture = |line: &Line| {
            let text = line.text();
            let edge = line.y < height * TOP || line.y > height * BOTTOM;
            // The page number of a page that ends early may stand higher.
            let early = line.y > height * 0.8 && is_dashed_number(&text);
            early
                || edge
                    && (is_page_number(&text)
                        || is_job_number(&text)
                        || is_stamp(&text)
                        || repeated.contains(&key(line, height, &text)))
        };
        // Only from the edges inwards: a line of the text may begin like one on the next page.
        let top = sheet.lines.iter().take_while(|line| is_furniture(line)).count();
        let foot = sheet.lines[top..].iter().rev().take_while(|line| is_furniture(line)).count();
        let kept = sheet.lines.len() - foot;
        if sheet.number <= NAMED_ON {
            removed.extend(sheet.lines[..top].iter().chain(&sheet.lines[kept..]).map(Line::text));
        }
        sheet.lines.truncate(kept);
        sheet.lines.drain(..top);
        strip_line_numbers(sheet);
    }
    removed
}

/// Returns the height of a rule that runs across the top of a page under a running header.
fn header_rule(sheet: &Sheet) -> Option<f32> {
    let mut wide: BTreeMap<i32, f32> = BTreeMap::new();
    for (x0, x1, y) in &sheet.rules {
        if *y < sheet.height * TOP {
            *wide.entry(y.round() as i32).or_default() += x1 - x0;
        }
    }
    // The lowest such rule, and never more than four lines above it.
    let (y, _) = wide.into_iter().rev().find(|(_, width)| *width > sheet.width * 0.65)?;
    let above = sheet.lines.iter().filter(|line| line.y < y as f32).count();
    (above <= 5).then_some(y as f32 + 1.0)
}

/// Returns the keys of lines that stand at the same height of several pages.
fn repeated(sheets: &[Sheet]) -> Vec<(i32, String)> {
    let mut seen: BTreeMap<(i32, String), usize> = BTreeMap::new();
    for sheet in sheets {
        for line in &sheet.lines {
            if line.y < sheet.height * TOP || line.y > sheet.height * BOTTOM {
                *seen.entry(key(line, sheet.height, &line.text())).or_default() += 1;
            }
        }
    }
    let least = (sheets.len() / 8).max(2);
    seen.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect()
}

fn key(line: &Line, height: f32, text: &str) -> (i32, String) {
    let band = (line.y / height * 100.0).round() as i32 / 3;
    (band, masked(text))
}

/// Returns the text with all digits alike and spaces gone.
fn masked(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars().filter(|c| !c.is_whitespace()) {
        if char.is_ascii_digit() {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else {
            out.push(char);
        }
    }
    out
}

/// `12`, `- 3 -`, `2/4`, `1 of 54`, `Page 3 of 7`, `xii`
fn is_page_number(text: &str) -> bool {
    let core: String = text
        .to_lowercase()
        .replace("page", "")
        .replace("p.", "")
        .replace(" of ", "/")
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '|' | '[' | ']'))
        .collect();
    !core.is_empty()
        && core.len() <= 9
        && (core.chars().all(|c| c.is_ascii_digit() || c == '/')
            || core.len() <= 6 && crate::import::labels::roman(&core).is_some())
}

/// `- 3 -`
fn is_dashed_number(text: &str) -> bool {
    let core = text.trim();
    core.starts_with(['-', '–', '—'])
        && core.ends_with(['-', '–', '—'])
        && core.chars().any(|c| c.is_ascii_digit())
        && core
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | '—'))
}

/// `24-07683 (E) 020524`, `*2407683*`, `GE.14-06789`, with or without the page number
fn is_job_number(text: &str) -> bool {
    text.split_whitespace().all(|word| {
        let core = word.trim_matches(['*', '(', ')', '.']);
        let digits = core.chars().filter(char::is_ascii_digit).count();
        core.len() <= 1
            || digits >= 4
                && core.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'))
            || core.starts_with("GE.") && digits >= 4
            || core.contains('/') && core.chars().all(|c| c.is_ascii_digit() || c == '/')
    }) && text.chars().filter(char::is_ascii_digit).count() >= 5
}

/// A bar code is set in a font that turns letters into bars; its starts and stops are asterisks.
fn is_barcode(line: &Line, text: &str) -> bool {
    let core = text.trim();
    let starred = core.len() > 6
        && core.starts_with('*')
        && core.ends_with('*')
        && core[1..core.len() - 1].chars().all(|c| c.is_ascii_digit());
    let private = !core.is_empty()
        && core.chars().all(|c| {
            ('\u{e000}'..='\u{f8ff}').contains(&c) || c.is_whitespace() || c == '\u{fffd}'
        });
    starred || private && line.size > 14.0
}

fn is_stamp(text: &str) -> bool {
    let lower = text.to_lowercase();
    STAMPS.iter().any(|stamp| lower.contains(stamp)) && text.len() < 60
}

/// Takes line numbers off: figures that count up in the margin beside most lines.
fn strip_line_numbers(sheet: &mut Sheet) {
    let number = |line: &Line| -> Option<u32> {
        let first = line.spans.first()?;
        let text = first.text.trim();
        let apart = line.spans.get(1).is_none_or(|next| next.x0 - first.x1 > first.size * 0.5);
        (apart && !first.raised).then(|| text.parse().ok()).flatten()
    };
    let found: Vec<(usize, u32)> =
        sheet.lines.iter().enumerate().filter_map(|(at, line)| Some((at, number(line)?))).collect();
    let step = found.windows(2).map(|pair| i64::from(pair[1].1) - i64::from(pair[0].1)).min();
    let even = step.is_some_and(|step| {
        (step == 1 || step == 5)
            && found.windows(2).filter(|p| i64::from(p[1].1) - i64::from(p[0].1) == step).count()
                * 10
                >= (found.len() - 1) * 8
    });
    // Numbers stand under each other at their right or at their left.
    let under = |edge: fn(&Span) -> f32| {
        let mut edges =
            found.iter().filter_map(|(at, ..)| sheet.lines[*at].spans.first().map(edge));
        let first = edges.next().unwrap_or_default();
        edges.all(|x| (x - first).abs() < 4.0)
    };
    let aligned = under(|span| span.x1) || under(|span| span.x0);
    let enough = if step == Some(5) { 3 } else { 8 };
    if !even
        || !aligned
        || found.len() < enough
        || step == Some(1) && found.len() * 2 < sheet.lines.len()
    {
        return;
    }
    for (at, ..) in found.iter().rev() {
        let line = &mut sheet.lines[*at];
        line.spans.remove(0);
        match line.spans.first_mut() {
            Some(first) => {
                first.spaced = false;
                line.x0 = first.x0;
            }
            None => {
                sheet.lines.remove(*at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_and_job_numbers_are_told_from_words() {
        for text in ["12", "- 3 -", "2/4", "1 of 54", "Page 3 of 7", "xii", "[3]"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["24-07683 (E) 020524", "*2407683*", "24-07683 3/4", "GE.14-06789"] {
            assert!(is_job_number(text), "{text}");
        }
        for text in ["civil", "Article 3", "3. States recall", "2015 and 2016"] {
            assert!(!is_page_number(text) && !is_job_number(text), "{text}");
        }
    }
}
