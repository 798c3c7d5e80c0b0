//! What editors change without changing what is said.

/// Tells whether a character is a word of its own, as in Chinese and Japanese.
pub(super) fn is_alone(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FFF}' | '\u{3040}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Returns a word without the ending of the plural and without house spelling.
pub(super) fn stem(word: &str) -> String {
    let mut plain = spelling(word);
    if plain.len() > 3 && plain.ends_with('s') && !plain.ends_with("ss") {
        plain.pop();
    }
    plain
}

/// Returns one spelling of a lower-case word for those that houses spell differently:
/// `organize` and `organise`, `labour` and `labor`, `programme` and `program`.
pub(super) fn spelling(word: &str) -> String {
    if !word.is_ascii() || word.len() < 5 {
        return word.to_owned();
    }
    let mut plain = word.to_owned();
    for (ending, british) in [
        ("ize", "ise"),
        ("izes", "ises"),
        ("ized", "ised"),
        ("izing", "ising"),
        ("ization", "isation"),
        ("izations", "isations"),
        ("yze", "yse"),
        ("yzed", "ysed"),
        ("yzing", "ysing"),
        ("or", "our"),
        ("ors", "ours"),
        ("programs", "programmes"),
        ("program", "programme"),
        ("center", "centre"),
        ("centers", "centres"),
    ] {
        if let Some(stem) =
            plain.strip_suffix(ending).filter(|stem| stem.len() >= 2 || stem.is_empty())
        {
            plain = format!("{stem}{british}");
            break;
        }
    }
    plain
}

/// Tells whether two texts differ only in what editors change: case, punctuation, brackets,
/// spaces, spelling and the numbers of paragraphs, articles and notes they refer to.
pub(super) fn only_style(old: &str, new: &str) -> bool {
    plain(old) == plain(new)
}

fn plain(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if is_alone(c) {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            words.push(c.into());
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2019}' | '\'') && !word.is_empty() {
            words.push(spelling(&std::mem::take(&mut word)));
        }
    }
    without_references(words)
}

/// Words in front of the number of a part of a text, in the singular.
const PARTS: &[&str] = &[
    "paragraph",
    "subparagraph",
    "para",
    "article",
    "art",
    "section",
    "chapter",
    "annex",
    "option",
    "footnote",
    "note",
];

/// Replaces the numbers of parts of texts: "paragraphs 14, 15 and 16 bis" → "paragraphs #".
fn without_references(words: Vec<String>) -> Vec<String> {
    let is_part = |word: &str| {
        PARTS.contains(&word) || word.strip_suffix('s').is_some_and(|w| PARTS.contains(&w))
    };
    let is_number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 8
            || ["bis", "ter", "quat", "quater", "alt"].contains(&word)
            || (word.len() <= 4 && word.chars().all(|c| "ivxlc".contains(c)))
            || word.len() == 1 && word != "a"
    };
    let mut out: Vec<String> = Vec::new();
    let mut listing = false;
    let mut joints: Vec<String> = Vec::new();
    for word in words {
        if listing && is_number(&word) {
            joints.clear();
            if out.last().is_none_or(|last| last != "#") {
                out.push("#".into());
            }
        } else if listing && joints.is_empty() && ["and", "or", "to"].contains(&word.as_str()) {
            joints.push(word);
        } else {
            out.append(&mut joints);
            listing = is_part(&word);
            out.push(word);
        }
    }
    out.append(&mut joints);
    out
}

/// Returns a text without the option it is printed as ("Option 2: …"), which is a number.
pub(super) fn without_option(text: &str) -> &str {
    option(text).map_or(text, |(_, rest)| rest)
}

/// Returns the label of an option printed before a text, and the text.
pub(super) fn option(text: &str) -> Option<(String, &str)> {
    let trimmed = text.trim_start_matches(['[', '{', '*', ' ']);
    let word = trimmed.get(.."option".len())?;
    if !word.eq_ignore_ascii_case("option") {
        return None;
    }
    let (label, rest) = trimmed["option".len()..].split_once(':')?;
    let label = label.trim();
    let short = !label.is_empty() && label.len() <= 8 && !label.contains(' ');
    short.then(|| {
        (format!("option{}", label.to_lowercase()), rest.trim_start_matches([':', '*', ' ']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_brackets_and_spelling_are_style() {
        assert!(only_style(
            "The Group [shall] organize its labor;",
            "the group shall organise, its labour."
        ));
        assert!(!only_style("The Group shall meet.", "The Group may meet."));
    }

    #[test]
    fn numbers_of_references_are_style_and_other_numbers_are_not() {
        assert!(only_style(
            "see paragraphs 3, 4 and 5 bis above",
            "see paragraphs 4, 5 and 6 above"
        ));
        assert!(only_style("Article 3 and the annex", "Article 4 and the annex"));
        assert!(!only_style("within 3 years", "within 4 years"));
        assert!(!only_style("Article 3 applies to 40 States", "Article 3 applies to 50 States"));
    }

    #[test]
    fn an_option_is_a_number_before_a_text() {
        assert_eq!(without_option("[Option II: Parties meet."), "Parties meet.");
        assert_eq!(without_option("**Option 3:**Building on this"), "Building on this");
        assert_eq!(without_option("Optional rules: none"), "Optional rules: none");
    }
}
