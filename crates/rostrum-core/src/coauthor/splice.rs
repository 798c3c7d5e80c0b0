//! Finds the smallest changes that turn one text into another.
//!
//! Texts of the shared document are never replaced as a whole: two people who edit copies
//! keep both edits only if each edit touches no more than it means to.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Comparing more pieces than this takes too long; the stretch is then compared more coarsely.
const MOST_PIECES: usize = 4_000;

/// One change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    /// First character to take out, in UTF-16 units of the text before.
    pub(super) at: u32,
    /// UTF-16 units to take out.
    pub(super) delete: u32,
    /// What stands there instead.
    pub(super) insert: String,
}

/// Returns the changes that turn `before` into `after`, in order, none touching another.
pub(super) fn splices(before: &str, after: &str) -> Vec<Splice> {
    let mut found = Vec::new();
    by_lines(before, after, 0, &mut found);
    found
}

/// Returns the length of a text in UTF-16 units.
pub(super) fn units(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

fn by_lines(before: &str, after: &str, offset: u32, found: &mut Vec<Splice>) {
    let (head, before, after) = trim(before, after);
    let offset = offset + head;
    let old: Vec<&str> = words(before);
    let new: Vec<&str> = words(after);
    if old.len() + new.len() <= MOST_PIECES {
        return by_pieces(&old, &new, offset, found, whole);
    }
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    if old.len() + new.len() <= MOST_PIECES {
        by_pieces(&old, &new, offset, found, by_words);
    } else {
        whole(before, after, offset, found);
    }
}

fn by_words(before: &str, after: &str, offset: u32, found: &mut Vec<Splice>) {
    let (old, new) = (words(before), words(after));
    if old.len() + new.len() <= MOST_PIECES {
        by_pieces(&old, &new, offset, found, whole);
    } else {
        whole(before, after, offset, found);
    }
}

/// Compares piece by piece and hands every stretch that differs to `finer`.
fn by_pieces(
    old: &[&str],
    new: &[&str],
    offset: u32,
    found: &mut Vec<Splice>,
    finer: fn(&str, &str, u32, &mut Vec<Splice>),
) {
    let mut at = offset;
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (before, after) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        if !matches!(op, DiffOp::Equal { .. }) {
            finer(&before, &after, at, found);
        }
        at += units(&before);
    }
}

fn whole(before: &str, after: &str, offset: u32, found: &mut Vec<Splice>) {
    let (head, before, after) = trim(before, after);
    if !(before.is_empty() && after.is_empty()) {
        found.push(Splice { at: offset + head, delete: units(before), insert: after.into() });
    }
}

/// Takes off what both texts begin and end with; the number is the length of the beginning.
fn trim<'a>(before: &'a str, after: &'a str) -> (u32, &'a str, &'a str) {
    let same = |(a, b): &(char, char)| a == b;
    let head: usize =
        before.chars().zip(after.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (start, before, after) = (units(&before[..head]), &before[head..], &after[head..]);
    let tail: usize = before
        .chars()
        .rev()
        .zip(after.chars().rev())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    (start, &before[..before.len() - tail], &after[..after.len() - tail])
}

/// Cuts a text into words, runs of spaces, and single other characters.
fn words(text: &str) -> Vec<&str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Word,
        Space,
        Other,
    }
    let kind = |c: char| {
        if c.is_alphanumeric() {
            Kind::Word
        } else if c == ' ' || c == '\t' {
            Kind::Space
        } else {
            Kind::Other
        }
    };
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let now = kind(c);
        if at > 0 && (last != Some(now) || now == Kind::Other) {
            pieces.push(&text[start..at]);
            start = at;
        }
        last = Some(now);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apply(before: &str, splices: &[Splice]) -> String {
        let mut units: Vec<u16> = before.encode_utf16().collect();
        for splice in splices.iter().rev() {
            let range = splice.at as usize..(splice.at + splice.delete) as usize;
            units.splice(range, splice.insert.encode_utf16());
        }
        String::from_utf16(&units).expect("no character is cut in two")
    }

    #[test]
    fn one_changed_word_is_one_small_change() {
        let found =
            splices("States shall consider a mechanism.", "States should consider a mechanism.");
        assert_eq!(found, [Splice { at: 9, delete: 3, insert: "ould".into() }]);
    }

    #[test]
    fn two_changed_words_are_two_changes() {
        let found =
            splices("the first word and the last word", "the second word and the final word");
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn offsets_count_utf16_units() {
        let found = splices("𝔸 b", "𝔸 c");
        assert_eq!(found, [Splice { at: 3, delete: 1, insert: "c".into() }]);
    }

    #[test]
    fn a_long_text_is_compared_in_reasonable_time() {
        let before: String = (0..20_000).map(|n| format!("line {n} of many\n")).collect();
        let after = before.replace("line 77 ", "row 77 ").replace("line 19001 ", "row 19001 ");
        let found = splices(&before, &after);
        assert_eq!(apply(&before, &found), after);
    }

    proptest! {
        #[test]
        fn the_changes_turn_one_text_into_the_other(
            before in "[ab 𝔸é\n.]{0,40}", after in "[ab 𝔸é\n.]{0,40}",
        ) {
            prop_assert_eq!(apply(&before, &splices(&before, &after)), after);
        }
    }
}
