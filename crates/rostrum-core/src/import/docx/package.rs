//! Opens the ZIP package of an Office or `OpenDocument` file, within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::import::ImportError;
use crate::import::xml::{Attributes, Sink, walk};

/// Largest inflated part.
const MOST_PART: u64 = 64 << 20;
/// Most that all parts taken together may inflate to.
const MOST_TOTAL: u64 = 192 << 20;
/// Most entries of the directory.
const MOST_ENTRIES: usize = 20_000;

/// The ZIP package of a document.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    read: u64,
}

/// One relationship of a part.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    /// Id by which the part names it.
    pub(crate) id: String,
    /// Last word of the relationship's type, the same in strict and transitional files.
    pub(crate) kind: String,
    /// Path inside the package.
    pub(crate) target: String,
}

impl<'b> Package<'b> {
    /// Opens the package.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| damaged("its ZIP directory is missing or broken"))?;
        if archive.len() > MOST_ENTRIES {
            return Err(ImportError::TooLarge {
                what: "number of parts in the package".into(),
                size: archive.len() as u64,
                limit: MOST_ENTRIES as u64,
            });
        }
        Ok(Self { archive, read: 0 })
    }

    /// Returns the names of all parts, in the order of the directory.
    pub(crate) fn names(&self) -> Vec<String> {
        self.archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// Returns the bytes of a part, or `None` when there is no such part.
    pub(crate) fn part(&mut self, path: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let path = path.trim_start_matches('/');
        let index = self.archive.index_for_name(path).or_else(|| {
            let mut names = self.archive.file_names().flatten();
            let found = names.find(|name| name.eq_ignore_ascii_case(path))?.into_owned();
            self.archive.index_for_name(&found)
        });
        let Some(index) = index else { return Ok(None) };
        self.entry(index, path).map(Some)
    }

    fn entry(&mut self, index: usize, path: &str) -> Result<Vec<u8>, ImportError> {
        let entry = self
            .archive
            .by_index(index)
            .map_err(|_| damaged(&format!("its part {path} cannot be unpacked")))?;
        // The size in the directory may lie: the reader itself stops.
        let mut bytes = Vec::with_capacity(entry.size().min(1 << 20) as usize);
        let taken = entry
            .take(MOST_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| damaged(&format!("its part {path} cannot be unpacked")))?;
        self.read += taken as u64;
        if taken as u64 > MOST_PART || self.read > MOST_TOTAL {
            return Err(ImportError::TooLarge {
                what: format!("part {path}"),
                size: taken as u64,
                limit: MOST_PART,
            });
        }
        Ok(bytes)
    }

    /// Returns the relationships of a part; `""` for those of the package.
    pub(crate) fn relations(&mut self, part: &str) -> Vec<Relation> {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = relations_of(part);
        let mut relations = Relations { folder, found: Vec::new() };
        if let Ok(Some(bytes)) = self.part(&path) {
            // A broken list of relationships leaves what was read so far.
            let _ = walk(&bytes, &mut relations);
        }
        relations.found
    }

    /// Returns the addresses outside the package that a part links to, by their ids.
    pub(crate) fn links(&mut self, part: &str) -> BTreeMap<String, String> {
        let mut links = Links::default();
        if let Ok(Some(bytes)) = self.part(&relations_of(part)) {
            let _ = walk(&bytes, &mut links);
        }
        links.0
    }
}

/// Returns the path of the list of relationships of a part; `""` for the package.
pub(crate) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    if folder.is_empty() {
        format!("_rels/{name}.rels")
    } else {
        format!("{folder}/_rels/{name}.rels")
    }
}

#[derive(Default)]
struct Links(BTreeMap<String, String>);

impl Sink for Links {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name == "Relationship"
            && attributes.get("TargetMode").as_deref() == Some("External")
            && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
        {
            self.0.insert(id, target);
        }
    }

    fn close(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// Returns the error of a damaged file.
pub(crate) fn damaged(what: &str) -> ImportError {
    ImportError::Damaged { what: what.into() }
}

struct Relations<'f> {
    folder: &'f str,
    found: Vec<Relation>,
}

impl Sink for Relations<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name != "Relationship" || attributes.get("TargetMode").as_deref() == Some("External") {
            return;
        }
        let (Some(kind), Some(target)) = (attributes.get("Type"), attributes.get("Target")) else {
            return;
        };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let id = attributes.get("Id").unwrap_or_default();
        self.found.push(Relation { id, kind, target: resolve(self.folder, &target) });
    }

    fn close(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// Returns the path of a target inside the package.
pub(crate) fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_inside_the_package() {
        assert_eq!(resolve("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word", "../../../etc/x.xml"), "etc/x.xml");
    }

    #[test]
    fn bytes_that_are_no_package_are_damaged() {
        assert!(matches!(Package::open(b"PK\x03\x04"), Err(ImportError::Damaged { .. })));
    }
}
