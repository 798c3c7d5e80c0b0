//! Judges whether the text layer of a PDF says what its pages show.

use crate::finding::{Finding, Severity};
use crate::import::ImportError;
use crate::import::assemble::finding;

use crate::import::reading::Reading;

use super::page::Sheet;
use super::plausible::{self, Look};
use super::scanned_pages;

/// Fewest glyphs of a page that is more than a stamp or a page number.
const FEW: usize = 40;

/// Adds what is doubtful to the findings.
///
/// # Errors
///
/// [`ImportError::Scanned`] when no page has a text layer worth the name.
pub(super) fn judge(sheets: &[Sheet], findings: &mut Vec<Finding>) -> Result<(), ImportError> {
    let pages = sheets.len();
    let empty: Vec<u32> = sheets
        .iter()
        .filter(|sheet| sheet.glyphs < FEW && sheet.images > 0.3)
        .map(|sheet| sheet.number)
        .collect();
    let glyphs: usize = sheets.iter().map(|sheet| sheet.glyphs).sum();
    if glyphs == 0 && empty.is_empty() {
        return Err(ImportError::Empty);
    }
    if empty.len() * 10 >= pages * 9 && glyphs < FEW * pages {
        return Err(ImportError::Scanned { pages: pages as u32 });
    }
    if !empty.is_empty() {
        findings.push(scanned_pages(&empty));
    }
    // Text without ink over a picture is what text recognition leaves; it may be anything.
    let unseen: usize = sheets.iter().map(|sheet| sheet.unseen).sum();
    let pictures = sheets.iter().filter(|sheet| sheet.images > 0.8 && sheet.glyphs >= FEW).count();
    if unseen * 2 > glyphs || pictures * 2 > pages {
        findings.push(untrustworthy(
            "recognised",
            &[],
            "The text layer is not trustworthy: the pages are scans and the text was made by text recognition (OCR).",
        ));
    }
    let unknown: usize = sheets.iter().map(|sheet| sheet.unknown).sum();
    if unknown * 20 > glyphs {
        let share = (unknown * 100 / glyphs.max(1)).to_string();
        findings.push(untrustworthy(
            "no-unicode",
            &[("share", &share)],
            &format!("The text layer is not trustworthy: {share} % of the characters do not say which letter they are."),
        ));
    }
    if unknown * 20 <= glyphs && plausible::look(&sample(sheets)) == Look::Nonsense {
        findings.push(untrustworthy(
            "nonsense",
            &[],
            "The text layer is not trustworthy: its letters form no words of a language that is known here.",
        ));
    }
    Ok(())
}

/// Returns the words of the document, at most some ten pages of them.
fn sample(sheets: &[Sheet]) -> String {
    let mut text = String::new();
    for line in sheets.iter().flat_map(|sheet| &sheet.lines) {
        text.push_str(&line.text());
        text.push(' ');
        if text.len() > 40_000 {
            break;
        }
    }
    text
}

/// Lowers the confidence of paragraphs with letters that the file does not tell, and says so.
pub(super) fn mark_unknown(reading: &mut Reading) {
    let mut count = 0;
    let mut pages: Vec<u32> = Vec::new();
    for piece in &mut reading.pieces {
        let unknown = piece.text.chars().filter(|c| *c == '\u{fffd}').count();
        if unknown == 0 {
            continue;
        }
        count += unknown;
        piece.confidence = piece.confidence.min(0.3);
        if let Some(page) = piece.page.filter(|page| !pages.contains(page)) {
            pages.push(page);
        }
    }
    let said = reading.findings.iter().any(|finding| finding.name == "untrustworthy-text-layer");
    if count == 0 || said {
        return;
    }
    let list: Vec<String> = pages.iter().take(8).map(u32::to_string).collect();
    let list = list.join(", ");
    let mut finding = untrustworthy(
        "some-letters",
        &[("count", &count.to_string()), ("pages", &list)],
        &format!(
            "The text layer is not trustworthy everywhere: {count} characters do not say which letter they are (pages {list})."
        ),
    );
    finding.severity = Severity::Warning;
    reading.findings.push(finding);
}

/// Returns the finding for a text layer that does not say what the page shows.
fn untrustworthy(variant: &str, params: &[(&str, &str)], message: &str) -> Finding {
    finding(
        "I101",
        "untrustworthy-text-layer",
        Severity::Error,
        variant,
        params,
        message,
        "Do not quote from it; look for a DOCX or HTML version, or run text recognition (OCR) on the pages.",
    )
}
