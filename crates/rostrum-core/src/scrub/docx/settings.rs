//! Settings: sittings, templates, variables, lists of addressees.

use super::super::xml::{Act, Editor, Tag, Written, rewrite};
use super::super::{Kind, Removal};
use super::context::Context;
use crate::import::xml::XmlFault;

/// Goes through the settings of a document.
pub(super) fn walk(bytes: &[u8], context: &mut Context<'_>) -> Result<Vec<u8>, XmlFault> {
    rewrite(bytes, &mut Settings { context })
}

struct Settings<'c, 'i> {
    context: &'c mut Context<'i>,
}

impl Editor for Settings<'_, '_> {
    fn open(&mut self, tag: &Tag<'_>, _: &mut String, skipped: bool) -> Act {
        let context = &mut *self.context;
        let place = context.place.clone();
        match tag.name() {
            "rsid" | "rsidRoot" => {
                if let Some(value) = tag.get("val") {
                    context.sittings.insert(value);
                }
                Act::Skip
            }
            "rsids" | "docVars" => Act::Skip,
            "docVar" => {
                let words = format!(
                    "{}: {}",
                    tag.get("name").unwrap_or_default(),
                    tag.get("val").unwrap_or_default()
                );
                context.items.note(Kind::Variable, &words, &place, Removal::Always);
                Act::Skip
            }
            "docId" if tag.get("val").is_some() => {
                let words = tag.get("val").unwrap_or_default();
                context.items.note(Kind::DocumentMark, &words, &place, Removal::Always);
                Act::Skip
            }
            "attachedTemplate" | "saveThroughXslt" => {
                let id = tag.get("id").unwrap_or_default();
                let target = context
                    .links
                    .iter()
                    .find(|link| link.id == id)
                    .map_or_else(String::new, |link| link.target.clone());
                context.items.note(Kind::Path, &target, &place, Removal::Always);
                context.cut.push(id);
                Act::Skip
            }
            "mailMerge" => {
                context.items.note(
                    Kind::Data,
                    "addressees of a serial letter",
                    &place,
                    Removal::Always,
                );
                Act::Skip
            }
            // Inside a serial letter: where the addressees are kept.
            "connectString" | "query" | "udl" => {
                if let Some(words) = tag.get("val") {
                    context.items.note(Kind::Path, &words, &place, Removal::Always);
                }
                Act::Skip
            }
            "dataSource" | "headerSource" | "src" if skipped => {
                let id = tag.get("id").unwrap_or_default();
                if let Some(link) = context.links.iter().find(|link| link.id == id) {
                    context.items.note(Kind::Path, &link.target.clone(), &place, Removal::Always);
                    context.cut.push(id);
                }
                Act::Skip
            }
            _ => Act::Keep,
        }
    }

    fn close(&mut self, _: &str, _: &mut String, _: Written) {}

    fn text(&mut self, _: &str) {}
}
