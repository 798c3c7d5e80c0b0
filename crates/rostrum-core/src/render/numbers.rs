//! How items of lists are numbered: `1.`, `(a)`, `(i)` by depth, as in documents of the
//! United Nations.

use crate::import::labels::to_roman;

/// Returns how an item with this number is labelled; in a text with numbered paragraphs the
/// items are their sub-levels and begin with `(a)`.
pub fn item_label(depth: u8, number: u32, numbered: bool) -> String {
    match level(depth, numbered) {
        0 => format!("{number}."),
        1 => format!("({})", letters(number)),
        _ => format!("({})", roman(number)),
    }
}

/// Returns which of the three kinds of numbers an item has: figures, letters, Roman figures.
pub(super) fn level(depth: u8, numbered: bool) -> u8 {
    depth.saturating_add(u8::from(numbered)) % 3
}

/// Returns `a` to `z`, then `aa` to `zz`, as Word counts.
fn letters(number: u32) -> String {
    let at = number.max(1) - 1;
    let letter = char::from(b'a' + (at % 26) as u8);
    std::iter::repeat_n(letter, (at / 26) as usize % 8 + 1).collect()
}

fn roman(number: u32) -> String {
    // Beyond that there are no letters for it.
    if (1..4000).contains(&number) { to_roman(number) } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_numbered_by_their_depth() {
        let labels =
            [(0, 3), (1, 2), (1, 28), (2, 4), (3, 7)].map(|(d, n)| item_label(d, n, false));
        assert_eq!(labels, ["3.", "(b)", "(bb)", "(iv)", "7."]);
        let labels = [(0, 1), (1, 9), (2, 1)].map(|(d, n)| item_label(d, n, true));
        assert_eq!(labels, ["(a)", "(ix)", "1."]);
    }
}
