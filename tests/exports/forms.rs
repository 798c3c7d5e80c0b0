//! The statement for a form in a browser.

use rostrum_core::webform::{FieldState, FormStyle, NotePlace, web_form};
use rostrum_kit::desk::wire::{ExportRequest, ExportStyle, FormRequest, HeaderRequest};
use rostrum_kit::desk::wire::{NewStatementRequest, SectionRequest};
use rostrum_tests::everything::everything;

use super::Work;

fn asked(work: &Work) -> FormRequest {
    FormRequest { file: work.file.clone(), ..FormRequest::default() }
}

#[test]
fn each_question_has_its_text_with_the_letters_of_a_keyboard() {
    let work = Work::new();
    let form = work.desk.form_show(asked(&work)).expect("a form");
    let summary = form.fields.iter().find(|field| field.id == "summary").expect("the summary");
    assert_eq!(summary.text, "We welcome the draft - \"in full\".[1]\n\n[1] See A/79/214.");
    let kinds: Vec<&str> = form.fields.iter().map(|field| field.kind.as_str()).collect();
    assert_eq!(kinds[0], "title");
    assert!(kinds.contains(&"header") && kinds.contains(&"section"), "{kinds:?}");
    let style =
        ExportStyle { notes: "brackets".into(), dashes: "kept".into(), ..ExportStyle::default() };
    let form = work.desk.form_show(FormRequest { style, ..asked(&work) }).expect("a form");
    let summary = form.fields.iter().find(|field| field.id == "summary").expect("the summary");
    assert_eq!(summary.text, "We welcome the draft — \"in full\". [See A/79/214.]");
}

#[test]
fn a_field_is_held_against_the_limit_of_its_question() {
    let work = Work::new();
    let file = work.path("answers.rostrum");
    work.desk
        .statement_new(NewStatementRequest {
            file: file.clone(),
            call: "ngo-committee-answers-2022".into(),
            title: "Answers".into(),
            organisation: "Example Lab".into(),
            skeleton: String::new(),
        })
        .expect("a statement");
    for (section, words) in [("question-1", 510), ("question-2", 460), ("question-3", 10)] {
        let text = "word ".repeat(words);
        let request = SectionRequest { file: file.clone(), section: section.into(), text };
        work.desk.section_write(request).expect("written");
    }
    let request = FormRequest { file: file.clone(), ..FormRequest::default() };
    let form = work.desk.form_show(request).expect("a form");
    let states: Vec<(u32, Option<u32>, u32, FieldState)> = form
        .fields
        .iter()
        .filter(|field| field.id.starts_with("question"))
        .map(|field| (field.words, field.limit, field.over, field.state))
        .collect();
    assert_eq!(
        states,
        [
            (510, Some(500), 10, FieldState::Over),
            (460, Some(500), 0, FieldState::Near),
            (10, Some(500), 0, FieldState::Fits),
            (0, Some(500), 0, FieldState::Fits),
        ]
    );
}

#[test]
fn the_fields_lie_in_one_text_each_under_its_question() {
    let work = Work::new();
    let request = HeaderRequest {
        file: work.file.clone(),
        field: "title".into(),
        value: "On harbours".into(),
    };
    work.desk.header_set(request).expect("set");
    let out = work.path("form.txt");
    let request = ExportRequest {
        file: work.file.clone(),
        format: "form".into(),
        layout: String::new(),
        out: out.clone(),
    };
    work.desk.export(request).expect("written");
    let text = std::fs::read_to_string(out).expect("a text");
    assert!(text.starts_with("=== Title (2 words, 11 characters) ===\n\nOn harbours\n"), "{text}");
    assert!(text.contains("=== Summary ("), "{text}");
}

#[test]
fn every_word_of_a_statement_that_uses_everything_stands_in_a_field_once() {
    let all = everything();
    let composed = all.composed(rostrum_core::render::Layout::Prose);
    let (document, standing) = (&composed.document, all.statement.standing());
    for notes in [NotePlace::End, NotePlace::Brackets] {
        let style = FormStyle { notes, ..FormStyle::default() };
        let form = web_form(document, &all.call, standing, style);
        let text: Vec<&str> = form.fields.iter().map(|field| field.text.as_str()).collect();
        let text = text.join("\n");
        for words in [
            "We welcome the draft",
            "a detail",
            "Its second line",
            "Reporting",
            "Sharing",
            "Quoted words from elsewhere.",
            "An own heading",
            "هذا بيان قصير",
            "A second note.",
            "The draft is clear.",
            "It names the harm.",
        ] {
            assert_eq!(text.matches(words).count(), 1, "{words:?} in {text}");
        }
        assert!(
            !text.contains(['\u{a0}', '\u{ad}', '\u{200b}', '“', '”', '’', '—', '–']),
            "{text}"
        );
    }
}
