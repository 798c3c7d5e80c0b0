//! Setting a draft right.

use rostrum_core::fixup::Doubt;
use rostrum_core::model::{Block, DraftFix, Fix};
use serde::{Deserialize, Serialize};

use super::DraftView;

wire! {
    /// Sets something right in a draft.
    pub struct FixRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft.
        pub draft: String,
        /// What is set right.
        pub fix: Fix,
    }

    /// Takes a fix of a draft back.
    pub struct UnfixRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft.
        pub draft: String,
        /// Id of the fix; empty takes the last one back.
        pub fix: String,
    }

    /// A draft with all that is to be set right in it, and what was.
    pub struct FixUp {
        /// The draft as it stands.
        pub view: DraftView,
        /// The places the reader was unsure of, in the order of the draft.
        pub doubts: Vec<Doubt>,
        /// Blocks that were left out.
        pub dropped: Vec<Block>,
        /// What was set right, in the order of its making.
        pub fixes: Vec<DraftFix>,
    }
}
