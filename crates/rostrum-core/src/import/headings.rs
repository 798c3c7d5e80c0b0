//! Tells headings by their words, for formats and files that do not mark them.

use super::labels::{self, Form};

/// Words that open a heading when a number or letter follows: `Article 4`, `Annexe II`.
/// The number is the heading's level.
const DIVISIONS: [(&str, u8); 34] = [
    ("part", 1),
    ("partie", 1),
    ("parte", 1),
    ("часть", 1),
    ("الجزء", 1),
    ("annex", 1),
    ("annexe", 1),
    ("anexo", 1),
    ("appendix", 1),
    ("приложение", 1),
    ("المرفق", 1),
    ("attachment", 1),
    ("enclosure", 1),
    ("title", 1),
    ("titre", 1),
    ("chapter", 2),
    ("chapitre", 2),
    ("capítulo", 2),
    ("глава", 2),
    ("الفصل", 2),
    ("section", 3),
    ("sección", 3),
    ("раздел", 3),
    ("القسم", 3),
    ("cluster", 3),
    ("theme", 3),
    ("article", 4),
    ("artículo", 4),
    ("статья", 4),
    ("المادة", 4),
    ("artigo", 4),
    ("rule", 4),
    ("regulation", 4),
    ("principle", 4),
];

/// Headings that stand alone without a number.
const ALONE: [&str; 44] = [
    "introduction",
    "background",
    "preamble",
    "notes",
    "contents",
    "conclusion",
    "conclusions",
    "recommendations",
    "conclusions and recommendations",
    "conclusions and/or recommendations",
    "annex",
    "annexes",
    "appendix",
    "summary",
    "executive summary",
    "references",
    "overview",
    "chapeau",
    "general provisions",
    "final provisions",
    "definitions",
    "scope",
    "purpose",
    "next steps",
    "follow-up and review",
    "means of implementation",
    "declaration",
    "objectives",
    "principles",
    "endnotes",
    "footnotes",
    "abbreviations",
    "acronyms",
    "mandate",
    "methodology",
    "annexe",
    "préambule",
    "sommaire",
    "introducción",
    "conclusiones",
    "preámbulo",
    "anexo",
    "введение",
    "приложение",
];

/// Most words of a heading that is told by its words.
const MOST_WORDS: usize = 24;

/// Returns the level of the heading that the words alone make, from 1.
pub(super) fn by_words(text: &str) -> Option<u8> {
    let text = text.trim();
    let count = text.split_whitespace().count();
    if count == 0 || count > MOST_WORDS {
        return None;
    }
    if let Some(level) = bracketed(text) {
        return Some(level);
    }
    let bare = text.trim_matches(['[', ']', ' ']);
    if let Some(level) = division(bare) {
        return Some(level);
    }
    if ends_like_a_sentence(text) {
        return None;
    }
    if ALONE.contains(&bare.trim_end_matches(':').to_lowercase().as_str()) {
        return Some(1);
    }
    if let Some(label) = labels::split(bare) {
        let words = &bare[label.rest..];
        let opens = words.chars().next().is_some_and(|c| c.is_uppercase() || c == '[' || c == '“');
        let few = words.split_whitespace().count() <= 18;
        match label.form {
            Form::CapitalRoman if opens && few => return Some(2),
            Form::Capital if opens && few => return Some(3),
            Form::Number | Form::Decimal if capitals(words) => return Some(3),
            _ => {}
        }
    }
    (capitals(bare) && count <= 16).then_some(2)
}

/// `{Progression}` and `Option II:` alone on their line.
fn bracketed(text: &str) -> Option<u8> {
    let bare = text.trim_start_matches('[').trim_end_matches(']').trim();
    if bare.starts_with('{') && bare.ends_with('}') && !bare[1..bare.len() - 1].contains(['{', '}'])
    {
        return Some(5);
    }
    let (opening, rest) = option(bare)?;
    let rest = rest.trim_start_matches(':').trim();
    let about = rest.is_empty()
        || rest.starts_with("(paragraph")
        || rest.starts_with('{') && rest.ends_with('}') && opening.ends_with(')');
    about.then_some(5)
}

/// Returns whether a text is only `Option 2:`.
pub(super) fn is_bare_option(text: &str) -> bool {
    let bare = text.trim().trim_start_matches('[');
    option(bare).is_some_and(|(_, rest)| rest.trim_matches([':', ' ', ']']).is_empty())
}

/// Returns the words `Option 2` at the start of a text, and what follows them.
pub(super) fn option(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("Option ").or_else(|| text.strip_prefix("OPTION "))?;
    let length = rest.find([':', ' ']).unwrap_or(rest.len());
    let number = rest[..length].trim_matches(['(', ')', '.']);
    let plain = number.parse::<u8>().is_ok()
        || labels::roman(number).is_some()
        || number.len() == 1 && number.chars().all(char::is_alphabetic);
    plain.then(|| text.split_at(text.len() - rest.len() + length))
}

fn division(text: &str) -> Option<u8> {
    let lower = text.to_lowercase();
    let (word, rest) = lower.split_once([' ', '\u{a0}']).unwrap_or((&lower, ""));
    let level = DIVISIONS.iter().find(|(name, _)| *name == word).map(|(_, level)| *level)?;
    if !text.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_ascii()) {
        return None;
    }
    let number: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    let after = rest[number.len()..].trim_start();
    let starts = number.chars().next().is_some_and(|c| c.is_ascii_digit());
    let single = number.chars().count() == 1;
    let numbered = starts || labels::roman(&number).is_some() || single && number != "a";
    // "Article 4, paragraph 2, provides" is a sentence; "Article 4 Scope" and "Article 4 (SCOPE)" are not.
    let goes_on = after.starts_with([',', ';']) || ends_like_a_sentence(text);
    (numbered && !goes_on).then_some(level)
}

/// Returns whether one or two words and a colon lead into a sentence: `Goal: useful texts that …`.
pub(super) fn leads_in(text: &str) -> bool {
    text.split_once(':').is_some_and(|(lead, rest)| {
        lead.split_whitespace().count() <= 2
            && rest.split_whitespace().filter(|word| word.chars().all(char::is_lowercase)).count()
                >= 3
    })
}

/// Returns whether a text is set in capitals.
pub(super) fn capitals(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper >= 3 && lower * 12 < upper
}

/// Returns whether a text ends as a sentence or a clause does.
pub(super) fn ends_like_a_sentence(text: &str) -> bool {
    let trimmed = text.trim_end_matches([']', ')', '”', '"', '’', '\'', ' ', '}']);
    trimmed.ends_with(['.', ';', ',', ':', '?', '!', '。', '؟', '؛', '،'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_by_their_words() {
        for (text, level) in [
            ("Article 4 (MITIGATION)", 4),
            ("Article 2bis (GENERAL)", 4),
            ("PART III", 1),
            ("Annex II", 1),
            ("I. Report drafting methodology", 2),
            ("B. Interactive dialogue", 3),
            ("BELGIUM", 2),
            ("{Collective long-term goal}", 5),
            ("Option I:", 5),
            ("Option 1: (paragraph 3):", 5),
            ("Introduction", 1),
            ("Статья 3", 4),
        ] {
            assert_eq!(by_words(text), Some(level), "{text}");
        }
    }

    #[test]
    fn sentences_are_no_headings() {
        for text in [
            "Article 4, paragraph 2, provides",
            "Option II: No text",
            "States recall that the rule stands.",
            "Part of the work is done",
            "A. We, the Heads of State and Government, have met here.",
            "What is the state of play of the ratification",
        ] {
            assert_eq!(by_words(text), None, "{text}");
        }
    }
}
