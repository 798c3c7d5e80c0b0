//! `rostrum calls deadlines` and `rostrum calls read`.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    CalendarRequest, DeadlineState, DeadlineWordsRequest, DeadlinesRequest, ToldDeadline,
};
use serde::Serialize;

use super::{Row, row};
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List every known deadline, the next one first.
#[derive(Debug, Args)]
pub(crate) struct DeadlinesVerb {
    /// Write the deadlines that lie ahead to a calendar file with alarms.
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Only the deadlines of this call.
    #[arg(long, value_name = "ID")]
    call: Option<String>,
    /// When alarms sound before each deadline: 7d, 24h, 90m.
    #[arg(long, value_delimiter = ',', value_parser = crate::verbs::plan::minutes)]
    alarms: Vec<u32>,
    /// Your zone; the machine's unless given.
    #[arg(long, default_value = "", hide_default_value = true)]
    zone: String,
}

#[derive(Serialize)]
struct Answer {
    calls: Vec<Row>,
    deadlines: Vec<ToldDeadline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ics: Option<String>,
}

impl DeadlinesVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let request = DeadlinesRequest { zone: self.zone.clone() };
        let mut deadlines = desk.deadlines(request)?.deadlines;
        if let Some(id) = &self.call {
            deadlines.retain(|deadline| deadline.call == *id);
        }
        let mut calls = Vec::new();
        for call in desk.calls()? {
            let told: Vec<ToldDeadline> =
                deadlines.iter().filter(|d| d.call == call.id).cloned().collect();
            if let Some(next) = told.first() {
                let deadline =
                    call.deadlines.iter().find(|d| d.instant.parse().ok() == at(next)).cloned();
                calls.push(Row { deadline, told, ..row(call) });
            }
        }
        let place =
            |row: &Row| deadlines.iter().position(|d| d.call == row.call.id).unwrap_or(usize::MAX);
        calls.sort_by_key(place);
        let ics = match &self.ics {
            None => None,
            Some(out) => Some(
                desk.calendar_write(CalendarRequest {
                    call: self.call.unwrap_or_default(),
                    alarms: self.alarms,
                    zone: self.zone,
                    out: crate::out::file(out)?,
                    ..CalendarRequest::default()
                })?
                .file,
            ),
        };
        terminal.answer(&Answer { calls, deadlines, ics }, words);
        Ok(Outcome::Fine)
    }
}

fn at(deadline: &ToldDeadline) -> Option<jiff::Timestamp> {
    deadline.instant.parse().ok()
}

fn words(answer: &Answer) -> String {
    let mut out: String = answer.deadlines.iter().map(told).collect();
    if let Some(file) = &answer.ics {
        out.push_str(&format!("Calendar written to {file}\n"));
    }
    if out.is_empty() {
        out.push_str("No deadline is known.\n");
    }
    out
}

/// Writes one deadline for people: what, how long, three clocks, doubts, earlier dates.
pub(crate) fn told(deadline: &ToldDeadline) -> String {
    let holds = match (deadline.joint, deadline.status) {
        (Some(true), _) => " (joint statements)".to_owned(),
        (Some(false), _) => " (single statements)".to_owned(),
        (None, Some(status)) => format!(" ({} status)", format!("{status:?}").to_lowercase()),
        (None, None) => String::new(),
    };
    let mut out = format!(
        "{}: {}{holds}\n    {}\n    {}\n",
        deadline.call,
        deadline.what,
        left(deadline),
        deadline.there
    );
    if deadline.here != deadline.there && deadline.here != deadline.utc {
        out.push_str(&format!("    {} (here)\n", deadline.here));
    }
    if deadline.utc != deadline.there {
        out.push_str(&format!("    {}\n", deadline.utc));
    }
    out.push_str(&format!("    in their words: {}\n", deadline.wording));
    if let Some(why) = &deadline.assumed {
        out.push_str(&format!("    assumed: {why}\n"));
    }
    for earlier in &deadline.earlier {
        out.push_str(&format!(
            "    before it was moved: {} ({})\n",
            earlier.there, earlier.wording
        ));
    }
    out
}

fn left(deadline: &ToldDeadline) -> String {
    let seconds = deadline.seconds_left.unsigned_abs();
    let amount = match seconds {
        172_800.. => format!("{} days", seconds / 86_400),
        7_200.. => format!("{} hours", seconds / 3_600),
        _ => format!("{} minutes", seconds / 60),
    };
    match deadline.state {
        DeadlineState::Passed => format!("closed {amount} ago; handing over late is not stopped"),
        _ => format!("in {amount}"),
    }
}

/// Reads a deadline out of a secretariat's words.
pub(super) fn read(
    desk: &Desk,
    terminal: &Terminal,
    wording: String,
    zone: String,
) -> Result<Outcome, Failure> {
    let read = desk.deadline_read(DeadlineWordsRequest { wording, zone })?;
    let found = !read.instant.is_empty();
    terminal.answer(&read, |read| {
        let mut out = if read.instant.is_empty() {
            String::new()
        } else {
            format!("{} ({})\n", read.instant, read.zone)
        };
        for doubt in &read.assumed {
            out.push_str(&format!("  {doubt}\n"));
        }
        out
    });
    Ok(if found { Outcome::Fine } else { Outcome::Unusable })
}
