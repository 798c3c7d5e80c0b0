//! `OpenDocument` texts: properties go; comments and recorded changes are told, and stay.

use super::item::Items;
use super::package::{self, Parts};
use super::path::is_path;
use super::xml::{Act, Editor, Tag, Written, leaves, rewrite, without};
use super::{Choices, Format, Hindrance, Kind, Removal, ScrubError, Walked};
use crate::import::docx::package::damaged;

/// Walks through an `OpenDocument` text.
pub(super) fn walk(bytes: &[u8], choices: &Choices) -> Result<Walked, ScrubError> {
    let mut parts = Parts::read(bytes)?;
    let mut items = Items::default();
    if let Some(meta) = parts.get("meta.xml") {
        let mut gone = Vec::new();
        for leaf in leaves(meta) {
            let words = leaf.words.trim();
            let kind = match leaf.name.as_str() {
                "initial-creator" | "creator" | "printed-by" if words == choices.organisation => {
                    continue;
                }
                "initial-creator" => Kind::Author,
                "creator" => Kind::SavedBy,
                "printed-by" => Kind::Person,
                "creation-date" | "date" | "print-date" | "editing-duration" | "editing-cycles" => {
                    Kind::Dates
                }
                "generator" => Kind::Program,
                "user-defined" => Kind::Property,
                "description" => Kind::Description,
                _ => continue,
            };
            let shown = match kind {
                Kind::Dates => format!("{}: {words}", leaf.name),
                Kind::Property => format!("{}: {words}", leaf.about),
                _ => words.to_owned(),
            };
            items.note(kind, &shown, "meta.xml", Removal::Always);
            gone.push(leaf.name.clone());
        }
        let pruned = without(meta, |tag| {
            let name = tag.name();
            if name == "template" {
                return true;
            }
            gone.iter().any(|gone| gone == name)
        });
        let pruned = pruned.map_err(|fault| damaged(fault.words()))?;
        parts.put("meta.xml", pruned);
    }
    for name in parts.names() {
        if name.starts_with("Thumbnails/") {
            items.note(Kind::Thumbnail, "", &name, Removal::Always);
            parts.remove(&name);
        } else if name.starts_with("Basic/") || name.starts_with("Scripts/") {
            items.note(Kind::Macro, "", &name, Removal::Never);
        }
    }
    for name in ["content.xml", "styles.xml"] {
        let Some(bytes) = parts.get(name) else { continue };
        let known = items.len();
        let mut text = Text { items: &mut items, place: name, open: Vec::new(), found: Vec::new() };
        if let Err(fault) = rewrite(bytes, &mut text) {
            if name == "content.xml" {
                return Err(damaged(fault.words()).into());
            }
            items.stays(known, name);
            items.note(Kind::Unread, fault.words(), name, Removal::Never);
        }
    }
    package::pictures(&mut parts, &mut items);
    package::leftovers(&mut parts, &mut items);
    let signed = parts.get("META-INF/documentsignatures.xml").is_some();
    if signed {
        items.note(Kind::Signature, "", "META-INF", Removal::Never);
    }
    if let Some(list) = parts.get("META-INF/manifest.xml") {
        let present = parts.names();
        let kept = without(list, |tag| {
            let path = tag.get("full-path").unwrap_or_default();
            tag.name() == "file-entry"
                && path.starts_with("Thumbnails/")
                && !present.contains(&path)
        });
        let kept = kept.map_err(|fault| damaged(fault.words()))?;
        parts.put("META-INF/manifest.xml", kept);
    }
    let hindrance = if signed { Hindrance::Signed } else { Hindrance::None };
    Ok(Walked { format: Format::Odt, hindrance, items, bytes: parts.write()? })
}

/// A comment or change that is being read.
#[derive(Default)]
struct Remark {
    kind: Option<Kind>,
    who: String,
    when: String,
    words: String,
}

struct Text<'i> {
    items: &'i mut Items,
    place: &'i str,
    open: Vec<String>,
    found: Vec<Remark>,
}

impl Editor for Text<'_> {
    fn open(&mut self, tag: &Tag<'_>, _: &mut String, _: bool) -> Act {
        let kind = match tag.name() {
            "annotation" => Some(Kind::Comment),
            "insertion" => Some(Kind::Inserted),
            "deletion" => Some(Kind::Deleted),
            "format-change" => Some(Kind::LookChanged),
            "hidden-text" | "hidden-paragraph" => Some(Kind::HiddenText),
            _ => None,
        };
        if kind.is_some() {
            let words = tag.get("string-value").unwrap_or_default();
            self.found.push(Remark { kind, words, ..Remark::default() });
        }
        if let Some(href) = tag.get("href").filter(|href| is_path(href)) {
            self.items.note(Kind::Path, &href, self.place, Removal::Never);
        }
        self.open.push(tag.name().to_owned());
        Act::Keep
    }

    fn close(&mut self, name: &str, _: &mut String, _: Written) {
        self.open.pop();
        let ends = matches!(
            name,
            "annotation"
                | "insertion"
                | "deletion"
                | "format-change"
                | "hidden-text"
                | "hidden-paragraph"
        );
        if ends && let Some(Remark { kind: Some(kind), who, when, words }) = self.found.pop() {
            self.items.add(kind, &words, (&who, &when), self.place, Removal::Never);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(remark) = self.found.last_mut() else { return };
        let into = match self.open.last().map(String::as_str) {
            Some("creator") => &mut remark.who,
            Some("date") => &mut remark.when,
            Some("creator-initials" | "date-string") => return,
            _ => &mut remark.words,
        };
        if into.len() < 2_048 {
            into.push_str(text);
        }
    }
}
