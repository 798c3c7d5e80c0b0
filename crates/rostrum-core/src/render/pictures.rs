//! What all renderers know of pictures: how large they print, and what stands in their place
//! when their bytes are not there.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::picture_in_words;
use crate::finding::{Finding, Place, Severity};
use crate::model::document::{Content, Document, DocumentBlock, Inline, Look};
use crate::model::{Picture, PictureBytes};

/// Margins in millimetres where the call states none.
const MARGIN: u16 = 25;

/// Room in hundredths of a millimetre that a page keeps free beside a picture: for the space
/// around it, and for its caption.
const AROUND: u32 = 1_000;
const CAPTION: u32 = 2_500;

/// How far a list or a quotation stands in, in hundredths of a millimetre.
pub const PICTURE_INDENT: u32 = 1_000;

/// Returns the width and height in print of the picture of a block, in hundredths of a
/// millimetre: with its caption it fits on one page.
pub fn printed_picture(
    look: &Look,
    picture: &Picture,
    caption: &[Inline],
    indented: bool,
) -> (u32, u32) {
    let (width, height) = look.paper.size();
    let margin = if look.margin_mm == 0 { MARGIN } else { look.margin_mm.clamp(10, 60) };
    let room = |twips: u32| (twips * 127 / 72).saturating_sub(2 * 100 * u32::from(margin));
    let aside = if indented { 2 * PICTURE_INDENT } else { 0 };
    let below = if caption.is_empty() { 0 } else { CAPTION };
    let wide = room(width).saturating_sub(aside).max(1_000);
    let high = room(height).saturating_sub(AROUND + below).max(1_000);
    picture.printed(wide, high)
}

/// Returns the document with words in the place of every picture whose bytes are not there; it
/// has as many blocks as before.
pub fn with_words_for_missing<'d>(
    document: &'d Document,
    bytes: &PictureBytes,
) -> Cow<'d, Document> {
    if document.blocks.iter().all(|block| missing(block, bytes).is_none()) {
        return Cow::Borrowed(document);
    }
    let mut out = document.clone();
    for block in &mut out.blocks {
        if missing(block, bytes).is_none() {
            continue;
        }
        let Content::Picture { alt, caption, indented, .. } = &mut block.content else { continue };
        let mut text = vec![Inline::plain(picture_in_words(&document.language, alt))];
        if !caption.is_empty() {
            text.push(Inline::Break);
            text.append(caption);
        }
        block.content = Content::Paragraph { number: None, quoted: *indented, text };
    }
    Cow::Owned(out)
}

/// Tells which pictures of a document are shown in words, because their bytes are not there.
pub fn missing_pictures(document: &Document, bytes: &PictureBytes) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for block in &document.blocks {
        let Some(picture) = missing(block, bytes) else { continue };
        let found = Finding {
            code: "D108".into(),
            name: "picture-not-here".into(),
            severity: Severity::Error,
            variant: "name".into(),
            params: BTreeMap::from([("picture".into(), picture.name.clone())]),
            message: format!(
                "The picture “{}” is not in this copy of the statement; what it shows prints in \
                 words.",
                picture.name
            ),
            hint: "Merge with the copy of whoever added it, or add the picture again.".into(),
            place: Place { section: block.section.clone(), ..Place::part("body") },
            edits: Vec::new(),
        };
        if !out.iter().any(|known| known.params == found.params) {
            out.push(found);
        }
    }
    out
}

/// Returns the picture of a block whose bytes are not there.
fn missing<'b>(block: &'b DocumentBlock, bytes: &PictureBytes) -> Option<&'b Picture> {
    let Content::Picture { picture, .. } = &block.content else { return None };
    (!bytes.contains_key(&picture.sha256)).then_some(picture)
}
