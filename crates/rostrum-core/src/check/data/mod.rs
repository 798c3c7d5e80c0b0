//! Lists that rules look up, as data: one TOML file a subject, read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// Words for the tone of a text, in one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Tone {
    /// Beginnings of words that find fault with somebody.
    pub(super) critical: Vec<String>,
    /// Phrases that find fault with somebody.
    pub(super) critical_phrases: Vec<String>,
    /// Words for those who govern, in the plural: "governments".
    pub(super) rulers: Vec<String>,
    /// Words for one who governs: "government", "regime".
    pub(super) authorities: Vec<String>,
    /// Words that make a sentence a request.
    pub(super) requests: Vec<String>,
    /// Words that insult.
    pub(super) abusive: Vec<String>,
}

/// A name as it is often written, and as the United Nations writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    /// As it is often written.
    pub(super) written: Vec<String>,
    /// As it is.
    pub(super) name: String,
}

/// Resolutions of the Security Council by number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Resolutions {
    /// Year of each known resolution of the Security Council, by its number.
    pub(super) security_council: BTreeMap<String, u16>,
}

/// Returns the names of States in a language by its primary tag.
pub(super) fn states(language: &str) -> &'static [String] {
    static ALL: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();
    let all = ALL.get_or_init(|| toml::from_str(include_str!("states.toml")).expect("States"));
    all.get(language).map_or(&[], Vec::as_slice)
}

/// Returns the words of tone of a language; none for one that is not known.
pub(super) fn tone(language: &str) -> Option<&'static Tone> {
    static ALL: OnceLock<BTreeMap<String, Tone>> = OnceLock::new();
    let all = ALL.get_or_init(|| toml::from_str(include_str!("tone.toml")).expect("tone"));
    all.get(language)
}

/// Returns the names that are often miswritten in a language.
pub(super) fn names(language: &str) -> &'static [Name] {
    static ALL: OnceLock<BTreeMap<String, Vec<Name>>> = OnceLock::new();
    let all = ALL.get_or_init(|| toml::from_str(include_str!("names.toml")).expect("names"));
    all.get(language).map_or(&[], Vec::as_slice)
}

/// Returns the known resolutions.
pub(super) fn resolutions() -> &'static Resolutions {
    static ALL: OnceLock<Resolutions> = OnceLock::new();
    ALL.get_or_init(|| toml::from_str(include_str!("resolutions.toml")).expect("resolutions"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_read_and_no_name_is_its_own_mistake() {
        for language in ["en", "fr", "es", "ru", "ar", "zh"] {
            assert!(states(language).len() > 190, "{language}");
            assert!(tone(language).is_some_and(|tone| !tone.abusive.is_empty()), "{language}");
            for name in names(language) {
                assert!(!name.written.contains(&name.name), "{}", name.name);
            }
        }
        assert!(names("en").len() > 20 && states("xx").is_empty() && tone("xx").is_none());
        assert!(resolutions().security_council.values().all(|year| (1946..2030).contains(year)));
    }
}
