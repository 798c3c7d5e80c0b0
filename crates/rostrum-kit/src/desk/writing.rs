//! The body and the head of a statement, and undo.

use rostrum_core::coauthor::{Change, Settled, sections};
use rostrum_core::finding::{Edit, Finding};
use rostrum_core::model::Call;

use super::Desk;
use super::checks::{Text, mended};
use super::open::Open;
use super::wire::{FileRequest, HeaderRequest, MendRequest, SectionRequest, Workspace};
use crate::failure::{Code, Failure};

/// A section that was written.
#[derive(Debug)]
pub struct SectionWritten {
    /// The statement after that.
    pub workspace: Workspace,
    /// Heading of the section as it stands in the body.
    pub heading: String,
    /// What became of the headings of the text.
    pub settled: Settled,
}

impl Desk {
    /// Sets title, organisation, language or a header field of the call.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the call has no such field.
    pub fn header_set(&self, request: HeaderRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            let own = ["title", "organisation", "language"].contains(&request.field.as_str());
            let of_call = open.call.header_fields.iter().any(|field| field.id == request.field);
            if !own && !of_call {
                return Err(Failure::new(
                    Code::NotFound,
                    format!("set the field \"{}\"", request.field),
                    "the call has no such field",
                )
                .with("name", &request.field));
            }
            let change = open.shared.set_head(&request.field, request.value.trim());
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Replaces the text of one section; a section the body lacks is added at its end.
    ///
    /// # Errors
    /// [`Code::NotFound`] when neither the call nor the body has such a section.
    pub fn section_write(&self, request: SectionRequest) -> Result<Workspace, Failure> {
        self.section_settled(request).map(|written| written.workspace)
    }

    /// Does what [`Desk::section_write`] does, and tells what became of the text's headings.
    ///
    /// # Errors
    /// As there.
    pub fn section_settled(&self, request: SectionRequest) -> Result<SectionWritten, Failure> {
        // Text that comes from Windows has a mark before it and two characters at a line's end.
        let text = request.text.strip_prefix('\u{feff}').unwrap_or(&request.text);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut told = (String::new(), Settled::default());
        self.change(&request.file, |open| {
            let own = sections(&open.shared.statement().body);
            let wanted = request.section.trim().to_lowercase();
            let heading = match open.call.section(&request.section) {
                Some(section) => section.heading.clone(),
                None => match own.iter().find(|own| own.to_lowercase() == wanted) {
                    Some(own) => own.clone(),
                    None => return Err(unknown_section(&request.section, &open.call, &own)),
                },
            };
            let (change, settled) = open.shared.write_section(&heading, &text);
            open.note(change);
            told = (heading, settled);
            Ok(())
        })?;
        let (heading, settled) = told;
        Ok(SectionWritten { workspace: self.workspace_of(&request.file)?, heading, settled })
    }

    /// Applies the edits of a finding to the body, or to rationale or proposal of a response.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the finding no longer stands: the text has changed since.
    pub fn finding_mend(&self, request: MendRequest) -> Result<Workspace, Failure> {
        self.spelling_ready(&request.file)?;
        let now = self.clock.now();
        self.change(&request.file, |open| {
            let (report, _) = open.checked(&open.statement(), now)?;
            let wanted = &request.finding;
            let stands = report.findings.iter().any(|finding| {
                finding.code == wanted.code
                    && finding.place == wanted.place
                    && (finding.edits == wanted.edits || chosen(finding, &wanted.edits))
            });
            if !stands || wanted.edits.is_empty() {
                return Err(Failure::new(
                    Code::NotFound,
                    "mend a finding",
                    "the text has changed since it was found; check again",
                )
                .with("name", &wanted.code));
            }
            let change = match Text::of(&wanted.place) {
                Some(Text::Body) => open.shared.edit_body(&wanted.edits)?,
                Some(text @ (Text::Rationale(_) | Text::Proposal(_))) => {
                    mended_response(open, &text, &wanted.edits)?
                }
                None => return Err(not_mendable(&wanted.code)),
            };
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Takes back the last change made here outside the body.
    pub fn undo(&self, request: FileRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            let change = open.shared.undo();
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Brings back what was last undone.
    pub fn redo(&self, request: FileRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            let change = open.shared.redo();
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }
}

/// Tells whether the edits put another word, chosen by a person, where a word is misspelt.
fn chosen(finding: &Finding, edits: &[Edit]) -> bool {
    let [edit] = edits else { return false };
    finding.name == "spelling"
        && finding.place.start == Some(edit.start)
        && finding.place.end == Some(edit.end)
}

fn mended_response(open: &mut Open, text: &Text, edits: &[Edit]) -> Result<Change, Failure> {
    let (Text::Rationale(id) | Text::Proposal(id)) = text else { return Err(not_mendable("")) };
    let mut responses = open.shared.statement().responses;
    let response =
        responses.iter_mut().find(|response| response.id == *id).ok_or_else(|| not_mendable(id))?;
    mended(response, text, edits)?;
    Ok(open.shared.put_response(response))
}

fn not_mendable(what: &str) -> Failure {
    Failure::new(Code::NotFound, "mend a finding", "it has to be mended by hand").with("name", what)
}

fn unknown_section(name: &str, call: &Call, own: &[String]) -> Failure {
    let mut known: Vec<String> = Vec::new();
    for section in &call.sections {
        known.push(if section.id.eq_ignore_ascii_case(&section.heading) {
            section.heading.clone()
        } else {
            format!("{} ({})", section.heading, section.id)
        });
    }
    known.extend(own.iter().filter(|own| call.section(own).is_none()).cloned());
    Failure::new(
        Code::NotFound,
        format!("write the section \"{name}\""),
        format!("the statement has these sections: {}", known.join("; ")),
    )
    .with("name", name)
}
