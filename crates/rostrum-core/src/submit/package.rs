//! Version + documents → the bundle that is handed over.

use std::collections::BTreeSet;

use super::manifest::{FORMAT, MANIFEST, Manifest, ManifestVersion, SUMS, sha256_hex, sums};
use super::{PlannedFile, file_name};
use crate::model::Version;

/// What a bundle is made of.
#[derive(Debug, Clone, Copy)]
pub struct PackageInput<'a> {
    /// The frozen text.
    pub version: &'a Version,
    /// The rendered documents with their file names, usually from
    /// [`document_name`](super::document_name); what is unsafe in a name is mended.
    pub documents: &'a [(String, Vec<u8>)],
    /// Organisation as it prints.
    pub organisation: &'a str,
    /// Title as it prints.
    pub title: &'a str,
    /// Id of the call.
    pub call: &'a str,
}

/// The files that are handed over together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// The documents by name, then `manifest.json`, then `SHA256SUMS`.
    pub files: Vec<BundleFile>,
}

/// One file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFile {
    /// Name: ASCII, no folders, unique in the bundle without regard to case.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Why no bundle was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// There is nothing to hand over.
    #[error("make a bundle: no document was given; render the version first")]
    NoDocuments,
    /// A document holds nothing.
    #[error("make a bundle: the document `{name}` is empty; render it again")]
    EmptyDocument {
        /// Its name.
        name: String,
    },
    /// A document is larger than any channel takes.
    #[error("make a bundle: the document `{name}` is larger than 4 GB")]
    DocumentTooLarge {
        /// Its name.
        name: String,
    },
    /// The text of the version is not the text that was frozen.
    #[error(
        "make a bundle: the text of version `{version}` no longer has the hash it was frozen with; freeze a new version"
    )]
    VersionChanged {
        /// Name of the version.
        version: String,
    },
}

/// Makes the bundle of a version: its documents, `manifest.json` and `SHA256SUMS`.
///
/// The same input gives the same bytes; the present time plays no part, so handing over
/// again after a year still sends what was sent first.
///
/// # Errors
/// Refuses a version whose text does not have its hash, and documents that are missing,
/// empty or larger than 4 GB.
pub fn package(input: &PackageInput<'_>) -> Result<Bundle, PackageError> {
    let version = input.version;
    if sha256_hex(version.text.as_bytes()) != version.sha256 {
        return Err(PackageError::VersionChanged { version: version.name.clone() });
    }
    let mut files = documents(input.documents)?;
    let manifest = Manifest {
        format: FORMAT,
        call: input.call.into(),
        title: input.title.into(),
        organisation: input.organisation.into(),
        version: ManifestVersion {
            name: version.name.clone(),
            sha256: version.sha256.clone(),
            frozen: version.created.clone(),
        },
        documents: files.iter().map(BundleFile::planned).collect(),
    };
    files.push(BundleFile { name: MANIFEST.into(), bytes: manifest.to_json() });
    let list = sums(files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())));
    files.push(BundleFile { name: SUMS.into(), bytes: list });
    Ok(Bundle { files })
}

fn documents(given: &[(String, Vec<u8>)]) -> Result<Vec<BundleFile>, PackageError> {
    if given.is_empty() {
        return Err(PackageError::NoDocuments);
    }
    let mut taken: BTreeSet<String> = [MANIFEST, SUMS].map(str::to_lowercase).into();
    let mut files = Vec::with_capacity(given.len() + 2);
    for (name, bytes) in given {
        let name = free_name(&file_name::safe(name), &mut taken);
        if bytes.is_empty() {
            return Err(PackageError::EmptyDocument { name });
        }
        if u32::try_from(bytes.len()).is_err() {
            return Err(PackageError::DocumentTooLarge { name });
        }
        files.push(BundleFile { name, bytes: bytes.clone() });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Numbers a name that is taken; case does not part names, as it does not on Windows.
fn free_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let (stem, ending) = match wanted.rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (wanted, String::new()),
    };
    let mut name = wanted.to_owned();
    let mut number = 2;
    while !taken.insert(name.to_lowercase()) {
        let tail = format!("-{number}{ending}");
        let room = file_name::LONGEST - tail.len();
        name = format!("{}{tail}", &stem[..stem.len().min(room)]);
        number += 1;
    }
    name
}

impl Bundle {
    /// Returns name, size and hash of the documents, without the manifest and the sums.
    pub fn documents(&self) -> Vec<PlannedFile> {
        let own = |f: &&BundleFile| f.name != MANIFEST && f.name != SUMS;
        self.files.iter().filter(own).map(BundleFile::planned).collect()
    }

    /// Returns name, size and hash of every file.
    pub fn planned(&self) -> Vec<PlannedFile> {
        self.files.iter().map(BundleFile::planned).collect()
    }

    /// Returns the hash of `SHA256SUMS`, which stands for the whole bundle.
    pub fn sha256(&self) -> String {
        self.files
            .iter()
            .find(|f| f.name == SUMS)
            .map_or_else(String::new, |f| sha256_hex(&f.bytes))
    }

    /// Returns a name for the whole bundle: that of its first document without the ending.
    pub fn stem(&self) -> &str {
        let name = self.files.first().map_or("bundle", |f| f.name.as_str());
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

impl BundleFile {
    /// Returns name, size and hash.
    pub fn planned(&self) -> PlannedFile {
        PlannedFile {
            name: self.name.clone(),
            bytes: self.bytes.len() as u32,
            sha256: sha256_hex(&self.bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version() -> Version {
        let text = "# Comments\n\nWe welcome paragraph 12.\n";
        Version {
            name: "v1".into(),
            sha256: sha256_hex(text.as_bytes()),
            created: "2026-11-22T15:00:00Z".into(),
            words: 5,
            text: text.into(),
        }
    }

    fn made(documents: &[(&str, &str)]) -> Result<Bundle, PackageError> {
        let documents: Vec<(String, Vec<u8>)> =
            documents.iter().map(|(n, b)| ((*n).into(), b.as_bytes().to_vec())).collect();
        package(&PackageInput {
            version: &version(),
            documents: &documents,
            organisation: "Civic Lab",
            title: "Comments",
            call: "oewg-ict",
        })
    }

    #[test]
    fn the_order_in_which_documents_are_given_does_not_matter() {
        let one = made(&[("b.md", "two"), ("a.docx", "one")]).expect("two documents");
        let other = made(&[("a.docx", "one"), ("b.md", "two")]).expect("two documents");
        assert_eq!(one, other);
        let names: Vec<&str> = one.files.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["a.docx", "b.md", "manifest.json", "SHA256SUMS"]);
    }

    #[test]
    fn equal_names_are_numbered_and_the_own_files_are_never_replaced() {
        let bundle = made(&[("Text.md", "a"), ("text.MD", "b"), ("MANIFEST.json", "c")])
            .expect("three documents");
        let names: Vec<&str> = bundle.files.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(
            names,
            ["MANIFEST-2.json", "Text.md", "text-2.MD", "manifest.json", "SHA256SUMS"]
        );
    }

    #[test]
    fn nothing_and_empty_documents_are_refused() {
        assert_eq!(made(&[]), Err(PackageError::NoDocuments));
        assert_eq!(made(&[("a.md", "")]), Err(PackageError::EmptyDocument { name: "a.md".into() }));
    }

    #[test]
    fn a_version_whose_text_changed_is_refused() {
        let changed = Version { text: "other words".into(), ..version() };
        let documents = [("a.md".to_owned(), b"a".to_vec())];
        let input = PackageInput {
            version: &changed,
            documents: &documents,
            organisation: "",
            title: "",
            call: "",
        };
        assert_eq!(package(&input), Err(PackageError::VersionChanged { version: "v1".into() }));
    }
}
