//! A text that was begun elsewhere and goes on as a statement.

use rostrum_core::begun::Report;
use serde::{Deserialize, Serialize};

use super::Workspace;

wire! {
    /// Asks what would become of a text under a call; nothing is changed.
    pub struct BegunRequest {
        /// Path of the text: .docx, .odt, .md or .txt.
        pub text: String,
        /// Id of the call.
        pub call: String,
        /// Id of the skeleton whose sections stand in place of the call's; empty for none.
        #[serde(default)]
        pub skeleton: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// What would become of a text.
    pub struct BegunView {
        /// Name of the text's file.
        pub name: String,
        /// Title it has; empty for none.
        pub title: String,
        /// Organisation it names; empty for none.
        pub organisation: String,
        /// What became of it.
        pub report: Report,
    }

    /// Puts a text into a statement that has no text yet.
    pub struct BegunTakeRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the text.
        pub text: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// What became of a text that was taken.
    pub struct BegunTaken {
        /// The statement with the text in it.
        pub workspace: Workspace,
        /// What became of it.
        pub report: Report,
    }
}
