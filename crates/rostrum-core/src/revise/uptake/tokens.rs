//! Words as they are compared: without case, signs, and the two spellings of `-ize`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// One word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What is compared.
    pub(super) key: String,
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    /// Whether it carries too little meaning to be evidence of anything.
    pub(super) small: bool,
}

/// Cuts a text into words; characters of scripts without spaces stand alone.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, c) in text.char_indices() {
        if is_mark(c) {
            continue;
        }
        let alone = is_written_without_spaces(c);
        if !c.is_alphanumeric() || alone {
            close(&mut out, &mut open, at);
        }
        if alone && c.is_alphanumeric() {
            out.push(token(c.to_string(), at, at + c.len_utf8()));
        } else if c.is_alphanumeric() {
            open.get_or_insert_with(|| (at, String::new())).1.extend(c.to_lowercase());
        }
    }
    close(&mut out, &mut open, text.len());
    out
}

fn close(out: &mut Vec<Token>, open: &mut Option<(usize, String)>, end: usize) {
    if let Some((start, word)) = open.take() {
        out.push(token(word, start, end));
    }
}

fn token(word: String, start: usize, end: usize) -> Token {
    let key = one_spelling(word);
    let small = SMALL.contains(key.as_str());
    Token { key, start, end, small }
}

/// Writes `organise` as `organize`: editors change one into the other without meaning it.
fn one_spelling(word: String) -> String {
    for (from, to) in [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
    ] {
        if let Some(stem) = word.strip_suffix(from).filter(|stem| stem.len() > 3) {
            return format!("{stem}{to}");
        }
    }
    word
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}')
}

fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// For each word of either text, whether a comparison finds it in the other.
pub(super) struct Matched {
    /// For each word of the first text.
    pub(super) old: Vec<bool>,
    /// For each word of the second.
    pub(super) new: Vec<bool>,
    /// The pairs of places, in order.
    pub(super) pairs: Vec<(usize, usize)>,
}

/// Compares two runs of words in their order.
pub(super) fn matched(old: &[&str], new: &[&str]) -> Matched {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let (a, b) = (numbered(old, &mut numbers), numbered(new, &mut numbers));
    let mut out =
        Matched { old: vec![false; old.len()], new: vec![false; new.len()], pairs: Vec::new() };
    for op in capture_diff_slices(Algorithm::Patience, &a, &b) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for by in 0..len {
                out.old[old_index + by] = true;
                out.new[new_index + by] = true;
                out.pairs.push((old_index + by, new_index + by));
            }
        }
    }
    out
}

fn numbered<'k>(keys: &[&'k str], numbers: &mut BTreeMap<&'k str, u32>) -> Vec<u32> {
    keys.iter()
        .map(|key| {
            let next = numbers.len() as u32;
            *numbers.entry(key).or_insert(next)
        })
        .collect()
}

/// Returns what is compared of each word.
pub(super) fn keys(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.key.as_str()).collect()
}

/// Words that join others, in the six languages of the United Nations.
///
/// Not among them: `shall`, `should`, `may`, `must`, `not`, `all` and their like, over which
/// delegations spend nights.
static SMALL: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| SMALL_WORDS.iter().flat_map(|line| line.split_whitespace()).collect());

const SMALL_WORDS: [&str; 5] = [
    "a an and are as at be been being but by for from had has have he her his i if in into is it \
     its of on or our s so such than that the their them then there these they this those to \
     upon was we were which who whose with within also",
    "au aux avec ce ces cette dans de des du elle elles en est et il ils la le les leur leurs l d \
     ou où par pour qu que qui sa se ses son sont sur un une y à c n",
    "al como con del el ella en es esta este la las lo los para por que se sin son su sus un una \
     unas unos y o e u",
    "а в во для до его ее её из и или их к как на о об от по при с со так то у что это",
    "في من على إلى عن مع و أو أن التي الذي هذا هذه ذلك 的 和 在 与 及 或 等 了 是 为 对 以",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.key).collect()
    }

    #[test]
    fn case_signs_and_the_two_spellings_of_ize_do_not_matter() {
        assert_eq!(
            words("Organisations’ capacity-building"),
            words("organizations' Capacity building")
        );
        assert_eq!(words("re\u{AD}port"), words("report"));
        assert_eq!(words("rise"), ["rise"]);
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "L’été, 网络";
        let found: Vec<&str> = tokens(text).iter().map(|t| &text[t.start..t.end]).collect();
        assert_eq!(found, ["L", "été", "网", "络"]);
    }

    #[test]
    fn words_that_bind_are_not_small() {
        let small: Vec<bool> =
            tokens("the States shall not and of all").iter().map(|t| t.small).collect();
        assert_eq!(small, [true, false, false, false, true, true, false]);
    }
}
