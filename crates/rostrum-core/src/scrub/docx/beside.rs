//! Comments, people and styles, which stand beside the text in parts of their own.

use std::collections::BTreeSet;

use super::super::item::Items;
use super::super::{Choices, Kind, Removal};
use crate::import::xml::{Attributes, Sink, walk};

/// Returns the styles whose words are hidden.
pub(super) fn hidden_styles(bytes: &[u8]) -> BTreeSet<String> {
    #[derive(Default)]
    struct Styles {
        style: String,
        found: BTreeSet<String>,
    }
    impl Sink for Styles {
        fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
            match name {
                "style" => self.style = attributes.get("styleId").unwrap_or_default(),
                "vanish" if attributes.on() && !self.style.is_empty() => {
                    self.found.insert(self.style.clone());
                }
                _ => {}
            }
        }
        fn close(&mut self, name: &str) {
            if name == "style" {
                self.style.clear();
            }
        }
        fn text(&mut self, _: &str) {}
    }
    let mut styles = Styles::default();
    let _ = walk(bytes, &mut styles);
    styles.found
}

/// Lists the people that a file names with their accounts.
pub(super) fn people(bytes: &[u8], items: &mut Items, place: &str, choices: &Choices) {
    struct People<'i>(&'i mut Items, &'i str, &'i str);
    impl Sink for People<'_> {
        fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
            let found = match name {
                "person" => attributes.get("author"),
                "presenceInfo" => attributes.get("userId"),
                _ => None,
            };
            if let Some(who) = found.filter(|who| who != self.2) {
                self.0.note(Kind::Person, &who, self.1, Removal::Always);
            }
        }
        fn close(&mut self, _: &str) {}
        fn text(&mut self, _: &str) {}
    }
    let _ = walk(bytes, &mut People(items, place, &choices.organisation));
}

/// Lists the comments of a document.
pub(super) fn comments(bytes: &[u8], items: &mut Items, place: &str) {
    struct Comments<'i> {
        items: &'i mut Items,
        place: &'i str,
        who: String,
        when: String,
        words: String,
    }
    impl Sink for Comments<'_> {
        fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
            if name == "comment" {
                self.who = attributes.get("author").unwrap_or_default();
                self.when = attributes.get("date").unwrap_or_default();
                self.words.clear();
            } else if name == "p" && !self.words.is_empty() {
                self.words.push(' ');
            }
        }
        fn close(&mut self, name: &str) {
            if name == "comment" {
                let by = (self.who.as_str(), self.when.as_str());
                self.items.add(Kind::Comment, &self.words, by, self.place, Removal::Comments);
            }
        }
        fn text(&mut self, text: &str) {
            if self.words.len() < 2_048 {
                self.words.push_str(text);
            }
        }
    }
    let (who, when, words) = Default::default();
    if walk(bytes, &mut Comments { items, place, who, when, words }).is_err() {
        items.note(Kind::Unread, "", place, Removal::Comments);
    }
}
