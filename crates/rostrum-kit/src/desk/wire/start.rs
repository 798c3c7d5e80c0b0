//! What crosses for the start screen.

use rostrum_core::model::call::{CallStatus, Deadline, Permission, StatementKind};
use serde::{Deserialize, Serialize};

wire! {
    /// What the start screen shows.
    pub struct StartView {
        /// Statements that were open lately and still exist.
        pub statements: Vec<RecentStatement>,
        /// Calls, those that can still be answered first.
        pub calls: Vec<CallCard>,
        /// Path of the shipped sample, once it has been copied to the user's folder.
        pub sample: String,
    }

    /// A statement on the start screen.
    pub struct RecentStatement {
        /// Path of the statement file.
        pub file: String,
        /// Title.
        pub title: String,
        /// Name of the call.
        pub call: String,
        /// When it was last saved, as an RFC 3339 instant.
        pub saved: String,
        /// The next step of the way: `read`, `respond`, `write`, `check`, `partners`, `hand_over`, `follow_up`.
        pub next: String,
        /// The main deadline, when there is one.
        pub deadline: Option<Deadline>,
    }

    /// A call on the start screen.
    pub struct CallCard {
        /// Id.
        pub id: String,
        /// Name.
        pub name: String,
        /// UN body.
        pub body: String,
        /// Whether input can still be given.
        pub status: CallStatus,
        /// Kind of document.
        pub kind: StatementKind,
        /// Two or three plain sentences.
        pub summary: String,
        /// Word limit for a single statement, when one is stated.
        pub limit: Option<u32>,
        /// Whether paragraphs carry numbers, when it is stated.
        pub numbered_paragraphs: Option<Permission>,
        /// Whether footnotes may be used, when it is stated.
        pub footnotes: Option<Permission>,
        /// File formats accepted; empty when not stated.
        pub files: Vec<String>,
        /// The next date that holds for a single statement, or the last one.
        pub deadline: Option<Deadline>,
        /// Whether the user made it.
        pub own: bool,
        /// Id of the skeleton that is made for its kind; empty for none.
        pub skeleton: String,
    }
}
