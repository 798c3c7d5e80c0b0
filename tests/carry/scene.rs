//! Drafts and statements written as people write them.

use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::response::Target;
use rostrum_core::model::{Draft, Response, ResponseKind, Statement};
use rostrum_core::revise::carry::{Alignments, CarryPlan, CarryRow, carry};

/// A statement with the drafts it answers, oldest first; their ids are `d1`, `d2` …
pub(crate) struct Scene {
    pub(crate) drafts: Vec<(String, Draft)>,
    pub(crate) statement: Statement,
}

impl Scene {
    /// Reads drafts from plain text.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let read = |text: &&str| {
            let options = ImportOptions { name: "draft.txt", password: None };
            read(text.as_bytes(), &options).expect("a draft of plain text")
        };
        let drafts = texts.iter().enumerate().map(|(n, t)| (format!("d{}", n + 1), read(t)));
        let statement = Statement { language: "en".into(), ..Statement::default() };
        Self { drafts: drafts.collect(), statement }
    }

    /// Writes the body.
    pub(crate) fn body(mut self, text: &str) -> Self {
        self.statement.body = text.into();
        self
    }

    /// Adds a response to paragraphs of the first draft; its id is `r1`, `r2` …
    pub(crate) fn response(self, kind: ResponseKind, labels: &[&str], proposal: &str) -> Self {
        self.response_in("d1", kind, labels, proposal)
    }

    pub(crate) fn response_in(
        mut self,
        draft: &str,
        kind: ResponseKind,
        labels: &[&str],
        proposal: &str,
    ) -> Self {
        let words = &self.drafts.iter().find(|(id, _)| id == draft).expect("a draft").1;
        let targets = labels.iter().map(|label| {
            let block = words.labelled(label).unwrap_or_else(|| panic!("no paragraph {label}"));
            Target {
                draft: draft.into(),
                block: block.id.clone(),
                label: block.label.clone().unwrap_or_default(),
                text: block.text.clone(),
            }
        });
        let response = Response {
            id: format!("r{}", self.statement.responses.len() + 1),
            kind,
            targets: targets.collect(),
            proposal: proposal.into(),
            ..Response::default()
        };
        self.statement.responses.push(response);
        self
    }

    /// Plans for one of the drafts.
    pub(crate) fn plan(&self, new: &str) -> CarryPlan {
        let alignments = Alignments::needed(&self.statement, &self.drafts, new);
        carry(&self.statement, &self.drafts, new, &alignments)
    }

    pub(crate) fn draft(&self, id: &str) -> &Draft {
        &self.drafts.iter().find(|(known, _)| known == id).expect("a draft").1
    }

    /// Takes in what was decided.
    pub(crate) fn take(&mut self, decided: Vec<Response>) {
        for response in decided {
            let place = self.statement.responses.iter_mut().find(|r| r.id == response.id);
            *place.expect("a response of the statement") = response;
        }
    }
}

/// Returns the labels of the paragraphs that a row proposes.
pub(crate) fn labels(row: &CarryRow) -> Vec<&str> {
    row.to.iter().map(|target| target.label.trim_end_matches('.')).collect()
}
