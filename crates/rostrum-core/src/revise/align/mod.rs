//! What became of every block of a draft in a later one.
//!
//! Two drafts come in, an [`Alignment`] goes out: one [`Link`] for every old block, each
//! with its relation, how sure it is and why. What could be one of several blocks is
//! [`Relation::Unsure`] and names the candidates; nothing is guessed in silence.

mod alignment;
mod reason;
mod weigh;

pub use alignment::{Alignment, Link, Relation};
pub use reason::Reason;
pub use weigh::align;
