//! Calls that the user makes: duplicated, edited by field or as text, given to others.

use std::path::Path;

use rostrum_core::calls;
use serde_json::json;

use super::wire::{
    CallCopyRequest, CallEdit, CallExportRequest, CallFieldRequest, CallFileRequest, CallRequest,
    CallTextRequest, Exported, Nothing, OwnCall, OwnCallList,
};
use super::{Desk, loose, sha256, write_whole};
use crate::failure::{Code, Failure};
use crate::own_calls::{OwnCalls, is_id, is_shipped};

/// A call larger than this is not a call.
const MOST_BYTES: u64 = 1024 * 1024;

/// What a call begins with that is made from nothing.
const EMPTY: &str = include_str!("empty_call.toml");

impl Desk {
    /// Lists the calls that the user made, by name, with the number of their faults.
    pub fn calls_own(&self, _: Nothing) -> Result<OwnCallList, Failure> {
        let book = self.own_calls();
        let mut calls: Vec<OwnCall> = book
            .list()
            .into_iter()
            .map(|(id, toml)| {
                let fields = calls::fields(&toml).unwrap_or_default();
                OwnCall {
                    name: fields["name"].as_str().unwrap_or(&id).to_owned(),
                    version: fields["version"]
                        .as_u64()
                        .and_then(|v| u32::try_from(v).ok())
                        .unwrap_or(0),
                    faults: faults(&id, &toml).len() as u32,
                    path: book.path(&id).to_string_lossy().into_owned(),
                    id,
                }
            })
            .collect();
        calls.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(OwnCallList { calls })
    }

    /// Makes a call of one's own from another, or from nothing, and keeps it.
    ///
    /// # Errors
    /// [`Code::CallUnknown`]; [`Code::NameTaken`] when a call has the wanted id.
    pub fn call_copy(&self, request: CallCopyRequest) -> Result<CallEdit, Failure> {
        let book = self.own_calls();
        let from = request.from.trim();
        let text = if from.is_empty() { EMPTY.to_owned() } else { self.call_text(from)? };
        let wanted = request.id.trim();
        let id = if wanted.is_empty() {
            let base = if from.is_empty() { "my-call" } else { from };
            book.free_id(&format!("{}-own", base.trim_end_matches("-own")))
        } else if is_shipped(wanted) || book.find(wanted).is_some() {
            let detail = "another call has this id; choose another";
            return Err(Failure::new(Code::NameTaken, "make a call", detail).with("name", wanted));
        } else {
            wanted.to_owned()
        };
        let name = match request.name.trim() {
            "" => {
                let fields = calls::fields(&text).unwrap_or_default();
                format!("{} (my copy)", fields["name"].as_str().unwrap_or("Call"))
            }
            name => name.to_owned(),
        };
        let mut toml = text;
        let mut given = vec![("id", json!(id)), ("name", json!(name)), ("version", json!(1))];
        if !from.is_empty() && is_id(from) {
            given.push(("based_on", json!(from)));
        }
        for (path, value) in given {
            toml = calls::with_field(&toml, path, &value).map_err(|e| refused(&id, &e))?;
        }
        book.save(&id, &toml)?;
        Ok(self.edit(&id, toml))
    }

    /// Opens a call of one's own for editing.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the user has none of this id.
    pub fn call_edit(&self, request: CallRequest) -> Result<CallEdit, Failure> {
        let toml = self.own_calls().find(&request.id).ok_or_else(|| {
            Failure::new(
                Code::NotFound,
                format!("edit the call \"{}\"", request.id),
                "you have no call of this id; duplicate one to make it yours",
            )
            .with("name", &request.id)
        })?;
        Ok(self.edit(&request.id, toml))
    }

    /// Tells fields and faults of a call that is being edited; nothing is kept.
    pub fn call_look(&self, request: CallTextRequest) -> Result<CallEdit, Failure> {
        Ok(self.edit(&request.id, request.toml))
    }

    /// Sets one field of a call that is being edited; nothing is kept.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] when there is no such place, or the text is no TOML.
    pub fn call_field(&self, request: CallFieldRequest) -> Result<CallEdit, Failure> {
        let toml = calls::with_field(&request.toml, &request.path, &request.value)
            .map_err(|error| refused(&request.id, &error).with("path", &request.path))?;
        Ok(self.edit(&request.id, toml))
    }

    /// Keeps a call of one's own, with or without faults, under the id in its text.
    ///
    /// # Errors
    /// [`Code::NameTaken`] when another call has that id.
    pub fn call_save(&self, request: CallTextRequest) -> Result<CallEdit, Failure> {
        let book = self.own_calls();
        let fields = calls::fields(&request.toml).unwrap_or_default();
        // A text that cannot be read keeps the id it had.
        let id = fields["id"].as_str().filter(|id| is_id(id)).unwrap_or(&request.id).to_owned();
        let moved = id != request.id;
        if moved && book.find(&id).is_some() {
            let detail = "another call of yours has this id; choose another";
            return Err(Failure::new(Code::NameTaken, "keep a call", detail).with("name", id));
        }
        book.save(&id, &request.toml)?;
        if moved && book.find(&request.id).is_some() {
            book.remove(&request.id)?;
        }
        Ok(self.edit(&id, request.toml))
    }

    /// Takes a call of one's own out; statements that were begun with it keep their rules.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the user has none of this id.
    pub fn call_remove(&self, request: CallRequest) -> Result<OwnCallList, Failure> {
        self.own_calls().remove(&request.id)?;
        self.calls_own(Nothing {})
    }

    /// Brings a call in from a file; one whose id is taken gets another.
    ///
    /// # Errors
    /// What reading the file fails with; [`Code::CallFaulty`] when it is no TOML.
    pub fn call_import(&self, request: CallFileRequest) -> Result<CallEdit, Failure> {
        let bytes = loose::read_file(Path::new(&request.path), MOST_BYTES)?;
        let mut toml = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
        let fields = calls::fields(&toml).map_err(|_| {
            let fault = calls::load(&toml).err().and_then(|faults| faults.into_iter().next());
            let line = fault.as_ref().map_or(1, |fault| fault.line);
            let detail = fault.map_or_else(String::new, |fault| fault.to_string());
            Failure::new(Code::CallFaulty, format!("read the call \"{}\"", request.path), detail)
                .with("name", &request.path)
                .with("line", line)
        })?;
        let book = self.own_calls();
        let wanted = fields["id"].as_str().unwrap_or("my-call");
        // The same file again is the same call, not a second one.
        let id = match book.find(wanted) {
            Some(kept) if kept == toml => wanted.to_owned(),
            _ => book.free_id(wanted),
        };
        if id != wanted {
            toml = calls::with_field(&toml, "id", &json!(id)).map_err(|e| refused(&id, &e))?;
        }
        book.save(&id, &toml)?;
        Ok(self.edit(&id, toml))
    }

    /// Writes a call to a file, to give to others.
    pub fn call_export(&self, request: CallExportRequest) -> Result<Exported, Failure> {
        let toml = self.call_text(&request.id)?;
        write_whole(Path::new(&request.out), toml.as_bytes())?;
        Ok(Exported {
            file: request.out,
            bytes: toml.len() as u32,
            sha256: sha256(toml.as_bytes()),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        })
    }

    /// Returns the book of the user's own calls.
    pub(super) fn own_calls(&self) -> OwnCalls {
        OwnCalls::new(&self.places.config)
    }

    fn edit(&self, id: &str, toml: String) -> CallEdit {
        let book = self.own_calls();
        let kept = book.find(id).is_some_and(|kept| kept == toml);
        CallEdit {
            id: id.to_owned(),
            fields: calls::fields(&toml).unwrap_or_default(),
            faults: faults(id, &toml),
            path: if kept { book.path(id).to_string_lossy().into_owned() } else { String::new() },
            toml,
        }
    }
}

/// Returns the faults of a call of one's own: its id may be none that ships.
fn faults(id: &str, toml: &str) -> Vec<calls::CallFault> {
    let mut faults = calls::load(toml).err().unwrap_or_default();
    let own = calls::fields(toml).unwrap_or_default();
    let own = own["id"].as_str().unwrap_or(id).to_owned();
    if is_shipped(&own) {
        faults.insert(
            0,
            calls::CallFault {
                line: 1,
                field: "id".into(),
                kind: calls::CallFaultKind::Twice,
                problem: format!("A call that ships with Rostrum has the id \"{own}\"."),
                remedy: "Give yours another id.".into(),
            },
        );
    }
    faults
}

fn refused(id: &str, error: &calls::FieldRefused) -> Failure {
    Failure::new(Code::ValueRefused, format!("change the call \"{id}\""), error)
        .with("field", "path")
}
