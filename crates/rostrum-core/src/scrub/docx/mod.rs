//! Word documents: properties, settings, the text with its notes, comments, pictures.

mod beside;
mod changes;
mod context;
mod properties;
mod revert;
mod settings;
mod story;

use std::collections::BTreeSet;

use super::item::Items;
use super::package::{self, Parts};
use super::xml::{self, leaves};
use super::{Choices, Format, Hindrance, Kind, Removal, ScrubError, Walked};
use crate::import::docx::package::damaged;
use context::Context;
use story::Story;

/// Side parts that hold comments, or say more about them.
const COMMENTS: [&str; 6] = [
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "documenttasks",
    "comments2",
];

/// Walks through a Word document.
pub(super) fn walk(bytes: &[u8], choices: &Choices) -> Result<Walked, ScrubError> {
    let mut parts = Parts::read(bytes)?;
    let mut items = Items::default();
    let main = parts
        .links("")
        .into_iter()
        .find(|link| link.kind == "officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |link| link.target);
    if parts.get(&main).is_none() {
        return Err(damaged("it holds no text (word/document.xml)").into());
    }
    let signed = parts.names().iter().any(|name| name.starts_with("_xmlsignatures/"));
    if signed {
        items.note(Kind::Signature, "", "_xmlsignatures", Removal::Never);
    }
    kind_of(&parts, &mut items);
    properties::walk(&mut parts, &mut items, choices);
    package::leftovers(&mut parts, &mut items);
    data(&mut parts, &main, &mut items);
    sides(&mut parts, &main, &mut items, choices);
    texts(&mut parts, &main, &mut items, choices)?;
    package::pictures(&mut parts, &mut items);
    embedded(&parts, &mut items);
    let hindrance = if signed { Hindrance::Signed } else { Hindrance::None };
    Ok(Walked { format: Format::Docx, hindrance, items, bytes: parts.write()? })
}

/// Tells a template, and a document with programs in it.
fn kind_of(parts: &Parts, items: &mut Items) {
    let types = parts.get("[Content_Types].xml").unwrap_or_default();
    let types = String::from_utf8_lossy(types);
    for (mark, what) in [
        ("macroEnabled", "docm"),
        ("wordprocessingml.template", "dotx"),
        ("template.macro", "dotm"),
    ] {
        if types.contains(mark) {
            items.note(Kind::Macro, what, "[Content_Types].xml", Removal::Never);
            return;
        }
    }
}

/// Takes out what other programs keep behind the text.
fn data(parts: &mut Parts, main: &str, items: &mut Items) {
    for link in parts.links(main).into_iter().chain(parts.links("")) {
        if link.kind == "customXml" && !link.external && parts.get(&link.target).is_some() {
            let words: Vec<String> = leaves(parts.get(&link.target).unwrap_or_default())
                .into_iter()
                .take(12)
                .map(|leaf| format!("{}: {}", leaf.name, leaf.words.trim()))
                .collect();
            items.note(Kind::Data, &words.join("; "), &link.target, Removal::Always);
            for side in parts.links(&link.target) {
                parts.remove(&side.target);
            }
            parts.remove(&link.target);
        }
    }
}

/// Looks at people, comments, programs and printers beside the text.
fn sides(parts: &mut Parts, main: &str, items: &mut Items, choices: &Choices) {
    for link in parts.links(main) {
        let Some(bytes) = parts.get(&link.target) else { continue };
        match link.kind.as_str() {
            "people" => {
                beside::people(bytes, items, &link.target, choices);
                parts.remove(&link.target);
            }
            "comments" => {
                beside::comments(bytes, items, &link.target);
                if choices.comments {
                    parts.remove(&link.target);
                }
            }
            kind if COMMENTS.contains(&kind) && choices.comments => parts.remove(&link.target),
            "printerSettings" => {
                items.note(Kind::Printer, &printer(bytes), &link.target, Removal::Always);
                parts.remove(&link.target);
            }
            "vbaProject" | "attachedToolbars" | "wordVbaData" | "control" => {
                items.note(Kind::Macro, &link.kind, &link.target, Removal::Never);
            }
            _ => {}
        }
    }
    for link in parts.links("") {
        match link.kind.as_str() {
            "thumbnail" => {
                items.note(Kind::Thumbnail, "", &link.target, Removal::Always);
                parts.remove(&link.target);
            }
            "classificationlabels" => {
                items.note(Kind::Property, "sensitivity label", &link.target, Removal::Always);
                parts.remove(&link.target);
            }
            "webextensiontaskpanes" => {
                items.note(Kind::Macro, "add-in", &link.target, Removal::Never);
            }
            _ => {}
        }
    }
}

/// Returns the name of a printer, which stands in wide letters at the beginning.
fn printer(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let name: Vec<u16> = units.take(32).take_while(|unit| *unit != 0).collect();
    let name = String::from_utf16_lossy(&name);
    if name.chars().all(|c| !c.is_control()) { name } else { String::new() }
}

/// Goes through every part with words, the main one first.
fn texts(
    parts: &mut Parts,
    main: &str,
    items: &mut Items,
    choices: &Choices,
) -> Result<(), ScrubError> {
    let mut context = Context::new(choices, items);
    let links = parts.links(main);
    if let Some(styles) = links.iter().find(|link| link.kind == "styles") {
        context.hidden_styles =
            beside::hidden_styles(parts.get(&styles.target).unwrap_or_default());
    }
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let comments: BTreeSet<String> = links
        .iter()
        .filter(|link| COMMENTS.contains(&link.kind.as_str()))
        .map(|link| link.target.clone())
        .collect();
    let mut names: Vec<String> = parts
        .names()
        .into_iter()
        .filter(|name| {
            let xml = package::ends(name, ".xml") && name.starts_with(&format!("{folder}/"));
            xml && !name.starts_with("customXml/") && name != main
        })
        .collect();
    // Notes come after the text that says which of them are left.
    names.insert(0, main.to_owned());
    for name in names {
        let Some(bytes) = parts.get(&name) else { continue };
        context.place.clone_from(&name);
        context.links = parts.links(&name);
        let settings = links.iter().any(|link| link.kind == "settings" && link.target == name);
        let (known, seen) = (context.items.len(), context.sittings.clone());
        let written = if settings {
            settings::walk(bytes, &mut context)
        } else {
            context.quiet = comments.contains(&name);
            xml::rewrite(bytes, &mut Story::new(&mut context)).inspect(|_| context.end_part())
        };
        let cut = std::mem::take(&mut context.cut);
        match written {
            Ok(bytes) => {
                parts.put(&name, bytes);
                for id in cut {
                    parts.cut(&name, &id);
                }
            }
            Err(fault) if name == main => return Err(damaged(fault.words()).into()),
            Err(fault) => {
                // The part stays as it is, and all that was found in it.
                context.items.stays(known, &name);
                context.sittings = seen;
                context.items.note(Kind::Unread, fault.words(), &name, Removal::Never);
            }
        }
        if name == main {
            context.main_done();
        }
    }
    context.finish();
    Ok(())
}

/// Lists files inside the file.
fn embedded(parts: &Parts, items: &mut Items) {
    for name in parts.names() {
        let inside = name.contains("/embeddings/")
            || name.contains("/afchunk")
            || name.contains("/activeX/")
            || (package::ends(&name, ".docx") || package::ends(&name, ".xlsx"));
        if inside && !package::ends(&name, ".rels") {
            items.note(
                Kind::Attachment,
                name.rsplit('/').next().unwrap_or_default(),
                &name,
                Removal::Never,
            );
        }
    }
}
