//! Drafts: read in a process of their own, kept in the statement.

use std::path::Path;

use rostrum_core::model::{BlockKind, Draft};

use super::wire::{AddDraftRequest, DraftCard, DraftRequest, DraftView};
use super::{Desk, sha256};
use crate::failure::{Code, Failure};
use crate::store::StoredDraft;
use crate::worker;

/// Larger than any draft met so far by a factor of ten; the worker needs several times this.
pub(super) const MOST_BYTES: u64 = 64 * 1024 * 1024;

impl Desk {
    /// Reads a draft without keeping it.
    ///
    /// The bytes are read in a process of their own, under a limit of time and memory.
    pub fn draft_read(&self, path: &str, password: &str, job: &str) -> Result<Draft, Failure> {
        let bytes = super::loose::read_file(Path::new(path), MOST_BYTES)?;
        self.draft_from(&bytes, path, password, job)
    }

    /// Reads a draft and adds it to the statement; the same bytes are added once.
    pub fn draft_add(&self, request: AddDraftRequest) -> Result<DraftView, Failure> {
        let bytes = super::loose::read_file(Path::new(&request.draft), MOST_BYTES)?;
        let name = file_name(&request.draft);
        self.draft_take(&request.file, &name, &bytes, &request.password, &request.job)
    }

    /// Lists the drafts of a statement, oldest first; nothing is checked or counted for it.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn drafts(&self, file: &str) -> Result<Vec<DraftCard>, Failure> {
        self.with(file, |open| Ok(open.cards.clone()))
    }

    /// Shows a draft with its words.
    pub fn draft_show(&self, request: DraftRequest) -> Result<DraftView, Failure> {
        self.with(&request.file, |open| {
            let id = request.draft;
            let card = open.cards.iter().find(|card| card.id == id);
            match (card, open.draft_shown(&id)) {
                (Some(card), Some(draft)) => Ok(DraftView { name: card.name.clone(), draft, id }),
                _ => Err(unknown(&id)),
            }
        })
    }

    /// Reads the bytes of a draft and keeps them in the statement.
    pub(super) fn draft_take(
        &self,
        file: &str,
        name: &str,
        bytes: &[u8],
        password: &str,
        job: &str,
    ) -> Result<DraftView, Failure> {
        let draft = self.draft_from(bytes, name, password, job)?;
        let id = sha256(bytes);
        self.originals.unlocked(&id, password);
        let now = self.now();
        self.with(file, |open| {
            if !open.drafts.iter().any(|(known, _)| *known == id) {
                open.file.put_draft(name, bytes, &draft, &now)?;
                open.read_drafts()?;
                open.saved.clone_from(&now);
                super::carry::number_by(open, &id);
                open.keep(&now)?;
            }
            Ok(DraftView { id: id.clone(), name: name.to_owned(), draft })
        })
    }

    fn draft_from(
        &self,
        bytes: &[u8],
        path: &str,
        password: &str,
        job: &str,
    ) -> Result<Draft, Failure> {
        let job = self.jobs.start(job, self.events.as_ref());
        let password = (!password.is_empty()).then_some(password);
        worker::import(&self.places.worker, bytes, &file_name(path), password, &job)
            .map_err(|error| Failure::from(error).with("file", file_name(path)))
    }
}

/// Says that the statement has no such draft.
pub(super) fn unknown(id: &str) -> Failure {
    Failure::new(Code::NotFound, "show a draft", "the statement has no draft with this id")
        .with("name", id)
}

/// Makes the short form of a draft as it stands after the fixes.
pub(super) fn card(kept: &StoredDraft, draft: &Draft) -> DraftCard {
    let paragraphs = draft.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    DraftCard {
        id: kept.id.clone(),
        name: kept.name.clone(),
        title: draft.title.clone().unwrap_or_default(),
        revision: [&draft.symbol, &draft.revision]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" · "),
        paragraphs: paragraphs.count() as u32,
        unsure: draft.blocks.iter().filter(|b| b.is_unsure()).count() as u32,
        added: kept.added.clone(),
    }
}

pub(super) fn file_name(path: &str) -> String {
    Path::new(path)
        .file_name()
        .map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}
