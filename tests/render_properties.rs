//! Every word of a statement stands in every export exactly once, in order.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use rostrum_core::model::{Call, Response, ResponseKind, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx, html, markdown, text};
use rostrum_tests::written::{body, piece, quoted, words};

/// Takes tags out and puts characters back, of XML and HTML.
fn untagged(xml: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

const OPTIONS: pulldown_cmark::Options =
    pulldown_cmark::Options::ENABLE_TABLES.union(pulldown_cmark::Options::ENABLE_FOOTNOTES);

fn unescaped(markdown: &str) -> String {
    let mut out = String::new();
    for event in pulldown_cmark::Parser::new_ext(markdown, OPTIONS) {
        use pulldown_cmark::Event;
        if let Event::Text(text) | Event::Code(text) = event {
            out.push_str(&text);
        }
    }
    out
}

fn part(docx: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    let mut xml = String::new();
    package.by_name(name).expect(name).read_to_string(&mut xml).expect("text");
    untagged(&xml)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_word_stands_in_every_export_once_and_in_order(
        pieces in prop::collection::vec(piece(), 1..7),
        rationales in prop::collection::vec(words(), 0..3),
    ) {
        let (body, mut all) = body(&pieces);
        let responses = rationales
            .iter()
            .map(|words| {
                all.text.extend(words.iter().cloned());
                let words: Vec<String> = words.iter().map(|w| format!("«{w}»")).collect();
                Response {
                    kind: ResponseKind::General,
                    rationale: words.join(" "),
                    ..Response::default()
                }
            })
            .collect();
        let statement = Statement { title: "T".into(), body, responses, ..Statement::default() };
        let call = Call::default();
        for layout in [Layout::Prose, Layout::Table] {
            let composed = compose(&Composition {
                statement: &statement, call: &call, drafts: &[], layout, signatories: &[],
            });
            let document = &composed.document;
            let bytes = docx(document).expect("every document can be written");
            let exports = [
                ("document.xml", part(&bytes, "word/document.xml")),
                ("html", untagged(&html(document))),
                ("text", text(document)),
                ("markdown", unescaped(&markdown(document))),
            ];
            for (name, export) in &exports {
                prop_assert_eq!(&quoted(export, ['«', '»']), &all.text, "{} of\n{}", name, &statement.body);
            }
            let notes = part(&bytes, "word/footnotes.xml");
            prop_assert_eq!(&quoted(&notes, ['‹', '›']), &all.notes);
            for (name, export) in &exports[1..] {
                prop_assert_eq!(&quoted(export, ['‹', '›']), &all.notes, "{}", name);
            }
        }
    }

    #[test]
    fn no_body_makes_an_export_fail(body in "(\\PC|[#*_>|\\[\\]^@`~ \n\t-]|\u{0}|\u{202e}){0,200}") {
        let statement = Statement { body, ..Statement::default() };
        let call = Call::default();
        let composed = compose(&Composition {
            statement: &statement, call: &call, drafts: &[], layout: Layout::Prose, signatories: &[],
        });
        let document = &composed.document;
        prop_assert!(docx(document).is_ok());
        let shown = [html(document), text(document), markdown(document)];
        let sound = shown.iter().all(|export| !export.contains('\u{0}'));
        prop_assert!(sound);
    }
}
