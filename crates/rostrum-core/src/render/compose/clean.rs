//! Makes strings fit for every format: no control characters, only links that may be opened.

/// Returns the text without what no document may hold, on one line, its ends trimmed.
///
/// Control characters and characters that are none are left out, as XML 1.0 forbids them;
/// line breaks and tabs become spaces. A zero-width space and a byte order mark are left
/// out too: they show nothing, and word counters stumble over them.
pub fn clean(text: &str) -> String {
    inside(text).trim().to_owned()
}

/// Does what [`clean`] does, with the spaces at both ends kept.
pub(super) fn inside(text: &str) -> String {
    if text.bytes().all(|b| (b' '..0x7F).contains(&b)) {
        return text.to_owned();
    }
    text.chars().filter_map(kept).collect()
}

fn kept(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200B}' | '\u{FEFF}' | '\u{FDD0}'..='\u{FDEF}' => None,
        c if c.is_control() || (c as u32) & 0xFFFE == 0xFFFE => None,
        c => Some(c),
    }
}

/// Tells whether [`clean`] would leave out characters of this text.
pub(super) fn loses(text: &str) -> bool {
    text.chars().any(|c| kept(c).is_none() && !matches!(c, '\u{200B}' | '\u{FEFF}'))
}

/// Returns the address when a document may link to it: `http`, `https` or `mailto`, with
/// something after the scheme and no white space, quotation marks or angle brackets.
pub fn checked_link(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let sound = match scheme.as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|host| {
            host.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '[')
        }),
        "mailto" => rest.contains('@'),
        _ => false,
    };
    let plain = !url.chars().any(|c| {
        c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}')
    });
    (sound && plain && kept_whole(url)).then(|| format!("{scheme}:{rest}"))
}

fn kept_whole(url: &str) -> bool {
    url.chars().all(|c| kept(c) == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(clean("a\u{1}b\u{b}c\u{FFFE}d\u{FEFF}e\n"), "ab cde");
        assert!(loses("a\u{1}"));
        assert!(!loses("a\tb\u{200B}"));
    }

    #[test]
    fn only_links_that_may_be_opened_are_kept() {
        assert_eq!(checked_link("HTTPS://un.org/a?b=c&d"), Some("https://un.org/a?b=c&d".into()));
        assert_eq!(checked_link("mailto:desk@example.org"), Some("mailto:desk@example.org".into()));
        for refused in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "//un.org",
            "page.html",
            "https:un.org",
            "https://",
            "http://a b",
            "data:text/html,x",
            "mailto:nobody",
            "https://a\"b",
        ] {
            assert_eq!(checked_link(refused), None, "{refused}");
        }
    }
}
