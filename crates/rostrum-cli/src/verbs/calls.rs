//! `rostrum calls`: list, show or validate calls.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::calls::CallFault;
use rostrum_core::model::Call;
use rostrum_core::model::call::Deadline;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use serde::Serialize;
use serde_json::json;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List, show or validate calls.
#[derive(Debug, Args)]
pub(crate) struct Calls {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the calls.
    List,
    /// Show one call with all its rules and their sources.
    Show {
        /// Id of the call.
        id: String,
    },
    /// Tell what is wrong with a call's file: line, field and remedy.
    Validate {
        /// The file (TOML).
        file: PathBuf,
    },
    /// List every known deadline, the next one first.
    Deadlines,
}

#[derive(Serialize)]
struct Answer {
    calls: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(skip)]
    summary: String,
    deadline: Option<Deadline>,
    #[serde(flatten)]
    call: Call,
}

impl Calls {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let mut calls = match self.act.unwrap_or(Act::List) {
            Act::List => desk.calls()?,
            Act::Show { id } => vec![desk.call_show(rostrum_kit::desk::wire::CallRequest { id })?],
            Act::Deadlines => {
                let mut calls = desk.calls()?;
                calls.retain(|call| !call.deadlines.is_empty());
                calls.sort_by(|a, b| a.deadlines[0].instant.cmp(&b.deadlines[0].instant));
                calls
            }
            Act::Validate { file } => {
                let faults = desk.call_faults(&super::path(&file))?;
                let fine = faults.is_empty();
                let faults: Vec<_> = faults.iter().map(fault).collect();
                terminal.answer(&json!({ "valid": fine, "faults": faults }), |answer| {
                    if fine { "No fault.".into() } else { fault_words(answer) }
                });
                return Ok(if fine { Outcome::Fine } else { Outcome::Unusable });
            }
        };
        let rows = calls.drain(..).map(row).collect();
        terminal.answer(&Answer { calls: rows }, words);
        Ok(Outcome::Fine)
    }
}

fn row(call: Call) -> Row {
    Row { summary: call.summary.clone(), deadline: call.deadlines.first().cloned(), call }
}

fn words(answer: &Answer) -> String {
    let mut out = String::new();
    for row in &answer.calls {
        out.push_str(&format!("{}  {}\n    {}\n", row.call.id, row.call.name, row.summary.trim()));
        if let Some(deadline) = &row.deadline {
            let assumed = if deadline.assumed.is_some() { " (assumed)" } else { "" };
            out.push_str(&format!(
                "    closes {}{assumed}: {}\n",
                deadline.instant, deadline.wording
            ));
        }
    }
    out
}

fn fault(fault: &CallFault) -> serde_json::Value {
    json!({
        "line": fault.line,
        "field": fault.field,
        "problem": fault.problem,
        "remedy": fault.remedy,
    })
}

fn fault_words(answer: &serde_json::Value) -> String {
    let mut out = String::new();
    for fault in answer["faults"].as_array().into_iter().flatten() {
        out.push_str(&format!(
            "line {}, {}: {}\n    {}\n",
            fault["line"],
            fault["field"].as_str().unwrap_or_default(),
            fault["problem"].as_str().unwrap_or_default(),
            fault["remedy"].as_str().unwrap_or_default()
        ));
    }
    out
}
