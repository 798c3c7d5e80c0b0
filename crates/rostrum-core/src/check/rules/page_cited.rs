//! A draft cited by page instead of paragraph.

use crate::check::Reading;
use crate::check::reading::tokens;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports the draft cited by its pages.
pub(super) static RULE: Rule = Rule {
    code: "R408",
    name: "page-cited",
    family: Family::Style,
    checks: "The draft is cited by paragraph, not by page. English only.",
    why: "Pages differ from language to language and from revision to revision; paragraphs do not.",
    example: "Body:\n# Summary\n\nWe welcome page 4 of the zero draft.\n",
    instead: "Body:\n# Summary\n\nWe welcome paragraph 23 of the zero draft.\n",
    source: "United Nations Editorial Manual; guidance for participants in meetings at Geneva: cite paragraphs.",
    sentences: &[Sentence {
        variant: "page",
        severity: Severity::Info,
        message: "The draft is cited by its page {page}.",
        hint: "Name the paragraph; pages move with every revision and language.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    if !reading.english {
        return;
    }
    for passage in reading.prose() {
        for sentence in &passage.sentences {
            let words = tokens(&passage.text, sentence);
            let of_draft = words.iter().any(|w| w.is(&["draft"]));
            let cited = words.windows(2).find(|w| {
                w[0].is(&["page", "pages", "p", "pp"])
                    && w[1].text.starts_with(|c: char| c.is_ascii_digit())
            });
            let Some(cited) = cited.filter(|_| of_draft) else { continue };
            let place = reading.place(passage, cited[0].range.start..cited[1].range.end);
            out.push(RULE.finding("page", &[("page", cited[1].text)], place));
        }
    }
}
