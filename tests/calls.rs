//! Calls: every shipped file is sound, and every fault of a file is named with its remedy.
//!
//! `fixtures/calls/valid/*.toml` must load. `fixtures/calls/invalid/*.toml` carry their
//! expected faults as comments at the end: `# expect: LINE FIELD KIND`.

use std::fs;
use std::path::{Path, PathBuf};

use rostrum_core::calls;
use rostrum_core::model::call::{Call, CallStatus};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn tomls(dir: &Path) -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap_or_else(|e| panic!("read {}: {e}", dir.display()))
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds no file", dir.display());
    files
        .into_iter()
        .map(|path| {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (stem, fs::read_to_string(&path).expect("a text"))
        })
        .collect()
}

fn shipped() -> Vec<(String, Call)> {
    tomls(&root().join("templates/calls"))
        .into_iter()
        .map(|(name, text)| {
            let call = calls::load(&text).unwrap_or_else(|faults| {
                let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
                panic!("{name}: {}", told.join("\n"))
            });
            (name, call)
        })
        .collect()
}

#[test]
fn every_shipped_call_is_sound_and_named_after_its_file() {
    for (name, call) in shipped() {
        assert_eq!(name, call.id);
        assert!(!call.sources.is_empty() || call.id == "no-stated-rules", "{name} has no source");
    }
}

#[test]
fn every_shipped_call_keeps_the_schema() {
    let schema = calls::schema();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (name, text) in tomls(&root().join("templates/calls")) {
        let value: toml::Value = toml::from_str(&text).expect("TOML");
        let value = serde_json::to_value(value).expect("JSON");
        let faults: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn every_section_of_a_shipped_call_has_an_example_unless_it_is_made() {
    for (name, call) in shipped() {
        for section in &call.sections {
            let made = section.holds == rostrum_core::model::call::SectionHolds::Signatories;
            assert!(made || !section.example.is_empty(), "{name}: {} has no example", section.id);
        }
    }
}

#[test]
fn every_source_of_a_shipped_call_is_used_by_a_rule() {
    for (name, text) in tomls(&root().join("templates/calls")) {
        let call = calls::load(&text).expect("a sound call");
        for source in &call.sources {
            let uses = text.matches(&format!("source = \"{}\"", source.id)).count();
            assert!(uses > 0, "{name}: nothing rests on the source {}", source.id);
        }
    }
}

#[test]
fn an_open_call_has_a_date_or_is_always_open() {
    for (name, call) in shipped() {
        if call.status == CallStatus::Open {
            assert!(!call.deadlines.is_empty(), "{name} is open until when?");
        }
    }
}

#[test]
fn valid_samples_load() {
    for (name, text) in tomls(&root().join("tests/fixtures/calls/valid")) {
        if let Err(faults) = calls::load(&text) {
            panic!("{name}: {faults:#?}");
        }
    }
}

#[test]
fn invalid_samples_give_exactly_the_faults_they_announce() {
    for (name, text) in tomls(&root().join("tests/fixtures/calls/invalid")) {
        let faults = calls::load(&text).expect_err(&name);
        let told: Vec<String> = faults
            .iter()
            .map(|f| {
                let kind = serde_json::to_value(f.kind).expect("a kind");
                let field = if f.field.is_empty() { "-" } else { &f.field };
                format!("{} {field} {}", f.line, kind.as_str().expect("a word"))
            })
            .collect();
        let expected: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("# expect: ")).collect();
        assert!(!expected.is_empty(), "{name} announces no fault");
        assert_eq!(told, expected, "{name}");
        for fault in &faults {
            assert!(fault.problem.ends_with('.'), "{name}: {}", fault.problem);
            assert!(fault.remedy.ends_with(['.', '?']), "{name}: {}", fault.remedy);
        }
    }
}

#[test]
fn the_schema_in_the_folder_is_the_one_of_the_types() {
    let path = root().join("templates/schema/call.schema.json");
    let mut text = serde_json::to_string_pretty(&calls::schema()).expect("JSON");
    text.push('\n');
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "templates/schema/call.schema.json is out of date: run ./x gen");
}
