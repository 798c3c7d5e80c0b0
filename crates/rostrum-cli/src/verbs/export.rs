//! `rostrum export`: write a document.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::ExportRequest;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Write a document.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Statement file.
    file: PathBuf,
    /// docx, pdf, md, txt, html, csv or json.
    #[arg(long)]
    to: String,
    /// prose, table, or tracked: the newest draft with our proposals as changes,
    /// which Word can accept and reject; in pdf, html, md and txt they are marked.
    #[arg(long, default_value = "prose")]
    layout: String,
    /// File to write.
    #[arg(short, long)]
    out: PathBuf,
}

impl Export {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let exported = desk.export(ExportRequest {
            file: super::path(&self.file),
            format: self.to,
            layout: self.layout,
            out: super::path(&self.out),
        })?;
        terminal.answer(&exported, |exported| {
            findings(&exported.findings)
                + &format!("{} written, {} bytes.", exported.file, exported.bytes)
        });
        Ok(Outcome::Fine)
    }
}
