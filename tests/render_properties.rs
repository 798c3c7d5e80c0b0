//! Every word of a statement stands in every export exactly once, in order.

use std::io::{Cursor, Read};

use proptest::prelude::*;
use rostrum_core::model::{Call, Response, ResponseKind, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx, html, markdown, text};

/// Words of the text and of the notes.
#[derive(Debug, Default, Clone)]
struct Words {
    text: Vec<String>,
    notes: Vec<String>,
}

/// One piece of a generated body.
#[derive(Debug, Clone)]
enum Piece {
    Heading(u8, Vec<String>),
    Paragraph(Vec<String>, Option<Vec<String>>),
    Items(bool, Vec<Vec<String>>),
    Quote(Vec<String>),
    Table(Vec<Vec<String>>),
}

fn word() -> impl Strategy<Value = String> {
    // Everything that any of the formats takes for its own, and letters of many scripts.
    proptest::string::string_regex("[a-zA-Z0-9éßЖ中あع\\\\`*_{}#+!.|~&<>\"'$%@^()=:;,?/-]{1,12}")
        .expect("a pattern")
        .prop_filter("a key would be a citation", |w| !w.contains("[@"))
}

fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), 1..5)
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        (1u8..4, words()).prop_map(|(level, words)| Piece::Heading(level, words)),
        (words(), prop::option::of(words())).prop_map(|(w, n)| Piece::Paragraph(w, n)),
        (any::<bool>(), prop::collection::vec(words(), 1..4)).prop_map(|(n, i)| Piece::Items(n, i)),
        words().prop_map(Piece::Quote),
        prop::collection::vec(prop::collection::vec(word(), 2..3), 2..4).prop_map(Piece::Table),
    ]
}

/// Writes words so that they can be told from everything around them, and escapes them for
/// Markdown: `«word»` in the text, `‹word›` in notes.
fn line(words: &[String], quotes: [char; 2], all: &mut Vec<String>) -> String {
    let escaped = |word: &String| -> String {
        word.chars()
            .flat_map(|c| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] })
            .collect()
    };
    all.extend(words.iter().cloned());
    let words: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let word = format!("{}{}{}", quotes[0], escaped(word), quotes[1]);
            match at % 3 {
                1 => format!("**{word}**"),
                2 => format!("[*{word}*](https://example.org/{at})"),
                _ => word,
            }
        })
        .collect();
    words.join(" ")
}

fn body(pieces: &[Piece]) -> (String, Words) {
    let mut out = String::new();
    let mut all = Words::default();
    let mut notes = Vec::new();
    let text = ['«', '»'];
    for piece in pieces {
        match piece {
            Piece::Heading(level, words) => {
                let marks = "#".repeat(usize::from(*level));
                out.push_str(&format!("{marks} {}\n\n", line(words, text, &mut all.text)));
            }
            Piece::Paragraph(words, note) => {
                out.push_str(&line(words, text, &mut all.text));
                if let Some(note) = note {
                    let mark = notes.len() + 1;
                    notes.push(format!("[^{mark}]: {}\n", line(note, ['‹', '›'], &mut all.notes)));
                    out.push_str(&format!("[^{mark}]"));
                }
                out.push_str("\n\n");
            }
            Piece::Items(numbered, items) => {
                for (at, item) in items.iter().enumerate() {
                    let mark = if *numbered { format!("{}.", at + 1) } else { "-".into() };
                    out.push_str(&format!("{mark} {}\n", line(item, text, &mut all.text)));
                }
                // A comment parts lists, as writers of Markdown do; it is not text.
                out.push('\n');
            }
            Piece::Quote(words) => {
                out.push_str(&format!("> {}\n\n", line(words, text, &mut all.text)));
            }
            Piece::Table(rows) => {
                for (at, row) in rows.iter().enumerate() {
                    let cells: Vec<String> = row
                        .iter()
                        .map(|c| line(std::slice::from_ref(c), text, &mut all.text))
                        .collect();
                    out.push_str(&format!("| {} |\n", cells.join(" | ")));
                    if at == 0 {
                        out.push_str("| --- | --- |\n");
                    }
                }
                out.push('\n');
            }
        }
    }
    out.push_str(&notes.join("\n"));
    (out, all)
}

/// Returns the words between quotes, in order.
fn quoted(text: &str, quotes: [char; 2]) -> Vec<String> {
    text.split(quotes[0])
        .skip(1)
        .filter_map(|rest| rest.split_once(quotes[1]).map(|(word, _)| word.to_owned()))
        .collect()
}

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
