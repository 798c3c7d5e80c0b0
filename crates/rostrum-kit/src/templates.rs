//! Data that ships inside the program.

use std::sync::OnceLock;

use rostrum_core::skeletons::{Skeleton, load};

/// The calls of `templates/calls/`, by id.
pub const CALLS: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/calls.rs"));

/// The files of `templates/phrases/`, by name.
pub const PHRASES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The files of `templates/skeletons/`, by name.
pub const SKELETONS: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/skeletons.rs"));

/// Returns the skeletons that ship, in the order in which they are shown.
///
/// # Panics
/// Never with what ships: a test reads each of them.
pub fn skeletons() -> &'static [Skeleton] {
    static READ: OnceLock<Vec<Skeleton>> = OnceLock::new();
    READ.get_or_init(|| {
        let read = |(_, toml): &(&str, &str)| load(toml).expect("a test reads what ships");
        SKELETONS.iter().map(read).collect()
    })
}

/// The dictionaries of `templates/dictionaries/`, by language.
pub const DICTIONARIES: &[(&str, &[u8])] = &[
    ("ar", include_bytes!("../../../templates/dictionaries/ar.zip")),
    ("en", include_bytes!("../../../templates/dictionaries/en.zip")),
    ("es", include_bytes!("../../../templates/dictionaries/es.zip")),
    ("fr", include_bytes!("../../../templates/dictionaries/fr.zip")),
    ("ru", include_bytes!("../../../templates/dictionaries/ru.zip")),
];

/// The norms of responsible State behaviour.
pub const NORMS: &str = include_str!("../../../templates/norms.toml");

/// Words of the texts of the United Nations and of Rostrum, explained in English.
pub const GLOSSARY: &str = include_str!("../../../templates/glossary/en.toml");

/// The shipped example of `templates/example/`; everything in it is invented.
pub mod example {
    /// File name of the zero draft.
    pub const DRAFT_NAME: &str = "zero-draft.docx";
    /// The zero draft.
    pub const DRAFT: &[u8] = include_bytes!("../../../templates/example/zero-draft.docx");
    /// The sample statement without its body and sources.
    pub const STATEMENT: &str = include_str!("../../../templates/example/statement.toml");
    /// Its body.
    pub const BODY: &str = include_str!("../../../templates/example/statement.md");
    /// Its sources.
    pub const SOURCES: &str = include_str!("../../../templates/example/sources.bib");
}
