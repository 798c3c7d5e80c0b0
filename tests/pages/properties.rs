//! Every character of a statement stands in the PDF once and in order.

use proptest::prelude::*;
use rostrum_core::model::{Call, Response, ResponseKind, Statement};
use rostrum_core::render::{Composition, Layout, compose};
use rostrum_tests::written::{body, piece, quoted, words};

use super::{pdf_of, read};

/// Leaves out where lines end: a line may end in the middle of a word.
fn run_on(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200B}').collect()
}

/// Letters that our own fonts lack, or that a reader of lines turns round, stand for others.
fn shown(body: &str) -> String {
    body.replace(['中', 'あ'], "Ω").replace('ع', "ю")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_word_stands_in_the_pdf_once_and_in_order(
        pieces in prop::collection::vec(piece(), 1..7),
        rationales in prop::collection::vec(words(), 0..3),
    ) {
        let (body, mut all) = body(&pieces);
        let responses = rationales
            .iter()
            .map(|words| {
                all.text.extend(words.iter().cloned());
                let words: Vec<String> = words.iter().map(|w| shown(&format!("«{w}»"))).collect();
                Response {
                    kind: ResponseKind::General,
                    rationale: words.join(" "),
                    ..Response::default()
                }
            })
            .collect();
        let body = shown(&body);
        let statement = Statement { title: "T".into(), body, responses, ..Statement::default() };
        for layout in [Layout::Prose, Layout::Table] {
            let composed = compose(&Composition {
                statement: &statement,
                call: &Call::default(),
                drafts: &[],
                layout,
                signatories: &[],
            });
            let mut document = composed.document;
            // The head and foot of a page would stand between the words of two pages.
            document.look.page_numbers = false;
            let pdf = pdf_of(&document);
            let Some(text) = read(&pdf.bytes, "-raw") else { return Ok(()) };
            let text = run_on(&text);
            let expected = |words: &[String]| -> Vec<String> {
                words.iter().map(|word| shown(word)).collect()
            };
            prop_assert_eq!(quoted(&text, ['«', '»']), expected(&all.text), "{}", &statement.body);
            prop_assert_eq!(quoted(&text, ['‹', '›']), expected(&all.notes));
        }
    }

    #[test]
    fn no_body_makes_a_pdf_fail(body in "(\\PC|[#*_>|\\[\\]^@`~ \n\t-]|\u{0}|\u{202e}){0,200}") {
        let statement = Statement { body, ..Statement::default() };
        let composed = compose(&Composition {
            statement: &statement,
            call: &Call::default(),
            drafts: &[],
            layout: Layout::Prose,
            signatories: &[],
        });
        let pdf = pdf_of(&composed.document);
        prop_assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
    }
}
