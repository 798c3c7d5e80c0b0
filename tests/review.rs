//! What comes back from partners: suggestions, comments, and what became of them.

use std::path::PathBuf;
use std::sync::Arc;

use rostrum_core::model::review::{ByHand, Decision, SuggestionKind};
use rostrum_core::model::{Response, ResponseKind};
use rostrum_kit::clock::FixedClock;
use rostrum_kit::desk::wire::{
    AnswerRequest, DecideRequest, ExportRequest, FileRequest, HeaderRequest, NewStatementRequest,
    ResponseRequest, ReviewRequest, ReviewTaken, SectionRequest, SuggestionRow,
};
use rostrum_kit::desk::{Desk, Places, Unheard};
use rostrum_kit::ids::Uuid7;
use rostrum_kit::keyring::{Keyring, MemorySecrets, Namespace};
use rostrum_kit::{Code, Failure};
use rostrum_tests::corpus::corpus;
use rostrum_tests::peers::converted;
use rostrum_tests::word::Word;
use tempfile::TempDir;

const SUMMARY: &str = "We **strongly** welcome the draft.[^1] It names the harm to people.\n\n\
- States share findings.\n- States report each year.\n- Nobody is left out.\n\n\
A second paragraph of this section closes it.\n\n\
| Measure | State |\n| --- | --- |\n| Reporting | done |\n| Sharing | open |\n\n\
The last words stand here.\n\n[^1]: A note on the draft.";

/// A team with one statement, and its folder.
struct Team {
    folder: TempDir,
    desk: Desk,
    file: String,
}

impl Team {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let places = Places {
            config: folder.path().join("config"),
            data: folder.path().join("data"),
            documents: folder.path().join("documents"),
            secrets: Namespace::apart("review-test"),
            worker: PathBuf::from(env!("CARGO_BIN_EXE_import-worker")),
        };
        let now = "2026-11-22T15:00:00Z".parse().expect("an instant");
        let desk = Desk::new(
            places,
            Arc::new(FixedClock(now)),
            Arc::new(Uuid7),
            Keyring::new(MemorySecrets::default()),
            Arc::new(Unheard),
        );
        let file = folder.path().join("a.rostrum").to_string_lossy().into_owned();
        desk.statement_new(NewStatementRequest {
            file: file.clone(),
            call: "oewg-ict-zero-draft".into(),
            title: "Comments".into(),
            organisation: "Example Lab".into(),
            ..NewStatementRequest::default()
        })
        .expect("a new statement");
        let team = Self { folder, desk, file };
        team.write(SUMMARY);
        team
    }

    fn write(&self, text: &str) {
        let (file, section, text) = (self.file.clone(), "summary".into(), text.into());
        self.desk.section_write(SectionRequest { file, section, text }).expect("written");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Sends the statement to partners.
    fn sent(&self) -> Word {
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

    fn back(&self, name: &str, bytes: &[u8]) -> Result<ReviewTaken, Failure> {
        std::fs::write(self.path(name), bytes).expect("disk");
        self.desk.review_take(ReviewRequest {
            file: self.file.clone(),
            edited: self.path(name).to_string_lossy().into_owned(),
            job: "review".into(),
        })
    }

    fn taken(&self, word: &Word) -> ReviewTaken {
        self.back("back.docx", &word.save()).expect("it is read")
    }

    fn decide(&self, ids: Vec<String>, decision: Decision) -> (String, Vec<String>) {
        let file = self.file.clone();
        let decided = self.desk.review_decide(DecideRequest { file, ids, decision });
        let decided = decided.expect("decided");
        (decided.workspace.statement.body, decided.left)
    }

    fn accept_all(&self, taken: &ReviewTaken) -> String {
        let ids = taken.review.suggestions.iter().map(|row| row.id.clone()).collect();
        let (body, left) = self.decide(ids, Decision::Accepted);
        assert_eq!(left, Vec::<String>::new());
        body
    }

    fn body(&self) -> String {
        let request = FileRequest { file: self.file.clone() };
        self.desk.workspace(request).expect("open").statement.body
    }
}

fn seen(rows: &[SuggestionRow]) -> Vec<(SuggestionKind, &str, &str, &str)> {
    let row = |row: &SuggestionRow| {
        let suggestion: &'static _ = Box::leak(Box::new(row.suggestion.clone()));
        (suggestion.kind, &*suggestion.author, &*suggestion.before, &*suggestion.after)
    };
    rows.iter().map(row).collect()
}

#[test]
fn a_document_nobody_edited_says_nothing() {
    let team = Team::new();
    let taken = team.taken(&team.sent());
    assert!(taken.known);
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

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
fn recorded_words_become_suggestions_by_author_and_date() {
    let team = Team::new();
    let mut word = team.sent();
    word.record("Amal", "It names ", "the harm", "all harm");
    word.record("Boris", "States share", "", " their");
    word.record("Boris", "closes it", ".", "");
    let taken = team.taken(&word);
    assert_eq!(
        seen(&taken.review.suggestions),
        [
            (SuggestionKind::Replace, "Amal", "the harm", "all harm"),
            (SuggestionKind::Insert, "Boris", "", " their"),
            (SuggestionKind::Delete, "Boris", ".", ""),
        ]
    );
    let first = &taken.review.suggestions[0].suggestion;
    assert_eq!((first.date.as_str(), first.tracked), ("2026-11-20T09:00:00Z", true));
    assert_eq!(first.place.section.as_deref(), Some("Summary"));
    assert_eq!(taken.review.authors, ["Amal", "Boris"]);
    let before = team.body();
    let expected = before
        .replace("the harm", "all harm")
        .replace("States share findings", "States share their findings")
        .replace("closes it.", "closes it");
    assert_eq!(team.accept_all(&taken), expected);
    team.desk.undo(FileRequest { file: team.file.clone() }).expect("undone");
    assert_eq!(team.body(), before, "one undo takes the whole decision back");
    let open = team.desk.review_show(FileRequest { file: team.file.clone() }).expect("shown");
    assert!(open.suggestions.iter().all(|row| row.decision == Decision::Open));
}

#[test]
fn paragraphs_come_go_part_and_join() {
    let team = Team::new();
    let mut word = team.sent();
    word.add_paragraph("Amal", "closes it.", "A third paragraph comes.");
    word.strike_paragraph("Amal", "States report each year.");
    let taken = team.taken(&word);
    let kinds: Vec<SuggestionKind> =
        taken.review.suggestions.iter().map(|row| row.suggestion.kind).collect();
    assert_eq!(kinds, [SuggestionKind::Delete, SuggestionKind::Insert]);
    let body = team.accept_all(&taken);
    assert!(body.contains("- States share findings.\n- Nobody is left out.\n"), "{body}");
    assert!(body.contains("closes it.\n\nA third paragraph comes.\n\n| Measure"), "{body}");
}

#[test]
fn what_nobody_recorded_is_found_and_told_as_such() {
    let team = Team::new();
    let mut word = team.sent();
    word.rewrite("names the harm to people", "shows the harm to communities");
    let taken = team.taken(&word);
    let found = &taken.review.suggestions;
    assert!(found.iter().all(|row| !row.suggestion.tracked));
    assert_eq!(
        seen(found),
        [
            (SuggestionKind::Replace, "", "names", "shows"),
            (SuggestionKind::Replace, "", "people", "communities"),
        ]
    );
    assert!(team.accept_all(&taken).contains("It shows the harm to communities."));
}

#[test]
fn a_paragraph_moved_by_hand_is_one_suggestion() {
    let team = Team::new();
    let mut word = team.sent();
    let (start, end) = word.paragraph("The last words stand here.");
    let text = word.part("word/document.xml");
    let own = text[start..end].to_owned();
    text.replace_range(start..end, "");
    let (start, _) = word.paragraph("A second paragraph");
    word.part("word/document.xml").insert_str(start, &own);
    let taken = team.taken(&word);
    let kinds: Vec<SuggestionKind> =
        taken.review.suggestions.iter().map(|row| row.suggestion.kind).collect();
    assert_eq!(kinds, [SuggestionKind::Move]);
    let body = team.accept_all(&taken);
    assert!(body.contains("out.\n\nThe last words stand here.\n\nA second"), "{body}");
    assert_eq!(body.matches("The last words").count(), 1);
}

#[test]
fn comments_come_with_their_answers_and_state() {
    let team = Team::new();
    let mut word = team.sent();
    word.comment("names the harm", &[("Amal", "Which harm?"), ("Boris", "All of it.")], true);
    let taken = team.taken(&word);
    let [comment] = taken.review.comments.as_slice() else { panic!("one comment") };
    assert_eq!(
        (comment.comment.author.as_str(), comment.comment.text.as_str()),
        ("Amal", "Which harm?")
    );
    assert!(comment.comment.words.contains("names the harm"));
    assert_eq!(comment.decision, Decision::Resolved);
    assert_eq!(comment.answers[0].text, "All of it.");
    let view = team
        .desk
        .review_answer(AnswerRequest {
            file: team.file.clone(),
            to: comment.id.clone(),
            text: "We say so now.".into(),
        })
        .expect("answered");
    assert_eq!(view.comments[0].answers[1].author, "Example Lab");
}

#[test]
fn two_partners_on_the_same_version_are_laid_together() {
    let team = Team::new();
    let (mut one, mut two) = (team.sent(), team.sent());
    one.record("Amal", "It names ", "the harm", "all harm");
    one.record("Amal", "States share", "", " their");
    two.record("Boris", "It names ", "the harm", "the damage");
    two.record("Boris", "States share", "", " their");
    team.back("amal.docx", &one.save()).expect("read");
    let taken = team.back("boris.docx", &two.save()).expect("read");
    let rows = &taken.review.suggestions;
    assert_eq!(rows.len(), 4);
    let by = |author: &str, at: usize| {
        rows.iter().filter(|r| r.suggestion.author == author).nth(at).expect("a row").clone()
    };
    assert_eq!(by("Amal", 0).against, [by("Boris", 0).id]);
    assert!(by("Amal", 1).against.is_empty(), "the same suggestion is no contradiction");
    let (body, left) = team.decide(vec![by("Amal", 0).id, by("Amal", 1).id], Decision::Accepted);
    assert_eq!(left, Vec::<String>::new());
    assert!(body.contains("names all harm") && body.contains("share their findings"));
    let view = team.desk.review_show(FileRequest { file: team.file.clone() }).expect("shown");
    let boris: Vec<_> =
        view.suggestions.iter().filter(|r| r.suggestion.author == "Boris").collect();
    assert_eq!(boris[1].decision, Decision::Accepted, "the same words were accepted with it");
    assert_eq!((boris[0].decision, boris[0].hindrance), (Decision::Open, ByHand::Changed));
    let again = team.back("boris.docx", &two.save()).expect("read");
    assert_eq!(again.new, 0, "the same document brings nothing new");
}

#[test]
fn what_changed_here_meanwhile_is_found_again_or_left() {
    let team = Team::new();
    let mut word = team.sent();
    word.record("Amal", "It names ", "the harm", "all harm");
    word.record("Amal", "Nobody is left ", "out", "behind");
    let now = SUMMARY
        .replace("We **strongly** welcome", "A new beginning. We welcome")
        .replace("- Nobody is left out.\n", "");
    team.write(&now);
    let taken = team.taken(&word);
    let hindrances: Vec<ByHand> = taken.review.suggestions.iter().map(|r| r.hindrance).collect();
    assert_eq!(hindrances, [ByHand::No, ByHand::Changed]);
    let ids = taken.review.suggestions.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    let (body, left) = team.decide(ids.clone(), Decision::Accepted);
    assert!(body.contains("A new beginning. We welcome the draft.[^1] It names all harm"));
    assert_eq!(left, [ids[1].clone()]);
}

#[test]
fn cells_rows_and_the_wording_of_responses_can_be_changed() {
    let team = Team::new();
    let response = Response {
        kind: ResponseKind::General,
        rationale: "The draft is clear and short.".into(),
        ..Response::default()
    };
    let request = ResponseRequest { file: team.file.clone(), response };
    team.desk.response_save(request).expect("saved");
    let mut word = team.sent();
    word.record("Amal", "Report", "ing", "s");
    word.record("Amal", "clear and ", "short", "brief");
    let (start, end) = word.paragraph("Sharing");
    let text = word.part("word/document.xml");
    let row = text[..start].rfind("<w:tr>").expect("a row");
    let row_end = end + text[end..].find("</w:tr>").expect("its end") + "</w:tr>".len();
    let by = word.by("Amal");
    let text = word.part("word/document.xml");
    let new =
        text[row..row_end].replacen("<w:tr>", &format!("<w:tr><w:trPr><w:del {by}/></w:trPr>"), 1);
    text.replace_range(row..row_end, &new);
    let taken = team.taken(&word);
    let body = team.accept_all(&taken);
    assert!(body.contains("| Reports | done |\n\nThe last"), "{body}");
    let request = FileRequest { file: team.file.clone() };
    let statement = team.desk.workspace(request).expect("open").statement;
    assert_eq!(statement.responses[0].rationale, "The draft is clear and brief.");
}

#[test]
fn what_is_not_understood_is_listed_with_its_words() {
    let team = Team::new();
    let mut word = team.sent();
    let by = word.by("Amal");
    word.rewrite(
        "<w:pStyle w:val=\"BodyText\"/>",
        &format!("<w:pStyle w:val=\"BodyText\"/><w:pPrChange {by}><w:pPr/></w:pPrChange>"),
    );
    word.record("Amal", "closes it", "", " now");
    let by = word.by("Boris");
    word.rewrite(
        "<w:r><w:t xml:space=\"preserve\"> now</w:t></w:r>",
        &format!(
            "<w:del {by}><w:r><w:delText xml:space=\"preserve\"> now</w:delText></w:r></w:del>"
        ),
    );
    let notes = word.part("word/footnotes.xml");
    *notes = notes.replace("A note on the draft.", "Another note.");
    let taken = team.taken(&word);
    let listed: Vec<(&str, &str)> = taken
        .review
        .not_understood
        .iter()
        .map(|row| (row.unread.what.as_str(), row.unread.words.as_str()))
        .collect();
    assert!(
        listed.iter().any(|(what, words)| *what == "format" && !words.is_empty()),
        "{listed:?}"
    );
    assert!(listed.contains(&("inserted_and_deleted", " now")), "{listed:?}");
    assert!(listed.contains(&("note", "Another note.")), "{listed:?}");
}

#[test]
fn the_title_can_be_changed_and_rejected_suggestions_stay_as_they_are() {
    let team = Team::new();
    let request = HeaderRequest {
        file: team.file.clone(),
        field: "title".into(),
        value: "Comments of the Lab".into(),
    };
    team.desk.header_set(request).expect("set");
    let mut word = team.sent();
    word.record("Amal", "", "Comments of", "Views of");
    let taken = team.taken(&word);
    let id = taken.review.suggestions[0].id.clone();
    let (body, _) = team.decide(vec![id.clone()], Decision::Rejected);
    assert_eq!(body, team.body());
    team.decide(vec![id.clone()], Decision::Open);
    let file = team.file.clone();
    let decided = team
        .desk
        .review_decide(DecideRequest { file, ids: vec![id], decision: Decision::Accepted })
        .expect("decided");
    assert_eq!(decided.workspace.statement.title, "Views of the Lab");
    let request = DecideRequest {
        file: team.file.clone(),
        ids: vec!["none".into()],
        decision: Decision::Accepted,
    };
    assert_eq!(team.desk.review_decide(request).map(drop).unwrap_err().code, Code::NotFound);
}

#[test]
fn files_of_every_origin_are_read_or_refused_in_plain_words() {
    let team = Team::new();
    let Some(root) = corpus() else { return };
    let mut read = 0;
    let mut folders = vec![root.join("docx-robust")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "docx") {
                let bytes = std::fs::read(&path).expect("a file");
                match rostrum_core::review::read::read(&bytes) {
                    Ok(_) => read += 1,
                    Err(error) => assert!(!error.to_string().is_empty()),
                }
            }
        }
    }
    assert!(read > 100, "{read} of 152 were read");
    for refused in [b"".as_slice(), b"%PDF-1.7", b"PK\x03\x04", b"\xD0\xCF\x11\xE0"] {
        assert!(team.back("no.docx", refused).is_err());
    }
}
