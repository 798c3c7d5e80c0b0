//! A text that was begun elsewhere, usually in Word, goes on as a statement.

use std::path::Path;

use rostrum_core::begun::{Taken, take};
use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::Call;
use rostrum_core::skeletons::with_skeletons;

use super::wire::{BegunRequest, BegunTakeRequest, BegunTaken, BegunView};
use super::{Desk, loose};
use crate::failure::{Code, Failure};
use crate::{templates, worker};

/// Larger than any statement by a factor of ten.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

impl Desk {
    /// Tells what would become of a text that was begun elsewhere; nothing is changed.
    ///
    /// It is read in a process of its own, under a limit of time and memory.
    pub fn begun_look(&self, request: BegunRequest) -> Result<BegunView, Failure> {
        let call = self.call(&request.call)?;
        let call = with_skeletons(&call, &request.skeleton, &[], templates::skeletons());
        let (name, taken) = self.begun(&request.text, &call, &request.job)?;
        let organisation = taken.head.into_iter().find(|(id, _)| id == "organisation");
        Ok(BegunView {
            name,
            title: taken.title,
            organisation: organisation.map(|(_, value)| value).unwrap_or_default(),
            report: taken.report,
        })
    }

    /// Goes on with a text that was begun elsewhere; undo takes it out again as one act.
    ///
    /// Title and fields of the head that the statement has already stay as they are.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] when the statement has text of its own.
    pub fn begun_take(&self, request: BegunTakeRequest) -> Result<BegunTaken, Failure> {
        let call = self.with(&request.file, |open| {
            if has_words(&open.shared.body()) {
                return Err(Failure::new(
                    Code::ValueRefused,
                    "begin with this text",
                    "the statement has text already; make a new statement for it",
                )
                .with("field", "text"));
            }
            Ok(open.call.clone())
        })?;
        let (_, taken) = self.begun(&request.text, &call, &request.job)?;
        self.change(&request.file, |open| {
            let own = open.shared.statement();
            let changes = open.shared.as_one(|shared| put(shared, &own, &call, &taken));
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        let workspace = self.workspace_of(&request.file)?;
        Ok(BegunTaken { workspace, report: taken.report })
    }

    fn begun(&self, text: &str, call: &Call, job: &str) -> Result<(String, Taken), Failure> {
        let path = Path::new(text);
        let bytes = loose::read_file(path, MOST_BYTES)?;
        let name = path
            .file_name()
            .map_or_else(|| text.to_owned(), |name| name.to_string_lossy().into_owned());
        let job = self.jobs.start(job, self.events.as_ref());
        let begun = worker::begun(&self.places.worker, &bytes, &name, &job)
            .map_err(|error| Failure::from(error).with("file", &name))?;
        let taken = take(&begun, call, &name);
        Ok((name, taken))
    }
}

/// Tells whether a body has text besides its headings.
fn has_words(body: &str) -> bool {
    body.lines().any(|line| !line.trim().is_empty() && !line.starts_with("# "))
}

fn put(
    shared: &mut SharedStatement,
    own: &rostrum_core::model::Statement,
    call: &Call,
    taken: &Taken,
) -> Vec<rostrum_core::coauthor::Change> {
    let mut changes = vec![shared.change_body(&taken.body)];
    // A title that nobody gave is the call's name.
    if !taken.title.is_empty() && (own.title.is_empty() || own.title == call.name) {
        changes.push(shared.set_head("title", &taken.title));
    }
    for (field, value) in &taken.head {
        let present = match field.as_str() {
            "title" => &own.title,
            "organisation" => &own.organisation,
            other => own.header.get(other).map_or("", String::as_str),
        };
        if present.is_empty() {
            changes.push(shared.set_head(field, value));
        }
    }
    changes.extend(taken.sources.iter().map(|source| shared.put_source(source)));
    changes.extend(taken.remarks.iter().map(|remark| shared.put_review(remark)));
    changes
}
