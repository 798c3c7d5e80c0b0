//! Document → PDF.

use rostrum_core::finding::Finding;
use rostrum_core::model::{Document, PictureBytes};
use rostrum_core::render::with_words_for_missing;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::data::{NO_DAY, data};
use crate::look_over::{CHARACTERS, UNDESCRIBED, look_over, ordinary};
use crate::pictures::shown;
use crate::world::{Room, said};
use crate::{Fonts, PagesError};

/// A document as PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: u32,
    /// What the file keeps to.
    pub standard: Standard,
    /// What a reader of the file would miss.
    pub findings: Vec<Finding>,
}

/// What a file keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/UA-1 and PDF/A-2a.
    Strict,
    /// Tagged, with language, title and bookmarks, but against a rule of the strict ones.
    Tagged,
}

/// Writes the document as PDF/UA-1 and PDF/A-2a, tagged, with language, title, bookmarks,
/// header cells, notes and described pictures; as an ordinary tagged PDF where its text does not allow that.
///
/// `day` is the date the file carries as that of its making (year, month, day); without
/// one it carries a day that stands for none, so that it tells nothing about when it was
/// written. The same arguments give the same bytes. A picture whose bytes are not there, or
/// cannot be read, is shown in words.
///
/// # Errors
/// Only a fault in the writer itself: there is no document that cannot be written.
pub fn pdf(
    document: &Document,
    pictures: &PictureBytes,
    fonts: &Fonts,
    day: Option<(i16, u8, u8)>,
) -> Result<Pdf, PagesError> {
    let mut room = Room::new(fonts.clone());
    for picture in shown(document) {
        if let Some(bytes) = pictures.get(&picture.sha256) {
            room.pictures.take(picture, bytes, false);
        }
    }
    let document = &*with_words_for_missing(document, room.pictures.known());
    let mut findings = look_over(document, fonts);
    let hindrances = [CHARACTERS, UNDESCRIBED];
    let hindrance = findings.iter().find(|finding| hindrances.contains(&&*finding.name));
    let hindrance = hindrance.map(|finding| finding.name.clone());
    let data = data(document, fonts, day.unwrap_or(NO_DAY));
    let laid = room.lay_out(data, None, KEEP)?;
    let strict = match &hindrance {
        None => write(&laid, &STRICT),
        Some(_) => Err(String::new()),
    };
    let (bytes, standard) = match strict {
        Ok(bytes) => (bytes, Standard::Strict),
        Err(reason) => {
            findings.push(ordinary(hindrance.as_deref().unwrap_or_default(), &reason));
            let bytes = write(&laid, &[]).map_err(|detail| PagesError::Unwritten { detail })?;
            (bytes, Standard::Tagged)
        }
    };
    Ok(Pdf { bytes, pages: laid.pages().len() as u32, standard, findings })
}

/// A file in between does not cost a preview what it has kept.
const KEEP: usize = 4;

const STRICT: [PdfStandard; 2] = [PdfStandard::Ua_1, PdfStandard::A_2a];

fn write(laid: &PagedDocument, standards: &[PdfStandard]) -> Result<Vec<u8>, String> {
    let standards = PdfStandards::new(standards).map_err(|error| error.message().to_string())?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Rostrum".into())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(laid, &options).map_err(|errors| said(&errors))
}
