//! Pages that follow an edit at once.

use rostrum_core::model::{Document, PictureBytes};
use rostrum_core::render::with_words_for_missing;
use typst::utils::hash128;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use crate::data::{NO_DAY, data};
use crate::frames::Seen;
use crate::pictures::shown;
use crate::places::{Mark, Touch, marks, touched};
use crate::world::Room;
use crate::{Fonts, PagesError};

/// A document kept laid out between edits: what did not change is not laid out again.
pub struct Press {
    room: Room,
    laid: Option<PagedDocument>,
    /// Of each page, all that it is made of: what is the same need not be looked at.
    made: Vec<u128>,
    sheets: Vec<Sheet>,
    marks: Vec<Mark>,
}

/// One page: its size, and what tells it from every other.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// Changes when anything that is seen on the page does.
    pub key: String,
}

/// Kept longer, the memory of typst grows with every edit; not kept at all, every edit
/// lays out all pages.
const KEEP: usize = 1;

impl Press {
    /// Makes a press with nothing on it.
    pub fn new(fonts: &Fonts) -> Self {
        Self {
            room: Room::new(fonts.clone()),
            laid: None,
            made: Vec::new(),
            sheets: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Returns the hashes of the pictures of a document whose bytes the press does not have.
    pub fn lacks(&self, document: &Document) -> Vec<String> {
        let known = self.room.pictures.known();
        let mut out: Vec<String> = shown(document)
            .filter(|picture| !known.contains_key(&picture.sha256))
            .map(|picture| picture.sha256.clone())
            .collect();
        out.dedup();
        out
    }

    /// Takes in the pictures of a document that the press does not have; it keeps them while
    /// they are shown, at the size at which they are looked at.
    pub fn take(&mut self, document: &Document, pictures: &PictureBytes) {
        for picture in shown(document) {
            if let Some(bytes) = pictures.get(&picture.sha256) {
                self.room.pictures.take(picture, bytes, true);
            }
        }
    }

    /// Lays a document out; pages that look the same keep their key. A picture that the press
    /// does not have is shown in words.
    ///
    /// # Errors
    /// Only a fault in the compiler; the pages from before then stay.
    pub fn set(&mut self, document: &Document) -> Result<&[Sheet], PagesError> {
        self.room.pictures.keep(document);
        let document = &*with_words_for_missing(document, self.room.pictures.known());
        let data = data(document, self.room.fonts(), NO_DAY);
        // A run over what did not change would let go of what the next edit needs.
        if self.laid.is_some() && self.room.holds(&data) {
            return Ok(&self.sheets);
        }
        let laid = self.room.lay_out(data, self.laid.as_ref(), KEEP)?;
        let made: Vec<u128> = laid.pages().iter().map(hash128).collect();
        let sheets = laid.pages().iter().zip(&made).enumerate().map(|(at, (page, made))| {
            let key = match (self.made.get(at), self.sheets.get(at)) {
                (Some(before), Some(sheet)) if before == made => sheet.key.clone(),
                _ => format!("{:032x}", hash128(&Seen(&page.frame))),
            };
            let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
            Sheet { width, height, key }
        });
        self.sheets = sheets.collect();
        self.made = made;
        self.marks = marks(document, &laid);
        self.laid = Some(laid);
        Ok(&self.sheets)
    }

    /// Returns the pages, in order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Returns where every piece of the document begins, from the first page to the last.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Draws a page, counted from 0, as SVG; nothing when there is no such page.
    pub fn svg(&self, page: u32) -> Option<String> {
        let page = self.laid.as_ref()?.pages().get(page as usize)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }

    /// Returns what stands at a place of a page (counted from 0), in points from its upper
    /// left corner.
    pub fn touched(&self, page: u32, x: f64, y: f64) -> Option<Touch> {
        touched(self.laid.as_ref()?, &self.marks, page, x, y)
    }
}
