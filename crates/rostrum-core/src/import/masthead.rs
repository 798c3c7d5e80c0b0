//! Finds title, symbol, revision, date and language of a draft in its words.

use super::headings;
use crate::model::draft::{Block, BlockKind, Draft};
use crate::months;

/// How many blocks at the start may hold the title page.
const TITLE_PAGE: usize = 40;

/// Longest line of a title page that is no title, in words: a date or a symbol stands alone.
const LINE: usize = 8;

/// Fills in what the draft says about itself; `named` is the title in the file's properties,
/// `edges` are lines at the edges of its pages.
pub(super) fn fill(draft: &mut Draft, named: Option<&str>, edges: &[String]) {
    draft.title = title(draft, named, edges);
    let opening: Vec<&str> = draft
        .blocks
        .iter()
        .take(TITLE_PAGE)
        .filter(|block| match block.kind {
            BlockKind::Footnote => false,
            BlockKind::Paragraph => block.text.len() < 160,
            _ => true,
        })
        .map(|block| block.text.as_str())
        .collect();
    if draft.symbol.is_none() {
        let edges = edges.iter().map(String::as_str);
        // The head of a page that was copied as one line is long.
        let head =
            draft.blocks.iter().take(3).filter(|block| block.text.contains("Distr")).flat_map(
                |block| {
                    let end =
                        block.text.char_indices().nth(160).map_or(block.text.len(), |(at, _)| at);
                    block.text[..end].split_whitespace()
                },
            );
        // The first letter of a UN symbol is often printed large and apart.
        let initial = opening.iter().find_map(|text| {
            let last = text.split_whitespace().next_back()?;
            ["A", "E", "S"].contains(&last).then_some(last)
        });
        let words = opening.iter().copied().chain(edges).flat_map(str::split_whitespace);
        draft.symbol =
            head.chain(words).find_map(|word| match initial.filter(|_| word.starts_with('/')) {
                Some(initial) => symbol(&format!("{initial}{word}")),
                None => symbol(word),
            });
    }
    draft.revision = opening
        .iter()
        .find_map(|text| revision(text))
        .or_else(|| edges.iter().find_map(|text| revision(text)))
        .or_else(|| draft.symbol.as_deref().and_then(revision));
    if draft.date.is_none() {
        draft.date = draft
            .blocks
            .iter()
            .take(TITLE_PAGE)
            .filter(|block| {
                // A sentence may name any day.
                block.kind == BlockKind::Other
                    || block.kind != BlockKind::Footnote
                        && (block.text.split_whitespace().count() <= LINE
                            || block.text.contains("Distr"))
                    || block.kind == BlockKind::Title
            })
            .find_map(|block| date(&block.text));
    }
    if let Some(told) = language(draft) {
        draft.language = Some(told);
    }
}

fn title(draft: &Draft, named: Option<&str>, edges: &[String]) -> Option<String> {
    let plain = |text: &str| text.trim_end_matches(['*', '†', ' ']).to_owned();
    let opening = &draft.blocks[..draft.blocks.len().min(TITLE_PAGE)];
    if let Some(found) = opening.iter().find(|block| block.kind == BlockKind::Title) {
        return Some(plain(&found.text));
    }
    let text_begins = opening
        .iter()
        .position(|block| block.kind == BlockKind::Paragraph && block.label.is_some())
        .unwrap_or(opening.len());
    let first_page = opening.first().and_then(|block| block.page);
    let before_text = || {
        opening[..text_begins].iter().filter(|block| {
            block.page == first_page
                && !is_part_of_any_text(&block.text)
                && headings::option(block.text.trim_start_matches('[')).is_none()
        })
    };
    let heading = before_text().find(|block| block.kind == BlockKind::Heading);
    if let Some(heading) = heading {
        return Some(plain(&heading.text));
    }
    if let Some(named) = named.map(str::trim).filter(|title| is_title(title)) {
        return Some(named.to_owned());
    }
    // A title page whose lines are all set alike.
    let long = |text: &str| (4..=40).contains(&text.split_whitespace().count());
    let line = before_text().find(|block| {
        let row = block.text.contains(" | ");
        block.kind == BlockKind::Other && long(&block.text) && !row && !is_masthead(&block.text)
    });
    if let Some(line) = line {
        return Some(plain(&line.text));
    }
    let mut edge: Vec<&str> = edges
        .iter()
        .map(|edge| without_page_number(edge))
        .filter(|edge| edge.split_whitespace().count() >= 2 && symbol(edge).is_none())
        .take(2)
        .collect();
    edge.dedup();
    if !edge.is_empty() {
        return Some(edge.join(" "));
    }
    let any = opening
        .iter()
        .find(|block| block.kind == BlockKind::Heading && !is_part_of_any_text(&block.text));
    if let Some(any) = any {
        return Some(plain(&any.text));
    }
    let paragraphs = || {
        opening.iter().take(FIRST_LINES).filter(|block| {
            let words = block.text.split_whitespace().count();
            block.kind == BlockKind::Paragraph
                && block.label.is_none()
                && (1..=30).contains(&words)
                && !block.text.ends_with([',', ';', ':', '.'])
        })
    };
    let fits = |block: &&Block| {
        long(&block.text)
            && !block.text.starts_with(char::is_lowercase)
            && !is_masthead(&block.text)
    };
    paragraphs().find(fits).or_else(|| paragraphs().next()).map(|block| block.text.clone())
}

/// Lines at the start of plain text of which one may be the title.
const FIRST_LINES: usize = 8;

/// Returns whether a line belongs to the masthead: it names a body, a session, a day, a symbol.
fn is_masthead(text: &str) -> bool {
    const WORDS: [&str; 4] = ["session", "agenda item", "distr.", "original:"];
    const BODIES: [&str; 5] = [
        "united nations",
        "general assembly",
        "human rights council",
        "nations unies",
        "conference of the parties",
    ];
    let lower = text.to_lowercase();
    WORDS.iter().any(|word| lower.contains(word))
        || BODIES.iter().any(|body| lower.starts_with(body) && lower.len() < body.len() + 40)
        || date(text).is_some() && text.split_whitespace().count() <= LINE
        || text.split_whitespace().any(|word| symbol(word).is_some())
}

/// Returns whether a heading may open any document and names none.
fn is_part_of_any_text(text: &str) -> bool {
    const PARTS: [&str; 16] = [
        "contents",
        "table of contents",
        "table des matières",
        "sommaire",
        "índice",
        "содержание",
        "preamble",
        "préambule",
        "preámbulo",
        "introduction",
        "introducción",
        "annex",
        "summary",
        "list of abbreviations",
        "abbreviations",
        "page",
    ];
    let lower = text.to_lowercase();
    let lettered = super::labels::split(text).is_some_and(|label| label.rest < text.len());
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    lettered || PARTS.contains(&bare) || bare.contains(". . . .") || bare.contains(".....")
}

/// Returns whether the title in a file's properties was meant as one; programs put the name of
/// the file there.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    title.len() > 3
        && title.contains(' ')
        && !lower.starts_with("microsoft word")
        && !lower.starts_with("untitled")
        && !title.contains('_')
        && ![".doc", ".pdf", ".rtf", ".odt", ".indd"].iter().any(|ending| lower.contains(ending))
}

/// Returns a running header without the page number at its end.
fn without_page_number(line: &str) -> &str {
    let cut = line.to_lowercase().rfind("page ").filter(|at| line.is_char_boundary(*at));
    let line = cut.map_or(line, |at| &line[..at]);
    line.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '|')
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

fn date(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "de").collect();
    let year = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        bare.len() == 4 && bare.parse::<u32>().is_ok_and(|n| (1945..=2100).contains(&n))
    };
    // `4`, `4th`, `8–13`, `1er`, `4,` but not `November-5`.
    let day = |word: &str| {
        let bare = word.trim_start_matches(['(', '[']);
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        bare[..digits].parse::<u32>().is_ok_and(|n| (1..=31).contains(&n))
    };
    // Arabic texts name the month twice: `تشرين الأول/أكتوبر`.
    let month = |word: &str| {
        let last = word.rsplit('/').next().unwrap_or(word);
        months::NAMES
            .iter()
            .flatten()
            .any(|m| *m == last.trim_matches(|c: char| !c.is_alphabetic()))
    };
    let found = words.windows(3).find_map(|three| {
        let fits = month(three[1]) && day(three[0]) && year(three[2])
            || month(three[0]) && day(three[1]) && year(three[2]);
        fits.then(|| three.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
    });
    found.or_else(|| chinese_date(text))
}

/// `2025年10月5日`
fn chinese_date(text: &str) -> Option<String> {
    let year = text.find('年')?;
    let digits = |text: &str| text.chars().rev().take_while(char::is_ascii_digit).count();
    let start = year - digits(&text[..year]);
    let end = text[year..].find('日')? + year + '日'.len_utf8();
    let found = &text[start..end];
    let plain = found.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
    (plain && year - start == 4).then(|| found.to_owned())
}

/// Most paragraphs of which the language is told.
const MOST_SAMPLES: usize = 40;

/// Languages that are told apart when there are few words: those of the United Nations and of
/// its neighbours in these drafts.
const LIKELY: [whatlang::Lang; 9] = [
    whatlang::Lang::Eng,
    whatlang::Lang::Fra,
    whatlang::Lang::Spa,
    whatlang::Lang::Rus,
    whatlang::Lang::Ara,
    whatlang::Lang::Cmn,
    whatlang::Lang::Por,
    whatlang::Lang::Deu,
    whatlang::Lang::Ita,
];

/// Returns the language that the words themselves tell: that of most paragraphs, taken from the
/// whole document, for a draft may open with a quotation.
fn language(draft: &Draft) -> Option<String> {
    let texts: Vec<&str> = draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| block.text.as_str())
        .collect();
    let long: Vec<&str> = texts.iter().copied().filter(|text| text.len() >= 120).collect();
    let mut votes: Vec<(whatlang::Lang, usize)> = Vec::new();
    for text in long.iter().step_by((long.len() / MOST_SAMPLES).max(1)).take(MOST_SAMPLES) {
        let sample: String = text.chars().take(400).collect();
        let Some(told) = whatlang::detect(&sample).filter(whatlang::Info::is_reliable) else {
            continue;
        };
        match votes.iter_mut().find(|(lang, _)| *lang == told.lang()) {
            Some((_, count)) => *count += sample.len(),
            None => votes.push((told.lang(), sample.len())),
        }
    }
    let told = votes.into_iter().max_by_key(|(_, count)| *count).map(|(lang, _)| lang);
    let told = told.or_else(|| {
        let all: String = texts.join(" ").chars().take(4000).collect();
        let likely = || {
            let detector = whatlang::Detector::with_allowlist(LIKELY.to_vec());
            detector.detect(&all).filter(|info| all.len() >= 60 && info.confidence() > 0.3)
        };
        whatlang::detect(&all)
            .filter(whatlang::Info::is_reliable)
            .or_else(likely)
            .map(|info| info.lang())
    })?;
    let tag = match told {
        whatlang::Lang::Eng => "en",
        whatlang::Lang::Fra => "fr",
        whatlang::Lang::Spa => "es",
        whatlang::Lang::Rus => "ru",
        whatlang::Lang::Ara => "ar",
        whatlang::Lang::Heb => "he",
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
        assert_eq!(date("29 November-5 December 2015"), None);
        assert_eq!(date("Geneva, 8–13 February 2015").as_deref(), Some("8–13 February 2015"));
        assert_eq!(date("5 октября 2025 года").as_deref(), Some("5 октября 2025"));
        assert_eq!(date("2025年10月5日").as_deref(), Some("2025年10月5日"));
        assert_eq!(revision("Zero draft of the report").as_deref(), Some("Zero draft"));
        assert_eq!(revision("A/AC.292/2025/CRP.1/Rev.2").as_deref(), Some("Rev.2"));
        assert_eq!(revision("review 3"), None);
    }
}
