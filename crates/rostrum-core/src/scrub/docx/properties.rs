//! Properties of the file: who, when, with what, and what systems put in.

use super::super::item::Items;
use super::super::package::Parts;
use super::super::path::is_file_name;
use super::super::xml::{leaves, without};
use super::super::{Choices, Kind, Removal};

/// Goes through the properties of an Office file.
pub(super) fn walk(parts: &mut Parts, items: &mut Items, choices: &Choices) {
    let links = parts.links("");
    let of =
        |kind: &str| links.iter().find(|link| link.kind == kind).map(|link| link.target.clone());
    let core = of("core-properties").unwrap_or_else(|| "docProps/core.xml".into());
    let app = of("extended-properties").unwrap_or_else(|| "docProps/app.xml".into());
    let custom = of("custom-properties").unwrap_or_else(|| "docProps/custom.xml".into());
    let own = leaves(parts.get(&app).unwrap_or_default())
        .iter()
        .any(|leaf| leaf.name == "Application" && leaf.words == "Rostrum");
    if let Some(bytes) = parts.get(&core) {
        let mut gone: Vec<String> = Vec::new();
        for leaf in leaves(bytes) {
            let words = leaf.words.trim();
            let Some(kind) = core_kind(&leaf.name, words, own, choices) else { continue };
            // A date of making without a day says nothing.
            items.note(kind, &labelled(kind, &leaf.name, words), &core, Removal::Always);
            gone.push(leaf.name.clone());
        }
        let pruned = without(bytes, |tag| {
            let name = tag.name();
            gone.iter().any(|gone| gone == name)
        });
        put(parts, items, &core, pruned);
    }
    if let Some(bytes) = parts.get(&app) {
        let mut gone: Vec<String> = Vec::new();
        for leaf in leaves(bytes) {
            let words = leaf.words.trim();
            let kind = match leaf.name.as_str() {
                "Company" => Kind::Company,
                "Manager" => Kind::Manager,
                "Template" if words != "Normal.dotm" && words != "Normal" => Kind::Path,
                "TotalTime" if words != "0" => Kind::Dates,
                "HyperlinkBase" => Kind::Path,
                "Application" if words != "Rostrum" => Kind::Program,
                _ => continue,
            };
            if kind == Kind::Company && words == choices.organisation {
                continue;
            }
            let shown = match leaf.name.as_str() {
                "TotalTime" => format!("{words} min"),
                _ => words.to_owned(),
            };
            items.note(kind, &shown, &app, Removal::Always);
            gone.push(leaf.name.clone());
        }
        let version = gone.iter().any(|name| name == "Application");
        let pruned = without(bytes, |tag| {
            let name = tag.name();
            gone.iter().any(|gone| gone == name) || (version && name == "AppVersion")
        });
        put(parts, items, &app, pruned);
    }
    if let Some(bytes) = parts.get(&custom) {
        for leaf in leaves(bytes) {
            let about = if leaf.about.is_empty() { &leaf.name } else { &leaf.about };
            let shown = format!("{about}: {}", leaf.words.trim());
            items.note(Kind::Property, &shown, &custom, Removal::Always);
        }
        parts.remove(&custom);
    }
}

fn put(
    parts: &mut Parts,
    items: &mut Items,
    name: &str,
    pruned: Result<Vec<u8>, crate::import::xml::XmlFault>,
) {
    match pruned {
        Ok(bytes) => parts.put(name, bytes),
        Err(fault) => {
            // Properties that cannot be read are not needed to read the text.
            items.note(Kind::Unread, fault.words(), name, Removal::Always);
            parts.remove(name);
        }
    }
}

fn core_kind(name: &str, words: &str, own: bool, choices: &Choices) -> Option<Kind> {
    Some(match name {
        "creator" if own || words == choices.organisation => return None,
        "creator" => Kind::Author,
        "lastModifiedBy" if words == choices.organisation => return None,
        "lastModifiedBy" => Kind::SavedBy,
        "created" | "modified" | "lastPrinted" => Kind::Dates,
        "revision" => Kind::Dates,
        "title" if is_file_name(words) => Kind::Path,
        "title" | "subject" | "language" | "keywords" | "version" | "contentType" => return None,
        "identifier" => Kind::DocumentMark,
        _ => Kind::Description,
    })
}

fn labelled(kind: Kind, name: &str, words: &str) -> String {
    match (kind, name) {
        (Kind::Dates, "created") => format!("made {words}"),
        (Kind::Dates, "modified") => format!("changed {words}"),
        (Kind::Dates, "lastPrinted") => format!("printed {words}"),
        (Kind::Dates, _) => format!("saved {words} times"),
        (Kind::Description, "description") => words.to_owned(),
        (Kind::Description, _) => format!("{name}: {words}"),
        _ => words.to_owned(),
    }
}
