//! A small bundle to hand over, and a journal that only remembers.

use rostrum_core::model::Version;
use rostrum_core::submit::manifest::sha256_hex;
use rostrum_core::submit::{Bundle, PackageInput, package};
use rostrum_kit::Failure;
use rostrum_kit::courier::{Attempt, Journal};

/// Returns a frozen version of this text.
pub fn version(text: &str) -> Version {
    Version {
        name: "Final".into(),
        sha256: sha256_hex(text.as_bytes()),
        created: "2026-11-20T09:30:00Z".into(),
        words: 0,
        text: text.into(),
    }
}

/// Returns a bundle of two documents that hold this text.
///
/// # Panics
/// When the text is empty.
pub fn bundle(text: &str) -> Bundle {
    let documents = [
        (
            "River_Network_Comments_2026.docx".to_owned(),
            [b"PK not really ", text.as_bytes()].concat(),
        ),
        ("River_Network_Comments_2026.md".to_owned(), text.as_bytes().to_vec()),
    ];
    package(&PackageInput {
        version: &version(text),
        documents: &documents,
        organisation: "River Network",
        title: "Comments on the zero draft",
        call: "oewg-ict",
    })
    .expect("two documents")
}

/// A journal in memory.
#[derive(Debug, Default)]
pub struct Rows(pub Vec<Attempt>);

impl Journal for Rows {
    fn before_send(&mut self, attempt: &Attempt) -> Result<(), Failure> {
        self.0.push(attempt.clone());
        Ok(())
    }
}
