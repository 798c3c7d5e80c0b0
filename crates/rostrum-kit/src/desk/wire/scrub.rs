//! What files give away, and the files that go with a statement.

use rostrum_core::model::Annex;
use rostrum_core::model::annex::{ChangesFate, Fate};
pub use rostrum_core::scrub::{Choices as ScrubChoices, Item as ScrubItem, Report as ScrubReport};
use serde::{Deserialize, Serialize};

use super::Exported;

wire! {
    /// Asks what a file gives away.
    pub struct ScrubRequest {
        /// Path of the file.
        pub path: String,
        /// Organisation whose own name is no secret; may be empty.
        pub organisation: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// Asks for a cleaned copy of a file.
    pub struct ScrubCleanRequest {
        /// Path of the file; it is not changed.
        pub path: String,
        /// Where to write the copy.
        pub out: String,
        /// What a person decided.
        pub choices: ScrubChoices,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// A cleaned copy.
    pub struct ScrubCleaned {
        /// The copy.
        pub written: Exported,
        /// What was taken out.
        pub removed: Vec<ScrubItem>,
        /// What is still in it.
        pub left: Vec<ScrubItem>,
    }

    /// Attaches a file to a statement.
    pub struct AnnexAddRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the file to attach.
        pub path: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// Says what becomes of what is in an annex.
    pub struct AnnexDecideRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the annex.
        pub id: String,
        /// Comments.
        pub comments: Fate,
        /// Recorded changes.
        pub changes: ChangesFate,
        /// Hidden words.
        pub hidden: Fate,
        /// Files inside the file.
        pub attachments: Fate,
    }

    /// Asks for a copy of an annex.
    pub struct AnnexWriteRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the annex.
        pub id: String,
        /// Whether the cleaned copy is wanted, as it would be handed over.
        pub clean: bool,
        /// Where to write it.
        pub out: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// The files that go with a statement.
    pub struct Annexes {
        /// In the order in which they were attached.
        pub annexes: Vec<AnnexRow>,
    }

    /// A file that goes with a statement, and what it gives away.
    pub struct AnnexRow {
        /// The annex.
        #[serde(flatten)]
        #[cfg_attr(feature = "ts", ts(flatten))]
        pub annex: Annex,
        /// Whether the file is in this copy of the statement.
        pub here: bool,
        /// What it gives away; nothing when it could not be looked through.
        pub report: Option<ScrubReport>,
        /// Why it could not be looked through: `kind`, `locked`, `damaged`, …; empty when it could.
        pub unlooked: String,
    }
}
