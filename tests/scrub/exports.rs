//! Every export of our own gives nothing away.

use rostrum_core::render::{Layout, docx, html};
use rostrum_core::scrub::{Choices, Format, Item, clean, report};
use rostrum_kit::fonts::fonts;
use rostrum_pages::pdf;
use rostrum_tests::everything::everything;
use rostrum_tests::pictures;
use rostrum_tests::sample::sample;

/// Returns name, bytes and the organisation that speaks.
fn files() -> Vec<(String, Vec<u8>, String)> {
    let mut files = Vec::new();
    for (name, made) in [("everything", everything()), ("example", sample())] {
        for layout in [Layout::Prose, Layout::Table] {
            let document = made.composed(layout).document;
            let name = |ending: &str| format!("{name}-{layout:?}.{ending}");
            let by = &document.organisation;
            let word = docx(&document, &pictures::bytes()).expect("a Word file");
            files.push((name("docx"), word, String::new()));
            // A web page does not say what made it: whose it is has to be said.
            files.push((
                name("html"),
                html(&document, &pictures::bytes()).into_bytes(),
                by.clone(),
            ));
            for day in [None, Some((2026, 11, 22))] {
                let pdf = pdf(&document, &pictures::bytes(), fonts(false), day).expect("a PDF");
                files.push((name("pdf"), pdf.bytes, String::new()));
            }
        }
    }
    files
}

#[test]
fn every_export_of_our_own_has_an_empty_report_and_stays_as_it_is() {
    for (name, bytes, organisation) in files() {
        let choices = Choices { organisation, ..Choices::default() };
        let found = report(&bytes, &name, &choices).expect("a report");
        assert_eq!(found.items, Vec::<Item>::new(), "{name}");
        if found.format != Format::Html {
            let copy = clean(&bytes, &name, &choices).expect("a copy");
            assert_eq!(copy.bytes, bytes, "{name}");
        }
    }
}
