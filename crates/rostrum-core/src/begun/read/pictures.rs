//! Pictures of a text that was begun: their bytes, and the captions that stand beside them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::{Begun, BegunPicture, Passage, Shape};
use crate::import::docx::package::Package;
use crate::pictures::head;

/// Most bytes of all pictures together.
const MOST_BYTES: usize = 60 << 20;

/// Most pictures; more are told, and not taken.
const MOST: usize = 200;

/// Names of the styles in which word processors write captions.
const CAPTIONS: [&str; 4] = ["caption", "illustration", "figure", "drawing"];

/// Pictures that were seen and have no place among the passages yet.
#[derive(Debug, Default)]
pub(super) struct Waiting(Vec<usize>);

impl Waiting {
    /// Notes a picture; it stands behind the paragraph or table that is read.
    pub(super) fn note(&mut self, begun: &mut Begun, picture: BegunPicture) {
        self.0.push(begun.pictures.len());
        begun.pictures.push(picture);
    }

    /// Puts those that wait behind the passages.
    pub(super) fn settle(&mut self, begun: &mut Begun) {
        for at in self.0.drain(..) {
            begun.passages.push(Passage { shape: Shape::Picture(at), ..Passage::default() });
        }
    }
}

/// Takes the bytes of the pictures out of a package: those that a statement can hold.
///
/// `part` gives the path of each, which has its name from there on.
pub(super) fn fill(
    begun: &mut Begun,
    package: &mut Package<'_>,
    part: impl Fn(&BegunPicture) -> Option<String>,
) {
    let mut taken = 0;
    for (number, picture) in begun.pictures.iter_mut().enumerate() {
        let path = part(picture).filter(|_| number < MOST);
        let bytes = path.as_ref().and_then(|path| package.part(path).ok().flatten());
        let name = path.as_deref().and_then(|path| path.rsplit('/').next());
        name.unwrap_or_default().clone_into(&mut picture.name);
        if let Some(bytes) = bytes.filter(|bytes| head(bytes).is_some())
            && taken + bytes.len() <= MOST_BYTES
        {
            taken += bytes.len();
            picture.bytes = BASE64_STANDARD.encode(bytes);
        }
        if picture.told.is_empty() {
            let words = if picture.alt.is_empty() { &picture.name } else { &picture.alt };
            picture.told.clone_from(words);
        }
    }
}

/// Joins pictures with their captions, which stand behind them, or before.
pub(super) fn captions(begun: &mut Begun) {
    let is_caption = |passage: &Passage| {
        passage.shape == Shape::Paragraph && CAPTIONS.contains(&passage.style.as_str())
    };
    let mut at = 0;
    while at < begun.passages.len() {
        if matches!(begun.passages[at].shape, Shape::Picture(_)) {
            let behind = begun.passages.get(at + 1).is_some_and(is_caption).then_some(at + 1);
            let before = at.checked_sub(1).filter(|before| is_caption(&begun.passages[*before]));
            if let Some(caption) = behind.or(before) {
                begun.passages[at].text = begun.passages[caption].text.clone();
                without(begun, caption);
                at -= usize::from(caption < at);
            }
        }
        at += 1;
    }
}

/// Takes a passage out; what stands at those behind it moves along.
fn without(begun: &mut Begun, gone: usize) {
    begun.passages.remove(gone);
    let loose = begun.loose.iter_mut().map(|loose| &mut loose.at);
    for at in loose.chain(begun.remarks.iter_mut().map(|remark| &mut remark.at)) {
        *at -= usize::from(*at > gone);
    }
}
