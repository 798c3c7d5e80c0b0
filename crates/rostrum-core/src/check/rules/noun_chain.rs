//! The implementation of the facilitation of the harmonization of something.

use crate::check::Reading;
use crate::check::reading::tokens;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Abstract nouns joined by "of" from which nobody follows.
const CHAIN: usize = 3;

/// Reports three or more abstract nouns that hang on one another by "of".
pub(super) static RULE: Rule = Rule {
    code: "R419",
    name: "noun-chain",
    family: Family::Style,
    checks: "No three nouns in -tion, -ment, -ance, -ity or -ness hang on one another by \"of\". English only.",
    why: "Such a phrase hides what is to be done; interpreters lose it.",
    example: "Body:\n# Summary\n\nWe welcome the acceleration of the implementation of the harmonization of tests.\n",
    instead: "Body:\n# Summary\n\nWe welcome that States will harmonize tests sooner.\n",
    source: "Plain language guidance of public bodies.",
    sentences: &[Sentence {
        variant: "chain",
        severity: Severity::Info,
        message: "Nouns hang on one another here: \"{chain}\".",
        hint: "Turn the first of them into a verb.",
    }],
    reach: Reach::Passage,
    run,
};

const ENDINGS: [&str; 12] = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ity", "ities", "ness",
    "ancy",
];

/// Nouns of these endings that name things, not acts.
const THINGS: [&str; 16] = [
    "organization",
    "organizations",
    "government",
    "governments",
    "document",
    "documents",
    "nations",
    "section",
    "sections",
    "university",
    "city",
    "cities",
    "community",
    "communities",
    "parliament",
    "department",
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose() {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            let noun = |at: usize| {
                let small = &words[at].small;
                small.len() > 6
                    && !words[at].is(&THINGS)
                    && ENDINGS.iter().any(|e| small.ends_with(e))
            };
            let mut at = 0;
            while at < words.len() {
                let (from, mut last, mut nouns) = (at, at, usize::from(noun(at)));
                at += 1;
                while nouns > 0
                    && words.get(last + 1).is_some_and(|w| w.small == "of")
                    && !words[last].closed
                {
                    let reach = (last + 2..words.len().min(last + 5)).find(|next| noun(*next));
                    let Some(next) = reach else { break };
                    nouns += 1;
                    last = next;
                }
                if nouns >= CHAIN {
                    let range = words[from].range.start..words[last].range.end;
                    let chain = passage.text[range.clone()].to_owned();
                    let place = reading.place(passage, range);
                    out.push(RULE.finding("chain", &[("chain", &chain)], place));
                    at = last + 1;
                }
            }
        }
    }
}
