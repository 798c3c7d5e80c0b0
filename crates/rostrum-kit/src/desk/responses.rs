//! Responses to the paragraphs of a draft.

use rostrum_core::model::Response;
use rostrum_core::model::response::Target;
use rostrum_core::respond::choose::{ChoiceFault, Chosen, choose};
use rostrum_core::respond::namesakes::{Namesakes, namesakes};
use rostrum_core::respond::norms;
use rostrum_core::revise::phrases::moved;
use rostrum_core::revise::words;

use super::Desk;
use super::open::Open;
use super::wire::{
    ItemRequest, ResponseRequest, ResponsesRequest, Targets, TargetsRequest, WordRuns,
    WordingRequest, Workspace,
};
use crate::failure::{Code, Failure};

impl Desk {
    /// Saves a response; an empty id makes a new one.
    pub fn response_save(&self, request: ResponseRequest) -> Result<Workspace, Failure> {
        self.respond(&request.file, request.response)?;
        self.workspace_of(&request.file)
    }

    /// Saves several responses as one act, which one undo takes back.
    pub fn responses_save(&self, request: ResponsesRequest) -> Result<Workspace, Failure> {
        self.respond_all(&request.file, request.responses)?;
        self.workspace_of(&request.file)
    }

    /// Saves a response and returns it with its id.
    ///
    /// # Errors
    /// [`Code::NotFound`] when a target, a source or the first choice is not in the statement,
    /// [`Code::ValueRefused`] for a letter that is no norm.
    pub fn respond(&self, file: &str, response: Response) -> Result<Response, Failure> {
        self.respond_all(file, vec![response]).map(|mut saved| saved.remove(0))
    }

    /// Saves responses as one act and returns them with their ids; either all or none.
    ///
    /// # Errors
    /// As [`Desk::respond`], of the first response that is refused.
    pub fn respond_all(
        &self,
        file: &str,
        mut responses: Vec<Response>,
    ) -> Result<Vec<Response>, Failure> {
        for response in &mut responses {
            if response.id.is_empty() {
                response.id = self.ids.next();
            }
        }
        self.change(file, |open| {
            for response in &mut responses {
                complete(open, response)?;
            }
            let changes: Vec<_> = open
                .shared
                .as_one(|shared| responses.iter().map(|r| shared.put_response(r)).collect());
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        Ok(responses)
    }

    /// Finds what a person means by labels, ranges and headings of the newest draft.
    ///
    /// # Errors
    /// Those of [`Desk::targets_find`].
    pub fn targets_labelled(&self, file: &str, words: &[String]) -> Result<Vec<Target>, Failure> {
        self.with(file, |open| targets(open, "", words))
    }

    /// Tells which of these labels several paragraphs of the newest draft have.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no draft.
    pub fn namesakes(&self, file: &str, words: &[String]) -> Result<Vec<Namesakes>, Failure> {
        self.with(file, |open| Ok(namesakes(super::advice::draft_of(&open.drafts, "")?, words)))
    }

    /// Finds what a person means by `12-18`, `heading: Threats` or `all`.
    ///
    /// # Errors
    /// [`Code::NotFound`] names the first label or heading that is not there,
    /// [`Code::ValueRefused`] what cannot be told.
    pub fn targets_find(&self, request: TargetsRequest) -> Result<Targets, Failure> {
        self.with(&request.file, |open| {
            Ok(Targets { targets: targets(open, &request.draft, &[request.words])? })
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
        let runs = words::diff(&request.before, &request.after);
        Ok(WordRuns { moved: moved(&runs), runs })
    }
}

/// Fills in what a response left to the desk, and refuses what the statement does not have.
fn complete(open: &Open, response: &mut Response) -> Result<(), Failure> {
    let statement = open.shared.statement();
    for key in &response.sources {
        if !statement.sources.iter().any(|source| source.key == *key) {
            return Err(Failure::new(
                Code::NotFound,
                format!("cite \"{key}\""),
                "no source has this key; add it first",
            )
            .with("name", key));
        }
    }
    response.norms = norms::letters(&response.norms).map_err(|fault| {
        Failure::new(Code::ValueRefused, "save a response", fault).with("field", "norm")
    })?;
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
    let first = &response.alternative_to;
    if *first == response.id
        || (!first.is_empty() && !statement.responses.iter().any(|r| r.id == *first))
    {
        return Err(Failure::new(
            Code::NotFound,
            format!("make a response an alternative to \"{first}\""),
            "no other response has this id; `rostrum responses` lists them",
        )
        .with("name", first));
    }
    Ok(())
}

fn targets(open: &Open, draft: &str, words: &[String]) -> Result<Vec<Target>, Failure> {
    let known = super::advice::draft_of(&open.drafts, draft)?;
    let id = open.drafts.iter().find(|(_, d)| std::ptr::eq(d, known)).map(|(id, _)| id);
    let blocks = match choose(known, words).map_err(|fault| refused(&fault))? {
        Chosen::WholeText => return Ok(Vec::new()),
        Chosen::Blocks(blocks) => blocks,
    };
    let target = |at: usize| {
        let block = &known.blocks[at];
        Target {
            draft: id.cloned().unwrap_or_default(),
            block: block.id.clone(),
            label: block.label.clone().unwrap_or_default(),
            text: block.text.clone(),
        }
    };
    Ok(blocks.into_iter().map(target).collect())
}

fn refused(fault: &ChoiceFault) -> Failure {
    let attempt = "choose what to respond to";
    match fault {
        ChoiceFault::Unknown { asked, .. }
        | ChoiceFault::NoLabels { asked }
        | ChoiceFault::NotUnder { asked, .. }
        | ChoiceFault::NoHeading { asked, .. } => {
            Failure::new(Code::NotFound, attempt, fault).with("name", asked)
        }
        ChoiceFault::Nothing
        | ChoiceFault::Backwards { .. }
        | ChoiceFault::SeveralHeadings { .. }
        | ChoiceFault::AllAmongOthers => {
            Failure::new(Code::ValueRefused, attempt, fault).with("field", "to")
        }
    }
}
