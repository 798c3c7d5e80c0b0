//! Paper, margins, header and footer.

use crate::model::Document;
use crate::model::document::Look;
use crate::render::docx::finish::{Element, escaped};

/// A4, in twentieths of a point; the paper of the United Nations outside New York, and
/// what an office elsewhere can print.
const PAPER: (u32, u32) = (11_906, 16_838);
/// 2.5 cm.
const MARGIN: u32 = 1_417;
/// Width of the text.
pub(in super::super) const TEXT_WIDTH: u32 = PAPER.0 - 2 * MARGIN;

/// Id of the relationship to the header of the pages after the first.
pub(in super::super) const HEADER: &str = "rIdHeader";
/// Id of the relationship to the header of the first page, which is empty.
pub(in super::super) const FIRST_HEADER: &str = "rIdFirstHeader";
/// Id of the relationship to the footer of every page.
pub(in super::super) const FOOTER: &str = "rIdFooter";

/// Returns the properties of the one section of the document.
pub(in super::super) fn section(look: &Look) -> Element {
    let mut section = Element::new("w:sectPr");
    if look.page_numbers {
        let reference = |name: &str, kind: &str, id: &str| {
            Element::new(name).attribute("w:type", kind).attribute("r:id", id)
        };
        section = section
            .with(reference("w:headerReference", "default", HEADER))
            .with(reference("w:headerReference", "first", FIRST_HEADER))
            .with(reference("w:footerReference", "default", FOOTER))
            .with(reference("w:footerReference", "first", FOOTER));
    }
    let size = Element::new("w:pgSz")
        .attribute("w:w", PAPER.0.to_string())
        .attribute("w:h", PAPER.1.to_string());
    let margin = ["w:top", "w:right", "w:bottom", "w:left"]
        .into_iter()
        .fold(Element::new("w:pgMar"), |e, side| e.attribute(side, MARGIN.to_string()))
        .attribute("w:header", "709")
        .attribute("w:footer", "709")
        .attribute("w:gutter", "0");
    section = section.with(size).with(margin);
    section = section.with(Element::new("w:cols").attribute("w:space", "708"));
    if look.page_numbers {
        section = section.with(Element::new("w:titlePg"));
    }
    section
}

const OPEN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Returns the header of the pages after the first: the title, so that a loose sheet tells
/// where it belongs.
pub(in super::super) fn header(document: &Document) -> String {
    format!(
        "{DECLARATION}<w:hdr {OPEN}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:hdr>",
        escaped(&document.title)
    )
}

/// Returns the empty header of the first page.
pub(in super::super) fn first_header() -> String {
    format!(
        "{DECLARATION}<w:hdr {OPEN}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p></w:hdr>"
    )
}

/// Returns the footer: the number of the page.
pub(in super::super) fn footer() -> String {
    let run = |inside: &str| format!("<w:r>{inside}</w:r>");
    format!(
        "{DECLARATION}<w:ftr {OPEN}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}{}{}{}{}</w:p></w:ftr>",
        run("<w:fldChar w:fldCharType=\"begin\"/>"),
        run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>"),
        run("<w:fldChar w:fldCharType=\"separate\"/>"),
        run("<w:t>1</w:t>"),
        run("<w:fldChar w:fldCharType=\"end\"/>"),
    )
}
