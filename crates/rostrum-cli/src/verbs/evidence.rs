//! `rostrum evidence`: add, list or check sources.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::finding::Finding;
use rostrum_core::model::Source;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{FileRequest, ImportSourcesRequest, SourceRequest};
use rostrum_kit::{Code, Failure};
use serde::Serialize;
use serde_json::json;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Add, list or check sources.
#[derive(Debug, Args)]
pub(crate) struct Evidence {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Add sources from a BibTeX or CSL-JSON file, or one by hand.
    Add {
        /// Statement file.
        file: PathBuf,
        /// BibTeX (.bib) or CSL-JSON (.json) file.
        bibliography: Option<PathBuf>,
        #[command(flatten)]
        by_hand: Box<ByHand>,
    },
    /// List the sources.
    List {
        /// Statement file.
        file: PathBuf,
    },
    /// Report what is wrong with sources and citations.
    Check {
        /// Statement file.
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
struct ByHand {
    /// Key by which the text cites it.
    #[arg(long, default_value = "", hide_default_value = true)]
    key: String,
    /// Title of the source.
    #[arg(long, default_value = "", hide_default_value = true)]
    title: String,
    /// Author or organisation.
    #[arg(long, default_value = "", hide_default_value = true)]
    author: String,
    /// Year.
    #[arg(long)]
    year: Option<u16>,
    /// UN document symbol.
    #[arg(long, default_value = "", hide_default_value = true)]
    symbol: String,
    /// Web address.
    #[arg(long, default_value = "", hide_default_value = true)]
    url: String,
    /// Where in the source, such as `para. 31 (a)`.
    #[arg(long, default_value = "", hide_default_value = true)]
    locator: String,
    /// Words quoted from it.
    #[arg(long, default_value = "", hide_default_value = true)]
    quotation: String,
    /// Day on which it was seen, as YYYY-MM-DD.
    #[arg(long, default_value = "", hide_default_value = true)]
    seen: String,
}

#[derive(Serialize)]
struct Answer {
    sources: Vec<Source>,
    findings: Vec<Finding>,
}

impl Evidence {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let answer = match self.act {
            Act::Add { bibliography: Some(_), by_hand, .. } if !by_hand.is_empty() => {
                return Err(refused("give a bibliography or one source by hand, not both"));
            }
            Act::Add { bibliography: None, by_hand, .. } if by_hand.says_nothing() => {
                return Err(refused(
                    "name a BibTeX or CSL-JSON file, or give at least --title, --symbol, --author \
                     or --url",
                ));
            }
            Act::Add { file, bibliography: Some(path), .. } => {
                let taken = desk.sources_import(ImportSourcesRequest {
                    file: super::path(&file),
                    path: super::path(&path),
                })?;
                let mut sources = taken.workspace.statement.sources;
                sources.retain(|source| taken.added.contains(&source.key));
                Answer { sources, findings: taken.findings }
            }
            Act::Add { file, bibliography: None, by_hand } => {
                let file = super::path(&file);
                let before = desk.statement_open(FileRequest { file: file.clone() })?;
                let known: Vec<String> =
                    before.statement.sources.into_iter().map(|source| source.key).collect();
                let wanted = by_hand.key.clone();
                let after = desk.source_save(SourceRequest { file, source: by_hand.source() })?;
                let mut sources = after.statement.sources;
                sources.retain(|source| source.key == wanted || !known.contains(&source.key));
                Answer { sources, findings: Vec::new() }
            }
            Act::List { file } => {
                let open = desk.statement_open(FileRequest { file: super::path(&file) })?;
                Answer { sources: open.statement.sources, findings: Vec::new() }
            }
            Act::Check { file } => {
                let file = super::path(&file);
                let open = desk.statement_open(FileRequest { file: file.clone() })?;
                let mut report = desk.check(FileRequest { file })?.findings;
                report.retain(|finding| {
                    finding.place.part == "source" || finding.code.starts_with("R3")
                });
                Answer { sources: open.statement.sources, findings: report }
            }
        };
        terminal.answer(&answer, |answer| {
            let mut out = String::new();
            for source in &answer.sources {
                out.push_str(&format!("{}  {}\n", source.key, source.title()));
            }
            out + &findings(&answer.findings)
        });
        Ok(Outcome::Fine)
    }
}

fn refused(detail: &str) -> Failure {
    Failure::new(Code::ValueRefused, "add a source", detail).with("field", "title")
}

impl ByHand {
    /// Tells whether nothing was given.
    fn is_empty(&self) -> bool {
        let rest = [&self.key, &self.locator, &self.quotation, &self.seen];
        self.says_nothing() && self.year.is_none() && rest.iter().all(|word| word.is_empty())
    }

    /// Tells whether nothing was given by which a reader could find the source.
    fn says_nothing(&self) -> bool {
        let words = [&self.title, &self.symbol, &self.author, &self.url];
        words.iter().all(|word| word.trim().is_empty())
    }

    fn source(self) -> Source {
        let mut item =
            json!({ "type": if self.symbol.is_empty() { "document" } else { "report" } });
        for (field, value) in [("title", self.title), ("number", self.symbol), ("URL", self.url)] {
            if !value.is_empty() {
                item[field] = json!(value);
            }
        }
        if !self.author.is_empty() {
            item["author"] = json!([{ "literal": self.author }]);
        }
        if let Some(year) = self.year {
            item["issued"] = json!({ "date-parts": [[year]] });
        }
        Source {
            key: self.key,
            item,
            locator: self.locator,
            quotation: self.quotation,
            seen: self.seen,
            copy_sha256: String::new(),
        }
    }
}
