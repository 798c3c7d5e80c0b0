//! Words that somebody blacked out, and that are still in the file.

use rostrum_core::scrub::{Kind, Removal, report};
use rostrum_tests::packages::package;

use super::everything_goes;
use super::planted_pdf::Writer;

/// Returns what is told as covered in a PDF of one page that is painted so.
fn covered(painted: &str) -> Vec<(String, String, Removal)> {
    let mut out = Writer::new();
    out.object(1, "<</Type/Catalog/Pages 2 0 R>>");
    out.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    out.object(
        3,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
         /Resources<</Font<</F1 5 0 R>>/ExtGState<</G <</ca 0.4>>>>>>>>",
    );
    out.stream(4, "", painted.as_bytes());
    out.object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    out.end("");
    told(&out.bytes, "a.pdf")
}

fn told(bytes: &[u8], name: &str) -> Vec<(String, String, Removal)> {
    let items = report(bytes, name, &everything_goes()).expect("it can be read").items;
    let own = items.into_iter().filter(|item| item.kind == Kind::CoveredText);
    own.map(|item| (item.what, item.place, item.removal)).collect()
}

const WORDS: &str = "BT /F1 12 Tf 72 700 Td (We met the adviser on Monday.) Tj ET";

#[test]
fn words_under_a_box_that_was_painted_later_are_told_with_their_page() {
    // "the adviser" begins about 40 points into the line.
    let found = covered(&format!("{WORDS} 0 g 108 696 66 14 re f"));
    let [(what, page, removal)] = found.as_slice() else { panic!("{found:?}") };
    assert!(what.contains("adviser") && !what.contains("Monday"), "{what}");
    assert_eq!((page.as_str(), *removal), ("1", Removal::Never));
    // White paint hides as well as black.
    assert_eq!(covered(&format!("{WORDS} 1 g 60 690 400 30 re f")).len(), 1);
}

#[test]
fn a_box_behind_words_a_marker_and_a_frame_cover_nothing() {
    for painted in [
        format!("0.8 g 60 690 400 30 re f 0 g {WORDS}"),
        format!("{WORDS} /G gs 1 1 0 rg 60 690 400 30 re f"),
        format!("{WORDS} 60 690 400 30 re S"),
        format!("{WORDS} 0 g 60 690 400 1 re f"),
        format!("{WORDS} q 0 0 50 50 re W n 0 g 60 690 400 30 re f Q"),
    ] {
        assert_eq!(covered(&painted), vec![], "{painted}");
    }
}

#[test]
fn black_words_on_black_are_told_in_word_files() {
    let run = |look: &str| {
        let document = format!(
            "=== word/document.xml\n<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:rPr>{look}</w:rPr>\
             <w:t>the adviser</w:t></w:r></w:p></w:body></w:document>\n"
        );
        told(&package(&document), "a.docx")
    };
    let place = "word/document.xml";
    let found = vec![("the adviser".to_owned(), place.to_owned(), Removal::Never)];
    assert_eq!(run("<w:highlight w:val=\"black\"/>"), found);
    assert_eq!(run("<w:color w:val=\"000000\"/><w:shd w:fill=\"000000\"/>"), found);
    assert_eq!(run("<w:shd w:fill=\"000000\"/>"), vec![], "Word turns such words white");
    assert_eq!(run("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>"), vec![]);
    assert_eq!(run("<w:highlight w:val=\"yellow\"/>"), vec![]);
}
