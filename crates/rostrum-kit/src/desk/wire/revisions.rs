//! What crosses about revisions of a draft.

pub use rostrum_core::revise::align::{Reason, Relation};
pub use rostrum_core::revise::compare::{
    BlockRef, Comparison, ComparisonRow, RowRelation, SectionComparison,
};
pub use rostrum_core::revise::phrases::MovedPhrase;
use serde::{Deserialize, Serialize};

wire! {
    /// Names two drafts of a statement, in any order of age.
    pub struct RevisionsRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft to start from.
        pub old: String,
        /// Id of the draft it is compared with.
        pub new: String,
    }
}
