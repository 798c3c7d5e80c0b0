//! Takes running headers and footers, page numbers and bar codes off the pages.

use std::collections::BTreeMap;

use super::lines::{Line, Span};
use super::page::Sheet;

/// Share of the page height in which running headers stand.
const TOP: f32 = 0.14;
/// Share of the page height below which running footers stand.
const BOTTOM: f32 = 0.88;

/// Share of the page height from either edge in which a page number, or a line that most pages
/// repeat, may stand: small books are often printed on large sheets.
const INSET: f32 = 0.25;

/// Fewest pages on which such a line must stand.
const FEWEST_INSET: usize = 3;

/// The last page on whose edges the document may name itself.
const NAMED_ON: u32 = 3;

/// Words at the edge of UN pages that are no text of the document.
const STAMPS: [&str; 5] =
    ["please recycle", "за охрану", "veuillez recycler", "se ruega reciclar", "请回收"];

/// Removes what stands at the edges of the pages and is no text of the document; returns what
/// it removed from the first pages, which may name the document.
pub(super) fn remove(sheets: &mut [Sheet]) -> Vec<String> {
    let repeated = repeated(sheets);
    let inset = inset(sheets);
    let counted = counted(sheets);
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
        let number = i64::from(sheet.number);
        // On a page that holds hardly more, the number may be all there is.
        let filled = sheet.lines.len() > 2 * OUTERMOST;
        let is_furniture = |line: &Line| {
            let text = line.text();
            let edge = line.y < height * TOP || line.y > height * BOTTOM;
            // The page number of a page that ends early may stand higher, and so may the number
            // of the print job under the notes.
            let early = line.y > height * 0.8 && (is_dashed_number(&text) || is_print_job(&text));
            early
                || filled
                    && is_inset(line, height)
                    && (counted.is_some_and(|shift| plain_page(&text) == Some(number + shift))
                        || inset.contains(&key(line, height, &text)))
                || edge
                    && (is_page_number(&text)
                        || is_job_number(&text)
                        || is_stamp(&text)
                        || repeated.contains(&key(line, height, &text)))
        };
        // Only from the edges inwards: a line of the text may begin like one on the next page.
        // By height, for a page in columns is read column by column.
        let mut order: Vec<usize> = (0..sheet.lines.len()).collect();
        order.sort_by(|a, b| sheet.lines[*a].y.total_cmp(&sheet.lines[*b].y));
        let top = order.iter().take_while(|at| is_furniture(&sheet.lines[**at])).count();
        let inner = &order[top..];
        let foot = inner.iter().rev().take_while(|at| is_furniture(&sheet.lines[**at])).count();
        let kept = &inner[..inner.len() - foot];
        let mut keeps = vec![false; sheet.lines.len()];
        for at in kept {
            keeps[*at] = true;
        }
        if sheet.number <= NAMED_ON {
            let gone = order.iter().filter(|at| !keeps[**at]).map(|at| sheet.lines[*at].text());
            removed.extend(gone.filter(|text| !is_print_job(text)));
        }
        let mut keeps = keeps.into_iter();
        sheet.lines.retain(|_| keeps.next().unwrap_or(true));
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

fn is_inset(line: &Line, height: f32) -> bool {
    line.y < height * INSET || line.y > height * (1.0 - INSET)
}

/// Returns the keys of first and last lines that a third of the pages share, however far from
/// the edge they stand.
fn inset(sheets: &[Sheet]) -> Vec<(i32, String)> {
    let mut seen: BTreeMap<(i32, String), usize> = BTreeMap::new();
    for sheet in sheets {
        for line in outermost(sheet) {
            let text = line.text();
            // Words: a bare figure may be a label, and is judged by how it counts.
            if text.chars().any(char::is_alphabetic) {
                *seen.entry(key(line, sheet.height, &text)).or_default() += 1;
            }
        }
    }
    let least = (sheets.len() / 3).max(FEWEST_INSET);
    seen.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect()
}

/// Lines at each edge of a page of which one may be its header: the number may stand apart.
const OUTERMOST: usize = 2;

/// Returns the first and the last lines of a page where they stand near an edge.
fn outermost(sheet: &Sheet) -> Vec<&Line> {
    let mut lines: Vec<&Line> = sheet.lines.iter().collect();
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let inner = OUTERMOST..lines.len().saturating_sub(OUTERMOST);
    if inner.start < inner.end {
        lines.drain(inner);
    }
    lines.retain(|line| is_inset(line, sheet.height));
    lines
}

/// Returns by how much the printed number is larger than the count of the page, when first or
/// last lines of enough pages are figures that count with the pages.
fn counted(sheets: &[Sheet]) -> Option<i64> {
    let mut shifts: BTreeMap<i64, usize> = BTreeMap::new();
    for sheet in sheets {
        for line in outermost(sheet) {
            if let Some(printed) = plain_page(&line.text()) {
                *shifts.entry(printed - i64::from(sheet.number)).or_default() += 1;
            }
        }
    }
    let (shift, count) = shifts.into_iter().max_by_key(|(_, count)| *count)?;
    (count >= FEWEST_INSET && count * 3 >= sheets.len()).then_some(shift)
}

/// `31`, `- 31 -`
fn plain_page(text: &str) -> Option<i64> {
    let core = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    (core.len() <= 4).then(|| core.parse().ok()).flatten()
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
                && core
                    .trim_end_matches(|c: char| c.is_ascii_uppercase())
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'))
            || core.starts_with("GE.") && digits >= 4
            || core.contains('/') && core.chars().all(|c| c.is_ascii_digit() || c == '/')
    }) && text.chars().filter(char::is_ascii_digit).count() >= 5
}

/// `GE.14-23930 (E)`, `GE:09-17825`, `GE.10- 12013`, `*1423930*`: what only a print job has.
fn is_print_job(text: &str) -> bool {
    let core = text.trim();
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let printed = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-–()".contains(c);
    // The letter in brackets names the language.
    let body = core.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit());
    let language = ["(E)", "(F)", "(S)", "(R)", "(A)", "(C)"].iter().any(|l| body.ends_with(l));
    let office = ["GE.", "GE:"].iter().find_map(|office| core.strip_prefix(office));
    let bare = |text: &str| {
        let without: String = text.chars().filter(|c| !"EFSRAC".contains(*c)).collect();
        without.chars().all(printed) && (7..=16).contains(&digits)
    };
    match office {
        Some(rest) => bare(rest),
        None => language && bare(core) || starred(core),
    }
}

/// `*1423930*`
fn starred(core: &str) -> bool {
    core.len() > 6
        && core.starts_with('*')
        && core.ends_with('*')
        && core[1..core.len() - 1].chars().all(|c| c.is_ascii_digit())
}

/// A bar code is set in a font that turns letters into bars; its starts and stops are asterisks.
fn is_barcode(line: &Line, text: &str) -> bool {
    let core = text.trim();
    let private = !core.is_empty()
        && core.chars().all(|c| {
            ('\u{e000}'..='\u{f8ff}').contains(&c) || c.is_whitespace() || c == '\u{fffd}'
        });
    starred(core) || private && line.size > 14.0
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
        for text in ["GE.14-23930 (E)", "GE:09-17825", "GE.10- 12013", "24-07683 (E) 020524"] {
            assert!(is_print_job(text), "{text}");
        }
        for text in ["GE.14", "1,250,000", "12 345 678", "General (E)", "1990-2015"] {
            assert!(!is_print_job(text), "{text}");
        }
    }
}
