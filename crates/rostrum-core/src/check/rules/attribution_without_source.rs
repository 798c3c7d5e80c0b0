//! "According to" somebody, without where.

use crate::check::Reading;
use crate::check::reading::{Token, tokens};
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
    if !reading.english {
        return;
    }
    for passage in reading.prose() {
        for (at, sentence) in passage.sentences.iter().enumerate() {
            let words = tokens(&passage.text, sentence);
            let Some(first) =
                words.windows(2).position(|w| w[0].small == "according" && w[1].small == "to")
            else {
                continue;
            };
            let who = first
                + 2
                + usize::from(words.get(first + 2).is_some_and(|w| w.is(&["the", "a", "an"])));
            let named = words.get(who).is_some_and(Token::capital);
            let near = &words[who.min(words.len())..(who + 5).min(words.len())];
            let measure = near.iter().any(|w| w.is(&MEASURES));
            if !named || measure || !reading.unsupported(passage, at) {
                continue;
            }
            let name = words[who..].iter().take_while(|w| w.capital()).count();
            let range = words[first].range.start..words[who + name - 1].range.end;
            let said = passage.text[range.clone()].to_owned();
            out.push(RULE.finding(
                "according",
                &[("words_said", &said)],
                reading.place(passage, range),
            ));
        }
    }
}
