//! A word that no dictionary knows.

use crate::check::Reading;
use crate::check::reading::{Kind, in_another_script, mend, phrase};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::spell::{name_meant, oxford, primary, spelled};

/// Reports words that neither the dictionary of the paragraph's language, nor the words of the
/// United Nations, nor the writers' own words know.
pub(super) static RULE: Rule = Rule {
    code: "R903",
    name: "spelling",
    family: Family::Language,
    checks: "Every word is in the dictionary of its paragraph's language, in the list of words of the United Nations, or in your own. English, French, Spanish, Russian and Arabic; names are left alone, and in proposed wording the draft's own words.",
    why: "A misspelt word is the first thing a reader sees, and the text is published as it comes.",
    example: "Body:\n# Summary\n\nStates should name a harbuor.\n",
    instead: "Body:\n# Summary\n\nStates should name a harbour.\n",
    source: "Dictionaries named on the page of licences; United Nations Editorial Manual.",
    sentences: &[
        Sentence {
            variant: "slip",
            severity: Severity::Warning,
            message: "\"{word}\" is not in the dictionary; \"{other}\" is.",
            hint: "Correct it, or keep it as one of your own words.",
        },
        Sentence {
            variant: "unknown",
            severity: Severity::Info,
            message: "\"{word}\" is not in the dictionary.",
            hint: "Look whether it is right; if so, keep it as one of your own words.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let spelling = reading.case.spelling;
    let own = primary(&reading.case.statement.language);
    for passage in reading.passages.iter().filter(|p| !p.quoted) {
        let language = reading.language_of(passage);
        let Some(book) = spelling.book(&language) else { continue };
        // The call's own headings are in its language.
        if matches!(passage.kind, Kind::Heading(_))
            && reading.case.call.section(passage.text.trim()).is_some()
        {
            continue;
        }
        // The list of languages in a cell, a label: too little to know what language it is.
        if passage.kind == Kind::Cell && passage.text.split_whitespace().count() < 4 {
            continue;
        }
        let starts: Vec<usize> = passage.sentences.iter().map(|s| s.start).collect();
        for found in spelled(&passage.text, &starts) {
            let word = &passage.text[found.range.clone()];
            // A name or a few words of another script: this dictionary knows nothing of them.
            if in_another_script(word, &language) {
                continue;
            }
            // American spelling is a matter of style, which another rule speaks of.
            let styled = || language == "en" && oxford(word).is_some_and(|w| book.knows(&w));
            if book.knows(word) || styled() || spelling.own.contains(&word.to_lowercase()) {
                continue;
            }
            let of_draft = |text: &str| phrase(text, word).next().is_some();
            if passage.proposal && reading.answered(passage).any(of_draft) {
                continue;
            }
            let near = book.near(word);
            let meant = if found.name {
                match name_meant(&language, &near) {
                    Some(name) => Some(name),
                    None => continue,
                }
            } else {
                near.first().cloned()
            };
            let place = reading.place(passage, found.range.clone());
            let mut params = vec![("word", word)];
            params.extend(meant.as_deref().map(|other| ("other", other)));
            // Told only where it is not the statement's, so that suggestions are of it.
            params.extend((language != own).then_some(("language", &*language)));
            let variant = if meant.is_some() { "slip" } else { "unknown" };
            let edits = meant.as_deref().map_or_else(Vec::new, |other| mend(&place, other));
            out.push(Finding { edits, ..RULE.finding(variant, &params, place) });
        }
    }
}
