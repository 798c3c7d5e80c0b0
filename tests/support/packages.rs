//! Makes Word and `OpenDocument` files of their parts, written one after the other in one text.
//!
//! ```text
//! === word/document.xml
//! <w:document xmlns:w="…">…
//! === word/numbering.xml
//! …
//! ```
//!
//! The relations of a Word file are made from the parts that there are; `=== strict` as the first
//! line makes those of a strict one.

use std::io::{Cursor, Write as _};

/// Parts of a Word file that its main part relates to.
const RELATED: [&str; 5] = ["styles", "numbering", "footnotes", "endnotes", "comments"];

/// Returns the parts of a description: path and content.
pub fn parts(description: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut strict = false;
    for line in description.lines() {
        match (line.strip_prefix("=== "), found.last_mut()) {
            (Some("strict"), _) => strict = true,
            (Some(path), _) => found.push((path.trim().to_owned(), String::new())),
            (None, Some((_, content))) => {
                content.push_str(line);
                content.push('\n');
            }
            (None, None) => {}
        }
    }
    if found.iter().any(|(path, _)| path == "word/document.xml") {
        relate(&mut found, strict);
    }
    found
}

fn relate(parts: &mut Vec<(String, String)>, strict: bool) {
    let office = if strict {
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    } else {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    };
    let relation = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{kind}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let all = |inner: String| format!("<Relationships>{inner}</Relationships>");
    let related: String = RELATED
        .iter()
        .filter(|name| parts.iter().any(|(path, _)| *path == format!("word/{name}.xml")))
        .map(|name| relation(name, &format!("{name}.xml")))
        .collect();
    parts.push(("_rels/.rels".into(), all(relation("officeDocument", "word/document.xml"))));
    parts.push(("word/_rels/document.xml.rels".into(), all(related)));
}

/// Returns the file that a description stands for.
///
/// # Panics
/// When there is no memory for it.
pub fn package(description: &str) -> Vec<u8> {
    zip(&parts(description))
}

/// Returns a ZIP archive of these parts.
///
/// # Panics
/// When there is no memory for it.
pub fn zip<P: AsRef<str>, C: AsRef<[u8]>>(parts: &[(P, C)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(path.as_ref(), options).expect("memory");
        archive.write_all(content.as_ref()).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}
