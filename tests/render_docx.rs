//! What Word, `LibreOffice`, pandoc and python-docx get when a statement is exported.

use std::io::Read;
use std::path::{Path, PathBuf};

use rostrum_core::model::Document;
use rostrum_core::model::call::{NotesPlace, Paper};
use rostrum_core::model::document::{Content, CoverLine, Inline};
use rostrum_core::render::{Layout, docx};
use rostrum_tests::everything::everything;
use rostrum_tests::pandoc::Pandoc;
use rostrum_tests::peers::{converted, output, program, python};
use rostrum_tests::pictures;
use rostrum_tests::sample::{Sample, call, sample};
use serde_json::Value;
use tempfile::TempDir;

/// The documents the peers are asked about: everything at once, the shipped example in both
/// layouts, a call without numbers and notes, and a document right to left.
fn documents() -> Vec<(&'static str, Document)> {
    let all = everything();
    let under = |id: &str| Sample { call: call(id), ..sample() }.composed(Layout::Prose).document;
    let mut arabic = everything();
    arabic.statement.language = "ar".into();
    vec![
        ("everything", all.composed(Layout::Prose).document),
        ("everything_table", all.composed(Layout::Table).document),
        ("example", sample().composed(Layout::Prose).document),
        ("example_table", sample().composed(Layout::Table).document),
        ("upr_joint", under("upr-joint")),
        ("csw_written", under("csw-written")),
        ("arabic", arabic.composed(Layout::Prose).document),
        ("empty", Document::default()),
    ]
}

/// Documents with what only some calls ask for.
fn of_particular_calls() -> Vec<(&'static str, Document)> {
    let mut endnotes = everything().composed(Layout::Prose).document;
    endnotes.look.contents = true;
    endnotes.look.notes = NotesPlace::End;
    endnotes.look.paper = Paper::Letter;
    endnotes.look.margin_mm = 20;
    endnotes.look.line_spacing = 150;
    let plain = Sample { call: call("hrc-written"), ..sample() };
    vec![
        ("contents_and_endnotes", endnotes),
        ("hrc_written", plain.composed(Layout::Prose).document),
    ]
}

fn written(document: &Document, name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("{name}.docx"));
    std::fs::write(
        &file,
        docx(document, &pictures::bytes()).expect("every document can be written"),
    )
    .expect("disk");
    (folder, file)
}

/// Violations that openxml-audit reports and that are right as they are: none.
const EXCEPTIONS: [&str; 0] = [];

#[test]
fn openxml_audit_finds_no_fault() {
    for (name, document) in documents().into_iter().chain(of_particular_calls()) {
        let (_folder, file) = written(&document, name);
        let Some(mut audit) = python("openxml-audit") else { return };
        let done = audit.args(["--output", "json", "--max-errors", "0"]).arg(&file).output();
        let out = String::from_utf8_lossy(&done.expect("it starts").stdout).into_owned();
        let report: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{name}: {out}"));
        let faults: Vec<String> = errors(&report)
            .into_iter()
            .filter(|fault| !EXCEPTIONS.iter().any(|known| fault.contains(known)))
            .collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

/// Collects the descriptions of all errors in a report.
fn errors(report: &Value) -> Vec<String> {
    let found = report[0].get("errors").and_then(Value::as_array).expect("a report lists errors");
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn python_docx_reads_every_paragraph_note_and_link() {
    for (name, document) in documents() {
        let (_folder, file) = written(&document, name);
        let Some(read) = read(&file) else { return };
        assert_eq!(texts(&read), expected(&document), "{name}");
        assert_eq!(strings(&read["notes"]), notes(&document), "{name}");
        assert_eq!(read["marks"], document.notes.len(), "{name}");
        assert_eq!(strings(&read["links"]), links(&document), "{name}");
        let tables = document.blocks.iter().filter(|b| matches!(b.content, Content::Table { .. }));
        assert_eq!(read["header_rows"], tables.count(), "{name}");
        assert_eq!(read["title"], document.title, "{name}");
        assert_eq!(read["author"], document.organisation, "{name}");
        assert_eq!(read["last_author"], "", "{name}");
        let inserted = marked(&document, |marks| marks.inserted);
        assert_eq!(strings(&read["inserted"]).concat(), inserted, "{name}");
        assert_eq!(
            strings(&read["deleted"]).concat(),
            marked(&document, |marks| marks.deleted),
            "{name}"
        );
    }
}

#[test]
fn libreoffice_keeps_every_word_note_number_and_anchor() {
    let written: Vec<(&str, (TempDir, PathBuf))> =
        documents().iter().map(|(name, document)| (*name, written(document, name))).collect();
    let files: Vec<PathBuf> = written.iter().map(|(_, (_, file))| file.clone()).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let Some(all) = converted(folder.path(), &files, "docx") else { return };
    for ((name, (_, file)), back) in written.iter().zip(&all) {
        let (Some(before), Some(after)) = (read(file), read(back)) else { return };
        assert_eq!(texts(&after), texts(&before), "{name}");
        assert_eq!(strings(&after["notes"]), strings(&before["notes"]), "{name}");
        let numbered = |read: &Value| {
            let all = read["paragraphs"].as_array().cloned().unwrap_or_default();
            all.iter().filter(|p| p["number"].is_array()).count()
        };
        assert_eq!(numbered(&after), numbered(&before), "{name}");
        assert_eq!(after["header_rows"], before["header_rows"], "{name}");
        assert_eq!(after["title"], before["title"], "{name}");
        let anchors = |read: &Value| -> Vec<String> {
            strings(&read["bookmarks"]).into_iter().filter(|b| b.starts_with("_ro_")).collect()
        };
        assert_eq!(anchors(&after), anchors(&before), "{name}");
    }
}

#[test]
fn pandoc_reads_every_paragraph_and_note() {
    for (name, document) in documents() {
        let (_folder, file) = written(&document, name);
        let Some(mut pandoc) = program("pandoc") else { return };
        let json = output(pandoc.args(["-f", "docx", "-t", "json"]).arg(&file));
        let tree: Value = serde_json::from_str(&json).expect("pandoc prints JSON");
        let read = Pandoc::of(&tree);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = words(&read.text);
        let expected = words(&expected(&document).join(" "));
        assert_eq!(found, expected, "{name}");
        assert_eq!(
            read.notes.iter().map(|n| words(n)).collect::<Vec<_>>(),
            notes(&document),
            "{name}"
        );
    }
}

#[test]
fn peers_hear_which_words_are_in_which_language() {
    let quoted = "les États sont encouragés à protéger les hôpitaux";
    let mut all = everything();
    all.statement.body = format!(
        "# Summary\n\nThe draft says “{quoted}” in its French text. See доклад and (تقرير) on \
         this, and 报告 too.\n\nهذا بيان قصير عن A/79/214.\n"
    );
    all.statement.responses.clear();
    let document = all.composed(Layout::Prose).document;
    let (_folder, file) = written(&document, "languages");
    let Some(heard) = read(&file) else { return };
    let said: Vec<(String, String)> =
        serde_json::from_value(heard["languages"].clone()).expect("pairs");
    let said: Vec<(&str, &str)> =
        said.iter().map(|(tag, words)| (tag.as_str(), &**words)).collect();
    let expected = [
        ("fr-FR", quoted),
        ("ru-RU", "доклад"),
        ("ar-SA", "تقرير"),
        ("zh-CN", "报告"),
        ("ar-SA", "هذا بيان قصير عن "),
        ("en-GB", "A/79/214"),
    ];
    for pair in expected {
        assert!(said.contains(&pair), "{pair:?} in {said:?}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let Some(all) = converted(folder.path(), std::slice::from_ref(&file), "docx") else { return };
    let Some(back) = read(&all[0]) else { return };
    let kept: Vec<(String, String)> =
        serde_json::from_value(back["languages"].clone()).expect("pairs");
    for (tag, words) in &expected[..5] {
        let same = |(own, text): &(String, String)| own == tag && text.contains(words.trim());
        assert!(kept.iter().any(same), "LibreOffice keeps {tag} {words} in {kept:?}");
    }
}

#[test]
fn peers_read_endnotes_and_a_table_of_contents() {
    let mut document = everything().composed(Layout::Prose).document;
    document.look.contents = true;
    document.look.notes = NotesPlace::End;
    let (_folder, file) = written(&document, "endnotes");
    let Some(before) = read(&file) else { return };
    assert_eq!(texts(&before), expected(&document));
    assert_eq!(strings(&before["notes"]), notes(&document));
    assert_eq!(before["marks"], document.notes.len());
    let listed = strings(&before["contents"]);
    let headings = document.blocks.iter().filter(|block| block.is_listed());
    let headings: Vec<String> = headings.map(|block| words(block.lines()[0])).collect();
    assert_eq!(listed[0], "Contents");
    assert_eq!(listed[1..=headings.len()], headings);
    if let Some(mut pandoc) = program("pandoc") {
        let json = output(pandoc.args(["-f", "docx", "-t", "json"]).arg(&file));
        let read = Pandoc::of(&serde_json::from_str(&json).expect("pandoc prints JSON"));
        let found: Vec<&str> = read.notes.iter().map(|note| note.trim()).collect();
        assert_eq!(found, notes(&document));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let Some(all) = converted(folder.path(), std::slice::from_ref(&file), "docx") else { return };
    let Some(after) = read(&all[0]) else { return };
    assert_eq!(strings(&after["notes"]), notes(&document));
    assert_eq!(after["marks"], document.notes.len());
    assert!(strings(&after["contents"]).contains(&"An own heading".to_owned()), "{after}");
}

#[test]
fn nothing_is_bold_slanted_or_underlined_where_the_call_forbids_it() {
    let document =
        Sample { call: call("hrc-written"), ..sample() }.composed(Layout::Prose).document;
    assert!(document.look.plain);
    let bytes = docx(&document, &pictures::bytes()).expect("written");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("zip");
    for name in ["word/document.xml", "word/footnotes.xml", "word/styles.xml"] {
        let mut xml = String::new();
        package.by_name(name).expect(name).read_to_string(&mut xml).expect("text");
        // Styles that no word of such a document has.
        let used = xml.split("<w:style ").filter(|style| !style.contains("\"Proposed"));
        for mark in ["<w:b/>", "<w:i/>", "<w:u "] {
            assert!(!used.clone().any(|style| style.contains(mark)), "{mark} in {name}");
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (name, document) in documents() {
        let first = docx(&document, &pictures::bytes()).expect("written");
        // Something else in between: ids must not count on through the process.
        docx(&everything().composed(Layout::Table).document, &pictures::bytes()).expect("written");
        assert_eq!(docx(&document, &pictures::bytes()).expect("written"), first, "{name}");
    }
}

#[test]
fn nothing_personal_is_in_any_part() {
    let (_folder, file) = written(&everything().composed(Layout::Prose).document, "clean");
    let mut package = zip::ZipArchive::new(std::fs::File::open(file).expect("file")).expect("zip");
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("part");
        let name = package_name(&part);
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a whole part");
        let xml = String::from_utf8_lossy(&bytes);
        for mark in [
            "rsid",
            "paraId",
            "w:author",
            "unknown",
            "lastModifiedBy",
            "dcterms",
            "w:vanish",
            "attachedTemplate",
            "/home/",
            "/work",
            "SECRET",
            "thumbnail",
        ] {
            assert!(!xml.contains(mark), "{name} holds {mark}");
        }
        let date = part.last_modified().map(|d| d.to_string());
        assert!(date.is_none_or(|d| d.starts_with("1980-01-01")), "{name}");
    }
}

fn package_name<R: Read>(part: &zip::read::ZipFile<'_, R>) -> String {
    part.name().map_or_else(|_| "a part".into(), std::borrow::Cow::into_owned)
}

fn read(file: &Path) -> Option<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/read_docx.py");
    let out = output(python("python")?.arg(script).arg(file));
    Some(serde_json::from_str(&out).expect("the script prints JSON"))
}

fn texts(read: &Value) -> Vec<String> {
    let all = read["paragraphs"].as_array().expect("paragraphs");
    all.iter()
        .map(|p| p["text"].as_str().unwrap_or_default().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

fn strings(value: &Value) -> Vec<String> {
    let all = value.as_array().expect("a list");
    all.iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
}

/// Returns the words of every paragraph that the document has, cells one by one.
fn expected(document: &Document) -> Vec<String> {
    let title = std::iter::once(document.title.clone());
    let cover = |lines: &[CoverLine]| -> Vec<String> {
        lines.iter().map(|c| format!("{}:\t{}", c.label, c.value)).collect()
    };
    let (before, after) = document.cover_around_title();
    let blocks = document.blocks.iter().flat_map(|b| b.lines().into_iter().map(|l| words(l)));
    let head = cover(before).into_iter().chain(title).chain(cover(after));
    head.chain(blocks).filter(|text| !text.is_empty()).collect()
}

fn notes(document: &Document) -> Vec<String> {
    document.notes.iter().map(|note| words(note)).collect()
}

fn words(line: &[Inline]) -> String {
    line.iter()
        .map(|piece| match piece {
            Inline::Text { text, .. } => text.clone(),
            Inline::Link { text, .. } => words(text),
            Inline::Break => "\n".into(),
            Inline::Note(_) => String::new(),
        })
        .collect()
}

fn links(document: &Document) -> Vec<String> {
    let lines = document.blocks.iter().flat_map(|b| b.lines());
    lines
        .flatten()
        .filter_map(|piece| match piece {
            Inline::Link { url, .. } => Some(url.clone()),
            _ => None,
        })
        .collect()
}

fn marked(
    document: &Document,
    is: impl Fn(&rostrum_core::model::document::Marks) -> bool,
) -> String {
    let lines = document.blocks.iter().flat_map(|b| b.lines());
    lines
        .flatten()
        .filter_map(|piece| match piece {
            Inline::Text { text, marks } if is(marks) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}
