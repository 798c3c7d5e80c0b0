//! How a use case fails, as a face sees it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Why a use case did not succeed, with what a face needs to say it in any language.
///
/// The window turns `code` and `params` into words and a next step; `attempt` and `detail`
/// are for the command line and the log, never for the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[error("{attempt}: {detail}")]
pub struct Failure {
    /// What kind of failure it is.
    pub code: Code,
    /// What was attempted, in English: `open the statement "a.rostrum"`.
    pub attempt: String,
    /// What went wrong, in English.
    pub detail: String,
    /// Values for the words on the screen: `file`, `limit`, `name`, …
    pub params: BTreeMap<String, String>,
}

/// The kinds of failure a face may tell apart; each has its words in `ui/src/errors/codes.ts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The file is not there.
    FileMissing,
    /// The file or folder may not be read or written.
    FileRefused,
    /// A file of this name is there already.
    FileExists,
    /// The disk is full.
    DiskFull,
    /// Another Rostrum has this statement open.
    StatementBusy,
    /// The file is not a statement.
    NotAStatement,
    /// The statement was written by a newer Rostrum.
    StatementNewer,
    /// The statement file is damaged.
    StatementDamaged,
    /// The draft is damaged and could not be read.
    DraftDamaged,
    /// The draft holds no text (it is empty).
    DraftEmpty,
    /// The draft is made of pictures of pages.
    DraftScanned,
    /// The draft wants a password, or the given one is wrong.
    DraftLocked,
    /// The draft is of a kind that is not read; `params.sort` names it.
    DraftKind,
    /// The draft, or its number of pages, is larger than what is read.
    DraftTooLarge,
    /// Reading the draft took too much memory.
    DraftTooHeavy,
    /// Reading the draft took too much time.
    DraftTooSlow,
    /// The page cannot be shown as a picture: the draft has no pages, or they cannot be drawn.
    PageUndrawn,
    /// The file could not be looked through or cleaned; `params.why` says why.
    FileUncleanable,
    /// The picture cannot be taken; `params.why` says why, `params.sort` the kind of file.
    PictureRefused,
    /// The bibliography could not be read.
    BibliographyUnreadable,
    /// The call is not known.
    CallUnknown,
    /// The call's file has a fault.
    CallFaulty,
    /// There is no such paragraph, response, source, signatory, version, draft, channel or receipt.
    NotFound,
    /// The name is taken.
    NameTaken,
    /// A value is not acceptable; `params.field` names it.
    ValueRefused,
    /// A finding stands in the way; `params.count` says how many.
    FindingsInTheWay,
    /// The channel refused what was sent.
    ChannelRefused,
    /// The channel could not be reached; nothing was sent.
    ChannelUnreachable,
    /// The channel did not answer; it may or may not have arrived.
    ChannelSilent,
    /// The channel answered something that makes no sense.
    ChannelNonsense,
    /// No keyring service is there, or it is locked.
    KeyringUnavailable,
    /// The link may not be opened.
    LinkRefused,
    /// The work was cancelled.
    Cancelled,
    /// The bytes of a change from a replica make no sense.
    UpdateRefused,
    /// A fault of Rostrum itself.
    Internal,
}

impl Failure {
    /// Makes a failure without values.
    pub fn new(code: Code, attempt: impl Into<String>, detail: impl ToString) -> Self {
        Self { code, attempt: attempt.into(), detail: detail.to_string(), params: BTreeMap::new() }
    }

    /// Adds a value for the words on the screen.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.into(), value.to_string());
        self
    }
}
