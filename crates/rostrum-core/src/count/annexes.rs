//! Finds the annexes of a document.

use std::ops::Range;

use crate::model::document::{Content, Document, Part, plain_text};

/// Words with which the heading of an annex begins, in the six languages, in small letters.
const ANNEX: [&str; 16] = [
    "annex",
    "annexes",
    "annexe",
    "appendix",
    "appendices",
    "anexo",
    "anexos",
    "apéndice",
    "приложение",
    "приложения",
    "附件",
    "附录",
    "مرفق",
    "المرفق",
    "مرفقات",
    "المرفقات",
];

/// Returns the blocks that are annexes: from the first heading of the highest level that is
/// called so, when no other section follows; empty when there are none.
///
/// A list of signatories behind the annexes is no part of them.
pub fn annexes(document: &Document) -> Range<usize> {
    let mut from = None;
    for (at, block) in document.blocks.iter().enumerate() {
        if block.part == Part::Signatories {
            continue;
        }
        if let Content::Heading { level: 1, text } = &block.content {
            from = if is_annex(&plain_text(text)) { from.or(Some(at)) } else { None };
        }
    }
    let Some(from) = from else { return 0..0 };
    let behind = document.blocks[from..].iter().position(|block| block.part == Part::Signatories);
    from..behind.map_or(document.blocks.len(), |length| from + length)
}

fn is_annex(heading: &str) -> bool {
    let heading = heading.trim().to_lowercase();
    ANNEX.iter().any(|word| {
        heading.strip_prefix(word).is_some_and(|rest| {
            // Chinese does not part words.
            word.starts_with('附') || !rest.starts_with(char::is_alphabetic)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::{DocumentBlock, Inline, Origin};

    fn block(part: Part, level: u8, text: &str) -> DocumentBlock {
        let text = vec![Inline::plain(text)];
        let content = match level {
            0 => Content::Paragraph { number: None, quoted: false, text },
            level => Content::Heading { level, text },
        };
        DocumentBlock { part, section: None, content, origin: Origin::Made }
    }

    fn document(blocks: Vec<DocumentBlock>) -> Document {
        Document { blocks, ..Document::default() }
    }

    #[test]
    fn annexes_are_what_stands_last_under_such_a_heading() {
        let found = annexes(&document(vec![
            block(Part::Body, 1, "Comments"),
            block(Part::Body, 0, "See the annex."),
            block(Part::Body, 1, "Annex I: figures"),
            block(Part::Body, 2, "Ports"),
            block(Part::Body, 1, "ANNEXES"),
            block(Part::Signatories, 1, "Signatories"),
        ]));
        assert_eq!(found, 2..5);
    }

    #[test]
    fn a_section_in_the_middle_and_a_word_that_only_begins_so_are_no_annexes() {
        let middle = vec![block(Part::Body, 1, "Annex"), block(Part::Body, 1, "Comments")];
        assert!(annexes(&document(middle)).is_empty());
        assert!(annexes(&document(vec![block(Part::Body, 1, "Annexation by force")])).is_empty());
        assert_eq!(annexes(&document(vec![block(Part::Body, 1, "附件一")])), 0..1);
    }
}
