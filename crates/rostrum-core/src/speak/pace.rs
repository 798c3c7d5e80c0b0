//! How fast a statement is spoken.

/// The slowest pace that can be set.
pub const SLOWEST: u32 = 40;

/// The fastest pace that can be set.
pub const FASTEST: u32 = 400;

/// Returns the usual pace of a language in words a minute, for a room with interpreters.
///
/// 120 words a minute is the upper end of what interpreters ask for. In Chinese and Japanese
/// every character counts as a word, and two hundred characters carry about as much; that
/// figure is Rostrum's own, to be set as one speaks.
pub fn pace(language: &str) -> u32 {
    match language.split('-').next().unwrap_or_default() {
        "zh" | "ja" => 200,
        _ => 120,
    }
}
