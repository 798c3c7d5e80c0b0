//! All that the compiler can see: one template, two files of data, pictures, the fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_layout::PagedDocument;

use crate::again;
use crate::data::Data;
use crate::pictures::Pictures;
use crate::{Fonts, PagesError};

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as typst::LibraryExt>::builder().build()));
static MAIN: LazyLock<Source> =
    LazyLock::new(|| Source::new(id("/statement.typ"), include_str!("statement.typ").into()));
static META: LazyLock<FileId> = LazyLock::new(|| id("/meta.json"));
static BLOCKS: LazyLock<FileId> = LazyLock::new(|| id("/blocks.json"));

/// Returns the id of a file that the compiler can see.
pub(crate) fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("our own path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What one document is laid out from.
pub(crate) struct Room {
    fonts: Fonts,
    meta: Bytes,
    blocks: Bytes,
    pub(crate) pictures: Pictures,
}

impl Room {
    pub(crate) fn new(fonts: Fonts) -> Self {
        let (meta, blocks) = (Bytes::new([]), Bytes::new([]));
        Self { fonts, meta, blocks, pictures: Pictures::default() }
    }

    /// Lays the data out on pages.
    ///
    /// `before` is what the pages were, if they have been laid out.
    /// What earlier runs left behind and this one did not use is kept for `keep` more runs,
    /// so that a change of a word costs what it touches and memory does not grow with
    /// every edit.
    pub(crate) fn lay_out(
        &mut self,
        data: Data,
        before: Option<&PagedDocument>,
        keep: usize,
    ) -> Result<PagedDocument, PagesError> {
        self.meta = Bytes::new(data.meta);
        self.blocks = Bytes::new(data.blocks);
        let made = again::compile(self, before);
        comemo::evict(keep);
        made.map_err(|errors| PagesError::Layout { detail: said(&errors) })
    }

    /// Tells whether this data has just been laid out.
    pub(crate) fn holds(&self, data: &Data) -> bool {
        self.meta.as_slice() == data.meta && self.blocks.as_slice() == data.blocks
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }
}

/// Returns what the compiler said, in one line.
pub(crate) fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        MAIN.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == MAIN.id() { Ok(MAIN.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == *META => Ok(self.meta.clone()),
            id if id == *BLOCKS => Ok(self.blocks.clone()),
            id => self.pictures.file(id).ok_or(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
