//! Responses on their way to a new revision: planned, decided, carried in one step.

use std::collections::BTreeMap;
use std::path::Path;

use rostrum_core::coauthor::{Change, edited};
use rostrum_core::finding::Edit;
use rostrum_core::model::{Draft, PictureBytes, Response};
use rostrum_core::render;
use rostrum_core::revise::align::align;
use rostrum_core::revise::carry::{Alignments, CarryPlan, DecisionRefused, apply, carry};
use rostrum_core::revise::compare::compare;
use rostrum_core::revise::references::{Reference, mentions};
use rostrum_core::revise::summary::{Summary, summarise};

use super::open::Open;
use super::wire::{
    CarriedOver, CarryRequest, DraftPlaceRequest, DraftRequest, Exported, SummaryRequest, Workspace,
};
use super::{Desk, sha256};
use crate::failure::{Code, Failure};

impl Desk {
    /// Shows what would become of every response in a draft; nothing is changed.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the statement lacks the draft.
    pub fn carry_plan(&self, request: DraftRequest) -> Result<CarryPlan, Failure> {
        self.with(&request.file, |open| planned(open, &request.draft))
    }

    /// Carries out what was decided; one undo takes all of it back.
    ///
    /// Responses without a decision stay where they are, so that the rest can be decided
    /// another day. With `numbers` the paragraph numbers in body and rationales follow.
    ///
    /// # Errors
    /// [`Code::NotFound`] for a draft or response the statement lacks, [`Code::ValueRefused`]
    /// for a decision that leaves something open; nothing is changed then.
    pub fn carry_apply(&self, request: CarryRequest) -> Result<CarriedOver, Failure> {
        self.change(&request.file, |open| {
            let plan = planned(open, &request.draft)?;
            let statement = open.statement();
            let draft = draft_of(open, &request.draft)?;
            let mut responses: BTreeMap<String, Response> =
                apply(&statement, &plan, draft, &request.decisions)?
                    .into_iter()
                    .map(|response| (response.id.clone(), response))
                    .collect();
            let mut body = Vec::new();
            if request.numbers {
                body = edits(&plan.references, "body", "", "");
                for own in &statement.responses {
                    let kept = responses.get(&own.id).unwrap_or(own);
                    let changed = renumbered(kept, own, &plan.references)?;
                    if changed != *kept {
                        responses.insert(own.id.clone(), changed);
                    }
                }
            }
            let changes = open.shared.as_one(|shared| {
                let mut changes: Vec<Change> =
                    responses.values().map(|response| shared.put_response(response)).collect();
                if request.numbers {
                    changes.push(shared.renumber_body(&body)?);
                    changes.push(shared.set_head("numbered_by", &request.draft));
                }
                Ok::<_, Failure>(changes)
            })?;
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        let draft = request.draft;
        let plan = self.with(&request.file, |open| planned(open, &draft))?;
        Ok(CarriedOver { plan, workspace: self.workspace_of(&request.file)? })
    }

    /// Says which draft another one directly follows.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the statement lacks one of the two.
    pub fn draft_place(&self, request: DraftPlaceRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            draft_of(open, &request.draft)?;
            if !request.after.is_empty() {
                draft_of(open, &request.after)?;
            }
            open.file.place_draft(&request.draft, &request.after)?;
            open.read_drafts()
        })?;
        self.workspace_of(&request.file)
    }

    /// Writes a page on what a new revision brought: what changed, what touches the
    /// responses, what is new where they stand.
    ///
    /// # Errors
    /// [`Code::NotFound`] for a draft the statement lacks, [`Code::ValueRefused`] for another
    /// format, and whatever stands in the way of writing the file.
    pub fn revision_summary(&self, request: SummaryRequest) -> Result<Exported, Failure> {
        let bytes = self.with(&request.file, |open| {
            let plan = planned(open, &request.new)?;
            let (old, new) = (draft_of(open, &request.old)?, draft_of(open, &request.new)?);
            let comparison = compare((&request.old, &request.new), old, new, &align(old, new));
            let statement = open.statement();
            let name = |id: &str, draft: &Draft| {
                let card = open.cards.iter().find(|card| card.id == id);
                let file = card.map_or("", |card| card.name.as_str());
                // Two revisions often have the same title; their files do not.
                let said = draft.revision.as_deref().or(draft.symbol.as_deref());
                said.unwrap_or(file).to_owned()
            };
            page(
                &request.format,
                &Summary {
                    old: &name(&request.old, old),
                    new,
                    new_name: &name(&request.new, new),
                    comparison: &comparison,
                    statement: Some((&statement, &plan)),
                },
            )
        })?;
        written(request.out, &bytes)
    }

    /// Writes a page on what changed between two drafts of no statement.
    ///
    /// # Errors
    /// As [`Desk::revision_summary`].
    pub fn loose_summary(
        &self,
        drafts: (&Draft, &Draft),
        names: (&str, &str),
        format: &str,
        out: &str,
    ) -> Result<Exported, Failure> {
        let (old, new) = drafts;
        let comparison = compare(("old", "new"), old, new, &align(old, new));
        let bytes = page(
            format,
            &Summary {
                old: names.0,
                new,
                new_name: names.1,
                comparison: &comparison,
                statement: None,
            },
        )?;
        written(out.to_owned(), &bytes)
    }
}

/// Notes which draft the numbers in one's own text are of, while nothing has been said yet.
pub(super) fn number_by(open: &mut Open, draft: &str) {
    let statement = open.shared.statement();
    let silent =
        statement.responses.is_empty() && mentions(&statement.body, &statement.language).is_empty();
    if silent {
        let change = open.shared.number_by(draft);
        open.note(change);
    }
}

fn planned(open: &Open, draft: &str) -> Result<CarryPlan, Failure> {
    draft_of(open, draft)?;
    let statement = open.statement();
    let alignments = Alignments::needed(&statement, &open.drafts, draft);
    Ok(carry(&statement, &open.drafts, draft, &alignments))
}

fn draft_of<'a>(open: &'a Open, id: &str) -> Result<&'a Draft, Failure> {
    open.drafts.iter().find(|(known, _)| known == id).map(|(_, draft)| draft).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            "carry responses to a draft",
            "the statement has no draft with this id; add it first",
        )
        .with("name", id)
    })
}

fn edits(references: &[Reference], part: &str, response: &str, field: &str) -> Vec<Edit> {
    references
        .iter()
        .filter(|r| r.place.part == part && r.field == field)
        .filter(|r| r.place.paragraph.as_deref().unwrap_or_default() == response)
        .filter_map(|r| r.edit.clone())
        .collect()
}

/// Returns a response with the numbers in its own words following.
///
/// A decision may have given it other words; those were written against the new draft.
fn renumbered(
    kept: &Response,
    before: &Response,
    references: &[Reference],
) -> Result<Response, Failure> {
    let mut changed = kept.clone();
    if kept.rationale == before.rationale {
        let edits = edits(references, "response", &kept.id, "rationale");
        changed.rationale = edited(&kept.rationale, &edits)?;
    }
    if kept.proposal == before.proposal {
        let edits = edits(references, "response", &kept.id, "proposal");
        changed.proposal = edited(&kept.proposal, &edits)?;
    }
    Ok(changed)
}

fn page(format: &str, summary: &Summary<'_>) -> Result<Vec<u8>, Failure> {
    let document = summarise(summary);
    Ok(match format {
        "docx" => render::docx(&document, &PictureBytes::new()).map_err(|error| {
            Failure::new(Code::Internal, "make the Word document", error).with("name", "docx")
        })?,
        "html" => render::html(&document, &PictureBytes::new()).into_bytes(),
        "md" => render::markdown(&document, "").into_bytes(),
        "txt" => render::text(&document).into_bytes(),
        other => {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("write a summary of the kind \"{other}\""),
                "use docx, html, md or txt",
            )
            .with("field", "format"));
        }
    })
}

fn written(out: String, bytes: &[u8]) -> Result<Exported, Failure> {
    super::exports::write_whole(Path::new(&out), bytes)?;
    Ok(Exported {
        file: out,
        bytes: bytes.len() as u32,
        sha256: sha256(bytes),
        findings: Vec::new(),
        pages: None,
        beside: Vec::new(),
    })
}

impl From<DecisionRefused> for Failure {
    fn from(refused: DecisionRefused) -> Self {
        let (code, id) = match &refused {
            DecisionRefused::Unknown { response } | DecisionRefused::Settled { response } => {
                (Code::NotFound, response)
            }
            DecisionRefused::ChoiceNeeded { response, .. }
            | DecisionRefused::WordingNeeded { response }
            | DecisionRefused::NoParagraph { response } => (Code::ValueRefused, response),
        };
        let id = id.clone();
        Self::new(code, "carry a response", refused).with("name", &id).with("field", "decision")
    }
}
