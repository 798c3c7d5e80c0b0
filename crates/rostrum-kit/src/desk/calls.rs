//! Calls: those that ship with Rostrum, and those of files.

use std::path::Path;

use jiff::Timestamp;
use rostrum_core::calls::{self, CallFault};
use rostrum_core::deadlines::plan::towards;
use rostrum_core::model::call::{CallStatus, Deadline};
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_core::model::{Call, Statement};
use rostrum_core::skeletons::suggested;

use super::Desk;
use super::wire::{CallCard, CallRequest};
use crate::failure::{Code, Failure};
use crate::own_calls::is_shipped;
use crate::templates;

/// A call larger than this is not a call.
const MOST_BYTES: u64 = 1024 * 1024;

impl Desk {
    /// Shows a call with all its rules and their sources.
    pub fn call_show(&self, request: CallRequest) -> Result<Call, Failure> {
        self.call(&request.id)
    }

    /// Returns every call, those that can still be answered first.
    pub fn calls(&self) -> Result<Vec<Call>, Failure> {
        let mut found = templates::CALLS
            .iter()
            .map(|(id, text)| parsed(id, text))
            .collect::<Result<Vec<Call>, Failure>>()?;
        // One of the user's own that has faults is listed by itself, with them.
        found.extend(self.own_calls().list().iter().filter_map(|(_, toml)| calls::load(toml).ok()));
        let rank = |status| match status {
            CallStatus::Open => 0,
            CallStatus::Rolling => 1,
            CallStatus::Unknown => 2,
            CallStatus::Closed => 3,
            CallStatus::Historic => 4,
        };
        found.sort_by(|a, b| (rank(a.status), &a.name).cmp(&(rank(b.status), &b.name)));
        Ok(found)
    }

    /// Tells what is wrong with a call's file; empty when nothing is.
    pub fn call_faults(&self, path: &str) -> Result<Vec<CallFault>, Failure> {
        let bytes = super::loose::read_file(Path::new(path), MOST_BYTES)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            Failure::new(
                Code::CallFaulty,
                format!("read the call \"{path}\""),
                format!("it is not UTF-8 text ({error}); save it as UTF-8"),
            )
            .with("file", path)
        })?;
        Ok(calls::load(&text).err().unwrap_or_default())
    }

    /// Returns the call with this id, or the one in the file of this path.
    pub(super) fn call(&self, id: &str) -> Result<Call, Failure> {
        parsed(id, &self.call_text(id)?)
    }

    /// Returns the TOML of the call with this id, or of the file of this path.
    pub(super) fn call_text(&self, id: &str) -> Result<String, Failure> {
        if let Some((_, text)) = templates::CALLS.iter().find(|(known, _)| *known == id) {
            return Ok((*text).to_owned());
        }
        if let Some(text) = self.own_calls().find(id) {
            return Ok(text);
        }
        let path = Path::new(id);
        let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        if is_file {
            let bytes = super::loose::read_file(path, MOST_BYTES)?;
            return Ok(String::from_utf8_lossy(&bytes).into_owned());
        }
        let own = self.own_calls().list();
        let shipped = templates::CALLS.iter().map(|(id, _)| *id);
        let known: Vec<&str> = shipped.chain(own.iter().map(|(id, _)| id.as_str())).collect();
        Err(Failure::new(
            Code::CallUnknown,
            format!("find the call \"{id}\""),
            format!("these are known: {}; or give the path of a .toml file", known.join(", ")),
        )
        .with("name", id))
    }
}

fn parsed(id: &str, text: &str) -> Result<Call, Failure> {
    calls::load(text).map_err(|faults| {
        let words: Vec<String> = faults
            .iter()
            .map(|f| format!("line {}, {}: {} {}", f.line, f.field, f.problem, f.remedy))
            .collect();
        Failure::new(Code::CallFaulty, format!("read the call \"{id}\""), words.join("; "))
            .with("name", id)
            .with("line", faults.first().map_or(0, |f| f.line))
    })
}

/// Makes the short form of a call.
pub(super) fn card(call: &Call, now: Timestamp) -> CallCard {
    CallCard {
        id: call.id.clone(),
        name: call.name.clone(),
        body: call.body.clone(),
        status: call.status,
        kind: call.kind,
        summary: call.summary.clone(),
        limit: call.word_limit(EcosocStatus::None, false).map(|limit| limit.max),
        numbered_paragraphs: call.numbered_paragraphs.as_ref().map(|rule| rule.value),
        footnotes: call.footnotes.as_ref().map(|rule| rule.value),
        files: call.format.files.as_ref().map(|rule| rule.value.clone()).unwrap_or_default(),
        deadline: next_date(call, &Statement::default(), now),
        own: !is_shipped(&call.id),
        skeleton: suggested(call, templates::skeletons()).map(|s| s.id.clone()).unwrap_or_default(),
    }
}

/// Returns the date of a call that matters to a statement: the one its plan counts back from.
pub(super) fn next_date(call: &Call, statement: &Statement, now: Timestamp) -> Option<Deadline> {
    towards(call, statement.standing(), &statement.plan, now).or(call.deadlines.first()).cloned()
}
