//! Finds title, symbol, revision, date and language of a draft in its words.

use crate::model::draft::{BlockKind, Draft};

/// How many blocks at the start may hold the title page.
const TITLE_PAGE: usize = 40;

/// Fills in what the draft says about itself.
pub(super) fn fill(draft: &mut Draft, named: Option<&str>) {
    draft.title = title(draft, named);
    let opening: Vec<&str> = draft
        .blocks
        .iter()
        .take(TITLE_PAGE)
        .filter(|block| block.kind != BlockKind::Paragraph || block.text.len() < 160)
        .map(|block| block.text.as_str())
        .collect();
    if draft.symbol.is_none() {
        draft.symbol = opening.iter().flat_map(|text| text.split_whitespace()).find_map(symbol);
    }
    draft.revision = opening
        .iter()
        .find_map(|text| revision(text))
        .or_else(|| draft.symbol.as_deref().and_then(revision));
    if draft.date.is_none() {
        draft.date = opening.iter().find_map(|text| date(text));
    }
    if let Some(told) = language(draft) {
        draft.language = Some(told);
    }
}

fn title(draft: &Draft, named: Option<&str>) -> Option<String> {
    let titles: Vec<&str> = draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Title)
        .map(|block| block.text.as_str())
        .take(3)
        .collect();
    if let Some(first) = titles.first() {
        return Some((*first).to_owned());
    }
    let named = named.map(str::trim).filter(|title| {
        let untitled = title.to_lowercase();
        !untitled.starts_with("microsoft word") && untitled != "untitled" && title.len() > 3
    });
    let heading = draft
        .blocks
        .iter()
        .take(TITLE_PAGE)
        .find(|block| block.kind == BlockKind::Heading)
        .map(|block| block.text.clone());
    heading.or_else(|| named.map(str::to_owned)).or_else(|| {
        let first = draft.blocks.iter().find(|block| block.kind == BlockKind::Paragraph)?;
        (first.text.split_whitespace().count() <= 30).then(|| first.text.clone())
    })
}

/// Returns the document symbol that a word is: a body in capitals, then at least two parts of
/// capitals, figures and dots, at least one figure in all (`A/AC.292/2025/CRP.1/Rev.1`).
fn symbol(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut parts = word.split('/');
    let body = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let known = (1..=6).contains(&body.len()) && body.chars().all(|c| c.is_ascii_uppercase());
    let fits = rest.iter().all(|part| {
        let suffix =
            ["Rev.", "Add.", "Corr.", "Amend.", "Para."].iter().any(|s| part.starts_with(s));
        let plain = part.chars().all(|c| {
            c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '(' | ')')
        });
        !part.is_empty() && (plain || suffix)
    });
    let digits = word.chars().any(|c| c.is_ascii_digit());
    (known && fits && digits && rest.len() >= 2 && word.len() <= 48).then(|| word.to_owned())
}

fn revision(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    for name in [
        "pre-draft",
        "zero draft",
        "first draft",
        "second draft",
        "revised draft",
        "final draft",
        "advance unedited version",
        "advance unedited",
        "final report",
    ] {
        if let Some(at) = lower.find(name) {
            let found = text.get(at..at + name.len())?;
            return Some(found.to_owned());
        }
    }
    let at = lower.find("rev")?;
    let tail = &lower[at + 3..];
    let joint = tail.len() - tail.trim_start_matches(['.', ' ']).len();
    let digits: String = tail[joint..].chars().take_while(char::is_ascii_digit).collect();
    let starts = at == 0 || !lower.as_bytes()[at - 1].is_ascii_alphanumeric();
    (starts && joint <= 2 && !digits.is_empty() && digits.len() <= 2)
        .then(|| format!("Rev.{digits}"))
}

const MONTHS: [&str; 36] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

fn date(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "de").collect();
    let number = |word: &str, least: u32, most: u32| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        bare.parse::<u32>().is_ok_and(|n| n >= least && n <= most && bare.len() <= 4)
    };
    words.windows(3).find_map(|three| {
        let month = |word: &str| {
            let bare = word.trim_matches(|c: char| !c.is_alphabetic());
            MONTHS.contains(&bare)
        };
        let fits = month(three[1]) && number(three[0], 1, 31) && number(three[2], 1945, 2100)
            || month(three[0]) && number(three[1], 1, 31) && number(three[2], 1945, 2100);
        fits.then(|| three.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
    })
}

/// Returns the language that the words themselves tell.
fn language(draft: &Draft) -> Option<String> {
    let mut sample = String::new();
    for block in &draft.blocks {
        if block.kind == BlockKind::Paragraph {
            sample.push_str(&block.text);
            sample.push(' ');
        }
        if sample.len() > 4000 {
            break;
        }
    }
    let told = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    let tag = match told.lang() {
        whatlang::Lang::Eng => "en",
        whatlang::Lang::Fra => "fr",
        whatlang::Lang::Spa => "es",
        whatlang::Lang::Rus => "ru",
        whatlang::Lang::Ara => "ar",
        whatlang::Lang::Cmn => "zh",
        whatlang::Lang::Por => "pt",
        whatlang::Lang::Deu => "de",
        whatlang::Lang::Ita => "it",
        other => other.code(),
    };
    Some(tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_told_from_other_slashes() {
        assert_eq!(symbol("A/AC.292/2025/CRP.1").as_deref(), Some("A/AC.292/2025/CRP.1"));
        assert_eq!(symbol("(A/RES/78/272)").as_deref(), Some("A/RES/78/272"));
        assert_eq!(symbol("and/or"), None);
        assert_eq!(symbol("A/B"), None);
    }

    #[test]
    fn dates_and_revisions_are_found_as_printed() {
        assert_eq!(date("Distr.: General 29 April 2024").as_deref(), Some("29 April 2024"));
        assert_eq!(date("September 23, 2021").as_deref(), Some("September 23, 2021"));
        assert_eq!(date("Article 4 May apply 2020"), None);
        assert_eq!(revision("Zero draft of the report").as_deref(), Some("Zero draft"));
        assert_eq!(revision("A/AC.292/2025/CRP.1/Rev.2").as_deref(), Some("Rev.2"));
        assert_eq!(revision("review 3"), None);
    }
}
