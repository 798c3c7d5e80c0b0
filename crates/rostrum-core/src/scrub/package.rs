//! The parts of a ZIP package, changed and put together again.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::path::is_path;
use super::xml::{Tag, without};
use super::{Kind, Removal, ScrubError};
use crate::import::ImportError;
use crate::import::docx::package::{Package, damaged, relations_of, resolve};
use crate::import::xml::{Attributes, Sink, walk};

/// The parts of a package, in their order.
#[derive(Debug, Default)]
pub(super) struct Parts {
    list: Vec<(String, Vec<u8>)>,
    /// Relationships that go: part they belong to, and id.
    cut: BTreeSet<(String, String)>,
    /// Parts that went, in small letters.
    removed: BTreeSet<String>,
}

/// A relationship of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) id: String,
    /// Last word of its type.
    pub(super) kind: String,
    /// Path inside the package, or the address outside.
    pub(super) target: String,
    pub(super) external: bool,
}

impl Link {
    /// Tells whether it leads to a place on somebody's computer.
    pub(super) fn is_path(&self) -> bool {
        self.external && is_path(&self.target)
    }
}

impl Parts {
    /// Reads all parts, within the limits of the readers.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ScrubError> {
        let mut package = Package::open(bytes)?;
        let mut list = Vec::new();
        let mut known = BTreeSet::new();
        for name in package.names() {
            let tidy = name.trim_start_matches('/').replace('\\', "/");
            if tidy.is_empty() || tidy.ends_with('/') || !known.insert(tidy.clone()) {
                continue;
            }
            let part = package.part(&name)?.ok_or_else(|| damaged("a part cannot be found"))?;
            list.push((tidy, part));
        }
        Ok(Self { list, ..Self::default() })
    }

    /// Returns the names of all parts.
    pub(super) fn names(&self) -> Vec<String> {
        self.list.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Returns a part; case does not part names, as in Office.
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        let found = self.list.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, bytes)| bytes.as_slice())
    }

    /// Puts other bytes in the place of a part.
    pub(super) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        if let Some(part) = self.list.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name))
        {
            part.1 = bytes;
        }
    }

    /// Takes a part out, with its own relationships; what points to it goes at the end.
    pub(super) fn remove(&mut self, name: &str) {
        let relations = relations_of(name);
        self.removed.insert(name.to_ascii_lowercase());
        self.list.retain(|(known, _)| {
            !known.eq_ignore_ascii_case(name) && !known.eq_ignore_ascii_case(&relations)
        });
    }

    /// Takes a relationship out.
    pub(super) fn cut(&mut self, part: &str, id: &str) {
        self.cut.insert((part.to_owned(), id.to_owned()));
    }

    /// Returns the relationships of a part; `""` for those of the package.
    pub(super) fn links(&self, part: &str) -> Vec<Link> {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut found = Links { folder, found: Vec::new() };
        if let Some(bytes) = self.get(&relations_of(part)) {
            // A broken list of relationships leaves what was read so far.
            let _ = walk(bytes, &mut found);
        }
        found.found
    }

    /// Returns the package without relationships and content types of what went.
    pub(super) fn write(mut self) -> Result<Vec<u8>, ScrubError> {
        let (cut, removed) = (std::mem::take(&mut self.cut), std::mem::take(&mut self.removed));
        for (name, bytes) in &mut self.list {
            let tidy = if name == "[Content_Types].xml" {
                without(bytes, |tag| {
                    tag.name() == "Override"
                        && tag.get("PartName").is_some_and(|part| {
                            removed.contains(&part.trim_start_matches('/').to_ascii_lowercase())
                        })
                })
            } else if let Some(part) = owner(name) {
                let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
                let gone = |tag: &Tag<'_>| {
                    let id = tag.get("Id").unwrap_or_default();
                    let target = tag.get("Target").unwrap_or_default();
                    let external = tag.get("TargetMode").as_deref() == Some("External");
                    let lost = || {
                        let path = resolve(folder, target.split('#').next().unwrap_or_default());
                        removed.contains(&path.to_ascii_lowercase())
                    };
                    tag.name() == "Relationship"
                        && (cut.contains(&(part.clone(), id)) || (!external && lost()))
                };
                without(bytes, gone)
            } else {
                continue;
            };
            *bytes = tidy.map_err(|fault| damaged(&format!("{name}: {}", fault.words())))?;
        }
        self.zipped()
    }

    fn zipped(&self) -> Result<Vec<u8>, ScrubError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let plain = options.compression_method(CompressionMethod::Stored);
        let failed = |_| ImportError::TooLarge {
            what: "file".into(),
            size: self.list.iter().map(|(_, bytes)| bytes.len() as u64).sum(),
            limit: u64::from(u32::MAX),
        };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.list {
            // OpenDocument wants its first part as it is; what is packed already stays so.
            let packed =
                name == "mimetype" || [".png", ".jpg", ".jpeg"].iter().any(|end| ends(name, end));
            zip.start_file(name.as_str(), if packed { plain } else { options }).map_err(failed)?;
            zip.write_all(bytes).map_err(|error| failed(error.into()))?;
        }
        Ok(zip.finish().map_err(failed)?.into_inner())
    }
}

/// Tells whether a name has an ending, in large or small letters.
pub(super) fn ends(name: &str, ending: &str) -> bool {
    let at = name.len().checked_sub(ending.len());
    at.and_then(|at| name.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// Returns the part whose relationships a part holds; `""` for the package.
fn owner(name: &str) -> Option<String> {
    let stem = name.strip_suffix(".rels")?;
    match stem.rsplit_once('/')? {
        ("_rels", part) => Some(part.to_owned()),
        (folder, part) => Some(format!("{}/{part}", folder.strip_suffix("/_rels")?)),
    }
}

struct Links<'f> {
    folder: &'f str,
    found: Vec<Link>,
}

impl Sink for Links<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name != "Relationship" {
            return;
        }
        let kind = attributes.get("Type").unwrap_or_default();
        let target = attributes.get("Target").unwrap_or_default();
        let external = attributes.get("TargetMode").as_deref() == Some("External");
        self.found.push(Link {
            id: attributes.get("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: if external { target } else { resolve(self.folder, &target) },
            external,
        });
    }

    fn close(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// Looks at the pictures of a package and takes out what they say about themselves.
pub(super) fn pictures(parts: &mut Parts, items: &mut super::item::Items) {
    for name in parts.names() {
        let Some((seen, clean)) = parts.get(&name).and_then(super::picture::look) else { continue };
        if seen.any || seen.place {
            seen.tell(items, &name);
            parts.put(&name, clean);
        }
    }
}

/// Notes parts that belong to nothing, and takes them out.
pub(super) fn leftovers(parts: &mut Parts, items: &mut super::item::Items) {
    for name in parts.names() {
        if name.starts_with("[trash]/")
            || name.ends_with(".DS_Store")
            || name.ends_with("Thumbs.db")
        {
            items.note(Kind::Leftover, "", &name, Removal::Always);
            parts.remove(&name);
        }
    }
}
