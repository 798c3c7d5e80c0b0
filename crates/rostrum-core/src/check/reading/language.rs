//! Which language a passage is in, as far as that can be told with certainty.

use super::token::tokens;
use crate::count::words;

/// Words from which the language of a passage can be told.
const ENOUGH: u32 = 20;

/// Words from which it can be told when the script alone tells it.
const SCRIPT_ENOUGH: u32 = 8;

/// Returns tag and English name of the language of a text that is surely not in `own`.
pub(crate) fn other_language(text: &str, own: &str) -> Option<(&'static str, &'static str)> {
    if let Some(told) = by_script(text).filter(|(tag, _)| *tag != own) {
        return Some(told);
    }
    if words(text) < ENOUGH || plausible(text, own) {
        return None;
    }
    let told = whatlang::detect(text).filter(whatlang::Info::is_reliable)?;
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
        _ => return None,
    };
    (tag != own).then_some((tag, name))
}

/// Words from which the language of a quotation can be told.
const QUOTED_ENOUGH: usize = 4;

/// Returns the tag of the language of words between quotation marks that are surely not in
/// `own`: by the commonest words of one other language, and none of its own.
pub(crate) fn language_of_quotation(text: &str, own: &str) -> Option<&'static str> {
    if let Some((tag, _)) = other_language(text, own) {
        return Some(tag);
    }
    let tokens = tokens(text, &(0..text.len()));
    let told = |tag: &str| tokens.iter().filter(|t| t.is(telling(tag))).count();
    if tokens.len() < QUOTED_ENOUGH || told(own) > 0 {
        return None;
    }
    let mut others = ["en", "fr", "es"].into_iter().filter(|tag| *tag != own);
    let first = others.find(|tag| told(tag) >= 2 && plausible(text, tag))?;
    others.all(|tag| told(tag) < told(first)).then_some(first)
}

/// Tells at next to no cost whether a text is in this language; false where it would have to be
/// looked at.
pub(crate) fn surely_in(text: &str, own: &str) -> bool {
    let common: &[&str] = match own {
        "en" => &[" the ", " of ", " and "],
        "fr" => &[" les ", " des ", " et ", " du "],
        "es" => &[" el ", " los ", " y ", " del "],
        _ => return script(text, own),
    };
    common.iter().any(|word| text.contains(word))
}

/// Returns a language's common words that the others do not have.
fn telling(language: &str) -> &'static [&'static str] {
    // "la", "de", "en" and "que" are shared; "y", "el", "et" and "les" are not.
    match language {
        "fr" => &["et", "les", "des", "du", "le"],
        "es" => &["y", "el", "los", "las", "del"],
        "en" => &["the", "of", "and", "to"],
        _ => &[],
    }
}

/// Returns the language of a text that is written in a script of its own; a few words of it
/// are enough.
fn by_script(text: &str) -> Option<(&'static str, &'static str)> {
    // Nearly every text of the others begins with a letter of theirs.
    if text.chars().take(64).filter(|c| !c.is_ascii()).count() < 8 {
        return None;
    }
    [("ar", "Arabic"), ("zh", "Chinese"), ("ru", "Russian")]
        .into_iter()
        .find(|(tag, _)| words(text) >= SCRIPT_ENOUGH && script(text, tag))
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
    hits * 8 >= tokens.len() && tokens.iter().any(|t| t.is(telling(language)))
}

/// Tells whether words in a language of Latin letters are written in another script: they are
/// of another language, however few they are.
pub(crate) fn in_another_script(text: &str, own: &str) -> bool {
    ["en", "fr", "es", "pt", "de", "it"].contains(&own)
        && !text.is_ascii()
        && ["ar", "zh", "ru"].iter().any(|language| script(text, language))
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
