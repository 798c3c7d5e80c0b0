//! A text that was begun elsewhere, usually in Word, goes on as a statement.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::begun::{Taken, take};
use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::{Call, Picture};
use rostrum_core::pictures::name_for;
use rostrum_core::skeletons::with_skeletons;

use super::pictures::kept_as;
use super::wire::{BegunRequest, BegunTakeRequest, BegunTaken, BegunView};
use super::{Desk, loose};
use crate::failure::{Code, Failure};
use crate::{templates, worker};

/// Pictures that come with a text, each with its bytes.
type Pictures = Vec<(Picture, Vec<u8>)>;

/// Larger than any statement by a factor of ten.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

impl Desk {
    /// Tells what would become of a text that was begun elsewhere; nothing is changed.
    ///
    /// It is read in a process of its own, under a limit of time and memory.
    pub fn begun_look(&self, request: BegunRequest) -> Result<BegunView, Failure> {
        let call = self.call(&request.call)?;
        let call = with_skeletons(&call, &request.skeleton, &[], templates::skeletons());
        let (name, taken, _) = self.begun(&request.text, &call, &[], &request.job)?;
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
        let (call, known) = self.with(&request.file, |open| {
            if has_words(&open.shared.body()) {
                return Err(Failure::new(
                    Code::ValueRefused,
                    "begin with this text",
                    "the statement has text already; make a new statement for it",
                )
                .with("field", "text"));
            }
            Ok((open.call.clone(), open.shared.statement().pictures))
        })?;
        let (_, taken, pictures) = self.begun(&request.text, &call, &known, &request.job)?;
        self.change(&request.file, |open| {
            let own = open.shared.statement();
            for (_, bytes) in &pictures {
                open.file.put_file(bytes)?;
            }
            let changes = open.shared.as_one(|shared| {
                let mut changes = put(shared, &own, &call, &taken);
                changes.extend(pictures.iter().map(|(picture, _)| shared.put_picture(picture)));
                changes
            });
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        let workspace = self.workspace_of(&request.file)?;
        Ok(BegunTaken { workspace, report: taken.report })
    }

    /// Reads a text, and makes the pictures in it ready; `known` has the statement already.
    fn begun(
        &self,
        text: &str,
        call: &Call,
        known: &[Picture],
        job: &str,
    ) -> Result<(String, Taken, Pictures), Failure> {
        let path = Path::new(text);
        let bytes = loose::read_file(path, MOST_BYTES)?;
        let name = path
            .file_name()
            .map_or_else(|| text.to_owned(), |name| name.to_string_lossy().into_owned());
        let mut begun = {
            let job = self.jobs.start(job, self.events.as_ref());
            worker::begun(&self.places.worker, &bytes, &name, &job)
                .map_err(|error| Failure::from(error).with("file", &name))?
        };
        let mut known = known.to_vec();
        let mut new = Vec::new();
        for picture in &mut begun.pictures {
            let Ok(bytes) = BASE64_STANDARD.decode(&picture.bytes) else { continue };
            if bytes.is_empty() {
                continue;
            }
            let (made, bytes) = match self.picture_made(&bytes, job) {
                Ok(made) => made,
                Err(failure) if failure.code == Code::PictureRefused => continue,
                Err(failure) => return Err(failure),
            };
            let made = kept_as(&made, &bytes);
            let same = known.iter().find(|known| known.sha256 == made.sha256);
            let kept = same.cloned().unwrap_or_else(|| {
                let names: Vec<&str> = known.iter().map(|known| known.name.as_str()).collect();
                let name = name_for(&wanted(&picture.name, &picture.alt), made.kind, &names);
                let kept = Picture { id: self.ids.next(), name, added: self.now(), ..made };
                known.push(kept.clone());
                new.push((kept.clone(), bytes));
                kept
            });
            picture.kept = Some(kept);
        }
        let taken = take(&begun, call, &name);
        Ok((name, taken, new))
    }
}

/// Returns the name that a picture should have: that of its file, or the first words of what it
/// shows where a program made the name.
fn wanted(name: &str, alt: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    let counted = ["", "image", "img", "picture", "pic", "rid"].contains(&letters.as_str());
    let made = counted || stem.len() > 15 && stem.bytes().all(|b| b.is_ascii_hexdigit());
    let words: Vec<&str> = alt.split_whitespace().take(5).collect();
    if made && !words.is_empty() { words.join(" ").replace('.', " ") } else { name.to_owned() }
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
