//! File names that every mail gateway, portal and file system takes.

use any_ascii::any_ascii;

/// Longest file name that is made, with its ending.
///
/// Windows limits a whole path to 260 characters and portals cut names without a word;
/// 120 leaves room for the folder.
pub const LONGEST: usize = 119;

/// Pattern that is used when the call names none.
pub const PATTERN: &str = "{organisation}_{title}_{year}";

/// Returns the name of a document by the call's pattern, such as `Civic_Lab_Comments_2026.docx`.
///
/// `{organisation}`, `{title}` and `{year}` are replaced; what the pattern says beside them
/// is kept. Letters of any script are written in ASCII, and everything that is not a
/// letter, a digit or a hyphen becomes one underscore. When the name
/// is too long the title is shortened, at a word where one ends near. The result is never
/// empty and always passes [`safe`] unchanged.
pub fn document_name(
    pattern: Option<&str>,
    organisation: &str,
    title: &str,
    year: &str,
    ending: &str,
) -> String {
    let pattern = pattern.map(str::trim).filter(|p| !p.is_empty()).unwrap_or(PATTERN);
    let ending = plain(ending.trim_start_matches('.')).to_ascii_lowercase();
    let pattern = strip_ending(pattern, &ending);
    let organisation = plain(organisation);
    let (title, year) = (plain(title), plain(year));
    let fill = |title: &str| {
        let filled = pattern
            .replace("{organisation}", &organisation)
            .replace("{title}", title)
            .replace("{year}", &year);
        with_ending(&plain(&filled), &ending)
    };
    let whole = fill(&title);
    if whole.len() <= LONGEST {
        return safe(&whole);
    }
    let spare = title.len().saturating_sub(whole.len() - LONGEST);
    safe(&fill(shorten(&title, spare)))
}

/// Returns a name with a word behind its stem: `Lab_2026.docx` with `table` is
/// `Lab_2026_table.docx`.
pub fn with_suffix(name: &str, suffix: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let rest = suffix.len() + 1 + if ending.is_empty() { 0 } else { ending.len() + 1 };
    let stem = shorten(stem, LONGEST.saturating_sub(rest));
    safe(&with_ending(&format!("{stem}_{suffix}"), ending))
}

/// Returns a name that is safe as a file name everywhere: ASCII, no separators, not hidden,
/// not reserved, at most [`LONGEST`] characters with its ending kept.
///
/// # Example
/// `../Ünser Entwurf?.DOCX` becomes `Unser_Entwurf.DOCX`.
pub fn safe(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, ending) = match base.rsplit_once('.') {
        Some((stem, ending)) if !plain(stem).is_empty() && is_ending(ending) => (stem, ending),
        _ => (base, ""),
    };
    let stem = plain(stem);
    let room = LONGEST - if ending.is_empty() { 0 } else { ending.len() + 1 };
    let stem = match shorten(&stem, room) {
        "" => "document",
        stem => stem,
    };
    if is_reserved(stem) {
        return with_ending(&format!("{stem}_file"), ending);
    }
    with_ending(stem, ending)
}

fn is_ending(text: &str) -> bool {
    (1..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn with_ending(stem: &str, ending: &str) -> String {
    if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") }
}

/// A call may write its pattern with an ending; the document's own ending counts.
fn strip_ending<'a>(pattern: &'a str, ending: &str) -> &'a str {
    match pattern.rsplit_once('.') {
        Some((stem, last)) if last.eq_ignore_ascii_case(ending) => stem,
        Some((stem, "docx" | "doc" | "pdf")) => stem,
        _ => pattern,
    }
}

/// Letters in ASCII; every run of anything else, dots too, as one underscore.
///
/// Mail gateways distrust names with two endings, so only the last dot of a name stays.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in any_ascii(text).chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => {
                if gap && !out.is_empty() && !out.ends_with('_') {
                    out.push('_');
                }
                gap = false;
                out.push(c);
            }
            // An apostrophe inside a word is not a gap: `women's` is `womens`.
            '\'' | '`' => {}
            _ => gap = true,
        }
    }
    out.trim_matches(['-', '_']).to_owned()
}

/// Cuts an ASCII text to `most` characters, at the last underscore when it is near the end.
fn shorten(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let cut = &text[..most];
    let cut = match cut.rfind('_') {
        Some(at) if at * 4 >= most * 3 => &cut[..at],
        _ => cut,
    };
    cut.trim_end_matches(['_', '-'])
}

/// Names that Windows keeps for devices, whatever their ending
/// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
fn is_reserved(stem: &str) -> bool {
    let name = stem.to_ascii_uppercase();
    matches!(name.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (name.len() == 4
            && (name.starts_with("COM") || name.starts_with("LPT"))
            && name.as_bytes()[3].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_pattern_of_the_call_makes_the_name() {
        let name = document_name(
            Some("{organisation} - {title} ({year})"),
            "Réseau Égalité",
            "Comments on the zero draft",
            "2026",
            "docx",
        );
        assert_eq!(name, "Reseau_Egalite_-_Comments_on_the_zero_draft_2026.docx");
    }

    #[test]
    fn a_pattern_with_an_ending_does_not_double_it() {
        assert_eq!(document_name(Some("{organisation}.docx"), "Lab", "", "", "docx"), "Lab.docx");
        assert_eq!(document_name(Some("{organisation}.docx"), "Lab", "", "", "pdf"), "Lab.pdf");
    }

    #[test]
    fn a_word_behind_the_name_leaves_it_short_enough() {
        assert_eq!(with_suffix("Lab_2026.docx", "table"), "Lab_2026_table.docx");
        let long = format!("{}.docx", "a".repeat(114));
        let name = with_suffix(&long, "tracked");
        assert!(name.len() <= LONGEST && name.ends_with("_tracked.docx"), "{name}");
    }

    #[test]
    fn other_scripts_are_written_in_ascii() {
        let name = document_name(None, "Гражданский контроль", "公民社会意见", "2026", "docx");
        assert!(name.is_ascii() && name.starts_with("Grazhdanskiy_kontrol"), "{name}");
        assert!(document_name(None, "مجتمع", "", "", "pdf").len() > ".pdf".len());
    }

    #[test]
    fn a_long_title_is_cut_at_a_word_and_organisation_and_year_stay() {
        let name = document_name(None, "Civic Lab", &"accountability ".repeat(30), "2026", "docx");
        assert!(name.len() <= LONGEST, "{}", name.len());
        assert!(name.starts_with("Civic_Lab_") && name.ends_with("accountability_2026.docx"));
    }

    #[test]
    fn names_that_reach_out_or_hide_or_are_reserved_are_made_harmless() {
        assert_eq!(safe("../../etc/passwd"), "passwd");
        assert_eq!(safe("C:\\Users\\someone\\Ünser Entwurf?.DOCX"), "Unser_Entwurf.DOCX");
        assert_eq!(safe(".bashrc"), "bashrc");
        assert_eq!(safe("CON.docx"), "CON_file.docx");
        assert_eq!(safe("com1.tar.docx"), "com1_tar.docx");
        assert_eq!(safe("???"), "document");
        assert_eq!(safe(""), "document");
        assert_eq!(safe("women's group.pdf"), "womens_group.pdf");
    }

    proptest! {
        #[test]
        fn every_name_is_safe_and_stays_as_it_is(
            organisation in ".{0,200}", title in ".{0,300}", ending in "(docx|pdf|md|)",
        ) {
            let name = document_name(None, &organisation, &title, "2026", &ending);
            prop_assert!(name.is_ascii() && !name.is_empty() && name.len() <= LONGEST);
            prop_assert!(!name.starts_with(['.', '-']) && !name.ends_with(['.', ' ']));
            prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', ' ']));
            prop_assert_eq!(safe(&name), name);
        }

        #[test]
        fn any_text_becomes_a_safe_name(text in any::<String>()) {
            let name = safe(&text);
            prop_assert!(name.is_ascii() && !name.is_empty() && name.len() <= LONGEST);
            prop_assert!(!name.contains(['/', '\\']) && !name.starts_with('.'));
            prop_assert_eq!(safe(&name), name.clone());
        }
    }
}
