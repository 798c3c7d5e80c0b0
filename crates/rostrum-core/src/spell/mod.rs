//! Spelling: whether a word is one, and what was meant.
//!
//! A [`Wordbook`] is a Hunspell dictionary together with words of the United Nations that no
//! dictionary has. The kit reads the files; here they are text. Chinese has no wordbook: it
//! is not spelled.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

mod cut;
mod english;
mod near;
mod terms;

pub(crate) use cut::spelled;
pub(crate) use english::oxford;
pub(crate) use terms::name_meant;

/// Why a dictionary could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read the dictionary of `{language}`: {detail}")]
pub struct WordbookFault {
    /// Tag of the language.
    pub language: String,
    /// What is wrong with its text.
    pub detail: String,
}

/// The words of one language.
pub struct Wordbook {
    language: String,
    dictionary: spellbook::Dictionary,
    /// What was found near an unknown word: it is asked for again at each key.
    near: Mutex<BTreeMap<String, Vec<String>>>,
}

/// Unknown words whose neighbours are remembered.
const REMEMBERED: usize = 2_000;

impl fmt::Debug for Wordbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wordbook").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Wordbook {
    /// Reads a dictionary from the texts of its two Hunspell files.
    ///
    /// # Errors
    /// [`WordbookFault`] when they are not such files.
    pub fn read(language: &str, affixes: &str, words: &str) -> Result<Self, WordbookFault> {
        let language = primary(language);
        match spellbook::Dictionary::new(affixes, words) {
            Ok(dictionary) => Ok(Self { language, dictionary, near: Mutex::default() }),
            Err(fault) => Err(WordbookFault { language, detail: fault.to_string() }),
        }
    }

    /// Returns the primary tag of its language: `en`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Tells whether a word is spelled as the language or the United Nations spells it.
    ///
    /// English words in -ize are known wherever those in -ise are. A known word with a
    /// prefix of the trade, such as "cyber" or "multi", is known.
    pub fn knows(&self, word: &str) -> bool {
        let word = plain(word);
        self.has(&word) || self.compound(&word)
    }

    fn has(&self, word: &str) -> bool {
        if terms::knows(&self.language, word) || self.dictionary.check(word) {
            return true;
        }
        if self.language != "en" {
            return false;
        }
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("s'"));
        owner.is_some_and(|owner| self.has(owner))
            || english::singular(word).is_some_and(|one| self.dictionary.check(&one))
            || english::made_of(word).is_some_and(|stem| self.dictionary.check(stem))
            || english::ise(word).is_some_and(|other| self.dictionary.check(&other))
    }

    /// Tells at little cost whether a word is known: a slip has hundreds of neighbours.
    fn quickly(&self, word: &str) -> bool {
        self.dictionary.check(word)
            || terms::knows(&self.language, word)
            || self.language == "en"
                && english::ise(word).is_some_and(|other| self.dictionary.check(&other))
    }

    fn compound(&self, word: &str) -> bool {
        terms::prefixes(&self.language).iter().any(|prefix| {
            word.strip_prefix(prefix.as_str())
                .is_some_and(|rest| rest.chars().count() >= 5 && self.has(rest))
        })
    }

    /// Returns the words that differ from an unknown word by one slip of the hand, the
    /// likeliest first; quick enough to be asked at each key.
    pub fn near(&self, word: &str) -> Vec<String> {
        let mut remembered = self.near.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = remembered.get(word) {
            return found.clone();
        }
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        let found = self.neighbours(word);
        remembered.insert(word.to_owned(), found.clone());
        found
    }

    fn neighbours(&self, word: &str) -> Vec<String> {
        let mut found = near::candidates(&self.language, &plain(word), |other| self.quickly(other));
        if self.language == "en" {
            found = found.into_iter().map(|word| oxford(&word).unwrap_or(word)).collect();
        }
        if word.contains('’') {
            found = found.into_iter().map(|word| word.replace('\'', "’")).collect();
        }
        found
    }

    /// Returns words that may have been meant, the likeliest first, at most six.
    ///
    /// May take a tenth of a second or more: ask off the thread that draws.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut out = self.near(word);
        let mut more = Vec::new();
        self.dictionary.suggest(&plain(word), &mut more);
        for word in more {
            let word = if self.language == "en" { oxford(&word).unwrap_or(word) } else { word };
            if !out.contains(&word) {
                out.push(word);
            }
        }
        out.truncate(6);
        out
    }
}

/// What is known of spelling while a text is checked.
#[derive(Debug, Clone, Default)]
pub struct Spelling {
    /// Wordbooks at hand; a language without one is not checked.
    pub books: Vec<Arc<Wordbook>>,
    /// The writers' own words, in small letters.
    pub own: BTreeSet<String>,
}

impl PartialEq for Spelling {
    fn eq(&self, other: &Self) -> bool {
        self.own == other.own
            && self.books.len() == other.books.len()
            && self.books.iter().zip(&other.books).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

impl Spelling {
    /// Returns the wordbook of a language by its tag.
    pub fn book(&self, language: &str) -> Option<&Wordbook> {
        let language = primary(language);
        self.books.iter().find(|book| book.language == language).map(Arc::as_ref)
    }
}

/// Returns the primary tag of a language: `en` of `en-GB`; English when it is not set.
pub fn primary(tag: &str) -> String {
    let tag = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    if tag.is_empty() { "en".into() } else { tag }
}

/// Returns a word as dictionaries have it: straight apostrophes, no soft hyphens, no vowel
/// marks and no stretching in Arabic.
fn plain(word: &str) -> String {
    let kept = word.chars().filter(
        |c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{640}' | '\u{64b}'..='\u{652}'),
    );
    kept.map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFFIXES: &str = "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n";

    fn book(language: &str) -> Wordbook {
        let words = "7\norganise\nsecurity\nstate/S\nthe\nharbour/S\nstakeholder/S\nrecognise\n";
        Wordbook::read(language, AFFIXES, words).expect("a dictionary")
    }

    #[test]
    fn words_of_the_dictionary_and_of_the_trade_are_known() {
        let book = book("en-GB");
        for word in ["states", "organize", "organise", "state’s", "multistakeholders", "UNODA"] {
            assert!(book.knows(word), "{word}");
        }
        for word in ["securtiy", "statess", "orgganize", "multistakholder"] {
            assert!(!book.knows(word), "{word}");
        }
    }

    #[test]
    fn one_slip_of_the_hand_is_seen_through() {
        let book = book("en");
        assert_eq!(book.near("securtiy"), ["security"]);
        assert_eq!(book.near("Harbor"), ["Harbour"]);
        assert_eq!(book.near("reconise"), ["recognize"]);
        assert!(book.near("zzz").is_empty());
    }

    #[test]
    fn what_is_no_dictionary_is_refused() {
        let fault = Wordbook::read("xx", "SFX A Y nonsense", "\u{0}").expect_err("no dictionary");
        assert!(fault.to_string().starts_with("read the dictionary of `xx`: "));
    }

    #[test]
    fn a_book_is_found_by_any_tag_of_its_language() {
        let spelling = Spelling { books: vec![Arc::new(book("en"))], own: BTreeSet::new() };
        assert!(spelling.book("en-US").is_some() && spelling.book("").is_some());
        assert!(spelling.book("zh").is_none());
        assert!(spelling == spelling.clone());
    }
}
