//! Numbers of paragraphs and lists.

use std::fmt::Write as _;

use crate::render::docx::lists::{BULLETS, List, PARAGRAPHS, number_of};

/// Returns `numbering.xml`: paragraph numbers that run on over headings, bullets, and one
/// entry for each numbered list, so that each starts where it should.
pub(in super::super) fn numbering(lists: &[List]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    );
    // The number stands at the margin and the text goes back to it, as in UN documents; what
    // is under it stands under its text.
    let paragraph = level(
        0,
        "decimal",
        "%1.",
        "<w:tabs><w:tab w:val=\"num\" w:pos=\"567\"/></w:tabs><w:ind w:left=\"0\" w:firstLine=\"0\"/>",
    );
    let below: String = (1..9).map(|depth| numbered(depth, depth, depth)).collect();
    abstract_numbering(&mut out, 1, "multilevel", &(paragraph + &below));
    let bullets: String = (0..9)
        .map(|depth| {
            level(depth, "bullet", ["•", "–", "▪"][usize::from(depth) % 3], &indent(depth))
        })
        .collect();
    abstract_numbering(&mut out, 2, "hybridMultilevel", &bullets);
    let numbers: String = (0..9).map(|depth| numbered(depth, depth, depth)).collect();
    abstract_numbering(&mut out, 3, "multilevel", &numbers);
    let lettered: String = (0..9).map(|depth| numbered(depth, depth + 1, depth + 1)).collect();
    abstract_numbering(&mut out, 4, "multilevel", &lettered);
    for (number, of) in [(PARAGRAPHS, 1), (BULLETS, 2)] {
        let _ =
            write!(out, "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{of}\"/></w:num>");
    }
    for (place, list) in lists.iter().enumerate() {
        let _ = write!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/><w:lvlOverride w:ilvl=\"{}\">\
             <w:startOverride w:val=\"{}\"/></w:lvlOverride></w:num>",
            number_of(place),
            if list.lettered { 4 } else { 3 },
            list.depth,
            list.start
        );
    }
    out.push_str("</w:numbering>");
    out
}

fn abstract_numbering(out: &mut String, id: u32, kind: &str, levels: &str) {
    let _ = write!(
        out,
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"{kind}\"/>{levels}</w:abstractNum>"
    );
}

/// Returns a level whose numbers are of the kind that `kind` levels down have, so far in as
/// `place` levels down.
fn numbered(depth: u8, kind: u8, place: u8) -> String {
    let (format, open, close) =
        [("decimal", "", "."), ("lowerLetter", "(", ")"), ("lowerRoman", "(", ")")]
            [usize::from(kind) % 3];
    level(depth, format, &format!("{open}%{}{close}", depth + 1), &indent(place))
}

fn level(depth: u8, format: &str, text: &str, properties: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr>{properties}</w:pPr></w:lvl>"
    )
}

fn indent(depth: u8) -> String {
    let start = 567 + 425 * u32::from(depth);
    format!("<w:ind w:left=\"{start}\" w:hanging=\"425\"/>")
}
