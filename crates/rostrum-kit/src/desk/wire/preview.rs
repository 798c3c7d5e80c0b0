//! Exact pages beside the text.

use rostrum_core::finding::Finding;
use serde::{Deserialize, Serialize};

wire! {
    /// Asks for the pages of a statement as they would be printed.
    pub struct PreviewRequest {
        /// Path of the statement file.
        pub file: String,
        /// `prose`, `table`, or `tracked` (the newest draft with our proposals marked as
        /// changes); empty takes `prose`.
        pub layout: String,
        /// Name of a version; empty shows the present text.
        pub version: String,
        /// `foot` or `end`: where the notes stand; empty takes what the call says.
        #[serde(default)]
        pub footnotes: String,
        /// `with` or `without`: whether a table of contents stands before the text; empty takes
        /// what the call says, or else has one in a long text.
        #[serde(default)]
        pub contents: String,
    }

    /// Asks for one page that has been laid out.
    pub struct PreviewPageRequest {
        /// Path of the statement file.
        pub file: String,
        /// Number of the page, counted from 1.
        pub page: u32,
    }

    /// Asks what stands at a place of a page.
    pub struct PreviewTouchRequest {
        /// Path of the statement file.
        pub file: String,
        /// Number of the page, counted from 1.
        pub page: u32,
        /// Points from the left edge.
        pub x: f64,
        /// Points from the upper edge.
        pub y: f64,
    }

    /// The pages of a statement.
    pub struct Preview {
        /// The pages, in order.
        pub pages: Vec<PreviewSheet>,
        /// How many of them count under the call: without the annexes where those are out.
        pub counted: u32,
        /// Where each piece of the text begins, from the first page to the last.
        pub places: Vec<PreviewPlace>,
        /// What the PDF of these pages would miss.
        pub findings: Vec<Finding>,
        /// Whether a later request was made meanwhile: nothing else is told then.
        pub overtaken: bool,
    }

    /// A page that has been laid out.
    pub struct PreviewSheet {
        /// Width in points.
        pub width: f64,
        /// Height in points.
        pub height: f64,
        /// Changes when anything on the page does.
        pub key: String,
    }

    /// Where a piece of the text begins on the pages.
    pub struct PreviewPlace {
        /// The piece.
        pub origin: PreviewOrigin,
        /// Number of the page, counted from 1.
        pub page: u32,
        /// Points from the upper edge of the page.
        pub y: f64,
    }

    /// A piece of the text that a page shows.
    pub struct PreviewOrigin {
        /// `title`, `header`, `body`, `response`, or `made` for what the call puts in.
        pub part: String,
        /// Id of the response.
        pub response: String,
        /// Place in the body, counted in UTF-16 units.
        pub at: u32,
    }

    /// A page as a picture.
    pub struct PreviewPage {
        /// Number of the page, counted from 1.
        pub page: u32,
        /// The key of the page that is shown.
        pub key: String,
        /// The picture as SVG; empty when there is no such page any more.
        pub svg: String,
    }
}
