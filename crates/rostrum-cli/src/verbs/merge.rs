//! `rostrum merge`: merge two copies of a statement that were edited apart.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Merge two copies of a statement that were edited apart.
#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// One copy.
    a: PathBuf,
    /// The other.
    b: PathBuf,
    /// File to write; neither copy is changed.
    #[arg(short, long)]
    out: PathBuf,
}

#[derive(Serialize)]
struct Answer {
    edits_from_a: u32,
    edits_from_b: u32,
    sha256: String,
}

impl Merge {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let merged = desk.merge_into(
            &super::path(&self.a),
            &super::path(&self.b),
            &crate::out::file(&self.out)?,
        )?;
        let answer = Answer {
            edits_from_a: merged.edits_from_a,
            edits_from_b: merged.edits_from_b,
            sha256: merged.sha256,
        };
        terminal.answer(&answer, |answer| {
            format!(
                "Merged: {} changes only in the first copy, {} only in the second.",
                answer.edits_from_a, answer.edits_from_b
            )
        });
        Ok(Outcome::Fine)
    }
}
