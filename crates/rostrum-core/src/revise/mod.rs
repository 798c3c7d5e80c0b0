//! What became of a text: wording against wording, revision against revision.

pub mod align;
pub mod compare;
pub mod phrases;
pub mod uptake;
pub mod words;
