//! The pictures that pages show, kept from one layout to the next.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::ImageFormat;
use image::codecs::jpeg::JpegEncoder;
use rostrum_core::model::document::{Content, Document};
use rostrum_core::model::{Picture, PictureBytes, PictureKind};
use typst::foundations::Bytes;
use typst::syntax::FileId;
use typst::visualize::{ExchangeFormat, RasterImage};

use crate::world::id;

/// Longest sides in pixels of a picture on a page that is only looked at; a shorter one where
/// the longer gives too many bytes.
const SEEN: [u32; 3] = [1_200, 800, 500];
/// Bytes that are too many.
const MANY: usize = 400_000;
/// Bytes up to which such a picture stays as it is.
const SMALL: usize = 160_000;
/// How well a photograph is kept that is only looked at, in per cent.
const QUALITY: u8 = 82;

/// Pictures by their hash, as the compiler reads them.
#[derive(Default)]
pub(crate) struct Pictures {
    held: BTreeMap<String, (FileId, Bytes)>,
    /// Hashes under the same keys, with no bytes: what the words of a document are chosen by.
    known: PictureBytes,
}

impl Pictures {
    /// Takes a picture in; one that cannot be read is left out, and words stand in its place.
    ///
    /// A picture that is only looked at need not be larger than a screen: its bytes are written
    /// into every drawing of its page.
    pub(crate) fn take(&mut self, picture: &Picture, bytes: &Arc<[u8]>, looked_at: bool) {
        if self.known.contains_key(&picture.sha256) {
            return;
        }
        let whole = Bytes::new(Arc::clone(bytes));
        let format = match picture.kind {
            PictureKind::Png => ExchangeFormat::Png,
            PictureKind::Jpeg => ExchangeFormat::Jpg,
        };
        let Ok(read) = RasterImage::plain(whole.clone(), format) else { return };
        let smaller = (looked_at && bytes.len() > SMALL).then(|| smaller(&read, picture.kind));
        let shown = smaller.flatten().filter(|made| made.len() < bytes.len());
        let file = id(&path(picture));
        self.held.insert(picture.sha256.clone(), (file, shown.map_or(whole, Bytes::new)));
        self.known.insert(picture.sha256.clone(), Arc::from([]));
    }

    /// Returns what the compiler reads under an id.
    pub(crate) fn file(&self, id: FileId) -> Option<Bytes> {
        self.held.values().find(|(own, _)| *own == id).map(|(_, bytes)| bytes.clone())
    }

    /// Returns which pictures are there.
    pub(crate) fn known(&self) -> &PictureBytes {
        &self.known
    }

    /// Lets go of the pictures that a document does not show.
    pub(crate) fn keep(&mut self, document: &Document) {
        let shown: Vec<&str> = shown(document).map(|picture| picture.sha256.as_str()).collect();
        self.held.retain(|hash, _| shown.contains(&hash.as_str()));
        self.known.retain(|hash, _| shown.contains(&hash.as_str()));
    }
}

/// Returns the pictures that a document shows, in its order.
pub(crate) fn shown(document: &Document) -> impl Iterator<Item = &Picture> {
    document.blocks.iter().filter_map(|block| match &block.content {
        Content::Picture { picture, .. } => Some(picture),
        _ => None,
    })
}

/// Returns where the compiler finds a picture.
pub(crate) fn path(picture: &Picture) -> String {
    let hash: String = picture.sha256.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("/pictures/{hash}.{}", picture.kind.ending())
}

/// Returns a picture at the size at which it is looked at.
fn smaller(read: &RasterImage, kind: PictureKind) -> Option<Vec<u8>> {
    let whole = read.dynamic();
    let longest = whole.width().max(whole.height());
    let mut out = None;
    for side in SEEN {
        let made = if longest > side { whole.thumbnail(side, side) } else { (**whole).clone() };
        let mut bytes = Cursor::new(Vec::new());
        match kind {
            PictureKind::Png => made.write_to(&mut bytes, ImageFormat::Png),
            PictureKind::Jpeg => {
                let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
                made.to_rgb8().write_with_encoder(encoder)
            }
        }
        .ok()?;
        let bytes = bytes.into_inner();
        let few = bytes.len() <= MANY;
        out = Some(bytes);
        if few {
            break;
        }
    }
    out
}
