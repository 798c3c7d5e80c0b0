//! What is kept of a page once its glyphs have become lines.

use super::glyphs::PageContent;
use super::lines::{self, Line};

/// One page as lines.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) number: u32,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) lines: Vec<Line>,
    /// Thin horizontal rules: left, right, y.
    pub(super) rules: Vec<(f32, f32, f32)>,
    /// Share of the page that images cover.
    pub(super) images: f32,
    /// Glyphs that were drawn, and those of them that say nothing or draw nothing.
    pub(super) glyphs: usize,
    pub(super) unknown: usize,
    pub(super) unseen: usize,
    /// Whether the page runs from right to left and is held as in a mirror.
    pub(super) mirrored: bool,
}

impl Sheet {
    /// Returns the page with its lines in reading order.
    pub(super) fn new(content: &PageContent, number: u32) -> Self {
        Self {
            number,
            width: content.width,
            height: content.height,
            lines: lines::lines(content, number),
            rules: content.rules.clone(),
            images: content.images,
            glyphs: content.glyphs.len(),
            unknown: content.glyphs.iter().filter(|glyph| glyph.text.is_none()).count(),
            unseen: content.glyphs.iter().filter(|glyph| glyph.unseen).count(),
            mirrored: content.mirrored,
        }
    }
}
