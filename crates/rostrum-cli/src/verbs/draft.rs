//! `rostrum draft`: add a draft to a statement, list its drafts, find words in them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::finding::Finding;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{AddDraftRequest, DraftCard, FileRequest};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Add a draft to a statement, list its drafts, or find words in them.
#[derive(Debug, Args)]
pub(crate) struct DraftVerb {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Read a draft and add it.
    Add {
        /// Statement file.
        file: PathBuf,
        /// The draft.
        draft: PathBuf,
        /// Password of the draft.
        #[arg(long, default_value = "", hide_default_value = true)]
        password: String,
    },
    /// List the drafts, oldest first.
    List {
        /// Statement file.
        file: PathBuf,
    },
    /// Find words in every draft of the statement.
    Find(super::reading::Find),
    /// Show the outline of a draft: by heading and by topic, with counts.
    Outline(super::reading::Outline),
}

#[derive(Serialize)]
struct Answer {
    drafts: Vec<DraftCard>,
    findings: Vec<Finding>,
}

impl DraftVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let answer = match self.act {
            Act::Add { file, draft, password } => {
                let file = super::path(&file);
                let request = AddDraftRequest {
                    file: file.clone(),
                    draft: super::path(&draft),
                    password,
                    job: "import".into(),
                };
                let added = desk.draft_add(request)?;
                let mut drafts = desk.statement_open(FileRequest { file })?.drafts;
                drafts.retain(|draft| draft.id == added.id);
                Answer { drafts, findings: added.draft.findings }
            }
            Act::List { file } => {
                let drafts = desk.statement_open(FileRequest { file: super::path(&file) })?.drafts;
                Answer { drafts, findings: Vec::new() }
            }
            Act::Find(find) => return find.run(desk, terminal).map(|()| Outcome::Fine),
            Act::Outline(outline) => return outline.run(desk, terminal).map(|()| Outcome::Fine),
        };
        terminal.answer(&answer, words);
        Ok(Outcome::Fine)
    }
}

fn words(answer: &Answer) -> String {
    let mut out = String::new();
    for draft in &answer.drafts {
        out.push_str(&format!(
            "{} · {} {} · {} paragraphs, {} unsure\n",
            draft.name, draft.title, draft.revision, draft.paragraphs, draft.unsure
        ));
    }
    out.push_str(&findings(&answer.findings));
    out
}
