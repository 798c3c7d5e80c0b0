//! What partners moved: all of it stands where they put it, with its marks, notes and pictures.

use rostrum_core::model::review::{ByHand, SuggestionKind};
use rostrum_tests::word::Word;

use crate::pictures::{drawing, team};
use crate::team::Team;

const SUMMARY: &str = "The first words stand here.\n\n\
A paragraph that **moves** with [a link](https://example.org/a) and a note.[^1]\n\n\
- One point\n- Another *point*\n\n\
The last words stand here.\n\n[^1]: A note on the *draft*.";

/// Moves a stretch of paragraphs to before the one with some words, as Word records it: the end
/// of a paragraph says that it moves before the name of the move is said.
fn moved_in_word(word: &mut Word, from: std::ops::Range<usize>, before: &str) {
    let own = word.part("word/document.xml")[from.clone()].to_owned();
    let mut side = |tag: &str| {
        let by = word.by("Amal");
        let id = by.split('"').nth(1).expect("an id").to_owned();
        let own = own
            .replace("</w:pPr>", &format!("<w:rPr><w:{tag} {by}/></w:rPr></w:pPr>"))
            .replace("<w:r>", &format!("<w:{tag} {by}><w:r>"))
            .replace("</w:r>", &format!("</w:r></w:{tag}>"));
        let begin = format!("</w:pPr><w:{tag}RangeStart {by} w:name=\"move1\"/>");
        format!("{}<w:{tag}RangeEnd w:id=\"{id}\"/>", own.replacen("</w:pPr>", &begin, 1))
    };
    let (gone, come) = (side("moveFrom"), side("moveTo"));
    word.part("word/document.xml").replace_range(from, &gone);
    let (start, _) = word.paragraph(before);
    word.part("word/document.xml").insert_str(start, &come);
}

fn kinds(taken: &rostrum_kit::desk::wire::ReviewTaken) -> Vec<SuggestionKind> {
    taken.review.suggestions.iter().map(|row| row.suggestion.kind).collect()
}

#[test]
fn a_paragraph_that_word_moved_takes_its_marks_links_and_notes_along() {
    let team = Team::new();
    team.write(SUMMARY);
    let mut word = team.sent();
    let (start, end) = word.paragraph("A paragraph that ");
    moved_in_word(&mut word, start..end, "The last words");
    let taken = team.taken(&word);
    assert_eq!(kinds(&taken), [SuggestionKind::Move]);
    let body = team.accept_all(&taken);
    let expected = "The first words stand here.\n\n- One point\n- Another *point*\n\n\
        A paragraph that **moves** with [a link](https://example.org/a) and a note.[^1]\n\n\
        The last words stand here.\n\n[^1]: A note on the *draft*.";
    assert!(body.contains(expected), "{body}");
}

#[test]
fn words_that_were_changed_where_they_came_are_kept() {
    let team = Team::new();
    team.write(SUMMARY);
    let mut word = team.sent();
    let (start, end) = word.paragraph("The first words");
    moved_in_word(&mut word, start..end, "The last words");
    let text = word.part("word/document.xml");
    let second = text.rfind("The first words").expect("where it came");
    text.replace_range(second..second + "The first".len(), "Other");
    let taken = team.taken(&word);
    let body = team.accept_all(&taken);
    assert!(body.contains("Other words stand here.\n\nThe last words"), "{body}");
    assert!(!body.contains("The first"), "{body}");
}

#[test]
fn an_item_that_moved_is_an_item_where_it_comes() {
    let team = Team::new();
    team.write(SUMMARY);
    let mut word = team.sent();
    let (start, end) = word.paragraph("Another ");
    moved_in_word(&mut word, start..end, "One point");
    let taken = team.taken(&word);
    assert_eq!(kinds(&taken), [SuggestionKind::Move]);
    let body = team.accept_all(&taken);
    assert!(body.contains("\n\n- Another *point*\n- One point\n\nThe last"), "{body}");
}

#[test]
fn a_picture_that_word_moved_comes_with_its_caption() {
    let team = team();
    let mut word = team.sent();
    let text = word.part("word/document.xml").clone();
    let (start, _) = drawing(&text, "chart.png");
    let (_, end) = word.paragraph("by the secretariat");
    moved_in_word(&mut word, start..end, "The last words");
    let taken = team.taken(&word);
    assert_eq!(kinds(&taken), [SuggestionKind::Move]);
    let before = team.body();
    let body = team.accept_all(&taken);
    let picture =
        "![Columns of five years](chart.png \"Reports *each year*, by the secretariat\")\n\n";
    let expected = before
        .replacen(picture, "", 1)
        .replace("The last words", &format!("{picture}The last words"));
    assert_eq!(body, expected);
}

#[test]
fn a_picture_that_moved_away_from_its_caption_is_for_a_person_to_place() {
    let team = team();
    let mut word = team.sent();
    let (start, end) = drawing(word.part("word/document.xml"), "chart.png");
    moved_in_word(&mut word, start..end, "The last words");
    let taken = team.taken(&word);
    assert_eq!(kinds(&taken), [SuggestionKind::Move]);
    assert_eq!(taken.review.suggestions[0].hindrance, ByHand::Markup);
}

#[test]
fn a_stretch_that_was_moved_by_hand_keeps_its_lists_notes_and_pictures() {
    let team = team();
    team.write(&format!(
        "{SUMMARY}\n\n## Figures\n\n- An item\n\n  ![A row](band.png)\n\nThe end."
    ));
    let mut word = team.sent();
    let text = word.part("word/document.xml").clone();
    let (start, _) = word.paragraph("A paragraph that ");
    let (_, end) = word.paragraph("Another ");
    let own = text[start..end].to_owned();
    word.part("word/document.xml").replace_range(start..end, "");
    let (_, end) = drawing(word.part("word/document.xml"), "band.png");
    word.part("word/document.xml").insert_str(end, &own);
    let taken = team.taken(&word);
    assert_eq!(kinds(&taken), [SuggestionKind::Move]);
    let body = team.accept_all(&taken);
    for once in ["**moves**", "a note.[^1]", "[^1]: A note", "*point*", "](band.png)", "The end."] {
        assert_eq!(body.matches(once).count(), 1, "{once} in {body}");
    }
    let (picture, moved) = (body.find("](band.png)"), body.find("**moves**"));
    assert!(picture < moved, "{body}");
}

#[test]
fn a_list_that_loses_its_first_item_counts_from_the_same_number() {
    let team = Team::new();
    team.write("Words before.\n\n1. One point\n2. Another\n3. A third\n\nWords behind.");
    let mut word = team.sent();
    word.strike_paragraph("Amal", "One point");
    let taken = team.taken(&word);
    assert_eq!(kinds(&taken), [SuggestionKind::Delete]);
    let body = team.accept_all(&taken);
    assert!(body.contains("before.\n\n1. Another\n3. A third\n\nWords behind."), "{body}");
}
