//! Sources in and out: bibliographies read, citations set by CSL.
//!
//! A source is kept as a CSL-JSON item, whatever it was read from. Citations are set by a
//! note style of our own (`united-nations.csl`): documents of the United Nations by their
//! symbol, everything else by author, title, publisher and date.

mod bibtex;
mod citer;
mod csl_json;
mod findings;
mod item;
pub(crate) mod key;
pub(crate) mod symbol;

pub use bibtex::read_bibtex;
pub use citer::Citer;
pub use csl_json::{UnreadableCslJson, read_csl_json};
pub use symbol::document_symbol;

use crate::finding::Finding;
use crate::model::Source;

/// Sources that were read, and what could not be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bibliography {
    /// The sources, in the order of the file, each with a key of its own.
    pub sources: Vec<Source>,
    /// Entries that could not be read, and what was changed in others.
    pub findings: Vec<Finding>,
}

impl Bibliography {
    /// Adds a source under a key that no other has.
    fn add(&mut self, wanted: &str, item: serde_json::Value) {
        let wanted = key::tidy(wanted);
        let taken = |key: &str| self.sources.iter().any(|s| s.key == key);
        let key = key::free(&wanted, taken);
        if key != wanted {
            self.findings.push(findings::repeated_key(&wanted, &key));
        }
        let source = Source { key, item, ..Source::default() };
        if source.title() == source.key {
            self.findings.push(findings::no_title(&source.key));
        }
        self.sources.push(source);
    }
}
