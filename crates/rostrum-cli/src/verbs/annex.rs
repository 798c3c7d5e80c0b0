//! `rostrum annex`: files that go with a statement.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use rostrum_core::model::annex::{ChangesFate, Fate};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    AnnexAddRequest, AnnexDecideRequest, AnnexRow, AnnexWriteRequest, Annexes, FileRequest,
    ItemRequest,
};
use rostrum_kit::{Code, Failure};

use super::scrub::{coded, list};
use crate::out::Out;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Attach files to a statement, and say what becomes of what is in them.
#[derive(Debug, Args)]
pub(crate) struct AnnexVerb {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Attach a file.
    Add {
        /// Statement file.
        file: PathBuf,
        /// File to attach.
        annex: PathBuf,
    },
    /// List the annexes.
    List {
        /// Statement file.
        file: PathBuf,
    },
    /// Show what an annex gives away, or write it to a file.
    Show {
        /// Statement file.
        file: PathBuf,
        /// The annex, by name, id or beginning of the id.
        annex: String,
        /// Where to write it.
        #[arg(long, short)]
        out: Option<PathBuf>,
        /// Write the cleaned copy, as it would be handed over.
        #[arg(long, requires = "out")]
        clean: bool,
    },
    /// Say what becomes of comments, changes, hidden words and files inside.
    Set {
        /// Statement file.
        file: PathBuf,
        /// The annex, by name, id or beginning of the id.
        annex: String,
        /// Comments.
        #[arg(long, value_enum)]
        comments: Option<Away>,
        /// Recorded changes.
        #[arg(long, value_enum)]
        changes: Option<Changed>,
        /// Hidden words.
        #[arg(long, value_enum)]
        hidden: Option<Away>,
        /// Files inside the file.
        #[arg(long, value_enum)]
        attachments: Option<Away>,
    },
    /// Take an annex out.
    Remove {
        /// Statement file.
        file: PathBuf,
        /// The annex, by name, id or beginning of the id.
        annex: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Away {
    Remove,
    Keep,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Changed {
    Accept,
    Reject,
    Keep,
}

impl AnnexVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let answer = match self.act {
            Act::Add { file, annex } => desk.annex_add(AnnexAddRequest {
                file: super::path(&file),
                path: super::path(&annex),
                job: "annex".into(),
            })?,
            Act::List { file } => desk.annexes(FileRequest { file: super::path(&file) })?,
            Act::Remove { file, annex } => {
                let file = super::path(&file);
                let id = named(desk, &file, &annex)?.annex.id;
                desk.annex_remove(ItemRequest { file, id })?
            }
            Act::Show { file, annex, out, clean } => {
                let file = super::path(&file);
                let row = named(desk, &file, &annex)?;
                if let Some(out) = out {
                    let out = Out::of(&out, &row.annex.name, terminal)?;
                    let written = desk.annex_write(AnnexWriteRequest {
                        file,
                        id: row.annex.id,
                        clean,
                        out: out.path(),
                        job: "annex".into(),
                    })?;
                    out.answer(terminal, &written, |written| {
                        format!("{} ({} bytes)", written.file, written.bytes)
                    })?;
                    return Ok(Outcome::Fine);
                }
                Annexes { annexes: vec![row] }
            }
            Act::Set { file, annex, comments, changes, hidden, attachments } => {
                let file = super::path(&file);
                let now = named(desk, &file, &annex)?.annex;
                let fate = |asked: Option<Away>, now: Fate| match asked {
                    None => now,
                    Some(Away::Remove) => Fate::Remove,
                    Some(Away::Keep) => Fate::Keep,
                };
                desk.annex_decide(AnnexDecideRequest {
                    file,
                    comments: fate(comments, now.comments),
                    changes: match changes {
                        None => now.changes,
                        Some(Changed::Accept) => ChangesFate::Accept,
                        Some(Changed::Reject) => ChangesFate::Reject,
                        Some(Changed::Keep) => ChangesFate::Keep,
                    },
                    hidden: fate(hidden, now.hidden),
                    attachments: fate(attachments, now.attachments),
                    id: now.id,
                })?
            }
        };
        terminal.answer(&answer, words);
        Ok(Outcome::Fine)
    }
}

/// Finds an annex by name, id or beginning of the id.
fn named(desk: &Desk, file: &str, name: &str) -> Result<AnnexRow, Failure> {
    let known = desk.annexes(FileRequest { file: file.to_owned() })?.annexes;
    let mut found = known.into_iter().filter(|row| {
        row.annex.name == name || (!name.is_empty() && row.annex.id.starts_with(name))
    });
    match (found.next(), found.next()) {
        (Some(row), None) => Ok(row),
        (None, _) => Err(Failure::new(
            Code::NotFound,
            format!("find the annex \"{name}\""),
            "`rostrum annex list` shows them",
        )
        .with("name", name)),
        (Some(_), Some(_)) => Err(Failure::new(
            Code::NotFound,
            format!("find the annex \"{name}\""),
            "several answer to it; give more of the id",
        )
        .with("name", name)),
    }
}

fn words(answer: &Annexes) -> String {
    if answer.annexes.is_empty() {
        return "No annexes.".into();
    }
    let mut out = String::new();
    for row in &answer.annexes {
        let AnnexRow { annex, here, report, unlooked } = row;
        out.push_str(&format!("{}  {}  {} bytes\n", annex.id, annex.name, annex.bytes));
        if !here {
            out.push_str("  its file is in another copy of the statement\n");
        }
        if !unlooked.is_empty() {
            out.push_str("  cannot be looked through, and goes as it is\n");
        }
        if !annex.decided().is_empty() {
            out.push_str(&format!("  decided: {}\n", annex.decided()));
        }
        if let Some(report) = report {
            out.push_str(&list(&coded(report.items.clone())));
        }
    }
    out
}
