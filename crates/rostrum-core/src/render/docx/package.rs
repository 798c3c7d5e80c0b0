//! Puts the parts into one file.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::RenderError;
use super::lists::List;
use super::parts::{numbering, page, properties, settings, styles, theme};
use super::picture::MediaFile;
use super::runs::{Kind, Links, relationship};
use super::xml::escaped;
use crate::model::call::NotesPlace;
use crate::model::{Document, PictureKind};

const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// One part: its path, the end of its content type, its bytes.
type Part = (&'static str, String, String);

/// One file of the package: its path, its bytes, and how they are stored.
type File<'f> = (&'f str, &'f [u8], CompressionMethod);

/// Puts everything together; parts stand in a fixed order and carry no date.
pub(super) fn package(
    document: &Document,
    main: &str,
    notes: &str,
    links: &Links,
    lists: &[List],
    media: &[MediaFile],
    comments: Option<&str>,
) -> Result<Vec<u8>, RenderError> {
    let word = |kind: &str| format!("{WORD}.{kind}+xml");
    let kind = Kind::of(document.look.notes);
    let (note_path, note_links) = match document.look.notes {
        NotesPlace::Foot => ("word/footnotes.xml", "word/_rels/footnotes.xml.rels"),
        NotesPlace::End => ("word/endnotes.xml", "word/_rels/endnotes.xml.rels"),
    };
    let mut parts: Vec<Part> = vec![
        ("word/document.xml", word("document.main"), main.to_owned()),
        ("word/styles.xml", word("styles"), styles::styles(document)),
        ("word/numbering.xml", word("numbering"), numbering::numbering(lists)),
        ("word/settings.xml", word("settings"), settings::settings(document)),
        (note_path, word(kind.part), notes.to_owned()),
        (
            "word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml".into(),
            theme::theme(document),
        ),
        ("word/fontTable.xml", word("fontTable"), styles::fonts(document)),
    ];
    let mut related = vec![
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdNotes", kind.part, note_path.trim_start_matches("word/")),
        ("rIdTheme", "theme", "theme/theme1.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
    ];
    if let Some(comments) = comments {
        parts.push(("word/comments.xml", word("comments"), comments.to_owned()));
        related.push(("rIdComments", "comments", "comments.xml"));
    }
    if document.look.page_numbers {
        parts.extend([
            ("word/header1.xml", word("header"), page::header(document)),
            ("word/header2.xml", word("header"), page::first_header()),
            ("word/footer1.xml", word("footer"), page::footer()),
        ]);
        related.extend([
            (page::HEADER, "header", "header1.xml"),
            (page::FIRST_HEADER, "header", "header2.xml"),
            (page::FOOTER, "footer", "footer1.xml"),
        ]);
    }
    parts.extend([
        (
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".into(),
            properties::core(document),
        ),
        (
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".into(),
            properties::app(),
        ),
    ]);

    related.extend(
        media.iter().map(|m| (&*m.relationship, "image", m.path.trim_start_matches("word/"))),
    );
    let mut written = vec![
        ("[Content_Types].xml", content_types(&parts, media)),
        ("_rels/.rels", root_relationships()),
        ("word/_rels/document.xml.rels", relationships(&related, &links.text)),
    ];
    if !links.notes.is_empty() {
        written.push((note_links, relationships(&[], &links.notes)));
    }
    written.extend(parts.into_iter().map(|(path, _, bytes)| (path, bytes)));
    let files = written.iter().map(|(path, text)| -> File<'_> {
        let small = text.len() <= SMALL;
        let way = if small { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        (path, text.as_bytes(), way)
    });
    // Pictures are pressed together already.
    let files = files.chain(
        media.iter().map(|m| -> File<'_> { (&m.path, &m.bytes, CompressionMethod::Stored) }),
    );
    zipped(files).map_err(|e| RenderError::Package { detail: e.to_string() })
}

/// Parts up to this many bytes are stored as they are: to set a compressor up costs more than
/// the few hundred bytes it would save.
const SMALL: usize = 1024;

fn zipped<'f>(files: impl Iterator<Item = File<'f>>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes, method) in files {
        zip.start_file(path, options.compression_method(method))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(parts: &[Part], media: &[MediaFile]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    );
    for kind in [PictureKind::Png, PictureKind::Jpeg] {
        if media.iter().any(|m| m.kind == kind) {
            let (ending, media_type) = (kind.ending(), kind.media_type());
            let _ = write!(out, "<Default Extension=\"{ending}\" ContentType=\"{media_type}\"/>");
        }
    }
    for (path, kind, _) in parts {
        let _ = write!(out, "<Override PartName=\"/{path}\" ContentType=\"{kind}\"/>");
    }
    out.push_str("</Types>");
    out
}

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

fn root_relationships() -> String {
    format!(
        "{OPEN}<Relationship Id=\"rId1\" Type=\"{RELATIONSHIP}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{RELATIONSHIP}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
    )
}

/// Returns the relationships of one part: to other parts, and to the addresses it links to.
fn relationships(related: &[(&str, &str, &str)], links: &[String]) -> String {
    let mut out = String::from(OPEN);
    for (id, kind, target) in related {
        let _ = write!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{RELATIONSHIP}/{kind}\" Target=\"{target}\"/>"
        );
    }
    for (at, url) in links.iter().enumerate() {
        let _ = write!(
            out,
            "<Relationship Id=\"{}\" Type=\"{RELATIONSHIP}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            relationship(at),
            escaped(url)
        );
    }
    out.push_str("</Relationships>");
    out
}
