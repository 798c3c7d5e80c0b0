//! The desk as the window uses it: one statement, its replica, its partners.

#[path = "desk/checking.rs"]
mod checking;

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::signatory::ConsentState;
use rostrum_core::model::{Response, ResponseKind, Signatory};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    AddDraftRequest, CarryDecision, CarryRequest, DraftRequest, EndorseRequest, ExportRequest,
    FileRequest, FreezeRequest, HeaderRequest, ItemRequest, LinkRequest, MendRequest, MergeRequest,
    Nothing, ReplicaRequest, ResponseRequest, SectionRequest, ShareRequest, SignatoryRequest,
    UpdateRequest, Workspace,
};
use rostrum_kit::store::OtherCopy;
use rostrum_kit::{Code, Failure};
use rostrum_tests::machine;
use tempfile::TempDir;

/// A desk on a machine of its own.
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

    /// Starts a statement named `name`.
    fn statement(&self, name: &str) -> Workspace {
        machine::statement(&self.desk, &self.path(name))
    }

    fn write(&self, file: &str, text: &str) -> Workspace {
        self.desk
            .section_write(SectionRequest {
                file: file.into(),
                section: "summary".into(),
                text: text.into(),
            })
            .expect("the section is written")
    }
}

fn asked(file: &str) -> FileRequest {
    FileRequest { file: file.into() }
}

/// What the window holds of a statement.
fn replica(machine: &Machine, file: &str) -> SharedStatement {
    let all = machine
        .desk
        .replica_pull(ReplicaRequest { file: file.into(), since: String::new() })
        .expect("everything");
    let bytes = BASE64_STANDARD.decode(all.update).expect("base64");
    let mut replica = SharedStatement::new(7);
    replica.apply(&bytes).expect("an update");
    replica
}

/// Reads the bytes on the disk as another machine would, past the lock.
fn body_on_disk(file: &str) -> String {
    let seen = format!("{file}.seen");
    std::fs::copy(file, &seen).expect("the bytes on the disk");
    let copy = OtherCopy::read(Path::new(&seen)).expect("a statement on the disk");
    copy.statement().expect("whole").statement().body
}

fn code<T>(result: Result<T, Failure>) -> Option<Code> {
    result.err().map(|failure| failure.code)
}

#[test]
fn what_the_window_types_is_on_the_disk_when_it_is_called_saved() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    let mut window = replica(&machine, &file);
    let typed = window.set_body("# Summary\n\nHospitals first.\n");
    let saved = machine
        .desk
        .replica_push(UpdateRequest {
            file: file.clone(),
            update: BASE64_STANDARD.encode(&typed.shared),
        })
        .expect("the change is taken");
    assert_eq!(saved.at, "2026-11-22T15:00:00Z");
    assert_eq!(saved.count.sections[0].words, 2);
    assert_eq!(body_on_disk(&file), "# Summary\n\nHospitals first.\n");
}

#[test]
fn a_change_of_the_desk_reaches_the_window_by_its_state() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    let mut window = replica(&machine, &file);
    machine.write(&file, "Written by a command.");
    let since = BASE64_STANDARD.encode(window.state_vector());
    let missing = machine
        .desk
        .replica_pull(ReplicaRequest { file: file.clone(), since })
        .expect("what is missing");
    let bytes = BASE64_STANDARD.decode(missing.update).expect("base64");
    assert!(window.apply(&bytes).expect("an update"));
    assert!(window.statement().body.contains("Written by a command."));
}

#[test]
fn bytes_that_are_no_change_leave_everything_as_it_is() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    machine.write(&file, "Safe words.");
    let before = body_on_disk(&file);
    for update in ["", "not base64!", "/////w8=", "AQIDBAUGBwgJ"] {
        let push = UpdateRequest { file: file.clone(), update: update.into() };
        assert_eq!(code(machine.desk.replica_push(push)), Some(Code::UpdateRefused), "{update}");
    }
    assert_eq!(body_on_disk(&file), before);
}

#[test]
fn undo_takes_back_the_last_act_outside_the_body() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    let set = |value: &str| {
        machine
            .desk
            .header_set(HeaderRequest {
                file: file.clone(),
                field: "title".into(),
                value: value.into(),
            })
            .expect("the title is set")
    };
    assert!(!machine.desk.workspace(asked(&file)).expect("open").can_undo);
    set("A better title");
    let back = machine.desk.undo(asked(&file)).expect("undone");
    assert_eq!(back.statement.title, "Comments");
    assert!(back.can_redo && !back.can_undo);
    let again = machine.desk.redo(asked(&file)).expect("redone");
    assert_eq!(again.statement.title, "A better title");
}

#[test]
fn carrying_to_a_new_revision_is_one_step_that_one_undo_takes_back() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    let first = "1. States recalled that the earlier reports were adopted by consensus.\n\n\
                 2. States should consider measures to protect the health sector.\n";
    let later = "1. States recalled that the earlier reports were adopted by consensus.\n\n\
                 2. The Working Group took note of a thematic session on ransomware.\n\n\
                 3. States should consider measures to protect the health sector.\n";
    let add = |name: &str, text: &str| {
        let path = machine.path(name);
        std::fs::write(&path, text).expect("a draft");
        let request = AddDraftRequest { file: file.clone(), draft: path, ..Default::default() };
        machine.desk.draft_add(request).expect("it is read").id
    };
    add("zero.txt", first);
    let labels = ["1".to_owned(), "2".to_owned()];
    for target in machine.desk.targets_labelled(&file, &labels).expect("both are there") {
        let rationale = "It belongs to paragraph 2.".into();
        let response = Response { targets: vec![target], rationale, ..Response::default() };
        machine.desk.respond(&file, response).expect("it is saved");
    }
    let before = machine.write(&file, "We support paragraph 2.").statement;
    let draft = add("rev1.txt", later);
    let request = DraftRequest { file: file.clone(), draft: draft.clone() };
    let plan = machine.desk.carry_plan(request).expect("a plan");
    let decisions: Vec<CarryDecision> = plan.responses.iter().map(CarryDecision::accept).collect();
    let request =
        CarryRequest { file: file.clone(), draft: draft.clone(), decisions, numbers: true };
    let after = machine.desk.carry_apply(request).expect("it is carried").workspace.statement;
    assert!(after.responses.iter().all(|r| r.targets[0].draft == draft));
    assert!(after.responses.iter().all(|r| r.rationale == "It belongs to paragraph 3."));
    assert!(after.body.contains("We support paragraph 3."), "{}", after.body);
    let undone = machine.desk.undo(asked(&file)).expect("one undo").statement;
    assert_eq!(undone.body, before.body);
    assert_eq!(undone.responses, before.responses);
    assert_eq!(undone.numbered_by, before.numbered_by);
}

#[test]
fn a_private_response_stays_in_the_house() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    let secret = "What we think of delegation X";
    machine
        .desk
        .response_save(ResponseRequest {
            file: file.clone(),
            response: Response {
                kind: ResponseKind::General,
                rationale: secret.into(),
                private: true,
                ..Response::default()
            },
        })
        .expect("saved");
    for format in ["docx", "md", "txt", "html", "csv", "json"] {
        let out = machine.path(&format!("out.{format}"));
        machine
            .desk
            .export(ExportRequest {
                file: file.clone(),
                format: format.into(),
                layout: String::new(),
                out: out.clone(),
            })
            .expect("exported");
        assert!(!holds(&out, secret), "{format}");
    }
    let copy = machine.path("for-partners.rostrum");
    machine
        .desk
        .statement_share(ShareRequest { file: file.clone(), out: copy.clone() })
        .expect("a copy");
    assert!(!holds(&copy, secret), "the copy for partners");
    assert_eq!(
        machine.desk.workspace(asked(&file)).expect("open").statement.responses.len(),
        1,
        "it is still here"
    );
}

/// Looks for words in a file, and in its parts when it is a package.
fn holds(path: &str, words: &str) -> bool {
    let bytes = std::fs::read(path).expect("the file");
    let inside = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    let parts = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).map(|mut package| {
        (0..package.len()).any(|at| {
            let mut part = Vec::new();
            let mut file = package.by_index(at).expect("a part");
            std::io::copy(&mut file, &mut part).expect("its bytes");
            inside(&part)
        })
    });
    inside(&bytes) || parts.unwrap_or(false)
}

#[test]
fn a_partner_works_on_a_copy_and_it_merges_back() {
    let (ours, theirs) = (Machine::new(), Machine::new());
    let file = ours.statement("s.rostrum").file;
    ours.write(&file, "Ours, before.");
    let copy = theirs.path("copy.rostrum");
    ours.desk
        .statement_share(ShareRequest { file: file.clone(), out: copy.clone() })
        .expect("a copy");
    theirs
        .desk
        .section_write(SectionRequest {
            file: copy.clone(),
            section: "conclusion".into(),
            text: "Theirs.".into(),
        })
        .expect("the partner writes");
    theirs.desk.statement_close(asked(&copy)).expect("and closes");
    ours.write(&file, "Ours, after.");
    let merged = ours
        .desk
        .statement_merge(MergeRequest { file: file.clone(), other: copy.clone() })
        .expect("merged");
    let body = &merged.workspace.statement.body;
    assert!(body.contains("Ours, after.") && body.contains("Theirs."), "{body}");
    let again = ours
        .desk
        .statement_merge(MergeRequest { file: file.clone(), other: copy })
        .expect("merging again");
    assert_eq!((again.edits_from_b, again.sha256), (0, merged.sha256));
    let stranger = ours.statement("other.rostrum").file;
    ours.desk.statement_close(asked(&stranger)).expect("closed");
    let refused = ours.desk.statement_merge(MergeRequest { file, other: stranger });
    assert_eq!(code(refused), Some(Code::ValueRefused));
}

#[test]
fn consent_is_to_a_text_and_who_gave_it_stays_here() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    machine.write(&file, "We agree.");
    let listed = machine
        .desk
        .signatory_save(SignatoryRequest {
            file: file.clone(),
            signatory: Signatory {
                organisation: "Example Alliance".into(),
                country: "Kenya".into(),
                ..Signatory::default()
            },
            contact: "their secretary".into(),
        })
        .expect("listed");
    let id = listed.signatories[0].signatory.id.clone();
    assert_eq!(listed.signatories[0].state, ConsentState::Asked);
    machine
        .desk
        .version_create(FreezeRequest { file: file.clone(), name: "one".into() })
        .expect("frozen");
    let signed = machine
        .desk
        .endorse(EndorseRequest {
            file: file.clone(),
            signatory: id.clone(),
            version: "one".into(),
            contact: String::new(),
        })
        .expect("signed");
    assert_eq!(signed.signatories[0].state, ConsentState::Holds);
    assert_eq!(signed.signatories[0].contact, "their secretary");
    let changed = machine.write(&file, "We agree in part.");
    assert_eq!(changed.signatories[0].state, ConsentState::TextChanged);
    let copy = machine.path("for-partners.rostrum");
    machine
        .desk
        .statement_share(ShareRequest { file: file.clone(), out: copy.clone() })
        .expect("a copy");
    assert!(!holds(&copy, "their secretary"));
    let taken =
        machine.desk.version_create(FreezeRequest { file: file.clone(), name: "one".into() });
    assert_eq!(code(taken), Some(Code::NameTaken), "another text under the same name");
    let gone = machine.desk.signatory_remove(ItemRequest { file, id }).expect("taken out");
    assert!(gone.signatories.is_empty() && gone.can_undo);
}

#[test]
fn a_finding_is_mended_where_it_stands() {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    machine.write(&file, "Summaries \u{1F600} help. We ask the the Chair for more.");
    machine
        .desk
        .response_save(ResponseRequest {
            file: file.clone(),
            response: Response {
                rationale: "Hospitals need need help.".into(),
                ..Response::default()
            },
        })
        .expect("saved");
    for _ in 0..2 {
        let report = machine.desk.check(asked(&file)).expect("checked");
        let finding = report
            .findings
            .into_iter()
            .find(|finding| finding.name == "doubled-word")
            .expect("a doubled word");
        machine
            .desk
            .finding_mend(MendRequest { file: file.clone(), finding: finding.clone() })
            .expect("mended");
        let again = machine.desk.finding_mend(MendRequest { file: file.clone(), finding });
        assert_eq!(code(again), Some(Code::NotFound), "it is gone");
    }
    let mended = machine.desk.workspace(asked(&file)).expect("open").statement;
    assert!(mended.body.contains("\u{1F600} help. We ask the Chair"), "{}", mended.body);
    assert_eq!(mended.responses[0].rationale, "Hospitals need help.");
}

#[test]
fn a_statement_is_open_in_one_place_at_a_time() {
    let (first, second) = (Machine::new(), Machine::new());
    let file = first.statement("s.rostrum").file;
    first.write(&file, "Open here.");
    let refused = second.desk.statement_open(asked(&file));
    assert_eq!(code(refused), Some(Code::StatementBusy));
    first.desk.statement_close(asked(&file)).expect("closed");
    assert!(second.desk.statement_open(asked(&file)).is_ok());
}

#[test]
fn the_sample_opens_as_a_copy_of_its_own() {
    let machine = Machine::new();
    let sample = machine.desk.sample_open(Nothing {}).expect("the sample");
    assert_eq!(
        sample.drafts[0].paragraphs, 93,
        "62, their 30 sub-paragraphs and the opening remark"
    );
    assert!(sample.statement.responses.len() >= 8);
    assert_eq!(sample.findings.get("error").copied().unwrap_or(0), 0, "{:?}", sample.findings);
    machine.write(&sample.file, "Changed by the reader.");
    machine.desk.statement_close(asked(&sample.file)).expect("closed");
    let again = machine.desk.sample_open(Nothing {}).expect("the sample again");
    assert!(again.statement.body.contains("Changed by the reader."));
    let start = machine.desk.start_view(Nothing {}).expect("the start screen");
    assert_eq!(start.statements[0].title, sample.statement.title);
    assert!(start.calls.len() >= 3);
}

#[test]
fn only_web_and_mail_addresses_are_opened() {
    let machine = Machine::new();
    let open = |url: &str| machine.desk.link_check(LinkRequest { url: url.into() });
    assert!(open("https://www.un.org/en/").is_ok());
    assert!(open("mailto:secretariat@example.org").is_ok());
    for url in
        ["javascript:alert(1)", "file:///etc/passwd", "https://", "data:text/html,x", "ms-word:x"]
    {
        assert_eq!(code(open(url)), Some(Code::LinkRefused), "{url}");
    }
}
