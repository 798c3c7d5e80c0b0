//! `rostrum submit`: hand a version over.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::PathBuf;

use clap::Args;
use rostrum_core::submit::{Receipt, ReceiptState};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{HandOverPlan, HandOverRequest, Nothing};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Hand a version over; safe to repeat.
#[derive(Debug, Args)]
pub(crate) struct Submit {
    /// Statement file.
    file: PathBuf,
    /// Name of the version.
    #[arg(long)]
    version: String,
    /// Id of the channel; `rostrum channels` shows them.
    #[arg(long)]
    channel: String,
    /// Do not ask once more.
    #[arg(long)]
    yes: bool,
}

/// The answer of every verb that is about receipts.
#[derive(Serialize)]
pub(crate) struct Answer {
    pub(crate) receipts: Vec<Receipt>,
}

impl Submit {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let request = HandOverRequest {
            file: super::path(&self.file),
            version: self.version,
            channel: self.channel,
            job: "submit".into(),
        };
        super::version::there(&desk.versions(&request.file)?, &request.version)?;
        there(desk, &request.channel)?;
        if !self.yes {
            terminal.note(&plan_words(&desk.hand_over_plan(request.clone())?));
            agreed(terminal)?;
        }
        let receipt = desk.submit(request)?;
        let unsure = matches!(receipt.state, ReceiptState::Unknown | ReceiptState::Refused);
        terminal.answer(&Answer { receipts: vec![receipt] }, words);
        Ok(if unsure { Outcome::Channel } else { Outcome::Fine })
    }
}

/// Tells that a channel is there, or which are.
fn there(desk: &Desk, id: &str) -> Result<(), Failure> {
    let known = desk.channels(Nothing {})?.channels;
    if known.iter().any(|channel| channel.id == id) {
        return Ok(());
    }
    let known: Vec<&str> = known.iter().map(|channel| channel.id.as_str()).collect();
    let detail = if known.is_empty() {
        "there is none yet; `rostrum channels add` makes one".to_owned()
    } else {
        format!("there are these channels: {}", known.join("; "))
    };
    Err(Failure::new(Code::NotFound, format!("find the channel \"{id}\""), detail).with("name", id))
}

fn agreed(terminal: &Terminal) -> Result<(), Failure> {
    let refused = |detail: &str| Failure::new(Code::Cancelled, "hand over", detail);
    if !std::io::stdin().is_terminal() {
        return Err(refused("nobody can be asked here; add --yes to hand over without asking"));
    }
    terminal.note("Type yes to hand over:");
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    if read.is_ok() && line.trim().eq_ignore_ascii_case("yes") {
        Ok(())
    } else {
        Err(refused("it was not confirmed; nothing was sent"))
    }
}

fn plan_words(plan: &HandOverPlan) -> String {
    let mut out = findings(&plan.findings);
    out.push_str(&format!(
        "Version {} goes to {} ({}):\n",
        plan.version.name, plan.channel.name, plan.channel.address
    ));
    for document in &plan.documents {
        out.push_str(&format!("  {}  {} bytes\n", document.name, document.bytes));
    }
    if let Some(earlier) = &plan.earlier {
        out.push_str(&format!(
            "It was handed over before: {} at {}.\n",
            state(earlier.state),
            earlier.at
        ));
    }
    out
}

/// Writes receipts one a line.
pub(crate) fn words(answer: &Answer) -> String {
    let mut out = String::new();
    for receipt in &answer.receipts {
        out.push_str(&format!(
            "{}  {} → {}: {} at {}\n    {}\n",
            receipt.id,
            receipt.version,
            receipt.channel,
            state(receipt.state),
            receipt.at,
            receipt.answer
        ));
    }
    out
}

fn state(state: ReceiptState) -> &'static str {
    match state {
        ReceiptState::Prepared => "prepared, nothing has left",
        ReceiptState::Unknown => "sent, no answer: ask the secretariat or send again",
        ReceiptState::Refused => "refused",
        ReceiptState::HandedOver => "handed over",
        ReceiptState::Acknowledged => "acknowledged",
        ReceiptState::Published => "published",
    }
}
