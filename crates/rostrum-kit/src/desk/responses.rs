//! Responses to the paragraphs of a draft.

use rostrum_core::model::Response;
use rostrum_core::model::response::Target;
use rostrum_core::revise::words;

use super::Desk;
use super::wire::{ItemRequest, ResponseRequest, WordRuns, WordingRequest, Workspace};
use crate::failure::{Code, Failure};

impl Desk {
    /// Saves a response; an empty id makes a new one.
    pub fn response_save(&self, request: ResponseRequest) -> Result<Workspace, Failure> {
        self.respond(&request.file, request.response)?;
        self.workspace_of(&request.file)
    }

    /// Saves a response and returns it with its id.
    ///
    /// # Errors
    /// [`Code::NotFound`] when a target or a source is not in the statement.
    pub fn respond(&self, file: &str, mut response: Response) -> Result<Response, Failure> {
        if response.id.is_empty() {
            response.id = self.ids.next();
        }
        self.change(file, |open| {
            let known = open.shared.statement().sources;
            for key in &response.sources {
                if !known.iter().any(|source| source.key == *key) {
                    return Err(Failure::new(
                        Code::NotFound,
                        format!("cite \"{key}\""),
                        "no source has this key; add it first",
                    )
                    .with("name", key));
                }
            }
            for target in &mut response.targets {
                let block = open
                    .drafts
                    .iter()
                    .find(|(id, _)| *id == target.draft)
                    .and_then(|(_, draft)| draft.block(&target.block))
                    .ok_or_else(|| {
                        Failure::new(
                            Code::NotFound,
                            format!("respond to paragraph \"{}\"", target.label),
                            "no draft of the statement has it",
                        )
                        .with("name", &target.label)
                    })?;
                if target.text.is_empty() {
                    block.text.clone_into(&mut target.text);
                }
                if target.label.is_empty() {
                    target.label = block.label.clone().unwrap_or_default();
                }
            }
            let change = open.shared.put_response(&response);
            open.note(change);
            Ok(())
        })?;
        Ok(response)
    }

    /// Finds paragraphs of the newest draft by their labels.
    ///
    /// # Errors
    /// [`Code::NotFound`] names the first label that no paragraph has.
    pub fn targets_labelled(&self, file: &str, labels: &[String]) -> Result<Vec<Target>, Failure> {
        self.with(file, |open| {
            let Some((id, draft)) = open.drafts.last() else {
                return Err(Failure::new(
                    Code::NotFound,
                    "find a paragraph",
                    "the statement has no draft yet; add it with `rostrum draft add`",
                )
                .with("name", labels.first().map_or("", String::as_str)));
            };
            labels
                .iter()
                .map(|label| {
                    let block = draft.labelled(label).ok_or_else(|| {
                        Failure::new(
                            Code::NotFound,
                            format!("find paragraph \"{label}\""),
                            "the draft has no paragraph with this label; `rostrum import` lists them",
                        )
                        .with("name", label)
                    })?;
                    Ok(Target {
                        draft: id.clone(),
                        block: block.id.clone(),
                        label: block.label.clone().unwrap_or_default(),
                        text: block.text.clone(),
                    })
                })
                .collect()
        })
    }

    /// Takes a response out; undo brings it back.
    pub fn response_remove(&self, request: ItemRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            let change = open.shared.remove_response(&request.id);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Shows how one wording becomes another.
    pub fn wording_marks(&self, request: WordingRequest) -> Result<WordRuns, Failure> {
        Ok(WordRuns { runs: words::diff(&request.before, &request.after) })
    }
}
