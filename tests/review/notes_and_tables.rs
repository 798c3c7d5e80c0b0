//! Changes in footnotes, in tables and of the look.

use rostrum_core::model::review::{ByHand, SuggestionKind};

use crate::team::{Team, seen};

#[test]
fn words_of_a_footnote_are_changed_and_accepted_like_any_others() {
    let team = Team::new();
    let mut word = team.sent();
    let by = (word.by("Amal"), word.by("Amal"));
    let notes = word.part("word/footnotes.xml");
    *notes = notes.replace(
        "<w:r><w:t xml:space=\"preserve\">A note on the draft.</w:t></w:r>",
        &format!(
            "<w:r><w:t xml:space=\"preserve\">A note on the </w:t></w:r>\
             <w:del {}><w:r><w:delText>draft</w:delText></w:r></w:del>\
             <w:ins {}><w:r><w:t>zero draft</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>",
            by.0, by.1
        ),
    );
    let taken = team.taken(&word);
    assert_eq!(
        seen(&taken.review.suggestions),
        [(SuggestionKind::Replace, "Amal", "draft", "zero draft")]
    );
    let suggestion = &taken.review.suggestions[0].suggestion;
    assert_eq!(suggestion.place.part, "footnote");
    assert_eq!(suggestion.place.section.as_deref(), Some("Summary"));
    let body = team.accept_all(&taken);
    assert!(body.contains("[^1]: A note on the zero draft."), "{body}");
}

#[test]
fn a_footnote_changed_without_a_record_is_found() {
    let team = Team::new();
    let mut word = team.sent();
    let notes = word.part("word/footnotes.xml");
    *notes = notes.replace("A note on the draft.", "Another note on the draft.");
    let taken = team.taken(&word);
    assert_eq!(seen(&taken.review.suggestions), [(SuggestionKind::Replace, "", "A", "Another")]);
    assert_eq!(taken.review.not_understood, []);
    assert!(team.accept_all(&taken).contains("[^1]: Another note on the draft."));
}

#[test]
fn a_footnote_that_a_reviewer_writes_comes_with_its_mark() {
    let team = Team::new();
    let mut word = team.sent();
    let (by, mark) = (word.by("Amal"), word.by("Amal"));
    let (_, end) = word.run("closes it.");
    word.part("word/document.xml").insert_str(
        end,
        &format!("<w:ins {mark}><w:r><w:footnoteReference w:id=\"77\"/></w:r></w:ins>"),
    );
    let notes = word.part("word/footnotes.xml");
    *notes = notes.replace(
        "</w:footnotes>",
        &format!(
            "<w:footnote w:id=\"77\"><w:p><w:ins {by}><w:r><w:t>Say which.</w:t></w:r></w:ins></w:p>\
             </w:footnote></w:footnotes>"
        ),
    );
    let taken = team.taken(&word);
    let body = team.accept_all(&taken);
    let mark = body.split("closes it.[^").nth(1).and_then(|rest| rest.split(']').next());
    let mark = mark.expect("a mark behind the words");
    assert!(body.contains(&format!("[^{mark}]: Say which.")), "{body}");
}

/// A row as Word writes one that was put in.
fn row(by: &str, cells: [&str; 2]) -> String {
    let cell = |words: &str| {
        format!("<w:tc><w:p><w:ins {by}><w:r><w:t>{words}</w:t></w:r></w:ins></w:p></w:tc>")
    };
    format!("<w:tr><w:trPr><w:ins {by}/></w:trPr>{}{}</w:tr>", cell(cells[0]), cell(cells[1]))
}

#[test]
fn rows_that_come_are_put_into_the_table() {
    let team = Team::new();
    let mut word = team.sent();
    let by = word.by("Amal");
    let (start, _) = word.paragraph("Reporting");
    let text = word.part("word/document.xml");
    let end = start + text[start..].find("</w:tr>").expect("its row") + "</w:tr>".len();
    let new = row(&by, ["Testing", "planned | later"]);
    text.insert_str(end, &new);
    let taken = team.taken(&word);
    assert_eq!(
        seen(&taken.review.suggestions),
        [(SuggestionKind::Insert, "Amal", "", "Testing | planned | later")]
    );
    let body = team.accept_all(&taken);
    assert!(
        body.contains("| Reporting | done |\n| Testing | planned \\| later |\n| Sharing | open |"),
        "{body}"
    );
}

#[test]
fn a_row_at_the_end_and_one_nobody_recorded_come_in_too() {
    let team = Team::new();
    let mut word = team.sent();
    let (start, _) = word.paragraph("Sharing");
    let text = word.part("word/document.xml");
    let end = start + text[start..].find("</w:tr>").expect("its row") + "</w:tr>".len();
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let new = format!("<w:tr>{}{}</w:tr>", cell("Training"), cell("asked"));
    text.insert_str(end, &new);
    let taken = team.taken(&word);
    let body = team.accept_all(&taken);
    assert!(body.contains("| Sharing | open |\n| Training | asked |\n\nThe last"), "{body}");
}

#[test]
fn a_row_of_another_width_has_to_be_put_in_by_hand() {
    let team = Team::new();
    let mut word = team.sent();
    let by = word.by("Amal");
    let (start, _) = word.paragraph("Sharing");
    let text = word.part("word/document.xml");
    let end = start + text[start..].find("</w:tr>").expect("its row") + "</w:tr>".len();
    let new = row(&by, ["Training", "asked"]).replacen("</w:tr>", "<w:tc><w:p/></w:tc></w:tr>", 1);
    text.insert_str(end, &new);
    let taken = team.taken(&word);
    assert_eq!(taken.review.suggestions[0].hindrance, ByHand::Table);
}

#[test]
fn words_in_a_cell_that_was_put_in_are_for_a_person_to_place() {
    let team = Team::new();
    let mut word = team.sent();
    for (at, words) in ["Reporting", "Sharing"].iter().enumerate() {
        let by = word.by("Amal");
        let (start, _) = word.paragraph(words);
        let text = word.part("word/document.xml");
        let end = start + text[start..].find("</w:tr>").expect("its row");
        let cell = format!(
            "<w:tc><w:tcPr><w:cellIns {by}/></w:tcPr><w:p><w:ins {by}><w:r><w:t>new {at}</w:t>\
             </w:r></w:ins></w:p></w:tc>"
        );
        text.insert_str(end, &cell);
    }
    let taken = team.taken(&word);
    let rows: Vec<(&str, ByHand)> = taken
        .review
        .suggestions
        .iter()
        .map(|row| (&*row.suggestion.after, row.hindrance))
        .collect();
    assert_eq!(rows, [("new 0", ByHand::Table), ("new 1", ByHand::Table)]);
    let told: Vec<&str> =
        taken.review.not_understood.iter().map(|row| &*row.unread.words).collect();
    assert_eq!(told, ["new 0", "new 1"]);
}

#[test]
fn a_note_that_comes_or_goes_is_told_by_its_words() {
    let team = Team::new();
    let mut word = team.sent();
    let by = word.by("Amal");
    let text = word.part("word/document.xml");
    let at = text.find("<w:footnoteReference").expect("the mark of a note");
    let start = text[..at].rfind("<w:r>").expect("its run");
    let end = at + text[at..].find("</w:r>").expect("its end") + "</w:r>".len();
    let gone = format!("<w:del {by}>{}</w:del>", &text[start..end]);
    text.replace_range(start..end, &gone);
    let taken = team.taken(&word);
    assert_eq!(
        seen(&taken.review.suggestions),
        [(SuggestionKind::Delete, "Amal", "A note on the draft.", "")]
    );
    assert!(!team.accept_all(&taken).contains("draft.[^1]"));
}

#[test]
fn a_paragraph_that_moved_in_word_is_one_suggestion() {
    let team = Team::new();
    let mut word = team.sent();
    let (start, end) = word.paragraph("The last words stand here.");
    let (from, to) = (word.by("Amal"), word.by("Amal"));
    let text = word.part("word/document.xml");
    let own = text[start..end].to_owned();
    let moved = |tag: &str, by: &str| {
        own.replacen("</w:pPr>", &format!("<w:rPr><w:{tag} {by}/></w:rPr></w:pPr>"), 1)
            .replace("<w:r>", &format!("<w:{tag} {by}><w:r>"))
            .replace("</w:r>", &format!("</w:r></w:{tag}>"))
    };
    let source = format!(
        "<w:moveFromRangeStart {from} w:name=\"move1\"/>{}<w:moveFromRangeEnd/>",
        moved("moveFrom", &from)
    );
    let goal = format!(
        "<w:moveToRangeStart {to} w:name=\"move1\"/>{}<w:moveToRangeEnd/>",
        moved("moveTo", &to)
    );
    text.replace_range(start..end, &source);
    let (start, _) = word.paragraph("A second paragraph");
    word.part("word/document.xml").insert_str(start, &goal);
    let taken = team.taken(&word);
    let kinds: Vec<SuggestionKind> =
        taken.review.suggestions.iter().map(|row| row.suggestion.kind).collect();
    assert_eq!(kinds, [SuggestionKind::Move]);
    let body = team.accept_all(&taken);
    assert!(body.contains("out.\n\nThe last words stand here.\n\nA second"), "{body}");
    assert_eq!(body.matches("The last words").count(), 1);
}

#[test]
fn changes_of_the_look_are_listed_in_words() {
    let team = Team::new();
    let mut word = team.sent();
    let by = word.by("Amal");
    word.rewrite(
        "<w:r><w:t xml:space=\"preserve\">A second paragraph",
        &format!(
            "<w:r><w:rPr><w:b/><w:sz w:val=\"28\"/><w:rPrChange {by}><w:rPr/></w:rPrChange></w:rPr>\
             <w:t xml:space=\"preserve\">A second paragraph"
        ),
    );
    let by = word.by("Boris");
    let (start, end) = word.paragraph("The last words stand here.");
    let text = word.part("word/document.xml");
    let own = &text[start..end];
    let was = own.split("<w:pPr>").nth(1).and_then(|rest| rest.split("</w:pPr>").next());
    let was = was.expect("properties");
    let own = own.replacen(
        "</w:pPr>",
        &format!(
            "<w:jc w:val=\"center\"/><w:pPrChange {by}><w:pPr>{was}</w:pPr></w:pPrChange></w:pPr>"
        ),
        1,
    );
    text.replace_range(start..end, &own);
    let taken = team.taken(&word);
    assert_eq!(taken.review.suggestions, []);
    let listed: Vec<(&str, &str, &str)> = taken
        .review
        .not_understood
        .iter()
        .map(|row| (&*row.unread.author, &*row.unread.detail, &*row.unread.words))
        .collect();
    assert_eq!(
        listed,
        [
            ("Amal", "bold, size", "A second paragraph of this section closes it."),
            ("Boris", "alignment", "The last words stand here."),
        ]
    );
}
