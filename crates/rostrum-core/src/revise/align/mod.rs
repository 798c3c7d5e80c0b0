//! What became of every block of a draft in a later one.
//!
//! Two drafts come in, an [`Alignment`] goes out: one [`Link`] for every old block, each
//! with its relation, how sure it is and why. What could be one of several blocks is
//! [`Relation::Unsure`] and names the candidates; nothing is guessed in silence.

mod alignment;
mod anchors;
mod families;
mod headings;
mod likeness;
mod order;
mod pairing;
mod parts;
mod place;
mod reading;
mod reason;
mod rewritten;
mod style;
mod verdict;
mod voice;

pub use alignment::{Alignment, Link, Relation, RowRelation};
pub use reason::Reason;
pub use verdict::align;
