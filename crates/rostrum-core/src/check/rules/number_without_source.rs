//! A figure that nobody can look up.

use crate::check::Reading;
use crate::check::reading::{Token, speaks_of_self, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports percentages, shares, large counts and sums of money without a source nearby.
///
/// Small counts, years, dates, numbers of paragraphs, resolutions and standards, figures in
/// requests, and what an organisation says of itself are left alone: a false alarm costs
/// more trust than a figure that slips through.
pub(super) static RULE: Rule = Rule {
    code: "R303",
    name: "number-without-source",
    family: Family::Evidence,
    checks: "Percentages, shares, sums of money and counts from 100 on have a citation, note, link or document symbol in or right behind their sentence. English only.",
    why: "Delegates repeat figures they can defend. A figure without a source is the first thing that is left out.",
    example: "Body:\n# Summary\n\nRansomware stopped 40 per cent of hospitals in the region last year.\n",
    instead: "Body:\n# Summary\n\nRansomware stopped 40 per cent of hospitals in the region last year.[@hospitals2026]\n\nSources: hospitals2026\n",
    source: "Practice of reviewers; no rule of a secretariat.",
    sentences: &[Sentence {
        variant: "figure",
        severity: Severity::Warning,
        message: "No source stands near the figure \"{figure}\".",
        hint: "Cite where it comes from, or say that it is your own count.",
    }],
    reach: Reach::Passage,
    run,
};

/// Words before a number that make it a name: `paragraph 123`, `resolution 2341`.
const NAMED: [&str; 46] = [
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "article",
    "articles",
    "art",
    "resolution",
    "resolutions",
    "section",
    "chapter",
    "page",
    "pages",
    "p",
    "pp",
    "line",
    "lines",
    "no",
    "nos",
    "number",
    "goal",
    "goals",
    "target",
    "targets",
    "annex",
    "item",
    "items",
    "rule",
    "session",
    "convention",
    "principle",
    "principles",
    "recommendation",
    "recommendations",
    "option",
    "table",
    "figure",
    "norm",
    "directive",
    "regulation",
    "law",
    "act",
    "room",
    "decision",
    "document",
    "step",
];

const MAGNITUDES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

const SMALL: [&str; 11] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty"];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    if !reading.english {
        return;
    }
    for passage in reading.prose() {
        for (at, sentence) in passage.sentences.iter().enumerate() {
            let words = tokens(&passage.text, sentence);
            let Some((first, last)) = figure(&words) else { continue };
            if speaks_of_self(&words[..last]) || !reading.unsupported(passage, at) {
                continue;
            }
            let range = words[first].range.start..words[last].range.end;
            let figure = passage.text[range.clone()].to_owned();
            out.push(RULE.finding("figure", &[("figure", &figure)], reading.place(passage, range)));
        }
    }
}

/// Returns the first figure of a sentence as first and last word.
fn figure(words: &[Token<'_>]) -> Option<(usize, usize)> {
    words.iter().enumerate().find_map(|(at, word)| {
        let before = at.checked_sub(1).map(|b| &words[b]);
        let next = words.get(at + 1).filter(|_| !word.closed);
        let after = |n: usize| words.get(at + n).map_or("", |w| w.small.as_ref());
        if named(before) {
            return None;
        }
        let amount = word.small.trim_start_matches("us").trim_start_matches(['$', '€', '£']);
        let money = amount.len() < word.small.len() && !word.small.starts_with("usb");
        let digits = amount.trim_end_matches('%');
        let numeric = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        if numeric {
            if digits.len() < amount.len() || next.is_some_and(|n| n.is(&["percent", "%"])) {
                return Some((at, at + usize::from(digits.len() == amount.len())));
            }
            if next.is_some_and(|n| n.is(&["per"])) && after(2) == "cent" {
                return Some((at, at + 2));
            }
            if next.is_some_and(|n| n.is(&MAGNITUDES)) {
                return Some((at, at + 1));
            }
            let count = large(digits) && next.is_some_and(|n| counted(n));
            return (money || count).then_some((at, at));
        }
        let share = word.is(&SMALL)
            && matches!(after(1), "in" | "of" | "out")
            && (words.get(at + 2).is_some_and(|w| w.is(&SMALL))
                || after(1) == "out" && words.get(at + 3).is_some_and(|w| w.is(&SMALL)));
        if share {
            return Some((at, at + if after(1) == "out" { 3 } else { 2 }));
        }
        (word.is(&["two-thirds", "three-quarters", "one-third", "one-quarter"])
            || word.is(&["two", "three", "one"])
                && matches!(after(1), "thirds" | "third" | "quarters"))
        .then_some((at, at + usize::from(!word.small.contains('-'))))
        // "One third" may be a place in a list; a share speaks of something.
        .filter(|(_, last)| words.get(last + 1).is_some_and(|w| w.is(&["of"])))
    })
}

fn named(before: Option<&Token<'_>>) -> bool {
    before.is_some_and(|b| {
        b.is(&NAMED)
            || b.capital()
                && b.text.len() > 1
                && !b.is(&[
                    "the", "in", "over", "about", "some", "around", "nearly", "almost", "only",
                    "at", "more", "than", "of", "and", "with", "from", "to", "between", "by",
                    "for", "since",
                ])
    })
}

/// Tells whether a number is a count from 100 on and not a year.
fn large(digits: &str) -> bool {
    let plain: String = digits.chars().filter(char::is_ascii_digit).collect();
    let whole = !digits.contains('.') || digits.split('.').skip(1).all(|g| g.len() == 3);
    match plain.parse::<u64>() {
        Ok(1900..=2100) => digits.contains(','),
        Ok(number) => whole && number >= 100,
        Err(_) => false,
    }
}

/// Tells whether a word can be what is counted: small letters, no preposition.
fn counted(word: &Token<'_>) -> bool {
    word.text.starts_with(char::is_lowercase)
        && word.text.len() > 2
        && !word.is(&["words", "word", "characters", "pages", "minutes", "hours", "days"])
        && !word.is(&[
            "and", "the", "for", "per", "was", "were", "are", "that", "with", "from", "which",
            "has", "bis", "ter", "should", "states",
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let words = tokens(text, &(0..text.len()));
        figure(&words).map(|(a, b)| &text[words[a].range.start..words[b].range.end])
    }

    #[test]
    fn figures_are_told_from_names_and_years() {
        assert_eq!(found("It hit 40 per cent of them."), Some("40 per cent"));
        assert_eq!(found("It hit 40% of them."), Some("40%"));
        assert_eq!(found("It cost US$4 last week."), Some("US$4"));
        assert_eq!(found("Some 2.5 million users left."), Some("2.5 million"));
        assert_eq!(found("About 1,200 incidents were seen."), Some("1,200"));
        assert_eq!(found("Two thirds of them left."), Some("Two thirds"));
        assert_eq!(found("One in five was hit."), Some("One in five"));
        for text in [
            "Paragraph 123 says so.",
            "In 2019 States agreed.",
            "The 11 norms stand.",
            "Resolution 2341 and ISO 27001 exist.",
            "See Convention 108 plus.",
            "On 12 July 2025 it ended.",
            "One in the room spoke.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
