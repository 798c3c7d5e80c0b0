//! Reading a draft: its sections, topics and terms.

use std::sync::OnceLock;

use rostrum_core::read::{DraftReading, Glossary, fold, reading};

use super::Desk;
use super::wire::{DraftRequest, Nothing, Terms};
use crate::failure::Failure;
use crate::templates;

impl Desk {
    /// Tells sections, topics, terms and direction of a draft, from its words alone.
    pub fn draft_reading(&self, request: DraftRequest) -> Result<DraftReading, Failure> {
        let shown = self.draft_show(request)?;
        Ok(reading(&shown.draft, glossary()))
    }

    /// Lists the words that can be explained, by name.
    pub fn glossary(&self, _: Nothing) -> Result<Terms, Failure> {
        let mut terms = glossary().terms().to_vec();
        terms.sort_by_cached_key(|term| fold(&term.term).text);
        Ok(Terms { terms })
    }
}

/// Returns the glossary that ships.
fn glossary() -> &'static Glossary {
    static GLOSSARY: OnceLock<Glossary> = OnceLock::new();
    GLOSSARY
        .get_or_init(|| Glossary::load(templates::GLOSSARY).expect("the shipped glossary is valid"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rostrum_core::read::TermOf;

    use super::*;

    #[test]
    fn the_shipped_glossary_explains_each_word_once_and_in_few_words() {
        let terms = glossary().terms();
        let ids: BTreeSet<&str> = terms.iter().map(|term| term.id.as_str()).collect();
        assert_eq!(ids.len(), terms.len(), "an id stands twice");
        let mut forms = BTreeSet::new();
        for term in terms {
            let words = term.means.split_whitespace().count();
            assert!((5..=60).contains(&words), "{}: {words} words", term.id);
            for form in std::iter::once(&term.term).chain(&term.also) {
                assert!(forms.insert((term.of == TermOf::Texts, form)), "{form} stands twice");
            }
        }
    }

    #[test]
    fn the_words_of_the_glossary_page_are_all_explained() {
        let page = include_str!("../../../../GLOSSARY.md");
        let (ours, _) = page.split_once("Words of the program itself").expect("two tables");
        let own: BTreeSet<&str> = glossary()
            .terms()
            .iter()
            .filter(|term| term.of == TermOf::Rostrum)
            .map(|term| term.term.as_str())
            .collect();
        let named: BTreeSet<&str> = ours
            .lines()
            .filter_map(|line| line.strip_prefix("| **")?.split_once("**"))
            .map(|(word, _)| word)
            .collect();
        assert_eq!(own, named);
    }
}
