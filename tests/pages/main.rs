//! Pages: the PDF that is handed over, and the preview beside the text.

mod desk;
mod leftward;
mod pdf;
mod preview;
mod properties;

use rostrum_core::model::Document;
use rostrum_core::model::document::{Content, DocumentBlock, Inline, Look, Origin, Part};
use rostrum_pages::{Fonts, Pdf};
use rostrum_tests::{peers, pictures};

/// Our own fonts.
fn fonts() -> &'static Fonts {
    rostrum_kit::fonts::fonts(false)
}

fn pdf_of(document: &Document) -> Pdf {
    rostrum_pages::pdf(document, &pictures::bytes(), fonts(), None)
        .expect("every document can be written")
}

/// A document of plain paragraphs.
fn document(paragraphs: &[&str]) -> Document {
    Document {
        title: "Comments".into(),
        organisation: "Example Lab".into(),
        language: "en".into(),
        blocks: (0u32..).zip(paragraphs).map(|(at, text)| paragraph(at * 1_000, text)).collect(),
        look: Look {
            font: "Times New Roman".into(),
            size_pt: 12,
            page_numbers: true,
            ..Look::default()
        },
        ..Document::default()
    }
}

fn block(origin: u32, content: Content) -> DocumentBlock {
    DocumentBlock { part: Part::Body, section: None, content, origin: Origin::Body(origin) }
}

fn paragraph(origin: u32, text: &str) -> DocumentBlock {
    let text = vec![Inline::plain(text)];
    block(origin, Content::Paragraph { number: None, quoted: false, text })
}

/// Returns what `pdftotext` reads; nothing when it is not installed.
fn read(pdf: &[u8], how: &str) -> Option<String> {
    let mut program = peers::program("pdftotext")?;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statement.pdf");
    std::fs::write(&file, pdf).expect("written");
    Some(peers::output(program.args([how, "-enc", "UTF-8"]).arg(&file).arg("-")))
}
