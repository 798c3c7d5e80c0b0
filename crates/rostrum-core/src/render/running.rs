//! The head of every page but the first.

/// Returns a title short enough for the head of a page: its first words.
pub fn running_head(title: &str) -> String {
    const WORDS: usize = 7;
    const LETTERS: usize = 70;
    let mut out = String::new();
    for (at, word) in title.split_whitespace().enumerate() {
        if at == WORDS || out.chars().count() + word.chars().count() >= LETTERS {
            return format!("{out}…");
        }
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_page_has_the_first_words_of_the_title() {
        assert_eq!(running_head("Comments on the zero draft"), "Comments on the zero draft");
        let long = "Comments on the zero draft of the progress report";
        assert_eq!(running_head(long), "Comments on the zero draft of the…");
        assert_eq!(running_head(&"x".repeat(80)), "…");
    }
}
