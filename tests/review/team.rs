//! A team that sends its statement to partners and takes back what they made of it.

use std::path::PathBuf;

use rostrum_core::model::review::{Decision, SuggestionKind};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    DecideRequest, ExportRequest, FileRequest, ReviewRequest, ReviewTaken, SectionRequest,
    SuggestionRow,
};
use rostrum_tests::machine;
use rostrum_tests::word::Word;
use tempfile::TempDir;

pub(crate) const SUMMARY: &str = "We **strongly** welcome the draft.[^1] It names the harm to people.\n\n\
- States share findings.\n- States report each year.\n- Nobody is left out.\n\n\
A second paragraph of this section closes it.\n\n\
| Measure | State |\n| --- | --- |\n| Reporting | done |\n| Sharing | open |\n\n\
The last words stand here.\n\n[^1]: A note on the draft.";

/// A team with one statement, and its folder.
pub(crate) struct Team {
    pub(crate) folder: TempDir,
    pub(crate) desk: Desk,
    pub(crate) file: String,
}

impl Team {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        let file = folder.path().join("a.rostrum").to_string_lossy().into_owned();
        machine::statement(&desk, &file);
        let team = Self { folder, desk, file };
        team.write(SUMMARY);
        team
    }

    pub(crate) fn write(&self, text: &str) {
        let (file, section, text) = (self.file.clone(), "summary".into(), text.into());
        self.desk.section_write(SectionRequest { file, section, text }).expect("written");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Sends the statement to partners.
    pub(crate) fn sent(&self) -> Word {
        let out = self.path("sent.docx");
        let request = ExportRequest {
            file: self.file.clone(),
            format: "docx".into(),
            layout: String::new(),
            out: out.to_string_lossy().into_owned(),
        };
        self.desk.export(request).expect("exported");
        Word::open(&std::fs::read(out).expect("the file"))
    }

    pub(crate) fn back(&self, name: &str, bytes: &[u8]) -> Result<ReviewTaken, Failure> {
        std::fs::write(self.path(name), bytes).expect("disk");
        self.desk.review_take(ReviewRequest {
            file: self.file.clone(),
            edited: self.path(name).to_string_lossy().into_owned(),
            job: "review".into(),
        })
    }

    pub(crate) fn taken(&self, word: &Word) -> ReviewTaken {
        self.back("back.docx", &word.save()).expect("it is read")
    }

    pub(crate) fn decide(&self, ids: Vec<String>, decision: Decision) -> (String, Vec<String>) {
        let file = self.file.clone();
        let decided = self.desk.review_decide(DecideRequest { file, ids, decision });
        let decided = decided.expect("decided");
        (decided.workspace.statement.body, decided.left)
    }

    pub(crate) fn accept_all(&self, taken: &ReviewTaken) -> String {
        let ids = taken.review.suggestions.iter().map(|row| row.id.clone()).collect();
        let (body, left) = self.decide(ids, Decision::Accepted);
        let left: Vec<_> =
            taken.review.suggestions.iter().filter(|row| left.contains(&row.id)).collect();
        assert!(left.is_empty(), "{left:#?}");
        body
    }

    pub(crate) fn body(&self) -> String {
        let request = FileRequest { file: self.file.clone() };
        self.desk.workspace(request).expect("open").statement.body
    }
}

pub(crate) fn seen(rows: &[SuggestionRow]) -> Vec<(SuggestionKind, &str, &str, &str)> {
    let row = |row: &SuggestionRow| {
        let suggestion: &'static _ = Box::leak(Box::new(row.suggestion.clone()));
        (suggestion.kind, &*suggestion.author, &*suggestion.before, &*suggestion.after)
    };
    rows.iter().map(row).collect()
}
