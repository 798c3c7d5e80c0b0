//! Everything a face shows about an open statement.

use std::time::Duration;

use super::Desk;
use super::open::Open;
use super::wire::{FileRequest, SignatoryRow, Workspace};
use crate::failure::Failure;

/// Longest time that showing a statement waits for its dictionary.
const SHORT_WAIT: Duration = Duration::from_millis(400);

impl Desk {
    /// Shows an open statement.
    pub fn workspace(&self, request: FileRequest) -> Result<Workspace, Failure> {
        self.workspace_of(&request.file)
    }

    pub(super) fn workspace_of(&self, file: &str) -> Result<Workspace, Failure> {
        // Off the lock, and no longer than a person notices: what comes later is found later.
        let tag = self.with(file, |open| Ok(open.shared.statement().language))?;
        self.shelf.wait(&tag, SHORT_WAIT);
        let now = self.clock.now();
        self.with(file, |open| {
            let newer_call = self.newer_call(open)?;
            Ok(Workspace { newer_call, ..view(open, file, now)? })
        })
    }
}

fn view(open: &mut Open, file: &str, now: jiff::Timestamp) -> Result<Workspace, Failure> {
    let statement = open.statement();
    let (report, count) = open.checked(&statement, now)?;
    let contacts = open.file.contacts()?;
    let signatories = open
        .consents(&statement)?
        .into_iter()
        .map(|(signatory, state, endorsement)| SignatoryRow {
            contact: contacts.get(&signatory.id).cloned().unwrap_or_default(),
            signatory,
            state,
            endorsement,
        })
        .collect();
    Ok(Workspace {
        file: file.to_owned(),
        call: open.call.clone(),
        drafts: open.cards.clone(),
        count,
        versions: open.file.versions()?,
        signatories,
        receipts: open.file.receipts()?,
        findings: report.summary,
        saved: open.saved.clone(),
        can_undo: open.shared.can_undo(),
        can_redo: open.shared.can_redo(),
        newer_call: 0,
        copies: open.copies.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        statement,
    })
}
