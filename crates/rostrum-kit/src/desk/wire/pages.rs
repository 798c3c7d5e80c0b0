//! The original of a draft: its pages as pictures, and the file itself.

use serde::{Deserialize, Serialize};

wire! {
    /// Asks for a page of a draft as a picture.
    pub struct PageRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft.
        pub draft: String,
        /// Number of the page, counted from 1.
        pub page: u32,
        /// Pixels a point, from 0.1 to 4; 2 is sharp on most screens.
        pub scale: f32,
        /// Password of the draft; empty for none, or for the one given when it was added.
        pub password: String,
    }

    /// Asks for the original of a draft.
    pub struct OriginalRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft.
        pub draft: String,
        /// Path to write; empty writes a read-only file that goes when Rostrum ends.
        pub out: String,
    }

    /// A page of a draft as a picture.
    pub struct PagePicture {
        /// Number of the page, counted from 1.
        pub page: u32,
        /// Number of pages of the draft.
        pub pages: u32,
        /// Width of the page in points, in the frame of the regions of blocks.
        pub width: f32,
        /// Height of the page in points.
        pub height: f32,
        /// Width of the picture in pixels.
        pub pixel_width: u32,
        /// Height of the picture in pixels.
        pub pixel_height: u32,
        /// The picture as PNG, base64.
        pub png: String,
    }
}
