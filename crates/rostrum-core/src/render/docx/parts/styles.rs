//! Named styles: every look of the document in one place, where Word can change it.

use std::fmt::Write as _;

use super::page::TEXT_WIDTH;
use crate::model::Document;
use crate::render::docx::finish::escaped;

/// Returns `styles.xml`.
pub(in super::super) fn styles(document: &Document) -> String {
    let look = &document.look;
    let size = u32::from(look.size_pt.max(6)) * 2;
    let font = escaped(&look.font);
    let (language, east_asian, bidi) = languages(&document.language);
    let align = if look.justified { "both" } else { "left" };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{east_asian}\" w:bidi=\"{bidi}\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:semiHidden/></w:style>"
    );
    let half = |points: i32| (i32::try_from(size).unwrap_or(24) + 2 * points).max(12);
    let sized = |points: i32| {
        let size = half(points);
        format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
    };
    let bold = "<w:b/><w:bCs/>";
    let mut paragraph = |id: &str, name: &str, next: &str, ppr: &str, rpr: &str| {
        let next =
            if next.is_empty() { String::new() } else { format!("<w:next w:val=\"{next}\"/>") };
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/>{next}<w:qFormat/><w:pPr>{ppr}</w:pPr>{}</w:style>",
            run_properties(rpr)
        );
    };
    paragraph(
        "Title",
        "Title",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:after=\"200\"/>",
        &format!("{bold}{}", sized(5)),
    );
    let cover = cover_labels(document, size);
    paragraph(
        "Cover",
        "Cover",
        "BodyText",
        &format!(
            "<w:keepLines/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"6\" w:color=\"808080\"/></w:pBdr>\
         <w:tabs><w:tab w:val=\"left\" w:pos=\"{cover}\"/></w:tabs><w:spacing w:after=\"60\"/>\
         <w:ind w:left=\"{cover}\" w:hanging=\"{cover}\"/>"
        ),
        "",
    );
    for level in 1..=6u8 {
        let (before, after, points) = match level {
            1 => (360, 120, 2),
            2 => (280, 100, 0),
            _ => (220, 80, 0),
        };
        let italics = if level >= 3 { "<w:i/><w:iCs/>" } else { "" };
        let weight = if level <= 3 { bold } else { "" };
        paragraph(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            "BodyText",
            &format!(
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"{after}\"/><w:outlineLvl w:val=\"{}\"/>",
                level - 1
            ),
            &format!("{weight}{italics}{}", sized(points)),
        );
    }
    let text = format!(
        "<w:spacing w:after=\"140\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"{align}\"/>"
    );
    paragraph("BodyText", "Body Text", "", &text, "");
    paragraph("NumberedParagraph", "Numbered Paragraph", "", &text, "");
    paragraph(
        "Quote",
        "Quote",
        "BodyText",
        &format!(
            "<w:spacing w:after=\"140\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:left=\"567\" w:right=\"567\"/><w:jc w:val=\"{align}\"/>"
        ),
        "",
    );
    let list =
        "<w:spacing w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/><w:contextualSpacing/>";
    paragraph("ListBullet", "List Bullet", "", list, "");
    paragraph("ListNumber", "List Number", "", list, "");
    paragraph("Signatory", "Signatory", "", "<w:keepLines/><w:spacing w:after=\"40\"/>", "");
    paragraph(
        "TableText",
        "Table Text",
        "",
        "<w:spacing w:before=\"40\" w:after=\"40\"/>",
        &sized(-2),
    );
    paragraph(
        "TableHeading",
        "Table Heading",
        "",
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>",
        &format!("{bold}{}", sized(-2)),
    );
    paragraph(
        "AfterTable",
        "After Table",
        "",
        "<w:spacing w:after=\"0\"/>",
        "<w:sz w:val=\"12\"/><w:szCs w:val=\"12\"/>",
    );
    paragraph(
        "FootnoteText",
        "footnote text",
        "",
        &format!("<w:spacing w:after=\"40\"/><w:jc w:val=\"{align}\"/>"),
        &sized(-2),
    );
    paragraph("CommentText", "annotation text", "", "<w:spacing w:after=\"0\"/>", &sized(-2));
    paragraph(
        "Header",
        "header",
        "",
        &format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{TEXT_WIDTH}\"/></w:tabs>"),
        &format!("<w:color w:val=\"595959\"/>{}", sized(-3)),
    );
    paragraph(
        "Footer",
        "footer",
        "",
        "<w:jc w:val=\"center\"/>",
        &format!("<w:color w:val=\"595959\"/>{}", sized(-3)),
    );
    for (id, name, rpr) in [
        ("CommentReference", "annotation reference", "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"),
        ("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>"),
        ("Hyperlink", "Hyperlink", "<w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/>"),
        ("ProposedInsertion", "Proposed Insertion", "<w:b/><w:bCs/><w:u w:val=\"single\"/>"),
        ("ProposedDeletion", "Proposed Deletion", "<w:strike/>"),
    ] {
        let _ = write!(
            out,
            "<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/>{}</w:style>",
            run_properties(rpr)
        );
    }
    out.push_str(TABLES);
    out.push_str("</w:styles>");
    out
}

/// Returns the width that the labels of the cover block need, in twentieths of a point.
///
/// A bold letter is about half as wide as it is high; labels of more than a third of the
/// line run over instead.
fn cover_labels(document: &Document, half_points: u32) -> u32 {
    let longest = document.cover.iter().map(|c| c.label.chars().count()).max().unwrap_or(0);
    let letters = u32::try_from(longest).unwrap_or(u32::MAX).min(60) + 2;
    (letters * half_points * 5).clamp(1_985, TEXT_WIDTH * 2 / 5)
}

/// Returns `fontTable.xml`: the one font the styles name.
pub(in super::super) fn fonts(document: &Document) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:font w:name=\"{}\"/></w:fonts>",
        escaped(&document.look.font)
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

/// Returns the tags of a language for its letters, for East Asian and for right-to-left ones.
///
/// Word wants a region with every language; without one the United Nations' own spelling
/// or the largest one is taken.
pub(super) fn languages(tag: &str) -> (String, String, String) {
    let tag = escaped(tag);
    let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let full = match main.as_str() {
        _ if tag.len() > main.len() => tag.replace('_', "-"),
        "en" => "en-GB".into(),
        "fr" => "fr-FR".into(),
        "es" => "es-ES".into(),
        "ru" => "ru-RU".into(),
        "ar" => "ar-SA".into(),
        "zh" => "zh-CN".into(),
        _ => tag.clone(),
    };
    let east_asian = if matches!(main.as_str(), "zh" | "ja" | "ko") { &full } else { "zh-CN" };
    let right_to_left = crate::render::html::is_right_to_left(&tag);
    let bidi = if right_to_left { full.as_str() } else { "ar-SA" };
    (full.clone(), east_asian.to_owned(), bidi.to_owned())
}
