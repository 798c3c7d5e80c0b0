//! A body, treaty or text of the United Nations under another name than its own.

use crate::check::Reading;
use crate::check::data::names;
use crate::check::reading::{mend, phrase, quoted};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::spell::primary;

/// Reports names of bodies and texts that are miswritten, as a list has them.
pub(super) static RULE: Rule = Rule {
    code: "R414",
    name: "united-nations-name",
    family: Family::Style,
    checks: "Bodies, treaties and texts of the United Nations have their own names. English, French and Spanish, from a list.",
    why: "A treaty under a wrong name is not found, and tells the reader that it was not read.",
    example: "Body:\n# Summary\n\nWe recall the Universal Declaration on Human Rights.\n",
    instead: "Body:\n# Summary\n\nWe recall the Universal Declaration of Human Rights.\n",
    source: "United Nations terminology; titles of the treaties as adopted.",
    sentences: &[Sentence {
        variant: "name",
        severity: Severity::Info,
        message: "At the United Nations \"{word}\" is \"{other}\".",
        hint: "Use the name as it was adopted.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let names = names(&primary(&reading.case.statement.language));
    for passage in reading.prose() {
        let mut told: Vec<std::ops::Range<usize>> = Vec::new();
        for name in names {
            for written in &name.written {
                for range in phrase(&passage.text, written) {
                    let inside = told.iter().any(|t| t.start < range.end && range.start < t.end);
                    // Part of the right name, as "Agenda 2030" never is, or told already.
                    if inside
                        || within(&passage.text, &range, &name.name)
                        || quoted(&passage.text, &range)
                    {
                        continue;
                    }
                    let place = reading.place(passage, range.clone());
                    let edits = mend(&place, &name.name);
                    let params = [("word", written.as_str()), ("other", name.name.as_str())];
                    out.push(Finding { edits, ..RULE.finding("name", &params, place) });
                    told.push(range);
                }
            }
        }
    }
}

/// Tells whether a range stands inside the right name.
fn within(text: &str, range: &std::ops::Range<usize>, name: &str) -> bool {
    phrase(text, name).any(|whole| whole.start <= range.start && range.end <= whole.end)
}
