//! Words of the United Nations and of its trade that dictionaries lack: `terms.toml`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

/// The terms of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    /// Words in small letters.
    #[serde(default)]
    words: BTreeSet<String>,
    /// Words of names, in small letters: "nations", "council".
    #[serde(default)]
    names: BTreeSet<String>,
    /// Prefixes that make a known word another known word.
    #[serde(default)]
    prefixes: Vec<String>,
}

fn all() -> &'static BTreeMap<String, Terms> {
    static ALL: OnceLock<BTreeMap<String, Terms>> = OnceLock::new();
    ALL.get_or_init(|| toml::from_str(include_str!("terms.toml")).expect("the shipped terms"))
}

/// Tells whether the list has a word.
pub(super) fn knows(language: &str, word: &str) -> bool {
    let small = if word.contains(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    };
    ["any", language]
        .iter()
        .filter_map(|language| all().get(*language))
        .any(|terms| terms.words.contains(&*small) || terms.names.contains(&*small))
}

/// Returns the prefixes of the trade in a language.
pub(super) fn prefixes(language: &str) -> &'static [String] {
    all().get(language).map_or(&[], |terms| &terms.prefixes)
}

/// Returns the word of a name among the words that may have been meant by a capitalised one.
pub(crate) fn name_meant(language: &str, near: &[String]) -> Option<String> {
    let names = &all().get(language)?.names;
    near.iter().find(|word| names.contains(&word.to_lowercase())).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_small_letters() {
        for (language, terms) in all() {
            for word in terms.words.iter().chain(&terms.names).chain(&terms.prefixes) {
                assert_eq!(*word, word.to_lowercase(), "{language}");
                assert!(!word.contains(' '), "{language}: {word} is two words");
            }
        }
    }
}
