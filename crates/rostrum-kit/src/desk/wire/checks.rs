//! Mending what was found, and setting it aside.

use rostrum_core::finding::Finding;
use rostrum_core::model::MuteScope;
use serde::{Deserialize, Serialize};

wire! {
    /// Mends everything that one rule, or every rule, found and can mend.
    pub struct MendAllRequest {
        /// Path of the statement file.
        pub file: String,
        /// Code of the rule; empty for every rule.
        pub rule: String,
    }

    /// Sets a finding aside, with others like it when the scope is wider.
    pub struct MuteRequest {
        /// Path of the statement file.
        pub file: String,
        /// The finding, as it was reported.
        pub finding: Finding,
        /// How much of what its rule finds is set aside.
        pub scope: MuteScope,
        /// Why; a reason is asked for, so that partners can follow it.
        pub reason: String,
    }
}
