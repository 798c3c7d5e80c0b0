//! Finds the day in a secretariat's words.

use jiff::civil::Date;

use crate::months::ENGLISH;

/// A day that words name.
pub(super) struct FoundDay {
    pub(super) day: Date,
    /// Whether no year was named.
    pub(super) year_missing: bool,
    /// Whether it is the end of a span.
    pub(super) range: bool,
}

/// Finds the day; the last one of a span such as `27 September to 17 October 2019`.
pub(super) fn read(text: &str, year: i16) -> Option<FoundDay> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '"'))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found: Vec<(Date, bool, bool)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if let Ok(day) = word.parse::<Date>()
            && word.len() == 10
        {
            found.push((day, false, false));
            continue;
        }
        let Some(month) = month(word) else { continue };
        let before = at.checked_sub(1).and_then(|b| days(words[b]));
        let after = words.get(at + 1).and_then(|w| days(w));
        let (span, year_at) = match (before, after) {
            (Some(span), _) => (span, at + 1),
            (None, Some(span)) => (span, at + 2),
            (None, None) => continue,
        };
        let named = words.get(year_at).and_then(|w| w.parse::<i16>().ok());
        let named = named.filter(|y| (1990..2100).contains(y));
        if let Ok(day) = Date::new(named.unwrap_or(year), month, span.0) {
            found.push((day, named.is_none(), span.1));
        }
    }
    // A year that only the last day of a span carries holds for all of it.
    let (day, year_missing, range) = *found.last()?;
    Some(FoundDay { day, year_missing, range: range || found.len() > 1 })
}

/// Reads the name of a month in small letters, whole or cut short: `october`, `oct`, `sept`.
fn month(word: &str) -> Option<i8> {
    let cut = |name: &str| {
        word.len() >= 3 && name.get(..word.len()).is_some_and(|b| b.eq_ignore_ascii_case(word))
    };
    (1..).zip(ENGLISH).find_map(|(at, name)| cut(name).then_some(at))
}

/// Reads a day of the month, or a span such as `7-11`, of which the last is given.
fn days(word: &str) -> Option<(i8, bool)> {
    let mut parts = word.split(['-', '–']);
    let first = day(parts.next()?)?;
    match parts.next() {
        None => Some((first, false)),
        Some(last) => Some((day(last)?, true)),
    }
}

fn day(word: &str) -> Option<i8> {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[figures.len()..];
    let number: i8 = figures.parse().ok()?;
    ((1..=31).contains(&number) && matches!(ending, "" | "st" | "nd" | "rd" | "th"))
        .then_some(number)
}
