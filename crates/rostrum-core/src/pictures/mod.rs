//! Pictures: where the body shows them, what a file of one says of itself, and their names.

mod head;
mod mention;
mod name;
mod place;

pub use head::{Head, head};
pub use mention::{Mention, mentions, written};
pub use name::name_for;
pub use place::{NoPlace, PicturePlace, put_in, taken_out};

use crate::model::{Picture, Statement};

/// Longest side of a kept picture in pixels: A4 at 300 dots to the inch, without margins.
pub const LONGEST_SIDE: u32 = 2_480;

/// Returns the picture of this name; of two, which only copies merged can bring, the first.
pub fn named<'s>(statement: &'s Statement, name: &str) -> Option<&'s Picture> {
    statement.pictures.iter().find(|picture| picture.name == name)
}

/// Returns the pictures that are handed over, each once, in the order of their adding: those
/// that the body shows and those that responses show.
pub fn shown(statement: &Statement) -> Vec<&Picture> {
    let public = statement.responses.iter().filter(|response| response.is_submitted());
    let texts = public.map(|response| response.rationale.as_str());
    let mut names = Vec::new();
    for text in texts.chain([statement.body.as_str()]) {
        names.extend(mentions(text).into_iter().map(|mention| mention.name));
    }
    let first = |picture: &&Picture| {
        named(statement, &picture.name).is_some_and(|named| named.id == picture.id)
    };
    statement.pictures.iter().filter(|p| names.contains(&p.name)).filter(first).collect()
}

/// Tells whether bytes are the picture they are kept as.
///
/// They may have come with a partner's copy. What passes is a PNG or JPEG of the size that the
/// statement says and no larger than any picture that was added here, so that a few bytes do
/// not unfold to more pixels than memory holds.
pub fn fits(picture: &Picture, bytes: &[u8]) -> bool {
    head(bytes).is_some_and(|head| {
        (head.kind, head.width, head.height) == (picture.kind, picture.width, picture.height)
            && head.width.max(head.height) <= LONGEST_SIDE
            && head.width.min(head.height) > 0
    })
}
