//! The verbs about calls that users make, and about newer versions of a call.

use std::path::{Path, PathBuf};

use clap::Args;
use rostrum_core::calls::CallFault;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    CallCopyRequest, CallEdit, CallExportRequest, CallFieldRequest, CallFileRequest, CallRequest,
    CallTextRequest, FileRequest, Nothing, RenewRequest, Renewal,
};
use serde_json::json;

use crate::out::Out;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Make a call of your own from another.
#[derive(Debug, Args)]
pub(crate) struct Duplicate {
    /// Id of the call to begin with; none begins with nothing.
    #[arg(default_value = "", hide_default_value = true)]
    from: String,
    /// Id of the new call.
    #[arg(long, default_value = "", hide_default_value = true)]
    id: String,
    /// Name of the new call.
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
}

impl Duplicate {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let made =
            desk.call_copy(CallCopyRequest { from: self.from, id: self.id, name: self.name })?;
        edited(terminal, &made);
        Ok(Outcome::Fine)
    }
}

/// Set one field of a call of your own.
#[derive(Debug, Args)]
pub(crate) struct Set {
    /// Id of the call.
    id: String,
    /// The field, such as `name`, `limits[0].max` or `who.value`.
    field: String,
    /// The value as JSON, or plain words; left out, the field is taken out.
    value: Option<String>,
}

impl Set {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let kept = desk.call_edit(CallRequest { id: self.id.clone() })?;
        let value = match self.value {
            None => serde_json::Value::Null,
            Some(words) => serde_json::from_str(&words).unwrap_or_else(|_| json!(words)),
        };
        let CallEdit { toml, .. } = desk.call_field(CallFieldRequest {
            id: self.id.clone(),
            toml: kept.toml,
            path: self.field,
            value,
        })?;
        let saved = desk.call_save(CallTextRequest { id: self.id, toml })?;
        edited(terminal, &saved);
        Ok(Outcome::Fine)
    }
}

/// Tell what a newer version of a statement's call would change.
#[derive(Debug, Args)]
pub(crate) struct Renew {
    /// Statement file.
    file: PathBuf,
    /// Take the newer rules.
    #[arg(long, conflicts_with_all = ["keep", "back"])]
    accept: bool,
    /// Stay with the present rules; the newer ones are not offered again.
    #[arg(long, conflicts_with = "back")]
    keep: bool,
    /// Take the rules from before the last renewal again.
    #[arg(long)]
    back: bool,
}

impl Renew {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::super::path(&self.file);
        let mut shown = desk.renewal_show(FileRequest { file: file.clone() })?;
        let act = match (self.accept, self.keep, self.back) {
            (true, _, _) => "accept",
            (_, true, _) => "keep",
            (_, _, true) => "back",
            _ => "",
        };
        if !act.is_empty() {
            let differences = std::mem::take(&mut shown.differences);
            desk.renewal_decide(RenewRequest { file: file.clone(), act: act.into() })?;
            shown = Renewal { differences, ..desk.renewal_show(FileRequest { file })? };
        }
        terminal.answer(&shown, |renewal| renewal_words(renewal, act));
        Ok(Outcome::Fine)
    }
}

fn renewal_words(renewal: &Renewal, act: &str) -> String {
    let mut out = match act {
        "accept" => format!("The statement now keeps the rules of version {}.\n", renewal.version),
        "keep" => format!("The statement stays with version {}.\n", renewal.version),
        "back" => format!("The statement has the rules of version {} again.\n", renewal.version),
        _ if renewal.newest > renewal.version => format!(
            "Version {} of the rules is known; the statement has version {}. What differs:\n",
            renewal.newest, renewal.version
        ),
        _ => format!("The statement has version {}; none newer is known.\n", renewal.version),
    };
    for difference in &renewal.differences {
        let entry = if difference.entry.is_empty() {
            String::new()
        } else {
            format!(" ({})", difference.entry)
        };
        out.push_str(&format!("  {}{entry}\n", difference.field));
        out.push_str(&match (&difference.before, &difference.after) {
            (Some(before), Some(after)) => format!("    was: {before}\n    now: {after}\n"),
            (None, Some(after)) => format!("    new: {after}\n"),
            (Some(before), None) => format!("    no longer: {before}\n"),
            (None, None) => String::new(),
        });
    }
    if act.is_empty() && renewal.newest > renewal.version {
        out.push_str("Take them with --accept, or stay with the present ones with --keep.\n");
    }
    out
}

/// Brings in a call that somebody gave.
pub(super) fn import(desk: &Desk, terminal: &Terminal, file: &Path) -> Result<Outcome, Failure> {
    let made = desk.call_import(CallFileRequest { path: super::super::path(file) })?;
    edited(terminal, &made);
    Ok(Outcome::Fine)
}

/// Writes a call to a file.
pub(super) fn export(
    desk: &Desk,
    terminal: &Terminal,
    id: String,
    out: &Path,
) -> Result<Outcome, Failure> {
    let out = Out::of(out, "call.toml", terminal)?;
    let written = desk.call_export(CallExportRequest { id, out: out.path() })?;
    out.answer(terminal, &written, |written| format!("{} written", written.file))?;
    Ok(Outcome::Fine)
}

/// Takes a call of one's own out.
pub(super) fn remove(desk: &Desk, terminal: &Terminal, id: String) -> Result<Outcome, Failure> {
    let left = desk.call_remove(CallRequest { id: id.clone() })?;
    terminal.answer(&left, |_| format!("{id} taken out; statements keep their rules"));
    Ok(Outcome::Fine)
}

/// Says which of the user's own calls are not listed because they have faults.
pub(super) fn note_faulty(desk: &Desk, terminal: &Terminal) -> Result<(), Failure> {
    for call in desk.calls_own(Nothing {})?.calls.iter().filter(|call| call.faults > 0) {
        terminal.note(&format!(
            "{} has {} fault(s) and is not listed: rostrum calls validate {}",
            call.id, call.faults, call.path
        ));
    }
    Ok(())
}

fn edited(terminal: &Terminal, edit: &CallEdit) {
    let faults: Vec<_> = edit.faults.iter().map(fault).collect();
    let answer = json!({ "id": edit.id, "path": edit.path, "faults": faults });
    terminal.answer(&answer, |answer| {
        format!("{} kept in {}\n{}", edit.id, edit.path, fault_words(answer))
    });
}

pub(super) fn fault(fault: &CallFault) -> serde_json::Value {
    json!({
        "line": fault.line,
        "field": fault.field,
        "problem": fault.problem,
        "remedy": fault.remedy,
    })
}

pub(super) fn fault_words(answer: &serde_json::Value) -> String {
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
