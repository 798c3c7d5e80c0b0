//! Where a dictionary comes from: inside the program, or the system's folders.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use rostrum_core::spell::{Wordbook, primary};
use zip::ZipArchive;

use crate::templates;

/// Where a dictionary was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It ships with Rostrum.
    Shipped,
    /// It is the system's: the path of its words.
    System(PathBuf),
}

/// Largest file of a dictionary that is read.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// Reads the dictionary of a language: the one that ships, else one of the system.
pub fn find(tag: &str) -> Option<(Wordbook, Origin)> {
    let language = primary(tag);
    if let Some(book) = shipped(&language) {
        return Some((book, Origin::Shipped));
    }
    folders().iter().find_map(|folder| of_folder(folder, &language))
}

fn shipped(language: &str) -> Option<Wordbook> {
    let (_, bytes) = templates::DICTIONARIES.iter().find(|(tag, _)| *tag == language)?;
    let mut archive = ZipArchive::new(Cursor::new(*bytes)).ok()?;
    let mut text = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let (affixes, words) = (text("words.aff")?, text("words.dic")?);
    Wordbook::read(language, &affixes, &words).ok()
}

/// Returns the folders in which systems keep Hunspell dictionaries.
fn folders() -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = ["/usr/share/hunspell", "/usr/share/myspell", "/Library/Spelling"]
        .iter()
        .map(PathBuf::from)
        .collect();
    if let Some(home) = std::env::var_os("HOME").map(PathBuf::from).filter(|p| p.is_absolute()) {
        out.push(home.join("Library/Spelling"));
        out.push(home.join(".local/share/hunspell"));
    }
    out
}

/// Reads the first dictionary of a language in a folder: `pt.dic`, else `pt_BR.dic`.
fn of_folder(folder: &Path, language: &str) -> Option<(Wordbook, Origin)> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "dic"))
        .filter(|path| {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            primary(&stem) == language
        })
        .collect();
    names.sort();
    names.into_iter().find_map(|words| {
        let small = |path: &Path| fs::metadata(path).is_ok_and(|meta| meta.len() <= MOST_BYTES);
        let affixes = words.with_extension("aff");
        if !small(&words) || !small(&affixes) {
            return None;
        }
        // One in another encoding than UTF-8 is passed over.
        let texts = (fs::read_to_string(&affixes).ok()?, fs::read_to_string(&words).ok()?);
        let book = Wordbook::read(language, &texts.0, &texts.1).ok()?;
        Some((book, Origin::System(words)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_languages_ship_and_know_their_commonest_words() {
        for (language, known, unknown) in [
            ("en", "programme", "programe"),
            ("fr", "développement", "dévelopement"),
            ("es", "desarrollo", "desarollo"),
            ("ru", "развитие", "развитее"),
            ("ar", "التنمية", "التنميه"),
        ] {
            let (book, origin) = find(language).expect(language);
            assert_eq!(origin, Origin::Shipped);
            assert!(book.knows(known), "{known}");
            assert!(!book.knows(unknown), "{unknown}");
        }
    }

    #[test]
    fn a_dictionary_of_the_system_serves_a_language_that_does_not_ship() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("qq_ZZ.aff"), "SET UTF-8\n").expect("written");
        fs::write(folder.path().join("qq_ZZ.dic"), "1\nharbour\n").expect("written");
        let (book, origin) = of_folder(folder.path(), "qq").expect("found");
        assert_eq!(origin, Origin::System(folder.path().join("qq_ZZ.dic")));
        assert!(book.knows("harbour"));
        assert!(of_folder(folder.path(), "yy").is_none());
    }
}
