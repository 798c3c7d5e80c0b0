//! Fixes of a statement on the disk: kept, undone, merged, and what becomes of the rest.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rostrum_core::model::response::Target;
use rostrum_core::model::{Fix, Response, ResponseKind};
use rostrum_kit::Code;
use rostrum_kit::clock::FixedClock;
use rostrum_kit::desk::wire::{
    AddDraftRequest, DraftRequest, FileRequest, FixRequest, FixUp, MergeRequest,
    NewStatementRequest, OriginalRequest, PageRequest, ResponseRequest, ShareRequest, UnfixRequest,
};
use rostrum_kit::desk::{Desk, Places, Unheard};
use rostrum_kit::ids::Uuid7;
use rostrum_kit::keyring::{Keyring, MemorySecrets, Namespace};
use rostrum_tests::corpus::corpus;
use tempfile::TempDir;

use crate::words::{drop_it, label, merge, split};

/// A person with a desk and a statement of one draft.
struct Person {
    folder: TempDir,
    desk: Desk,
    file: String,
    draft: String,
}

const DRAFT: &str = "# A. Threats\n\n1. States recall the report. 2. States agree to meet.\n\n3. They are concerned by\n\nthe growing number of incidents.\n";

impl Person {
    fn new() -> Self {
        Self::with(|folder| {
            let path = folder.join("draft.md");
            std::fs::write(&path, DRAFT).expect("room on the disk");
            path
        })
    }

    fn with(draft: impl FnOnce(&Path) -> PathBuf) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = desk(folder.path());
        let file = folder.path().join("s.rostrum").to_string_lossy().into_owned();
        desk.statement_new(NewStatementRequest {
            file: file.clone(),
            call: "oewg-ict-zero-draft".into(),
            title: "Comments".into(),
            organisation: "Example Lab".into(),
            skeleton: String::new(),
        })
        .expect("a new statement");
        let path = draft(folder.path());
        let added = desk
            .draft_add(AddDraftRequest {
                file: file.clone(),
                draft: path.to_string_lossy().into_owned(),
                password: String::new(),
                job: "import".into(),
            })
            .expect("a draft");
        Self { folder, desk, file, draft: added.id }
    }

    fn fix(&self, fix: Fix) -> FixUp {
        let request = FixRequest { file: self.file.clone(), draft: self.draft.clone(), fix };
        self.desk.draft_fix(request).expect("the fix is made")
    }

    fn now(&self) -> FixUp {
        let request = DraftRequest { file: self.file.clone(), draft: self.draft.clone() };
        self.desk.draft_fixes(request).expect("the draft is there")
    }

    fn texts(&self) -> Vec<String> {
        texts(&self.now())
    }

    /// Returns the id of the block that begins with these words.
    fn block(&self, words: &str) -> String {
        let now = self.now();
        let block = now.view.draft.blocks.iter().find(|block| block.text.starts_with(words));
        block.expect("a block with these words").id.clone()
    }

    fn asked(&self) -> FileRequest {
        FileRequest { file: self.file.clone() }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }
}

fn desk(folder: &Path) -> Desk {
    let places = Places {
        config: folder.join("config"),
        data: folder.join("data"),
        documents: folder.join("documents"),
        secrets: Namespace::apart("fixup-test"),
        worker: PathBuf::from(env!("CARGO_BIN_EXE_import-worker")),
    };
    let now = "2026-11-22T15:00:00Z".parse().expect("an instant");
    Desk::new(
        places,
        Arc::new(FixedClock(now)),
        Arc::new(Uuid7),
        Keyring::new(MemorySecrets::default()),
        Arc::new(Unheard),
    )
}

fn texts(fixed: &FixUp) -> Vec<String> {
    fixed.view.draft.blocks.iter().map(|block| block.text.clone()).collect()
}

#[test]
fn fixes_outlive_the_program() {
    let person = Person::new();
    let block = person.block("the growing");
    person.fix(merge(&block));
    let before = person.now();
    assert!(
        texts(&before).contains(&"They are concerned by the growing number of incidents.".into())
    );
    let again = desk(person.folder.path());
    person.desk.statement_close(person.asked()).expect("closed");
    let request = DraftRequest { file: person.file.clone(), draft: person.draft.clone() };
    assert_eq!(again.draft_fixes(request).expect("reopened"), before);
}

#[test]
fn undo_takes_a_fix_back_and_redo_brings_it_again() {
    let person = Person::new();
    let read = person.texts();
    person.fix(drop_it(&person.block("the growing")));
    let fixed = person.texts();
    assert_ne!(read, fixed);
    let undone = person.desk.undo(person.asked()).expect("undone");
    assert_eq!(person.texts(), read);
    assert!(undone.can_redo);
    person.desk.redo(person.asked()).expect("redone");
    assert_eq!(person.texts(), fixed);
    let unfix =
        UnfixRequest { file: person.file.clone(), draft: person.draft.clone(), fix: String::new() };
    assert_eq!(texts(&person.desk.draft_unfix(unfix.clone()).expect("taken back")), read);
    assert_eq!(person.desk.draft_unfix(unfix).expect_err("none left").code, Code::NotFound);
}

#[test]
fn a_fix_that_cannot_be_made_is_refused_and_not_kept() {
    let person = Person::new();
    let file = person.file.clone();
    for (fix, code) in [
        (merge("b99"), Code::NotFound),
        (merge(&person.now().view.draft.blocks[0].id), Code::ValueRefused),
        (split(&person.block("They"), 0), Code::ValueRefused),
    ] {
        let request = FixRequest { file: file.clone(), draft: person.draft.clone(), fix };
        assert_eq!(person.desk.draft_fix(request).expect_err("refused").code, code);
    }
    assert!(person.now().fixes.is_empty());
}

#[test]
fn two_people_fix_apart_and_neither_undoes_the_other() {
    let ann = Person::new();
    let copy = ann.path("copy.rostrum");
    ann.desk
        .statement_share(ShareRequest { file: ann.file.clone(), out: copy.clone() })
        .expect("a copy");
    let whole = ann.block("States recall");
    let cut = "States recall the report. ".len();
    ann.fix(split(&whole, cut));
    let theirs = FixRequest {
        file: copy.clone(),
        draft: ann.draft.clone(),
        fix: merge(&ann.block("the growing")),
    };
    ann.desk.draft_fix(theirs).expect("fixed in the copy");
    // In the copy the same paragraph was left out whole: after Ann's split it has other words.
    let late = FixRequest { file: copy.clone(), draft: ann.draft.clone(), fix: drop_it(&whole) };
    ann.desk.draft_fix(late).expect("fixed in the copy");
    ann.desk.statement_close(FileRequest { file: copy.clone() }).expect("closed");
    ann.desk.statement_merge(MergeRequest { file: ann.file.clone(), other: copy }).expect("merged");
    let now = ann.now();
    assert_eq!(now.fixes.len(), 3);
    let texts = texts(&now);
    assert!(texts.contains(&"They are concerned by the growing number of incidents.".into()));
    let split_held = texts.contains(&"States agree to meet.".into());
    let misfit = now.view.draft.findings.iter().any(|finding| finding.name == "fix-does-not-fit");
    assert!(split_held && misfit, "the later fix is reported, and no words are lost: {texts:?}");
}

#[test]
fn a_response_follows_its_words_and_comes_back_with_undo() {
    let person = Person::new();
    let tail = person.block("the growing");
    let response = Response {
        kind: ResponseKind::Keep,
        targets: vec![Target {
            draft: person.draft.clone(),
            block: tail.clone(),
            ..Target::default()
        }],
        ..Response::default()
    };
    let saved = ResponseRequest { file: person.file.clone(), response };
    person.desk.response_save(saved).expect("saved");
    person.fix(merge(&tail));
    let target = |workspace: rostrum_kit::desk::wire::Workspace| {
        workspace.statement.responses[0].targets[0].block.clone()
    };
    let now = person.desk.workspace(person.asked()).expect("shown");
    assert_eq!(target(now), person.block("They are"));
    let undone = person.desk.undo(person.asked()).expect("undone");
    assert_eq!(target(undone), tail);
}

#[test]
fn the_card_counts_what_is_left_to_look_at() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus beside the checkout");
        return;
    };
    // A real draft whose print leaves some bounds unclear.
    let real = corpus.join("truth/import");
    let drafts = std::fs::read_to_string(corpus.join("INDEX.tsv")).unwrap_or_default();
    let mut tried = 0;
    for line in drafts.lines().filter(|line| line.contains(".pdf")) {
        let Some(path) = line.split('\t').map(|cell| corpus.join(cell)).find(|path| path.is_file())
        else {
            continue;
        };
        if tried == 6 {
            break;
        }
        let Ok(person) = std::panic::catch_unwind(|| Person::with(|_| path.clone())) else {
            continue;
        };
        let now = person.now();
        if now.doubts.is_empty() {
            continue;
        }
        tried += 1;
        let card = |desk: &Desk| desk.workspace(person.asked()).expect("shown").drafts[0].unsure;
        let before = card(&person.desk);
        assert_eq!(before as usize, now.doubts.len(), "{}", path.display());
        for doubt in &now.doubts {
            person.fix(Fix::Settle { block: doubt.block.clone() });
        }
        assert_eq!(card(&person.desk), 0);
        let settled = person.now();
        assert!(settled.doubts.iter().all(|doubt| doubt.looked));
        assert_eq!(texts(&settled), texts(&now), "settling changes no words");
    }
    println!("{tried} real drafts with unclear places ({} known)", real.is_dir());
}

#[test]
fn a_page_is_drawn_and_the_original_comes_back() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/example/zero-draft.pdf");
    let person = Person::with(|_| example.clone());
    let page = |page: u32| PageRequest {
        file: person.file.clone(),
        draft: person.draft.clone(),
        page,
        scale: 1.0,
        password: String::new(),
    };
    let picture = person.desk.draft_page(page(1)).expect("drawn");
    assert!(picture.png.len() > 10_000);
    assert_eq!(person.desk.draft_page(page(999)).expect_err("no such page").code, Code::NotFound);
    let block = &person.now().view.draft.blocks[0];
    let region = block.region.expect("a PDF tells where its blocks are");
    assert!(region.x + region.width <= picture.width && region.y < picture.height);

    let asked = |out: String| OriginalRequest {
        file: person.file.clone(),
        draft: person.draft.clone(),
        out,
    };
    let bytes = std::fs::read(&example).expect("the shipped example");
    let kept = person.desk.draft_original(asked(person.path("out.pdf"))).expect("written");
    assert_eq!(std::fs::read(kept.file).expect("there"), bytes);
    let aside = person.desk.draft_original(asked(String::new())).expect("put aside");
    assert_eq!(std::fs::read(&aside.file).expect("there"), bytes);
    let again = person.desk.draft_original(asked(String::new())).expect("put aside again");
    assert_eq!(again.file, aside.file);
    drop(person);
    assert!(!Path::new(&aside.file).exists(), "gone with the program");
}

#[test]
fn the_original_is_opened_by_what_it_is_and_not_by_its_name() {
    let person = Person::with(|folder| {
        let path = folder.join("..draft.pdf.exe");
        std::fs::write(&path, DRAFT).expect("room on the disk");
        path
    });
    let asked = OriginalRequest {
        file: person.file.clone(),
        draft: person.draft.clone(),
        out: String::new(),
    };
    let aside = person.desk.draft_original(asked).expect("put aside");
    let ending = std::path::Path::new(&aside.file).extension().and_then(|e| e.to_str());
    assert!(matches!(ending, Some("md" | "txt")), "{}", aside.file);
    let page = PageRequest {
        file: person.file.clone(),
        draft: person.draft.clone(),
        page: 1,
        scale: 1.0,
        password: String::new(),
    };
    assert_eq!(person.desk.draft_page(page).expect_err("no pages").code, Code::PageUndrawn);
}

#[test]
fn a_fixed_label_is_the_one_a_response_is_addressed_by() {
    let person = Person::new();
    person.fix(label(&person.block("They are"), "3 bis"));
    let found = person.desk.targets_labelled(&person.file, &["3bis".to_owned()]).expect("found");
    assert_eq!(found[0].label, "3 bis");
}
