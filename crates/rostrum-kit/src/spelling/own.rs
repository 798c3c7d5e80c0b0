//! The user's own words, in `words.txt` of the folder of settings: one a line.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Name of the file in the folder of settings.
const FILE: &str = "words.txt";

/// Why the user's own words could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("write your own words to {}: {error}", file.display())]
pub struct OwnWordsError {
    /// The file.
    pub file: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

/// The words, read when they are first asked for.
#[derive(Debug)]
pub(super) struct OwnWords {
    file: PathBuf,
    words: Option<BTreeSet<String>>,
}

impl OwnWords {
    pub(super) fn new(config: &Path) -> Self {
        Self { file: config.join(FILE), words: None }
    }

    /// Returns the words in small letters; a file that cannot be read holds none.
    pub(super) fn list(&mut self) -> Vec<String> {
        self.read().iter().cloned().collect()
    }

    /// Keeps a word, or takes it out.
    pub(super) fn set(&mut self, word: &str, keep: bool) -> Result<(), OwnWordsError> {
        let word = word.trim().to_lowercase();
        let words = self.read();
        let mut changed = words.clone();
        if !if keep { changed.insert(word) } else { changed.remove(&word) } {
            return Ok(());
        }
        self.write(&changed).map_err(|error| OwnWordsError { file: self.file.clone(), error })?;
        self.words = Some(changed);
        Ok(())
    }

    fn read(&mut self) -> &BTreeSet<String> {
        let file = &self.file;
        self.words.get_or_insert_with(|| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let words =
                text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
            words.map(str::to_lowercase).collect()
        })
    }

    /// Writes a whole new file beside the old one and puts it in its place.
    fn write(&self, words: &BTreeSet<String>) -> io::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut part = tempfile::NamedTempFile::new_in(folder)?;
        for word in words {
            writeln!(part, "{word}")?;
        }
        part.as_file().sync_all()?;
        part.persist(&self.file)?;
        Ok(())
    }
}
