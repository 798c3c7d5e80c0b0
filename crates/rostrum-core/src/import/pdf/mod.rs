//! Reads PDF: glyphs with their places → lines → page furniture off → paragraphs.

mod blocks;
mod columns;
mod front;
mod furniture;
mod glyphs;
mod hangs;
mod joints;
mod lines;
mod measure;
mod notes;
mod page;
mod plausible;
mod rows;
mod rtl;
mod settle;
mod shapes;
mod trust;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_interpret::{InterpreterCache, InterpreterSettings};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::finding::Severity;
use crate::model::Draft;
use crate::model::draft::DraftFormat;

use super::ImportError;
use super::assemble::{self, finding};
use super::docx::package::damaged;
use super::hyphen::Vocabulary;
use super::reading::Reading;
use page::Sheet;

/// Most pages that are read; the longest UN report seen has 450.
const MOST_PAGES: usize = 3_000;

/// Reads a PDF.
pub(super) fn read(bytes: &[u8], password: Option<&str>) -> Result<Draft, ImportError> {
    // The reader of PDF syntax is not ours; whatever it trips over is a damaged file.
    catch_unwind(AssertUnwindSafe(|| read_pages(bytes, password.unwrap_or_default())))
        .unwrap_or_else(|_| Err(damaged("its pages cannot be interpreted")))
}

fn read_pages(bytes: &[u8], password: &str) -> Result<Draft, ImportError> {
    let data: Arc<Vec<u8>> = Arc::new(bytes.to_vec());
    let pdf = Pdf::new_with_password(data, password).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ImportError::Locked,
        LoadPdfError::Decryption(_) => damaged("its encryption is broken or of an unknown kind"),
        LoadPdfError::Invalid => damaged("its structure is broken"),
    })?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(ImportError::TooLarge {
            what: "number of pages".into(),
            size: pages.len() as u64,
            limit: MOST_PAGES as u64,
        });
    }
    if pages.is_empty() {
        return Err(damaged("it has no pages"));
    }
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    let mut sheets: Vec<Sheet> = Vec::with_capacity(pages.len());
    for (at, page) in pages.iter().enumerate() {
        let content = glyphs::content(page, &cache, &settings);
        sheets.push(Sheet::new(&content, at as u32 + 1));
    }
    let mut reading = Reading {
        format: DraftFormat::Pdf,
        pages: Some(sheets.len() as u32),
        ..Reading::default()
    };
    trust::judge(&sheets, &mut reading.findings)?;
    reading.edges = furniture::remove(&mut sheets);
    blocks::build(sheets, &mut reading);
    trust::mark_unknown(&mut reading);
    if reading.pieces.is_empty() {
        return Err(ImportError::Empty);
    }
    assemble::draft(reading)
}

/// Adds the next line's words to a paragraph, undoing a hyphen at the line's end where the word
/// says so.
fn join(text: &mut String, next: &str, words: &Vocabulary) {
    let next = next.trim_start();
    if text.ends_with('-') && !text.ends_with(" -") {
        let kept = text.len() - 1;
        if !words.keeps_hyphen(&text[..kept], next) {
            text.truncate(kept);
        }
    } else {
        // "2013–" and "2015" are one; "the work –" and "and" are not.
        let tight = text.ends_with(['–', '—', '/'])
            && !text.trim_end_matches(['–', '—', '/']).ends_with(' ');
        let parted = tight || text.ends_with(' ');
        if !text.is_empty() && !parted && !next.is_empty() {
            text.push(' ');
        }
    }
    text.push_str(next);
}

/// Returns the finding for pages that hold pictures only.
fn scanned_pages(pages: &[u32]) -> crate::finding::Finding {
    let list: Vec<String> = pages.iter().take(12).map(u32::to_string).collect();
    let list = list.join(", ");
    finding(
        "I102",
        "scanned-pages",
        Severity::Warning,
        "some",
        &[("pages", &list)],
        &format!("Some pages have no text layer and look like scans: {list}."),
        "Run text recognition (OCR) on the file and import it again, or type these pages in.",
    )
}
