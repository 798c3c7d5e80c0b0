//! What became of a text: wording against wording, revision against revision.

pub mod words;
