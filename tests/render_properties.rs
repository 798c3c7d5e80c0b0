//! Every character of a statement stands in every export exactly once, in order.
//!
//! `PROPTEST_CASES=2000 cargo nextest run -p rostrum-tests --test render_properties` looks longer.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use rostrum_core::model::{Call, Statement};
use rostrum_core::render::{
    Bom, Composition, Layout, comment_table, compose, csv, docx, html, json, markdown, text,
};
use rostrum_core::review::read::read;
use rostrum_core::review::review;
use rostrum_tests::generated::generated;
use rostrum_tests::pictures;
use rostrum_tests::written::{ALTS, Letters, cases, quoted};

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

/// Returns the words of a Word file: text, then notes; without the table of contents, which
/// says headings again.
fn words_of(docx: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    let mut out = String::new();
    for name in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        let Ok(mut part) = package.by_name(name) else { continue };
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("text");
        if let (Some(start), Some(end)) = (xml.find("<w:sdt>"), xml.find("</w:sdt>")) {
            xml.replace_range(start..end, "");
        }
        out.push_str(&untagged(&xml));
    }
    out
}

fn raw(docx: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip file");
    let mut xml = String::new();
    package.by_name(name).expect("the part").read_to_string(&mut xml).expect("text");
    xml
}

/// Returns what pictures are said to show: an attribute of an element.
fn descriptions(xml: &str, element: &str, attribute: &str) -> String {
    let said = xml.split(element).skip(1).filter_map(|rest| {
        let (_, value) = rest[..rest.find('>')?].split_once(attribute)?;
        Some(untagged(value.split_once('"')?.0))
    });
    said.collect::<Vec<_>>().join(" ")
}

/// Collects every text in a tree of data.
fn strings<'v>(node: &'v serde_json::Value, out: &mut Vec<&'v str>) {
    match node {
        serde_json::Value::String(text) => out.push(text),
        serde_json::Value::Array(nodes) => nodes.iter().for_each(|node| strings(node, out)),
        serde_json::Value::Object(fields) => fields.values().for_each(|node| strings(node, out)),
        _ => {}
    }
}

/// Returns every text that the data has to hold to the last character.
fn whole_texts(statement: &Statement) -> Vec<&str> {
    let mut out = vec![statement.title.as_str(), &statement.organisation, &statement.body];
    out.extend(statement.header.values().map(String::as_str));
    for response in &statement.responses {
        out.extend([response.proposal.as_str(), &response.rationale]);
    }
    for signatory in &statement.signatories {
        out.extend([signatory.organisation.as_str(), &signatory.country]);
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(96),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_character_stands_in_every_export_once_and_in_order(
        all in generated(Letters::All),
    ) {
        for layout in [Layout::Prose, Layout::Table] {
            let document = &all.composed(layout).document;
            let bytes = docx(document, &pictures::bytes()).expect("every document can be written");
            let page = html(document, &pictures::bytes());
            let main = page.find("<main>").expect("a main part");
            for (name, export) in [
                ("docx", words_of(&bytes)),
                ("html", untagged(&page[main..])),
                ("text", text(document)),
                ("markdown", unescaped(&markdown(document, "pictures"))),
            ] {
                let lacking = all.lacks(&export, layout);
                prop_assert_eq!(lacking, None, "{} of {:#?}", name, &all.statement);
                let shown = if name == "docx" {
                    descriptions(&raw(&bytes, "word/document.xml"), "<wp:docPr ", "descr=\"")
                } else if name == "html" {
                    descriptions(&page, "<img ", " alt=\"")
                } else {
                    export
                };
                let lacking = all.lacks_of_pictures(&shown);
                prop_assert_eq!(lacking, None, "{} of {:#?}", name, &all.statement);
            }
            prop_assert_eq!(docx(document, &pictures::bytes()).expect("written"), bytes);
        }
        let table = comment_table(&all.statement, &all.call, &all.drafts);
        let table = csv(&table, Bom::Never).replace("\"\"", "\"");
        prop_assert_eq!(all.lacks_of_responses(&table), None);
        let data = json::json(&all.statement, &pictures::bytes()).expect("data can be written");
        let data: serde_json::Value = serde_json::from_slice(&data).expect("it is JSON");
        let mut said = Vec::new();
        strings(&data["statement"], &mut said);
        let pictured: Vec<&str> = said.iter().filter(|text| text.contains(ALTS[0])).copied().collect();
        // In the body, and once more beside the picture that it shows.
        prop_assert_eq!(quoted(&pictured.concat(), ALTS).len(), 2 * all.known.alts.len());
        for whole in whole_texts(&all.statement) {
            let times = said.iter().filter(|text| **text == whole).count();
            prop_assert!(times >= 1, "{whole} in {said:#?}");
        }
        prop_assert_eq!(said.iter().filter(|text| **text == all.statement.body).count(), 1);
    }

    #[test]
    fn a_word_file_that_comes_back_as_it_went_asks_for_nothing(all in generated(Letters::All)) {
        let document = &all.composed(Layout::Prose).document;
        let returned = read(&docx(document, &pictures::bytes()).expect("written")).expect("readable");
        let found = review(&returned, document, &all.statement, "back.docx");
        prop_assert!(found.is_empty(), "{:#?} of {:#?}", found, &all.statement);
    }

    #[test]
    fn no_body_makes_an_export_fail(body in "(\\PC|[#*_>|\\[\\]^@`~ \n\t-]|\u{0}|\u{202e}){0,200}") {
        let statement = Statement { body, ..Statement::default() };
        let call = Call::default();
        let composed = compose(&Composition {
            statement: &statement, call: &call, drafts: &[], layout: Layout::Prose, signatories: &[],
        });
        let document = &composed.document;
        prop_assert!(docx(document, &pictures::bytes()).is_ok());
        let shown = [html(document, &pictures::bytes()), text(document), markdown(document, "pictures")];
        let sound = shown.iter().all(|export| !export.contains('\u{0}'));
        prop_assert!(sound);
    }
}
