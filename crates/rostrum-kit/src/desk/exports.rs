//! Documents written for people.

use std::io::Write as _;
use std::path::Path;

use rostrum_core::finding::Finding;
use rostrum_core::model::response::ResponseStatus;
use rostrum_core::model::{Call, Draft, Response, Statement};
use rostrum_core::render::{self, Composed, Composition, Layout};

use super::preview::unmade;
use super::wire::{ExportRequest, Exported};
use super::{Desk, sha256};
use crate::failure::{Code, Failure};
use crate::fonts::fonts;

/// The formats that can be written, by their endings.
pub(super) const FORMATS: [&str; 7] = ["docx", "pdf", "md", "txt", "html", "csv", "json"];

impl Desk {
    /// Writes a rendered document.
    ///
    /// An existing file is replaced only once the new one is whole. Organisations whose
    /// consent does not hold for the present text are not printed.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an unknown format or layout.
    pub fn export(&self, request: ExportRequest) -> Result<Exported, Failure> {
        if request.layout == "tracked" {
            return self.export_tracked(request);
        }
        let layout = layout(&request.layout)?;
        let (made, mut findings) = self.with(&request.file, |open| {
            let statement = open.statement();
            let composed = open.composed(&statement, layout)?;
            let material = Material {
                statement: &statement,
                call: &open.call,
                drafts: &open.drafts,
                day: None,
            };
            let made = rendered(&request.format, &composed, &material)?;
            if request.format == "docx" {
                // Without it a copy that comes back is compared with the present statement.
                super::review::keep_sent(open, &composed.document, &statement).ok();
            }
            Ok((made, composed.findings))
        })?;
        let Rendered { bytes, findings: found, pages } = made;
        findings.extend(found);
        write_whole(Path::new(&request.out), &bytes)?;
        Ok(Exported {
            file: request.out,
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings,
            pages,
        })
    }

    /// Writes the newest draft with the proposals as recorded changes of the organisation.
    fn export_tracked(&self, request: ExportRequest) -> Result<Exported, Failure> {
        let refused = |detail: &str, field: &str| {
            Failure::new(Code::ValueRefused, "write the draft with our changes", detail)
                .with("field", field)
        };
        if matches!(request.format.as_str(), "csv" | "json") {
            let detail = "a table of comments shows no changes; use docx, pdf, html, md or txt";
            return Err(refused(detail, "format"));
        }
        let (made, findings) = self.with(&request.file, |open| {
            if open.drafts.is_empty() {
                return Err(refused("add the draft to the statement first", "layout"));
            }
            let statement = open.statement();
            let tracked = render::tracked(&Composition {
                statement: &statement,
                call: &open.call,
                drafts: &open.drafts,
                layout: Layout::Prose,
                signatories: &[],
            });
            if request.format != "docx" {
                let composed = Composed { document: tracked.document(), findings: Vec::new() };
                let material = Material {
                    statement: &statement,
                    call: &open.call,
                    drafts: &open.drafts,
                    day: None,
                };
                return Ok((rendered(&request.format, &composed, &material)?, tracked.findings));
            }
            let bytes = render::tracked_docx(&tracked).map_err(|error| {
                Failure::new(Code::Internal, "make the Word document", error).with("name", "docx")
            })?;
            Ok((Rendered::from(bytes), tracked.findings))
        })?;
        write_whole(Path::new(&request.out), &made.bytes)?;
        let (bytes, sha256) = (made.bytes.len() as u32, sha256(&made.bytes));
        let findings = findings.into_iter().chain(made.findings).collect();
        Ok(Exported { file: request.out, bytes, sha256, findings, pages: made.pages })
    }
}

/// What a file is made from beside the composed document.
pub(super) struct Material<'a> {
    pub(super) statement: &'a Statement,
    pub(super) call: &'a Call,
    pub(super) drafts: &'a [(String, Draft)],
    /// Day on which the text was frozen; none for a text that may still change.
    pub(super) day: Option<(i16, u8, u8)>,
}

/// A file with what should be known about it.
#[derive(Default)]
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) findings: Vec<Finding>,
    /// Number of pages, where they are fixed.
    pub(super) pages: Option<u32>,
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
    let Material { statement, call, drafts, day } = *material;
    Ok(Rendered::from(match format {
        "pdf" => {
            let fonts = fonts(rostrum_pages::wants_chinese(document));
            let made = rostrum_pages::pdf(document, fonts, day).map_err(unmade)?;
            return Ok(Rendered {
                bytes: made.bytes,
                findings: made.findings,
                pages: Some(made.pages),
            });
        }
        "docx" => render::docx(document).map_err(|error| {
            Failure::new(Code::Internal, "make the Word document", error).with("name", "docx")
        })?,
        "md" => render::markdown(document).into_bytes(),
        "txt" => render::text(document).into_bytes(),
        "html" => render::html(document).into_bytes(),
        "csv" => render::csv(statement, drafts).into_bytes(),
        "json" => {
            let public = public(statement);
            let value = serde_json::json!({ "statement": public, "call": call.id });
            serde_json::to_vec_pretty(&value).map_err(|error| {
                Failure::new(Code::Internal, "write the statement as JSON", error)
            })?
        }
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

/// Writes a file so that it is either the old one or the new one, never half of it.
///
/// # Errors
/// [`Code::DiskFull`], [`Code::FileMissing`] (the folder is not there), [`Code::FileRefused`].
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let shown = path.display().to_string();
    let failed = |error: std::io::Error| {
        super::failures::from_io(&error, format!("write \"{shown}\"")).with("file", &shown)
    };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut part = tempfile::Builder::new()
        .prefix(".rostrum-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(failed)?;
    part.write_all(bytes).map_err(failed)?;
    part.as_file().sync_all().map_err(failed)?;
    part.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
