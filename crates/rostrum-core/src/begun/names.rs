//! Whether a heading somebody wrote names a section of a call.

use similar::TextDiff;

/// How near two names have to be to mean the same section.
pub(super) const NEAR: f32 = 0.55;

/// Words that tell nothing about a section.
const EMPTY: [&str; 26] = [
    "the", "a", "an", "of", "and", "on", "for", "to", "in", "our", "your", "their", "with", "from",
    "by", "at", "de", "la", "le", "les", "des", "et", "du", "los", "el", "y",
];

/// Returns how near a heading is to the name of a section: 1 when they are the same but for
/// numbers, case, punctuation and small words; below [`NEAR`] when they have little in common.
pub(super) fn nearness(heading: &str, name: &str) -> f32 {
    let (heading, name) = (words(heading), words(name));
    if heading.is_empty() || name.is_empty() {
        return 0.0;
    }
    if heading == name {
        return 1.0;
    }
    let stems = |words: &[String]| -> Vec<String> {
        words.iter().map(|word| word.chars().take(6).collect()).collect()
    };
    let (ours, theirs) = (stems(&heading), stems(&name));
    let shared = ours.iter().filter(|word| theirs.contains(word)).count();
    let all = ours.len() + theirs.len() - shared.min(theirs.len());
    let least = ours.len().min(theirs.len());
    let mut near = shared as f32 / all as f32;
    if shared == least {
        // One name is a part of the other.
        let long = ours.iter().chain(&theirs).filter(|word| word.chars().count() >= 4).count();
        let share = least as f32 / ours.len().max(theirs.len()) as f32;
        if long >= 2 {
            near = near.max(if share >= 0.5 { 0.75 } else { 0.56 });
        }
    }
    let (heading, name) = (heading.join(" "), name.join(" "));
    let alike = TextDiff::from_chars(heading.as_str(), name.as_str()).ratio();
    if alike >= 0.85 && heading.chars().count() >= 6 { near.max(0.8) } else { near.min(0.95) }
}

/// Returns the words that tell something, in small letters, without the number of a heading.
fn words(name: &str) -> Vec<String> {
    let name = unnumbered(name);
    let all: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let telling: Vec<String> =
        all.iter().filter(|word| !EMPTY.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Returns a heading without its number: `II. Norms`, `3.1 Norms`, `(b) Norms`.
pub(crate) fn unnumbered(name: &str) -> &str {
    let name = name.trim();
    let Some((first, rest)) = name.split_once(char::is_whitespace) else { return name };
    let core = first.trim_matches(['(', ')', '.', ':', '-', '–']);
    let marked = first.ends_with(['.', ')', ':']);
    let digits = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = core.chars().count() == 1 && core.chars().all(char::is_alphabetic);
    let roman = !core.is_empty() && core.chars().all(|c| "IVXivx".contains(c));
    if digits || marked && (letter || roman) { rest.trim_start() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_case_and_small_words_do_not_matter() {
        for (heading, name) in [
            ("II. NORMS, RULES AND PRINCIPLES", "Norms, rules and principles"),
            ("3.1 Our recommendations", "Recommendations"),
            ("The Summary:", "Summary"),
        ] {
            assert!((nearness(heading, name) - 1.0).abs() < f32::EPSILON, "{heading}");
        }
    }

    #[test]
    fn names_that_mean_the_same_are_near() {
        for (heading, name) in [
            ("Key recommendations", "Recommendations"),
            ("Threats", "Existing and potential threats"),
            ("Introductory remarks", "Introduction"),
            ("Recomendations", "Recommendations"),
            ("Comments on specific paragraphs", "Comments on paragraphs"),
        ] {
            assert!(nearness(heading, name) >= NEAR, "{heading}: {}", nearness(heading, name));
        }
    }

    #[test]
    fn names_that_mean_something_else_are_not() {
        for (heading, name) in [
            ("Capacity-building", "Confidence-building measures"),
            ("About us", "Summary"),
            ("Annex", "Asks"),
            ("International law", "International cooperation and assistance"),
            ("", "Summary"),
        ] {
            assert!(nearness(heading, name) < NEAR, "{heading}: {}", nearness(heading, name));
        }
    }

    #[test]
    fn a_heading_is_told_from_its_number() {
        assert_eq!(unnumbered("IV) Asks"), "Asks");
        assert_eq!(unnumbered("A clean start"), "A clean start");
        assert_eq!(unnumbered("I agree"), "I agree");
    }
}
