//! Pictures of the body: added, named, put in place of each other, taken out.
//!
//! Which pictures there are is part of the shared document; where they are shown stands in the
//! body; their bytes lie in this file under their hash. They were cleaned when they were added,
//! so that unlike the bytes of annexes they go to partners.

mod kept;
mod words;

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::model::{Picture, Statement};
use rostrum_core::pictures::{LONGEST_SIDE, name_for, named, put_in, written};

use super::wire::{
    FileRequest, PictureAddRequest, PictureAdded, PictureBytesRequest, PictureData, PictureDone,
    PicturePlace, PictureRemoveRequest, PictureReplaceRequest, PictureRow, PictureSetRequest,
    Pictures,
};
use super::{Desk, drafts, loose, sha256};
use crate::failure::{Code, Failure};
use crate::worker::picture::{Made, PictureRefused, ready};

/// Largest file of a picture, in bytes.
pub(super) const MOST_BYTES: u64 = 20 * 1024 * 1024;

impl Desk {
    /// Lists the pictures of a statement, and where the body shows them.
    pub fn pictures(&self, request: FileRequest) -> Result<Pictures, Failure> {
        self.with(&request.file, |open| {
            let statement = open.shared.statement();
            let pictures = statement.pictures.iter();
            let rows = pictures.map(|picture| open.picture_row(&statement, picture));
            Ok(Pictures { pictures: rows.collect::<Result<_, _>>()? })
        })
    }

    /// Adds a picture, cleaned and no larger than print needs; the same bytes are added once.
    ///
    /// # Errors
    /// [`Code::PictureRefused`] for a file that is not taken; [`Code::NotFound`] when the body
    /// has no such place; nothing is added then.
    pub fn picture_add(&self, request: PictureAddRequest) -> Result<PictureAdded, Failure> {
        let (made, bytes) = if request.bytes.is_empty() {
            self.picture_ready(&request.path, &request.job)?
        } else {
            self.picture_given(&request)?
        };
        let wanted = match request.name.trim() {
            "" => drafts::file_name(&request.path),
            name => name.to_owned(),
        };
        let new = Picture { id: self.ids.next(), added: self.now(), ..kept_as(&made, &bytes) };
        let sum = new.sha256.clone();
        let mut markdown = String::new();
        let mut known = false;
        self.change(&request.file, |open| {
            let statement = open.shared.statement();
            let found = statement.pictures.iter().find(|picture| picture.sha256 == sum);
            known = found.is_some();
            let picture = found.cloned().unwrap_or_else(|| {
                let names: Vec<&str> = statement.pictures.iter().map(|p| p.name.as_str()).collect();
                Picture { name: name_for(&wanted, new.kind, &names), ..new }
            });
            markdown = written(&picture.name, &request.alt, &request.caption);
            let edit = put_in(&statement.body, &request.place, &markdown)
                .map_err(|none| no_place(&request.place, &none.to_string()))?;
            open.file.put_file(&bytes)?;
            open.pictures.borrow_mut().remove(&sum);
            let changes = open.shared.as_one(|shared| {
                let mut changes = Vec::new();
                if !known {
                    changes.push(shared.put_picture(&picture));
                }
                if let Some(edit) = edit {
                    changes.push(shared.renumber_body(&[edit])?);
                }
                Ok::<_, Failure>(changes)
            })?;
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        let picture = self.picture_row(&request.file, |picture| picture.sha256 == sum)?;
        Ok(PictureAdded { picture, done: done(made), markdown, known })
    }

    /// Puts another picture in place of one; places that show it show the other, under the same
    /// name but for an ending that tells another kind of file.
    ///
    /// # Errors
    /// As [`Desk::picture_add`]; [`Code::NameTaken`] when the other is in the statement already.
    pub fn picture_replace(&self, request: PictureReplaceRequest) -> Result<PictureAdded, Failure> {
        self.with(&request.file, |open| found(&open.shared.statement(), &request.id))?;
        let (made, bytes) = self.picture_ready(&request.path, &request.job)?;
        let new = kept_as(&made, &bytes);
        self.change(&request.file, |open| {
            let statement = open.shared.statement();
            let old = found(&statement, &request.id)?;
            let twin = statement.pictures.iter().find(|p| p.sha256 == new.sha256);
            if let Some(twin) = twin.filter(|twin| twin.id != old.id) {
                let detail = format!(
                    "it is in the statement already, as \"{}\"; show that one in the text",
                    twin.name
                );
                let attempt = format!("replace the picture \"{}\"", old.name);
                return Err(Failure::new(Code::NameTaken, attempt, detail).with("name", &twin.name));
            }
            let others = statement.pictures.iter().filter(|picture| picture.id != old.id);
            let names: Vec<&str> = others.map(|picture| picture.name.as_str()).collect();
            let name = if old.kind == new.kind {
                old.name.clone()
            } else {
                name_for(&old.name, new.kind, &names)
            };
            open.file.put_file(&bytes)?;
            open.pictures.borrow_mut().remove(&new.sha256);
            let (id, share, added) = (old.id.clone(), old.share, old.added.clone());
            let picture = Picture { id, name, share, added, ..new };
            open.rename(&statement, &old, &picture, None)
        })?;
        let picture = self.picture_row(&request.file, |picture| picture.id == request.id)?;
        let markdown = written(&picture.picture.name, "", "");
        Ok(PictureAdded { picture, done: done(made), markdown, known: false })
    }

    /// Changes name or width of a picture, or the words of one place that shows it.
    ///
    /// # Errors
    /// [`Code::NotFound`] for an unknown id or place; [`Code::NameTaken`]; [`Code::ValueRefused`].
    pub fn picture_set(&self, request: PictureSetRequest) -> Result<Pictures, Failure> {
        self.change(&request.file, |open| {
            let statement = open.shared.statement();
            let old = found(&statement, &request.id)?;
            let mut picture = old.clone();
            if let Some(name) = &request.name {
                picture.name = another_name(&statement, &old, name)?;
            }
            if let Some(share) = request.share {
                if share > 100 {
                    let detail = "give it in per cent of the width of the text, at most 100";
                    let attempt = format!("set the width of \"{}\"", old.name);
                    return Err(
                        Failure::new(Code::ValueRefused, attempt, detail).with("field", "share")
                    );
                }
                picture.share = share;
            }
            open.rename(&statement, &old, &picture, request.words.as_ref())
        })?;
        self.pictures(FileRequest { file: request.file })
    }

    /// Takes a picture out; undo brings it back, with its bytes and the places that showed it.
    ///
    /// # Errors
    /// [`Code::NotFound`] for an unknown id.
    pub fn picture_remove(&self, request: PictureRemoveRequest) -> Result<Pictures, Failure> {
        self.change(&request.file, |open| {
            let statement = open.shared.statement();
            let picture = found(&statement, &request.id)?;
            open.take_out(&statement, &picture, request.mentions)
        })?;
        self.pictures(FileRequest { file: request.file })
    }

    /// Gives the bytes of a picture, whole or as small as asked for.
    ///
    /// # Errors
    /// [`Code::NotFound`] for an unknown id and in a copy that has not its bytes.
    pub fn picture_bytes(&self, request: PictureBytesRequest) -> Result<PictureData, Failure> {
        let (picture, bytes) = self.with(&request.file, |open| {
            let picture = found(&open.shared.statement(), &request.id)?;
            let bytes = open.kept_picture(&picture)?.ok_or_else(|| absent(&picture))?;
            Ok((picture, bytes))
        })?;
        let whole = request.longest == 0 || picture.width.max(picture.height) <= request.longest;
        if whole {
            return Ok(PictureData {
                kind: picture.kind,
                media_type: picture.kind.media_type().into(),
                width: picture.width,
                height: picture.height,
                bytes: BASE64_STANDARD.encode(&bytes),
            });
        }
        let job = self.jobs.start("", self.events.as_ref());
        let made = ready(&self.places.worker, &bytes, request.longest, &job)?;
        Ok(PictureData {
            kind: made.kind,
            media_type: made.kind.media_type().into(),
            width: made.width,
            height: made.height,
            bytes: made.bytes,
        })
    }

    /// Writes a picture to a file, as it is kept.
    ///
    /// # Errors
    /// As [`Desk::picture_bytes`], and what writing a file fails with.
    pub fn picture_write(&self, file: &str, id: &str, out: &str) -> Result<u32, Failure> {
        let bytes = self.with(file, |open| {
            let picture = found(&open.shared.statement(), id)?;
            open.kept_picture(&picture)?.ok_or_else(|| absent(&picture))
        })?;
        super::write_whole(Path::new(out), &bytes)?;
        Ok(bytes.len() as u32)
    }

    /// Reads the file of a picture in a process of its own.
    fn picture_ready(&self, path: &str, job: &str) -> Result<(Made, Vec<u8>), Failure> {
        let bytes = loose::read_file(Path::new(path), MOST_BYTES).map_err(|failure| {
            if failure.code == Code::DraftTooLarge { too_large(path) } else { failure }
        })?;
        self.picture_made(&bytes, job).map_err(|failure| about(path, failure))
    }

    /// Reads the bytes of a picture that lies in no file.
    fn picture_given(&self, request: &PictureAddRequest) -> Result<(Made, Vec<u8>), Failure> {
        let path = request.path.as_str();
        let bytes = BASE64_STANDARD.decode(&request.bytes).map_err(|_| {
            about(path, crate::worker::WorkerError::Picture(PictureRefused::Damaged).into())
        })?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(too_large(path));
        }
        self.picture_made(&bytes, &request.job).map_err(|failure| about(path, failure))
    }

    /// Makes the bytes of a picture ready in a process of its own.
    pub(super) fn picture_made(&self, bytes: &[u8], job: &str) -> Result<(Made, Vec<u8>), Failure> {
        let job = self.jobs.start(job, self.events.as_ref());
        let made = ready(&self.places.worker, bytes, LONGEST_SIDE, &job)?;
        let bytes = made.decoded()?;
        Ok((made, bytes))
    }

    fn picture_row(
        &self,
        file: &str,
        is: impl Fn(&Picture) -> bool,
    ) -> Result<PictureRow, Failure> {
        self.with(file, |open| {
            let statement = open.shared.statement();
            let picture = statement.pictures.iter().find(|picture| is(picture));
            let picture = picture.ok_or_else(|| unknown(""))?;
            open.picture_row(&statement, picture)
        })
    }
}

/// Returns what is kept of a picture that is ready, without id, name and time.
pub(super) fn kept_as(made: &Made, bytes: &[u8]) -> Picture {
    Picture {
        kind: made.kind,
        width: made.width,
        height: made.height,
        bytes: bytes.len() as u32,
        sha256: sha256(bytes),
        ..Picture::default()
    }
}

fn done(made: Made) -> PictureDone {
    let (before_width, before_height) = made.before.unwrap_or_default();
    PictureDone {
        removed: made.removed,
        turned: made.turned,
        before_width,
        before_height,
        still: made.still,
        colours: made.colours,
    }
}

/// Returns the name a picture gets when a person asks for one.
fn another_name(statement: &Statement, old: &Picture, asked: &str) -> Result<String, Failure> {
    let attempt = format!("rename the picture \"{}\"", old.name);
    if !asked.chars().any(char::is_alphanumeric) {
        let detail = "give a name of letters and digits";
        return Err(Failure::new(Code::ValueRefused, attempt, detail).with("field", "name"));
    }
    let name = name_for(asked, old.kind, &[]);
    let taken = |picture: &&Picture| {
        picture.id != old.id && picture.name.to_lowercase() == name.to_lowercase()
    };
    if statement.pictures.iter().any(|picture| taken(&picture)) {
        let detail = format!("another picture is named \"{name}\"");
        return Err(Failure::new(Code::NameTaken, attempt, detail).with("name", &name));
    }
    Ok(name)
}

/// Returns a failure with the file that was being added.
fn about(path: &str, mut failure: Failure) -> Failure {
    let name = drafts::file_name(path);
    failure.attempt = format!("add the picture \"{name}\"");
    failure.with("file", &name)
}

fn too_large(path: &str) -> Failure {
    let why = PictureRefused::Large { limit: MOST_BYTES >> 20 };
    about(path, crate::worker::WorkerError::Picture(why).into())
}

fn found(statement: &Statement, id: &str) -> Result<Picture, Failure> {
    let picture = statement.pictures.iter().find(|picture| picture.id == id);
    picture.cloned().ok_or_else(|| unknown(id))
}

fn unknown(id: &str) -> Failure {
    Failure::new(Code::NotFound, format!("find the picture \"{id}\""), "no picture has this id")
        .with("name", id)
}

fn absent(picture: &Picture) -> Failure {
    Failure::new(
        Code::NotFound,
        format!("show the picture \"{}\"", picture.name),
        "its bytes are not in this copy of the statement; merge a copy that has them, or add \
         the same picture here",
    )
    .with("name", &picture.name)
}

fn no_place(place: &PicturePlace, detail: &str) -> Failure {
    let (attempt, name) = match place {
        PicturePlace::Under { heading } => (format!("put it under \"{heading}\""), heading),
        PicturePlace::After { words } => (format!("put it behind \"{words}\""), words),
        PicturePlace::Nowhere | PicturePlace::End => ("put it".into(), &String::new()),
    };
    Failure::new(Code::NotFound, attempt, detail).with("name", name)
}

/// Tells whether a mention of this name shows a picture, and not another of the same name.
fn shows(statement: &Statement, name: &str, picture: &Picture) -> bool {
    named(statement, name).is_some_and(|named| named.id == picture.id)
}
