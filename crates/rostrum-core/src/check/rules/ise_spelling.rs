//! "Organise" and "analyze" where the United Nations writes "organize" and "analyse".

use crate::check::Reading;
use crate::check::reading::{mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports words spelled with -ise that the United Nations spells with -ize, and -yze for -yse.
pub(super) static RULE: Rule = Rule {
    code: "R401",
    name: "ise-spelling",
    family: Family::Style,
    checks: "Verbs in -ize and their kin are spelled with z, and analyse, paralyse and catalyse with s. Names are left alone. English only.",
    why: "Wording that follows United Nations spelling can be taken into the text as it stands.",
    example: "Body:\n# Summary\n\nStates should organise a test.\n",
    instead: "Body:\n# Summary\n\nStates should organize a test.\n",
    source: "United Nations Editorial Manual: first spelling of the Concise Oxford English Dictionary.",
    sentences: &[Sentence {
        variant: "spelling",
        severity: Severity::Info,
        message: "The United Nations spells \"{word}\" as \"{other}\".",
        hint: "Change the spelling if the wording is meant for the text.",
    }],
    reach: Reach::Passage,
    run,
};

/// Stems before -ise: the verbs of diplomatic prose. Verbs that keep -ise, such as advise,
/// comprise, exercise and supervise, are not among them.
const STEMS: [&str; 74] = [
    "apolog",
    "author",
    "capital",
    "categor",
    "central",
    "character",
    "civil",
    "colon",
    "commercial",
    "computer",
    "criminal",
    "critic",
    "crystall",
    "decentral",
    "decriminal",
    "democrat",
    "demoral",
    "digital",
    "digit",
    "econom",
    "emphas",
    "final",
    "formal",
    "fossil",
    "general",
    "global",
    "harmon",
    "hospital",
    "human",
    "hypothes",
    "ideal",
    "immun",
    "industrial",
    "institutional",
    "international",
    "internal",
    "jeopard",
    "legal",
    "legitim",
    "liberal",
    "local",
    "mainstream",
    "marginal",
    "material",
    "maxim",
    "memor",
    "militar",
    "minim",
    "mobil",
    "modern",
    "monopol",
    "national",
    "neutral",
    "normal",
    "operational",
    "optim",
    "organ",
    "penal",
    "polar",
    "popular",
    "prior",
    "priorit",
    "privat",
    "real",
    "recogn",
    "reorgan",
    "scrutin",
    "sensit",
    "stabil",
    "standard",
    "subsid",
    "summar",
    "symbol",
    "util",
];

const ENDINGS: [&str; 8] = ["ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations"];

const YZE: [&str; 4] = ["analyz", "paralyz", "catalyz", "reanalyz"];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    if !reading.english {
        return;
    }
    for passage in reading.prose() {
        for (at, word) in tokens(&passage.text, &(0..passage.text.len())).iter().enumerate() {
            // A capital inside a passage is a name: World Health Organisation stays.
            if at > 0 && word.capital() {
                continue;
            }
            let Some(other) = united_nations(word.text) else { continue };
            let place = reading.place(passage, word.range.clone());
            let edits = mend(&place, &other);
            let params = [("word", word.text), ("other", other.as_str())];
            out.push(Finding { edits, ..RULE.finding("spelling", &params, place) });
        }
    }
}

/// Returns a word as the United Nations spells it, when that differs.
fn united_nations(word: &str) -> Option<String> {
    let small = word.to_lowercase();
    if !small.is_ascii() {
        return None;
    }
    if YZE.iter().any(|stem| small.starts_with(stem)) {
        return Some(word.replacen("yz", "ys", 1));
    }
    let ending = ENDINGS.iter().find(|ending| {
        small.strip_suffix(**ending).is_some_and(|stem| {
            STEMS.contains(&stem.trim_start_matches("de")) || STEMS.contains(&stem)
        })
    })?;
    let at = word.len() - ending.len();
    Some(format!("{}{}", &word[..at], ending.replacen("is", "iz", 1)))
}

#[cfg(test)]
mod tests {
    use super::united_nations;

    #[test]
    fn only_verbs_of_the_list_change() {
        assert_eq!(united_nations("organisations").as_deref(), Some("organizations"));
        assert_eq!(united_nations("Recognising").as_deref(), Some("Recognizing"));
        assert_eq!(united_nations("analyzed").as_deref(), Some("analysed"));
        for word in ["advise", "comprise", "exercise", "promise", "analysis", "raise", "otherwise"]
        {
            assert_eq!(united_nations(word), None, "{word}");
        }
    }
}
