//! Writes the seeds that the fuzz targets begin with: `fuzz-seeds FOLDER`.
//!
//! They are made of the shipped example and of the cases in `fixtures/import`, small and without
//! compression, so that a change hits what a reader reads.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rostrum_tests::{packages, pages};

/// Parts in the order in which the target of Word files takes them.
const WORD: [&str; 7] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
];
/// Parts in the order in which the target of `OpenDocument` files takes them.
const OPEN: [&str; 4] = ["content.xml", "META-INF/manifest.xml", "styles.xml", "meta.xml"];

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("usage: fuzz-seeds FOLDER"))?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seeds = Seeds { folder };
    for entry in fs::read_dir(here.join("fixtures/import"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path)?;
        let text = String::from_utf8_lossy(&bytes);
        match name.rsplit('.').next().unwrap_or_default() {
            "pages" => seeds.whole("pdf", &name, &pages::pdf(&text))?,
            "pdf" => seeds.whole("pdf", &name, &bytes)?,
            "parts" if name.contains(".docx") => seeds.parts("docx", &name, &text, &WORD)?,
            "parts" => seeds.parts("odt", &name, &text, &OPEN)?,
            "html" => seeds.whole("html", &name, &bytes)?,
            "md" => seeds.whole("markdown", &name, &bytes)?,
            "txt" => seeds.whole("text", &name, &bytes)?,
            "labels" => seeds.put("labels", &name, &bytes)?,
            _ => {}
        }
    }
    let example = here.join("../templates/example");
    let draft = fs::read_to_string(example.join("zero-draft.md"))?;
    for (at, part) in draft.split("\n\n").collect::<Vec<_>>().chunks(8).enumerate() {
        let part = part.join("\n\n");
        seeds.whole("markdown", &format!("example-{at}"), part.as_bytes())?;
        seeds.whole("text", &format!("example-{at}"), part.as_bytes())?;
        for (line, words) in part.lines().filter(|line| !line.is_empty()).enumerate() {
            let start: String = words.chars().take(40).collect();
            seeds.put("labels", &format!("example-{at}-{line}"), start.as_bytes())?;
        }
    }
    for name in ["zero-draft.pdf", "zero-draft.docx"] {
        let bytes = fs::read(example.join(name))?;
        seeds.put("whole", name, &bytes)?;
        seeds.put("scrub", name, &bytes)?;
    }
    Ok(())
}

struct Seeds {
    folder: PathBuf,
}

impl Seeds {
    fn put(&mut self, target: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.folder.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    }

    /// Puts a file both before its own reader and before all of them.
    fn whole(&mut self, target: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.put(target, name, bytes)?;
        self.put("whole", &format!("{target}-{name}"), bytes)
    }

    /// Puts the parts of a package one after the other, parted by NUL.
    fn parts(&mut self, target: &str, name: &str, text: &str, order: &[&str]) -> io::Result<()> {
        let parts: BTreeMap<String, String> = packages::parts(text).into_iter().collect();
        let found: Vec<&[u8]> = order
            .iter()
            .map(|path| parts.get(*path).map_or(&[][..], |part| part.as_bytes()))
            .collect();
        self.put(target, name, &found.join(&0))?;
        self.put("whole", &format!("{target}-{name}"), &packages::package(text))
    }
}
