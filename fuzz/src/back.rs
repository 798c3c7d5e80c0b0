//! What must hold of documents that come back, and of those that were begun elsewhere.

use rostrum_core::model::call::Section;
use rostrum_core::model::document::Document;
use rostrum_core::model::review::ReviewThing;
use rostrum_core::model::{Call, Picture, PictureBytes, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx};
use rostrum_core::review::read::{DRAWN, NOTE, PARAGRAPH, Returned, read};

/// Parts of a returned document, in the order in which the target takes them.
pub const PARTS: [&str; 7] = [
    "word/document.xml",
    "word/styles.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/_rels/document.xml.rels",
];

/// Takes a returned document back: nobody's words are lost, and accepting all leaves a statement
/// that can be printed.
pub fn review(bytes: &[u8]) {
    let Ok(returned) = read(bytes) else { return };
    let mut statement = Statement {
        title: "Our comments".into(),
        body: include_str!("../sent.md").into(),
        pictures: vec![Picture { name: "a.png".into(), sha256: "a".into(), ..Picture::default() }],
        ..Statement::default()
    };
    let document = composed(&statement, &Call::default());
    let entries = rostrum_core::review::review(&returned, &document, &statement, "back.docx");
    for (at, entry) in entries.iter().enumerate() {
        assert!(entries[..at].iter().all(|other| other.id != entry.id), "two of one id");
    }
    let shown: Vec<String> = entries
        .iter()
        .flat_map(|entry| match &entry.thing {
            ReviewThing::Suggestion(own) => vec![folded(&own.before), folded(&own.after)],
            ReviewThing::Unread(own) => vec![folded(&own.words)],
            ReviewThing::Comment(_) | ReviewThing::Answer(_) => Vec::new(),
        })
        .collect();
    for words in changed(&returned) {
        let stands = shown.iter().any(|shown| shown.contains(&words));
        assert!(stands, "{words:?} is nowhere in {shown:#?}");
    }
    let remarks = entries
        .iter()
        .filter(|entry| matches!(entry.thing, ReviewThing::Comment(_) | ReviewThing::Answer(_)));
    assert_eq!(remarks.count(), returned.remarks.len(), "a remark is lost");
    for (field, text) in rostrum_core::review::accept(&entries, &entries, &statement).texts {
        if field == rostrum_core::model::review::Field::Body {
            statement.body = text;
        }
    }
    docx(&composed(&statement, &Call::default()), &PictureBytes::new()).expect("it can be printed");
}

/// Begins a statement with the bytes as a file of this name, and prints what came of it.
pub fn begun(name: &str, bytes: &[u8]) {
    let Ok(begun) = rostrum_core::begun::read(bytes, name) else { return };
    let section = |heading: &str| Section {
        id: heading.to_lowercase(),
        heading: heading.into(),
        ..Section::default()
    };
    let call = Call { sections: vec![section("Summary"), section("Comments")], ..Call::default() };
    let taken = rostrum_core::begun::take(&begun, &call, name);
    for remark in &begun.remarks {
        let known = |id: usize| id < begun.remarks.len();
        assert!(remark.parent.is_none_or(known), "an answer to nothing");
    }
    assert_eq!(taken.remarks.len(), begun.remarks.len(), "a remark is lost");
    let statement = Statement { title: taken.title, body: taken.body, ..Statement::default() };
    docx(&composed(&statement, &call), &PictureBytes::new()).expect("it can be printed");
}

fn composed(statement: &Statement, call: &Call) -> Document {
    let composition =
        Composition { statement, call, drafts: &[], layout: Layout::Prose, signatories: &[] };
    compose(&composition).document
}

/// Returns the words that somebody put in, paragraph by paragraph; those that were taken out
/// again, or taken out of a text that we never sent, are nobody's wish.
fn changed(returned: &Returned) -> Vec<String> {
    let by = |at: usize| (returned.text[at].inserted, returned.text[at].deleted);
    let mut out = Vec::new();
    let mut words = String::new();
    for at in 0..returned.text.len() {
        let token = returned.text[at];
        if token.inserted.is_some() && token.deleted.is_none() && token.c != PARAGRAPH {
            words.push(token.c);
        }
        let ends = token.c == PARAGRAPH || at + 1 == returned.text.len() || by(at) != by(at + 1);
        if ends && !words.is_empty() {
            out.push(folded(&std::mem::take(&mut words)));
        }
    }
    out
}

fn folded(text: &str) -> String {
    let left_out = |c: &char| c.is_whitespace() || matches!(*c, PARAGRAPH | NOTE | DRAWN | '|');
    text.chars().filter(|c| !left_out(c)).collect()
}
