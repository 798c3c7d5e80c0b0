//! Documents written for people.

use std::io::{Read as _, Write as _};
use std::path::Path;

use rostrum_core::finding::Finding;
use rostrum_core::model::call::NotesPlace;
use rostrum_core::model::response::ResponseStatus;
use rostrum_core::model::{Call, Draft, PictureBytes, Response, Statement};
use rostrum_core::render::compose::tracked::Tracked;
use rostrum_core::render::{self, Bom, Composed, Composition, Layout};
use rostrum_core::webform::{Dashes, FormStyle, NotePlace, form_text, web_form};

use super::preview::unmade;
use super::shown::{as_files, folder_of, pictures_for};
use super::wire::{ExportRequest, ExportStyle, Exported};
use super::{Desk, sha256};
use crate::failure::{Code, Failure};
use crate::fonts::fonts;

/// The formats that can be written: by their endings, and `form`, a text by question.
pub(super) const FORMATS: [&str; 9] =
    ["docx", "pdf", "html", "md", "txt", "form", "csv", "xlsx", "json"];

/// Formats that hold a layout of the responses; the others have one of their own.
pub(super) const LAID_OUT: [&str; 5] = ["docx", "pdf", "html", "md", "txt"];

impl Desk {
    /// Writes a rendered document.
    ///
    /// An existing file is replaced only once the new one is whole. Organisations whose
    /// consent does not hold for the present text are not printed.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an unknown format or layout.
    pub fn export(&self, request: ExportRequest) -> Result<Exported, Failure> {
        self.export_as(&request, &ExportStyle::default())
    }

    /// Writes a rendered document; see [`Desk::export`].
    ///
    /// # Errors
    /// As [`Desk::export`], and [`Code::ValueRefused`] for an unknown word of the style.
    pub fn export_as(
        &self,
        request: &ExportRequest,
        style: &ExportStyle,
    ) -> Result<Exported, Failure> {
        let ExportRequest { file, format, layout, out } = request;
        let mut ground = self.ground(file, layout)?;
        set_look(&mut ground.composed, style)?;
        let made = ground.rendered(format, style, out)?;
        self.written(file, &ground, format, made, out)
    }

    /// Takes what an export needs out of an open statement, so that whoever writes meanwhile
    /// does not wait for the rendering.
    pub(super) fn ground(&self, file: &str, layout: &str) -> Result<Ground, Failure> {
        let tracked = layout == "tracked";
        let laid = if tracked { Layout::Prose } else { self::layout(layout)? };
        self.with(file, |open| {
            let statement = open.statement();
            let mut composed = open.composed(&statement, laid)?;
            let pictures = pictures_for(open, &mut composed)?;
            Ok(Ground {
                composed,
                pictures,
                statement,
                call: open.call.clone(),
                drafts: open.drafts.clone(),
                tracked,
            })
        })
    }

    /// Writes what was made, and remembers what was sent out as a Word document.
    pub(super) fn written(
        &self,
        file: &str,
        ground: &Ground,
        format: &str,
        made: Rendered,
        out: &str,
    ) -> Result<Exported, Failure> {
        let Rendered { bytes, findings, pages, beside } = made;
        let beside = write_beside(Path::new(out), &beside)?;
        write_whole(Path::new(out), &bytes)?;
        if format == "docx" && !ground.tracked {
            // Without it a copy that comes back is compared with the present statement.
            self.with(file, |open| {
                let document = &ground.composed.document;
                super::review::keep_sent(open, document, &ground.statement).ok();
                Ok(())
            })?;
        }
        Ok(Exported {
            file: out.to_owned(),
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings,
            pages,
            beside,
        })
    }
}

/// A statement as it stood when an export began.
pub(super) struct Ground {
    pub(super) composed: Composed,
    /// Bytes of the pictures that it shows.
    pub(super) pictures: PictureBytes,
    pub(super) statement: Statement,
    pub(super) call: Call,
    pub(super) drafts: Vec<(String, Draft)>,
    /// Whether it is laid out as the draft with our changes.
    pub(super) tracked: bool,
}

impl Ground {
    /// Renders one format, with all that should be known about it; `out` is where it will be
    /// written.
    pub(super) fn rendered(
        &self,
        format: &str,
        style: &ExportStyle,
        out: &str,
    ) -> Result<Rendered, Failure> {
        let material = Material {
            statement: &self.statement,
            call: &self.call,
            drafts: &self.drafts,
            day: None,
            form: form_style(style)?,
            bom: bom(style)?,
            pictures: &self.pictures,
            folder: &folder_of(Path::new(out)),
        };
        if self.tracked {
            return self.changes(format, &material);
        }
        let mut made = rendered(format, &self.composed, &material)?;
        made.findings.splice(0..0, self.composed.findings.iter().cloned());
        Ok(made)
    }

    /// Writes the newest draft with the proposals as changes of the organisation: recorded in
    /// a Word document, marked in the others.
    fn changes(&self, format: &str, material: &Material<'_>) -> Result<Rendered, Failure> {
        if !LAID_OUT.contains(&format) {
            let detail = "a table of comments shows no changes; use docx, pdf, html, md or txt";
            return Err(refused(detail, "format"));
        }
        let tracked = self.tracked()?;
        let mut made = if format == "docx" {
            Rendered::from(render::tracked_docx(&tracked).map_err(|error| {
                Failure::new(Code::Internal, "make the Word document", error).with("name", "docx")
            })?)
        } else {
            let composed = Composed { document: tracked.document(), findings: Vec::new() };
            rendered(format, &composed, material)?
        };
        made.findings.splice(0..0, tracked.findings);
        Ok(made)
    }

    /// Returns the newest draft with the proposals as changes.
    pub(super) fn tracked(&self) -> Result<Tracked, Failure> {
        tracked(&self.statement, &self.call, &self.drafts)
    }
}

/// Returns the newest draft with the proposals of a statement as changes.
///
/// # Errors
/// [`Code::ValueRefused`] when there is no draft.
pub(super) fn tracked(
    statement: &Statement,
    call: &Call,
    drafts: &[(String, Draft)],
) -> Result<Tracked, Failure> {
    if drafts.is_empty() {
        return Err(refused("add the draft to the statement first", "layout"));
    }
    let layout = Layout::Prose;
    Ok(render::tracked(&Composition { statement, call, drafts, layout, signatories: &[] }))
}

fn refused(detail: &str, field: &str) -> Failure {
    Failure::new(Code::ValueRefused, "write the draft with our changes", detail)
        .with("field", field)
}

/// Reads how a text for a form is written.
pub(super) fn form_style(style: &ExportStyle) -> Result<FormStyle, Failure> {
    let dashes = match style.dashes.as_str() {
        "" | "hyphens" => Dashes::Hyphens,
        "kept" => Dashes::Kept,
        other => return Err(unknown("dashes", other, "hyphens or kept")),
    };
    let notes = match style.notes.as_str() {
        "" | "end" => NotePlace::End,
        "brackets" => NotePlace::Brackets,
        other => return Err(unknown("notes", other, "end or brackets")),
    };
    Ok(FormStyle { dashes, notes })
}

fn bom(style: &ExportStyle) -> Result<Bom, Failure> {
    match style.bom.as_str() {
        "" | "needed" => Ok(Bom::Needed),
        "always" => Ok(Bom::Always),
        "never" => Ok(Bom::Never),
        other => Err(unknown("bom", other, "needed, always or never")),
    }
}

/// Lays a document out as the user wants it where the call leaves it open, or even where not:
/// what the call says is a check's business.
pub(super) fn set_look(composed: &mut Composed, style: &ExportStyle) -> Result<(), Failure> {
    let look = &mut composed.document.look;
    look.notes = match style.footnotes.as_str() {
        "" => look.notes,
        "foot" => NotesPlace::Foot,
        "end" => NotesPlace::End,
        other => return Err(unknown("footnotes", other, "foot or end")),
    };
    look.contents = match style.contents.as_str() {
        "" => look.contents,
        "with" => true,
        "without" => false,
        other => return Err(unknown("contents", other, "with or without")),
    };
    Ok(())
}

fn unknown(field: &str, word: &str, choices: &str) -> Failure {
    Failure::new(
        Code::ValueRefused,
        format!("write a text with {field} \"{word}\""),
        format!("use {choices}"),
    )
    .with("field", field)
}

/// What a file is made from beside the composed document.
pub(super) struct Material<'a> {
    pub(super) statement: &'a Statement,
    pub(super) call: &'a Call,
    pub(super) drafts: &'a [(String, Draft)],
    /// Day on which the text was frozen; none for a text that may still change.
    pub(super) day: Option<(i16, u8, u8)>,
    /// How a text for a form is written.
    pub(super) form: FormStyle,
    /// Whether a CSV begins with the mark of UTF-8.
    pub(super) bom: Bom,
    /// Bytes of the pictures that it shows.
    pub(super) pictures: &'a PictureBytes,
    /// Where the pictures of a file lie that cannot hold them itself.
    pub(super) folder: &'a str,
}

/// A file with what should be known about it.
#[derive(Default)]
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) findings: Vec<Finding>,
    /// Number of pages, where they are fixed.
    pub(super) pages: Option<u32>,
    /// Files that have to lie in the folder beside it.
    pub(super) beside: Vec<(String, Vec<u8>)>,
}

impl From<Vec<u8>> for Rendered {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, ..Self::default() }
    }
}

/// Renders a composed statement in the format of this ending.
pub(super) fn rendered(
    format: &str,
    composed: &Composed,
    material: &Material<'_>,
) -> Result<Rendered, Failure> {
    let document = &composed.document;
    let Material { statement, call, drafts, day, form, bom, pictures, folder } = *material;
    Ok(Rendered::from(match format {
        "pdf" => {
            let fonts = fonts(rostrum_pages::wants_chinese(document));
            let made = rostrum_pages::pdf(document, pictures, fonts, day).map_err(unmade)?;
            return Ok(Rendered {
                bytes: made.bytes,
                findings: made.findings,
                pages: Some(made.pages),
                ..Rendered::default()
            });
        }
        "docx" => render::docx(document, pictures).map_err(|error| {
            Failure::new(Code::Internal, "make the Word document", error).with("name", "docx")
        })?,
        "md" => {
            return Ok(Rendered {
                bytes: render::markdown(document, folder).into_bytes(),
                beside: as_files(document, pictures),
                ..Rendered::default()
            });
        }
        "txt" => render::text(document).into_bytes(),
        "html" => render::html(document, pictures).into_bytes(),
        "form" => {
            let fields = web_form(document, call, statement.standing(), form);
            form_text(&fields).into_bytes()
        }
        "csv" | "xlsx" => {
            let table = render::comment_table(statement, call, drafts);
            let bytes = if format == "csv" {
                render::csv(&table, bom).into_bytes()
            } else {
                render::xlsx(&table).map_err(|error| {
                    Failure::new(Code::Internal, "make the workbook", error).with("name", "xlsx")
                })?
            };
            return Ok(Rendered { bytes, findings: table.findings(), ..Rendered::default() });
        }
        "json" => render::json::json(statement, pictures)
            .map_err(|error| Failure::new(Code::Internal, "write the statement as JSON", error))?,
        other => {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("write a file of the kind \"{other}\""),
                format!("use one of {}", FORMATS.join(", ")),
            )
            .with("field", "format"));
        }
    }))
}

/// Returns the statement without what must not leave: responses that are private or set aside,
/// and what a team notes about its own work.
pub(super) fn public(statement: &Statement) -> Statement {
    let mut public = statement.clone();
    // How the draft was set right is the author's own matter.
    public.fixes.clear();
    public.responses.retain(Response::is_submitted);
    for response in &mut public.responses {
        response.owner.clear();
        response.tags.clear();
        response.earlier.clear();
        response.status = ResponseStatus::default();
        response.carried = None;
        response.taken_up = None;
    }
    public
}

pub(super) fn layout(word: &str) -> Result<Layout, Failure> {
    match word {
        "" | "prose" => Ok(Layout::Prose),
        "table" => Ok(Layout::Table),
        other => Err(Failure::new(
            Code::ValueRefused,
            format!("lay the document out as \"{other}\""),
            "use prose, table or tracked",
        )
        .with("field", "layout")),
    }
}

/// Writes files into the folder that belongs to a file, and returns their paths.
fn write_beside(out: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<String>, Failure> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let folder = out.with_file_name(folder_of(out));
    std::fs::create_dir_all(&folder).map_err(|error| {
        let shown = folder.display().to_string();
        super::failures::from_io(&error, format!("make the folder \"{shown}\"")).with("file", shown)
    })?;
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        write_whole(&path, bytes)?;
        written.push(path.to_string_lossy().into_owned());
    }
    Ok(written)
}

/// Writes a file so that it is either the old one or the new one, never half of it.
///
/// A statement file is never replaced: it holds what nothing else holds.
///
/// # Errors
/// [`Code::DiskFull`], [`Code::FileMissing`] (the folder is not there), [`Code::FileRefused`],
/// [`Code::FileExists`] when a statement file stands there.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let shown = path.display().to_string();
    if is_database(path) {
        let detail = "a statement file of this name is there and is not replaced; choose another";
        return Err(Failure::new(Code::FileExists, format!("write \"{shown}\""), detail)
            .with("file", &shown));
    }
    let failed = |error: std::io::Error| {
        super::failures::from_io(&error, format!("write \"{shown}\"")).with("file", &shown)
    };
    // A link leads to the file that is meant; a device or a pipe is written to, not replaced.
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let path = real.as_path();
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let mut open = std::fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
        return open.write_all(bytes).map_err(failed);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.exists() {
        let detail = "there is no such folder; make it first, or name another";
        return Err(Failure::new(Code::FileMissing, format!("write \"{shown}\""), detail)
            .with("file", &shown));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rostrum-").suffix(".part");
    #[cfg(unix)]
    {
        // As any document the user makes: what the umask allows, or what the old one allowed.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut part = builder.tempfile_in(folder).map_err(failed)?;
    if let Ok(old) = std::fs::metadata(path) {
        part.as_file().set_permissions(old.permissions()).map_err(failed)?;
    }
    part.write_all(bytes).map_err(failed)?;
    part.as_file().sync_all().map_err(failed)?;
    part.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Tells whether a file is a database, as statement files are.
fn is_database(path: &Path) -> bool {
    const MARK: &[u8] = b"SQLite format 3\0";
    let mut first = [0; MARK.len()];
    path.is_file()
        && std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok()
        && first == *MARK
}
