//! Answering a draft: what to answer, what one says against another, what could be added.
//!
//! `"12-18" ──choose──▶ blocks`, `responses ──conflicts──▶ what cannot both be asked`,
//! `paragraph ──look alikes──▶ where the same answer may hold`, `draft ──openings──▶ where to
//! begin`. Nothing here changes a statement; every answer is offered to a person.

pub mod choose;
pub mod conflicts;
pub mod look_alikes;
pub mod namesakes;
pub mod norms;
pub mod openings;
pub mod phrases;
