//! In which direction a text is written, told from its letters.

use serde::{Deserialize, Serialize};

/// The direction in which a text is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

/// Returns the direction most letters of a text are written in; none without a letter.
///
/// An Arabic paragraph that opens with a symbol in Latin letters is still written from right
/// to left, which "the first strong letter" gets wrong.
pub fn direction(text: &str) -> Option<Direction> {
    let (mut left, mut right) = (0_u32, 0_u32);
    for char in text.chars().filter(|char| char.is_alphabetic()) {
        if is_right_to_left(char) { right += 1 } else { left += 1 }
    }
    match (left, right) {
        (0, 0) => None,
        // Arabic texts carry names and symbols in Latin letters, seldom the other way round.
        _ if right * 3 >= left => Some(if right == 0 { Direction::Ltr } else { Direction::Rtl }),
        _ => Some(Direction::Ltr),
    }
}

/// Returns the direction of a language by its tag; none when the tag does not tell.
pub fn direction_of(language: &str) -> Option<Direction> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    match primary.to_ascii_lowercase().as_str() {
        "" | "und" | "mul" => None,
        "ar" | "ara" | "dv" | "fa" | "he" | "heb" | "iw" | "ps" | "sd" | "ug" | "ur" | "yi" => {
            Some(Direction::Rtl)
        }
        _ => Some(Direction::Ltr),
    }
}

fn is_right_to_left(char: char) -> bool {
    matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_letters_decide_not_the_first_one() {
        assert_eq!(direction("A/AC.292 قرار الجمعية العامة بشأن الأمن"), Some(Direction::Rtl));
        assert_eq!(direction("States recalled the term أمن."), Some(Direction::Ltr));
        assert_eq!(direction("הטיוטה הראשונה"), Some(Direction::Rtl));
        assert_eq!(direction("23."), None);
    }

    #[test]
    fn a_language_tells_its_direction() {
        assert_eq!(direction_of("ar"), Some(Direction::Rtl));
        assert_eq!(direction_of("he-IL"), Some(Direction::Rtl));
        assert_eq!(direction_of("zh-Hans"), Some(Direction::Ltr));
        assert_eq!(direction_of("und"), None);
    }
}
