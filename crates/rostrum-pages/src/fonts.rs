//! Fonts that pages are set in.

use std::borrow::Cow;

use ttf_parser::Face;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontWeight};
use typst::utils::LazyHash;

/// Fonts, read once and shared by every document.
#[derive(Clone)]
pub struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    /// Reads font files (TrueType, OpenType, collections); what is none is passed over.
    ///
    /// Earlier files win where two hold the same character.
    pub fn new(files: impl IntoIterator<Item = Cow<'static, [u8]>>) -> Self {
        let fonts: Vec<Font> = files.into_iter().flat_map(faces).collect();
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// Tells whether some font has this character.
    pub fn covers(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// Returns how wide words are in the bold letters of the font that stands in for this one,
    /// as a multiple of their size; a letter it lacks counts as a whole one.
    pub(crate) fn width(&self, asked: &str, words: &str) -> f64 {
        let bold = self.fonts.iter().find(|font| {
            let info = font.info();
            info.family == stand_in(asked) && info.variant.weight == FontWeight::BOLD
        });
        let face = bold.and_then(|font| Face::parse(font.data().as_slice(), font.index()).ok());
        let Some(face) = face else { return words.chars().count() as f64 };
        let units = f64::from(face.units_per_em());
        let advance = |c| face.glyph_hor_advance(face.glyph_index(c)?);
        words.chars().map(|c| advance(c).map_or(1.0, |width| f64::from(width) / units)).sum()
    }

    /// Returns the families to set a text in that asks for this font, the best first.
    ///
    /// What a call names is mostly not ours to ship: a family with the same widths stands
    /// in for Times New Roman and Arial, the nearest in kind for others.
    pub(crate) fn families(&self, asked: &str) -> Vec<String> {
        let own = stand_in(asked);
        let mut out = vec![own.to_owned()];
        for font in &self.fonts {
            let family = &font.info().family;
            if !out.contains(family) {
                out.push(family.clone());
            }
        }
        out
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
}

/// Returns the faces of a file; of a collection for all of East Asia only those for simplified
/// Chinese, which the United Nations writes: the same character has other strokes in Japan.
fn faces(file: Cow<'static, [u8]>) -> Vec<Font> {
    let mut faces: Vec<Font> = Font::iter(Bytes::new(file)).collect();
    let simplified =
        |face: &Font| [" SC", " CN"].iter().any(|region| face.info().family.ends_with(region));
    if faces.iter().any(simplified) {
        faces.retain(simplified);
    }
    faces
}

/// Fonts with letters as wide as those of ours.
const SAME_WIDTHS: [&str; 6] =
    ["times new roman", "times", "liberation serif", "arial", "helvetica", "liberation sans"];

/// Returns the family that stands in for a font.
pub(crate) fn stand_in(asked: &str) -> &'static str {
    const PLAIN: [&str; 11] = [
        "arial",
        "helvetica",
        "calibri",
        "verdana",
        "tahoma",
        "aptos",
        "roboto",
        "lato",
        "segoe",
        "trebuchet",
        "sans",
    ];
    let asked = asked.to_lowercase();
    if PLAIN.iter().any(|name| asked.contains(name)) {
        "Liberation Sans"
    } else {
        "Liberation Serif"
    }
}

/// Tells whether the stand-in has the same widths, so that lines and pages end alike.
pub(crate) fn same_widths(asked: &str) -> bool {
    SAME_WIDTHS.contains(&asked.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_that_is_not_ours_has_a_stand_in_of_its_kind() {
        assert_eq!(stand_in("Times New Roman"), "Liberation Serif");
        assert_eq!(stand_in("Garamond"), "Liberation Serif");
        assert_eq!(stand_in("Arial"), "Liberation Sans");
        assert_eq!(stand_in("Open Sans"), "Liberation Sans");
        assert!(same_widths("Arial ") && same_widths("times new roman"));
        assert!(!same_widths("Calibri"));
    }
}
