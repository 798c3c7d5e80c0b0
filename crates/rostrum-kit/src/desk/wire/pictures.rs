//! Pictures of the body.

use rostrum_core::model::{Picture, PictureKind};
pub use rostrum_core::pictures::PicturePlace;
use serde::{Deserialize, Serialize};

use super::ScrubItem;

wire! {
    /// Adds a picture to a statement.
    pub struct PictureAddRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the picture, a PNG or JPEG; with `bytes`, only a name for it.
        pub path: String,
        /// A picture that lies in no file, such as one from the clipboard, as base64; empty to
        /// read the file.
        #[serde(default)]
        pub bytes: String,
        /// Name by which the body should know it; empty for one like that of the file.
        #[serde(default)]
        pub name: String,
        /// What it shows, for those who do not see it.
        #[serde(default)]
        pub alt: String,
        /// What stands under it; empty for nothing.
        #[serde(default)]
        pub caption: String,
        /// Where the body shows it.
        #[serde(default)]
        pub place: PicturePlace,
        /// Name under which progress is told and by which the work can be cancelled.
        #[serde(default)]
        pub job: String,
    }

    /// A picture that was added, or got other bytes.
    pub struct PictureAdded {
        /// The picture.
        pub picture: PictureRow,
        /// What was done to it.
        pub done: PictureDone,
        /// What shows it in the body, ready to be put there: `![what it shows](name "caption")`.
        pub markdown: String,
        /// Whether it was in the statement already.
        pub known: bool,
    }

    /// What was done to a picture before it was kept.
    pub struct PictureDone {
        /// What was taken out of the file: place, camera, author, comments, …
        pub removed: Vec<ScrubItem>,
        /// Whether it was turned the right way up.
        pub turned: bool,
        /// Width in pixels before it was made smaller; 0 when it was not.
        pub before_width: u32,
        /// Height in pixels before it was made smaller; 0 when it was not.
        pub before_height: u32,
        /// Whether it moved, and only its first state was taken.
        pub still: bool,
        /// Whether it had the colours of print and got those of screens.
        pub colours: bool,
    }

    /// The pictures of a statement.
    pub struct Pictures {
        /// In the order in which they were added.
        pub pictures: Vec<PictureRow>,
    }

    /// A picture, and where the body shows it.
    pub struct PictureRow {
        /// The picture.
        #[serde(flatten)]
        #[cfg_attr(feature = "ts", ts(flatten))]
        pub picture: Picture,
        /// Whether its bytes are in this copy of the statement.
        pub state: PictureState,
        /// Where the body shows it, in order; empty when it is nowhere shown.
        pub shown: Vec<PictureMention>,
    }

    /// A place of the body that shows a picture.
    pub struct PictureMention {
        /// First character, in UTF-16 units of the body.
        pub start: u32,
        /// Character after the last.
        pub end: u32,
        /// What the picture shows, for those who do not see it.
        pub alt: String,
        /// What stands under it.
        pub caption: String,
    }

    /// Changes name or width of a picture, or the words of one place that shows it; undo takes
    /// all of it back at once.
    pub struct PictureSetRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the picture.
        pub id: String,
        /// Another name, which the body follows; nothing leaves it.
        #[serde(default)]
        pub name: Option<String>,
        /// Width in per cent of the width of the text, 0 for its own; nothing leaves it.
        #[serde(default)]
        pub share: Option<u8>,
        /// Other words of one place that shows it; nothing leaves them.
        #[serde(default)]
        pub words: Option<PictureWords>,
    }

    /// Words of one place that shows a picture.
    pub struct PictureWords {
        /// Where the place begins, in UTF-16 units of the body.
        pub start: u32,
        /// What the picture shows, for those who do not see it.
        pub alt: String,
        /// What stands under it; empty for nothing.
        pub caption: String,
    }

    /// Puts another picture in place of one; the body shows it where it showed the first.
    pub struct PictureReplaceRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the picture.
        pub id: String,
        /// Path of the other picture.
        pub path: String,
        /// Name under which progress is told and by which the work can be cancelled.
        #[serde(default)]
        pub job: String,
    }

    /// Takes a picture out of a statement.
    pub struct PictureRemoveRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the picture.
        pub id: String,
        /// Whether the places of the body that show it go as well.
        pub mentions: bool,
    }

    /// Asks for the bytes of a picture.
    pub struct PictureBytesRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the picture.
        pub id: String,
        /// Most pixels of its longer side; 0 for the picture as it is kept.
        pub longest: u32,
    }

    /// The bytes of a picture.
    pub struct PictureData {
        /// What kind of file it is.
        pub kind: PictureKind,
        /// Media type: `image/png` or `image/jpeg`.
        pub media_type: String,
        /// Width in pixels.
        pub width: u32,
        /// Height in pixels.
        pub height: u32,
        /// The bytes, as base64.
        pub bytes: String,
    }
}

/// Whether the bytes of a picture are in a copy of the statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum PictureState {
    /// They are.
    #[default]
    Here,
    /// They are in another copy.
    Absent,
    /// They are not what was kept: the file was changed by something else, or is damaged.
    Damaged,
}
