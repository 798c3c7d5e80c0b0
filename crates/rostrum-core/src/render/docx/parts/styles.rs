//! Named styles: every look of the document in one place, where Word can change it.

use std::fmt::Write as _;

use super::page::text_width;
use crate::model::Document;
use crate::model::document::{Content, Look};
use crate::render::docx::tongues::{east_asian_font, languages};
use crate::render::docx::xml::escaped;

/// Distance between lines in per cent where the call states none.
const LINES: u32 = 110;

/// Returns `styles.xml`.
pub(in super::super) fn styles(document: &Document) -> String {
    let mut sheet = Sheet { out: defaults(document), look: &document.look };
    sheet.text();
    if document.blocks.iter().any(|b| matches!(b.content, Content::Picture { .. })) {
        sheet.pictures();
    }
    sheet.headings(document);
    sheet.cover(document);
    sheet.around();
    sheet.characters();
    let mut out = sheet.out;
    out.push_str(TABLES);
    out.push_str("</w:styles>");
    out
}

fn defaults(document: &Document) -> String {
    let size = u32::from(document.look.size_pt.max(6)) * 2;
    let font = escaped(&document.look.font);
    let asian = east_asian_font(&document.language);
    let (language, east_asian, bidi) = languages(&document.language);
    let (language, east_asian, bidi) = (escaped(&language), escaped(&east_asian), escaped(&bidi));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{asian}\" w:cs=\"{font}\"/>\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{east_asian}\" w:bidi=\"{bidi}\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:semiHidden/></w:style>"
    )
}

/// A sheet of styles in the making.
struct Sheet<'l> {
    out: String,
    look: &'l Look,
}

impl Sheet<'_> {
    /// Adds a style of paragraphs.
    fn paragraph(&mut self, id: &str, name: &str, next: &str, ppr: &str, rpr: &str) {
        let next =
            if next.is_empty() { String::new() } else { format!("<w:next w:val=\"{next}\"/>") };
        let _ = write!(
            self.out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/>{next}<w:qFormat/><w:pPr>{ppr}</w:pPr>{}</w:style>",
            run_properties(rpr)
        );
    }

    /// Returns the size of the text with so many points more, in half points.
    fn half(&self, more: i32) -> i32 {
        (i32::from(self.look.size_pt.max(6)) * 2 + 2 * more).max(12)
    }

    fn sized(&self, more: i32) -> String {
        let size = self.half(more);
        format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
    }

    fn bold(&self) -> &'static str {
        if self.look.plain { "" } else { "<w:b/><w:bCs/>" }
    }

    fn align(&self) -> &'static str {
        if self.look.justified { "both" } else { "left" }
    }

    /// Returns the distance to the next paragraph and between lines.
    fn spacing(&self, after: u32) -> String {
        let lines = match self.look.line_spacing {
            0 => LINES,
            stated => u32::from(stated.clamp(80, 300)),
        };
        let line = lines * 240 / 100;
        format!("<w:spacing w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"auto\"/>")
    }

    fn text(&mut self) {
        let align = self.align();
        let text = format!("{}<w:jc w:val=\"{align}\"/>", self.spacing(140));
        self.paragraph("BodyText", "Body Text", "", &text, "");
        self.paragraph("NumberedParagraph", "Numbered Paragraph", "", &text, "");
        let quote = format!(
            "{}<w:ind w:left=\"567\" w:right=\"567\"/><w:jc w:val=\"{align}\"/>",
            self.spacing(140)
        );
        self.paragraph("Quote", "Quote", "BodyText", &quote, "");
        let list = format!("{}<w:contextualSpacing/>", self.spacing(80));
        self.paragraph("ListBullet", "List Bullet", "", &list, "");
        self.paragraph("ListNumber", "List Number", "", &list, "");
        let signatory = "<w:keepLines/><w:spacing w:after=\"40\"/>";
        self.paragraph("Signatory", "Signatory", "", signatory, "");
        let cell = "<w:spacing w:before=\"40\" w:after=\"40\"/>";
        let (small, bold) = (self.sized(-2), self.bold());
        self.paragraph("TableText", "Table Text", "", cell, &small);
        let head = format!("<w:keepNext/>{cell}");
        self.paragraph("TableHeading", "Table Heading", "", &head, &format!("{bold}{small}"));
        self.paragraph(
            "AfterTable",
            "After Table",
            "",
            "<w:spacing w:after=\"0\"/>",
            "<w:sz w:val=\"12\"/><w:szCs w:val=\"12\"/>",
        );
    }

    /// Adds what stands where pictures do: the paragraph that holds one, and its caption.
    fn pictures(&mut self) {
        let figure = "<w:keepLines/><w:spacing w:before=\"160\" w:after=\"80\"/>";
        self.paragraph("Figure", "Figure", "Caption", figure, "");
        let caption = "<w:keepLines/><w:spacing w:after=\"200\"/>";
        let small = self.sized(-1);
        self.paragraph("Caption", "caption", "BodyText", caption, &small);
    }

    fn headings(&mut self, document: &Document) {
        let before = if document.title_after > 0 { 240 } else { 0 };
        let bold = self.bold();
        let title = format!("{bold}{}", self.sized(5));
        self.paragraph(
            "Title",
            "Title",
            "BodyText",
            &format!(
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"200\"/>"
            ),
            &title,
        );
        for level in 1..=6u8 {
            let (before, after, points) = match level {
                1 => (360, 120, 2),
                2 => (280, 100, i32::from(self.look.plain)),
                _ => (220, 80, 0),
            };
            let italics = if level >= 3 && !self.look.plain { "<w:i/><w:iCs/>" } else { "" };
            let weight = if level <= 3 { bold } else { "" };
            let run = format!("{weight}{italics}{}", self.sized(points));
            self.paragraph(
                &format!("Heading{level}"),
                &format!("heading {level}"),
                "BodyText",
                &format!(
                    "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"{after}\"/><w:outlineLvl w:val=\"{}\"/>",
                    level - 1
                ),
                &run,
            );
        }
    }

    fn cover(&mut self, document: &Document) {
        let cover = cover_labels(document, self.half(0).unsigned_abs());
        let line = format!(
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"{cover}\"/></w:tabs><w:spacing w:after=\"60\"/>\
             <w:ind w:left=\"{cover}\" w:hanging=\"{cover}\"/>"
        );
        let rule = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"6\" w:color=\"808080\"/></w:pBdr>";
        self.paragraph("Cover", "Cover", "BodyText", &format!("<w:keepLines/>{rule}{line}"), "");
        if document.title_after > 0 {
            let above = format!("<w:keepLines/>{line}");
            self.paragraph("CoverAbove", "Cover Above Title", "Title", &above, "");
        }
        if !self.look.contents {
            return;
        }
        let heading = format!("{}{}", self.bold(), self.sized(2));
        self.paragraph(
            "TOCHeading",
            "TOC Heading",
            "BodyText",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"120\"/>",
            &heading,
        );
        let width = text_width(self.look);
        for level in 1..=3u32 {
            let left = 284 * (level - 1);
            self.paragraph(
                &format!("TOC{level}"),
                &format!("toc {level}"),
                "",
                &format!(
                    "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/></w:tabs>\
                     <w:spacing w:after=\"60\"/><w:ind w:left=\"{left}\" w:right=\"567\"/>"
                ),
                "",
            );
        }
    }

    /// Adds what stands around the text: notes, comments, head and foot of the page.
    fn around(&mut self) {
        let (small, smaller) = (self.sized(-2), self.sized(-3));
        let note = format!("<w:spacing w:after=\"40\"/><w:jc w:val=\"{}\"/>", self.align());
        self.paragraph("FootnoteText", "footnote text", "", &note, &small);
        self.paragraph("EndnoteText", "endnote text", "", &note, &small);
        self.paragraph("CommentText", "annotation text", "", "<w:spacing w:after=\"0\"/>", &small);
        let faint = format!("<w:color w:val=\"595959\"/>{smaller}");
        let width = text_width(self.look);
        self.paragraph(
            "Header",
            "header",
            "",
            &format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs>"),
            &faint,
        );
        self.paragraph("Footer", "footer", "", "<w:jc w:val=\"center\"/>", &faint);
    }

    fn characters(&mut self) {
        let underline = if self.look.plain { "" } else { "<w:u w:val=\"single\"/>" };
        let link = format!("<w:color w:val=\"0563C1\"/>{underline}");
        for (id, name, rpr) in [
            (
                "CommentReference",
                "annotation reference",
                "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
            ),
            ("CoverLabel", "Cover Label", self.bold()),
            ("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>"),
            ("EndnoteReference", "endnote reference", "<w:vertAlign w:val=\"superscript\"/>"),
            ("Hyperlink", "Hyperlink", link.as_str()),
            ("ProposedInsertion", "Proposed Insertion", "<w:b/><w:bCs/><w:u w:val=\"single\"/>"),
            ("ProposedDeletion", "Proposed Deletion", "<w:strike/>"),
        ] {
            let _ = write!(
                self.out,
                "<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
                 <w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/>{}</w:style>",
                run_properties(rpr)
            );
        }
    }
}

/// Returns the width that the labels of the cover block need, in twentieths of a point.
///
/// A bold letter is about half as wide as it is high; labels of more than a third of the
/// line run over instead.
fn cover_labels(document: &Document, half_points: u32) -> u32 {
    let longest = document.cover.iter().map(|c| c.label.chars().count()).max().unwrap_or(0);
    let letters = u32::try_from(longest).unwrap_or(u32::MAX).min(60) + 2;
    (letters * half_points * 28 / 5).clamp(1_985, text_width(&document.look) * 2 / 5)
}

/// Returns `fontTable.xml`: the fonts that the styles name.
pub(in super::super) fn fonts(document: &Document) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:font w:name=\"{}\"/><w:font w:name=\"{}\"/></w:fonts>",
        escaped(&document.look.font),
        east_asian_font(&document.language)
    )
}

const TABLES: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
    <w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
    <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>\
    <w:basedOn w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>\
    <w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>\
    <w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>\
    <w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>\
    </w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr>\
    <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/></w:tcPr></w:tblStylePr></w:style>";

fn run_properties(inside: &str) -> String {
    if inside.is_empty() { String::new() } else { format!("<w:rPr>{inside}</w:rPr>") }
}
