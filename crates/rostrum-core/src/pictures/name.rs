//! Names by which the body knows pictures.

use unicode_normalization::UnicodeNormalization as _;

use crate::model::PictureKind;

/// Longest name, in characters, without its ending.
const LONGEST: usize = 60;

/// Returns a name like the wanted one that the body can hold and nothing else has.
///
/// `wanted` may be the name of a file, with its ending, or what a person typed. Names that
/// differ only in capitals count as the same, because they do on many disks.
///
/// # Panics
/// Never: there are more numbers than pictures.
pub fn name_for(wanted: &str, kind: PictureKind, taken: &[&str]) -> String {
    let wanted: String = wanted.nfc().collect();
    let stem = match wanted.rsplit_once('.') {
        Some((stem, ending)) if is_ending(ending) => stem,
        _ => &wanted,
    };
    let mut name = String::new();
    for c in stem.chars().take(4 * LONGEST) {
        if c.is_alphanumeric() || c == '_' || (c == '.' && !name.ends_with(['.', '-'])) {
            name.push(c);
        } else if !name.ends_with(['-', '.']) {
            name.push('-');
        }
    }
    let name: String = name.trim_matches(['-', '.']).chars().take(LONGEST).collect();
    let name = name.trim_end_matches(['-', '.']);
    let stem = if name.is_empty() { "picture" } else { name };
    let ending = kind.ending();
    let free = |name: &String| {
        let name = name.to_lowercase();
        taken.iter().all(|known| known.to_lowercase() != name)
    };
    let numbered = (2..).map(|number| format!("{stem}-{number}.{ending}"));
    std::iter::once(format!("{stem}.{ending}"))
        .chain(numbered)
        .find(free)
        .expect("there are more numbers than pictures")
}

/// Tells the ending of a picture's file from a dot in its name.
fn is_ending(ending: &str) -> bool {
    ["png", "jpg", "jpeg", "jpe", "jfif", "apng"].contains(&ending.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_words_and_loses_what_the_body_cannot_hold() {
        let named = |wanted| name_for(wanted, PictureKind::Png, &[]);
        assert_eq!(named("Reports by region (2025).PNG"), "Reports-by-region-2025.png");
        assert_eq!(named("Fig. 1.2 – overview.png"), "Fig.1.2-overview.png");
        assert_eq!(named("التقارير.png"), "التقارير.png");
        assert_eq!(named("../../etc/passwd"), "etc-passwd.png");
        assert_eq!(named(" "), "picture.png");
        assert_eq!(named("re\u{0301}gion.jpg"), "région.png");
    }

    #[test]
    fn a_name_is_given_once() {
        let taken = ["chart.jpg", "Chart-2.jpg"];
        assert_eq!(name_for("chart.jpeg", PictureKind::Jpeg, &taken), "chart-3.jpg");
        assert_eq!(name_for("chart", PictureKind::Png, &taken), "chart.png");
    }
}
