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

/// Returns the pictures that the body shows, each once, in the order of their adding.
pub fn shown(statement: &Statement) -> Vec<&Picture> {
    if statement.pictures.is_empty() {
        return Vec::new();
    }
    let mentions = mentions(&statement.body);
    let shown: Vec<&str> =
        mentions.iter().filter_map(|m| Some(named(statement, &m.name)?.id.as_str())).collect();
    statement.pictures.iter().filter(|picture| shown.contains(&picture.id.as_str())).collect()
}

/// Tells whether bytes are the picture they are kept as: of its kind and size.
pub fn fits(picture: &Picture, bytes: &[u8]) -> bool {
    head(bytes).is_some_and(|head| {
        (head.kind, head.width, head.height) == (picture.kind, picture.width, picture.height)
    })
}

/// Tells whether bytes are a picture that may be unfolded without a fence.
///
/// They may have come with a partner's copy. What passes is a PNG or JPEG no larger than any
/// picture that was added here, so that a few bytes do not unfold to more pixels than memory
/// holds.
pub fn is_sound(bytes: &[u8]) -> bool {
    head(bytes).is_some_and(|head| {
        head.width.max(head.height) <= LONGEST_SIDE && head.width.min(head.height) > 0
    })
}
