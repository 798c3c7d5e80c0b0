//! "According to" somebody, without where.

use crate::check::Reading;
use crate::check::reading::Token;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports "according to" a named body without a source nearby.
pub(super) static RULE: Rule = Rule {
    code: "R306",
    name: "attribution-without-source",
    family: Family::Evidence,
    checks: "What is said \"according to\" somebody has a citation, note, link or document symbol in or right behind its sentence. English only.",
    why: "Who said it is half of a source; the other half is where, so that it can be read.",
    example: "Body:\n# Summary\n\nAccording to the World Bank, two ports were closed for a week.\n",
    instead: "Body:\n# Summary\n\nAccording to the World Bank, two ports were closed for a week.[@ports2025, p. 3]\n\nSources: ports2025\n",
    source: "Practice of reviewers; no rule of a secretariat.",
    sentences: &[Sentence {
        variant: "according",
        severity: Severity::Warning,
        message: "\"{words_said}\" names who said it, but not where.",
        hint: "Cite the document with its page or paragraph.",
    }],
    reach: Reach::Passage,
    run,
};

/// Texts that are measures and not witnesses: what happens according to them needs no source.
const MEASURES: [&str; 22] = [
    "charter",
    "convention",
    "covenant",
    "constitution",
    "rules",
    "rule",
    "law",
    "article",
    "articles",
    "paragraph",
    "mandate",
    "draft",
    "declaration",
    "agreement",
    "treaty",
    "protocol",
    "statute",
    "resolution",
    "principle",
    "principles",
    "agenda",
    "pact",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    reading.report_unsupported(&RULE, "according", attribution, out);
}

/// Finds "according to the World Bank".
fn attribution(words: &[Token<'_>]) -> Option<(usize, usize)> {
    let first = words.windows(2).position(|w| w[0].small == "according" && w[1].small == "to")?;
    let article = words.get(first + 2).is_some_and(|w| w.is(&["the", "a", "an"]));
    let who = first + 2 + usize::from(article);
    let measure = words.iter().skip(who).take(5).any(|w| w.is(&MEASURES));
    let name = words.iter().skip(who).take_while(|w| w.capital()).count();
    (name > 0 && !measure).then(|| (first, who + name - 1))
}
