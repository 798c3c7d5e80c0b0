//! Files that go with a statement: attached, decided about, handed over as cleaned copies.
//!
//! Which files go with it, and what was decided, is part of the shared document; the bytes lie
//! in this file under their hash and leave it only with a hand-over, so that partners do not
//! get comments that were not meant for them.

use std::path::Path;

use rostrum_core::check::{PublicFile, Seen};
use rostrum_core::model::{Annex, Statement};
use rostrum_core::scrub::Cleaned;

use super::open::Open;
use super::wire::{
    AnnexAddRequest, AnnexDecideRequest, AnnexRow, AnnexWriteRequest, Annexes, Exported,
    FileRequest, ItemRequest,
};
use super::{Desk, drafts, loose, scrub, sha256, write_whole};
use crate::failure::{Code, Failure};

/// Before the name of a setting that holds what is known of a file.
const SEEN: &str = "seen.";

impl Desk {
    /// Lists the files that go with a statement, and what they give away.
    pub fn annexes(&self, request: FileRequest) -> Result<Annexes, Failure> {
        self.annexes_ready(&request.file)?;
        self.with(&request.file, |open| {
            let annexes = open.files(&open.statement())?.into_iter().map(row).collect();
            Ok(Annexes { annexes })
        })
    }

    /// Attaches a file; the same bytes are attached once.
    pub fn annex_add(&self, request: AnnexAddRequest) -> Result<Annexes, Failure> {
        let bytes = loose::read_file(Path::new(&request.path), scrub::MOST_BYTES)?;
        let name = drafts::file_name(&request.path);
        if bytes.is_empty() {
            return Err(Failure::new(
                Code::FileUncleanable,
                format!("attach \"{name}\""),
                "the file is empty; check that it was saved",
            )
            .with("file", &name)
            .with("why", "empty"));
        }
        let sum = sha256(&bytes);
        let organisation =
            self.with(&request.file, |open| Ok(open.shared.statement().organisation))?;
        let seen = self.seen(&bytes, &name, &organisation, &request.job);
        let (id, added) = (self.ids.next(), self.now());
        self.change(&request.file, |open| {
            open.file.put_file(&bytes)?;
            keep_seen(open, &sum, &seen)?;
            let known = open.shared.statement().annexes;
            if known.iter().all(|annex| annex.sha256 != sum) {
                let annex = Annex {
                    id,
                    name,
                    bytes: bytes.len() as u32,
                    sha256: sum,
                    added,
                    ..Annex::default()
                };
                let change = open.shared.put_annex(&annex);
                open.note(change);
            }
            Ok(())
        })?;
        self.annexes(FileRequest { file: request.file })
    }

    /// Says what becomes of what is in an annex.
    ///
    /// # Errors
    /// [`Code::NotFound`] for an unknown id.
    pub fn annex_decide(&self, request: AnnexDecideRequest) -> Result<Annexes, Failure> {
        self.change(&request.file, |open| {
            let annex = found(&open.shared.statement(), &request.id)?;
            let change = open.shared.put_annex(&Annex {
                comments: request.comments,
                changes: request.changes,
                hidden: request.hidden,
                attachments: request.attachments,
                ..annex
            });
            open.note(change);
            Ok(())
        })?;
        self.annexes(FileRequest { file: request.file })
    }

    /// Takes an annex out; undo brings it back, with its bytes.
    ///
    /// # Errors
    /// [`Code::NotFound`] for an unknown id.
    pub fn annex_remove(&self, request: ItemRequest) -> Result<Annexes, Failure> {
        self.change(&request.file, |open| {
            found(&open.shared.statement(), &request.id)?;
            let change = open.shared.remove_annex(&request.id);
            open.note(change);
            Ok(())
        })?;
        self.annexes(FileRequest { file: request.file })
    }

    /// Writes an annex to a file, as it was attached or as it would be handed over.
    ///
    /// # Errors
    /// [`Code::NotFound`] for an unknown id and in a copy that has not its bytes;
    /// [`Code::FileUncleanable`] when a cleaned copy is wanted and cannot be made.
    pub fn annex_write(&self, request: AnnexWriteRequest) -> Result<Exported, Failure> {
        let (annex, bytes, organisation) = self.with(&request.file, |open| {
            let statement = open.statement();
            let annex = found(&statement, &request.id)?;
            let bytes = open.file.file(&annex.sha256)?.ok_or_else(|| absent(&annex))?;
            Ok((annex, bytes, statement.organisation))
        })?;
        let bytes = if request.clean {
            let choices = annex.choices(&organisation);
            self.cleaned(&bytes, &annex.name, &choices, &request.job)
                .map_err(|error| Failure::from(error).with("file", &annex.name))?
                .bytes
        } else {
            bytes
        };
        write_whole(Path::new(&request.out), &bytes)?;
        Ok(Exported {
            file: request.out,
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        })
    }

    /// Looks through annexes that came from another copy of one's own file.
    pub(super) fn annexes_ready(&self, file: &str) -> Result<(), Failure> {
        let waiting = self.with(file, |open| {
            let statement = open.shared.statement();
            let mut waiting = Vec::new();
            for known in open.files(&statement)? {
                if known.seen == Seen::Unknown
                    && let Some(bytes) = open.file.file(&known.annex.sha256)?
                {
                    waiting.push((known.annex, bytes, statement.organisation.clone()));
                }
            }
            Ok(waiting)
        })?;
        for (annex, bytes, organisation) in waiting {
            let seen = self.seen(&bytes, &annex.name, &organisation, "");
            self.with(file, |open| keep_seen(open, &annex.sha256, &seen))?;
        }
        Ok(())
    }

    /// Returns the cleaned copies that go with a version: name and bytes, in their order.
    ///
    /// What cannot be cleaned goes as it is; a finding says so. What is not in this copy of the
    /// statement is left out; a finding stands in the way.
    pub(super) fn cleaned_annexes(
        &self,
        file: &str,
        job: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let found = self.with(file, |open| {
            let statement = open.shared.statement();
            let mut found = Vec::new();
            for annex in &statement.annexes {
                if let Some(bytes) = open.file.file(&annex.sha256)? {
                    found.push((annex.clone(), bytes, annex.choices(&statement.organisation)));
                }
            }
            Ok(found)
        })?;
        let clean = |(annex, bytes, choices): (Annex, Vec<u8>, _)| {
            let bytes = match self.cleaned(&bytes, &annex.name, &choices, job) {
                Ok(Cleaned { bytes, .. }) => bytes,
                Err(_) => bytes,
            };
            (annex.name, bytes)
        };
        Ok(found.into_iter().map(clean).collect())
    }
}

impl Open {
    /// Returns the annexes of a statement with what is known of them.
    pub(super) fn files(&self, statement: &Statement) -> Result<Vec<PublicFile>, Failure> {
        let mut files = Vec::with_capacity(statement.annexes.len());
        for annex in &statement.annexes {
            let seen = if self.file.has_file(&annex.sha256)? {
                self.known(&annex.sha256)?
            } else {
                Seen::Absent
            };
            files.push(PublicFile { annex: annex.clone(), seen });
        }
        Ok(files)
    }

    fn known(&self, sum: &str) -> Result<Seen, Failure> {
        if let Some(seen) = self.seen.borrow().get(sum) {
            return Ok(seen.clone());
        }
        let Some(kept) = self.file.setting(&format!("{SEEN}{sum}"))? else {
            return Ok(Seen::Unknown);
        };
        // Kept by another Rostrum in a way this one does not know: looked through again.
        let seen = match serde_json::from_str(&kept) {
            Ok(Kept { report: Some(report), .. }) => Seen::Report(report),
            Ok(Kept { unlooked, .. }) if !unlooked.is_empty() => Seen::Unlooked(unlooked),
            _ => Seen::Unknown,
        };
        self.seen.borrow_mut().insert(sum.to_owned(), seen.clone());
        Ok(seen)
    }
}

/// What is kept of a file that was looked through.
#[derive(serde::Serialize, serde::Deserialize)]
struct Kept {
    report: Option<rostrum_core::scrub::Report>,
    unlooked: String,
}

fn keep_seen(open: &mut Open, sum: &str, seen: &Seen) -> Result<(), Failure> {
    let (report, unlooked) = match seen {
        Seen::Report(report) => (Some(report.clone()), String::new()),
        Seen::Unlooked(why) => (None, why.clone()),
        Seen::Unknown | Seen::Absent => return Ok(()),
    };
    let kept = serde_json::to_string(&Kept { report, unlooked })
        .map_err(|error| Failure::new(Code::Internal, "keep what a file gives away", error))?;
    open.file.put_setting(&format!("{SEEN}{sum}"), &kept)?;
    open.seen.borrow_mut().insert(sum.to_owned(), seen.clone());
    Ok(())
}

fn row(known: PublicFile) -> AnnexRow {
    let here = known.seen != Seen::Absent;
    let (report, unlooked) = match known.seen {
        Seen::Report(report) => (Some(report), String::new()),
        Seen::Unlooked(why) => (None, why),
        Seen::Unknown | Seen::Absent => (None, String::new()),
    };
    AnnexRow { annex: known.annex, here, report, unlooked }
}

fn found(statement: &Statement, id: &str) -> Result<Annex, Failure> {
    statement.annexes.iter().find(|annex| annex.id == id).cloned().ok_or_else(|| {
        Failure::new(Code::NotFound, format!("find the annex \"{id}\""), "no annex has this id")
            .with("name", id)
    })
}

fn absent(annex: &Annex) -> Failure {
    Failure::new(
        Code::NotFound,
        format!("write the annex \"{}\"", annex.name),
        "its file is in another copy of the statement; attach the same file here",
    )
    .with("name", &annex.name)
}
