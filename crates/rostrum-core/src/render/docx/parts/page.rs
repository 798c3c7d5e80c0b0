//! Paper, margins, header and footer.

use std::fmt::Write as _;

use crate::model::Document;
use crate::model::call::NotesPlace;
use crate::model::document::Look;
use crate::render::docx::xml::{DECLARATION, escaped};
use crate::render::running_head;
use crate::render::script::first_direction;

/// Margins in millimetres where the call states none.
const MARGIN: u16 = 25;

/// Returns the margin on every side, in twentieths of a point.
fn margin(look: &Look) -> u32 {
    let millimetres = if look.margin_mm == 0 { MARGIN } else { look.margin_mm.clamp(10, 60) };
    u32::from(millimetres) * 1_440 * 10 / 254
}

/// Returns the width of the text, in twentieths of a point.
pub(in super::super) fn text_width(look: &Look) -> u32 {
    look.paper.size().0 - 2 * margin(look)
}

/// Id of the relationship to the header of the pages after the first.
pub(in super::super) const HEADER: &str = "rIdHeader";
/// Id of the relationship to the header of the first page, which is empty.
pub(in super::super) const FIRST_HEADER: &str = "rIdFirstHeader";
/// Id of the relationship to the footer of every page.
pub(in super::super) const FOOTER: &str = "rIdFooter";

/// Writes the properties of the one section of the document.
pub(in super::super) fn section(out: &mut String, look: &Look, right_to_left: bool) {
    out.push_str("<w:sectPr>");
    if look.page_numbers {
        for (name, kind, id) in [
            ("header", "default", HEADER),
            ("header", "first", FIRST_HEADER),
            ("footer", "default", FOOTER),
            ("footer", "first", FOOTER),
        ] {
            let _ = write!(out, "<w:{name}Reference w:type=\"{kind}\" r:id=\"{id}\"/>");
        }
    }
    if look.notes == NotesPlace::End {
        out.push_str("<w:endnotePr><w:numFmt w:val=\"decimal\"/></w:endnotePr>");
    }
    let (width, height) = look.paper.size();
    let side = margin(look);
    let _ = write!(
        out,
        "<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{side}\" w:right=\"{side}\" \
         w:bottom=\"{side}\" w:left=\"{side}\" w:header=\"{0}\" w:footer=\"{0}\" w:gutter=\"0\"/>\
         <w:cols w:space=\"708\"/>{1}{2}</w:sectPr>",
        side / 2,
        if look.page_numbers { "<w:titlePg/>" } else { "" },
        if right_to_left { "<w:bidi/>" } else { "" },
    );
}

const OPEN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// Returns the header of the pages after the first: the title, so that a loose sheet tells
/// where it belongs.
pub(in super::super) fn header(document: &Document) -> String {
    let turned = first_direction(&document.title) == Some(true);
    let (bidi, rtl) = if turned { ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>") } else { ("", "") };
    format!(
        "{DECLARATION}<w:hdr {OPEN}><w:p><w:pPr><w:pStyle w:val=\"Header\"/>{bidi}</w:pPr><w:r>{rtl}\
         <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:hdr>",
        escaped(&running_head(&document.title))
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
