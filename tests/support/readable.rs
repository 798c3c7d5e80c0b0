//! Parts of Word files as a person can read them: one run a line, under its paragraph.

use std::io::{Cursor, Read as _};

/// Elements that begin a line, with how far in it stands.
const LINES: [(&str, usize); 26] = [
    ("w:sdt>", 0),
    ("w:tbl>", 0),
    ("w:sectPr>", 0),
    ("/w:body>", 0),
    ("w:tr>", 1),
    ("w:tc>", 2),
    ("w:p>", 0),
    ("w:r>", 4),
    ("w:hyperlink ", 4),
    ("/w:hyperlink>", 4),
    ("w:bookmarkStart ", 4),
    ("w:ins ", 4),
    ("w:del ", 4),
    ("w:moveFrom ", 4),
    ("w:moveTo ", 4),
    ("w:moveFromRangeStart ", 4),
    ("w:moveToRangeStart ", 4),
    ("w:commentRangeStart ", 4),
    ("w:commentRangeEnd ", 4),
    ("w:comment ", 0),
    ("w:footnote ", 0),
    ("w:endnote ", 0),
    ("w:abstractNum ", 0),
    ("w:lvl ", 2),
    ("w:lvlOverride ", 2),
    ("w:num ", 0),
];

/// Returns a part of a package, normalised: namespaces, prefixes and what only tells that spaces
/// count are left out.
///
/// # Panics
/// If there is no such part.
pub fn part(package: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(package)).expect("a zip file");
    let mut xml = String::new();
    package.by_name(name).expect(name).read_to_string(&mut xml).expect("text");
    let mut out = String::new();
    for piece in xml.split_inclusive('>') {
        let Some(at) = piece.find('<') else {
            out.push_str(piece);
            continue;
        };
        let (words, tag) = piece.split_at(at);
        out.push_str(words);
        if let Some((_, indent)) = LINES.iter().find(|(name, _)| tag[1..].starts_with(name))
            // Inside a change, a run goes on in its line.
            && !(tag == "<w:r>" && out.trim_end().ends_with('>') && inside_change(&out))
        {
            out.push('\n');
            out.push_str(&" ".repeat(*indent));
        }
        let attributes = tag.find(" xmlns").map_or(tag.to_owned(), |at| format!("{}>", &tag[..at]));
        let plain = attributes.replace(" xml:space=\"preserve\"", "").replace("w:", "");
        out.push_str(&plain);
    }
    out
}

fn inside_change(out: &str) -> bool {
    let line = out.lines().next_back().unwrap_or_default().trim_start();
    ["<ins ", "<del ", "<moveFrom ", "<moveTo "].iter().any(|tag| line.starts_with(tag))
        && !line.contains("</r>")
}
