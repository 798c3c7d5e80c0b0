//! A number of a paragraph that is still that of an earlier draft.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};
use crate::revise::references::mentions;

/// Reports numbers of paragraphs in one's own text that did not follow to the newest draft, or
/// that cannot.
pub(super) static RULE: Rule = Rule {
    code: "R710",
    name: "reference-left-behind",
    family: Family::Draft,
    checks: "Numbers of paragraphs in body and rationales are those of the newest draft once there is one, or say which draft they are of.",
    why: "After a new revision paragraph 23 may be another paragraph, and a reader looks it up in the text that is on the table.",
    example: "Numbers of: the earlier draft\nBody:\n# Summary\n\nWe support paragraph 2.\n\nEarlier draft:\n1. States met in spring and thanked the Chair.\n2. A register of incidents is kept by the secretariat.\n3. Hospitals are protected in peace and war.\n\nDraft:\n1. States met in spring and thanked the Chair.\n2. Hospitals are protected in peace and war.\n",
    instead: "Body:\n# Summary\n\nWe support paragraph 2.\n\nEarlier draft:\n1. States met in spring and thanked the Chair.\n2. A register of incidents is kept by the secretariat.\n3. Hospitals are protected in peace and war.\n\nDraft:\n1. States met in spring and thanked the Chair.\n2. Hospitals are protected in peace and war.\n",
    source: "The drafts of the statement.",
    sentences: &[
        Sentence {
            variant: "other",
            severity: Severity::Warning,
            message: "\"{reference}\" is a number of {draft}; in the newest draft paragraph {paragraph} is another text.",
            hint: "Let the numbers follow, where the new revision is compared.",
        },
        Sentence {
            variant: "none",
            severity: Severity::Warning,
            message: "\"{reference}\" is a number of {draft}; the newest draft has no paragraph {paragraph}.",
            hint: "Let the numbers follow, where the new revision is compared.",
        },
        Sentence {
            variant: "widened",
            severity: Severity::Warning,
            message: "\"{reference}\" has other paragraphs in it in the new draft.",
            hint: "Read the range again and correct its ends.",
        },
        Sentence {
            variant: "split",
            severity: Severity::Warning,
            message: "\"{reference}\" is several paragraphs in the new draft.",
            hint: "Correct the number, or name the earlier draft behind it.",
        },
        Sentence {
            variant: "gone",
            severity: Severity::Warning,
            message: "\"{reference}\" is not in the new draft.",
            hint: "Correct the number, or name the earlier draft behind it.",
        },
        Sentence {
            variant: "unsure",
            severity: Severity::Warning,
            message: "\"{reference}\" cannot be found for sure in the new draft.",
            hint: "Correct the number, or name the earlier draft behind it.",
        },
        Sentence {
            variant: "earlier",
            severity: Severity::Info,
            message: "\"{reference}\" is of an earlier draft, as the text says.",
            hint: "Correct the number if the paragraph has a counterpart now, or leave it so.",
        },
    ],
    reach: Reach::Statement,
    run,
};

/// Returns the finding for a number that does not simply follow.
pub(crate) fn finding(variant: &str, reference: &str, place: Place) -> Finding {
    RULE.finding(variant, &[("reference", reference)], place)
}

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some((newest, draft)) = reading.newest() else { return };
    let statement = reading.case.statement;
    let earlier = || reading.case.drafts.iter().filter(|(id, _)| id != newest);
    let names: Vec<&str> = earlier().map(|(_, draft)| draft.spoken_name()).collect();
    // A statement that does not say whose numbers it uses is not accused of an old one.
    let old = earlier().find(|(id, _)| *id == statement.numbered_by).map(|(_, draft)| draft);
    if names.is_empty() {
        return;
    }
    for passage in reading.prose() {
        for range in names.iter().flat_map(|name| named(&passage.text, name)) {
            let words = passage.text[range.clone()].to_owned();
            out.push(finding("earlier", &words, reading.place(passage, range)));
        }
        let Some(old) = old else { continue };
        for mention in mentions(&passage.text, &statement.language) {
            let changed = mention.labels.iter().find_map(|label| {
                let before = old.labelled(&label.text)?;
                match draft.labelled(&label.text) {
                    Some(now) if alike(&before.text, &now.text) => None,
                    Some(_) => Some(("other", label)),
                    // Rule R707 speaks of it.
                    None if reading.english => None,
                    None => Some(("none", label)),
                }
            });
            if let Some((variant, label)) = changed {
                let params = [
                    ("reference", &passage.text[mention.range.clone()]),
                    ("draft", old.spoken_name()),
                    ("paragraph", label.text.as_str()),
                ];
                let place = reading.place(passage, mention.range.clone());
                out.push(RULE.finding(variant, &params, place));
            }
        }
    }
}

/// Tells whether at least half of the words of the shorter text stand in the other.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    2 * a.intersection(&b).count() >= a.len().min(b.len())
}

/// Finds numbers with the name of a draft behind them: "23 (Zero draft)".
fn named(text: &str, name: &str) -> Vec<Range<usize>> {
    let wanted = format!("({name})");
    text.match_indices(&wanted)
        .filter_map(|(at, found)| {
            let before = text[..at].trim_end();
            let number = before.rfind(|c: char| c.is_whitespace()).map_or(0, |space| space + 1);
            let labelled = before[number..].chars().any(|c| c.is_ascii_digit());
            labelled.then_some(number..at + found.len())
        })
        .collect()
}
