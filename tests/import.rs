//! What the draft readers make of whole files: cases written for this project, and the outcome
//! for every file of the corpus that was made to break readers.
//!
//! A case is a file and beside it `NAME.blocks`: what the draft says about itself, then one line a
//! block, `kind | label | words`, with `^mark` for every note's mark and `~` before the words that
//! tracked changes replaced, then what the reader had to say. `NAME.pages` describes the pages of a
//! PDF, `NAME.docx.parts` and `NAME.odt.parts` hold the parts of a package.
//! `ROSTRUM_WRITE_CASES=1` writes the second files anew; read what changed before you keep it.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use rostrum_core::finding::Severity;
use rostrum_core::import::{ImportError, ImportOptions, read};
use rostrum_core::model::Draft;
use rostrum_tests::corpus::corpus;
use rostrum_tests::{packages, pages};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import")
}

fn import(name: &str, bytes: &[u8]) -> Result<Draft, ImportError> {
    read(bytes, &ImportOptions { name, password: None })
}

/// Returns what was read as a case writes it.
fn told(draft: &Draft) -> String {
    let mut out = String::new();
    for (name, value) in [
        ("title", &draft.title),
        ("symbol", &draft.symbol),
        ("revision", &draft.revision),
        ("date", &draft.date),
        ("language", &draft.language),
    ] {
        if let Some(value) = value {
            out += &format!("= {name} | {value}\n");
        }
    }
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
    for finding in &draft.findings {
        out += &format!("! {} | {} | {}\n", finding.code, finding.name, finding.variant);
    }
    out
}

/// Returns the file of a case.
fn case(name: &str) -> Vec<u8> {
    let bytes = fs::read(fixtures().join(name)).expect("the case");
    let text = String::from_utf8_lossy(&bytes);
    match name.rsplit('.').next() {
        Some("pages") => pages::pdf(&text),
        Some("parts") => packages::package(&text),
        _ => bytes,
    }
}

#[test]
fn every_case_is_read_as_written() {
    let mut wrong = String::new();
    let mut count = 0;
    for golden in files(&fixtures()) {
        let golden = golden.display().to_string();
        let Some(path) = golden.strip_suffix(".blocks") else { continue };
        let name = path.rsplit('/').next().unwrap_or(path);
        count += 1;
        let found = match import(name, &case(name)) {
            Ok(draft) => told(&draft),
            Err(error) => format!("! {error}\n"),
        };
        let wanted = fs::read_to_string(&golden).expect("the case's blocks");
        if std::env::var_os("ROSTRUM_WRITE_CASES").is_some() {
            fs::write(&golden, &found).expect("room on the disk");
        } else if found != wanted {
            wrong += &format!("\n── {name} is read as\n{found}\n── and not as\n{wanted}");
        }
    }
    assert!(count >= 4, "only {count} cases");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_paragraph_has_a_place_on_every_page_on_which_it_stands() {
    let draft = import("draft.pdf", &case("paged.pages")).expect("a draft");
    let block = |label: &str| {
        draft.blocks.iter().find(|block| block.label.as_deref() == Some(label)).expect("a block")
    };
    let whole = block("1.").region.expect("a place");
    // From the label to the end of the longest of three lines.
    assert!((whole.x - 72.0).abs() < 1.0 && whole.height > 30.0, "{whole:?}");
    assert!(whole.x + whole.width > 470.0, "{whole:?}");
    let cut = block("(b)");
    let further: Vec<u32> = cut.continues.iter().map(|stretch| stretch.page).collect();
    assert_eq!((cut.page, further), (Some(1), vec![2]));
    assert!(cut.continues[0].region.y < 120.0);
    let columns = import("draft.pdf", &case("columns.pages")).expect("a draft");
    let turned = columns.blocks.iter().filter(|block| !block.continues.is_empty());
    for block in turned.clone() {
        let next = block.continues[0];
        assert!(block.page == Some(next.page) && Some(next.region.x) > block.region.map(|r| r.x));
    }
    assert!(turned.count() > 0, "no paragraph goes on in the next column");
}

fn word_file() -> Vec<u8> {
    case("tracked.docx.parts")
}

#[test]
fn a_file_is_read_as_what_it_is_whatever_its_name_says() {
    let draft = import("draft.pdf", &word_file()).expect("a draft");
    assert_eq!(told(&draft), told(&import("draft.docx", &word_file()).expect("a draft")));
}

#[test]
fn plain_text_is_the_same_draft_in_every_encoding() {
    let text =
        "1. L’été passé, les États ont dit « oui ».\n\n2. Ils l’ont répété : à l’unanimité.\n";
    let wanted: Vec<(Option<&str>, &str)> = vec![
        (Some("1."), "L’été passé, les États ont dit « oui »."),
        (Some("2."), "Ils l’ont répété : à l’unanimité."),
    ];
    let wide =
        |order: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(order).collect() };
    // Code pages by hand: no program here writes Mac Roman.
    let coded = |page: &[(char, u8)]| -> Vec<u8> {
        let byte = |c: char| page.iter().find(|(known, _)| *known == c).map(|(_, byte)| *byte);
        text.chars().map(|c| byte(c).unwrap_or(c as u8)).collect()
    };
    let windows = [('’', 0x92), ('é', 0xE9), ('É', 0xC9), ('à', 0xE0), ('«', 0xAB), ('»', 0xBB)];
    let mac = [('’', 0xD5), ('é', 0x8E), ('É', 0x83), ('à', 0x88), ('«', 0xC7), ('»', 0xC8)];
    let cases: [(&str, Vec<u8>); 9] = [
        ("UTF-8", text.into()),
        ("UTF-8 with a mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("UTF-8 with CRLF", text.replace('\n', "\r\n").into()),
        ("UTF-16LE with a mark", [b"\xFF\xFE".to_vec(), wide(u16::to_le_bytes)].concat()),
        ("UTF-16BE with a mark", [b"\xFE\xFF".to_vec(), wide(u16::to_be_bytes)].concat()),
        ("UTF-16LE", wide(u16::to_le_bytes)),
        ("UTF-16BE", wide(u16::to_be_bytes)),
        ("Windows-1252", coded(&windows)),
        ("Mac Roman", coded(&mac)),
    ];
    for (name, bytes) in cases {
        let draft = import("draft.txt", &bytes).expect(name);
        let found: Vec<(Option<&str>, &str)> =
            draft.blocks.iter().map(|b| (b.label.as_deref(), b.text.as_str())).collect();
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn a_protected_pdf_opens_with_its_password_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plain, locked) = (folder.path().join("plain.pdf"), folder.path().join("locked.pdf"));
    fs::write(&plain, case("paged.pages")).expect("room on the disk");
    let run = std::process::Command::new("qpdf")
        .args(["--encrypt", "geheim", "owner", "256", "--"])
        .args([&plain, &locked])
        .status();
    let Ok(status) = run else {
        println!("skipped: qpdf is not installed");
        return;
    };
    assert!(status.success(), "qpdf: {status}");
    let bytes = fs::read(&locked).expect("what qpdf wrote");
    let with = |password| read(&bytes, &ImportOptions { name: "draft.pdf", password });
    assert_eq!(with(None), Err(ImportError::Locked));
    assert_eq!(with(Some("secret")), Err(ImportError::Locked));
    let open = with(Some("geheim")).expect("the password is right");
    assert_eq!(told(&open), told(&import("draft.pdf", &case("paged.pages")).expect("a draft")));
}

#[test]
fn what_word_counts_is_told_from_the_numbers_it_makes() {
    let draft = import("draft.docx", &case("lists.docx.parts")).expect("a draft");
    let typed: Vec<&str> = draft
        .blocks
        .iter()
        .filter(|block| block.label_typed)
        .filter_map(|block| block.label.as_deref())
        .collect();
    assert_eq!(typed, ["16 bis."]);
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
    let error =
        import("bomb.docx", &packages::zip(&[("word/document.xml", bomb)])).expect_err("refused");
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
