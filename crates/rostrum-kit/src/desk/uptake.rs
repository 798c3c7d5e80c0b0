//! What of our proposals stands in a later text.

use std::path::Path;

use rostrum_core::model::response::TakenUp;
use rostrum_core::model::{Draft, PictureBytes, Statement};
use rostrum_core::render;
use rostrum_core::revise::uptake::report::{Report, csv, document, tallies};
use rostrum_core::revise::uptake::uptake;

use super::open::Open;
use super::wire::{
    Exported, TakenUpRequest, UptakeReportRequest, UptakeRequest, UptakeView, Workspace,
};
use super::{Desk, exports, sha256};
use crate::failure::{Code, Failure};

const ATTEMPT: &str = "look for your proposals in a later text";

/// The later text: one of the statement's drafts, or one that was only read.
struct Later {
    id: String,
    name: String,
    draft: Draft,
}

impl Desk {
    /// Shows what of our proposals stands in a later text of the statement.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the statement lacks the draft.
    pub fn uptake_show(&self, request: UptakeRequest) -> Result<UptakeView, Failure> {
        self.with(&request.file, |open| Ok(view(open, &kept(open, &request.draft)?).1))
    }

    /// Shows what of our proposals stands in a text that the statement has or that is only
    /// read: `later` is the id of a draft, the beginning of one, or the path of a file.
    ///
    /// # Errors
    /// What reading a draft fails with; [`Code::NotFound`] when there is no such file either.
    pub fn uptake_of(
        &self,
        file: &str,
        later: &str,
        password: &str,
    ) -> Result<UptakeView, Failure> {
        let later = self.later(file, later, password)?;
        self.with(file, |open| Ok(view(open, &later).1))
    }

    /// Writes the report on what stands in a later text of the statement.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the statement lacks the draft; [`Code::ValueRefused`] for an
    /// ending that is none of docx, csv and html.
    pub fn uptake_report(&self, request: UptakeReportRequest) -> Result<Exported, Failure> {
        let later = self.with(&request.file, |open| kept(open, &request.draft))?;
        self.uptake_written(&request.file, &later, &request.out)
    }

    /// Writes the report on a text that is named as for [`Desk::uptake_of`].
    pub fn uptake_report_of(
        &self,
        file: &str,
        later: &str,
        password: &str,
        out: &str,
    ) -> Result<Exported, Failure> {
        let later = self.later(file, later, password)?;
        self.uptake_written(file, &later, out)
    }

    /// Records whether an idea was taken up, as a person judges it.
    ///
    /// # Errors
    /// [`Code::NotFound`] for a response that is not there; [`Code::ValueRefused`] for an
    /// answer that is none of yes, partly and no.
    pub fn taken_up_set(&self, request: TakenUpRequest) -> Result<Workspace, Failure> {
        let attempt = "record whether an idea was taken up";
        if !["", "yes", "partly", "no"].contains(&request.answer.as_str()) {
            let remedy = "answer yes, partly or no; nothing takes the answer back";
            return Err(Failure::new(Code::ValueRefused, attempt, remedy).with("field", "answer"));
        }
        self.change(&request.file, |open| {
            let mut statement = open.shared.statement();
            let response = statement.responses.iter_mut().find(|r| r.id == request.response);
            let response = response.ok_or_else(|| {
                Failure::new(Code::NotFound, attempt, "the statement has no such response")
                    .with("name", &request.response)
            })?;
            let said = !request.answer.is_empty() || !request.note.trim().is_empty();
            response.taken_up = said.then(|| TakenUp {
                answer: request.answer.clone(),
                note: request.note.trim().to_owned(),
            });
            let change = open.shared.put_response(response);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Finds a later text among the statement's drafts, or reads it from a file.
    fn later(&self, file: &str, later: &str, password: &str) -> Result<Later, Failure> {
        if !Path::new(later).exists() {
            return self.with(file, |open| kept(open, later));
        }
        let draft = self.draft_read(later, password, "uptake")?;
        let bytes = super::loose::read_file(Path::new(later), super::drafts::MOST_BYTES)?;
        let name = Path::new(later).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = called(&draft, &name);
        Ok(Later { id: sha256(&bytes), name, draft })
    }

    fn uptake_written(&self, file: &str, later: &Later, out: &str) -> Result<Exported, Failure> {
        let ending = Path::new(out).extension().map(|e| e.to_string_lossy().to_lowercase());
        let ending = ending.unwrap_or_default();
        if !["docx", "csv", "html"].contains(&ending.as_str()) {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("write the report \"{out}\""),
                "end the name with .docx, .csv or .html",
            )
            .with("field", "out"));
        }
        let bytes = self.with(file, |open| {
            let (statement, view) = view(open, later);
            let report = Report { statement: &statement, uptake: &view.uptake, later: &later.name };
            match ending.as_str() {
                "csv" => Ok(csv(&report).into_bytes()),
                "html" => Ok(render::html(&document(&report), &PictureBytes::new()).into_bytes()),
                _ => render::docx(&document(&report), &PictureBytes::new()).map_err(|error| {
                    Failure::new(Code::Internal, "make the Word document", error)
                        .with("name", "docx")
                }),
            }
        })?;
        exports::write_whole(Path::new(out), &bytes)?;
        Ok(Exported {
            file: out.to_owned(),
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        })
    }
}

fn view(open: &Open, later: &Later) -> (Statement, UptakeView) {
    let statement = open.statement();
    let uptake = uptake(&statement, &open.drafts, (&later.id, &later.draft));
    let tallies = tallies(&statement, &uptake);
    let view = UptakeView { later: later.name.clone(), uptake, tallies };
    (statement, view)
}

/// Finds a draft of the statement by its id or the beginning of one.
fn kept(open: &Open, id: &str) -> Result<Later, Failure> {
    let named: Vec<&(String, Draft)> =
        open.drafts.iter().filter(|(known, _)| !id.is_empty() && known.starts_with(id)).collect();
    let [(id, draft)] = named[..] else {
        let remedy = match named.len() {
            0 => {
                "there is no such file, and the statement has no draft with this id; \
                  `rostrum draft list` shows them"
            }
            _ => "several drafts begin with this id; give more of it",
        };
        return Err(Failure::new(Code::NotFound, ATTEMPT, remedy).with("name", id));
    };
    let name = open.cards.iter().find(|card| card.id == *id).map(|card| card.name.clone());
    let name = called(draft, &name.unwrap_or_default());
    Ok(Later { id: id.clone(), name, draft: draft.clone() })
}

/// Names a text as people call it: by its state, or by its file.
fn called(draft: &Draft, name: &str) -> String {
    let said: Vec<&str> =
        [&draft.symbol, &draft.revision].into_iter().flatten().map(String::as_str).collect();
    if said.is_empty() { name.to_owned() } else { said.join(", ") }
}
