//! What comes back from partners: suggestions, comments, and what became of them.

use rostrum_core::model::review::{ByHand, Decision, SuggestionKind};
use rostrum_core::model::{Response, ResponseKind};
use rostrum_kit::Code;
use rostrum_kit::desk::wire::{
    AnswerRequest, DecideRequest, FileRequest, HeaderRequest, ResponseRequest,
};

use crate::team::{SUMMARY, Team, seen};

#[test]
fn a_document_nobody_edited_says_nothing() {
    let team = Team::new();
    let taken = team.taken(&team.sent());
    assert!(taken.known);
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
fn what_two_partners_say_alike_is_put_in_once() {
    let team = Team::new();
    let (mut one, mut two) = (team.sent(), team.sent());
    one.record("Amal", "States share", "", " their");
    two.record("Boris", "States share", "", " their");
    team.back("amal.docx", &one.save()).expect("read");
    let taken = team.back("boris.docx", &two.save()).expect("read");
    let body = team.accept_all(&taken);
    assert!(body.contains("- States share their findings."), "{body}");
}

#[test]
fn suggestions_accepted_one_by_one_in_any_order_read_as_all_at_once() {
    let read = |order: &[usize]| {
        let team = Team::new();
        let mut word = team.sent();
        for (author, words) in [("Amal", " all"), ("Boris", " the"), ("Chen", " small")] {
            word.record(author, "It names", "", words);
        }
        word.record("Amal", "closes ", "it.", "");
        word.record("Boris", "closes ", "", "it. Now.");
        let taken = team.taken(&word);
        let ids: Vec<String> = taken.review.suggestions.iter().map(|r| r.id.clone()).collect();
        assert_eq!(ids.len(), 5);
        for at in order {
            let (_, left) = team.decide(vec![ids[*at].clone()], Decision::Accepted);
            assert_eq!(left, Vec::<String>::new(), "{at} of {order:?}");
        }
        if order.is_empty() { team.accept_all(&taken) } else { team.body() }
    };
    let all = read(&[]);
    assert!(all.contains("It names small the all the harm"), "{all}");
    assert!(all.contains("section closes it. Now.\n"), "{all}");
    for order in [[4, 3, 2, 1, 0], [1, 0, 4, 2, 3], [2, 4, 0, 3, 1]] {
        assert_eq!(read(&order), all, "{order:?}");
    }
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
    let gone = taken.review.suggestions.iter().find(|row| row.suggestion.before == "Sharing\nopen");
    assert_eq!(gone.map(|row| &*row.suggestion.after), Some(""), "a row that goes leaves nothing");
    let body = team.accept_all(&taken);
    assert!(body.contains("| Reports | done |\n\nThe last"), "{body}");
    let request = FileRequest { file: team.file.clone() };
    let statement = team.desk.workspace(request).expect("open").statement;
    assert_eq!(statement.responses[0].rationale, "The draft is clear and brief.");
}

#[test]
fn changes_in_headers_and_footers_are_listed_with_their_words() {
    let team = Team::new();
    let mut word = team.sent();
    let by = word.by("Amal");
    let footer = word.part("word/footer1.xml");
    let end = footer.rfind("</w:p>").expect("a paragraph");
    let new = format!("<w:ins {by}><w:r><w:t>Draft of Monday</w:t></w:r></w:ins>");
    footer.insert_str(end, &new);
    let taken = team.taken(&word);
    let listed: Vec<(&str, &str, &str)> = taken
        .review
        .not_understood
        .iter()
        .map(|row| (&*row.unread.what, &*row.unread.author, &*row.unread.words))
        .collect();
    assert_eq!(listed, [("footer", "Amal", "Draft of Monday")]);
    assert_eq!(taken.review.suggestions, vec![]);
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
