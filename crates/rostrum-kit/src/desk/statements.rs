//! Statement files: made, opened, shared, merged.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::Call;
use rostrum_core::model::call::SectionHolds;
use rostrum_core::skeletons::with_skeletons;

use super::Desk;
use super::open::Open;
use super::wire::{
    Done, FileRequest, MergeReport, MergeRequest, NewStatementRequest, ShareRequest, Workspace,
};
use crate::failure::Failure;
use crate::store::{OtherCopy, StatementFile, Strangers};
use crate::templates;

/// What a merge brought, before it is shown.
pub struct Merged {
    /// Changes that only the first copy had.
    pub edits_from_a: u32,
    /// Changes that only the second copy had.
    pub edits_from_b: u32,
    /// SHA-256 of the merged text.
    pub sha256: String,
}

impl Desk {
    /// Starts a statement from a call and opens it.
    ///
    /// # Errors
    /// [`Code::FileExists`] when the file is there; [`Code::CallUnknown`].
    pub fn statement_new(&self, request: NewStatementRequest) -> Result<Workspace, Failure> {
        let call = self.call(&request.call)?;
        let skeleton = super::skeletons::known(&request.skeleton)?;
        let with = with_skeletons(&call, &request.skeleton, &[], templates::skeletons());
        let path = PathBuf::from(&request.file);
        let now = self.now();
        // The number is of no weight: the state is read anew under a fresh one.
        let mut shared = SharedStatement::new(1);
        let title = if request.title.trim().is_empty() { &call.name } else { &request.title };
        for (field, value) in [
            ("title", title.trim()),
            ("organisation", request.organisation.trim()),
            ("language", "en"),
            ("call", &call.id),
            ("skeleton", skeleton.map_or("", |skeleton| &skeleton.id)),
        ] {
            // What is changed here reaches the disk as one state below.
            let _ = shared.set_head(field, value);
        }
        let _ = shared.set_body(&skeleton_body(&with));
        let toml = self.call_text(&request.call)?;
        let made = StatementFile::create_with(&path, |file| {
            file.put_call(&call.id, &toml, &now)?;
            file.append(&shared.state(), &now)
        })?;
        drop(made);
        self.remember(&request.file);
        self.workspace_of(&request.file)
    }

    /// Opens a statement file.
    pub fn statement_open(&self, request: FileRequest) -> Result<Workspace, Failure> {
        let workspace = self.workspace_of(&request.file)?;
        self.remember(&request.file);
        Ok(workspace)
    }

    /// Closes a statement file; fine when it is not open.
    pub fn statement_close(&self, request: FileRequest) -> Result<Done, Failure> {
        self.registry().remove(&request.file);
        self.previews.forget(&request.file);
        self.page_counts.forget(&request.file);
        Ok(Done {})
    }

    /// Writes a copy for partners: shared text and drafts, nothing private.
    pub fn statement_share(&self, request: ShareRequest) -> Result<Done, Failure> {
        self.with(&request.file, |open| {
            open.file.copy_for_partners(&open.shared, Path::new(&request.out))?;
            Ok(Done {})
        })
    }

    /// Takes in what a partner changed in a copy.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] when the copy is of another statement.
    pub fn statement_merge(&self, request: MergeRequest) -> Result<MergeReport, Failure> {
        let merged = self.take_in(&request.file, &request.other)?;
        Ok(MergeReport {
            edits_from_a: merged.edits_from_a,
            edits_from_b: merged.edits_from_b,
            sha256: merged.sha256,
            workspace: self.workspace_of(&request.file)?,
        })
    }

    /// Merges two copies into a new file; neither copy is changed.
    pub fn merge_into(&self, a: &str, b: &str, out: &str) -> Result<Merged, Failure> {
        OtherCopy::read(Path::new(a))?.copy_whole(Path::new(out))?;
        let merged = self.take_in(out, b);
        self.registry().remove(out);
        if merged.is_err() {
            // The copy was made by this very call and holds nothing of its own.
            let _ = std::fs::remove_file(out);
        }
        merged
    }

    fn take_in(&self, file: &str, other: &str) -> Result<Merged, Failure> {
        let theirs = Path::new(other);
        let now = self.now();
        self.with(file, |open| {
            let before = open.shared.state_vector();
            let merged = open.file.merge(&mut open.shared, theirs, Strangers::Refuse, &now)?;
            open.saved.clone_from(&now);
            open.read_drafts()?;
            open.copies.retain(|copy| copy != theirs);
            let update = open.shared.diff(&before)?;
            self.events.changed(file, &BASE64_STANDARD.encode(update));
            let sha256 = open.text_sha256(&open.statement());
            Ok(Merged {
                edits_from_a: merged.edits_from_a,
                edits_from_b: merged.edits_from_b,
                sha256,
            })
        })
    }

    /// Works on an open statement; a file that is not open yet is opened.
    pub(super) fn with<T>(
        &self,
        file: &str,
        work: impl FnOnce(&mut Open) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let open = self.opened(file)?;
        let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
        open.refit();
        open.fit_call();
        work(&mut open)
    }

    /// Looks at a statement; one that is not open is not left open.
    pub(super) fn with_closed<T>(
        &self,
        file: &str,
        work: impl FnOnce(&mut Open) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        if self.is_open(file) {
            return self.with(file, work);
        }
        work(&mut Open::from_file(Path::new(file), self.shelf.clone())?)
    }

    /// Changes an open statement and keeps the change on the disk before it returns.
    pub(super) fn change(
        &self,
        file: &str,
        work: impl FnOnce(&mut Open) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let now = self.now();
        let update = self.with(file, |open| {
            let before = open.shared.state_vector();
            let done = work(open);
            // Even a refused request may have changed something: nothing stays unsaved.
            open.keep(&now)?;
            done?;
            open.shared.diff(&before).map_err(Failure::from)
        })?;
        self.events.changed(file, &BASE64_STANDARD.encode(update));
        Ok(())
    }

    fn opened(&self, file: &str) -> Result<Arc<Mutex<Open>>, Failure> {
        if let Some(open) = self.registry().get(file) {
            return Ok(Arc::clone(open));
        }
        let open = Arc::new(Mutex::new(Open::from_file(Path::new(file), self.shelf.clone())?));
        self.registry().insert(file.to_owned(), Arc::clone(&open));
        Ok(open)
    }

    /// Tells whether a statement file is open here.
    pub(super) fn is_open(&self, file: &str) -> bool {
        self.registry().contains_key(file)
    }

    fn registry(&self) -> MutexGuard<'_, std::collections::BTreeMap<String, Arc<Mutex<Open>>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the body a new statement starts with: the headings of its sections.
pub(super) fn skeleton_body(call: &Call) -> String {
    let mut body = String::new();
    for section in &call.sections {
        if section.holds != SectionHolds::Signatories {
            body.push_str(&format!("# {}\n\n", section.heading));
        }
    }
    body
}
