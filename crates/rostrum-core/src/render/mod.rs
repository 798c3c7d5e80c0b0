//! Documents out: a statement composed once, rendered many ways.
//!
//! `Statement + Call + Drafts ──compose──▶ Document ──▶ docx │ md │ txt │ html`; the table
//! of responses (`csv`, `xlsx`), the statement as data (`json`) and the text that organisations sign (`canonical_text`) come
//! straight from the statement. Every renderer is a function of its arguments: the same
//! input gives the same bytes.

mod canonical;
mod comments;
pub mod compose;
mod csv;
pub mod docx;
mod html;
pub mod json;
mod markdown;
mod numbers;
pub mod pictures;
mod running;
pub mod script;
mod text;
mod xlsx;

pub use canonical::canonical_text;
pub(crate) use comments::named as named_column;
pub use comments::{COLUMNS, CommentTable, comment_table};
pub use compose::phrases::{contents_title, picture_in_words};
pub use compose::tracked::tracked;
pub use compose::{Composed, Composer, Composition, Layout, compose};
pub(crate) use csv::row as table_row;
pub use csv::{Bom, csv};
pub(crate) use docx::anchors;
pub use docx::{RenderError, docx, tracked_docx};
pub use html::html;
pub(crate) use markdown::escaped as escaped_markdown;
pub use markdown::markdown;
pub use numbers::item_label;
pub use pictures::{missing_pictures, printed_picture, with_words_for_missing};
pub use running::running_head;
pub(crate) use text::bracketed;
pub use text::{bracketed_words, text};
pub use xlsx::xlsx;
