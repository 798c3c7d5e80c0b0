//! More than a section, the title or another unit may have.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::count::LimitUse;
use crate::finding::{Finding, Place, Severity};
use crate::model::call::{LimitScope, LimitUnit};

/// Reports limits other than that of the whole text's words: of a section, of the title, in
/// characters, pages or minutes. Pages are known only where somebody laid the document out.
pub(super) static RULE: Rule = Rule {
    code: "R204",
    name: "over-other-limit",
    family: Family::Length,
    checks: "Limits of sections, of the title, of characters, of pages and of spoken minutes are kept.",
    why: "Forms cut what is too long in the middle of a word, and microphones are switched off.",
    example: "Call: ahead\nBody:\n# Answer\n\n[… 60 words …]\n",
    instead: "Call: ahead\nBody:\n# Answer\n\n[… 40 words …]\n",
    source: "The call's limits and counting rule.",
    sentences: &[
        Sentence {
            variant: "section-words",
            severity: Severity::Error,
            message: "\"{section}\" has {words} words; its limit is {limit}, so it is {over} too long.",
            hint: "Shorten the section, or move something to another.",
        },
        Sentence {
            variant: "section-characters",
            severity: Severity::Error,
            message: "\"{section}\" has {words} characters with spaces; its limit is {limit}, so it is {over} too long.",
            hint: "Shorten the section, or move something to another.",
        },
        Sentence {
            variant: "title-words",
            severity: Severity::Error,
            message: "The title has {words} words; its limit is {limit}.",
            hint: "Shorten the title.",
        },
        Sentence {
            variant: "title-characters",
            severity: Severity::Error,
            message: "The title has {words} characters with spaces; its limit is {limit}.",
            hint: "Shorten the title.",
        },
        Sentence {
            variant: "characters",
            severity: Severity::Error,
            message: "The statement has {words} characters with spaces; the limit is {limit}, so it is {over} too long.",
            hint: "Shorten it.",
        },
        Sentence {
            variant: "pages",
            severity: Severity::Error,
            message: "The statement has {words} pages; the limit is {limit}, so it is {over} too long.",
            hint: "Shorten it; the pages beside the text show where each begins.",
        },
        Sentence {
            variant: "minutes",
            severity: Severity::Error,
            message: "Read aloud at {pace} words a minute the statement takes {words} minutes; the limit is {limit}.",
            hint: "Shorten it: speakers are cut off when their time is up.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let call = reading.case.call;
    for found in &reading.case.count.limits {
        let Some(used) = found.used.filter(|used| *used > found.max) else { continue };
        let Some(variant) = variant(found) else { continue };
        let section = found.section.as_ref().and_then(|id| call.section(id));
        let heading = section.map_or("", |s| s.heading.as_str());
        let place = match found.applies_to {
            LimitScope::Title => Place { paragraph: Some("title".into()), ..Place::part("header") },
            LimitScope::Whole | LimitScope::Section | LimitScope::Question => {
                Place { section: section.map(|s| s.heading.clone()), ..Place::part("body") }
            }
        };
        let mut finding = RULE.finding(
            variant,
            &[
                ("section", heading),
                ("words", &used.to_string()),
                ("limit", &found.max.to_string()),
                ("over", &(used - found.max).to_string()),
                ("pace", &reading.case.count.pace.to_string()),
            ],
            place,
        );
        let sure = call.certainty_of_limit(found.unit, found.applies_to, found.max);
        if let Some(certainty) = sure {
            finding.severity = weighed(finding.severity, certainty);
        }
        out.push(finding);
    }
}

fn variant(found: &LimitUse) -> Option<&'static str> {
    match (found.applies_to, found.unit) {
        (LimitScope::Section, LimitUnit::Words) => Some("section-words"),
        (LimitScope::Section, LimitUnit::Characters) => Some("section-characters"),
        (LimitScope::Title, LimitUnit::Words) => Some("title-words"),
        (LimitScope::Title, LimitUnit::Characters) => Some("title-characters"),
        (LimitScope::Whole, LimitUnit::Characters) => Some("characters"),
        (LimitScope::Whole | LimitScope::Section, LimitUnit::Minutes) => Some("minutes"),
        (LimitScope::Whole, LimitUnit::Pages) => Some("pages"),
        // Words of the whole text have a rule of their own.
        _ => None,
    }
}
