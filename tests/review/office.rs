//! Documents that `LibreOffice`, python-docx and pandoc had in hand.

use std::path::Path;

use rostrum_core::model::review::SuggestionKind;
use rostrum_tests::peers::{converted, office_python, output, program, python};

use crate::team::{Team, seen};

#[test]
fn nor_does_one_that_was_only_opened_and_saved_in_libreoffice() {
    let team = Team::new();
    drop(team.sent());
    let folder = tempfile::tempdir().expect("a folder");
    let Some(files) = converted(folder.path(), &[team.path("sent.docx")], "docx") else { return };
    let bytes = std::fs::read(&files[0]).expect("the converted file");
    let taken = team.back("lo.docx", &bytes).expect("it is read");
    assert!(taken.known, "the mark of the export came back");
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

#[test]
fn nor_does_one_that_python_docx_loaded_and_saved() {
    let team = Team::new();
    drop(team.sent());
    let Some(mut python) = python("python") else { return };
    let script = "import sys, docx; docx.Document(sys.argv[1]).save(sys.argv[2])";
    output(python.args(["-c", script]).arg(team.path("sent.docx")).arg(team.path("py.docx")));
    let bytes = std::fs::read(team.path("py.docx")).expect("the file");
    let taken = team.back("py.docx", &bytes).expect("it is read");
    assert!(taken.known, "the mark of the export came back");
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

#[test]
fn nor_does_one_that_went_through_pandoc() {
    let team = Team::new();
    drop(team.sent());
    let Some(mut pandoc) = program("pandoc") else { return };
    output(pandoc.arg(team.path("sent.docx")).arg("-o").arg(team.path("pandoc.docx")));
    let bytes = std::fs::read(team.path("pandoc.docx")).expect("the file");
    let taken = team.back("pandoc.docx", &bytes).expect("it is read");
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

/// Lets `LibreOffice` do what `office_review.py` says, with changes recorded or not.
fn edited(team: &Team, out: &Path, mode: &str) -> bool {
    drop(team.sent());
    let Some(mut python) = office_python() else { return false };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/office_review.py");
    output(python.arg(script).arg(team.path("sent.docx")).arg(out).arg(mode));
    true
}

#[test]
fn changes_that_libreoffice_records_become_suggestions() {
    let team = Team::new();
    let out = team.path("recorded.docx");
    if !edited(&team, &out, "record") {
        return;
    }
    let taken = team.back("recorded.docx", &std::fs::read(out).expect("the file")).expect("read");
    assert!(taken.known);
    assert!(taken.review.suggestions.iter().all(|row| row.suggestion.tracked));
    let found = seen(&taken.review.suggestions);
    for wanted in [
        (SuggestionKind::Replace, "Partner Office", "harm", "damage"),
        (SuggestionKind::Delete, "Partner Office", " strongly", ""),
        (SuggestionKind::Insert, "Partner Office", "", "A new paragraph."),
        (SuggestionKind::Replace, "Partner Office", "note", "remark"),
    ] {
        assert!(
            found.iter().any(|(kind, author, before, after)| {
                (*kind, *author, before.trim(), after.trim())
                    == (wanted.0, wanted.1, wanted.2.trim(), wanted.3.trim())
            }),
            "{wanted:?} in {found:?}"
        );
    }
    let body = team.accept_all(&taken);
    for words in ["names the damage to people", "A new paragraph.", "[^1]: A remark on the draft."]
    {
        assert!(body.contains(words), "{words} in {body}");
    }
}

#[test]
fn changes_that_libreoffice_did_not_record_are_found() {
    let team = Team::new();
    let out = team.path("silent.docx");
    if !edited(&team, &out, "silent") {
        return;
    }
    let taken = team.back("silent.docx", &std::fs::read(out).expect("the file")).expect("read");
    assert!(taken.known);
    assert!(taken.review.suggestions.iter().all(|row| !row.suggestion.tracked));
    let body = team.accept_all(&taken);
    for words in [
        "names the damage to people",
        "A new paragraph.",
        "[^1]: A remark on the draft.",
        "| Sharing | open |\n| Training | asked |",
    ] {
        assert!(body.contains(words), "{words} in {body}");
    }
}

#[test]
fn comments_outlive_libreoffice() {
    let team = Team::new();
    let mut word = team.sent();
    word.comment("States share findings.", &[("Amal", "Which States?"), ("Boris", "All.")], false);
    std::fs::write(team.path("commented.docx"), word.save()).expect("disk");
    let folder = tempfile::tempdir().expect("a folder");
    let files = converted(folder.path(), &[team.path("commented.docx")], "docx");
    let Some(files) = files else { return };
    let bytes = std::fs::read(&files[0]).expect("the converted file");
    let taken = team.back("commented.docx", &bytes).expect("it is read");
    assert_eq!(taken.review.suggestions, vec![]);
    let comments = &taken.review.comments;
    let first = comments.first().expect("the comment is there");
    assert_eq!((&*first.comment.author, &*first.comment.text), ("Amal", "Which States?"));
    // LibreOffice 7.4 makes a comment of an answer.
    let answers = first.answers.iter().map(|answer| answer.text.as_str());
    let all: Vec<&str> = comments.iter().map(|c| c.comment.text.as_str()).chain(answers).collect();
    assert!(all.contains(&"All."), "{all:?}");
}
