//! Checks over an open statement, mending what they find, and setting it aside.

use std::collections::BTreeMap;

use rostrum_core::check::{CheckReport, mute_for};
use rostrum_core::coauthor::edited;
use rostrum_core::finding::{Edit, Finding, Place};
use rostrum_core::model::{Mute, Response};

use super::Desk;
use super::open::Open;
use super::wire::{FileRequest, ItemRequest, MendAllRequest, MuteRequest, Workspace};
use crate::failure::{Code, Failure};

impl Desk {
    /// Runs every check.
    pub fn check(&self, request: FileRequest) -> Result<CheckReport, Failure> {
        // Off the lock: whoever writes meanwhile does not wait for a dictionary.
        self.spelling_ready(&request.file)?;
        self.annexes_ready(&request.file)?;
        let now = self.clock.now();
        self.with(&request.file, |open| {
            open.checked(&open.statement(), now).map(|(report, _)| report)
        })
    }

    /// Mends all that a rule, or every rule, found and can mend; one undo takes all of it back.
    ///
    /// Of two findings that would change the same words the first is mended; the other is
    /// found again if it still stands. Nothing to mend is no failure.
    pub fn findings_mend(&self, request: MendAllRequest) -> Result<Workspace, Failure> {
        self.mend_all(&request.file, |finding| {
            request.rule.is_empty() || finding.code == request.rule
        })?;
        self.workspace_of(&request.file)
    }

    /// Mends all the findings a face chooses, as one act, and returns them.
    pub fn mend_all(
        &self,
        file: &str,
        chosen: impl Fn(&Finding) -> bool,
    ) -> Result<Vec<Finding>, Failure> {
        self.spelling_ready(file)?;
        let now = self.clock.now();
        let mut mended = Vec::new();
        self.change(file, |open| {
            let (report, _) = open.checked(&open.statement(), now)?;
            let (texts, done) = edits_by_text(report.findings.into_iter().filter(&chosen));
            mended = done;
            made(open, &texts)
        })?;
        Ok(mended)
    }

    /// Sets a finding aside, with others like it when the scope is wider.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] without a reason or when the scope does not fit the finding,
    /// [`Code::NotFound`] when the finding no longer stands.
    pub fn finding_mute(&self, request: MuteRequest) -> Result<Workspace, Failure> {
        let MuteRequest { file, finding, scope, reason } = request;
        let refused = |detail: &str| {
            Failure::new(Code::ValueRefused, "set a finding aside", detail)
                .with("name", &finding.code)
        };
        if reason.trim().is_empty() {
            return Err(refused("say why, so that partners can follow it"));
        }
        self.spelling_ready(&file)?;
        let now = self.clock.now();
        let id = self.ids.next();
        self.change(&file, |open| {
            let statement = open.statement();
            let (report, _) = open.checked(&statement, now)?;
            let stands = report.findings.iter().any(|found| {
                found.code == finding.code
                    && found.place == finding.place
                    && found.variant == finding.variant
            });
            if !stands {
                return Err(Failure::new(
                    Code::NotFound,
                    "set a finding aside",
                    "the text has changed since it was found; check again",
                )
                .with("name", &finding.code));
            }
            let mute = mute_for(&finding, scope, &statement).ok_or_else(|| {
                refused(
                    "it stands in no section or paragraph; choose the finding itself or its rule",
                )
            })?;
            let mute = Mute { id, reason: reason.trim().to_owned(), ..mute };
            let change = open.shared.put_mute(&mute);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&file)
    }

    /// Lets what was set aside come back.
    ///
    /// # Errors
    /// [`Code::NotFound`] when nothing was set aside under this id.
    pub fn finding_unmute(&self, request: ItemRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            if open.shared.statement().mutes.iter().all(|mute| mute.id != request.id) {
                return Err(Failure::new(
                    Code::NotFound,
                    "let a finding come back",
                    "nothing is set aside under this id; `rostrum check --muted` lists them",
                )
                .with("name", &request.id));
            }
            let change = open.shared.remove_mute(&request.id);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }
}

/// The edits of each text.
type Texts = BTreeMap<Text, Vec<Edit>>;

/// A text that findings can change; that of a response with its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Text {
    Body,
    Rationale(String),
    Proposal(String),
}

impl Text {
    /// Returns the text that a place is in; none where only a person can change it.
    pub(super) fn of(place: &Place) -> Option<Self> {
        match (place.part.as_str(), &place.paragraph) {
            ("body", _) => Some(Self::Body),
            ("response", Some(id)) => Some(Self::Rationale(id.clone())),
            ("proposal", Some(id)) => Some(Self::Proposal(id.clone())),
            _ => None,
        }
    }
}

/// Gathers the edits of findings by the text they change, without those that touch words
/// which an earlier one changes; and returns the findings whose edits are in.
fn edits_by_text(findings: impl Iterator<Item = Finding>) -> (Texts, Vec<Finding>) {
    let mut texts: Texts = BTreeMap::new();
    let mut done = Vec::new();
    for finding in findings.filter(|finding| !finding.edits.is_empty()) {
        let Some(text) = Text::of(&finding.place) else { continue };
        let edits = texts.entry(text).or_default();
        let touched = finding
            .edits
            .iter()
            .any(|new| edits.iter().any(|old| new.start <= old.end && old.start <= new.end));
        if !touched {
            edits.extend(finding.edits.iter().cloned());
            done.push(finding);
        }
    }
    (texts, done)
}

/// Makes the edits as one act.
fn made(open: &mut Open, texts: &Texts) -> Result<(), Failure> {
    let mut responses = open.shared.statement().responses;
    let changes = open.shared.as_one(|shared| {
        let mut changes = Vec::new();
        for (text, edits) in texts {
            let (Text::Rationale(id) | Text::Proposal(id)) = text else {
                changes.push(shared.renumber_body(edits)?);
                continue;
            };
            let Some(response) = responses.iter_mut().find(|r| r.id == *id) else { continue };
            mended(response, text, edits)?;
            changes.push(shared.put_response(response));
        }
        Ok::<_, Failure>(changes)
    })?;
    for change in changes {
        open.note(change);
    }
    Ok(())
}

/// Makes edits in a text of a response.
pub(super) fn mended(response: &mut Response, text: &Text, edits: &[Edit]) -> Result<(), Failure> {
    match text {
        Text::Rationale(_) => response.rationale = edited(&response.rationale, edits)?,
        Text::Proposal(_) => response.proposal = edited(&response.proposal, edits)?,
        Text::Body => {}
    }
    Ok(())
}
