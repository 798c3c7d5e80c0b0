//! Writes the seeds that the fuzz targets begin with: `fuzz-seeds FOLDER`.
//!
//! They are made of the shipped example, of the cases in `fixtures/import` and of what Word makes
//! of an export, small and without compression, so that a change hits what a reader reads.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rostrum_core::model::{Call, Picture, PictureBytes, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx};
use rostrum_tests::word::Word;
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
/// Parts in the order in which the target of returned documents takes them.
const RETURNED: [&str; 7] = [
    "word/document.xml",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/_rels/document.xml.rels",
];
/// Parts in the order in which the target of texts begun in Word takes them.
const BEGUN: [&str; 7] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/_rels/document.xml.rels",
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
            "parts" if name.contains(".docx") => {
                seeds.parts("docx", &name, &text, &WORD)?;
                seeds.put("begun", &name, &joined(&text, &BEGUN))?;
            }
            "parts" => {
                seeds.parts("odt", &name, &text, &OPEN)?;
                seeds.begun(b'o', &name, &joined(&text, &OPEN))?;
            }
            "html" => {
                seeds.whole("html", &name, &bytes)?;
                seeds.begun(b'h', &name, &bytes)?;
            }
            "md" => {
                seeds.whole("markdown", &name, &bytes)?;
                seeds.begun(b'm', &name, &bytes)?;
            }
            "txt" => {
                seeds.whole("text", &name, &bytes)?;
                seeds.begun(b't', &name, &bytes)?;
            }
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
    for (name, word) in returned(&fs::read_to_string(here.join("../fuzz/sent.md"))?) {
        let part = |name: &&str| word.text(name).unwrap_or_default().as_bytes();
        seeds.put("review", name, &RETURNED.iter().map(part).collect::<Vec<_>>().join(&0))?;
        seeds.put("begun", name, &BEGUN.iter().map(part).collect::<Vec<_>>().join(&0))?;
    }
    Ok(())
}

/// Returns a text as it was exported, and as partners with Word send it back.
fn returned(body: &str) -> Vec<(&'static str, Word)> {
    let statement = Statement {
        title: "Our comments".into(),
        body: body.into(),
        pictures: vec![Picture { name: "a.png".into(), sha256: "a".into(), ..Picture::default() }],
        ..Statement::default()
    };
    let composition = Composition {
        statement: &statement,
        call: &Call::default(),
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    };
    let bytes = docx(&compose(&composition).document, &PictureBytes::new()).expect("a document");
    let edited = |edit: fn(&mut Word)| {
        let mut word = Word::open(&bytes);
        edit(&mut word);
        word
    };
    vec![
        ("as-sent", edited(|_| {})),
        ("words", edited(|word| word.record("Amal", "A long ", "paragraph", "passage"))),
        ("untracked", edited(|word| word.rewrite("Step one", "First step"))),
        ("struck", edited(|word| word.strike_paragraph("Amal", "Quoted words"))),
        ("added", edited(|word| word.add_paragraph("Amal", "Step two", "Step three"))),
        ("comments", edited(|word| word.comment("The end", &[("A", "Why?"), ("B", "So.")], true))),
    ]
}

/// Returns parts of a package one after the other, parted by NUL.
fn joined(text: &str, order: &[&str]) -> Vec<u8> {
    let parts: BTreeMap<String, String> = packages::parts(text).into_iter().collect();
    let part = |path: &&str| parts.get(*path).map_or(&[][..], |part| part.as_bytes());
    order.iter().map(part).collect::<Vec<_>>().join(&0)
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

    /// Puts a text before the reader of what was begun elsewhere; a letter tells its kind.
    fn begun(&mut self, kind: u8, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.put("begun", name, &[&[kind], bytes].concat())
    }

    /// Puts the parts of a package one after the other, parted by NUL.
    fn parts(&mut self, target: &str, name: &str, text: &str, order: &[&str]) -> io::Result<()> {
        self.put(target, name, &joined(text, order))?;
        self.put("whole", &format!("{target}-{name}"), &packages::package(text))
    }
}
