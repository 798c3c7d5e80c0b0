//! A resolution with a year that is not its own, or without the year it is cited by.

use crate::check::Reading;
use crate::check::data::resolutions;
use crate::check::reading::{Token, mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports resolutions whose year cannot be theirs, and those of the Security Council without
/// one.
pub(super) static RULE: Rule = Rule {
    code: "R415",
    name: "resolution-year",
    family: Family::Style,
    checks: "A resolution of the General Assembly is of a year of its session, and one of the Security Council carries its year: 1325 (2000). Known resolutions are looked up.",
    why: "A wrong year sends the reader to another resolution.",
    example: "Body:\n# Summary\n\nWe recall Security Council resolution 1325 (2001).\n",
    instead: "Body:\n# Summary\n\nWe recall Security Council resolution 1325 (2000).\n",
    source: "United Nations Editorial Manual, system of identification of resolutions; the Council's lists.",
    sentences: &[
        Sentence {
            variant: "year",
            severity: Severity::Warning,
            message: "Security Council resolution {number} is of {year}, not of {written}.",
            hint: "Write {number} ({year}), or look for the resolution you mean.",
        },
        Sentence {
            variant: "no-year",
            severity: Severity::Info,
            message: "Security Council resolution {number} is cited with its year: {number} ({year}).",
            hint: "Add the year in brackets.",
        },
        Sentence {
            variant: "session",
            severity: Severity::Warning,
            message: "Resolution {number} cannot be of {written}: session {session} ran from {first} to {last}.",
            hint: "Correct the year or the number.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.prose() {
        let words = tokens(&passage.text, &(0..passage.text.len()));
        for (at, word) in words.iter().enumerate() {
            let next = words.get(at + 1);
            if let Some((number, session)) = assembly(&words, at) {
                let (first, last) = (1945 + session, 1946 + session);
                let of = usize::from(next.is_some_and(|n| n.is(&["of", "from"])));
                let stated = words.get(at + 1 + of).filter(|y| {
                    let gap = &passage.text[words[at + of].range.end..y.range.start];
                    of == 1 || gap.contains('(')
                });
                let Some(written) = stated.and_then(year) else { continue };
                if (first..=last).contains(&written) {
                    continue;
                }
                let end = words[at + 1 + of].range.end;
                let closed = of == 0 && passage.text[end..].starts_with(')');
                let range = word.range.start..end + usize::from(closed);
                let place = reading.place(passage, range);
                let params = [
                    ("number", number),
                    ("written", &*written.to_string()),
                    ("session", &*session.to_string()),
                    ("first", &*first.to_string()),
                    ("last", &*last.to_string()),
                ];
                out.push(RULE.finding("session", &params, place));
            } else if let Some(known) = council(&words, at) {
                let bracket = passage.text[word.range.end..].trim_start().starts_with('(');
                let written = next.filter(|_| bracket).and_then(year);
                if written == Some(known) {
                    continue;
                }
                let right = format!("{} ({known})", word.text);
                let year = known.to_string();
                let (variant, range, stated) = match (written, next) {
                    (Some(written), Some(next)) => {
                        let end = next.range.end
                            + usize::from(passage.text[next.range.end..].starts_with(')'));
                        ("year", word.range.start..end, written.to_string())
                    }
                    _ => ("no-year", word.range.clone(), String::new()),
                };
                let place = reading.place(passage, range);
                let edits = mend(&place, &right);
                let params = [("number", word.text), ("year", &*year), ("written", &*stated)];
                out.push(Finding { edits, ..RULE.finding(variant, &params, place) });
            }
        }
    }
}

/// Reads `A/RES/75/240`, or `75/240` behind the word "resolution": what is written, and the
/// session.
fn assembly<'t>(words: &[Token<'t>], at: usize) -> Option<(&'t str, u16)> {
    let text = words[at].text;
    let number = match text.strip_prefix("A/RES/") {
        Some(number) => number,
        None if at > 0 && resolution(&words[at - 1]) => text,
        None => return None,
    };
    let (session, item) = number.split_once('/')?;
    let sound = item.len() <= 3 && item.bytes().all(|b| b.is_ascii_digit()) && !item.is_empty();
    // Sessions before the thirty-first were counted otherwise; ECOSOC has years here.
    session.parse().ok().filter(|n| sound && (31..=99).contains(n)).map(|n| (text, n))
}

/// Returns the year of a known resolution of the Security Council that is named here.
fn council(words: &[Token<'_>], at: usize) -> Option<u16> {
    // "Resolutions 1325 (2000), 1540 (2004) and 2250 (2015)": numbers go back to the word.
    let number =
        |w: &&Token<'_>| w.is(&["and", "y", "et"]) || w.text.bytes().all(|b| b.is_ascii_digit());
    let series = words[..at].iter().rev().find(|w| !number(w)).is_some_and(resolution);
    let said = |pair: &[Token<'_>]| pair[0].small == "security" && pair[1].small == "council";
    let named = words[..at].windows(2).any(said);
    let listed = resolutions().security_council.get(words[at].text).copied();
    listed.filter(|_| series && named)
}

fn resolution(word: &Token<'_>) -> bool {
    word.is(&[
        "resolution",
        "resolutions",
        "résolution",
        "résolutions",
        "resolución",
        "resoluciones",
    ])
}

fn year(word: &Token<'_>) -> Option<u16> {
    word.text.parse().ok().filter(|n| (1945..2100).contains(n))
}
