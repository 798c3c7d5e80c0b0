//! The user's own calls: one file each in the folder `calls` of the settings.
//!
//! A file may have faults; it is kept as it is and named with them, so that nobody loses work
//! on a profile that is not finished.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::{Code, Failure, templates};

/// Name of the folder in the folder of settings.
pub const FOLDER: &str = "calls";

/// A call's file larger than this is none.
const MOST_BYTES: u64 = 1024 * 1024;

/// The user's calls of one folder of settings.
#[derive(Debug, Clone)]
pub struct OwnCalls {
    folder: PathBuf,
}

impl OwnCalls {
    /// Makes the book of the calls that lie, or will lie, in this folder of settings.
    pub fn new(settings: &Path) -> Self {
        Self { folder: settings.join(FOLDER) }
    }

    /// Returns id and text of every call, by id; a file that cannot be read is passed over.
    pub fn list(&self) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
            .filter_map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                let id = name.strip_suffix(".toml").filter(|id| is_id(id))?.to_owned();
                let small = entry.metadata().is_ok_and(|meta| meta.len() <= MOST_BYTES);
                small.then(|| fs::read(entry.path()).ok())?.map(|bytes| (id, text(&bytes)))
            })
            .collect();
        found.sort();
        found
    }

    /// Returns the text of one call.
    pub fn find(&self, id: &str) -> Option<String> {
        if !is_id(id) {
            return None;
        }
        fs::read(self.path(id)).ok().map(|bytes| text(&bytes))
    }

    /// Returns where a call lies or would lie.
    pub fn path(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.toml"))
    }

    /// Returns an id that no call has, made from the wanted one.
    pub fn free_id(&self, wanted: &str) -> String {
        let wanted = if is_id(wanted) { wanted } else { "my-call" };
        let taken = |id: &str| is_shipped(id) || self.path(id).exists();
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
    }

    /// Keeps a call under its id, in place of an earlier state of it.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an id that cannot name a file, [`Code::NameTaken`] for that
    /// of a call that ships, and what writing a file fails with.
    pub fn save(&self, id: &str, toml: &str) -> Result<(), Failure> {
        let attempt = format!("keep the call \"{id}\"");
        if !is_id(id) {
            let detail = "use small letters, digits and hyphens for its id, as in my-call";
            return Err(Failure::new(Code::ValueRefused, attempt, detail).with("field", "id"));
        }
        if is_shipped(id) {
            let detail = "a call that ships with Rostrum has this id; give yours another";
            return Err(Failure::new(Code::NameTaken, attempt, detail).with("name", id));
        }
        let failed = |error: std::io::Error| {
            crate::desk::from_io(&error, attempt.clone()).with("file", self.folder.display())
        };
        fs::create_dir_all(&self.folder).map_err(failed)?;
        crate::desk::write_whole(&self.path(id), toml.as_bytes())
    }

    /// Takes a call out.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the user has none of this id.
    pub fn remove(&self, id: &str) -> Result<(), Failure> {
        let attempt = format!("take the call \"{id}\" out");
        let missing = || {
            Failure::new(Code::NotFound, attempt.clone(), "you have no call of this id")
                .with("name", id)
        };
        if !is_id(id) {
            return Err(missing());
        }
        fs::remove_file(self.path(id)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => missing(),
            _ => {
                crate::desk::from_io(&error, attempt.clone()).with("file", self.path(id).display())
            }
        })
    }
}

/// Tells whether a call of this id ships with Rostrum.
pub fn is_shipped(id: &str) -> bool {
    templates::CALLS.iter().any(|(known, _)| *known == id)
}

/// Tells whether this can be the id of a call, and so the name of a file.
pub fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= 80 && id.chars().all(plain)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned()
}
