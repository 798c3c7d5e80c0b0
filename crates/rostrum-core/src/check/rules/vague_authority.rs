//! "Studies show", without the studies.

use crate::check::Reading;
use crate::check::reading::{Token, speaks_of_self};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports appeals to studies, research, data or experts without a source nearby.
pub(super) static RULE: Rule = Rule {
    code: "R304",
    name: "vague-authority",
    family: Family::Evidence,
    checks: "Sentences such as \"studies show\", \"research suggests\", \"experts agree\" or \"it is well known\" have a source in or right behind them. English only.",
    why: "An unnamed study convinces nobody who doubts, and invites the question which study it is.",
    example: "Body:\n# Summary\n\nStudies show that small administrations are hit hardest.\n",
    instead: "Body:\n# Summary\n\nStudies show that small administrations are hit hardest.[@survey2025]\n\nSources: survey2025\n",
    source: "Practice of reviewers; no rule of a secretariat.",
    sentences: &[Sentence {
        variant: "unnamed",
        severity: Severity::Warning,
        message: "\"{words_said}\" stands without a source.",
        hint: "Cite the study you mean, or say it as your own view.",
    }],
    reach: Reach::Passage,
    run,
};

const AUTHORITIES: [&str; 17] = [
    "studies",
    "study",
    "research",
    "evidence",
    "data",
    "statistics",
    "surveys",
    "survey",
    "reports",
    "experts",
    "scholars",
    "scientists",
    "researchers",
    "analysts",
    "analyses",
    "observers",
    "polls",
];

const BETWEEN: [&str; 18] = [
    "has",
    "have",
    "had",
    "clearly",
    "also",
    "consistently",
    "overwhelmingly",
    "increasingly",
    "repeatedly",
    "now",
    "already",
    "recently",
    "generally",
    "widely",
    "strongly",
    "often",
    "long",
    "all",
];

const SPEAKS: [&str; 26] = [
    "show",
    "shows",
    "shown",
    "showed",
    "suggest",
    "suggests",
    "suggested",
    "indicate",
    "indicates",
    "indicated",
    "demonstrate",
    "demonstrates",
    "demonstrated",
    "prove",
    "proves",
    "proven",
    "confirm",
    "confirms",
    "confirmed",
    "reveal",
    "reveals",
    "revealed",
    "agree",
    "warn",
    "warned",
    "estimate",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    reading.report_unsupported(&RULE, "unnamed", unnamed, out);
}

fn unnamed(words: &[Token<'_>]) -> Option<(usize, usize)> {
    let small: Vec<&str> = words.iter().map(|t| t.small.as_ref()).collect();
    let (first, last) = authority(&small).or_else(|| known(&small))?;
    (!speaks_of_self(&words[..first])).then_some((first, last))
}

/// Finds "studies (have clearly) shown".
fn authority(words: &[&str]) -> Option<(usize, usize)> {
    (0..words.len()).filter(|at| AUTHORITIES.contains(&words[*at])).find_map(|first| {
        let mut last = first + 1;
        while words.get(last).is_some_and(|w| BETWEEN.contains(w)) {
            last += 1;
        }
        // "this study shows" and "the survey shows" speak of one that was named before.
        let named = first > 0
            && matches!(
                words[first - 1],
                "this" | "the" | "that" | "these" | "those" | "its" | "their" | "our"
            );
        (!named && words.get(last).is_some_and(|w| SPEAKS.contains(w))).then_some((first, last))
    })
}

/// Finds "it is well known", "it is widely accepted".
fn known(words: &[&str]) -> Option<(usize, usize)> {
    words
        .windows(4)
        .position(|w| {
            w[0] == "it"
                && w[1] == "is"
                && matches!(w[2], "well" | "widely" | "generally" | "commonly")
                && matches!(
                    w[3],
                    "known"
                        | "established"
                        | "documented"
                        | "accepted"
                        | "recognized"
                        | "recognised"
                )
        })
        .map(|first| (first, first + 3))
}
