//! A page of a draft as a picture, drawn inside the worker's fence.
//!
//! Comes in: the bytes of a PDF, the page asked for and how large ([`Asked`]). Goes out: a
//! PNG with the size of the page in points ([`Picture`]), in the same frame as
//! [`Block::region`](rostrum_core::model::Block::region): origin at the top left, as a
//! reader sees the page. Formats without pages have no picture.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use rostrum_core::import::ImportError;
use serde::{Deserialize, Serialize};

/// Most pixels of a picture: an A3 page at 200 dots an inch. Larger pages come smaller.
const MOST_PIXELS: f32 = 8_000_000.0;

/// Longest side of a picture in pixels; the renderer counts them in 16 bits.
const LONGEST_SIDE: f32 = 10_000.0;

/// Least and most pixels a point: a thumbnail, and print.
const SCALES: std::ops::RangeInclusive<f32> = 0.1..=4.0;

/// Which page, and how large.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Number of the page, counted from 1.
    pub page: u32,
    /// Pixels a point (72 points are an inch); brought into what is drawn sensibly.
    pub scale: f32,
}

impl Asked {
    /// Returns it with a scale that is drawn sensibly, and that JSON can carry.
    pub(super) fn sensible(self) -> Self {
        let scale = if self.scale.is_nan() { 1.0 } else { self.scale };
        Self { scale: scale.clamp(*SCALES.start(), *SCALES.end()), ..self }
    }
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Number of the page, counted from 1.
    pub page: u32,
    /// Number of pages of the file.
    pub pages: u32,
    /// Width of the page in points, as a reader sees it.
    pub width: f32,
    /// Height of the page in points.
    pub height: f32,
    /// Width of the picture in pixels.
    pub pixel_width: u32,
    /// Height of the picture in pixels.
    pub pixel_height: u32,
    /// The picture as PNG, base64.
    pub png: String,
}

/// Why a page could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Undrawn {
    /// The file wants a password, or the given one is wrong.
    #[error("draw a page: the file is locked; give its password")]
    Locked,
    /// The file is no PDF that can be drawn.
    #[error("draw a page: the file is not a PDF whose pages can be drawn; open the original")]
    NoPages,
    /// The file has fewer pages.
    #[error("draw page {page}: the file has {pages} pages")]
    NoSuchPage {
        /// The page that was asked for.
        page: u32,
        /// How many there are.
        pages: u32,
    },
}

impl From<Undrawn> for super::WorkerError {
    fn from(undrawn: Undrawn) -> Self {
        match undrawn {
            Undrawn::Locked => Self::Refused(ImportError::Locked),
            other => Self::Undrawn(other),
        }
    }
}

/// Draws a page of a PDF on white.
pub(super) fn draw(
    bytes: Vec<u8>,
    password: Option<&str>,
    asked: Asked,
) -> Result<Picture, Undrawn> {
    let pdf =
        Pdf::new_with_password(Arc::new(bytes), password.unwrap_or_default()).map_err(|error| {
            match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Undrawn::Locked,
                LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Undrawn::NoPages,
            }
        })?;
    let pages = pdf.pages();
    let count = pages.len() as u32;
    let none = Undrawn::NoSuchPage { page: asked.page, pages: count };
    let at = (asked.page as usize).checked_sub(1).ok_or_else(|| none.clone())?;
    let page = pages.get(at).ok_or(none)?;
    let (width, height) = page.render_dimensions();
    let scale = fitting(width, height, asked.scale).ok_or(Undrawn::NoPages)?;
    let picture = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (pixel_width, pixel_height) = (picture.width().into(), picture.height().into());
    let png = picture.into_png().map_err(|_| Undrawn::NoPages)?;
    Ok(Picture {
        page: asked.page,
        pages: count,
        width,
        height,
        pixel_width,
        pixel_height,
        png: BASE64_STANDARD.encode(png),
    })
}

/// Returns the scale nearest to the one asked for at which the picture is neither empty nor
/// too large; nothing for a page that has no sensible size.
fn fitting(width: f32, height: f32, asked: f32) -> Option<f32> {
    let sensible = |side: f32| side.is_finite() && side > 0.0;
    if !sensible(width) || !sensible(height) {
        return None;
    }
    let most = (MOST_PIXELS / (width * height)).sqrt().min(LONGEST_SIDE / width.max(height));
    let scale = asked.min(most);
    (scale * width >= 1.0 && scale * height >= 1.0).then_some(scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_page_is_drawn_as_large_as_asked() {
        assert_eq!(fitting(595.0, 842.0, 2.0), Some(2.0));
    }

    #[test]
    fn no_page_becomes_a_picture_larger_than_memory() {
        let scale = fitting(14_400.0, 14_400.0, 4.0).expect("a smaller one");
        assert!(scale * scale * 14_400.0 * 14_400.0 <= MOST_PIXELS * 1.001);
        let scale = fitting(100_000.0, 20.0, 4.0).expect("a smaller one");
        assert!(scale * 100_000.0 <= LONGEST_SIDE * 1.001);
    }

    #[test]
    fn a_page_without_a_size_is_not_drawn() {
        for (width, height) in [(0.0, 842.0), (f32::NAN, 1.0), (f32::INFINITY, 1.0), (1e9, 0.5)] {
            assert_eq!(fitting(width, height, 2.0), None, "{width} by {height}");
        }
    }
}
