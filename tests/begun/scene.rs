//! What the tests begin with.

use rostrum_core::begun::{Taken, read, take};
use rostrum_core::model::call::{Section, SectionHolds};
use rostrum_core::model::document::{Content, Inline, plain_text};
use rostrum_core::model::{Call, Document, Statement};
use rostrum_core::render::{Composition, Layout, compose};

/// Returns a call with these sections.
pub(crate) fn call(sections: &[&str]) -> Call {
    let section = |heading: &&str| Section {
        id: heading.to_lowercase().replace(' ', "-"),
        heading: (*heading).to_owned(),
        holds: SectionHolds::Text,
        ..Section::default()
    };
    Call { sections: sections.iter().map(section).collect(), ..Call::default() }
}

/// Composes a body.
pub(crate) fn composed(body: &str, call: &Call) -> Document {
    let statement = Statement { body: body.into(), ..Statement::default() };
    let composition = Composition {
        statement: &statement,
        call,
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    };
    compose(&composition).document
}

/// Reads a file and takes it under a call.
pub(crate) fn taken(bytes: &[u8], name: &str, call: &Call) -> Taken {
    take(&read(bytes, name).expect("it is read"), call, name)
}

/// Returns what a document says, block by block, emphasis and links and all.
pub(crate) fn said(document: &Document) -> Vec<String> {
    let mut out: Vec<String> = document
        .blocks
        .iter()
        .map(|block| match &block.content {
            Content::Heading { text, .. } => format!("# {}", plain_text(text)),
            Content::Paragraph { quoted, text, .. } => {
                format!("{}{}", if *quoted { "> " } else { "" }, line(text))
            }
            Content::ListItem { depth, number, text } => {
                format!("{depth} {number:?} {}", line(text))
            }
            Content::Table { rows, .. } => {
                let cells = rows.iter().map(|row| row.iter().map(|c| line(c)).collect::<Vec<_>>());
                format!("{:?}", cells.collect::<Vec<_>>())
            }
            Content::Picture { alt, caption, .. } => format!("[{alt}] {}", line(caption)),
        })
        .collect();
    out.extend(document.notes.iter().map(|note| format!("[^] {}", line(note))));
    out
}

fn line(text: &[Inline]) -> String {
    let mut out = String::new();
    for piece in text {
        match piece {
            Inline::Text { text, marks } => {
                let mark = if marks.bold { "**" } else { "" };
                let slant = if marks.italic { "_" } else { "" };
                out.push_str(&format!("{mark}{slant}{text}{slant}{mark}"));
            }
            Inline::Link { url, text } => out.push_str(&format!("<{}|{url}>", line(text))),
            Inline::Note(number) => out.push_str(&format!("^{number}")),
            Inline::Break => out.push('/'),
        }
    }
    out
}

/// Returns every word that stands in a statement or its report.
pub(crate) fn words_of(taken: &Taken, call: &Call) -> Vec<String> {
    let statement =
        Statement { title: taken.title.clone(), body: taken.body.clone(), ..Statement::default() };
    let document = composed(&statement.body, call);
    let mut text: Vec<String> = vec![taken.title.clone()];
    text.extend(document.blocks.iter().flat_map(|b| b.lines()).map(|l| plain_text(l)));
    text.extend(document.notes.iter().map(|note| plain_text(note)));
    let report = taken.report.changed.iter().chain(&taken.report.not_carried);
    text.extend(report.map(|entry| entry.words.clone()));
    words(&text.join(" "))
}

/// Parts a text into words; punctuation apart from letters is none.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
