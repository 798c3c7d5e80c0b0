//! Answering a draft, through the desk as a face asks it.

use rostrum_core::model::response::{Priority, ResponseStatus};
use rostrum_core::model::{Response, ResponseKind};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    ConflictKind, ExportRequest, FileRequest, LookAlikesRequest, PhraseName, PhraseRequest,
    PhrasesRequest, ResponsesRequest, TakenUpRequest, TargetsRequest, Workspace,
};
use rostrum_kit::{Code, Failure};
use rostrum_tests::machine;
use tempfile::TempDir;

const DRAFT: &str = "\
# Zero draft of a report

## B. Threats

1. States should report every year on threats to hospitals, schools and other services.

2. States should report every year on threats to elections, media and other services.

3. States recommended that views be exchanged with the private sector and academia.

## C. Norms

4. States recalled the norms.
";

/// A desk on a machine of its own, with one statement that has one draft.
struct Machine {
    folder: TempDir,
    desk: Desk,
    file: String,
    draft: String,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let (file, draft) = (path("s.rostrum"), path("draft.md"));
        std::fs::write(&draft, DRAFT).expect("the draft is written");
        machine::statement(&desk, &file);
        let draft = machine::draft(&desk, &file, &draft).id;
        Self { folder, desk, file, draft }
    }

    fn asked(&self) -> FileRequest {
        FileRequest { file: self.file.clone() }
    }

    fn open(&self) -> Workspace {
        self.desk.workspace(self.asked()).expect("the statement is open")
    }

    fn to(&self, words: &str) -> Result<Vec<String>, Failure> {
        let request = TargetsRequest {
            file: self.file.clone(),
            words: words.into(),
            ..TargetsRequest::default()
        };
        let targets = self.desk.targets_find(request)?.targets;
        Ok(targets.into_iter().map(|t| t.label).collect())
    }

    fn response(&self, to: &str, kind: ResponseKind, proposal: &str) -> Response {
        let targets = self.desk.targets_labelled(&self.file, &[to.to_owned()]).expect(to);
        Response { kind, targets, proposal: proposal.into(), ..Response::default() }
    }

    fn respond(&self, response: Response) -> Response {
        self.desk.respond(&self.file, response).expect("the response is saved")
    }

    fn text_of(&self, block: usize) -> String {
        self.desk.targets_labelled(&self.file, &[block.to_string()]).expect("a label")[0]
            .text
            .clone()
    }

    fn exported(&self, to: &str) -> String {
        let out = self.folder.path().join(format!("out.{to}"));
        self.desk
            .export(ExportRequest {
                file: self.file.clone(),
                format: to.into(),
                layout: "prose".into(),
                out: out.to_string_lossy().into_owned(),
            })
            .expect("the document is written");
        String::from_utf8_lossy(&std::fs::read(out).expect("the document")).into_owned()
    }
}

#[test]
fn paragraphs_are_found_by_label_range_heading_and_as_a_whole() {
    let machine = Machine::new();
    assert_eq!(machine.to("1-3").expect("a range"), ["1.", "2.", "3."]);
    assert_eq!(machine.to("4, 1").expect("a list"), ["1.", "4."]);
    assert_eq!(machine.to("all").expect("the whole text"), [""; 0]);
    assert_eq!(machine.to("heading:B. Threats").expect("a heading").len(), 1);
    let failure = machine.to("9").expect_err("there is no 9");
    assert_eq!(failure.code, Code::NotFound);
    assert!(failure.detail.contains("go from 1 to 4"), "{failure}");
    assert_eq!(machine.to("3-1").expect_err("backwards").code, Code::ValueRefused);
}

#[test]
fn keeping_a_range_is_one_act_that_one_undo_takes_back() {
    let machine = Machine::new();
    machine.respond(machine.response("4", ResponseKind::Question, ""));
    let targets = machine.response("1-3", ResponseKind::Keep, "").targets;
    let responses = targets
        .into_iter()
        .map(|target| Response {
            kind: ResponseKind::Keep,
            targets: vec![target],
            ..Response::default()
        })
        .collect();
    let request = ResponsesRequest { file: machine.file.clone(), responses };
    let open = machine.desk.responses_save(request).expect("kept");
    assert_eq!(open.statement.responses.len(), 4);
    let undone = machine.desk.undo(machine.asked()).expect("undone");
    assert_eq!(undone.statement.responses.len(), 1, "the question stays");
    let redone = machine.desk.redo(machine.asked()).expect("brought again");
    assert_eq!(redone.statement.responses.len(), 4);
}

#[test]
fn of_several_responses_either_all_are_saved_or_none() {
    let machine = Machine::new();
    let good = machine.response("1", ResponseKind::Keep, "");
    let bad = Response { sources: vec!["nowhere".into()], ..good.clone() };
    let refused = machine.desk.respond_all(&machine.file, vec![good, bad]).expect_err("no source");
    assert_eq!(refused.code, Code::NotFound);
    assert_eq!(machine.open().statement.responses, []);
}

#[test]
fn what_a_team_notes_is_kept_and_never_exported() {
    let machine = Machine::new();
    let saved = machine.respond(Response {
        rationale: "It is clear.".into(),
        norms: vec!["F".into(), "13(a)".into()],
        tags: vec!["hospitals".into()],
        status: ResponseStatus::Ready,
        owner: "Zelda's desk".into(),
        priority: Priority::High,
        ..machine.response("1", ResponseKind::Keep, "")
    });
    assert_eq!(saved.norms, ["a", "f"]);
    assert_eq!(machine.open().statement.responses, std::slice::from_ref(&saved));
    for format in ["txt", "md", "html", "csv"] {
        assert!(!machine.exported(format).contains("Zelda"), "{format}");
    }
    let wrong = Response { norms: vec!["z".into()], ..saved };
    assert_eq!(
        machine.desk.respond(&machine.file, wrong).expect_err("no such norm").code,
        Code::ValueRefused
    );
}

#[test]
fn deleted_words_are_neither_counted_nor_written_as_text() {
    let machine = Machine::new();
    let kept = machine.respond(machine.response("1", ResponseKind::Keep, ""));
    let lead_only = machine.open().count.counted;
    let text = machine.text_of(1);
    let proposal = text.replace("hospitals, schools and other services", "hospitals");
    let changed = machine.response("1", ResponseKind::Modify, &proposal);
    machine.respond(Response { id: kept.id, ..changed });
    let words = proposal.split_whitespace().count() as u32;
    assert_eq!(machine.open().count.counted, lead_only + words, "only the words that would stand");
    let plain = machine.exported("txt");
    assert!(plain.contains("[delete: "), "{plain}");
    let without: String = plain
        .split("[delete: ")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(']').map_or("", |p| p.1) })
        .collect();
    assert!(!without.contains("schools"), "{without}");
    for (format, open, close) in [("md", "<del>", "</del>"), ("html", "<del>", "</del>")] {
        let text = machine.exported(format);
        let struck = text.split_once(open).and_then(|(_, rest)| rest.split_once(close));
        assert!(struck.is_some_and(|(struck, _)| struck.contains("schools")), "{format}");
        assert_eq!(text.matches("schools").count(), 1, "{format}");
    }
}

#[test]
fn two_who_change_the_same_words_are_told_unless_one_is_a_second_choice() {
    let machine = Machine::new();
    let text = machine.text_of(1);
    let shall = machine.respond(machine.response(
        "1",
        ResponseKind::Modify,
        &text.replace("should", "shall"),
    ));
    let must = machine.respond(machine.response(
        "1",
        ResponseKind::Modify,
        &text.replace("should", "must"),
    ));
    let conflicts = machine.desk.conflicts(machine.asked()).expect("asked").conflicts;
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].kind, ConflictKind::SameWords);
    assert_eq!(conflicts[0].words, "should");
    machine.respond(Response { alternative_to: shall.id.clone(), ..must.clone() });
    assert_eq!(machine.desk.conflicts(machine.asked()).expect("asked").conflicts, []);
    let dangling = Response { alternative_to: "nobody".into(), ..must.clone() };
    assert_eq!(
        machine.desk.respond(&machine.file, dangling).expect_err("no first choice").code,
        Code::NotFound
    );
    let plain = machine.exported("txt");
    let (first, second) = (plain.find("first choice"), plain.find("second choice"));
    assert!(first.is_some() && first < second, "{plain}");
}

#[test]
fn a_look_alike_is_offered_with_the_proposal_where_it_fits() {
    let machine = Machine::new();
    let own = machine.response("1", ResponseKind::Modify, "");
    let asked = |proposal: String| LookAlikesRequest {
        file: machine.file.clone(),
        draft: machine.draft.clone(),
        block: own.targets[0].block.clone(),
        proposal,
    };
    let text = machine.text_of(1);
    let found =
        machine.desk.look_alikes(asked(text.replace("should", "shall"))).expect("asked").found;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].target.label, "2.");
    assert_eq!(found[0].proposal, Some(machine.text_of(2).replace("should", "shall")));
    let unfit = text.replace("hospitals", "clinics");
    assert_eq!(machine.desk.look_alikes(asked(unfit)).expect("asked").found[0].proposal, None);
}

#[test]
fn phrases_that_are_put_by_are_found_first_and_stay_for_the_next_statement() {
    let machine = Machine::new();
    let phrase = machine.desk.phrase_of(&machine.file, "3", "views be exchanged").expect("made");
    assert_eq!((&*phrase.paragraph, phrase.own), ("3", true));
    let listed = machine.desk.phrase_save(PhraseRequest { phrase }).expect("kept").phrases;
    assert_eq!(listed[0].text, "views be exchanged");
    assert!(listed.len() > 1, "others ship with Rostrum");
    let found = machine.desk.phrases(PhrasesRequest { words: "view exch".into() }).expect("asked");
    assert_eq!(found.phrases.len(), 1);
    let refused = machine.desk.phrase_of(&machine.file, "3", "words of no paragraph");
    assert_eq!(refused.expect_err("not there").code, Code::ValueRefused);
    let id = found.phrases[0].id.clone();
    machine.desk.phrase_remove(PhraseName { id }).expect("taken out");
    let refused = machine.desk.phrase_remove(PhraseName { id: listed[1].id.clone() });
    assert_eq!(refused.expect_err("it ships").code, Code::NotFound);
}

#[test]
fn what_a_person_judged_of_an_idea_is_taken_back_by_one_undo() {
    let machine = Machine::new();
    let response = machine.respond(machine.response("1", ResponseKind::Keep, ""));
    let judged = |answer: &str, note: &str| TakenUpRequest {
        file: machine.file.clone(),
        response: response.id.clone(),
        answer: answer.into(),
        note: note.into(),
    };
    let idea = |open: &Workspace| open.statement.responses[0].taken_up.clone();
    let set = machine.desk.taken_up_set(judged("yes", "in other words")).expect("noted");
    assert_eq!(idea(&set).map(|idea| idea.note), Some("in other words".into()));
    let other = machine.desk.taken_up_set(judged("no", "")).expect("noted");
    assert_eq!(idea(&other).map(|idea| idea.answer), Some("no".into()));
    let undone = machine.desk.undo(machine.asked()).expect("undone");
    assert_eq!(idea(&undone).map(|idea| idea.answer), Some("yes".into()), "one step at a time");
    let undone = machine.desk.undo(machine.asked()).expect("undone");
    assert_eq!(idea(&undone), None);
    assert_eq!(undone.statement.responses.len(), 1, "the response itself stays");
    let redone = machine.desk.redo(machine.asked()).expect("brought again");
    assert_eq!(idea(&redone).map(|idea| idea.answer), Some("yes".into()));
}

#[test]
fn in_word_deleted_words_are_struck_and_never_counted() {
    let machine = Machine::new();
    let text = machine.text_of(1);
    let proposal = text.replace("hospitals, schools and other services", "hospitals");
    machine.respond(machine.response("1", ResponseKind::Modify, &proposal));
    let counted = machine.open().count.counted;
    machine.respond(Response {
        id: machine.open().statement.responses[0].id.clone(),
        ..machine.response("1", ResponseKind::Modify, &format!("{proposal} Soon."))
    });
    let one_more = machine.open().count.counted;
    assert_eq!(one_more, counted + 1, "a word that is put in counts, what is taken out does not");
    let out = machine.folder.path().join("out.docx");
    let request = ExportRequest {
        file: machine.file.clone(),
        format: "docx".into(),
        layout: "prose".into(),
        out: out.to_string_lossy().into_owned(),
    };
    machine.desk.export(request).expect("the document is written");
    let mut file = zip::ZipArchive::new(std::fs::File::open(out).expect("a file")).expect("a zip");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut file.by_name("word/document.xml").expect("it"), &mut xml)
        .expect("text");
    let runs: Vec<&str> = xml.split("<w:r>").filter(|run| run.contains("schools")).collect();
    assert_eq!(runs.len(), 1, "the words stand once");
    let gone = runs[0].contains("<w:strike");
    assert!(gone, "{}", runs[0]);
    assert_eq!(machine.open().count.counted, one_more, "writing a document counts nothing");
}
