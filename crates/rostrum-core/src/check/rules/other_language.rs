//! A paragraph in another language than the statement.

use crate::check::Reading;
use crate::check::reading::tokens;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::count::words;
use crate::finding::{Finding, Severity};

/// Words from which the language of a paragraph can be told.
const ENOUGH: u32 = 20;

/// Reports paragraphs whose language is surely another than that of the statement.
pub(super) static RULE: Rule = Rule {
    code: "R902",
    name: "other-language",
    family: Family::Language,
    checks: "Every paragraph of twenty words or more is in the language of the statement, as far as that can be told with certainty.",
    why: "A note left in one's own language, or a partner's untranslated paragraph, is handed over unseen.",
    example: "Body:\n# Summary\n\nNous demandons aux États de nommer un point de contact avant la fin de l'année et de le mettre à l'épreuve deux fois par an, avec les hôpitaux.\n",
    instead: "Language: fr\nBody:\n# Summary\n\nNous demandons aux États de nommer un point de contact avant la fin de l'année et de le mettre à l'épreuve deux fois par an, avec les hôpitaux.\n",
    source: "The language set at the top of the statement.",
    sentences: &[Sentence {
        variant: "other",
        severity: Severity::Warning,
        message: "This paragraph seems to be in {language}.",
        hint: "Translate it, or correct the language at the top of the statement.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let own = reading.case.statement.language.to_lowercase();
    let own = own.split('-').next().filter(|t| !t.is_empty()).unwrap_or("en");
    for passage in reading.prose() {
        if words(&passage.text) < ENOUGH || plausible(&passage.text, own) {
            continue;
        }
        let Some(told) = whatlang::detect(&passage.text).filter(whatlang::Info::is_reliable) else {
            continue;
        };
        let (tag, name) = match told.lang() {
            whatlang::Lang::Eng => ("en", "English"),
            whatlang::Lang::Fra => ("fr", "French"),
            whatlang::Lang::Spa => ("es", "Spanish"),
            whatlang::Lang::Rus => ("ru", "Russian"),
            whatlang::Lang::Ara => ("ar", "Arabic"),
            whatlang::Lang::Cmn => ("zh", "Chinese"),
            whatlang::Lang::Deu => ("de", "German"),
            whatlang::Lang::Por => ("pt", "Portuguese"),
            // Other languages are told too rarely with certainty to speak of.
            _ => continue,
        };
        if tag != own {
            let place = reading.place(passage, 0..passage.text.len());
            out.push(RULE.finding("other", &[("language", name)], place));
        }
    }
}

/// Tells at little cost whether a text is in this language: by its commonest words, or by its
/// script. Only what fails this is looked at closely, which takes a hundred times longer.
fn plausible(text: &str, language: &str) -> bool {
    let common: &[&str] = match language {
        "en" => &["the", "of", "and", "to", "in", "that", "is", "for", "be", "a"],
        "fr" => &["le", "la", "les", "de", "des", "et", "du", "que", "en", "à"],
        "es" => &["el", "la", "los", "las", "de", "del", "y", "que", "en", "por"],
        _ => return script(text, language),
    };
    let tokens = tokens(text, &(0..text.len()));
    let hits = tokens.iter().filter(|t| t.is(common)).count();
    // "la", "de", "en" and "que" are shared; "y", "el", "et" and "les" are not.
    let telling: &[&str] = match language {
        "fr" => &["et", "les", "des", "du", "le"],
        "es" => &["y", "el", "los", "las", "del"],
        _ => &["the", "of", "and", "to"],
    };
    hits * 8 >= tokens.len() && tokens.iter().any(|t| t.is(telling))
}

/// Tells whether most letters are of the script of Arabic, Chinese or Russian.
fn script(text: &str, language: &str) -> bool {
    let own = |c: &char| match language {
        "ar" => ('\u{0600}'..='\u{06FF}').contains(c),
        "zh" => ('\u{4E00}'..='\u{9FFF}').contains(c),
        "ru" => ('\u{0400}'..='\u{04FF}').contains(c),
        _ => false,
    };
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut all, mut hits) = (0, 0);
    for letter in letters {
        all += 1;
        hits += usize::from(own(&letter));
    }
    hits * 2 > all
}
