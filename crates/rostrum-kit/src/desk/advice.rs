//! What helps a person to answer: conflicts, look-alikes, openings.

use rostrum_core::model::Draft;
use rostrum_core::model::response::Target;
use rostrum_core::respond::conflicts::conflicts;
use rostrum_core::respond::look_alikes::{look_alikes, transplanted};
use rostrum_core::respond::openings::{Openings, openings};
use rostrum_core::revise::words::diff;

use super::Desk;
use super::wire::{
    Conflicts, DraftRequest, FileRequest, LookAlikeRow, LookAlikes, LookAlikesRequest,
};
use crate::failure::{Code, Failure};

impl Desk {
    /// Finds the responses that cannot both be followed.
    pub fn conflicts(&self, request: FileRequest) -> Result<Conflicts, Failure> {
        self.with(&request.file, |open| {
            let statement = open.statement();
            Ok(Conflicts { conflicts: conflicts(&statement.responses, &open.drafts) })
        })
    }

    /// Finds the paragraphs of a draft that read much like one of them, with the proposal in
    /// their words where it fits exactly.
    pub fn look_alikes(&self, request: LookAlikesRequest) -> Result<LookAlikes, Failure> {
        self.with(&request.file, |open| {
            let draft = draft_of(&open.drafts, &request.draft)?;
            let own = draft.block(&request.block).ok_or_else(|| {
                Failure::new(
                    Code::NotFound,
                    "look for similar paragraphs",
                    "the draft has no such paragraph",
                )
                .with("name", &request.block)
            })?;
            let found = look_alikes(draft, &own.id)
                .into_iter()
                .filter_map(|found| {
                    let other = draft.block(&found.block)?;
                    Some(LookAlikeRow {
                        target: Target {
                            draft: request.draft.clone(),
                            block: other.id.clone(),
                            label: other.label.clone().unwrap_or_default(),
                            text: other.text.clone(),
                        },
                        likeness: found.likeness,
                        marks: diff(&own.text, &other.text),
                        proposal: transplanted(&own.text, &request.proposal, &other.text),
                    })
                })
                .collect();
            Ok(LookAlikes { found })
        })
    }

    /// Lists what a draft recommends and calls for, and who is named there.
    pub fn openings(&self, request: DraftRequest) -> Result<Openings, Failure> {
        self.with(&request.file, |open| Ok(openings(draft_of(&open.drafts, &request.draft)?)))
    }
}

/// Finds a draft by its id; an empty one means the newest.
pub(super) fn draft_of<'d>(drafts: &'d [(String, Draft)], id: &str) -> Result<&'d Draft, Failure> {
    drafts
        .iter()
        .rev()
        .find(|(known, _)| id.is_empty() || known == id)
        .map(|(_, draft)| draft)
        .ok_or_else(|| {
            let (detail, name) = if id.is_empty() {
                ("the statement has no draft yet; add it with `rostrum draft add`", "draft")
            } else {
                ("the statement has no draft with this id", id)
            };
            Failure::new(Code::NotFound, "find the draft", detail).with("name", name)
        })
}
