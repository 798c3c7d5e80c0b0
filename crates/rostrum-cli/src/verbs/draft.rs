//! `rostrum draft`: add a draft to a statement, list its drafts, find words in them, set them right.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::finding::Finding;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{AddDraftRequest, DraftCard, DraftPlaceRequest};
use rostrum_kit::{Code, Failure};
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
        /// The draft it is a revision of, by id, name or revision; it is placed directly behind
        /// it. Without this the draft is the newest.
        #[arg(long, default_value = "", hide_default_value = true)]
        revision_of: String,
    },
    /// List the drafts, oldest first.
    List {
        /// Statement file.
        file: PathBuf,
    },
    /// Set right what the reader got wrong.
    Fix(super::fixing::FixVerb),
    /// List what the reader was unsure of, and what was set right.
    Fixes(super::fixing::Fixes),
    /// Write a page of a draft as a picture (PNG).
    Page(super::original::Page),
    /// Write the original of a draft, byte for byte as it was added.
    Original(super::original::Original),
    /// Find words in every draft of the statement.
    Find(super::reading::Find),
    /// Show the outline of a draft: by heading and by topic, with counts.
    Outline(super::reading::Outline),
    /// List what a draft recommends and calls for, and who is named there.
    Openings(super::openings::OpeningsVerb),
}

#[derive(Serialize)]
struct Answer {
    drafts: Vec<DraftCard>,
    findings: Vec<Finding>,
}

impl DraftVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let answer = match self.act {
            Act::Add { file, draft, password, revision_of } => {
                let file = super::path(&file);
                let request = AddDraftRequest {
                    file: file.clone(),
                    draft: super::path(&draft),
                    password,
                    job: "import".into(),
                };
                let before = desk.drafts(&file)?;
                let after = match revision_of.as_str() {
                    "" => None,
                    typed => Some(meant(&before, typed)?),
                };
                let added = desk.draft_add(request)?;
                if let Some(after) = after {
                    let draft = added.id.clone();
                    desk.draft_place(DraftPlaceRequest { file: file.clone(), draft, after })?;
                }
                let mut drafts = desk.drafts(&file)?;
                drafts.retain(|draft| draft.id == added.id);
                Answer { drafts, findings: added.draft.findings }
            }
            Act::List { file } => {
                let drafts = desk.drafts(&super::path(&file))?;
                Answer { drafts, findings: Vec::new() }
            }
            Act::Fix(fix) => return fix.run(desk, terminal),
            Act::Fixes(fixes) => return fixes.run(desk, terminal),
            Act::Page(page) => return page.run(desk, terminal),
            Act::Original(original) => return original.run(desk, terminal),
            Act::Find(find) => return find.run(desk, terminal).map(|()| Outcome::Fine),
            Act::Outline(outline) => return outline.run(desk, terminal).map(|()| Outcome::Fine),
            Act::Openings(list) => return list.run(desk, terminal).map(|()| Outcome::Fine),
        };
        terminal.answer(&answer, words);
        Ok(Outcome::Fine)
    }
}

/// Finds the id of a draft by id, beginning of the id or file name; the newest when nothing
/// is named.
pub(super) fn named(desk: &Desk, file: &str, draft: &str) -> Result<String, Failure> {
    let drafts = desk.drafts(file)?;
    let fits = |card: &&DraftCard| card.id.starts_with(draft) || card.name == draft;
    drafts.iter().rev().find(fits).map(|card| card.id.clone()).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            format!("find the draft \"{draft}\""),
            "the statement has no such draft; `rostrum draft list` names them",
        )
        .with("name", draft)
    })
}

/// Returns the id of the draft that a person means: by its id or the first letters of it, the
/// name of its file, or its revision or symbol as printed.
///
/// # Errors
/// [`Code::NotFound`] when none or several are meant.
pub(crate) fn meant(drafts: &[DraftCard], typed: &str) -> Result<String, Failure> {
    let wanted = typed.trim().to_lowercase();
    let fits = |draft: &&DraftCard| {
        let prints = draft.revision.to_lowercase();
        draft.name.to_lowercase() == wanted
            || (wanted.len() >= 6 && draft.id.starts_with(&wanted))
            || prints.split(" · ").any(|part| part == wanted)
    };
    let found: Vec<&DraftCard> = drafts.iter().filter(fits).collect();
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        others => {
            let known: Vec<String> = drafts
                .iter()
                .map(|d| format!("{} ({})", d.name, d.id.get(..8).unwrap_or(&d.id)))
                .collect();
            let detail = if others.is_empty() {
                format!("the statement has these drafts: {}", known.join("; "))
            } else {
                format!("several drafts are called so; use the id: {}", known.join("; "))
            };
            Err(Failure::new(Code::NotFound, format!("find the draft \"{typed}\""), detail)
                .with("name", typed))
        }
    }
}

fn words(answer: &Answer) -> String {
    let mut out = String::new();
    for draft in &answer.drafts {
        out.push_str(&format!(
            "{} · {} {} · {} paragraphs with their sub-paragraphs, {} unsure\n",
            draft.name, draft.title, draft.revision, draft.paragraphs, draft.unsure
        ));
    }
    out.push_str(&findings(&answer.findings));
    out
}
