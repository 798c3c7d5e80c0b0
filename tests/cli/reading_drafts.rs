//! What a person asks of the drafts of a statement: find, outline, words explained, and the count
//! of a draft whose labels stand in it as words.

use crate::command::{Home, example};

fn home_with_draft() -> Home {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home.json(&["draft", "add", "s.rostrum", &example("zero-draft.docx")]);
    home
}

#[test]
fn words_are_found_in_every_draft_with_their_paragraph() {
    let home = home_with_draft();
    home.write("other.md", "# Another text\n\n1. Ferries and harbours are kept open.\n");
    home.json(&["draft", "add", "s.rostrum", "other.md"]);
    let found = home.json(&["draft", "find", "s.rostrum", "harbours", "open"]);
    assert_eq!(found["total"], 1, "{found}");
    assert_eq!(found["drafts"][0]["name"], "other.md");
    let nothing = home.json(&["draft", "find", "s.rostrum", "\"open harbours\""]);
    assert_eq!(nothing["total"], 0, "words in quotation marks stand one after the other");
    let part = home.json(&["draft", "find", "s.rostrum", "harbour"]);
    let whole = home.json(&["draft", "find", "s.rostrum", "harbour", "--whole"]);
    assert_eq!((part["total"].as_u64(), whole["total"].as_u64()), (Some(1), Some(0)));
}

#[test]
fn what_a_fix_changes_is_found_as_it_stands_then() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home.write("other.md", "1. Ferries are kept open.\n\n2. Page furniture.\n");
    home.json(&["draft", "add", "s.rostrum", "other.md"]);
    let find = || home.json(&["draft", "find", "s.rostrum", "furniture"])["total"].as_u64();
    assert_eq!(find(), Some(1));
    let said = home.run(&["draft", "fix", "s.rostrum", "drop", "2"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(find(), Some(0));
}

#[test]
fn the_outline_counts_paragraphs_and_words_under_each_heading() {
    let home = home_with_draft();
    let outline = home.json(&["draft", "outline", "s.rostrum"]);
    assert_eq!((&outline["language"], &outline["direction"]), (&"en".into(), &"ltr".into()));
    let sections = outline["sections"].as_array().expect("sections");
    let number = |at: usize, name: &str| sections[at][name].as_u64().unwrap_or_default();
    assert_eq!(sections[0]["level"], 0, "the whole comes first");
    let outer = |name: &str| -> u64 {
        let outermost = (1..sections.len()).filter(|at| number(*at, "level") == 1);
        outermost.map(|at| number(at, name)).sum()
    };
    assert!(number(0, "words") > 500 && outer("words") > 500, "{outline}");
    assert!(outer("paragraphs") <= number(0, "paragraphs"), "{outline}");
}

#[test]
fn the_glossary_explains_the_words_that_hold_some_letters() {
    let home = Home::new();
    let all = home.json(&["glossary"])["terms"].as_array().map_or(0, Vec::len);
    let some = home.json(&["glossary", "addend"]);
    let terms = some["terms"].as_array().expect("terms");
    assert!(!terms.is_empty() && terms.len() < all, "{some}");
    assert!(terms.iter().any(|term| term["term"] == "addendum"), "{some}");
}

#[test]
fn a_label_that_is_typed_counts_as_a_word_and_an_automatic_number_does_not() {
    let home = Home::new();
    let typed = "1. States recall the norms.\n\n(a) They agree.\n";
    // The same words: in Markdown `1.` makes a list, whose numbers Word makes itself.
    home.write("typed.txt", typed);
    home.write("listed.md", typed);
    home.write("plain.txt", "States recall the norms.\n\nThey agree.\n");
    let total = |name: &str| home.json(&["count", name])["total"].as_u64();
    assert_eq!(total("plain.txt"), Some(6));
    assert_eq!(total("typed.txt"), Some(8));
    assert_eq!(total("listed.md"), Some(7));
}
