//! Several formats into one folder, and what would be written there.

use std::path::Path;
use std::sync::Arc;

use rostrum_core::finding::Finding;
use rostrum_core::ports::Progress as _;
use rostrum_core::render::{Composed, comment_table};
use rostrum_core::submit::{document_name, with_suffix};
use rostrum_pages::{look_over, wants_chinese};

use super::Desk;
use super::exports::{FORMATS, Ground, LAID_OUT, set_look};
use super::handover::name_pattern;
use super::shown::{as_files, folder_of};
use super::wire::{
    ExportAllRequest, ExportFailure, ExportPlan, ExportPlanRequest, ExportedAll, ExportedOne,
    PlannedExport,
};
use crate::failure::{Code, Failure};
use crate::fonts::fonts;

impl Desk {
    /// Shows what an export would write: every format with its name and findings, those the
    /// call takes first. Nothing is written.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an unknown layout.
    pub fn export_plan(&self, request: ExportPlanRequest) -> Result<ExportPlan, Failure> {
        let mut ground = self.ground(&request.file, &request.layout)?;
        if let Some(tracked) = ground.tracked.then(|| ground.tracked().ok()).flatten() {
            ground.composed = Composed { document: tracked.document(), findings: tracked.findings };
        }
        let allowed = allowed(&ground);
        let mut files: Vec<PlannedExport> = FORMATS
            .iter()
            .map(|format| {
                let name = self.file_name(&ground, format, &request.layout);
                let there =
                    !request.folder.is_empty() && Path::new(&request.folder).join(&name).exists();
                PlannedExport {
                    format: (*format).to_owned(),
                    allowed: allowed.contains(format),
                    has_layout: LAID_OUT.contains(format),
                    exists: there,
                    folder: pictures_beside(&ground, format, &name),
                    findings: own_findings(&ground, format),
                    name,
                }
            })
            .collect();
        files.sort_by_key(|file| !file.allowed);
        let beside = Path::new(&request.file).parent().map(|folder| folder.display().to_string());
        Ok(ExportPlan {
            stated: ground.call.format.files.is_some(),
            files,
            findings: ground.composed.findings,
            beside: beside.unwrap_or_default(),
        })
    }

    /// Writes several formats into one folder.
    ///
    /// Everything is made before the first file is written: cancelling leaves nothing behind,
    /// and is heeded at once, also in the middle of a format.
    /// A format that cannot be written is told and keeps none of the others back.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an unknown format, layout or style; [`Code::Cancelled`].
    pub fn export_all(&self, request: ExportAllRequest) -> Result<ExportedAll, Failure> {
        let job = self.jobs.start(&request.job, self.events.as_ref());
        let mut ground = self.ground(&request.file, &request.layout)?;
        set_look(&mut ground.composed, &request.style)?;
        let formats = chosen(&ground, &request.formats)?;
        let ground = Arc::new(ground);
        let plain = if ground.tracked || request.layout == "table" {
            Some(Arc::new(self.ground(&request.file, "prose")?))
        } else {
            None
        };
        let of = |format: &str| match &plain {
            Some(plain) if !LAID_OUT.contains(&format) => plain,
            _ => &ground,
        };
        let total = formats.len() as u32;
        let (mut made, mut failures) = (Vec::new(), Vec::new());
        for (done, format) in (0..).zip(&formats) {
            job.step(format, done, total);
            let name = self.file_name(&ground, format, &request.layout);
            let (of, style, format) = (Arc::clone(of(format)), request.style.clone(), *format);
            match job.interruptible(move || of.rendered(format, &style, &name)) {
                Some(Ok(rendered)) => made.push((format, rendered)),
                Some(Err(failure)) => failures.push(failed(format, failure)),
                None => {
                    return Err(Failure::new(
                        Code::Cancelled,
                        "write the documents",
                        "it was cancelled; nothing was written",
                    ));
                }
            }
        }
        let folder = Path::new(&request.folder);
        if folder.is_file() {
            let attempt = format!("write into the folder \"{}\"", request.folder);
            let detail = "it is a file; several documents go into a folder: name another";
            return Err(
                Failure::new(Code::FileExists, attempt, detail).with("file", &request.folder)
            );
        }
        std::fs::create_dir_all(folder).map_err(|error| {
            super::failures::from_io(&error, format!("make the folder \"{}\"", request.folder))
                .with("file", &request.folder)
        })?;
        let mut files = Vec::new();
        for (format, rendered) in made {
            let name = self.file_name(&ground, format, &request.layout);
            let out = folder.join(name).to_string_lossy().into_owned();
            match self.written(&request.file, of(format), format, rendered, &out) {
                Ok(exported) => files.push(ExportedOne { format: format.to_owned(), exported }),
                Err(failure) => failures.push(failed(format, failure)),
            }
        }
        job.step("", total, total);
        Ok(ExportedAll { folder: request.folder, files, failures })
    }

    /// Returns the name of a file by the call's pattern; what is not the usual document of its
    /// ending says so.
    fn file_name(&self, ground: &Ground, format: &str, layout: &str) -> String {
        let statement = &ground.statement;
        let pattern = name_pattern(&ground.call, &ground.drafts, statement);
        let now = self.now();
        let year = now.get(..4).unwrap_or_default();
        let ending = if format == "form" { "txt" } else { format };
        let name = document_name(
            pattern.as_deref(),
            &statement.organisation,
            &statement.title,
            year,
            ending,
        );
        match (format, layout) {
            ("form", _) => with_suffix(&name, "form"),
            ("csv" | "xlsx", _) => with_suffix(&name, "comments"),
            (format, "table" | "tracked") if LAID_OUT.contains(&format) => {
                with_suffix(&name, layout)
            }
            _ => name,
        }
    }
}

fn failed(format: &str, failure: Failure) -> ExportFailure {
    ExportFailure { format: format.to_owned(), failure: failure.with("format", format) }
}

/// Returns the formats that the call takes and Rostrum writes; Word where none is stated.
fn allowed(ground: &Ground) -> Vec<&'static str> {
    let Some(stated) = &ground.call.format.files else { return vec!["docx"] };
    FORMATS.into_iter().filter(|format| stated.value.iter().any(|file| file == format)).collect()
}

fn chosen(ground: &Ground, wanted: &[String]) -> Result<Vec<&'static str>, Failure> {
    let allowed = allowed(ground);
    for word in wanted {
        if !FORMATS.contains(&word.as_str()) && word != "all" && word != "allowed" {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("write a file of the kind \"{word}\""),
                format!("use one of {}, allowed or all", FORMATS.join(", ")),
            )
            .with("field", "format"));
        }
    }
    let has = |word: &str| wanted.iter().any(|wanted| wanted == word);
    let chosen: Vec<&str> = FORMATS
        .into_iter()
        .filter(|format| has("all") || has(format) || has("allowed") && allowed.contains(format))
        .collect();
    if chosen.is_empty() {
        return Err(Failure::new(
            Code::ValueRefused,
            "write the documents",
            "no format is chosen, or the call takes none that Rostrum writes; name one",
        )
        .with("field", "format"));
    }
    Ok(chosen)
}

/// Returns the folder that a format writes beside its file, for pictures that it cannot hold.
fn pictures_beside(ground: &Ground, format: &str, name: &str) -> String {
    let wanted =
        format == "md" && !as_files(&ground.composed.document, &ground.pictures).is_empty();
    if wanted { folder_of(Path::new(name)) } else { String::new() }
}

/// Returns what should be known about one format beside the text itself.
fn own_findings(ground: &Ground, format: &str) -> Vec<Finding> {
    let Ground { statement, call, drafts, composed, .. } = ground;
    match format {
        "pdf" => {
            let document = &composed.document;
            look_over(document, fonts(wants_chinese(document)))
        }
        "csv" | "xlsx" => comment_table(statement, call, drafts).findings(),
        _ => Vec::new(),
    }
}
