//! Finds the place of a section that the body may lack.

use super::clean;
use crate::model::Call;
use crate::model::document::{Content, DocumentBlock, Inline, Origin, Part};

/// Where something is put that belongs to a section.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// Heading of the section as it prints.
    pub heading: String,
    /// Whether the text has the section; if not, its heading is to be made.
    pub present: bool,
    /// Place in the text, before which it stands.
    pub at: usize,
}

/// Finds the end of a section, or where the order of the call would have it.
///
/// `sections` tells for places in the text, in order, in which section they stand; `end`
/// is the place after the text. A section the call does not know comes last.
pub(super) fn turn(call: &Call, heading: &str, sections: &[(usize, &str)], end: usize) -> Turn {
    let wanted = folded(heading);
    if let Some(last) = sections.iter().rposition(|(_, name)| folded(name) == wanted) {
        let at = sections[last + 1..]
            .iter()
            .find(|(_, name)| folded(name) != wanted)
            .map_or(end, |(at, _)| *at);
        return Turn { heading: sections[last].1.to_owned(), present: true, at };
    }
    let rank = |name: &str| {
        let name = folded(name);
        call.sections.iter().position(|s| folded(&s.heading) == name)
    };
    let at = rank(heading).and_then(|own| {
        sections.iter().find(|(_, name)| rank(name).is_some_and(|r| r > own)).map(|(at, _)| *at)
    });
    Turn { heading: clean(heading), present: false, at: at.unwrap_or(end) }
}

fn folded(name: &str) -> String {
    clean(name).to_lowercase()
}

/// Returns the heading of a section that the body does not have.
pub(super) fn section_heading(heading: &str) -> DocumentBlock {
    DocumentBlock {
        part: Part::Headings,
        section: Some(heading.to_owned()),
        content: Content::Heading { level: 1, text: vec![Inline::plain(heading)] },
        origin: Origin::Made,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::call::Section;

    fn call() -> Call {
        let section = |heading: &str| Section { heading: heading.into(), ..Section::default() };
        Call {
            sections: vec![section("Summary"), section("Comments"), section("Asks")],
            ..Call::default()
        }
    }

    #[test]
    fn a_section_of_the_text_ends_before_the_next() {
        let found = turn(&call(), "Comments", &[(0, "Summary"), (3, "comments"), (7, "Asks")], 9);
        assert_eq!(found, Turn { heading: "comments".into(), present: true, at: 7 });
    }

    #[test]
    fn a_missing_section_stands_where_the_call_has_it() {
        let found = turn(&call(), "Comments", &[(0, "Summary"), (3, "Own"), (7, "Asks")], 9);
        assert_eq!((found.present, found.at), (false, 7));
        assert_eq!(turn(&call(), "Comments", &[(0, "Summary")], 9).at, 9);
        assert_eq!(turn(&call(), "Unknown", &[(0, "Summary")], 9).at, 9);
    }
}
