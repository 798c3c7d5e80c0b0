//! Dictionaries: those that ship, those of the system, and the user's own words.
//!
//! A dictionary is read in a thread of its own the first time its language is asked for; until
//! it is there, nothing is said about spelling. Licences: `templates/dictionaries/README.md`.

mod own;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rostrum_core::spell::{Spelling, Wordbook, primary};

use own::OwnWords;
pub use own::OwnWordsError;
pub use source::{Origin, find};

/// The dictionaries of this machine, as far as they were asked for.
#[derive(Debug, Clone)]
pub struct Shelf {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    slots: Mutex<BTreeMap<String, Slot>>,
    came: Condvar,
    own: Mutex<OwnWords>,
}

#[derive(Debug, Clone)]
enum Slot {
    Loading,
    Ready(Arc<Wordbook>, Origin),
    None,
}

/// How it stands with the dictionary of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dictionary {
    /// It is being read.
    Loading,
    /// It is at hand.
    Ready(Origin),
    /// There is none, neither shipped nor on this system.
    Missing,
    /// The language is not spelled: Chinese.
    NotNeeded,
}

impl Shelf {
    /// Makes a shelf; the user's own words lie in this folder of settings.
    pub fn new(config: &Path) -> Self {
        Self {
            shared: Arc::new(Shared {
                slots: Mutex::default(),
                came: Condvar::new(),
                own: Mutex::new(OwnWords::new(config)),
            }),
        }
    }

    /// Begins to read the dictionary of a language, when that has not begun.
    pub fn begin(&self, tag: &str) {
        let language = primary(tag);
        let mut slots = self.slots();
        if language == "zh" || slots.contains_key(&language) {
            return;
        }
        slots.insert(language.clone(), Slot::Loading);
        drop(slots);
        let shared = Arc::clone(&self.shared);
        let work = move || {
            let found = match find(&language) {
                Some((book, origin)) => Slot::Ready(Arc::new(book), origin),
                None => Slot::None,
            };
            let mut slots = shared.slots.lock().unwrap_or_else(PoisonError::into_inner);
            slots.insert(language, found);
            shared.came.notify_all();
        };
        let named = std::thread::Builder::new().name("dictionary".into());
        if named.spawn(work).is_err() {
            // Without a thread there is no dictionary; the next question tries again.
            self.slots().remove(&primary(tag));
        }
    }

    /// Waits for the dictionary of a language, but no longer than this.
    pub fn wait(&self, tag: &str, most: Duration) -> Dictionary {
        self.begin(tag);
        let language = primary(tag);
        let until = Instant::now() + most;
        let mut slots = self.slots();
        while matches!(slots.get(&language), Some(Slot::Loading)) {
            let Some(left) = until.checked_duration_since(Instant::now()) else { break };
            let waited = self.shared.came.wait_timeout(slots, left);
            slots = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        drop(slots);
        self.state(&language)
    }

    /// Tells how it stands with the dictionary of a language.
    pub fn state(&self, tag: &str) -> Dictionary {
        let language = primary(tag);
        match self.slots().get(&language) {
            _ if language == "zh" => Dictionary::NotNeeded,
            Some(Slot::Ready(_, origin)) => Dictionary::Ready(origin.clone()),
            Some(Slot::Loading) => Dictionary::Loading,
            Some(Slot::None) | None => Dictionary::Missing,
        }
    }

    /// Returns the dictionary of a language, once it is there.
    pub fn book(&self, tag: &str) -> Option<Arc<Wordbook>> {
        match self.slots().get(&primary(tag)) {
            Some(Slot::Ready(book, _)) => Some(Arc::clone(book)),
            _ => None,
        }
    }

    /// Returns what is at hand for a statement in this language, with its own words; begins
    /// to read what is not there yet.
    pub fn spelling(&self, tag: &str, words: &[String]) -> Spelling {
        self.spelling_in([tag], words)
    }

    /// Returns what is at hand for a text in these languages; see [`Shelf::spelling`].
    pub fn spelling_in<'t>(
        &self,
        tags: impl IntoIterator<Item = &'t str>,
        words: &[String],
    ) -> Spelling {
        let tags: BTreeSet<String> = tags.into_iter().map(primary).collect();
        for tag in &tags {
            self.begin(tag);
        }
        let mut own: BTreeSet<String> = words.iter().map(|word| word.to_lowercase()).collect();
        own.extend(self.own_words());
        Spelling { books: tags.iter().filter_map(|tag| self.book(tag)).collect(), own }
    }

    /// Returns the user's own words.
    pub fn own_words(&self) -> Vec<String> {
        self.own().list()
    }

    /// Keeps a word among the user's own, or takes it out.
    ///
    /// # Errors
    /// Fails when the file of the words cannot be written.
    pub fn keep_own(&self, word: &str, keep: bool) -> Result<(), OwnWordsError> {
        self.own().set(word, keep)
    }

    fn slots(&self) -> MutexGuard<'_, BTreeMap<String, Slot>> {
        self.shared.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn own(&self) -> MutexGuard<'_, OwnWords> {
        self.shared.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dictionary_is_read_once_and_only_when_asked_for() {
        let shelf = Shelf::new(Path::new("nowhere"));
        assert_eq!(shelf.state("en"), Dictionary::Missing);
        assert_eq!(shelf.wait("en-GB", Duration::from_mins(1)), Dictionary::Ready(Origin::Shipped));
        let first = shelf.book("en").expect("the book");
        shelf.begin("en");
        assert!(Arc::ptr_eq(&first, &shelf.book("en").expect("the same")));
        assert!(first.knows("organization") && !first.knows("organizaton"));
        assert_eq!(shelf.wait("zh-Hans", Duration::ZERO), Dictionary::NotNeeded);
        assert_eq!(shelf.wait("qq", Duration::from_mins(1)), Dictionary::Missing);
    }

    #[test]
    fn own_words_are_kept_for_the_next_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = Shelf::new(folder.path());
        shelf.keep_own("Harbourist", true).expect("kept");
        shelf.keep_own("twice", true).expect("kept");
        shelf.keep_own("twice", false).expect("taken out");
        let again = Shelf::new(folder.path());
        assert_eq!(again.own_words(), ["harbourist"]);
        assert!(again.spelling("zh", &["Ours".into()]).own.contains("ours"));
    }
}
