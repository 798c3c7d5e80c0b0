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
/// spaces, spelling and the numbers of what they refer to.
pub(super) fn only_style(old: &str, new: &str) -> bool {
    plain(old) == plain(new)
}

fn plain(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2019}' | '\'') && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out.into_iter().map(|word| spelling(&word)).collect()
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
