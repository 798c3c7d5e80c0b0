//! The desk takes a text that was begun, and gives it back.

use rostrum_core::begun::How;
use rostrum_kit::Code;
use rostrum_kit::desk::wire::{BegunRequest, BegunTakeRequest, FileRequest, SectionRequest};
use rostrum_tests::machine;

const TEXT: &str = "# Comments of the Lab\n\nSubmitted by: Example Lab\n\n## Summary\n\nA.[^1]\n\n\
                    [^1]: See A/79/214, para. 3.\n\n## Our asks\n\nB.\n";

#[test]
fn a_text_goes_on_as_a_statement_and_undo_takes_it_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("begun.md"), TEXT).expect("disk");
    let file = path("s.rostrum");
    let before = machine::statement(&desk, &file).statement;

    let look = desk
        .begun_look(BegunRequest {
            text: path("begun.md"),
            call: "oewg-ict-zero-draft".into(),
            skeleton: String::new(),
            job: "begun".into(),
        })
        .expect("it is read");
    assert_eq!((look.name.as_str(), look.title.as_str()), ("begun.md", "Comments of the Lab"));
    assert_eq!(look.organisation, "Example Lab");
    assert_eq!(look.report.sections[0].how, How::Same);

    let take = || {
        let (file, text) = (file.clone(), path("begun.md"));
        desk.begun_take(BegunTakeRequest { file, text, job: "begun".into() })
    };
    let taken = take().expect("it is taken");
    let statement = &taken.workspace.statement;
    assert!(statement.body.starts_with("# Summary\n\nA.[@A-79-214, para. 3]\n"));
    assert_eq!(statement.sources.len(), 1);
    // A title that somebody gave stays.
    assert_eq!(statement.title, "Comments");
    assert_eq!(take().expect_err("it has text now").code, Code::ValueRefused);

    let undone = desk.undo(FileRequest { file: file.clone() }).expect("undone");
    assert_eq!(undone.statement, before);
    let redone = desk.redo(FileRequest { file: file.clone() }).expect("redone");
    assert_eq!(redone.statement, *statement);
}

#[test]
fn a_statement_with_text_is_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let file = path("s.rostrum");
    machine::statement(&desk, &file);
    std::fs::write(path("begun.docx"), b"PK no package").expect("disk");
    let take = || {
        let (file, text) = (file.clone(), path("begun.docx"));
        desk.begun_take(BegunTakeRequest { file, text, job: "begun".into() })
    };
    assert_eq!(take().expect_err("damaged").code, Code::DraftDamaged);
    let (section, text) = ("summary".into(), "We wrote this.".into());
    desk.section_write(SectionRequest { file: file.clone(), section, text }).expect("written");
    assert_eq!(take().expect_err("written").code, Code::ValueRefused);
}
