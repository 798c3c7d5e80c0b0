//! `rostrum new`: start a statement from a call.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::NewStatementRequest;
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Start a statement from a call.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// Statement file to make.
    file: PathBuf,
    /// Id of the call; `rostrum calls list` shows them.
    #[arg(long)]
    call: String,
    /// Title as it prints.
    #[arg(long, default_value = "", hide_default_value = true)]
    title: String,
    /// Organisation as it prints.
    #[arg(long, default_value = "", hide_default_value = true)]
    organisation: String,
    /// Id of a skeleton whose sections stand in place of the call's; `rostrum skeletons` lists
    /// them.
    #[arg(long, default_value = "", hide_default_value = true)]
    skeleton: String,
}

#[derive(Serialize)]
struct Answer {
    file: String,
    call: String,
    sections: Vec<String>,
}

impl New {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let made = desk.statement_new(NewStatementRequest {
            file: super::path(&self.file),
            call: self.call,
            title: self.title,
            organisation: self.organisation,
            skeleton: self.skeleton,
        })?;
        let sections = made.call.sections.into_iter().map(|section| section.heading).collect();
        terminal.answer(&Answer { file: made.file, call: made.call.id, sections }, |answer| {
            format!(
                "{} made for {}. Sections:\n  {}",
                answer.file,
                answer.call,
                answer.sections.join("\n  ")
            )
        });
        Ok(Outcome::Fine)
    }
}
