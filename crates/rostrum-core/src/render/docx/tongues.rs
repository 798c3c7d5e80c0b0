//! What Word has to be told of the language and the direction of words.

use std::fmt::Write as _;

use crate::render::script::first_direction;

/// Writes what a run of words needs beside its emphasis: direction and language.
///
/// `language` is that of the words where it is another than the document's; `leftward` tells
/// whether their line runs from right to left, as figures and punctuation then do. Without
/// `w:rtl` Word takes the wrong font and size for Arabic, and puts punctuation on the wrong side.
pub(super) fn properties(out: &mut String, words: &str, language: Option<&str>, leftward: bool) {
    let right_to_left = first_direction(words).unwrap_or(leftward);
    if right_to_left {
        out.push_str("<w:rtl/>");
    }
    let Some(language) = language else { return };
    let kind = match language {
        _ if right_to_left => "w:bidi",
        "zh" | "ja" | "ko" => "w:eastAsia",
        _ => "w:val",
    };
    let _ = write!(out, "<w:lang {kind}=\"{}\"/>", with_region(language));
}

/// Tells whether words are set in the font for East Asian letters: punctuation such as “ ”
/// stands in both kinds of fonts, and Word must be told.
pub(super) fn is_east_asian(words: &str, language: &str) -> bool {
    matches!(language.get(..2), Some("zh" | "ja" | "ko")) && !words.is_ascii()
}

/// Returns a language with a region, as Word wants it: without one the United Nations' own
/// spelling or that of most readers.
pub(super) fn with_region(tag: &str) -> String {
    let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match main.as_str() {
        _ if tag.len() > main.len() => tag.replace('_', "-"),
        "en" => "en-GB".into(),
        "fr" => "fr-FR".into(),
        "es" => "es-ES".into(),
        "ru" => "ru-RU".into(),
        "ar" => "ar-SA".into(),
        "zh" => "zh-CN".into(),
        "de" => "de-DE".into(),
        "pt" => "pt-PT".into(),
        "el" => "el-GR".into(),
        "he" => "he-IL".into(),
        "ja" => "ja-JP".into(),
        "ko" => "ko-KR".into(),
        _ => tag.to_owned(),
    }
}

/// Returns the tags of a language for its letters, for East Asian and for right-to-left ones.
pub(super) fn languages(tag: &str) -> (String, String, String) {
    let full = with_region(tag);
    let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let east_asian =
        if matches!(main.as_str(), "zh" | "ja" | "ko") { full.clone() } else { "zh-CN".into() };
    let right_to_left = crate::render::script::runs_left(tag);
    let bidi = if right_to_left { full.clone() } else { "ar-SA".into() };
    (full, east_asian, bidi)
}

/// Returns a font for East Asian letters, for a document in this language.
pub(super) fn east_asian_font(tag: &str) -> &'static str {
    match tag.get(..2) {
        Some("ja") => "MS Mincho",
        Some("ko") => "Batang",
        _ => "SimSun",
    }
}
