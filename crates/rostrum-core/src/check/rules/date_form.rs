//! "November 9, 2026" where the United Nations writes "9 November 2026".

use std::ops::Range;

use crate::check::Reading;
use crate::check::reading::{Token, mend, quoted, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::months::ENGLISH;

/// Reports dates in another order or form than day, month in full, year.
pub(super) static RULE: Rule = Rule {
    code: "R411",
    name: "date-form",
    family: Family::Style,
    checks: "Dates are written as day, month in full and year, without commas and endings: 9 November 2026. English only.",
    why: "To some readers 9/11 is in September, to others in November.",
    example: "Body:\n# Summary\n\nWe met on November 9, 2026.\n",
    instead: "Body:\n# Summary\n\nWe met on 9 November 2026.\n",
    source: "United Nations Editorial Manual, numbers, dates and time.",
    sentences: &[
        Sentence {
            variant: "form",
            severity: Severity::Info,
            message: "The United Nations writes \"{word}\" as \"{other}\".",
            hint: "Change it if the wording is meant for the text.",
        },
        Sentence {
            variant: "either",
            severity: Severity::Warning,
            message: "\"{word}\" can be read as two dates.",
            hint: "Write the month as a word.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose() {
        let words = tokens(&passage.text, &(0..passage.text.len()));
        let mut at = 0;
        while at < words.len() {
            let found = read(&passage.text, &words[at..]);
            let Some((range, taken, written)) = found else {
                at += 1;
                continue;
            };
            at += taken;
            let word = &passage.text[range.clone()];
            if written.as_deref() == Some(word) || quoted(&passage.text, &range) {
                continue;
            }
            let place = reading.place(passage, range.clone());
            out.push(match &written {
                Some(other) => {
                    let edits = mend(&place, other);
                    let params = [("word", word), ("other", other.as_str())];
                    Finding { edits, ..RULE.finding("form", &params, place) }
                }
                None => RULE.finding("either", &[("word", word)], place),
            });
        }
    }
}

/// Reads a date at the beginning of these words: where it stands, how many words it takes,
/// and how it should be written, when that can be told.
fn read(text: &str, words: &[Token<'_>]) -> Option<(Range<usize>, usize, Option<String>)> {
    let first = words.first()?;
    let word = |at: usize| words.get(at);
    let range = |taken: usize| first.range.start..words[taken - 1].range.end;
    if let Some(written) = numeric(first.text) {
        let certain = match written {
            Written::As(date) => Some(date),
            Written::Either => None,
        };
        return Some((range(1), 1, certain));
    }
    // The month first: "November 9, 2026", "November 9th".
    if let (Some(month), Some(day)) = (month(first.text), word(1).and_then(|w| day(w.text))) {
        return match word(2).and_then(|w| year(w.text)) {
            Some(year) => Some((range(3), 3, Some(format!("{day} {month} {year}")))),
            None if word(1).is_some_and(|w| w.closed || w.text.len() > 2) => {
                Some((range(2), 2, Some(format!("{day} {month}"))))
            }
            None => None,
        };
    }
    let day = day(first.text)?;
    let of = usize::from(word(1).is_some_and(|w| w.small == "of"));
    let month = month(word(1 + of)?.text)?;
    let gap = &text[word(1 + of)?.range.end..];
    let with_year = word(2 + of).filter(|_| gap.starts_with([' ', ',', '.']));
    Some(match with_year.and_then(|w| year(w.text)) {
        Some(year) => (range(3 + of), 3 + of, Some(format!("{day} {month} {year}"))),
        None => (range(2 + of), 2 + of, Some(format!("{day} {month}"))),
    })
}

/// Returns the full name of a month written in full or short, with its capital.
fn month(word: &str) -> Option<&'static str> {
    let plain = word.trim_end_matches('.');
    let short = plain == "Sept" || plain.len() == 3;
    ENGLISH.iter().find(|m| **m == plain || short && m.starts_with(plain)).copied()
}

/// Returns the day of a month: `9`, `09`, `9th`.
fn day(word: &str) -> Option<u8> {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[figures.len()..];
    let sound = matches!(ending, "" | "st" | "nd" | "rd" | "th") && figures.len() <= 2;
    figures.parse().ok().filter(|n| sound && (1..=31).contains(n))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|n| word.len() == 4 && (1900..2100).contains(n))
}

/// How a date in figures should be written.
enum Written {
    /// So.
    As(String),
    /// It can be read as two dates.
    Either,
}

/// Reads a date in figures.
fn numeric(word: &str) -> Option<Written> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<usize>().ok().filter(|_| part.len() <= 2);
    let name = |month: usize| ENGLISH.get(month.checked_sub(1)?);
    if let (Some(year), Some(month), Some(day)) = (year(a), number(b), number(c)) {
        let sound = (1..=31).contains(&day) && word.matches('-').count() == 2;
        let month = name(month).filter(|_| sound)?;
        return Some(Written::As(format!("{day} {month} {year}")));
    }
    let (a, b, year) = (number(a)?, number(b)?, year(c)?);
    if !(1..=31).contains(&a) || !(1..=31).contains(&b) || a.min(b) > 12 {
        return None;
    }
    let (day, month) = if b > 12 { (b, a) } else { (a, b) };
    let certain = a > 12 || b > 12 || a == b;
    let month = name(month)?;
    Some(if certain { Written::As(format!("{day} {month} {year}")) } else { Written::Either })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Option<String> {
        read(text, &tokens(text, &(0..text.len())))
            .map(|(_, _, written)| written.unwrap_or_else(|| "either of two dates".into()))
    }

    #[test]
    fn dates_are_read_in_any_form() {
        for form in [
            "November 9, 2026",
            "November 9th, 2026",
            "Nov. 9, 2026",
            "9th of November 2026",
            "9th November, 2026",
            "9 Nov 2026",
            "2026-11-09",
            "09 November 2026",
        ] {
            assert_eq!(written(form), Some("9 November 2026".into()), "{form}");
        }
        assert_eq!(written("22/11/2026"), Some("22 November 2026".into()));
        assert_eq!(written("11/09/2026"), Some("either of two dates".into()));
        for none in ["A/79/214", "1.2.3", "May 2026", "75/240", "2021-2025", "9 States"] {
            assert_eq!(written(none), None, "{none}");
        }
    }
}
