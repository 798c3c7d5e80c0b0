//! Words that insult.

use crate::check::Reading;
use crate::check::data::tone;
use crate::check::reading::{quoted, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::spell::primary;

/// Reports words that insult, in the six languages, from a list.
pub(super) static RULE: Rule = Rule {
    code: "R417",
    name: "abusive-words",
    family: Family::Style,
    checks: "No word of the list of insults stands in the text outside quotations. In the six languages.",
    why: "Secretariats do not publish statements that insult, and treaty bodies say so.",
    example: "Body:\n# Summary\n\nOnly an idiot would sign this.\n",
    instead: "Body:\n# Summary\n\nWe see no reason to sign this.\n",
    source: "Human Rights Committee, information for civil society: no abusive language.",
    sentences: &[Sentence {
        variant: "insult",
        severity: Severity::Warning,
        message: "\"{word}\" insults.",
        hint: "Say what is wrong with the matter, not with the people.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let language = primary(&reading.case.statement.language);
    let Some(tone) = tone(&language) else { return };
    for passage in reading.prose() {
        let ranges: Vec<std::ops::Range<usize>> = if language == "zh" {
            let found = tone.abusive.iter().flat_map(|w| passage.text.match_indices(w.as_str()));
            found.map(|(at, word)| at..at + word.len()).collect()
        } else {
            tokens(&passage.text, &(0..passage.text.len()))
                .into_iter()
                // A capital inside a sentence is a name.
                .filter(|t| tone.abusive.iter().any(|w| *w == *t.small))
                .filter(|t| {
                    !t.capital() || passage.sentences.iter().any(|s| s.start == t.range.start)
                })
                .map(|t| t.range)
                .collect()
        };
        for range in ranges {
            if quoted(&passage.text, &range) {
                continue;
            }
            let word = passage.text[range.clone()].to_owned();
            let place = reading.place(passage, range);
            out.push(RULE.finding("insult", &[("word", &word)], place));
        }
    }
}
