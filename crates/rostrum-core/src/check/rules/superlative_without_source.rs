//! "The largest", "unprecedented", "most countries", without a source.

use crate::check::Reading;
use crate::check::reading::Token;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports superlatives that claim a fact about the world, without a source nearby.
///
/// "The most vulnerable", "the highest standards" and the like praise or name, and are left
/// alone.
pub(super) static RULE: Rule = Rule {
    code: "R305",
    name: "superlative-without-source",
    family: Family::Evidence,
    checks: "Claims such as \"the largest\", \"unprecedented\", \"the majority of\" or \"most countries\" have a source in or right behind their sentence. English only.",
    why: "One counter-example is enough to make a superlative wrong, and with it the sentence around it.",
    example: "Body:\n# Summary\n\nIt was the largest outage of the decade.\n",
    instead: "Body:\n# Summary\n\nIt was the largest outage of the decade.[@outages2025]\n\nSources: outages2025\n",
    source: "Practice of reviewers; no rule of a secretariat.",
    sentences: &[Sentence {
        variant: "superlative",
        severity: Severity::Info,
        message: "\"{words_said}\" claims a fact without a source.",
        hint: "Cite what shows it, or choose a weaker word.",
    }],
    reach: Reach::Passage,
    run,
};

const OF_WHOM: [&str; 14] = [
    "countries",
    "states",
    "people",
    "users",
    "companies",
    "organizations",
    "organisations",
    "governments",
    "women",
    "children",
    "households",
    "victims",
    "incidents",
    "attacks",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    reading.report_unsupported(&RULE, "superlative", superlative, out);
}

fn superlative(words: &[Token<'_>]) -> Option<(usize, usize)> {
    let word = |at: usize| words.get(at).map(|t| t.small.as_ref()).unwrap_or_default();
    (0..words.len()).find_map(|at| match word(at) {
        "largest" | "biggest" | "fastest-growing" | "deadliest" | "costliest"
            if at > 0 && matches!(word(at - 1), "the" | "world's" | "region's") =>
        {
            Some((at - 1, at))
        }
        "unprecedented" => Some((at, at)),
        "first-ever" => Some((at, at)),
        "majority" if word(at + 1) == "of" && word(at + 2) != "the" => Some((at, at + 2)),
        "most" if at == 0 && OF_WHOM.contains(&word(at + 1)) => Some((at, at + 1)),
        "never" if word(at + 1) == "before" => Some((at, at + 1)),
        _ => None,
    })
}
