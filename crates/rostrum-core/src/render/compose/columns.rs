//! How wide the columns of a table of the text are.

use crate::model::document::{Inline, plain_text};

/// Letters of a table that stand beside each other on a page, as near as can be known without
/// its font.
const LINE: usize = 84;
/// Letters that the space on both sides of a cell takes.
const SIDES: usize = 2;
/// A longer word, which is an address as a rule, may be broken.
const LONGEST_WORD: usize = 18;

/// Shares the width of a table out by what its columns hold; none is narrower than its longest
/// word, as long as there is room for that.
pub(super) fn widths(rows: &[Vec<Vec<Inline>>]) -> Vec<u16> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cells = |column: usize| {
        rows.iter().filter_map(move |row| row.get(column)).map(|cell| plain_text(cell))
    };
    let wanted: Vec<usize> = (0..columns)
        .map(|at| cells(at).map(|cell| cell.chars().count()).max().unwrap_or(0).clamp(8, 80))
        .collect();
    let least: Vec<usize> = (0..columns)
        .map(|at| cells(at).map(|cell| longest_word(&cell)).max().unwrap_or(0) + SIDES)
        .collect();
    // Who would get less than the least gets that; the others share what is left.
    let mut held = vec![false; columns];
    loop {
        let taken: usize = (0..columns).filter(|at| held[*at]).map(|at| least[at]).sum();
        let shared: usize = (0..columns).filter(|at| !held[*at]).map(|at| wanted[at]).sum();
        let room = LINE.saturating_sub(taken);
        let short = |at: usize| !held[at] && wanted[at] * room < least[at] * shared;
        let next: Vec<usize> = (0..columns).filter(|at| short(*at)).collect();
        if !next.is_empty() {
            for at in next {
                held[at] = true;
            }
            continue;
        }
        let width = |at: usize| {
            // In hundredths, so that a share of a letter counts.
            if held[at] { least[at] * 100 } else { wanted[at] * room * 100 / shared.max(1) }
        };
        return if held.contains(&true) {
            (0..columns).map(|at| width(at).min(usize::from(u16::MAX)) as u16).collect()
        } else {
            wanted.into_iter().map(|letters| letters as u16).collect()
        };
    }
}

/// Returns how many letters the longest word has that should not be broken.
fn longest_word(cell: &str) -> usize {
    let breaks = |c: char| c.is_whitespace() && c != '\u{A0}' || matches!(c, '/' | '–' | '—');
    let word = |word: &str| {
        // Chinese and Japanese break between any two letters.
        let broken = word.chars().any(|c| ('\u{2E80}'..'\u{FB00}').contains(&c));
        if broken { 2 } else { word.chars().count().min(LONGEST_WORD) }
    };
    cell.split(breaks).map(word).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&[&str]]) -> Vec<u16> {
        let cell = |words: &&str| vec![Inline::plain(*words)];
        widths(&rows.iter().map(|row| row.iter().map(cell).collect()).collect::<Vec<_>>())
    }

    #[test]
    fn columns_are_as_wide_as_what_they_hold() {
        assert_eq!(of(&[&["Measure", "State"], &["Reporting each year", "done"]]), [19, 8]);
        assert!(of(&[]).is_empty());
    }

    #[test]
    fn no_word_is_broken_for_the_sake_of_a_long_cell() {
        let long = "a long cell ".repeat(20);
        let made = of(&[
            &["Measure", "Country", "Deadline", "Responsible", "Cost"],
            &[&long, "Kenya", "2026-12-31", &long, "3"],
        ]);
        let whole: u32 = made.iter().map(|width| u32::from(*width)).sum();
        for (width, letters) in made.iter().zip([7, 7, 10, 11, 4]) {
            assert!(u32::from(*width) * 84 >= whole * letters, "{made:?}");
        }
        assert!(made[0] > 2 * made[1], "{made:?}");
    }

    #[test]
    fn more_words_than_a_page_is_wide_share_it_evenly() {
        let many = vec!["responsibilities"; 12];
        let made = of(&[&many]);
        assert!(made.iter().all(|width| *width == made[0]), "{made:?}");
    }
}
