//! The shipped example: an invented zero draft and a sample statement on it.

use std::path::{Path, PathBuf};

use rostrum_core::cite;
use rostrum_core::model::response::Priority;
use rostrum_core::model::{Response, ResponseKind, Signatory};
use serde::Deserialize;

use super::Desk;
use super::wire::{FileRequest, NewStatementRequest, Nothing, Workspace};
use crate::failure::{Code, Failure};
use crate::templates::example;

/// The sample statement as open data: `templates/example/statement.toml`.
#[derive(Debug, Deserialize)]
struct Sample {
    call: String,
    title: String,
    organisation: String,
    responses: Vec<SampleResponse>,
    signatories: Vec<SampleSignatory>,
}

#[derive(Debug, Deserialize)]
struct SampleResponse {
    kind: ResponseKind,
    to: Vec<String>,
    priority: Priority,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    proposal: String,
    #[serde(default)]
    rationale: String,
    #[serde(default)]
    sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct SampleSignatory {
    organisation: String,
    country: String,
    region: String,
    group: String,
}

impl Desk {
    /// Copies the shipped sample to the user's folder, once, and opens it.
    pub fn sample_open(&self, _: Nothing) -> Result<Workspace, Failure> {
        let path = self.sample_path();
        let file = path.to_string_lossy().into_owned();
        if !path.exists() {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(|error| {
                    super::failures::from_io(
                        &error,
                        format!("make the folder \"{}\"", folder.display()),
                    )
                    .with("file", folder.display())
                })?;
            }
            self.sample_write(&file)?;
        }
        self.statement_open(FileRequest { file })
    }

    /// Writes the sample statement to a new file.
    pub fn sample_write(&self, file: &str) -> Result<Workspace, Failure> {
        let sample: Sample = toml::from_str(example::STATEMENT)
            .map_err(|error| Failure::new(Code::Internal, "read the shipped sample", error))?;
        self.statement_new(NewStatementRequest {
            file: file.to_owned(),
            call: sample.call,
            title: sample.title,
            organisation: sample.organisation,
            skeleton: String::new(),
        })?;
        let draft = self.draft_take(file, example::DRAFT_NAME, example::DRAFT, "", "sample")?;
        self.change(file, |open| {
            let mut changes = vec![
                open.shared.set_body(example::BODY),
                open.shared.set_head("draft", draft.draft.title.as_deref().unwrap_or_default()),
            ];
            for source in cite::read_bibtex(example::SOURCES).sources {
                changes.push(open.shared.put_source(&source));
            }
            for signatory in sample.signatories {
                changes.push(open.shared.put_signatory(&Signatory {
                    id: self.ids.next(),
                    organisation: signatory.organisation,
                    country: signatory.country,
                    region: signatory.region,
                    group: signatory.group,
                    ..Signatory::default()
                }));
            }
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        for said in sample.responses {
            let targets = if said.to.is_empty() {
                Vec::new()
            } else {
                self.targets_labelled(file, &said.to)?
            };
            self.respond(
                file,
                Response {
                    kind: said.kind,
                    targets,
                    proposal: said.proposal.trim().to_owned(),
                    rationale: said.rationale.trim().to_owned(),
                    priority: said.priority,
                    topic: said.topic,
                    sources: said.sources,
                    ..Response::default()
                },
            )?;
        }
        // Opened anew, the sample offers nothing to undo that its reader did not do.
        self.statement_close(FileRequest { file: file.to_owned() })?;
        self.workspace_of(file)
    }

    /// Writes the shipped draft into a folder and returns its path.
    pub fn sample_draft(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = folder.join(example::DRAFT_NAME);
        super::exports::write_whole(&path, example::DRAFT)?;
        Ok(path)
    }

    /// Returns where the sample lies once it was copied.
    pub(super) fn sample_path(&self) -> PathBuf {
        self.places.documents.join("Rostrum sample.rostrum")
    }
}
