//! Marks of footnotes in sections that are written apart, each of which may begin with `[^1]`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Returns a text whose footnotes have other marks than those of the rest of the body: two notes
/// under one mark would print as one.
pub(super) fn unlike<'t>(text: &'t str, rest: &str) -> Cow<'t, str> {
    let taken = defined(rest);
    let own = defined(text);
    let mut used: BTreeSet<String> = taken.union(&own).cloned().collect();
    used.extend(marks(text).chain(marks(rest)).map(|(_, mark)| mark.to_lowercase()));
    let mut numbers = 1..;
    let mut fresh = || {
        let free = numbers.by_ref().map(|number: u32| number.to_string());
        free.into_iter().find(|mark| !used.contains(mark)).unwrap_or_default()
    };
    let renamed: BTreeMap<&String, String> =
        own.intersection(&taken).map(|mark| (mark, fresh())).collect();
    if renamed.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, mark) in marks(text) {
        if let Some(new) = renamed.get(&mark.to_lowercase()) {
            out.push_str(&text[done..at]);
            out.push_str(new);
            done = at + mark.len();
        }
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Returns the marks that have a footnote, in small letters.
fn defined(text: &str) -> BTreeSet<String> {
    let line = |line: &str| {
        let (mark, _) = line.trim_start_matches(' ').strip_prefix("[^")?.split_once("]:")?;
        is_mark(mark).then(|| mark.to_lowercase())
    };
    text.lines().filter_map(line).collect()
}

/// Returns every mark with the place where it begins.
fn marks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("[^").filter_map(|(at, open)| {
        let rest = &text[at + open.len()..];
        let mark = &rest[..rest.find(']')?];
        is_mark(mark).then_some((at + open.len(), mark))
    })
}

fn is_mark(words: &str) -> bool {
    !words.is_empty() && !words.contains(|c: char| c.is_whitespace() || matches!(c, '[' | ']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_another_section_has_becomes_another() {
        let rest = "Words.[^1] More.[^3]\n\n[^1]: One.\n[^3]: Three.\n";
        assert_eq!(
            unlike("New.[^1] Own.[^a] Again.[^1]\n\n[^1]: Other.\n[^a]: A.", rest),
            "New.[^2] Own.[^a] Again.[^2]\n\n[^2]: Other.\n[^a]: A."
        );
        assert_eq!(
            unlike("[^1] [^3]\n\n[^1]: A.\n[^3]: B.", rest),
            "[^2] [^4]\n\n[^2]: A.\n[^4]: B."
        );
    }

    #[test]
    fn a_mark_alone_points_to_the_note_that_is_there() {
        let rest = "Words.[^1]\n\n[^1]: One.\n";
        assert_eq!(unlike("See again.[^1]", rest), "See again.[^1]");
        assert_eq!(unlike("New.[^2]\n\n[^2]: Two.", rest), "New.[^2]\n\n[^2]: Two.");
    }
}
