//! The original of a draft: pages as pictures, drawn in a process of their own, and the file
//! as it came.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::model::draft::DraftFormat;
use rostrum_core::submit::file_name;

use super::wire::{Exported, OriginalRequest, PagePicture, PageRequest};
use super::{Desk, exports, sha256};
use crate::failure::{Code, Failure};
use crate::worker::{self, page::Asked};

/// Pages that are kept: what one sees when leafing to and fro, about 10 MB.
const KEPT_PAGES: usize = 24;

/// What the desk keeps of originals while it lives; none of it reaches the statement.
#[derive(Debug, Default)]
pub(super) struct Originals {
    pages: Mutex<VecDeque<(Key, PagePicture)>>,
    passwords: Mutex<Vec<(String, String)>>,
    folder: Mutex<Option<tempfile::TempDir>>,
}

/// Which picture it is: draft, page, scale in thousandths.
type Key = (String, u32, u32);

impl Originals {
    /// Remembers with which password a draft could be read, until Rostrum ends.
    pub(super) fn unlocked(&self, draft: &str, password: &str) {
        if !password.is_empty() {
            let mut known = self.passwords.lock().unwrap_or_else(PoisonError::into_inner);
            known.retain(|(id, _)| id != draft);
            known.push((draft.to_owned(), password.to_owned()));
        }
    }

    fn password(&self, draft: &str) -> Option<String> {
        let known = self.passwords.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|(id, _)| id == draft).map(|(_, password)| password.clone())
    }

    fn kept(&self, key: &Key) -> Option<PagePicture> {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let at = pages.iter().position(|(kept, _)| kept == key)?;
        let found = pages.remove(at)?;
        let picture = found.1.clone();
        pages.push_back(found);
        Some(picture)
    }

    fn keep(&self, key: Key, picture: &PagePicture) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.retain(|(kept, _)| *kept != key);
        while pages.len() >= KEPT_PAGES {
            pages.pop_front();
        }
        pages.push_back((key, picture.clone()));
    }
}

impl Desk {
    /// Shows a page of a draft as a picture.
    ///
    /// The page is drawn in a process of its own, under a limit of time and memory; pages
    /// seen lately come at once.
    ///
    /// # Errors
    /// [`Code::PageUndrawn`] when the draft has no pages (everything but PDF),
    /// [`Code::NotFound`] for a page or draft that is not there, and [`Code::DraftLocked`]
    /// when it wants its password again.
    pub fn draft_page(&self, request: PageRequest) -> Result<PagePicture, Failure> {
        let PageRequest { file, draft, page, scale, password } = request;
        let scale = scale.clamp(0.1, 4.0);
        let key = (draft.clone(), page, (scale * 1000.0) as u32);
        if let Some(kept) = self.originals.kept(&key) {
            return Ok(kept);
        }
        let (name, format, bytes) = self.original(&file, &draft)?;
        if format != DraftFormat::Pdf {
            return Err(Failure::new(
                Code::PageUndrawn,
                format!("show page {page} of \"{name}\""),
                "only a PDF has pages that can be shown; open the original to see it",
            )
            .with("file", name));
        }
        let known = self.originals.password(&draft);
        let password = if password.is_empty() { known } else { Some(password) };
        let asked = Asked { page, scale };
        let drawn = worker::draw(
            &self.places.worker,
            &bytes,
            password.as_deref(),
            asked,
            &rostrum_core::ports::Unwatched,
        )
        .map_err(|error| Failure::from(error).with("file", &name).with("page", page))?;
        self.originals.unlocked(&draft, password.as_deref().unwrap_or_default());
        let picture = PagePicture {
            page: drawn.page,
            pages: drawn.pages,
            width: drawn.width,
            height: drawn.height,
            pixel_width: drawn.pixel_width,
            pixel_height: drawn.pixel_height,
            png: drawn.png,
        };
        self.originals.keep(key, &picture);
        Ok(picture)
    }

    /// Writes a page of a draft as a picture.
    ///
    /// # Errors
    /// As [`Desk::draft_page`].
    pub fn draft_page_to(&self, request: PageRequest, out: &str) -> Result<Exported, Failure> {
        let picture = self.draft_page(request)?;
        let png = BASE64_STANDARD
            .decode(picture.png)
            .map_err(|error| Failure::new(Code::Internal, "write a page as a picture", error))?;
        exports::write_whole(Path::new(out), &png)?;
        Ok(Exported {
            file: out.to_owned(),
            bytes: png.len() as u32,
            sha256: sha256(&png),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        })
    }

    /// Writes the original of a draft, byte for byte as it was added.
    ///
    /// Without a path it goes, read-only where that can be undone, into a folder only this user can enter, which is
    /// gone when Rostrum ends. Its ending then is that of what the bytes are, whatever the
    /// name said, so that opening it can start nothing but a viewer.
    pub fn draft_original(&self, request: OriginalRequest) -> Result<Exported, Failure> {
        let (name, format, bytes) = self.original(&request.file, &request.draft)?;
        let out = if request.out.is_empty() {
            self.put_aside(&request.draft, &name, format, &bytes)?
        } else {
            exports::write_whole(Path::new(&request.out), &bytes)?;
            request.out
        };
        Ok(Exported {
            file: out,
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        })
    }

    fn put_aside(
        &self,
        draft: &str,
        name: &str,
        format: DraftFormat,
        bytes: &[u8],
    ) -> Result<String, Failure> {
        let failed = |error: std::io::Error| {
            super::failures::from_io(&error, format!("write \"{name}\" to open it"))
                .with("file", name)
        };
        let mut folder = self.originals.folder.lock().unwrap_or_else(PoisonError::into_inner);
        if folder.is_none() {
            let made = tempfile::Builder::new().prefix("rostrum-").tempdir().map_err(failed)?;
            *folder = Some(made);
        }
        let inside =
            folder.as_ref().expect("made above").path().join(&draft[..draft.len().min(12)]);
        std::fs::create_dir_all(&inside).map_err(failed)?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let path = inside.join(file_name::safe(&format!("{stem}.{}", ending(format))));
        if std::fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(path.to_string_lossy().into_owned());
        }
        exports::write_whole(&path, bytes)?;
        // Windows could not clear the folder away afterwards.
        if cfg!(unix) {
            let mut rights = std::fs::metadata(&path).map_err(failed)?.permissions();
            rights.set_readonly(true);
            std::fs::set_permissions(&path, rights).map_err(failed)?;
        }
        Ok(path.to_string_lossy().into_owned())
    }

    /// Returns the name, the format and the bytes of a draft as it was added.
    fn original(&self, file: &str, draft: &str) -> Result<(String, DraftFormat, Vec<u8>), Failure> {
        self.with(file, |open| {
            let missing = || {
                Failure::new(
                    Code::NotFound,
                    "show a draft",
                    "the statement has no draft with this id",
                )
                .with("name", draft)
            };
            let card = open.cards.iter().find(|card| card.id == draft).ok_or_else(missing)?;
            let read = open.as_read(draft).ok_or_else(missing)?;
            let bytes = open.file.draft_bytes(draft)?.ok_or_else(missing)?;
            Ok((card.name.clone(), read.format, bytes))
        })
    }
}

fn ending(format: DraftFormat) -> &'static str {
    match format {
        DraftFormat::Pdf => "pdf",
        DraftFormat::Docx => "docx",
        DraftFormat::Odt => "odt",
        DraftFormat::Html => "html",
        DraftFormat::Markdown => "md",
        DraftFormat::Text => "txt",
    }
}
