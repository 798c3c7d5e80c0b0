//! Carries a statement's responses over to another revision of the draft.
//!
//! [`carry`] says what would become of every response, [`carried`] makes the responses that
//! a person decided on. Between the two somebody has looked: nothing is changed by a plan,
//! and a response that cannot be placed is kept aside, never dropped.

mod apply;
mod fate;
mod plan;
mod rows;
mod ways;

pub use apply::{CarryAct, CarryDecision, DecisionRefused, apply, sure};
pub use plan::{Candidate, CarryPlan, CarryRow, CarryTotals, Outcome, TargetFate, Way, Why};
pub use rows::carry;
pub use ways::Alignments;
