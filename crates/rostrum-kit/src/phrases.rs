//! The user's own bank of agreed language, in `phrases.toml`.
//!
//! It belongs to the person and not to one statement: language that was agreed in one year
//! is looked for when the next draft comes, under another call and in another file.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rostrum_core::respond::phrases::{Phrase, PhrasesUnreadable, load, write};

use crate::{Code, Failure, templates};

/// Name of the file in the folder of settings.
pub const FILE: &str = "phrases.toml";

const HEAD: &str = "# Agreed language that you put by; Rostrum reads and writes this file.\n\n";

/// Why the bank could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum PhraseBookError {
    /// The file cannot be read as phrases; it is left as it is.
    #[error("{}: {why}", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What is wrong and where.
        why: PhrasesUnreadable,
    },
    /// The file may not be read or written.
    #[error("read or write {}: {error}", file.display())]
    Refused {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The user's bank has no such phrase.
    #[error("find the phrase `{id}`: your own bank has none of this id")]
    NotFound {
        /// The id.
        id: String,
    },
    /// The phrase has no words.
    #[error("keep a phrase: it has no words; give the words that were agreed")]
    Empty,
}

/// The bank of one folder of settings, beside what ships with Rostrum.
#[derive(Debug, Clone)]
pub struct PhraseBook {
    file: PathBuf,
}

impl PhraseBook {
    /// Makes a book whose file lies, or will lie, in this folder.
    pub fn new(folder: &Path) -> Self {
        Self { file: folder.join(FILE) }
    }

    /// Returns every phrase: the user's own, the newest first, then those that ship.
    ///
    /// # Errors
    /// Fails when the user's file cannot be read.
    pub fn list(&self) -> Result<Vec<Phrase>, PhraseBookError> {
        let mut all = self.own()?;
        all.reverse();
        all.extend(shipped());
        Ok(all)
    }

    /// Keeps a phrase, in place of the one of the same id.
    ///
    /// # Errors
    /// Refuses a phrase without words; the file is then as it was.
    pub fn save(&self, phrase: &Phrase) -> Result<(), PhraseBookError> {
        let phrase = Phrase { text: phrase.text.trim().into(), own: true, ..phrase.clone() };
        if phrase.text.is_empty() {
            return Err(PhraseBookError::Empty);
        }
        let mut own = self.own()?;
        match own.iter_mut().find(|known| known.id == phrase.id) {
            Some(known) => *known = phrase,
            None => own.push(phrase),
        }
        self.write(&own)
    }

    /// Takes a phrase out of the user's own.
    ///
    /// # Errors
    /// Fails when there is none of this id; what ships cannot be taken out.
    pub fn remove(&self, id: &str) -> Result<(), PhraseBookError> {
        let mut own = self.own()?;
        let before = own.len();
        own.retain(|phrase| phrase.id != id);
        if own.len() == before {
            return Err(PhraseBookError::NotFound { id: id.into() });
        }
        self.write(&own)
    }

    fn own(&self) -> Result<Vec<Phrase>, PhraseBookError> {
        match fs::read_to_string(&self.file) {
            Ok(text) => load(&text)
                .map(|phrases| {
                    phrases.into_iter().map(|phrase| Phrase { own: true, ..phrase }).collect()
                })
                .map_err(|why| PhraseBookError::Unreadable { file: self.file.clone(), why }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(PhraseBookError::Refused { file: self.file.clone(), error }),
        }
    }

    /// Writes a whole new file beside the old one and puts it in its place.
    fn write(&self, own: &[Phrase]) -> Result<(), PhraseBookError> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        let written = fs::create_dir_all(folder).and_then(|()| {
            let mut part = tempfile::NamedTempFile::new_in(folder)?;
            part.write_all(HEAD.as_bytes())?;
            part.write_all(write(own).as_bytes())?;
            part.as_file().sync_all()?;
            part.persist(&self.file)?;
            if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
        });
        written.map_err(|error| PhraseBookError::Refused { file: self.file.clone(), error })
    }
}

/// Returns the phrases that ship.
fn shipped() -> Vec<Phrase> {
    templates::PHRASES
        .iter()
        .flat_map(|(_, toml)| load(toml).expect("shipped phrases are read by a test"))
        .collect()
}

impl From<PhraseBookError> for Failure {
    fn from(error: PhraseBookError) -> Self {
        use PhraseBookError as E;
        let make = |code| Self::new(code, "use the bank of phrases", &error);
        match &error {
            E::Unreadable { file, .. } => {
                make(Code::ValueRefused).with("field", "phrases").with("file", file.display())
            }
            E::Refused { file, .. } => make(Code::FileRefused).with("file", file.display()),
            E::NotFound { id } => make(Code::NotFound).with("name", id),
            E::Empty => make(Code::ValueRefused).with("field", "text"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_phrase_says_where_it_stands() {
        let all = shipped();
        let ids: std::collections::BTreeSet<&str> = all.iter().map(|p| p.id.as_str()).collect();
        assert_eq!(ids.len(), all.len());
        for phrase in &all {
            assert!(!phrase.text.is_empty() && !phrase.document.is_empty());
            assert!(!phrase.paragraph.is_empty() && !phrase.own, "{}", phrase.id);
            assert!(phrase.text.split_whitespace().count() <= 20, "{}", phrase.id);
        }
    }
}
