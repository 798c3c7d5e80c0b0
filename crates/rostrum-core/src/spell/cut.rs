//! Which words of a passage are to be looked up: no names, numbers, symbols and addresses.

use std::ops::Range;

/// One word to be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelled {
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// Whether it begins with a capital that no beginning of a sentence explains.
    pub(crate) name: bool,
}

/// Returns the words of a text to be looked up; `starts` are the bytes at which sentences begin.
///
/// Left out is what is no word of the language: pieces with figures, addresses, symbols with
/// strokes, acronyms, and words with a capital inside.
pub(crate) fn spelled(text: &str, starts: &[usize]) -> Vec<Spelled> {
    let mut out = Vec::new();
    let mut from = 0;
    for piece in text.split(char::is_whitespace) {
        let at = from;
        from += piece.len() + text[from + piece.len()..].chars().next().map_or(0, char::len_utf8);
        if piece.chars().any(|c| c.is_numeric() || matches!(c, '@' | '_' | '#' | '\\' | '='))
            || piece.contains("://")
            || piece.contains("www.")
            || dotted(piece)
            // An ending that is mentioned: "-tion".
            || piece.trim_start_matches(['"', '“', '(']).starts_with('-')
        {
            continue;
        }
        cut(text, piece, at, starts, &mut out);
    }
    out
}

/// Tells whether a full stop stands between letters, as in a host's name or "e.g.".
fn dotted(piece: &str) -> bool {
    let mut letters = piece.chars().skip_while(|c| *c != '.');
    letters.next().is_some() && letters.next().is_some_and(char::is_alphabetic)
}

/// Cuts a piece without spaces at everything but letters and apostrophes between letters.
fn cut(text: &str, piece: &str, at: usize, starts: &[usize], out: &mut Vec<Spelled>) {
    let inner =
        |c: char| c.is_alphabetic() || is_mark(c) || matches!(c, '\'' | '’' | 'ʼ' | '\u{ad}');
    let mut from = 0;
    let symbol = piece.contains('/') && piece.contains(char::is_uppercase);
    for part in piece.split(|c: char| !inner(c)) {
        let start = from;
        from += part.len() + piece[from + part.len()..].chars().next().map_or(0, char::len_utf8);
        let word = part.trim_matches(['\'', '’', 'ʼ', '\u{ad}']);
        let lead = part.len() - part.trim_start_matches(['\'', '’', 'ʼ', '\u{ad}']).len();
        let range = at + start + lead..at + start + lead + word.len();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 2 || symbol || capital_inside(word) {
            continue;
        }
        let capital = word.contains(char::is_uppercase);
        // The beginning of a sentence may stand behind a quotation mark or bracket.
        let opens = |s: &usize| {
            text.get(*s..range.start).is_some_and(|gap| !gap.contains(char::is_alphanumeric))
        };
        let first = starts.iter().any(opens);
        out.push(Spelled { range, name: capital && !first });
    }
}

/// Tells whether a capital stands behind a letter; one behind an apostrophe begins a word.
fn capital_inside(word: &str) -> bool {
    let pairs = word.chars().zip(word.chars().skip(1));
    pairs.into_iter().any(|(a, b)| a.is_alphabetic() && b.is_uppercase())
}

/// Tells whether a character only changes the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, bool)> {
        spelled(text, &[0]).into_iter().map(|s| (&text[s.range], s.name)).collect()
    }

    #[test]
    fn names_numbers_symbols_and_addresses_are_no_words_to_look_up() {
        assert_eq!(
            words(
                "“The ICTs of Utopia’s ports” and/or GPT-4, A/RES/75/240; see www.example.org e.g."
            ),
            [
                ("The", false),
                ("of", false),
                ("Utopia’s", true),
                ("ports", false),
                ("and", false),
                ("or", false),
                ("see", false)
            ]
        );
        assert_eq!(
            words("well-being first.last@example.org iPhone"),
            [("well", false), ("being", false)]
        );
        assert_eq!(words("de l’État membre"), [("de", false), ("l’État", true), ("membre", false)]);
    }
}
