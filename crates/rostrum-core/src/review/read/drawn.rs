//! Pictures in a document that came back: their files, and what they are said to show.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::import::docx::package::{Package, Relation};
use crate::pictures::head;
use crate::submit::manifest::sha256_hex;

/// Stands in the stream where a picture is; which one it is, is told apart.
pub const DRAWN: char = '\u{F0FFF}';

/// The first of the letters that stand for pictures that were sent.
const FIRST: u32 = 0xF_0000;

/// Returns the letter of a picture that was sent, by its place among them.
pub(crate) fn letter_of(place: usize) -> char {
    let place = u32::try_from(place).unwrap_or(u32::MAX).min(0xFFE);
    char::from_u32(FIRST + place).unwrap_or(DRAWN)
}

/// Returns the place of the picture that a letter stands for; nothing for other letters.
pub(crate) fn place_of(letter: char) -> Option<usize> {
    (u32::from(letter))
        .checked_sub(FIRST)
        .filter(|place| *place < 0xFFF)
        .map(|place| place as usize)
}

/// A picture of a document that came back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// The token that stands for it.
    pub at: u32,
    /// Name by which the file knows it.
    pub name: String,
    /// What it is said to show.
    pub alt: String,
    /// Id of the relationship to its file.
    pub file: String,
    /// SHA-256 of its bytes; empty when they cannot be read.
    pub sha256: String,
    /// Width and height in pixels; 0 when they cannot be read.
    pub size: (u32, u32),
}

/// Reads what the files of pictures are.
pub(super) fn look(drawn: &mut [Drawn], package: &mut Package<'_>, relations: &[Relation]) {
    let mut known: BTreeMap<String, (String, (u32, u32))> = BTreeMap::new();
    for picture in drawn {
        let Some(relation) = relations.iter().find(|relation| relation.id == picture.file) else {
            continue;
        };
        let (sha256, size) = known.entry(relation.target.clone()).or_insert_with(|| {
            let Ok(Some(bytes)) = package.part(&relation.target) else { return Default::default() };
            let size = head(&bytes).map(|head| (head.width, head.height));
            (sha256_hex(&bytes), size.unwrap_or_default())
        });
        picture.sha256.clone_from(sha256);
        picture.size = *size;
    }
}
