//! A paragraph in another language than the statement.

use crate::check::Reading;
use crate::check::reading::other_language;
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Severity};
use crate::spell::primary;

/// Reports paragraphs whose language is surely another than that of the statement.
pub(super) static RULE: Rule = Rule {
    code: "R902",
    name: "other-language",
    family: Family::Language,
    checks: "Every paragraph of twenty words or more is in the language of the statement, and proposed wording in that of the draft, as far as that can be told with certainty.",
    why: "A note left in one's own language, or a partner's untranslated paragraph, is handed over unseen.",
    example: "Body:\n# Summary\n\nNous demandons aux États de nommer un point de contact avant la fin de l'année et de le mettre à l'épreuve deux fois par an, avec les hôpitaux.\n",
    instead: "Language: fr\nBody:\n# Summary\n\nNous demandons aux États de nommer un point de contact avant la fin de l'année et de le mettre à l'épreuve deux fois par an, avec les hôpitaux.\n",
    source: "The language set at the top of the statement.",
    sentences: &[
        Sentence {
            variant: "other",
            severity: Severity::Warning,
            message: "This paragraph seems to be in {language}.",
            hint: "Translate it, or correct the language at the top of the statement.",
        },
        Sentence {
            variant: "not-accepted",
            severity: Severity::Warning,
            message: "This paragraph seems to be in {language}, which the call does not take.",
            hint: "Translate it into the language of the statement.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let own = primary(&reading.case.statement.language);
    let accepted = reading.case.call.languages.as_ref();
    for passage in reading.passages.iter().filter(|p| p.is_prose() || p.proposal) {
        let expected = reading.expected_language(passage);
        let Some((tag, name)) = other_language(&passage.text, &expected) else { continue };
        // Wording for a draft may as well be in the language of the statement.
        if tag == own {
            continue;
        }
        let place = reading.place(passage, 0..passage.text.len());
        let refused = accepted.filter(|rule| !rule.value.iter().any(|t| primary(t) == tag));
        out.push(match refused {
            Some(rule) => {
                let mut finding = RULE.finding("not-accepted", &[("language", name)], place);
                finding.severity = weighed(finding.severity, rule.ground.certainty);
                finding
            }
            None => RULE.finding("other", &[("language", name)], place),
        });
    }
}
