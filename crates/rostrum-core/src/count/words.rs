//! Words and characters of a text, as a word processor counts them.

/// Returns the words of a text as Word counts them.
///
/// A word is what stands between white space, en dashes and em dashes; hyphens, slashes,
/// addresses and numbers do not part words, and punctuation that stands alone is one.
/// Every Chinese or Japanese character counts as one word, its punctuation too; Korean is
/// counted by its spaces. Characters that nobody sees do not count and do not part.
///
/// The rule reproduces `LibreOffice`'s count except where `tests/count.rs` lists a reason.
pub fn words(text: &str) -> u32 {
    let mut count = 0;
    let mut inside = false;
    for c in text.chars().filter(|c| !unseen(*c)) {
        if parts(c) {
            inside = false;
        } else if stands_alone(c) {
            count += 1;
            inside = false;
        } else if !inside {
            count += 1;
            inside = true;
        }
    }
    count
}

/// Returns the characters of a text, with and without spaces; line breaks are not counted.
pub fn characters(text: &str) -> (u32, u32) {
    let mut with = 0;
    let mut without = 0;
    for c in text.chars().filter(|c| !unseen(*c) && !matches!(c, '\n' | '\r')) {
        with += 1;
        without += u32::from(!c.is_whitespace());
    }
    (with, without)
}

/// Tells whether a character parts words: white space of any width, en dash, em dash.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2013}' | '\u{2014}')
}

/// Tells whether a character is there but never seen: zero-width space and joiners, marks
/// of direction, byte order mark.
fn unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Tells whether a character is a word by itself: ideographs, kana, their punctuation and
/// full-width forms.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}'     // radicals
        | '\u{2FF0}'..='\u{303F}'   // description characters, punctuation
        | '\u{3041}'..='\u{312F}'   // kana, bopomofo
        | '\u{3190}'..='\u{4DBF}'   // annotation, kana extensions, enclosed, extension A
        | '\u{4E00}'..='\u{9FFF}'   // unified ideographs
        | '\u{F900}'..='\u{FAFF}'   // compatibility ideographs
        | '\u{FE30}'..='\u{FE4F}'   // vertical forms
        | '\u{FF01}'..='\u{FF9F}'   // full-width letters, half-width kana
        | '\u{FFE0}'..='\u{FFE6}'   // full-width signs
        | '\u{20000}'..='\u{3FFFF}' // ideographs of the later extensions
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_and_slashes_join_and_dashes_part() {
        assert_eq!(words("A state-of-the-art and/or A/RES/75/240"), 4);
        assert_eq!(words("The text\u{2014}as amended\u{2014}stands on pages 12\u{2013}14."), 9);
        assert_eq!(words("spaced \u{2013} dash"), 2);
    }

    #[test]
    fn chinese_counts_by_character_and_korean_by_spaces() {
        assert_eq!(words("国际法适用。"), 6);
        assert_eq!(words("The 联合国 Charter"), 5);
        assert_eq!(words("국가들은 국제법이 적용됨을"), 3);
    }

    #[test]
    fn what_nobody_sees_neither_counts_nor_parts() {
        assert_eq!(words("zero\u{200B}width \u{FEFF} x"), 2);
        assert_eq!(words(""), 0);
        assert_eq!(words(" \u{A0}\u{202F} "), 0);
    }

    #[test]
    fn characters_are_those_a_form_counts() {
        assert_eq!(characters("a b\nc"), (4, 3));
    }
}
