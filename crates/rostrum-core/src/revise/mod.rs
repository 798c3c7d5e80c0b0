//! What became of a text: wording against wording, revision against revision.

pub mod align;
pub mod carry;
pub mod compare;
pub mod phrases;
pub mod rebase;
pub mod references;
pub mod summary;
pub mod uptake;
pub mod words;
