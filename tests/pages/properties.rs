//! Every character of a statement stands in the PDF once and in order.

use proptest::prelude::*;
use rostrum_core::model::{Call, Statement};
use rostrum_core::render::{Composition, Layout, compose};
use rostrum_tests::generated::generated;
use rostrum_tests::written::{Letters, cases};

use super::{pdf_of, read};

/// Leaves out where lines end: a line may end in the middle of a word.
fn run_on(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200B}').collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(24),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_character_stands_in_the_pdf_once_and_in_order(
        all in generated(Letters::LeftToRight),
    ) {
        for layout in [Layout::Prose, Layout::Table] {
            let mut document = all.composed(layout).document;
            // The head and foot of a page would stand between the words of two pages.
            document.look.page_numbers = false;
            // It says the headings again.
            document.look.contents = false;
            let pdf = pdf_of(&document);
            let Some(text) = read(&pdf.bytes, "-raw") else { return Ok(()) };
            let lacking = all.lacks(&run_on(&text), layout);
            prop_assert_eq!(lacking, None, "{:#?}", &all.statement);
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
