//! Files that go with a statement: attached, decided about, handed over clean.

use std::fs;
use std::path::Path;

use rostrum_core::model::annex::{ChangesFate, Fate};
use rostrum_core::scrub::{Choices, Kind, report};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    AnnexAddRequest, AnnexDecideRequest, AnnexWriteRequest, Annexes, FileRequest, FreezeRequest,
    HandOverRequest, ItemRequest, MergeRequest, ScrubCleanRequest, ScrubRequest, ShareRequest,
};
use rostrum_kit::{Code, Failure};
use rostrum_tests::machine;
use tempfile::TempDir;

use super::planted_word::word_file;

struct Machine {
    folder: TempDir,
    desk: Desk,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        Self { folder, desk }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.folder.path().join(name), bytes).expect("room on the disk");
        self.path(name)
    }

    /// Starts a statement with the planted Word file attached.
    fn with_study(&self) -> (String, Annexes) {
        let file = machine::statement(&self.desk, &self.path("s.rostrum")).file;
        let study = self.put("study.docx", &word_file());
        (file.clone(), self.add(&file, &study))
    }

    fn add(&self, file: &str, path: &str) -> Annexes {
        let request = AnnexAddRequest { file: file.into(), path: path.into(), job: "a".into() };
        self.desk.annex_add(request).expect("attached")
    }

    fn decide(&self, file: &str, id: &str) -> Annexes {
        self.desk
            .annex_decide(AnnexDecideRequest {
                file: file.into(),
                id: id.into(),
                comments: Fate::Remove,
                changes: ChangesFate::Accept,
                hidden: Fate::Keep,
                attachments: Fate::Open,
            })
            .expect("decided")
    }

    fn annex_findings(&self, file: &str) -> Vec<(String, String)> {
        let report = self.desk.check(asked(file)).expect("checked");
        let about = report.findings.into_iter().filter(|f| f.place.part == "annex");
        about.map(|f| (f.name, f.variant)).collect()
    }

    /// Adds a folder to hand over to.
    fn channel(&self) -> String {
        let out = self.path("out");
        machine::way_into_folder(&self.desk, &out);
        out
    }
}

fn asked(file: &str) -> FileRequest {
    FileRequest { file: file.into() }
}

fn over(file: &str, version: &str) -> HandOverRequest {
    HandOverRequest {
        file: file.into(),
        version: version.into(),
        channel: "folder".into(),
        job: "over".into(),
    }
}

#[test]
fn an_annex_is_attached_once_listed_taken_out_and_brought_back() {
    let machine = Machine::new();
    let (file, annexes) = machine.with_study();
    let row = &annexes.annexes[0];
    assert_eq!((&*row.annex.name, row.here, row.unlooked.is_empty()), ("study.docx", true, true));
    let items = &row.report.as_ref().expect("looked through").items;
    assert!(items.iter().any(|item| item.kind == Kind::Comment && item.who == "Partner two"));
    let again = machine.add(&file, &machine.path("study.docx"));
    assert_eq!(again.annexes.len(), 1, "the same bytes are attached once");

    let id = row.annex.id.clone();
    let gone = machine.desk.annex_remove(ItemRequest { file: file.clone(), id }).expect("out");
    assert!(gone.annexes.is_empty());
    machine.desk.undo(asked(&file)).expect("undone");
    let back = machine.desk.annexes(asked(&file)).expect("a list");
    assert_eq!(back, annexes, "with its bytes and its report");
}

#[test]
fn an_annex_outlives_the_program_and_comes_out_byte_for_byte() {
    let machine = Machine::new();
    let (file, annexes) = machine.with_study();
    machine.desk.statement_close(asked(&file)).expect("closed");
    let out = machine.path("again.docx");
    machine
        .desk
        .annex_write(AnnexWriteRequest {
            file: file.clone(),
            id: annexes.annexes[0].annex.id.clone(),
            clean: false,
            out: out.clone(),
            job: String::new(),
        })
        .expect("written");
    assert_eq!(fs::read(out).expect("there"), word_file());
    assert_eq!(machine.desk.annexes(asked(&file)).expect("a list"), annexes);
}

#[test]
fn what_nobody_decided_stands_in_the_way_of_handing_over() {
    let machine = Machine::new();
    let (file, annexes) = machine.with_study();
    machine.channel();
    let name = |name: &str| FreezeRequest { file: file.clone(), name: name.into() };
    let undecided = machine.annex_findings(&file);
    for rule in ["comments-left", "changes-left", "hidden-text-left"] {
        let found = (rule.to_owned(), "undecided".to_owned());
        assert!(undecided.contains(&found), "{rule} in {undecided:?}");
    }
    machine.desk.version_create(name("v1")).expect("frozen");
    let refused = machine.desk.submit(over(&file, "v1")).map(drop);
    assert!(matches!(refused, Err(Failure { code: Code::FindingsInTheWay, .. })), "{refused:?}");

    machine.decide(&file, &annexes.annexes[0].annex.id);
    let left = machine.annex_findings(&file);
    assert!(left.iter().all(|(_, variant)| variant == "stays"), "{left:?}");
}

#[test]
fn a_hand_over_carries_the_cleaned_copy_with_its_hash_in_the_manifest() {
    let machine = Machine::new();
    // A call without rules: nothing else stands in the way.
    let file = machine.path("s.rostrum");
    machine::statement_without_rules(&machine.desk, &file);
    let annexes = machine.add(&file, &machine.put("study.docx", &word_file()));
    let out = machine.channel();
    machine.decide(&file, &annexes.annexes[0].annex.id);
    let freeze = FreezeRequest { file: file.clone(), name: "v1".into() };
    let frozen = machine.desk.version_create(freeze).expect("frozen");
    assert!(frozen.versions[0].text.contains("Annex: study.docx"), "signed with the text");

    // What happens to the annex later does not change what was frozen.
    let id = annexes.annexes[0].annex.id.clone();
    machine.desk.annex_remove(ItemRequest { file: file.clone(), id }).expect("out");
    let plan = machine.desk.hand_over_plan(over(&file, "v1")).expect("a plan");
    let planned = plan.documents.iter().find(|d| d.name == "study.docx").expect("the annex");
    let errors: Vec<_> = plan
        .findings
        .iter()
        .filter(|f| f.severity == rostrum_core::finding::Severity::Error)
        .map(|f| &f.message)
        .collect();
    assert!(errors.iter().all(|message| !message.contains("annex")), "{errors:?}");

    let receipt = machine.desk.submit(over(&file, "v1"));
    if let Ok(receipt) = receipt {
        assert!(receipt.documents.contains(planned));
        let sent = found_below(Path::new(&out), "study.docx").expect("handed over");
        let bytes = fs::read(sent).expect("there");
        let left = report(&bytes, "study.docx", &Choices::default()).expect("a report").items;
        for kind in [Kind::Author, Kind::Comment, Kind::Deleted, Kind::EditMarks] {
            assert!(left.iter().all(|item| item.kind != kind), "{kind:?} in {left:?}");
        }
        let manifest = found_below(Path::new(&out), "manifest.json").expect("a manifest");
        let manifest = fs::read_to_string(manifest).expect("text");
        assert!(manifest.contains(&planned.sha256), "{manifest}");
    } else {
        panic!("{receipt:?}");
    }
}

fn found_below(folder: &Path, name: &str) -> Option<std::path::PathBuf> {
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if let Some(found) = found_below(&path, name) {
                return Some(found);
            }
        } else if entry.file_name() == name {
            return Some(path);
        }
    }
    None
}

#[test]
fn a_copy_for_partners_names_the_annex_and_does_not_carry_it() {
    let machine = Machine::new();
    let (file, _) = machine.with_study();
    let copy = machine.path("partner.rostrum");
    let share = ShareRequest { file: file.clone(), out: copy.clone() };
    machine.desk.statement_share(share).expect("a copy");
    let raw = fs::read(&copy).expect("bytes");
    assert!(!raw.windows(9).any(|window| window == b"Partner two"), "the report is not in it");
    let there = machine.desk.annexes(asked(&copy)).expect("a list");
    assert_eq!((&*there.annexes[0].annex.name, there.annexes[0].here), ("study.docx", false));
    assert_eq!(machine.annex_findings(&copy), [("annex-absent".into(), "absent".into())]);

    // Who has the same file attaches it, and it is the same annex.
    let there = machine.add(&copy, &machine.path("study.docx"));
    assert_eq!((there.annexes.len(), there.annexes[0].here), (1, true));
    machine.desk.statement_close(asked(&copy)).expect("closed");
    let merge = MergeRequest { file: file.clone(), other: copy };
    machine.desk.statement_merge(merge).expect("merged");
    assert_eq!(machine.desk.annexes(asked(&file)).expect("a list").annexes.len(), 1);
}

#[test]
fn files_that_cannot_be_looked_through_are_attached_and_told() {
    let machine = Machine::new();
    let file = machine::statement(&machine.desk, &machine.path("s.rostrum")).file;
    let table = machine.put("budget.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
    let annexes = machine.add(&file, &table);
    assert_eq!(annexes.annexes[0].unlooked, "kind");
    let told = machine.annex_findings(&file);
    assert_eq!(told, [("annex-not-looked-through".into(), "unlooked".into())]);
}

#[test]
fn any_file_is_looked_through_and_cleaned_into_another() {
    let machine = Machine::new();
    let study = machine.put("study.docx", &word_file());
    let looked = machine
        .desk
        .scrub_look(ScrubRequest { path: study.clone(), ..ScrubRequest::default() })
        .expect("a report");
    let here = report(&word_file(), "study.docx", &Choices::default()).expect("a report");
    assert_eq!(looked, here, "the process apart says the same");
    let request = |out: String| ScrubCleanRequest {
        path: study.clone(),
        out,
        choices: Choices { comments: true, ..Choices::default() },
        job: "clean".into(),
    };
    let cleaned = machine.desk.scrub_clean(request(machine.path("clean.docx"))).expect("a copy");
    assert!(cleaned.removed.iter().any(|item| item.kind == Kind::Comment));
    assert!(cleaned.left.iter().all(|item| item.kind != Kind::Author));
    let refused = machine.desk.scrub_clean(request(study.clone())).map(drop);
    assert!(matches!(refused, Err(Failure { code: Code::ValueRefused, .. })), "{refused:?}");
    assert_eq!(fs::read(&study).expect("there"), word_file(), "the file is as it was");
}
