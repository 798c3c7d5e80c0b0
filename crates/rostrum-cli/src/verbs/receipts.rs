//! `rostrum receipts`: list receipts, or record what became of a hand-over.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rostrum_core::submit::ReceiptState;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{FileRequest, ReceiptRequest};

use super::submit::{Answer, words};
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List receipts, or record what became of a hand-over.
#[derive(Debug, Args)]
pub(crate) struct Receipts {
    /// Statement file.
    file: PathBuf,
    /// Id of the receipt to record something for.
    #[arg(long, requires = "state")]
    mark: Option<String>,
    /// What became of it.
    #[arg(long, value_enum, requires = "mark")]
    state: Option<Became>,
    /// Words of the secretariat, or where it was published.
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Became {
    HandedOver,
    Refused,
    Acknowledged,
    Published,
}

impl Receipts {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let mut open = desk.statement_open(FileRequest { file: file.clone() })?;
        if let (Some(id), Some(became)) = (self.mark, self.state) {
            let state = match became {
                Became::HandedOver => ReceiptState::HandedOver,
                Became::Refused => ReceiptState::Refused,
                Became::Acknowledged => ReceiptState::Acknowledged,
                Became::Published => ReceiptState::Published,
            };
            open = desk.receipt_mark(ReceiptRequest { file, id, state, note: self.note })?;
        }
        terminal.answer(&Answer { receipts: open.receipts }, words);
        Ok(Outcome::Fine)
    }
}
