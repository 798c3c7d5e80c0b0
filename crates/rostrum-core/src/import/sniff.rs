//! Tells from its bytes what a file is; the name only parts Markdown from plain text.

use super::error::Unread;

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Nothing,
    Pdf,
    Docx,
    Odt,
    Html,
    Markdown,
    Text,
    Damaged(&'static str),
    Other(Unread),
}

/// Returns what the bytes are.
pub(crate) fn kind(bytes: &[u8], name: &str) -> Found {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if start.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Found::Nothing;
    }
    // Some producers and mail gateways put a few bytes before the header.
    let head = &bytes[..bytes.len().min(1024)];
    if find(head, b"%PDF-").is_some() {
        return Found::Pdf;
    }
    // A file that lost its header still has numbered objects and a trailer.
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    if find(head, b" obj").is_some()
        && (find(tail, b"%%EOF").is_some() || find(tail, b"trailer").is_some())
    {
        return Found::Pdf;
    }
    if bytes.starts_with(b"PK") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if start.starts_with(b"{\\rtf") {
        return Found::Other(Unread::RichText);
    }
    let picture = bytes.starts_with(b"\x89PNG")
        || bytes.starts_with(b"\xFF\xD8\xFF")
        || bytes.starts_with(b"GIF8")
        || bytes.starts_with(b"II*\0")
        || bytes.starts_with(b"MM\0*");
    if picture {
        return Found::Other(Unread::Picture);
    }
    if looks_like_html(start) {
        return Found::Html;
    }
    if is_binary(bytes) {
        return Found::Other(Unread::NotText);
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "md" | "markdown" | "mdown" => Found::Markdown,
        _ => Found::Text,
    }
}

fn zipped(bytes: &[u8]) -> Found {
    let Ok(archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return Found::Damaged("its ZIP directory is missing or broken");
    };
    let has = |name: &str| archive.index_for_name(name).is_some();
    let any = |start: &str| archive.file_names().flatten().any(|name| name.starts_with(start));
    if any("word/") || has("word/document.xml") {
        Found::Docx
    } else if any("xl/") {
        Found::Other(Unread::Spreadsheet)
    } else if any("ppt/") {
        Found::Other(Unread::Presentation)
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        Found::Odt
    } else if has("[Content_Types].xml") {
        Found::Docx
    } else {
        Found::Other(Unread::Archive)
    }
}

/// Tells the kinds of OLE compound files apart by the names of their streams, which stand in the
/// directory in UTF-16.
fn compound(bytes: &[u8]) -> Found {
    let wide = |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    if find(bytes, &wide("EncryptedPackage")).is_some() {
        Found::Other(Unread::LockedOffice)
    } else if find(bytes, &wide("WordDocument")).is_some() {
        Found::Other(Unread::LegacyWord)
    } else {
        Found::Other(Unread::LegacyOffice)
    }
}

fn looks_like_html(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes[..bytes.len().min(2048)]
        .iter()
        .filter(|b| **b != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let trimmed = head.trim_ascii_start();
    let opens = [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<!-- saved from"];
    if opens.iter().any(|open| trimmed.starts_with(open)) {
        return true;
    }
    let inside = trimmed.starts_with(b"<") && !trimmed.starts_with(b"<http");
    inside
        && [&b"<html"[..], b"<body", b"<p>", b"<p ", b"<div", b"<h1", b"<article", b"<table"]
            .iter()
            .any(|tag| find(&head, tag).is_some())
}

fn is_binary(bytes: &[u8]) -> bool {
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if wide {
        return false;
    }
    let head = &bytes[..bytes.len().min(8192)];
    let control = head.iter().filter(|b| **b < 9 || (14..32).contains(*b) && **b != 27).count();
    let zero = |byte: &&u8| **byte == 0;
    let zeros = head.iter().filter(zero).count();
    // UTF-16 without a byte order mark has a zero in every other byte.
    let even = head.iter().step_by(2).filter(zero).count();
    let wide = zeros * 5 > head.len() && (even * 10 < zeros || even * 10 > zeros * 9);
    control * 20 > head.len() && !wide
}

pub(crate) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
