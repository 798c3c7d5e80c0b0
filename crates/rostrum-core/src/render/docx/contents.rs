//! The table of contents: a field of Word's own, with the headings already in it.

use std::fmt::Write as _;

use super::runs::Runs;
use crate::model::Document;
use crate::model::document::{Content, Inline, LISTED_HEADINGS, plain_text};
use crate::render::contents_title;

/// Writes the table of contents where the document wants one.
///
/// Word fills in the pages when it opens the file, because only it knows them: the field is
/// marked as one to be brought up to date. Our own pages are near, and no more: of 28 headings
/// over 31 pages one stood elsewhere in `LibreOffice`, and a wrong number is worse than none.
pub(super) fn contents(out: &mut String, runs: &Runs<'_>, document: &Document, anchors: &[String]) {
    let headings: Vec<(u8, String, &String)> = document
        .blocks
        .iter()
        .zip(anchors)
        .filter(|(block, _)| block.is_listed())
        .filter_map(|(block, anchor)| match &block.content {
            Content::Heading { level, text } => {
                Some((*level, plain_text(text).replace('\n', " "), anchor))
            }
            _ => None,
        })
        .collect();
    if !document.has_contents() {
        return;
    }
    let bidi = |words: &str| if runs.runs_left(&[Inline::plain(words)]) { "<w:bidi/>" } else { "" };
    let title = contents_title(&document.language);
    let _ = write!(
        out,
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>\
         </w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/>{}</w:pPr>",
        bidi(title)
    );
    runs.plain(out, title, None);
    out.push_str("</w:p>");
    for (at, (level, words, anchor)) in headings.iter().enumerate() {
        let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/>{}</w:pPr>", bidi(words));
        if at == 0 {
            let _ = write!(
                out,
                "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>\
                 <w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-{LISTED_HEADINGS}\" \\h \\z \\u </w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            );
        }
        let _ = write!(out, "<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">");
        runs.plain(out, words, None);
        out.push_str("</w:hyperlink></w:p>");
    }
    out.push_str(
        "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\
         </w:sdtContent></w:sdt>",
    );
}
