//! Cuts a passage into sentences, with the abbreviations of UN texts in mind.

use std::ops::Range;

/// Words before a full stop that do not end a sentence.
const ABBREVIATIONS: [&str; 44] = [
    "adm", "al", "amb", "apr", "art", "arts", "aug", "cf", "ch", "dec", "dr", "e.g", "eds", "esp",
    "etc", "feb", "fig", "figs", "h.e", "i.e", "inc", "jan", "jul", "jun", "ltd", "mar", "mr",
    "mrs", "ms", "no", "nos", "nov", "oct", "p", "para", "paras", "pp", "prof", "sec", "sept",
    "st", "u.n", "u.s", "vol",
];

/// Returns the sentences of a passage as ranges of bytes without surrounding space.
///
/// A sentence ends at `.`, `!`, `?` or their Arabic and Chinese kin, with the closing
/// quotation marks and brackets behind, when space and the beginning of a new sentence follow.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let wide = matches!(c, '。' | '！' | '？');
        if !wide && !matches!(c, '.' | '!' | '?' | '؟') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((at, c)) = letters.peek().copied() {
            if !matches!(
                c,
                '.' | '!' | '?' | '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』'
            ) {
                break;
            }
            end = at + c.len_utf8();
            letters.next();
        }
        let rest = &text[end..];
        let next = rest.trim_start();
        let parted = wide || rest.len() > next.len() || next.is_empty();
        let begins = next.chars().next().is_none_or(|c| !c.is_lowercase());
        if parted && begins && !(c == '.' && abbreviated(&text[start..at], next)) {
            push(&mut out, text, start..end);
            start = end;
        }
    }
    push(&mut out, text, start..text.len());
    out
}

fn push(out: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if start < end {
        out.push(start..end);
    }
}

/// Tells whether the full stop belongs to an abbreviation.
fn abbreviated(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let listed = ABBREVIATIONS.contains(&word.to_lowercase().as_str());
    // "etc." and months may well end a sentence: only figures and small letters go on.
    let may_end = matches!(word, "etc" | "al" | "Inc" | "Ltd");
    (initial || listed) && !next.is_empty() && !(may_end && next.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        assert_eq!(
            cut("See para. 31 (a) of A/79/214. It says more. Mr. Chair, we agree!"),
            ["See para. 31 (a) of A/79/214.", "It says more.", "Mr. Chair, we agree!"]
        );
        assert_eq!(
            cut("About 2.5 million. \"Yes.\" No?"),
            ["About 2.5 million.", "\"Yes.\"", "No?"]
        );
        assert_eq!(
            cut("Ports, roads etc. The rest waits."),
            ["Ports, roads etc.", "The rest waits."]
        );
    }

    #[test]
    fn chinese_needs_no_space() {
        assert_eq!(cut("各国重申。国际法适用。"), ["各国重申。", "国际法适用。"]);
    }
}
