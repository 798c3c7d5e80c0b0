//! Pictures that went out to partners and came back.

use rostrum_core::model::review::{ByHand, Decision, SuggestionKind};
use rostrum_kit::desk::wire::{PictureAddRequest, SuggestionRow};
use rostrum_tests::peers::converted;
use rostrum_tests::pictures;

use crate::team::{Team, seen};

const SUMMARY: &str = "We welcome the draft.\n\n\
![Columns of five years](chart.png \"Reports *each year*, by the secretariat\")\n\n\
A paragraph with ![colours that run](photo.jpg) a picture in it.\n\n\
- One point\n\n  ![A long row](band.png)\n- Another point\n\n\
The last words stand here.";

/// A team whose statement shows three pictures.
pub(crate) fn team() -> Team {
    let team = Team::new();
    let bytes = pictures::bytes();
    for name in ["chart.png", "photo.jpg", "band.png"] {
        let picture = pictures::picture(name);
        let path = team.path(name);
        std::fs::write(&path, &bytes[&picture.sha256]).expect("disk");
        let request = PictureAddRequest {
            file: team.file.clone(),
            path: path.to_string_lossy().into_owned(),
            ..PictureAddRequest::default()
        };
        team.desk.picture_add(request).expect("added");
    }
    team.write(SUMMARY);
    team
}

pub(crate) fn drawing(text: &str, name: &str) -> (usize, usize) {
    let at = text.find(&format!("name=\"{name}\"")).expect("the picture");
    let start = text[..at].rfind("<w:p>").expect("its paragraph");
    (start, at + text[at..].find("</w:p>").expect("its end") + "</w:p>".len())
}

fn suggested(rows: &[SuggestionRow]) -> Vec<(SuggestionKind, String, String)> {
    seen(rows).iter().map(|(kind, _, b, a)| (*kind, (*b).to_owned(), (*a).to_owned())).collect()
}

#[test]
fn pictures_that_nobody_touched_say_nothing() {
    let team = team();
    let taken = team.taken(&team.sent());
    assert!(taken.known);
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

#[test]
fn nor_do_those_that_libreoffice_opened_and_saved() {
    let team = team();
    drop(team.sent());
    let folder = tempfile::tempdir().expect("a folder");
    let Some(files) = converted(folder.path(), &[team.path("sent.docx")], "docx") else { return };
    let bytes = std::fs::read(&files[0]).expect("the converted file");
    let taken = team.back("lo.docx", &bytes).expect("it is read");
    assert!(taken.known, "the mark of the export came back");
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

#[test]
fn other_words_for_what_a_picture_shows_are_a_suggestion() {
    let team = team();
    let mut word = team.sent();
    word.rewrite("descr=\"Columns of five years\"", "descr=\"Five [tall] columns\"");
    word.rewrite("descr=\"colours that run\"", "descr=\"\"");
    let taken = team.taken(&word);
    assert_eq!(
        suggested(&taken.review.suggestions),
        [
            (SuggestionKind::Replace, "Columns of five years".into(), "Five [tall] columns".into()),
            (SuggestionKind::Delete, "colours that run".into(), String::new()),
        ]
    );
    let expected = team
        .body()
        .replace("![Columns of five years]", "![Five \\[tall\\] columns]")
        .replace("![colours that run]", "![]");
    assert_eq!(team.accept_all(&taken), expected);
    let again = team.taken(&team.sent());
    let open = again.review.suggestions.iter().filter(|row| row.decision == Decision::Open);
    assert_eq!(open.count(), 0, "what was sent anew has the new words");
}

#[test]
fn a_caption_is_changed_like_any_words() {
    let team = team();
    let mut word = team.sent();
    word.record("Amal", ", by the ", "secretariat", "\"secretariat\" (UN)");
    let taken = team.taken(&word);
    assert_eq!(taken.review.suggestions.len(), 1);
    let body = team.accept_all(&taken);
    assert!(
        body.contains(r#"(chart.png "Reports *each year*, by the \"secretariat\" \(UN\)")"#),
        "{body}"
    );
}

#[test]
fn a_picture_that_was_taken_out_goes_recorded_or_not() {
    for recorded in [true, false] {
        let team = team();
        let mut word = team.sent();
        if recorded {
            word.strike_paragraph("Amal", "name=\"chart.png\"");
            word.strike_paragraph("Amal", "by the secretariat");
        } else {
            let text = word.part("word/document.xml");
            let (start, end) = drawing(text, "chart.png");
            let caption = end + text[end..].find("</w:p>").expect("its caption") + "</w:p>".len();
            text.replace_range(start..caption, "");
        }
        let taken = team.taken(&word);
        let rows = &taken.review.suggestions;
        let found = suggested(rows);
        let both = "[Picture: Columns of five years]\nReports each year, by the secretariat";
        assert_eq!(found, [(SuggestionKind::Delete, both.to_owned(), String::new())], "{recorded}");
        assert_eq!(taken.review.not_understood, vec![]);
        let body = team.accept_all(&taken);
        assert!(
            body.contains("We welcome the draft.\n\nA paragraph with ![colours"),
            "{recorded}: {body}"
        );
    }
}

#[test]
fn a_picture_among_words_goes_without_them() {
    let team = team();
    let mut word = team.sent();
    let text = word.part("word/document.xml");
    let (start, end) = drawing(text, "photo.jpg");
    text.replace_range(start..end, "");
    let taken = team.taken(&word);
    let body = team.accept_all(&taken);
    assert!(body.contains("A paragraph with a picture in it."), "{body}");
}

#[test]
fn a_picture_that_was_moved_is_one_move() {
    let team = team();
    let mut word = team.sent();
    let text = word.part("word/document.xml");
    let (start, end) = drawing(text, "chart.png");
    let caption = end + text[end..].find("</w:p>").expect("its caption") + "</w:p>".len();
    let both: String = text.drain(start..caption).collect();
    let last = text.find("The last words stand here.").expect("the last words");
    let after = last + text[last..].find("</w:p>").expect("their end") + "</w:p>".len();
    text.insert_str(after, &both);
    let taken = team.taken(&word);
    let kinds: Vec<_> = taken.review.suggestions.iter().map(|r| r.suggestion.kind).collect();
    assert_eq!(kinds, [SuggestionKind::Move], "{:#?}", taken.review.suggestions);
    let body = team.accept_all(&taken);
    let image = "![Columns of five years](chart.png \"Reports *each year*, by the secretariat\")";
    assert!(body.contains(&format!("The last words stand here.\n\n{image}")), "{body}");
    assert_eq!(body.matches("chart.png").count(), 1, "{body}");
}

#[test]
fn a_picture_of_a_partner_is_listed_with_what_it_shows() {
    let team = team();
    let mut word = team.sent();
    let (relations, file) = ("word/_rels/document.xml.rels", "media/image9.png");
    let own = "Target=\"media/image1.png\"/>";
    let new = format!(
        "{own}<Relationship Id=\"rIdNew\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"{file}\"/>"
    );
    let text = word.part(relations);
    *text = text.replacen(own, &new, 1);
    let text = word.part("word/document.xml");
    let (start, end) = drawing(text, "chart.png");
    let other = text[start..end]
        .replace("rIdPicture1", "rIdNew")
        .replace("chart.png", "Picture 7")
        .replace("Columns of five years", "A map of the ports")
        .replace("_ro_", "_no_");
    text.insert_str(start, &other);
    let taken = team.taken(&word);
    assert_eq!(suggested(&taken.review.suggestions), []);
    let listed: Vec<(&str, &str)> = taken
        .review
        .not_understood
        .iter()
        .map(|row| (row.unread.what.as_str(), row.unread.words.as_str()))
        .collect();
    assert_eq!(listed, [("picture", "A map of the ports")]);
}

#[test]
fn a_picture_drawn_anew_is_listed_and_one_made_smaller_is_not() {
    let team = team();
    let mut word = team.sent();
    let other = pictures::bytes()[&pictures::picture("column.png").sha256].to_vec();
    word.redraw("word/media/image1.png", &other);
    let taken = team.taken(&word);
    let listed: Vec<&str> =
        taken.review.not_understood.iter().map(|row| row.unread.what.as_str()).collect();
    assert_eq!(listed, ["picture"]);
    let kinds: Vec<_> = taken.review.suggestions.iter().map(|r| r.suggestion.kind).collect();
    assert_eq!(kinds, [SuggestionKind::Delete], "the one that was sent is gone");
    let team = self::team();
    let smaller = pictures::half("chart.png");
    let mut word = team.sent();
    word.redraw("word/media/image1.png", &smaller);
    let taken = team.taken(&word);
    assert_eq!((taken.review.suggestions, taken.review.not_understood), (vec![], vec![]));
}

#[test]
fn paragraphs_come_before_and_behind_a_picture() {
    let team = team();
    let mut word = team.sent();
    word.add_paragraph("Amal", "by the secretariat", "A new paragraph behind.");
    word.add_paragraph("Amal", "We welcome the draft.", "A new paragraph before.");
    let taken = team.taken(&word);
    assert!(taken.review.suggestions.iter().all(|r| r.suggestion.by_hand == ByHand::No));
    let body = team.accept_all(&taken);
    let image = "![Columns of five years](chart.png \"Reports *each year*, by the secretariat\")";
    let expected = format!(
        "draft.\n\nA new paragraph before.\n\n{image}\n\nA new paragraph behind.\n\nA paragraph"
    );
    assert!(body.contains(&expected), "{body}");
}
