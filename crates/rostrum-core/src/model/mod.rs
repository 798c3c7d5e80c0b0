//! The nouns of Rostrum, as plain values; GLOSSARY.md defines each of them.
//!
//! Types here know nothing of the readers that make them and the renderers that use them.

pub mod annex;
pub mod call;
pub mod document;
pub mod draft;
pub mod fix;
pub mod mute;
pub mod picture;
pub mod response;
pub mod review;
pub mod signatory;
pub mod source;
pub mod statement;
pub mod tongue;
pub mod version;

pub use annex::{Annex, ChangesFate, Fate};
pub use call::Call;
pub use document::Document;
pub use draft::{Block, BlockKind, Draft};
pub use fix::{DraftFix, Fix};
pub use mute::{Mute, MuteScope};
pub use picture::{Picture, PictureBytes, PictureKind};
pub use response::{Response, ResponseKind};
pub use signatory::Signatory;
pub use source::Source;
pub use statement::Statement;
pub use tongue::Tongue;
pub use version::Version;
