//! What crosses when responses are carried to a new revision.

pub use rostrum_core::revise::carry::{
    Candidate, CarryAct, CarryDecision, CarryPlan, CarryRow, CarryTotals, Outcome, TargetFate, Way,
    Why,
};
pub use rostrum_core::revise::rebase::{MergePart, MergeSide, Rebase};
pub use rostrum_core::revise::references::{Reference, ReferenceOutcome};
use serde::{Deserialize, Serialize};

use super::Workspace;

wire! {
    /// Carries out what was decided about responses, as one step.
    pub struct CarryRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft they are carried to.
        pub draft: String,
        /// What was decided; the other responses stay where they are.
        pub decisions: Vec<CarryDecision>,
        /// Whether the numbers of paragraphs in one's own text follow.
        pub numbers: bool,
    }

    /// What carrying did.
    pub struct CarriedOver {
        /// What is left to decide.
        pub plan: CarryPlan,
        /// The statement after it.
        pub workspace: Workspace,
    }

    /// Says which draft another one is a revision of.
    pub struct DraftPlaceRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft to place.
        pub draft: String,
        /// Id of the draft it directly follows; empty makes it the oldest.
        pub after: String,
    }

    /// Writes a page on what a new revision brought.
    pub struct SummaryRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the old draft.
        pub old: String,
        /// Id of the new draft.
        pub new: String,
        /// `docx`, `html`, `md` or `txt`.
        pub format: String,
        /// Path to write; an existing file is replaced only after the new one is whole.
        pub out: String,
    }
}
