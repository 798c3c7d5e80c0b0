//! What the draft readers make of whole files: cases written for this project, and the outcome
//! for every file of the corpus that was made to break readers.
//!
//! A case is a file and beside it `NAME.blocks`: one line a block, `kind | label | words`, with
//! `^mark` where a note's mark stood at the end and `~` before the words that tracked changes
//! replaced.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use rostrum_core::finding::Severity;
use rostrum_core::import::{ImportError, ImportOptions, read};
use rostrum_core::model::Draft;
use rostrum_tests::corpus::corpus;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import")
}

fn import(name: &str, bytes: &[u8]) -> Result<Draft, ImportError> {
    read(bytes, &ImportOptions { name, password: None })
}

/// Returns the blocks of a draft as a case writes them.
fn blocks(draft: &Draft) -> String {
    let mut out = String::new();
    for block in &draft.blocks {
        let kind = format!("{:?}", block.kind).to_lowercase();
        out += &format!("{kind} | {} | {}", block.label.as_deref().unwrap_or("-"), block.text);
        for note in &block.footnotes {
            out += &format!("^{}", note.mark);
        }
        if let Some(original) = &block.original {
            out += &format!(" ~ {original}");
        }
        out.push('\n');
    }
    out
}

fn compare(name: &str, draft: &Draft, golden: &str) {
    let wanted = fs::read_to_string(fixtures().join(golden)).expect("the case's blocks");
    assert_eq!(blocks(draft), wanted, "{name}");
}

#[test]
fn cases_of_flowing_text_are_read_as_written() {
    for name in ["letter.html", "wrapped.txt", "options.md"] {
        let bytes = fs::read(fixtures().join(name)).expect("the case");
        let draft = import(name, &bytes).expect("a draft");
        compare(name, &draft, &format!("{name}.blocks"));
    }
}

#[test]
fn a_strict_word_file_gives_numbers_notes_and_both_texts_of_tracked_changes() {
    let draft = import("draft.docx", &word_file()).expect("a draft");
    compare("tracked", &draft, "tracked.blocks");
    let finding = draft.findings.iter().find(|finding| finding.name == "tracked-changes");
    assert!(finding.is_some(), "{:?}", draft.findings);
}

#[test]
fn a_file_is_read_as_what_it_is_whatever_its_name_says() {
    let draft = import("draft.pdf", &word_file()).expect("a draft");
    assert_eq!(blocks(&draft), blocks(&import("draft.docx", &word_file()).expect("a draft")));
}

#[test]
fn files_that_cannot_be_read_say_what_to_do() {
    let cases: [(&str, &[u8], &str); 5] = [
        ("empty.txt", b" \r\n", "holds no text"),
        ("old.rtf", b"{\\rtf1 words}", "save it as DOCX or PDF"),
        (
            "old.doc",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
            "save it as DOCX or PDF",
        ),
        ("cut.docx", &word_file()[..300], "damaged"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "OCR"),
    ];
    for (name, bytes, words) in cases {
        let error = import(name, bytes).expect_err(name);
        assert!(error.to_string().contains(words), "{name}: {error}");
    }
}

#[test]
fn a_document_type_in_a_word_file_is_refused() {
    let bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><w:document xmlns:w=\"w\"><w:body/></w:document>";
    let error = import("bomb.docx", &zip_of(&[("word/document.xml", bomb)])).expect_err("refused");
    assert!(matches!(error, ImportError::Damaged { .. }), "{error}");
}

/// Each file has one outcome; it may only be changed to a better one.
#[test]
fn hostile_and_damaged_files_end_as_recorded() {
    let Some(corpus) = corpus() else {
        println!("skipped: there is no corpus of real documents beside the checkout");
        return;
    };
    let table = fs::read_to_string(fixtures().join("outcomes.txt")).expect("the table of outcomes");
    let wanted: BTreeMap<&str, &str> =
        table.lines().filter_map(|line| line.split_once(" = ")).collect();
    let mut differ = Vec::new();
    for folder in ["docx-robust", "pdf-robust", "un-docs/scanned"] {
        for path in files(&corpus.join(folder)) {
            let name = path.strip_prefix(&corpus).expect("inside").display().to_string();
            let bytes = fs::read(&path).expect("a file of the corpus");
            let begun = Instant::now();
            let found = outcome(&import(&name, &bytes));
            assert!(begun.elapsed().as_secs() < 30, "{name} takes too long");
            if wanted.get(name.as_str()).copied() != Some(found.as_str()) {
                differ.push(format!("{name} = {found}"));
            }
        }
    }
    assert!(differ.is_empty(), "other outcomes than recorded:\n{}", differ.join("\n"));
}

/// Returns one or two words for how an import ended.
fn outcome(result: &Result<Draft, ImportError>) -> String {
    match result {
        Ok(draft) => draft
            .findings
            .iter()
            .find(|finding| finding.severity >= Severity::Warning)
            .map_or_else(|| "read".into(), |finding| finding.name.clone()),
        Err(ImportError::Empty) => "empty".into(),
        Err(ImportError::Damaged { .. }) => "damaged".into(),
        Err(ImportError::Locked) => "locked".into(),
        Err(ImportError::Scanned { .. }) => "scanned".into(),
        Err(ImportError::Kind { .. }) => "other-kind".into(),
        Err(ImportError::TooLarge { .. }) => "too-large".into(),
    }
}

/// Returns the documents of a folder and its folders; expected results beside them are none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_none_or(|ending| ending != "native") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Returns a small strict Word file with automatic numbers, a note and tracked changes.
fn word_file() -> Vec<u8> {
    let document = fs::read_to_string(fixtures().join("tracked.document.xml")).expect("the case");
    let office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let relation = |id: u8, kind: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inner: String| format!("<Relationships>{inner}</Relationships>");
    zip_of(&[
        ("_rels/.rels", &relations(relation(1, "officeDocument", "word/document.xml"))),
        ("word/document.xml", &document),
        (
            "word/_rels/document.xml.rels",
            &relations(
                relation(1, "numbering", "numbering.xml")
                    + &relation(2, "footnotes", "footnotes.xml")
                    + &relation(3, "styles", "styles.xml"),
            ),
        ),
        (
            "word/styles.xml",
            "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style></w:styles>",
        ),
        (
            "word/numbering.xml",
            "<w:numbering><w:abstractNum w:abstractNumId=\"0\">\
             <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
             <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>\
             </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        ),
        (
            "word/footnotes.xml",
            "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
             <w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> As agreed in 2021.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
    ])
}

fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).expect("a part");
        archive.write_all(text.as_bytes()).expect("room");
    }
    archive.finish().expect("an archive").into_inner()
}
