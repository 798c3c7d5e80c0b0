//! Objects as bytes, and the file they make.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use hayro_syntax::PdfVersion;

use crate::submit::manifest::sha256_hex;

/// Objects in one packed stream.
const PACKED: usize = 200;

/// An object of the file.
pub(super) enum Body {
    /// Its bytes.
    Plain(Vec<u8>),
    /// Its dictionary and its data.
    Stream(Vec<u8>, Vec<u8>),
}

/// Writes a number so that it is the same number when it is read.
pub(super) fn figure(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        format!("{}", number as i64)
    } else if number.is_finite() {
        format!("{number}")
    } else {
        "0".into()
    }
}

pub(super) fn label(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

pub(super) fn literal(bytes: &[u8], out: &mut Vec<u8>) {
    let plain = bytes.iter().all(|byte| (32..127).contains(byte));
    if plain {
        out.push(b'(');
        for byte in bytes {
            if matches!(byte, b'(' | b')' | b'\\') {
                out.push(b'\\');
            }
            out.push(*byte);
        }
        out.push(b')');
    } else {
        out.push(b'<');
        for byte in bytes {
            out.extend_from_slice(format!("{byte:02X}").as_bytes());
        }
        out.push(b'>');
    }
}

/// Writes words as a text string.
pub(super) fn words(text: &str, out: &mut Vec<u8>) {
    if text.is_ascii() {
        literal(text.as_bytes(), out);
    } else {
        let mut wide = vec![0xFE, 0xFF];
        wide.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        literal(&wide, out);
    }
}

/// Puts the objects into one file; the first is the root.
pub(super) fn assemble(
    objects: &[Body],
    info: Option<usize>,
    packs: bool,
    version: PdfVersion,
) -> Vec<u8> {
    let version = match version {
        PdfVersion::Pdf10 | PdfVersion::Pdf11 | PdfVersion::Pdf12 | PdfVersion::Pdf13 => "1.3",
        PdfVersion::Pdf14 => "1.4",
        PdfVersion::Pdf15 => "1.5",
        PdfVersion::Pdf16 => "1.6",
        PdfVersion::Pdf17 => "1.7",
        PdfVersion::Pdf20 => "2.0",
    };
    let mut out = format!("%PDF-{version}\n").into_bytes();
    out.extend_from_slice(b"%\xE2\xE3\xCF\xD3\n");
    // For each number: kind of entry, place or stream, place in it.
    let mut places: Vec<(u8, usize, usize)> = vec![(0, 0, 65_535); objects.len() + 1];
    let mut plain: Vec<(usize, &[u8])> = Vec::new();
    for (at, body) in objects.iter().enumerate() {
        match body {
            Body::Plain(bytes) if packs => plain.push((at + 1, bytes)),
            Body::Plain(bytes) => {
                places[at + 1] = (1, out.len(), 0);
                out.extend_from_slice(format!("{} 0 obj\n", at + 1).as_bytes());
                out.extend_from_slice(bytes);
                out.extend_from_slice(b"\nendobj\n");
            }
            Body::Stream(head, data) => {
                places[at + 1] = (1, out.len(), 0);
                stream(at + 1, head, data, &mut out);
            }
        }
    }
    for pack in plain.chunks(PACKED) {
        let number = places.len();
        let (mut index, mut bodies) = (String::new(), Vec::new());
        for (place, (object, bytes)) in pack.iter().enumerate() {
            index.push_str(&format!("{object} {} ", bodies.len()));
            bodies.extend_from_slice(bytes);
            bodies.push(b'\n');
            places[*object] = (2, number, place);
        }
        let first = index.len();
        let data = deflated(&[index.as_bytes(), &bodies].concat());
        let head = format!(
            "<</Type/ObjStm/N {}/First {first}/Filter/FlateDecode/Length {}>>",
            pack.len(),
            data.len()
        );
        places.push((1, out.len(), 0));
        stream(number, head.as_bytes(), &data, &mut out);
    }
    let id = &sha256_hex(&out)[..32];
    let info = info.map_or_else(String::new, |number| format!("/Info {number} 0 R"));
    let common = format!("/Root 1 0 R{info}/ID[<{id}><{id}>]");
    let start = out.len();
    if packs {
        let number = places.len();
        places.push((1, start, 0));
        let mut rows = Vec::with_capacity(places.len() * 8);
        for (kind, place, inside) in &places {
            rows.push(*kind);
            rows.extend_from_slice(&(*place as u32).to_be_bytes());
            rows.extend_from_slice(&(*inside as u16).to_be_bytes());
        }
        let data = deflated(&rows);
        let head = format!(
            "<</Type/XRef/Size {}/W[1 4 2]{common}/Filter/FlateDecode/Length {}>>",
            places.len(),
            data.len()
        );
        stream(number, head.as_bytes(), &data, &mut out);
    } else {
        out.extend_from_slice(format!("xref\n0 {}\n", places.len()).as_bytes());
        for (kind, place, inside) in &places {
            let sort = if *kind == 0 { 'f' } else { 'n' };
            out.extend_from_slice(format!("{place:010} {inside:05} {sort} \n").as_bytes());
        }
        out.extend_from_slice(format!("trailer\n<</Size {}{common}>>\n", places.len()).as_bytes());
    }
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    out
}

fn stream(number: usize, head: &[u8], data: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    out.extend_from_slice(head);
    out.extend_from_slice(b"\nstream\n");
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream\nendobj\n");
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).expect("memory takes every byte");
    encoder.finish().expect("memory takes every byte")
}
