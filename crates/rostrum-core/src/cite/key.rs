//! Keys by which the body cites sources.

/// Returns the key without what would end a citation `[@key, locator; @other]`.
pub(crate) fn tidy(key: &str) -> String {
    let key: String = key
        .trim()
        .chars()
        .map(|c| {
            let ends = c.is_whitespace() || c.is_control() || ",;[]@^\\`*<>".contains(c);
            if ends { '-' } else { c }
        })
        .collect();
    let key = key.trim_matches('-');
    if key.is_empty() { "source".into() } else { key.into() }
}

/// Returns the key, with a number behind it when it is taken.
pub(crate) fn free(key: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut free = key.to_owned();
    let mut number = 1;
    while taken(&free) {
        number += 1;
        free = format!("{key}-{number}");
    }
    free
}
