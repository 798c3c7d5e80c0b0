//! The statement as data.

use rostrum_core::render::json::{FORMAT, StatementFile, VERSION, json, schema, statement_file};
use rostrum_kit::desk::wire::ExportRequest;
use rostrum_tests::everything::everything;
use rostrum_tests::pictures;

use super::Work;

#[test]
fn what_is_written_is_read_back_equal_and_keeps_the_schema() {
    let statement = everything().statement;
    let bytes = json(&statement, &pictures::bytes()).expect("JSON");
    let read: StatementFile = serde_json::from_slice(&bytes).expect("read back");
    assert_eq!(read, statement_file(&statement, &pictures::bytes()));
    assert_eq!((read.format.as_str(), read.version), (FORMAT, VERSION));
    let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    let faults: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn the_file_of_the_desk_is_that_of_the_schema_in_the_folder() {
    let work = Work::new();
    let out = work.path("s.json");
    let request = ExportRequest {
        file: work.file.clone(),
        format: "json".into(),
        layout: String::new(),
        out: out.clone(),
    };
    work.desk.export(request).expect("written");
    let value: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out).expect("a file")).expect("JSON");
    assert_eq!(value["call"], "oewg-ict-zero-draft");
    assert_eq!(value["statement"]["responses"][0]["priority"], "high");
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/statement.schema.json");
    let kept: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(kept).expect("the schema")).expect("JSON");
    assert_eq!(kept, schema(), "out of date: run ./x gen");
}
