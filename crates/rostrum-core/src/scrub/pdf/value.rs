//! Words and names out of PDF objects.

use hayro_syntax::object::{Dict, Name, String as PdfString};

/// Returns the words under a key.
pub(super) fn string(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    dict.get::<PdfString<'_>>(key).map(|words| text(words.as_bytes()))
}

/// Returns the name under a key.
pub(super) fn name(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| String::from_utf8_lossy(&name).into_owned())
}

/// Returns the words of a text string: UTF-16 or UTF-8 with a mark, else letters of its own.
pub(super) fn text(bytes: &[u8]) -> String {
    let wide = |big: bool| {
        let units = bytes[2..].chunks_exact(2).map(|pair| {
            if big {
                u16::from_be_bytes([pair[0], pair[1]])
            } else {
                u16::from_le_bytes([pair[0], pair[1]])
            }
        });
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    };
    match bytes {
        [0xFE, 0xFF, ..] => wide(true),
        [0xFF, 0xFE, ..] => wide(false),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(plain) => plain.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}
