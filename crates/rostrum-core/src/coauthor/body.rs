//! The body: one shared Markdown text whose level-1 headings are the call's sections.

use std::ops::Range;

use super::footnotes;
use super::section::{Settled, inside, section};
use super::splice::{Splice, units};
use crate::finding::Edit;

/// Why edits of the body were not made; the body is as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditRefused {
    /// An edit lies outside the text.
    #[error(
        "edit the text at {start}..{end}: it is {length} units long; check the statement again"
    )]
    Outside {
        /// First unit to replace.
        start: u32,
        /// Unit after the last to replace.
        end: u32,
        /// Length of the text in UTF-16 units.
        length: u32,
    },
    /// An edit would cut a character in two.
    #[error("edit the text at {at}: that is the middle of a character; check the statement again")]
    InsideCharacter {
        /// The offset in UTF-16 units.
        at: u32,
    },
    /// Two edits touch the same words.
    #[error(
        "edit the text at {at}: another of the edits touches the same words; make them one by one"
    )]
    Overlap {
        /// The offset in UTF-16 units.
        at: u32,
    },
}

/// Turns edits, whose offsets all count in `body`, into changes in order.
pub(super) fn ordered(body: &str, edits: &[Edit]) -> Result<Vec<Splice>, EditRefused> {
    let length = units(body);
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.start, edit.end));
    let mut done = 0;
    let mut splices = Vec::new();
    for edit in edits {
        let (start, end) = (edit.start, edit.end);
        if start > end || end > length {
            return Err(EditRefused::Outside { start, end, length });
        }
        if start < done {
            return Err(EditRefused::Overlap { at: start });
        }
        done = end;
        splices.push(Splice { at: start, delete: end - start, insert: edit.text.clone() });
    }
    let mut bounds = splices.iter().flat_map(|s| [s.at, s.at + s.delete]).peekable();
    let mut at = 0;
    for c in body.chars() {
        while bounds.next_if_eq(&at).is_some() {}
        at += c.len_utf16() as u32;
        if let Some(bound) = bounds.peek().filter(|bound| **bound < at) {
            return Err(EditRefused::InsideCharacter { at: *bound });
        }
    }
    Ok(splices)
}

/// Returns a text with edits made to it, whose offsets count in UTF-16 units of `text`.
///
/// # Errors
/// Refuses edits outside the text, inside a character, or on top of each other.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, EditRefused> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut out = Vec::with_capacity(units.len());
    let mut done = 0;
    for splice in ordered(text, edits)? {
        let at = splice.at as usize;
        out.extend_from_slice(&units[done..at]);
        out.extend(splice.insert.encode_utf16());
        done = at + splice.delete as usize;
    }
    out.extend_from_slice(&units[done..]);
    // `ordered` has refused bounds inside a character, so every pair is whole.
    Ok(String::from_utf16_lossy(&out))
}

/// Returns the body with the text of one section replaced, and what became of its headings.
///
/// The section begins with the first level-1 heading that reads as `heading` (case and
/// outer spaces do not matter) and ends before the next level-1 heading. When there is none
/// the section is added at the end. What is written stays inside the section. Footnotes whose
/// marks another section has as well get marks of their own.
pub(super) fn with_section(body: &str, heading: &str, text: &str) -> (String, Settled) {
    let (text, settled) = inside(heading, text);
    let found = section(body, heading);
    let rest = found.as_ref().map_or_else(
        || body.to_owned(),
        |(_, content)| format!("{}\n{}", &body[..content.start], &body[content.end..]),
    );
    (replaced(body, found, heading, &footnotes::unlike(&text, &rest)), settled)
}

fn replaced(
    body: &str,
    found: Option<(Range<usize>, Range<usize>)>,
    heading: &str,
    text: &str,
) -> String {
    if let Some((title, content)) = found {
        let (before, after) = (&body[..title.end], &body[content.end..]);
        return match (text.is_empty(), after.is_empty()) {
            (true, true) => format!("{before}\n"),
            (true, false) => format!("{before}\n\n{after}"),
            (false, true) => format!("{before}\n\n{text}\n"),
            (false, false) => format!("{before}\n\n{text}\n\n{after}"),
        };
    }
    let before = body.trim_end_matches(['\n', '\r']);
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let heading = heading.trim();
    if text.is_empty() {
        format!("{before}{gap}# {heading}\n")
    } else {
        format!("{before}{gap}# {heading}\n\n{text}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_section(body: &str, heading: &str, text: &str) -> String {
        super::with_section(body, heading, text).0
    }

    const BODY: &str = "# Summary\n\nOne.\n\n# Comments\n\nTwo.\n";

    #[test]
    fn a_section_is_replaced_up_to_the_next_heading() {
        assert_eq!(
            with_section(BODY, "summary", "Uno."),
            "# Summary\n\nUno.\n\n# Comments\n\nTwo.\n"
        );
        assert_eq!(
            with_section(BODY, "Comments", "Dos.\n"),
            "# Summary\n\nOne.\n\n# Comments\n\nDos.\n"
        );
    }

    #[test]
    fn a_section_that_is_not_there_is_added_at_the_end() {
        assert_eq!(with_section(BODY, "Annex", "Three."), format!("{BODY}\n# Annex\n\nThree.\n"));
        assert_eq!(with_section("", "Annex", ""), "# Annex\n");
    }

    #[test]
    fn an_emptied_section_keeps_its_heading() {
        assert_eq!(with_section(BODY, "Summary", ""), "# Summary\n\n# Comments\n\nTwo.\n");
    }

    #[test]
    fn a_heading_inside_a_code_block_is_not_a_heading() {
        let body = "# A\n\n```\n# B\n```\n\n# B\n\nHere.\n";
        assert_eq!(with_section(body, "B", "There."), "# A\n\n```\n# B\n```\n\n# B\n\nThere.\n");
    }

    #[test]
    fn a_section_written_again_is_replaced_with_all_that_stands_below_it() {
        let first = with_section(BODY, "Summary", "# Part 1\n\nOne.\n\n# Part 2\n\nTwo.");
        assert_eq!(
            first,
            "# Summary\n\n## Part 1\n\nOne.\n\n## Part 2\n\nTwo.\n\n# Comments\n\nTwo.\n"
        );
        assert_eq!(with_section(&first, "Summary", "One."), BODY);
    }

    #[test]
    fn an_underlined_heading_is_that_of_the_section() {
        let body = "Summary\n=======\n\nOne.\n\n# Comments\n\nTwo.\n";
        assert_eq!(
            with_section(body, "summary", "Uno."),
            "Summary\n=======\n\nUno.\n\n# Comments\n\nTwo.\n"
        );
    }

    #[test]
    fn writing_the_same_text_again_changes_nothing() {
        let once = with_section(BODY, "Summary", "Uno.");
        assert_eq!(with_section(&once, "Summary", "Uno."), once);
    }

    #[test]
    fn edits_must_lie_inside_apart_and_between_characters() {
        let edit = |start, end| Edit { start, end, text: String::new() };
        assert_eq!(
            ordered("abc", &[edit(2, 4)]),
            Err(EditRefused::Outside { start: 2, end: 4, length: 3 })
        );
        assert_eq!(ordered("abc", &[edit(0, 2), edit(1, 3)]), Err(EditRefused::Overlap { at: 1 }));
        assert_eq!(ordered("𝔸", &[edit(1, 2)]), Err(EditRefused::InsideCharacter { at: 1 }));
        assert_eq!(ordered("a𝔸b", &[edit(3, 4), edit(1, 3)]).map(|s| s.len()), Ok(2));
    }
}
