//! Pictures that stand in the text of a statement: a chart, a map, a photograph.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Bytes of pictures, by their SHA-256.
pub type PictureBytes = BTreeMap<String, Arc<[u8]>>;

/// A picture of a statement, without its bytes.
///
/// The body shows it where it says `![what it shows](name "caption")`. Its bytes lie in the
/// statement's file under their hash; what cameras and programs wrote into them is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Picture {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// Name the body knows it by, such as `reports-by-region.png`: unique in the statement,
    /// of letters, digits, `-`, `_` and `.` only.
    pub name: String,
    /// What kind of file it is.
    pub kind: PictureKind,
    /// Width in pixels, as it is seen.
    pub width: u32,
    /// Height in pixels, as it is seen.
    pub height: u32,
    /// Size in bytes, as it is kept.
    pub bytes: u32,
    /// SHA-256 of the bytes as they are kept.
    pub sha256: String,
    /// Width in print in per cent of the width of the text; 0 for its own size, at most the
    /// width of the text.
    pub share: u8,
    /// When it was added, as an RFC 3339 instant; pictures are listed in this order.
    pub added: String,
}

/// What kind of file a picture is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum PictureKind {
    /// Portable Network Graphics.
    #[default]
    Png,
    /// JPEG.
    Jpeg,
}

/// Pixels to the inch at which a picture has its own size in print.
pub const PIXELS_PER_INCH: u32 = 150;

impl PictureKind {
    /// Returns the media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// Returns the ending of the name of a file of this kind, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

impl Picture {
    /// Returns width and height in print in hundredths of a millimetre, where the text is
    /// `text_width` wide and a page has `text_height` of room; the shape is kept.
    pub fn printed(&self, text_width: u32, text_height: u32) -> (u32, u32) {
        let (width, height) = (u64::from(self.width.max(1)), u64::from(self.height.max(1)));
        let (most_wide, most_high) = (u64::from(text_width), u64::from(text_height));
        let own = width * 2540 / u64::from(PIXELS_PER_INCH);
        let wanted = match self.share {
            0 => own.min(most_wide),
            share => most_wide * u64::from(share.min(100)) / 100,
        };
        let wanted = wanted.min(most_high * width / height).max(1);
        (wanted as u32, (wanted * height / width).max(1) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, share: u8) -> Picture {
        Picture { width, height, share, ..Picture::default() }
    }

    #[test]
    fn a_picture_is_as_large_as_it_is_but_never_wider_than_the_text() {
        assert_eq!(picture(600, 300, 0).printed(16_000, 24_000), (10_160, 5_080));
        assert_eq!(picture(6_000, 3_000, 0).printed(16_000, 24_000), (16_000, 8_000));
    }

    #[test]
    fn a_share_of_the_width_is_kept_until_the_page_has_no_room() {
        assert_eq!(picture(600, 300, 50).printed(16_000, 24_000), (8_000, 4_000));
        assert_eq!(picture(100, 1_000, 100).printed(16_000, 20_000), (2_000, 20_000));
    }
}
