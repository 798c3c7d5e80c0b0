//! Files that are no statement: read whole, and counted or checked as if they were one.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use rostrum_core::check::{Case, CheckReport, PublicFile, check, languages};
use rostrum_core::count::{CountReport, count};
use rostrum_core::model::{Annex, BlockKind, Call, Document, Draft, PictureBytes, Statement};
use rostrum_core::render::{Composed, Composition, Layout, compose};

use super::Desk;
use super::open::standing;
use super::page_count::pages_of;
use super::spelling::LONGEST_WAIT;
use crate::failure::{Code, Failure};

/// A statement larger than this is not a statement.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

impl Desk {
    /// Counts the words of a statement file, or of a Markdown, DOCX or text file.
    ///
    /// `call` names the counting rule of a file that has none of its own; a statement is
    /// counted under another call's rule when it is given.
    ///
    /// Pages cost laying the document out: they are counted when `pages` asks for them or a
    /// limit in pages holds.
    pub fn count_file(
        &self,
        path: &str,
        call: Option<&str>,
        pages: bool,
    ) -> Result<CountReport, Failure> {
        let Some((statement, call)) = self.loose(path, call)? else {
            self.under(path, call)?;
            self.pages_ready(path, pages)?;
            return self.with(path, |open| {
                let statement = open.statement();
                let composed = open.composed(&statement, Layout::Prose)?;
                Ok(open.counted(&statement, &composed))
            });
        };
        let composed = compose(&Composition {
            statement: &statement,
            call: &call,
            drafts: &[],
            layout: Layout::Prose,
            signatories: &[],
        });
        let (status, joint) = standing(&statement);
        let count = count(&composed.document, &call, status, joint);
        paged(count, &composed.document, &call, pages)
    }

    /// Checks a statement file, or a Markdown, DOCX or text file, against a call.
    pub fn check_file(&self, path: &str, call: Option<&str>) -> Result<CheckReport, Failure> {
        let now = self.clock.now();
        let Some((statement, call)) = self.loose(path, call)? else {
            self.under(path, call)?;
            self.spelling_ready(path)?;
            self.annexes_ready(path)?;
            self.pages_ready(path, false)?;
            return self
                .with(path, |open| open.checked(&open.statement(), now).map(|(report, _)| report));
        };
        let tags = languages(&statement, &[]);
        for tag in &tags {
            self.shelf.wait(tag, LONGEST_WAIT);
        }
        let composed = compose(&Composition {
            statement: &statement,
            call: &call,
            drafts: &[],
            layout: Layout::Prose,
            signatories: &[],
        });
        let (status, joint) = standing(&statement);
        let count = count(&composed.document, &call, status, joint);
        let count = paged(count, &composed.document, &call, false)?;
        Ok(check(&Case {
            statement: &statement,
            call: &call,
            drafts: &[],
            document: &composed.document,
            count: &count,
            now,
            signatories: &[],
            spelling: &self.shelf.spelling_in(tags.iter().map(String::as_str), &[]),
            files: &self.itself(path)?,
            lost_pictures: &BTreeSet::new(),
        }))
    }

    /// Returns a file that is checked as one that becomes public.
    fn itself(&self, path: &str) -> Result<[PublicFile; 1], Failure> {
        let bytes = read_file(Path::new(path), super::scrub::MOST_BYTES)?;
        let name = super::drafts::file_name(path);
        let seen = self.seen(&bytes, &name, "", "");
        Ok([PublicFile { annex: Annex { name, ..Annex::default() }, seen }])
    }

    /// Composes a statement file, or a Markdown, DOCX or text file, and returns what it was
    /// composed of.
    pub(super) fn composed_file(
        &self,
        path: &str,
        call: Option<&str>,
    ) -> Result<(Composed, Statement, Call), Failure> {
        let Some((statement, call)) = self.loose(path, call)? else {
            return self.with(path, |open| {
                if let Some(id) = call {
                    open.call = self.call(id)?;
                }
                let statement = open.statement();
                let composed = open.composed(&statement, Layout::Prose)?;
                Ok((composed, statement, open.call.clone()))
            });
        };
        let composed = compose(&Composition {
            statement: &statement,
            call: &call,
            drafts: &[],
            layout: Layout::Prose,
            signatories: &[],
        });
        Ok((composed, statement, call))
    }

    /// Puts a statement under another call's rules, for as long as it is open.
    fn under(&self, path: &str, call: Option<&str>) -> Result<(), Failure> {
        let Some(id) = call else { return Ok(()) };
        let call = self.call(id)?;
        self.with(path, |open| {
            open.call = call;
            Ok(())
        })
    }

    /// Reads a file that is no statement as one; `None` when the file is a statement.
    fn loose(&self, path: &str, call: Option<&str>) -> Result<Option<(Statement, Call)>, Failure> {
        let ending = Path::new(path)
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        if ending == "rostrum" {
            return Ok(None);
        }
        let call = match call {
            Some(id) => self.call(id)?,
            None => Call::default(),
        };
        let body = match ending.as_str() {
            "md" | "markdown" | "txt" => {
                let bytes = read_file(Path::new(path), MOST_BYTES)?;
                let text = String::from_utf8_lossy(&bytes);
                let text = text.trim_start_matches('\u{feff}');
                if ending == "txt" {
                    // A line of plain text may begin with what Markdown takes for a mark.
                    text.lines().map(|line| escaped(line.trim()) + "\n").collect()
                } else {
                    text.to_owned()
                }
            }
            _ => markdown(&self.draft_read(path, "", "read")?),
        };
        Ok(Some((Statement { body, language: "en".into(), ..Statement::default() }, call)))
    }
}

/// Counts the pages as well, where a limit in pages holds or `always`.
fn paged(
    count: CountReport,
    document: &Document,
    call: &Call,
    always: bool,
) -> Result<CountReport, Failure> {
    if !always && !count.limits_pages() {
        return Ok(count);
    }
    Ok(count.with_pages(pages_of(document, &PictureBytes::new())?, call))
}

/// Writes what was read from a file as a body in Markdown.
fn markdown(draft: &Draft) -> String {
    let mut body = String::new();
    let mut notes = String::new();
    for block in &draft.blocks {
        // A typed label is a word like any other; one that Word makes itself is none.
        let typed = block.label.as_deref().filter(|_| block.label_typed);
        let text = match typed {
            Some(label) => escaped(&format!("{label} {}", block.text)),
            None => escaped(&block.text),
        };
        match block.kind {
            BlockKind::Title => body.push_str(&format!("# {text}\n\n")),
            BlockKind::Heading => {
                let level = "#".repeat(usize::from(block.level.clamp(1, 5)) + 1);
                body.push_str(&format!("{level} {text}\n\n"));
            }
            BlockKind::Footnote => {
                let mark = block.label.as_deref().unwrap_or("1");
                let mark: String = mark.chars().filter(|c| c.is_alphanumeric()).collect();
                notes.push_str(&format!("[^{}{mark}]: {text}\n\n", block.id));
                body.push_str(&format!("[^{}{mark}]\n\n", block.id));
            }
            BlockKind::Paragraph | BlockKind::Other => body.push_str(&format!("{text}\n\n")),
        }
    }
    body + &notes
}

/// Writes plain words so that Markdown reads them as the same words.
fn escaped(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let begins_item = at == digits && digits > 0 && matches!(c, '.' | ')');
        let begins_line = at == 0 && matches!(c, '#' | '-' | '+' | '=');
        if begins_item || begins_line || "\\`*_[]<>&|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Reads a whole file that is not larger than `most` bytes.
///
/// # Errors
/// [`Code::FileMissing`], [`Code::FileRefused`], [`Code::DraftTooLarge`].
pub(super) fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let shown = path.display().to_string();
    let attempt = format!("read \"{shown}\"");
    let failed = |error: std::io::Error| {
        super::failures::from_io(&error, attempt.clone()).with("file", &shown)
    };
    let file = File::open(path).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    if meta.is_dir() {
        return Err(Failure::new(Code::FileRefused, attempt, "it is a folder; name a file")
            .with("file", &shown));
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > most {
        let limit = most / (1024 * 1024);
        return Err(Failure::new(
            Code::DraftTooLarge,
            attempt,
            format!(
                "it is larger than {limit} MB; save only the part you need as a file of its own"
            ),
        )
        .with("file", &shown)
        .with("limit", format!("{limit} MB")));
    }
    Ok(bytes)
}
