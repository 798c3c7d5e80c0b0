//! `rostrum calls`: list, show, check, make and exchange calls, and their deadlines.

mod deadlines;
mod own;

pub(super) use deadlines::told;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::model::Call;
use rostrum_core::model::call::Deadline;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{CallRequest, ToldDeadline};
use serde::Serialize;
use serde_json::json;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List, show, check, make and exchange calls, and their deadlines.
#[derive(Debug, Args)]
pub(crate) struct Calls {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the calls, yours among them.
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
    /// List every known deadline in the secretariat's zone, yours and UTC, the next one first.
    Deadlines(deadlines::DeadlinesVerb),
    /// Read a deadline out of a secretariat's words, and say what has to be assumed.
    Read {
        /// The words, such as "12 February 2024 (11.59 New York time)".
        wording: String,
        /// The secretariat's zone.
        #[arg(long, default_value = "America/New_York", value_name = "ZONE")]
        zone: String,
    },
    /// Make a call of your own from another.
    Duplicate(own::Duplicate),
    /// Set one field of a call of your own, such as `limits[0].max`.
    Set(own::Set),
    /// Bring in a call that somebody gave you.
    Import {
        /// The file (TOML).
        file: PathBuf,
    },
    /// Write a call to a file, to give to others.
    Export {
        /// Id of the call.
        id: String,
        /// File to write.
        #[arg(long, short)]
        out: PathBuf,
    },
    /// Take a call of your own out.
    Remove {
        /// Id of the call.
        id: String,
    },
    /// Tell what a newer version of a statement's call would change; take it or leave it.
    Renew(own::Renew),
}

#[derive(Serialize)]
struct Answer {
    calls: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(skip)]
    summary: String,
    /// Whether the user made it.
    own: bool,
    deadline: Option<Deadline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    told: Vec<ToldDeadline>,
    #[serde(flatten)]
    call: Call,
}

impl Calls {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let calls = match self.act.unwrap_or(Act::List) {
            Act::List => {
                let calls = desk.calls()?;
                own::note_faulty(desk, terminal)?;
                calls
            }
            Act::Show { id } => vec![desk.call_show(CallRequest { id })?],
            Act::Deadlines(verb) => return verb.run(desk, terminal),
            Act::Read { wording, zone } => return deadlines::read(desk, terminal, wording, zone),
            Act::Validate { file } => {
                let faults = desk.call_faults(&super::path(&file))?;
                let fine = faults.is_empty();
                let faults: Vec<_> = faults.iter().map(own::fault).collect();
                terminal.answer(&json!({ "valid": fine, "faults": faults }), |answer| {
                    if fine { "No fault.".into() } else { own::fault_words(answer) }
                });
                return Ok(if fine { Outcome::Fine } else { Outcome::Unusable });
            }
            Act::Duplicate(verb) => return verb.run(desk, terminal),
            Act::Set(verb) => return verb.run(desk, terminal),
            Act::Import { file } => return own::import(desk, terminal, &file),
            Act::Export { id, out } => return own::export(desk, terminal, id, &out),
            Act::Remove { id } => return own::remove(desk, terminal, id),
            Act::Renew(verb) => return verb.run(desk, terminal),
        };
        let rows = calls.into_iter().map(row).collect();
        terminal.answer(&Answer { calls: rows }, words);
        Ok(Outcome::Fine)
    }
}

fn row(call: Call) -> Row {
    Row {
        summary: call.summary.clone(),
        own: !rostrum_kit::own_calls::is_shipped(&call.id),
        deadline: call.deadlines.first().cloned(),
        told: Vec::new(),
        call,
    }
}

fn words(answer: &Answer) -> String {
    let mut out = String::new();
    for row in &answer.calls {
        let own = if row.own { "  (yours)" } else { "" };
        out.push_str(&format!(
            "{}  {}{own}\n    {}\n",
            row.call.id,
            row.call.name,
            row.summary.trim()
        ));
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
