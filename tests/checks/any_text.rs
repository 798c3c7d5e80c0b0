//! Any text at all can be checked and counted: no panic, and every place lies in its text.

use proptest::prelude::*;
use rostrum_core::{calls, count};

use super::notation;

/// Pieces that the rules look for, beside any letters at all.
fn piece() -> impl Strategy<Value = String> {
    let telling = prop::sample::select(vec![
        "# Summary\n\n",
        "\n\n",
        "1. ",
        "12\\) ",
        "[@key, para. 3; @other]",
        "[^1]",
        "\n[^1]: note\n",
        "**bold** ",
        "> quoted\n",
        "40 per cent ",
        "12% ",
        "US$4 ",
        "one in five ",
        "2.5 million ",
        "1,200 cases ",
        "studies show ",
        "it is well known ",
        "the largest ",
        "According to the Émile ",
        "paragraph 2 says \"States may act now\" ",
        "paragraph 99 ",
        "page 4 of the draft ",
        "a/res/75/240 ",
        "A/RES 75/240 ",
        "the the ",
        "CERTs (",
        "organisée ",
        "Vietnam",
        "first.last@example.org ",
        "+41 22 000 00 00",
        "“",
        "”",
        "…",
        "—",
        "。",
        "国际法",
        "\u{200B}",
        "é\u{301}",
        "👍🏽",
        "قرار",
        ". ",
        "! ",
        "| a | b |\n|---|---|\n| 12% | c |\n",
        "[link](https://example.org) ",
        "&amp; ",
        "`code` ",
        "\\[",
    ]);
    prop_oneof![4 => telling.prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_checked_and_every_place_lies_in_it(body in text(), rationale in text()) {
        let written = notation::of_texts(&body, &rationale);
        for finding in written.checked().findings {
            if let (Some(start), Some(end)) = (finding.place.start, finding.place.end) {
                let text = if finding.place.part == "response" { &rationale } else { &body };
                let length = text.encode_utf16().count() as u32;
                prop_assert!(start <= end && end <= length, "{finding:?}");
                for edit in &finding.edits {
                    prop_assert!(edit.start <= edit.end && edit.end <= length, "{finding:?}");
                }
            }
        }
    }

    #[test]
    fn words_of_two_texts_add_up_when_a_space_parts_them(a in text(), b in text()) {
        let both = format!("{a} {b}");
        prop_assert_eq!(count::words(&both), count::words(&a) + count::words(&b));
    }

    #[test]
    fn any_file_is_a_call_or_says_what_is_wrong(text in "([a-z_]{1,8} = (\"[a-z]{0,4}\"|[0-9]{1,4}|\\[\\])\n|\\[\\[?[a-z_]{1,9}\\]\\]?\n|\\PC{0,9}\n){0,12}") {
        if let Err(faults) = calls::load(&text) {
            prop_assert!(!faults.is_empty());
            let lines = text.lines().count().max(1) as u32 + 1;
            prop_assert!(faults.iter().all(|f| f.line >= 1 && f.line <= lines));
        }
    }
}
