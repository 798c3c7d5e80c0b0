//! Finds whole words and phrases in a text.

use std::ops::Range;

/// Returns where a phrase stands in a text, capital for capital, with no letter or figure
/// right before or behind.
///
/// In Chinese, words are not parted: there any place counts.
pub(in crate::check) fn phrase<'t>(
    text: &'t str,
    sought: &'t str,
) -> impl Iterator<Item = Range<usize>> + 't {
    let parted = !sought.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    text.match_indices(sought).map(|(at, found)| at..at + found.len()).filter(move |range| {
        let before = text[..range.start].chars().next_back();
        let behind = text[range.end..].chars().next();
        !parted || !before.into_iter().chain(behind).any(char::is_alphanumeric)
    })
}

/// Tells whether a range stands between quotation marks in its text: it is then mentioned,
/// not said.
pub(in crate::check) fn quoted(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    let opened = before.rfind(['“', '«', '„']);
    let closed = before.rfind(['”', '»']);
    let curved = opened.is_some_and(|open| closed.is_none_or(|close| close < open));
    curved || before.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_as_whole_words_only() {
        let text = "Niger and Nigeria; NIGER; Niger's";
        assert_eq!(phrase(text, "Niger").collect::<Vec<_>>(), [0..5, 26..31]);
        assert_eq!(phrase("在中国的", "中国").count(), 1);
    }

    #[test]
    fn what_stands_in_quotation_marks_is_mentioned() {
        let text = "It says \"five\" and “six”, not seven.";
        assert!(quoted(text, &(9..13)) && quoted(text, &(text.find("six").expect("six")..25)));
        assert!(!quoted(text, &(text.find("seven").expect("seven")..text.len())));
    }
}
