//! What is kept from one composition to the next: citations that were set, wordings that were
//! compared. Both take far longer than everything else, and a key stroke changes neither.

use std::collections::BTreeMap;

use super::{Composed, Composition, composed};
use crate::cite::Citer;
use crate::model::{Source, Statement};
use crate::revise::words::{WordRun, diff};

/// Composes one statement again and again.
///
/// The document equals that of [`compose`](super::compose) for the same composition: what is
/// kept is kept under all that it was made from.
#[derive(Debug, Default)]
pub struct Composer {
    language: String,
    sources: Vec<Source>,
    citer: Option<Citer>,
    /// Word marks by the two wordings, as they were needed last time.
    known: Wordings,
    /// The same, as they are needed now.
    used: Wordings,
}

type Wordings = BTreeMap<(String, String), Vec<WordRun>>;

impl Composer {
    /// Composes a document.
    pub fn compose(&mut self, composition: &Composition<'_>) -> Composed {
        self.begin(composition.statement);
        composed(composition, self)
    }

    fn begin(&mut self, statement: &Statement) {
        if self.language != statement.language || self.sources != statement.sources {
            self.language.clone_from(&statement.language);
            self.sources.clone_from(&statement.sources);
            self.citer = None;
        }
        if let Some(citer) = &mut self.citer {
            citer.begin();
        }
        // A wording that nobody asks for any more is forgotten with the next composition.
        self.known = std::mem::take(&mut self.used);
    }

    /// Returns who sets the citations.
    pub(super) fn citer(&mut self) -> &mut Citer {
        let language = &self.language;
        self.citer.get_or_insert_with(|| Citer::new(language))
    }

    /// Returns how one wording becomes another.
    pub(super) fn diff(&mut self, before: &str, after: &str) -> Vec<WordRun> {
        let key = (before.to_owned(), after.to_owned());
        if let Some(runs) = self.used.get(&key) {
            return runs.clone();
        }
        let runs = self.known.remove(&key).unwrap_or_else(|| diff(before, after));
        self.used.insert(key, runs.clone());
        runs
    }
}
