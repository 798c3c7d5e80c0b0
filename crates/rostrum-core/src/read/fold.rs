//! Words without what a person does not type: case, accents, vowel signs, typographic signs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text folded for looking things up, which still knows where each letter stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of the folded text, the bytes of the original it came from.
    from: Vec<(u32, u32)>,
    /// Bytes of the original.
    length: u32,
}

/// A run of letters and digits in a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// The letters.
    pub text: &'a str,
    /// Where it begins in the folded text, in bytes.
    pub start: usize,
    /// Where it ends in the folded text, in bytes.
    pub end: usize,
    /// Whether only spaces and hyphens part it from the token before.
    pub joined: bool,
}

/// Folds a text.
///
/// Letters become small and lose accents and vowel signs; the forms of an Arabic letter that
/// keyboards and typists mix become one; quotation marks, dashes and spaces become the plain
/// ones; soft hyphens and marks of direction are left out.
///
/// ```
/// use rostrum_core::read::fold;
/// assert_eq!(fold("États “non–alignés”").text, "etats \"non-alignes\"");
/// assert_eq!(fold("الأَمْن").text, fold("الامن").text);
/// ```
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded { length: text.len() as u32, ..Folded::default() };
    for (at, char) in text.char_indices() {
        let span = (at as u32, (at + char.len_utf8()) as u32);
        if char.is_ascii() {
            push(&mut folded, char.to_ascii_lowercase(), span);
            continue;
        }
        for plain in std::iter::once(char).nfkd().filter(|c| !is_combining_mark(*c)) {
            for small in plain.to_lowercase() {
                if let Some(kept) = one_form(small) {
                    push(&mut folded, kept, span);
                }
            }
        }
    }
    folded
}

fn push(folded: &mut Folded, char: char, span: (u32, u32)) {
    folded.text.push(char);
    folded.from.extend(std::iter::repeat_n(span, char.len_utf8()));
}

/// Returns the one form under which a letter is looked up; none for what is not seen.
fn one_form(char: char) -> Option<char> {
    Some(match char {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' => return None,
        '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{640}' => return None,
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ς' => 'σ',
        'ß' => 's',
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        space if space.is_whitespace() => ' ',
        other => other,
    })
}

impl Folded {
    /// Returns where a stretch of the folded text stood in the original, in bytes.
    ///
    /// Marks that were folded away behind the last letter belong to it.
    pub fn original(&self, start: usize, end: usize) -> (u32, u32) {
        let first = self.from.get(start).map_or(self.length, |span| span.0);
        let last = end.checked_sub(1).and_then(|at| self.from.get(at)).map_or(first, |s| s.1);
        let next = self.from.get(end).map_or(self.length, |span| span.0);
        (first, last.max(next).max(first))
    }

    /// Returns the runs of letters and digits, in order.
    pub fn tokens(&self) -> Vec<Token<'_>> {
        let mut tokens: Vec<Token<'_>> = Vec::new();
        let mut start = None;
        let mut joined = true;
        for (at, char) in self.text.char_indices().chain([(self.text.len(), ' ')]) {
            match (char.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    tokens.push(Token {
                        text: &self.text[from..at],
                        start: from,
                        end: at,
                        joined: joined && !tokens.is_empty(),
                    });
                    start = None;
                    joined = matches!(char, ' ' | '-');
                }
                (false, None) => joined = joined && matches!(char, ' ' | '-'),
                (true, Some(_)) => {}
            }
        }
        tokens
    }
}

/// Tells whether a letter belongs to a script whose words are not parted by spaces, or that
/// glues particles to its words, so that words must be looked for inside runs of letters.
pub fn is_glued(char: char) -> bool {
    matches!(char,
        '\u{590}'..='\u{8ff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_typed_is_folded_away() {
        for (printed, typed) in [
            ("ÉTATS", "etats"),
            ("“agreed”", "\"agreed\""),
            ("co\u{ad}operation", "cooperation"),
            ("non\u{2011}binding", "non-binding"),
            ("para.\u{a0}23", "para. 23"),
            ("الأَمْن السيبرانيّ", "الامن السيبراني"),
            ("ﬁnal", "final"),
            ("Россия", "россия"),
            ("威胁", "威胁"),
        ] {
            assert_eq!(fold(printed).text, typed, "{printed}");
        }
    }

    #[test]
    fn a_place_in_the_folded_text_leads_back_to_the_printed_one() {
        let printed = "Les «États» ﬁdèles";
        let folded = fold(printed);
        let at = folded.text.find("etats").expect("it is there");
        let (start, end) = folded.original(at, at + 5);
        assert_eq!(&printed[start as usize..end as usize], "États");
        let at = folded.text.find("fideles").expect("it is there");
        let (start, end) = folded.original(at, at + 7);
        assert_eq!(&printed[start as usize..end as usize], "ﬁdèles");
    }

    #[test]
    fn tokens_know_whether_only_a_space_or_hyphen_stands_before_them() {
        let folded = fold("Confidence-building measures, trust");
        let told: Vec<(&str, bool)> =
            folded.tokens().iter().map(|token| (token.text, token.joined)).collect();
        assert_eq!(
            told,
            [("confidence", false), ("building", true), ("measures", true), ("trust", false)]
        );
    }
}
