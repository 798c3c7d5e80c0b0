//! Import in a process of its own, so that a hostile file can neither stop the window nor
//! reach anything.
//!
//! The face starts itself again with [`FLAG`]; the child reads one request from its
//! standard input, ties its own hands ([`limits`]), reads the draft and writes one answer
//! to its standard output. Asked for a page, it draws the page in place of reading the words
//! ([`page`]). The parent keeps the time, and ends a child that is late,
//! cancelled, or says too much.

use std::io;
use std::path::PathBuf;

use rostrum_core::import::ImportError;
use rostrum_core::scrub::ScrubError;

mod child;
mod frame;
pub mod limits;
pub mod page;
mod parent;
pub mod picture;
pub mod scrubbing;

pub use child::run_if_asked;
pub use limits::Limits;
pub use parent::{begun, draw, draw_within, import, import_within, returned};

use crate::{Code, Failure};

/// First argument by which a program is asked to be the import worker.
pub const FLAG: &str = "--import-worker";

/// Why no draft came back.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The reader looked at the file and could not use it.
    #[error(transparent)]
    Refused(#[from] ImportError),
    /// The page that was asked for could not be drawn.
    #[error(transparent)]
    Undrawn(page::Undrawn),
    /// What the file gives away could not be looked up, or it could not be cleaned.
    #[error(transparent)]
    Scrub(ScrubError),
    /// The picture was looked at and refused.
    #[error(transparent)]
    Picture(picture::PictureRefused),
    /// Reading gave more words than any draft has.
    #[error(
        "the file holds more than {limit} MB of words; save only the part you answer as a file of its own"
    )]
    TooLarge {
        /// The limit that was reached, in megabytes.
        limit: u64,
    },
    /// Reading took more memory than any draft needs.
    #[error(
        "reading the file takes more than {limit} MB of memory, though it may be small; save it as a simpler PDF or DOCX, without large pictures, or split it"
    )]
    OutOfMemory {
        /// The limit that was reached, in megabytes.
        limit: u64,
    },
    /// Reading took too long.
    #[error(
        "reading the file takes more than {seconds} seconds; split it, or save it as a simpler PDF or DOCX"
    )]
    TimedOut {
        /// The limit that was reached, in seconds.
        seconds: u64,
    },
    /// The reader broke down over the file.
    #[error(
        "the file is damaged in a way the reader cannot cope with; download it again or ask for another copy"
    )]
    Damaged,
    /// The user stopped it.
    #[error("reading the file was cancelled")]
    Cancelled,
    /// The worker could not be started at all, which is no fault of the file.
    #[error("start the reader {}: {error}; install Rostrum again", program.display())]
    NotStarted {
        /// The program that was to be started.
        program: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        use ImportError as I;
        use WorkerError as W;
        use page::Undrawn;
        let code = match &error {
            W::Refused(I::Empty) => Code::DraftEmpty,
            W::Refused(I::Damaged { .. }) | W::Damaged => Code::DraftDamaged,
            W::Refused(I::Locked) => Code::DraftLocked,
            W::Refused(I::Scanned { .. }) => Code::DraftScanned,
            W::Refused(I::Kind { .. }) => Code::DraftKind,
            W::Refused(I::TooLarge { .. }) | W::TooLarge { .. } => Code::DraftTooLarge,
            W::OutOfMemory { .. } => Code::DraftTooHeavy,
            W::TimedOut { .. } => Code::DraftTooSlow,
            W::Undrawn(Undrawn::NoSuchPage { .. }) => Code::NotFound,
            W::Undrawn(Undrawn::NoPages) => Code::PageUndrawn,
            W::Undrawn(Undrawn::Locked) => Code::DraftLocked,
            W::Scrub(_) => Code::FileUncleanable,
            W::Picture(_) => Code::PictureRefused,
            W::Cancelled => Code::Cancelled,
            W::NotStarted { .. } => Code::Internal,
        };
        let failure = Self::new(code, "read the draft", &error);
        match error {
            W::Refused(I::Scanned { pages }) => failure.with("pages", pages),
            W::Refused(I::Kind { sort }) => failure.with("sort", sort.word()),
            W::Refused(I::TooLarge { size, limit, what }) => {
                failure.with("what", what).with("size", size).with("limit", limit)
            }
            W::TooLarge { limit } | W::OutOfMemory { limit } => failure.with("megabytes", limit),
            W::TimedOut { seconds } => failure.with("seconds", seconds),
            W::Scrub(error) => failure.with("why", why(&error)),
            W::Picture(refused) => refused.told(failure),
            _ => failure,
        }
    }
}

/// Returns the word by which a face tells why a file was not looked through or cleaned.
fn why(error: &ScrubError) -> &'static str {
    match error {
        ScrubError::Signed => "signed",
        ScrubError::Protected => "protected",
        ScrubError::Kind => "kind",
        ScrubError::Unlike { .. } => "unlike",
        ScrubError::Unread(ImportError::Locked) => "locked",
        ScrubError::Unread(ImportError::Empty) => "empty",
        ScrubError::Unread(ImportError::TooLarge { .. }) => "too-large",
        ScrubError::Unread(_) => "damaged",
    }
}
