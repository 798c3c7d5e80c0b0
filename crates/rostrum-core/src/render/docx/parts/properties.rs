//! Properties of the file: title, subject, organisation, language; nothing else.

use std::fmt::Write as _;

use crate::model::Document;
use crate::render::docx::xml::escaped;

/// Returns `docProps/core.xml`.
///
/// No person, no dates of editing: the file tells what it is, not how it came to be.
pub(in super::super) fn core(document: &Document) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">",
    );
    for (name, value) in [
        ("dc:title", &document.title),
        ("dc:subject", &document.subject),
        ("dc:creator", &document.organisation),
        ("dc:language", &document.language),
    ] {
        if !value.is_empty() {
            let _ = write!(out, "<{name}>{}</{name}>", escaped(value));
        }
    }
    out.push_str("</cp:coreProperties>");
    out
}

/// Returns `docProps/app.xml`.
pub(in super::super) fn app() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
     <Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
     <Application>Rostrum</Application></Properties>"
        .into()
}
