//! A State under another name than its own at the United Nations.

use crate::check::Reading;
use crate::check::reading::mend;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports names of States that the United Nations writes otherwise.
pub(super) static RULE: Rule = Rule {
    code: "R409",
    name: "country-name",
    family: Family::Style,
    checks: "States are named as they are at the United Nations. English only.",
    why: "Delegations take the name of their State seriously, and the secretariat changes it anyway.",
    example: "Body:\n# Summary\n\nThe test was made in Vietnam.\n",
    instead: "Body:\n# Summary\n\nThe test was made in Viet Nam.\n",
    source: "United Nations terminology of country names.",
    sentences: &[Sentence {
        variant: "name",
        severity: Severity::Info,
        message: "At the United Nations \"{word}\" is \"{other}\".",
        hint: "Use the name by which the State is a Member.",
    }],
    reach: Reach::Passage,
    run,
};

/// Names in common use, and those of the United Nations.
const NAMES: [(&str, &str); 22] = [
    ("Vietnam", "Viet Nam"),
    ("East Timor", "Timor-Leste"),
    ("Ivory Coast", "Côte d'Ivoire"),
    ("South Korea", "Republic of Korea"),
    ("North Korea", "Democratic People's Republic of Korea"),
    ("Turkey", "Türkiye"),
    ("Cape Verde", "Cabo Verde"),
    ("Swaziland", "Eswatini"),
    ("Czech Republic", "Czechia"),
    ("Burma", "Myanmar"),
    ("Laos", "Lao People's Democratic Republic"),
    ("Moldova", "Republic of Moldova"),
    ("Macedonia", "North Macedonia"),
    ("Tanzania", "United Republic of Tanzania"),
    ("Brunei", "Brunei Darussalam"),
    ("Micronesia", "Federated States of Micronesia"),
    ("Holland", "Netherlands"),
    ("Great Britain", "United Kingdom of Great Britain and Northern Ireland"),
    ("Western Samoa", "Samoa"),
    ("Zaire", "Democratic Republic of the Congo"),
    ("Kampuchea", "Cambodia"),
    ("Cote d'Ivoire", "Côte d'Ivoire"),
];

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in reading.english_prose() {
        for (word, other) in NAMES {
            for (at, _) in passage.text.match_indices(word) {
                let end = at + word.len();
                let inside = passage.text[..at].ends_with(char::is_alphanumeric)
                    || passage.text[end..].starts_with(char::is_alphanumeric)
                    || passage.text[..at].ends_with("Republic of ")
                    || passage.text[..at].ends_with("North ")
                    || passage.text[..at].ends_with("States of ")
                    || passage.text[..at].ends_with("Kingdom of ")
                    || passage.text[end..].starts_with(" Darussalam");
                if inside {
                    continue;
                }
                let place = reading.place(passage, at..end);
                let edits = mend(&place, other);
                let params = [("word", word), ("other", other)];
                out.push(Finding { edits, ..RULE.finding("name", &params, place) });
            }
        }
    }
}
