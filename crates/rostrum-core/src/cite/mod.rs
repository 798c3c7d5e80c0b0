//! Sources in and out: bibliographies read, citations set by CSL.

use crate::model::Source;
use crate::model::document::Inline;

/// Sets citations in one language.
#[derive(Debug, Clone)]
pub struct Citer {
    _language: String,
}

impl Citer {
    /// Returns a citer for a statement in this language.
    pub fn new(language: &str) -> Self {
        Self { _language: language.to_owned() }
    }

    /// Returns the words of one note that names these sources, each with where in it.
    ///
    /// An empty locator takes the source's own.
    pub fn note(&mut self, cites: &[(&Source, &str)]) -> Vec<Inline> {
        let parts: Vec<String> = cites
            .iter()
            .map(|(source, locator)| {
                let name = source
                    .item
                    .get("number")
                    .and_then(|n| n.as_str())
                    .filter(|n| n.contains('/'))
                    .unwrap_or_else(|| source.title());
                let locator = if locator.is_empty() { &source.locator } else { *locator };
                if locator.is_empty() { name.to_owned() } else { format!("{name}, {locator}") }
            })
            .collect();
        vec![Inline::plain(crate::render::compose::clean(&parts.join("; ")))]
    }
}
