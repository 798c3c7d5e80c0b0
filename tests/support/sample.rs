//! The shipped example as values: call, statement, draft.

use std::collections::BTreeMap;
use std::path::Path;

use rostrum_core::calls;
use rostrum_core::cite::read_bibtex;
use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::response::Target;
use rostrum_core::model::{Call, Draft, Response, ResponseKind, Signatory, Statement};
use rostrum_core::render::{Composed, Composition, Layout, compose};

/// A statement with what it is composed from.
pub struct Sample {
    /// The call it answers.
    pub call: Call,
    /// The statement.
    pub statement: Statement,
    /// Id and words of the draft.
    pub drafts: Vec<(String, Draft)>,
}

impl Sample {
    /// Composes the statement, signed by all its signatories.
    pub fn composed(&self, layout: Layout) -> Composed {
        compose(&Composition {
            statement: &self.statement,
            call: &self.call,
            drafts: &self.drafts,
            layout,
            signatories: &self.statement.signatories,
        })
    }
}

/// Returns a shipped call.
///
/// # Panics
/// If there is no such call or it has a fault: a fault of the project.
pub fn call(id: &str) -> Call {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../templates/calls/{id}.toml"));
    let text = std::fs::read_to_string(path).expect("the call is shipped");
    calls::load(&text).expect("a shipped call is sound")
}

/// Returns the shipped example.
///
/// # Panics
/// If the example cannot be read: a fault of the project.
pub fn sample() -> Sample {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/example");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("shipped");
    let table: toml::Table = text("statement.toml").parse().expect("TOML");
    let word = |table: &toml::Table, name: &str| {
        table.get(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned()
    };
    let name = word(&table, "draft");
    let bytes = std::fs::read(folder.join(&name)).expect("shipped");
    let draft = read(&bytes, &ImportOptions { name: &name, password: None }).expect("readable");
    let list = |name: &str| -> Vec<toml::Table> {
        let all = table.get(name).and_then(|v| v.as_array()).into_iter().flatten();
        all.filter_map(|v| v.as_table().cloned()).collect()
    };
    let responses = list("responses")
        .iter()
        .enumerate()
        .map(|(at, response)| {
            let labels = response["to"].as_array().into_iter().flatten();
            let targets = labels
                .filter_map(|label| draft.labelled(label.as_str()?))
                .map(|block| Target {
                    draft: "example".into(),
                    block: block.id.clone(),
                    label: block.label.clone().unwrap_or_default(),
                    text: block.text.clone(),
                })
                .collect();
            let sources = response.get("sources").and_then(|s| s.as_array());
            Response {
                id: format!("r{at}"),
                kind: ResponseKind::from_word(&word(response, "kind")).expect("a kind"),
                targets,
                proposal: word(response, "proposal"),
                rationale: word(response, "rationale"),
                topic: word(response, "topic"),
                sources: sources
                    .into_iter()
                    .flatten()
                    .filter_map(|s| s.as_str().map(str::to_owned))
                    .collect(),
                ..Response::default()
            }
        })
        .collect();
    let signatories = list("signatories")
        .iter()
        .map(|signatory| Signatory {
            id: word(signatory, "organisation"),
            organisation: word(signatory, "organisation"),
            country: word(signatory, "country"),
            ..Signatory::default()
        })
        .collect();
    let statement = Statement {
        title: word(&table, "title"),
        organisation: word(&table, "organisation"),
        language: word(&table, "language"),
        call: word(&table, "call"),
        numbered_by: String::new(),
        words: Vec::new(),
        header: BTreeMap::from([("draft".into(), "EX/OEP.1/2026/L.1".into())]),
        skeleton: String::new(),
        added_skeletons: Vec::new(),
        plan: BTreeMap::new(),
        body: text(&word(&table, "body")),
        responses,
        sources: read_bibtex(&text(&word(&table, "sources"))).sources,
        signatories,
        fixes: Vec::new(),
        mutes: Vec::new(),
        annexes: Vec::new(),
        pictures: Vec::new(),
    };
    Sample { call: call(&statement.call), statement, drafts: vec![("example".into(), draft)] }
}
