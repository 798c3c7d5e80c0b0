//! Bibliographies of all kinds are read, and whatever was read can be cited.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rostrum_core::cite::{Bibliography, Citer, read_bibtex, read_csl_json};
use rostrum_core::model::Source;
use rostrum_core::model::document::plain_text;
use rostrum_tests::corpus::corpus;

#[test]
fn the_shipped_bibliography_is_read_and_cited() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/example/sources.bib");
    let read = read_bibtex(&std::fs::read_to_string(path).expect("shipped"));
    assert_eq!(read.findings, []);
    let mut citer = Citer::new("en");
    let notes: Vec<String> =
        read.sources.iter().map(|s| plain_text(&citer.note(&[(s, "para. 3")]))).collect();
    assert_eq!(notes[0], "A/75/816, para. 3");
    assert!(notes[2].starts_with("Example Network for a Safer Internet, Forty-one days"));
}

#[test]
fn real_bibliographies_are_read_and_every_source_can_be_cited() {
    let Some(folder) = corpus() else { return };
    let files = files(&folder.join("citations"));
    let (mut read, mut lost) = (0, 0);
    for file in files {
        let bytes = std::fs::read(&file).expect("readable");
        let text = String::from_utf8_lossy(&bytes);
        let Some(found) = bibliography(&file, &text) else { continue };
        read += found.sources.len();
        lost += found.findings.iter().filter(|f| f.name == "unreadable-entry").count();
        for language in ["en", "fr", "ar"] {
            cited(&found.sources, language, &file);
        }
    }
    // The scores of the day they were first met: 3 .bib files, the bibliographies inside
    // pandoc's examples, and the inputs of the CSL test suite.
    assert!(read >= 40, "{read} sources were read");
    assert!(lost == 0, "{lost} entries were not read, {read} were");
}

fn bibliography(file: &Path, text: &str) -> Option<Bibliography> {
    match file.extension()?.to_str()? {
        "bib" | "md" => Some(read_bibtex(text)),
        "txt" => {
            let input = text.split("==== INPUT ====").nth(1)?;
            let start = input.find('[')?;
            let end = input.rfind(']')?;
            read_csl_json(&input[start..=end]).ok()
        }
        _ => None,
    }
}

/// Cites every source twice: in full and shortened.
fn cited(sources: &[Source], language: &str, file: &Path) {
    let mut citer = Citer::new(language);
    for source in sources {
        for locator in ["p. 3", ""] {
            let note = plain_text(&citer.note(&[(source, locator)]));
            assert!(!note.trim().is_empty(), "{} of {}", source.key, file.display());
            let clean = !note.chars().any(char::is_control);
            assert!(clean, "{} of {}", source.key, file.display());
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut out: Vec<PathBuf> = entries.filter_map(Result::ok).map(|e| e.path()).collect();
    out.sort();
    out.into_iter().flat_map(|p| if p.is_dir() { files(&p) } else { vec![p] }).collect()
}

/// Any JSON that is not too deep.
fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        "(\\PC|\u{0}){0,12}".prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::Array),
            prop::collection::btree_map(field(), inner, 0..6)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn field() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "id",
        "type",
        "title",
        "author",
        "editor",
        "issued",
        "date-parts",
        "raw",
        "literal",
        "family",
        "given",
        "suffix",
        "number",
        "URL",
        "volume",
        "publisher",
        "title-short",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_item_makes_a_citation_fail(item in value(), locator in "\\PC{0,12}") {
        let source = Source { key: "k".into(), item, ..Source::default() };
        let mut citer = Citer::new("en");
        for _ in 0..2 {
            prop_assert!(!citer.note(&[(&source, &locator)]).is_empty());
        }
    }

    #[test]
    fn no_bibliography_makes_reading_fail(text in "(@book\\{|\\{|\\}|,|=|\"|\n|title|[a-z]|\\PC){0,60}") {
        let read = read_bibtex(&text);
        let _ = read_csl_json(&text);
        let mut keys: Vec<&str> = read.sources.iter().map(|s| s.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        prop_assert_eq!(keys.len(), read.sources.len());
    }
}
