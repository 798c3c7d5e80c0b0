//! What a recorded change of the look changed: `bold`, `size`, `indent`.

use std::collections::BTreeSet;

use super::Other;
use crate::import::xml::Attributes;

/// Elements that say how something looks, and what a person calls it.
const NAMES: [(&str, &str); 22] = [
    ("b", "bold"),
    ("i", "italic"),
    ("u", "underline"),
    ("strike", "struck"),
    ("dstrike", "struck"),
    ("vertAlign", "raised"),
    ("sz", "size"),
    ("rFonts", "font"),
    ("color", "colour"),
    ("highlight", "colour"),
    ("shd", "colour"),
    ("caps", "capitals"),
    ("smallCaps", "capitals"),
    ("rStyle", "style"),
    ("pStyle", "style"),
    ("jc", "alignment"),
    ("ind", "indent"),
    ("spacing", "spacing"),
    ("numPr", "list"),
    ("numId", "list"),
    ("ilvl", "list"),
    ("outlineLvl", "style"),
];

/// What is known of the look at the place that is read.
#[derive(Debug, Default)]
pub(super) struct Formats {
    now: BTreeSet<(&'static str, String)>,
    was: BTreeSet<(&'static str, String)>,
    /// The change that is read, by its place in the list, and the element it is in.
    open: Option<(usize, String)>,
    /// Changes of the run whose words are read.
    of_run: Vec<usize>,
}

impl Formats {
    /// Takes in an element that may say how something looks.
    pub(super) fn property(&mut self, name: &str, attributes: &Attributes<'_>) {
        if matches!(name, "rPr" | "pPr") && self.open.is_none() {
            self.now.clear();
        }
        let Some((_, named)) = NAMES.iter().find(|(element, _)| *element == name) else { return };
        let value = ["val", "ascii", "left", "start", "firstLine", "before", "line"]
            .iter()
            .filter_map(|name| attributes.get(name))
            .collect::<Vec<_>>()
            .join(" ");
        let off = matches!(value.as_str(), "0" | "false" | "none" | "baseline");
        if !off {
            let set = if self.open.is_some() { &mut self.was } else { &mut self.now };
            set.insert((named, value));
        }
    }

    /// Begins a change, which stands at this place of the list.
    pub(super) fn begin(&mut self, element: &str, at: usize) {
        self.was.clear();
        self.open = Some((at, element.to_owned()));
    }

    /// Ends a change; `path` leads to it.
    pub(super) fn end(&mut self, path: &[String], others: &mut Vec<Other>) {
        let Some((at, element)) = self.open.take() else { return };
        let names: BTreeSet<&str> = match element.as_str() {
            "rPrChange" | "pPrChange" => {
                self.now.symmetric_difference(&self.was).map(|(name, _)| *name).collect()
            }
            "sectPrChange" => BTreeSet::from(["page"]),
            _ => BTreeSet::from(["table"]),
        };
        let of_mark = path.iter().rev().skip(1).take(2).eq(["rPr", "pPr"]);
        if of_mark {
            // How the end of a paragraph looks is seen by nobody.
            others.truncate(at);
            return;
        }
        if let Some(other) = others.get_mut(at) {
            other.detail = names.into_iter().collect::<Vec<_>>().join(", ");
        }
        if element == "rPrChange" {
            self.of_run.push(at);
        }
    }

    /// Hears a letter of the run.
    pub(super) fn say(&mut self, c: char, others: &mut [Other]) {
        for at in &self.of_run {
            if let Some(other) = others.get_mut(*at) {
                other.words.push(c);
            }
        }
    }

    /// Ends a run: the same change of the run before goes on in this one.
    pub(super) fn end_run(&mut self, others: &mut Vec<Other>) {
        let Some(at) = self.of_run.pop() else { return };
        self.of_run.clear();
        let [.., before, last] = others.as_mut_slice() else { return };
        let touches = before.at as usize + before.words.chars().count() == last.at as usize;
        let same = before.what == last.what
            && before.author == last.author
            && before.detail == last.detail
            && !before.words.is_empty();
        if at + 1 == others.len()
            && touches
            && same
            && let Some(last) = others.pop()
            && let Some(before) = others.last_mut()
        {
            before.words.push_str(&last.words);
        }
    }
}
