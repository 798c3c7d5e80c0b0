//! "%" and "percent" where the United Nations writes "per cent".

use crate::check::Reading;
use crate::check::reading::{Kind, mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports percentages with the sign or in one word, outside tables.
pub(super) static RULE: Rule = Rule {
    code: "R402",
    name: "percent-sign",
    family: Family::Style,
    checks: "Percentages in running text are written \"per cent\"; the sign is for tables. English only.",
    why: "Wording that follows United Nations style can be taken into the text as it stands.",
    example: "Body:\n# Summary\n\nDonors should give 2% more.\n",
    instead: "Body:\n# Summary\n\nDonors should give 2 per cent more.\n",
    source: "United Nations Editorial Manual, numbers: percentages in figures, \"per cent\" written out, % in tables only.",
    sentences: &[Sentence {
        variant: "written-out",
        severity: Severity::Info,
        message: "In running text the United Nations writes \"{other}\" instead of \"{word}\".",
        hint: "Change it if the wording is meant for the text.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose().filter(|p| p.kind != Kind::Cell) {
        let words = tokens(&passage.text, &(0..passage.text.len()));
        for (at, word) in words.iter().enumerate() {
            let number = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
            let (range, figure) = match word.text.strip_suffix('%') {
                Some(figure) if number(figure) && !figure.contains('%') => {
                    (word.range.clone(), figure)
                }
                _ if word.is(&["percent", "%"]) && at > 0 && number(words[at - 1].text) => {
                    (words[at - 1].range.start..word.range.end, words[at - 1].text)
                }
                _ => continue,
            };
            let other = format!("{figure} per cent");
            let place = reading.place(passage, range.clone());
            let edits = mend(&place, &other);
            let params = [("word", &passage.text[range]), ("other", other.as_str())];
            out.push(Finding { edits, ..RULE.finding("written-out", &params, place) });
        }
    }
}
