//! "5 States" where the United Nations writes "five States", and "twelve" for 12.

use crate::check::Reading;
use crate::check::reading::{Kind, Token, mend, quoted, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::months;

/// Reports whole numbers under ten in figures and larger ones in words.
pub(super) static RULE: Rule = Rule {
    code: "R410",
    name: "number-in-figures",
    family: Family::Style,
    checks: "In running text whole numbers under ten are in words and those from 10 in figures; percentages, measures, dates and references keep their figures. English only.",
    why: "Wording that follows United Nations style can be taken into the text as it stands.",
    example: "Body:\n# Summary\n\nWe propose 5 steps.\n",
    instead: "Body:\n# Summary\n\nWe propose five steps.\n",
    source: "United Nations Editorial Manual, numbers, dates and time.",
    sentences: &[
        Sentence {
            variant: "words",
            severity: Severity::Info,
            message: "The United Nations writes \"{word}\" in words: \"{other}\".",
            hint: "Change it, unless it stands for a reference or a measure.",
        },
        Sentence {
            variant: "figures",
            severity: Severity::Info,
            message: "The United Nations writes \"{word}\" in figures: {other}.",
            hint: "Change it, unless it begins a sentence.",
        },
    ],
    reach: Reach::Passage,
    run,
};

const SMALL: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Number words from ten, with their figures.
const LARGE: [(&str, &str); 18] = [
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

/// Words before a figure that make it a reference, a sum or a formula.
const BEFORE: [&str; 47] = [
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "article",
    "articles",
    "section",
    "sections",
    "chapter",
    "chapters",
    "annex",
    "annexes",
    "table",
    "tables",
    "figure",
    "figures",
    "page",
    "pages",
    "footnote",
    "note",
    "notes",
    "item",
    "items",
    "rule",
    "rules",
    "norm",
    "norms",
    "goal",
    "goals",
    "target",
    "targets",
    "principle",
    "principles",
    "option",
    "options",
    "level",
    "phase",
    "version",
    "step",
    "part",
    "question",
    "recommendation",
    "recommendations",
    "objective",
    "no",
    "nos",
    "age",
];

/// Words behind a figure that make it a measure, a share or a date.
const BEHIND: [&str; 41] = [
    "per",
    "percent",
    "percentage",
    "million",
    "billion",
    "trillion",
    "km",
    "kg",
    "m",
    "cm",
    "mm",
    "degrees",
    "gb",
    "mb",
    "tb",
    "kb",
    "p.m",
    "a.m",
    "am",
    "pm",
    "dollars",
    "euros",
    "x",
    "gw",
    "mw",
    "kw",
    "kwh",
    "ha",
    "hectares",
    "litres",
    "tons",
    "tonnes",
    "kilometres",
    "metres",
    "kilograms",
    "points",
    "minutes",
    "o'clock",
    "and",
    "to",
    "or",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose().filter(|p| p.kind != Kind::Cell) {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            for at in 0..words.len() {
                let Some((variant, other)) = told(&passage.text, &words, at) else { continue };
                let word = &words[at];
                if quoted(&passage.text, &word.range) {
                    continue;
                }
                let place = reading.place(passage, word.range.clone());
                let edits = mend(&place, &other);
                let params = [("word", word.text), ("other", other.as_str())];
                out.push(Finding { edits, ..RULE.finding(variant, &params, place) });
            }
        }
    }
}

/// Returns how a number should be written, when it is written otherwise.
fn told(text: &str, words: &[Token<'_>], at: usize) -> Option<(&'static str, String)> {
    let word = &words[at];
    let next = words.get(at + 1);
    let percentage = |n: &Token<'_>| {
        n.is(&["percent"]) || n.is(&["per"]) && words.get(at + 2).is_some_and(|c| c.is(&["cent"]))
    };
    if let Some((_, figures)) = LARGE.iter().find(|(name, _)| word.text == *name) {
        let prior = &words[at.checked_sub(1)?];
        let idiom = prior.is(&["in", "hundred", "thousand", "of", "top", "and"])
            || next.is_some_and(|n| n.is(&["million", "billion", "thousand", "or", "to"]));
        let share = next.is_some_and(&percentage);
        return (share || !idiom && alone(text, word)).then(|| ("figures", (*figures).into()));
    }
    if let Some(value) = SMALL.iter().position(|name| word.small == *name) {
        return next.is_some_and(percentage).then(|| ("figures", (value + 1).to_string()));
    }
    let value: usize = word.text.parse().ok().filter(|n| (1..10).contains(n))?;
    if word.text.len() > 1
        || !alone(text, word)
        || next.is_some_and(|n| n.is(&BEHIND) || months::english(&n.small).is_some())
    {
        return None;
    }
    // A list of numbers, a label, a sum: whatever has figures or a capital right beside it.
    let around = words[at.saturating_sub(4)..at].iter().chain(next);
    if around.clone().any(figure) || words.iter().any(|w| figure(w) && large(w)) {
        return None;
    }
    let before = words[at.saturating_sub(2)..at].iter();
    if before.clone().any(|b| b.is(&BEFORE)) {
        return None;
    }
    match at.checked_sub(1).map(|prior| &words[prior]) {
        Some(prior) if prior.capital() && at > 1 => None,
        Some(prior) if prior.closed && prior.text.ends_with(')') => None,
        // At the beginning it may be the number of a paragraph or of an item.
        None if next.is_none_or(|n| n.capital() && !n.is(&["states"])) => None,
        _ => Some((
            "words",
            if at == 0 { capitalised(SMALL[value - 1]) } else { SMALL[value - 1].into() },
        )),
    }
}

/// Tells whether a word stands between spaces or before the marks that end a clause.
fn alone(text: &str, word: &Token<'_>) -> bool {
    let before = text[..word.range.start].chars().next_back();
    let mut behind = text[word.range.end..].chars();
    let parted = match behind.next() {
        None | Some(' ' | ',' | ';') => true,
        Some('.') => behind.next().is_none_or(char::is_whitespace),
        Some(_) => false,
    };
    parted && before.is_none_or(char::is_whitespace)
}

fn figure(word: &Token<'_>) -> bool {
    word.text.contains(|c: char| c.is_ascii_digit())
}

/// Tells whether a figure is one from ten that is no year: numbers of one sentence are
/// written alike.
fn large(word: &Token<'_>) -> bool {
    let plain = word.text.replace([',', '%'], "");
    plain.parse::<u64>().is_ok_and(|n| n >= 10 && !(1900..2100).contains(&n))
}

fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
