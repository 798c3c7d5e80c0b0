//! What crosses between the desk and a face: requests and answers as plain values.
//!
//! The window's TypeScript is generated from these types; `docs/commands.md` lists them.

use std::collections::BTreeMap;

pub use rostrum_core::check::CheckReport;
pub use rostrum_core::count::{CountReport, LeftOut, SectionCount};
use rostrum_core::finding::Finding;
use rostrum_core::model::call::Call;
use rostrum_core::model::signatory::{ConsentState, Endorsement};
use rostrum_core::model::{Draft, Response, Signatory, Source, Statement, Version};
pub use rostrum_core::revise::words::WordRun;
pub use rostrum_core::submit::{PlannedFile, Receipt, ReceiptState};
use serde::{Deserialize, Serialize};

/// Declares wire types: serialisable both ways, and known to TypeScript when asked.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    )*};
}

mod begun;
mod calls;
mod carry;
mod checks;
mod deadlines;
mod exports;
mod fixes;
mod pages;
mod pictures;
mod preview;
mod reading;
mod respond;
mod review;
mod revisions;
mod scrub;
mod skeletons;
mod spelling;
mod start;
mod uptake;

pub use begun::*;
pub use calls::*;
pub use carry::*;
pub use checks::*;
pub use deadlines::*;
pub use exports::*;
pub use fixes::*;
pub use pages::*;
pub use pictures::*;
pub use preview::*;
pub use reading::*;
pub use respond::*;
pub use review::*;
pub use revisions::*;
pub use scrub::*;
pub use skeletons::*;
pub use spelling::*;
pub use start::*;
pub use uptake::*;

wire! {
    /// Asks for nothing in particular.
    pub struct Nothing {}

    /// Names an open statement file by the path under which it was opened.
    pub struct FileRequest {
        /// Path of the statement file.
        pub file: String,
    }

    /// Names a call.
    pub struct CallRequest {
        /// Id of the call.
        pub id: String,
    }

    /// Starts a statement.
    pub struct NewStatementRequest {
        /// Path of the statement file to make; refused when it exists.
        pub file: String,
        /// Id of the call.
        pub call: String,
        /// Title as it prints; empty takes the call's name.
        pub title: String,
        /// Organisation as it prints.
        pub organisation: String,
        /// Id of the skeleton whose sections stand in place of the call's; empty for none.
        #[serde(default)]
        pub skeleton: String,
    }

    /// Writes a copy for partners, without anything private.
    pub struct ShareRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the copy to write; refused when it exists.
        pub out: String,
    }

    /// Takes in what a partner changed in a copy.
    pub struct MergeRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the copy.
        pub other: String,
    }

    /// Sets one field of the statement's head.
    pub struct HeaderRequest {
        /// Path of the statement file.
        pub file: String,
        /// `title`, `organisation`, `language`, or the id of a header field of the call.
        pub field: String,
        /// The value; empty clears it.
        pub value: String,
    }

    /// Adds a draft to a statement.
    pub struct AddDraftRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the draft.
        pub draft: String,
        /// Password of the draft; empty for none.
        pub password: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// Names a draft of a statement.
    pub struct DraftRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft.
        pub draft: String,
    }

    /// Saves a response; an empty id makes a new one.
    pub struct ResponseRequest {
        /// Path of the statement file.
        pub file: String,
        /// The response.
        pub response: Response,
    }

    /// Names something inside a statement by its id or key.
    pub struct ItemRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id or key.
        pub id: String,
    }

    /// Asks how one wording becomes another.
    pub struct WordingRequest {
        /// Words before.
        pub before: String,
        /// Words after.
        pub after: String,
    }

    /// Asks for what a replica of the shared document lacks.
    pub struct ReplicaRequest {
        /// Path of the statement file.
        pub file: String,
        /// State vector of the replica, base64; empty asks for everything.
        pub since: String,
    }

    /// Brings changes made in a replica of the shared document.
    pub struct UpdateRequest {
        /// Path of the statement file.
        pub file: String,
        /// Update of the shared document (Yjs update, version 1), base64.
        pub update: String,
    }

    /// Replaces the text of one section.
    pub struct SectionRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id or heading of the section.
        pub section: String,
        /// Its new text in Markdown.
        pub text: String,
    }

    /// Applies the edits of a finding.
    pub struct MendRequest {
        /// Path of the statement file.
        pub file: String,
        /// The finding, as it was reported.
        pub finding: Finding,
    }

    /// Saves a source; the key must be new or that of a source to replace.
    pub struct SourceRequest {
        /// Path of the statement file.
        pub file: String,
        /// The source; an empty key gets one made from author and year.
        pub source: Source,
    }

    /// Takes in sources from a bibliography.
    pub struct ImportSourcesRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of a BibTeX or CSL-JSON file.
        pub path: String,
    }

    /// Freezes a version.
    pub struct FreezeRequest {
        /// Path of the statement file.
        pub file: String,
        /// Name of the version, unique in the statement.
        pub name: String,
    }

    /// Saves a signatory; an empty id makes a new one.
    pub struct SignatoryRequest {
        /// Path of the statement file.
        pub file: String,
        /// The organisation as it prints.
        pub signatory: Signatory,
        /// Who speaks for it; kept in this file only, never shared or exported.
        pub contact: String,
    }

    /// Records that an organisation consents to a version.
    pub struct EndorseRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the signatory.
        pub signatory: String,
        /// Name of the version.
        pub version: String,
        /// Who consented; kept in this file only, never shared or exported.
        pub contact: String,
    }

    /// Saves a channel.
    pub struct ChannelRequest {
        /// The channel.
        pub channel: Channel,
        /// Secret to keep in the system keyring; empty leaves the kept one.
        pub secret: String,
    }

    /// Asks what handing over would do, or does it.
    pub struct HandOverRequest {
        /// Path of the statement file.
        pub file: String,
        /// Name of the version.
        pub version: String,
        /// Id of the channel.
        pub channel: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// Records what became of a hand-over.
    pub struct ReceiptRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the receipt.
        pub id: String,
        /// The new state.
        pub state: ReceiptState,
        /// Words of the secretariat, or where it was published.
        pub note: String,
    }

    /// Cancels long work.
    pub struct CancelRequest {
        /// Name of the work.
        pub job: String,
    }

    /// Asks whether a link may be opened.
    pub struct LinkRequest {
        /// Address.
        pub url: String,
    }
}

wire! {
    /// Says that it is done.
    pub struct Done {}

    /// Everything about an open statement except the words of its drafts.
    pub struct Workspace {
        /// Path of the statement file.
        pub file: String,
        /// The statement.
        pub statement: Statement,
        /// The call as it was when the statement was started or last renewed.
        pub call: Call,
        /// The drafts, oldest first.
        pub drafts: Vec<DraftCard>,
        /// Words, part by part.
        pub count: CountReport,
        /// Versions, oldest first.
        pub versions: Vec<Version>,
        /// Signatories with the state of their consent.
        pub signatories: Vec<SignatoryRow>,
        /// Receipts, oldest first.
        pub receipts: Vec<Receipt>,
        /// Number of findings by severity: `error`, `warning`, `info`.
        pub findings: BTreeMap<String, u32>,
        /// When the last change reached the disk, as an RFC 3339 instant.
        pub saved: String,
        /// Whether there is something to undo outside the body.
        pub can_undo: bool,
        /// Whether there is something to redo outside the body.
        pub can_redo: bool,
        /// Version of a newer state of the call that is offered; 0 when none is.
        pub newer_call: u32,
        /// Other copies of this file that lie beside it and hold changes not yet merged.
        pub copies: Vec<String>,
    }

    /// A draft of a statement, without its words.
    pub struct DraftCard {
        /// Id of the draft (the SHA-256 of its bytes).
        pub id: String,
        /// Name of the file it came from.
        pub name: String,
        /// Title as printed.
        pub title: String,
        /// Symbol and revision as printed.
        pub revision: String,
        /// Number of paragraphs.
        pub paragraphs: u32,
        /// Number of things the reader was unsure of.
        pub unsure: u32,
        /// When it was added, as an RFC 3339 instant.
        pub added: String,
    }

    /// A draft of a statement with its words.
    pub struct DraftView {
        /// Id of the draft.
        pub id: String,
        /// Name of the file it came from.
        pub name: String,
        /// What was read.
        pub draft: Draft,
    }

    /// What a replica of the shared document lacks.
    pub struct ReplicaUpdate {
        /// Update of the shared document, base64.
        pub update: String,
    }

    /// Says that a change is on the disk.
    pub struct Saved {
        /// When, as an RFC 3339 instant.
        pub at: String,
        /// Words after the change.
        pub count: CountReport,
        /// Findings after the change.
        pub report: CheckReport,
    }

    /// What merging a copy brought.
    pub struct MergeReport {
        /// Changes that only this file had.
        pub edits_from_a: u32,
        /// Changes that only the copy had.
        pub edits_from_b: u32,
        /// SHA-256 of the merged text.
        pub sha256: String,
        /// The statement after it.
        pub workspace: Workspace,
    }

    /// Sources that were taken in.
    pub struct ImportedSources {
        /// Keys of the sources added.
        pub added: Vec<String>,
        /// What could not be read.
        pub findings: Vec<Finding>,
        /// The statement after it.
        pub workspace: Workspace,
    }

    /// A signatory with the state of its consent.
    pub struct SignatoryRow {
        /// The organisation.
        pub signatory: Signatory,
        /// Whether its consent holds for the text as it stands.
        pub state: ConsentState,
        /// The last consent that is recorded.
        pub endorsement: Option<Endorsement>,
        /// Who speaks for it; known in this file only.
        pub contact: String,
    }

    /// One way to hand over.
    pub struct Channel {
        /// Id, unique on this machine.
        pub id: String,
        /// `folder` or `https`.
        pub kind: String,
        /// Name a person recognises.
        pub name: String,
        /// Folder, or address that takes the documents.
        pub address: String,
        /// Whether a secret is kept in the system keyring.
        pub has_secret: bool,
    }

    /// What handing over would do.
    pub struct HandOverPlan {
        /// The version.
        pub version: Version,
        /// The channel.
        pub channel: Channel,
        /// Files that would leave the machine.
        pub documents: Vec<PlannedFile>,
        /// What was taken out of them, in plain words' keys: `author`, `paths`, `revision_ids`, `comments`.
        pub cleaned: Vec<String>,
        /// What stands in the way or should be known.
        pub findings: Vec<Finding>,
        /// A receipt for the same version on the same channel, when there is one already.
        pub earlier: Option<Receipt>,
    }

    /// The ways to hand over on this machine.
    pub struct Channels {
        /// The channels, by name.
        pub channels: Vec<Channel>,
        /// Whether the secret just given is kept only until Rostrum ends, because the system
        /// keyring would not take it.
        pub secret_for_session: bool,
    }

    /// A link that may be opened.
    pub struct CheckedLink {
        /// The address as it would be opened.
        pub url: String,
    }
}
