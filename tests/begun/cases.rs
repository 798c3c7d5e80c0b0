//! Word files as people make them, case by case.

use rostrum_core::begun::{How, Taken};
use rostrum_core::model::document::Document;
use rostrum_core::model::review::{Decision, ReviewThing};
use rostrum_core::model::{Call, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx};
use rostrum_tests::word::Word;

use crate::scene::{call, taken};

const SECTIONS: [&str; 4] = ["Summary", "General comments", "Recommendations", "Conclusion"];

/// A document with this text, for changing it as Word would.
fn word(body: &str) -> Word {
    let statement = Statement { body: body.into(), ..Statement::default() };
    let call = Call::default();
    let composition = Composition {
        statement: &statement,
        call: &call,
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    };
    let document: Document = compose(&composition).document;
    Word::open(&docx(&document, &rostrum_core::model::PictureBytes::new()).expect("a document"))
}

fn of(word: &Word) -> Taken {
    taken(&word.save(), "begun.docx", &call(&SECTIONS))
}

fn text(words: &str) -> Taken {
    taken(words.as_bytes(), "begun.md", &call(&SECTIONS))
}

fn sections(taken: &Taken) -> Vec<(&str, &str, How)> {
    let all = taken.report.sections.iter();
    all.map(|s| (s.name.as_str(), s.heading.as_str(), s.how)).collect()
}

fn changed(taken: &Taken) -> Vec<(&str, &str, &str)> {
    let all = taken.report.changed.iter();
    all.map(|c| (c.what.as_str(), c.place.as_str(), c.words.as_str())).collect()
}

#[test]
fn headings_become_the_sections_they_name_and_others_stay() {
    let taken = text(
        "# 1. Summary\n\nA.\n\n# Key recommendations\n\nB.\n\n## To States\n\nC.\n\n# Annex\n\nD.",
    );
    assert_eq!(
        sections(&taken),
        [
            ("Summary", "1. Summary", How::Same),
            ("General comments", "", How::Empty),
            ("Recommendations", "Key recommendations", How::Near),
            ("Annex", "Annex", How::Own),
            ("Conclusion", "", How::Empty),
        ]
    );
    assert_eq!(
        taken.body.trim_end(),
        "# Summary\n\nA.\n\n# General comments\n\n# Recommendations\n\nB.\n\n## To States\n\nC.\n\n\
         # Annex\n\nD.\n\n# Conclusion"
    );
    assert!(changed(&taken).contains(&("section", "Recommendations", "Key recommendations")));
}

#[test]
fn text_without_headings_goes_to_the_first_section() {
    let taken = text("First words.\n\nMore words.");
    assert_eq!(sections(&taken)[0], ("Summary", "", How::Unheaded));
    assert!(taken.body.starts_with("# Summary\n\nFirst words.\n\nMore words.\n\n"));
}

#[test]
fn short_bold_lines_are_headings_where_nothing_else_is() {
    let taken = text("**Summary**\n\nA.\n\n**What we saw**\n\nB.");
    assert_eq!(sections(&taken)[0], ("Summary", "Summary", How::Same));
    assert!(sections(&taken).contains(&("What we saw", "What we saw", How::Own)));
    assert!(changed(&taken).contains(&("made_heading", "", "What we saw")));
}

#[test]
fn the_only_heading_above_all_others_is_the_title() {
    let taken = text("# Comments of the Lab\n\n## Summary\n\nA.\n\n## Recommendations\n\nB.");
    assert_eq!(taken.title, "Comments of the Lab");
    assert_eq!(sections(&taken)[0], ("Summary", "Summary", How::Same));
}

#[test]
fn notes_that_are_references_become_sources_and_others_stay_notes() {
    let taken = text(
        "# Summary\n\nA.[^1] B.[^2] C.[^3]\n\n[^1]: See A/79/214, para. 31.\n\n\
         [^2]: We thank all who helped.\n\n[^3]: Example Lab, Counting harm, https://example.org/a.",
    );
    assert!(
        taken.body.starts_with(
            "# Summary\n\nA.[@A-79-214, para. 31] B.[^1] C.[@example-lab-counting]\n\n\
             [^1]: We thank all who helped."
        ),
        "{}",
        taken.body
    );
    let keys: Vec<&str> = taken.sources.iter().map(|s| s.key.as_str()).collect();
    assert_eq!(keys, ["A-79-214", "example-lab-counting"]);
    assert!(changed(&taken).contains(&("source", "Summary", "See A/79/214, para. 31.")));
    assert_eq!((taken.report.kept.notes, taken.report.kept.sources), (1, 2));
}

#[test]
fn recorded_changes_are_taken_as_accepted_and_told() {
    let mut word = word("# Summary\n\nStates should share findings with all.");
    word.record("Ana", "States ", "should", "shall");
    let taken = of(&word);
    assert!(taken.body.contains("States shall share findings"), "{}", taken.body);
    let told: Vec<(&str, &str, &str)> = taken
        .report
        .changed
        .iter()
        .chain(&taken.report.not_carried)
        .map(|c| (c.what.as_str(), c.by.as_str(), c.words.as_str()))
        .collect();
    assert_eq!(told, [("inserted", "Ana", "shall"), ("deleted", "Ana", "should")]);
}

#[test]
fn comments_become_remarks_with_their_answers() {
    let mut word = word("# Summary\n\nStates share findings.");
    word.comment("States share findings.", &[("Ana", "All of them?"), ("Ben", "Most.")], true);
    let taken = of(&word);
    let [first, second] = taken.remarks.as_slice() else { panic!("{:?}", taken.remarks) };
    let ReviewThing::Comment(comment) = &first.thing else { panic!("{first:?}") };
    assert_eq!(
        (comment.author.as_str(), comment.words.as_str(), comment.text.as_str()),
        ("Ana", "States share findings.", "All of them?")
    );
    assert_eq!(comment.place.section.as_deref(), Some("Summary"));
    assert_eq!(first.decision, Decision::Resolved);
    let ReviewThing::Answer(answer) = &second.thing else { panic!("{second:?}") };
    assert_eq!((answer.to.as_str(), answer.text.as_str()), (first.id.as_str(), "Most."));
}

#[test]
fn hidden_words_pictures_and_page_headers_are_listed() {
    let mut word = word("# Summary\n\nStates share findings.");
    word.rewrite(
        "States share findings.</w:t></w:r>",
        "States share findings.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not yet</w:t></w:r>\
         <w:r><w:drawing><wp:inline xmlns:wp=\"wp\"><wp:docPr id=\"7\" name=\"Picture 1\" \
         descr=\"A map\"/></wp:inline></w:drawing></w:r>",
    );
    word.add(
        "header9.xml",
        "header",
        "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>Working copy</w:t></w:r></w:p></w:hdr>",
    );
    let listed: Vec<(String, String)> =
        of(&word).report.not_carried.into_iter().map(|entry| (entry.what, entry.words)).collect();
    for wanted in [("hidden", "Not yet"), ("picture", "A map"), ("header", "Working copy")] {
        assert!(listed.contains(&(wanted.0.into(), wanted.1.into())), "{wanted:?} in {listed:?}");
    }
}

#[test]
fn a_table_of_contents_is_left_out_and_told() {
    let mut word = word("# Summary\n\nOne.\n\nStates share findings.");
    word.rewrite(
        "<w:t xml:space=\"preserve\">One.</w:t></w:r>",
        "<w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o </w:instrText>\
         <w:fldChar w:fldCharType=\"separate\"/><w:t>Summary 1</w:t>\
         <w:fldChar w:fldCharType=\"end\"/></w:r>",
    );
    let taken = of(&word);
    assert!(!taken.body.contains("Summary 1"), "{}", taken.body);
    let told = taken.report.not_carried.iter().find(|c| c.what == "contents");
    assert_eq!(told.map(|c| c.words.as_str()), Some("Summary 1"));
}

#[test]
fn looks_that_a_statement_has_not_are_told_with_their_words() {
    let mut word = word("# Summary\n\nStates share findings.");
    word.rewrite(
        "<w:r><w:t xml:space=\"preserve\">States",
        "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>States",
    );
    let taken = of(&word);
    assert!(taken.body.contains("\n\nStates share findings.\n"));
    assert!(changed(&taken).contains(&("underline", "Summary", "States share findings.")));
}

#[test]
fn emphasis_that_markdown_cannot_write_goes_and_the_words_stay() {
    let mut word = word("# Summary\n\nStates share findings.");
    word.rewrite(
        "<w:t xml:space=\"preserve\">States share findings.</w:t>",
        "<w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>(b)</w:t></w:r><w:r><w:t>c</w:t>",
    );
    let taken = of(&word);
    assert!(taken.body.contains("\n\na(b)c\n"), "{}", taken.body);
    assert!(changed(&taken).contains(&("emphasis", "Summary", "a(b)c")));
}

#[test]
fn numbers_that_the_call_prints_itself_are_taken_off() {
    use rostrum_core::model::call::{Permission, Stated};
    let mut numbered = call(&SECTIONS);
    numbered.numbered_paragraphs =
        Some(Stated { value: Permission::Required, ..Stated::default() });
    let statement = Statement {
        body: "# Summary\n\nOne.\n\n# Recommendations\n\nTwo.\n\n- a\n- b\n".into(),
        ..Statement::default()
    };
    let composition = Composition {
        statement: &statement,
        call: &numbered,
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    };
    let bytes = docx(&compose(&composition).document, &rostrum_core::model::PictureBytes::new())
        .expect("a document");
    let taken = taken(&bytes, "sent.docx", &numbered);
    assert_eq!(
        taken.body.trim_end(),
        "# Summary\n\nOne.\n\n# General comments\n\n# Recommendations\n\nTwo.\n\n- a\n- b\n\n\
         # Conclusion"
    );
    assert!(changed(&taken).iter().any(|(what, ..)| *what == "paragraph_number"));
}
