//! Words of a sentence with their places, for rules that look at words.

use std::borrow::Cow;
use std::ops::Range;

/// One word of a text, without the punctuation around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Token<'a> {
    /// The word as it stands.
    pub(in crate::check) text: &'a str,
    /// The word in small letters, with straight apostrophes.
    pub(in crate::check) small: Cow<'a, str>,
    /// Its bytes in the text.
    pub(in crate::check) range: Range<usize>,
    /// Whether punctuation that parts clauses stands behind it.
    pub(in crate::check) closed: bool,
}

impl Token<'_> {
    /// Tells whether the word is one of these.
    pub(in crate::check) fn is(&self, words: &[&str]) -> bool {
        words.contains(&&*self.small)
    }

    /// Tells whether the word begins with a capital letter.
    pub(in crate::check) fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// Returns the words of a part of a text; ranges are those of the whole text.
pub(in crate::check) fn tokens<'a>(text: &'a str, part: &Range<usize>) -> Vec<Token<'a>> {
    let mut out = Vec::new();
    let mut from = part.start;
    for piece in text[part.clone()].split(|c: char| c.is_whitespace() || matches!(c, '—' | '–'))
    {
        let at = from;
        from += piece.len() + text[from + piece.len()..].chars().next().map_or(0, char::len_utf8);
        let outer = |c: char| {
            !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£' | '§' | '+' | '#' | '@')
        };
        let word = piece.trim_matches(outer);
        if word.is_empty() {
            continue;
        }
        let lead = piece.len() - piece.trim_start_matches(outer).len();
        let range = at + lead..at + lead + word.len();
        let behind = &piece[lead + word.len()..];
        out.push(Token {
            text: word,
            small: small(word),
            range,
            closed: behind.contains([',', ';', ':', '.', '!', '?', ')', '"', '”']),
        });
    }
    out
}

/// Returns a word in small letters; most words are so already and are not copied.
fn small(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace('’', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_the_punctuation_around_them_and_keep_their_place() {
        let text = "One. (Some 40% of “users”, say) 1,200 — yes";
        let found = tokens(text, &(5..text.len()));
        let words: Vec<&str> = found.iter().map(|t| t.text).collect();
        assert_eq!(words, ["Some", "40%", "of", "users", "say", "1,200", "yes"]);
        assert!(found.iter().all(|t| &text[t.range.clone()] == t.text));
        assert!(found[3].closed && !found[2].closed);
    }
}
