//! What a format's reader found, before the words are looked at.

use crate::finding::Finding;
use crate::model::draft::DraftFormat;

use super::piece::{Note, Piece};

/// Everything a format's reader found.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) format: DraftFormat,
    /// Pieces in reading order.
    pub(super) pieces: Vec<Piece>,
    /// Notes in the order of their marks.
    pub(super) notes: Vec<Note>,
    /// Number of pages, where the format has pages.
    pub(super) pages: Option<u32>,
    /// Language the file names.
    pub(super) language: Option<String>,
    /// Title the file names in its properties.
    pub(super) title: Option<String>,
    /// Lines at the edges of the first pages: symbol, state of the text.
    pub(super) edges: Vec<String>,
    /// What the reader wants to say.
    pub(super) findings: Vec<Finding>,
}
