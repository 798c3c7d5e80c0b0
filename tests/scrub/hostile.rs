//! Hostile files: whatever bytes there are, there is an answer, and never a panic of ours.

use proptest::prelude::*;
use rostrum_core::import::ImportError;
use rostrum_core::scrub::{Choices, Kind, Removal, ScrubError, clean, report};
use rostrum_tests::packages::package;

use super::everything_goes;
use super::planted_word::word_file;

#[test]
fn kinds_that_are_not_looked_through_are_told() {
    let kinds: [(&str, &[u8]); 3] = [
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("a.rtf", b"{\\rtf1}"),
        ("a.gif", b"GIF89a"),
    ];
    for (name, bytes) in &kinds[..2] {
        assert_eq!(report(bytes, name, &Choices::default()), Err(ScrubError::Kind), "{name}");
    }
    let empty = report(b"", "a.docx", &Choices::default());
    assert_eq!(empty, Err(ScrubError::Unread(ImportError::Empty)));
}

#[test]
fn a_word_file_without_text_or_with_a_document_type_is_damaged() {
    for document in ["", "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>", "<w:document><w:body>"] {
        let bytes = package(&format!("=== word/document.xml\n{document}\n"));
        let answer = clean(&bytes, "a.docx", &everything_goes());
        assert!(matches!(answer, Err(ScrubError::Unread(_))), "{document:?}: {answer:?}");
    }
}

#[test]
fn a_cut_file_is_an_error_or_a_report() {
    let whole = word_file();
    for end in (0..whole.len()).step_by(97) {
        let _ = clean(&whole[..end], "a.docx", &everything_goes());
    }
}

/// Marks that matter to the walk, in any order and nesting.
#[test]
fn a_damaged_part_stays_as_it_is_and_so_does_what_it_gives_away() {
    let notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"1\"><w:p w:rsidR=\"00AA00AA\">\
                 <w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>may</w:delText></w:r></w:del>\
                 <w:ins w:author=\"A\"><w:r></w:p>";
    let bytes = package(&format!(
        "=== word/document.xml\n<w:document xmlns:w=\"w\"><w:body><w:p/></w:body></w:document>\n\
         === word/footnotes.xml\n{notes}\n"
    ));
    let copy = clean(&bytes, "a.docx", &everything_goes()).expect("a copy");
    let left = report(&copy.bytes, "a.docx", &everything_goes()).expect("it can be read").items;
    let stays =
        |kind: Kind| left.iter().any(|item| item.kind == kind && item.removal == Removal::Never);
    assert!(stays(Kind::Deleted) && stays(Kind::Unread), "{left:?}");
    assert!(!left.iter().any(|item| item.removal.happens(&everything_goes())), "{left:?}");
}

fn body() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        Just("p"),
        Just("r"),
        Just("t"),
        Just("ins"),
        Just("del"),
        Just("pPr"),
        Just("rPr"),
        Just("tbl"),
        Just("tr"),
        Just("tc"),
        Just("trPr"),
        Just("moveFrom"),
        Just("moveTo"),
        Just("pPrChange"),
        Just("rPrChange"),
        Just("sectPr"),
        Just("vanish"),
        Just("hyperlink"),
        Just("delText"),
        Just("commentReference"),
        Just("footnoteReference"),
        Just("sectPrChange"),
    ];
    let leaf = prop_oneof![Just(String::new()), "[a-z]{1,4}"];
    leaf.prop_recursive(8, 60, 6, move |inner| {
        (mark.clone(), proptest::collection::vec(inner, 0..5), any::<bool>()).prop_map(
            |(mark, inside, empty)| {
                let inside = inside.concat();
                if inside.is_empty() && empty {
                    format!("<w:{mark} w:id=\"1\"/>")
                } else {
                    format!("<w:{mark} w:id=\"1\">{inside}</w:{mark}>")
                }
            },
        )
    })
}

proptest! {
    #[test]
    fn any_nesting_of_marks_gives_well_formed_copies(body in body(), reject in any::<bool>()) {
        use rostrum_core::scrub::Changes;
        let bytes = package(&format!(
            "=== word/document.xml\n<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>\n"
        ));
        let changes = if reject { Changes::Reject } else { Changes::Accept };
        let choices = Choices { changes: Some(changes), ..everything_goes() };
        let copy = clean(&bytes, "a.docx", &choices).expect("well formed is enough");
        let left = report(&copy.bytes, "a.docx", &choices).expect("the copy is well formed");
        let again = left.items.iter().filter(|item| item.removal.happens(&choices)).count();
        prop_assert_eq!(again, 0, "{:?} of {}", left.items, body);
    }

    #[test]
    fn changed_bytes_of_a_word_file_give_an_answer(at in 0usize..6_000, byte in any::<u8>()) {
        let mut bytes = word_file();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = clean(&bytes, "a.docx", &everything_goes());
    }
}
