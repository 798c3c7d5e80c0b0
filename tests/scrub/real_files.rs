//! Real files: a copy reads as the file does, and other programs open it.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so, and tells its figures")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use rostrum_core::scrub::{Changes, Choices, Kind, ScrubError, clean, report};
use rostrum_tests::corpus::corpus;
use rostrum_tests::peers;

/// Folders of real files; in the first two, files that are damaged on purpose.
const FOLDERS: [&str; 4] = ["docx-robust", "pdf-robust", "submissions", "un-docs"];

fn files() -> Option<Vec<PathBuf>> {
    let Some(corpus) = corpus() else {
        println!("skipped: the corpus is not here");
        return None;
    };
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = FOLDERS.iter().map(|folder| corpus.join(folder)).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if ["docx", "odt", "pdf"].contains(&ending(&path).as_str()) {
                found.push(path);
            }
        }
    }
    found.sort();
    Some(found)
}

fn ending(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Returns what another program reads in a file.
fn read(path: &Path, changes: &str) -> Option<Vec<u8>> {
    let mut command = if ending(path) == "pdf" {
        let mut command = peers::program("pdftotext")?;
        command.arg("-q").arg(path).arg("-");
        command
    } else {
        let mut command = peers::program("pandoc")?;
        command.args(["-t", "plain", "--wrap=none", "--track-changes", changes]).arg(path);
        command
    };
    let done = command.output().expect("it starts");
    done.status.success().then_some(done.stdout)
}

/// Returns whether qpdf finds no fault.
fn sound(path: &Path) -> Option<bool> {
    let mut qpdf: Command = peers::program("qpdf")?;
    Some(qpdf.arg("--check").arg(path).output().expect("it starts").status.success())
}

#[test]
fn copies_of_real_files_read_as_the_files_do() {
    let Some(files) = files() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let mut kinds: BTreeMap<Kind, (usize, u32)> = BTreeMap::new();
    let (mut read_alike, mut refused) = (0, 0);
    let mut slowest = (0, String::new());
    for path in &files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(path).expect("a file");
        let begun = Instant::now();
        let copy = match clean(&bytes, &name, &Choices::default()) {
            Ok(copy) => copy,
            Err(ScrubError::Unlike { detail }) => panic!("{name}: {detail}"),
            Err(_) => {
                refused += 1;
                continue;
            }
        };
        slowest = slowest.max((begun.elapsed().as_millis(), name.clone()));
        let mut own: BTreeMap<Kind, u32> = BTreeMap::new();
        for item in copy.removed.iter().chain(&copy.left) {
            *own.entry(item.kind).or_default() += item.count;
        }
        for (kind, count) in own {
            let all = kinds.entry(kind).or_default();
            *all = (all.0 + 1, all.1 + count);
        }
        let left = report(&copy.bytes, &name, &Choices::default()).expect("the copy opens");
        let again = left.items.iter().filter(|i| i.removal.happens(&Choices::default())).count();
        assert_eq!(again, 0, "{name}: {:?}", left.items);
        let new = folder.path().join(format!("copy.{}", ending(path)));
        fs::write(&new, &copy.bytes).expect("written");
        let (Some(before), after) = (read(path, "all"), read(&new, "all")) else { continue };
        // A path in an alternative text is cut to the name of the picture.
        let cut =
            copy.removed.iter().any(|item| item.kind == Kind::Path && item.what.contains('\\'));
        assert!(after.as_ref() == Some(&before) || (cut && after.is_some()), "{name}");
        if ending(path) == "pdf" && !copy.removed.is_empty() && sound(path) == Some(true) {
            assert_eq!(sound(&new), Some(true), "{name}: qpdf");
        }
        read_alike += 1;
    }
    println!(
        "{} files, {read_alike} read alike, {refused} refused, slowest {slowest:?}",
        files.len()
    );
    for (kind, (in_files, count)) in kinds {
        println!("{:<16} {in_files:>4} files {count:>6}", kind.word());
    }
}

#[test]
fn accepted_and_rejected_changes_read_as_pandoc_reads_them() {
    let Some(files) = files() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let mut compared = 0;
    for path in files.iter().filter(|path| ending(path) == "docx") {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(path).expect("a file");
        for (changes, word) in [(Changes::Accept, "accept"), (Changes::Reject, "reject")] {
            let choices = Choices { changes: Some(changes), ..Choices::default() };
            let Ok(copy) = clean(&bytes, &name, &choices) else { continue };
            // Pandoc does not bring an earlier look back, so it keeps a number that was taken off.
            let looks = copy.removed.iter().any(|item| item.kind == Kind::LookChanged);
            let recorded = copy
                .removed
                .iter()
                .any(|item| matches!(item.kind, Kind::Inserted | Kind::Deleted | Kind::Moved));
            if !recorded || (looks && word == "reject") {
                continue;
            }
            let new = folder.path().join("copy.docx");
            fs::write(&new, &copy.bytes).expect("written");
            let (Some(before), Some(after)) = (read(path, word), read(&new, word)) else {
                continue;
            };
            // Where two paragraphs become one, pandoc puts a space and Word none.
            let letters = |text: &[u8]| -> String {
                String::from_utf8_lossy(text).chars().filter(|c| !c.is_whitespace()).collect()
            };
            assert_eq!(letters(&after), letters(&before), "{name}, {word}");
            compared += 1;
        }
    }
    println!("{compared} copies compared");
    assert!(compared > 0 || peers::program("pandoc").is_none());
}
