//! Which lists of a document go on and which begin anew.

use crate::model::document::{Content, DocumentBlock};

/// Number of the numbering of paragraphs in `numbering.xml`.
pub(super) const PARAGRAPHS: usize = 1;
/// Number of the bullets.
pub(super) const BULLETS: usize = 2;
/// Number of the first numbered list.
const FIRST_LIST: usize = 3;

/// One numbered list: its number in `numbering.xml` is its place plus three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    /// Depth from 0.
    pub depth: u8,
    /// Number of its first item.
    pub start: u32,
}

/// The numbered lists of a document, in order.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The lists.
    pub all: Vec<List>,
    /// For each depth the list that is open and the number it goes on with.
    open: Vec<Option<(usize, u32)>>,
}

impl Lists {
    /// Returns the number in `numbering.xml` that shows this item with this number.
    pub(super) fn item(&mut self, depth: u8, number: Option<u32>) -> usize {
        let at = usize::from(depth);
        self.open.truncate(at + 1);
        self.open.resize(at + 1, None);
        let Some(number) = number else {
            self.open[at] = None;
            return BULLETS;
        };
        let list = match self.open[at] {
            Some((list, next)) if next == number => list,
            _ => {
                self.all.push(List { depth, start: number });
                self.all.len() - 1
            }
        };
        self.open[at] = Some((list, number.saturating_add(1)));
        list + FIRST_LIST
    }

    /// Hears of a block that is no item; a paragraph inside an item does not end its list.
    pub(super) fn other(&mut self, block: &DocumentBlock) {
        if !matches!(block.content, Content::Paragraph { quoted: true, .. }) {
            self.open.clear();
        }
    }
}

/// Returns the number in `numbering.xml` of the list at this place.
pub(super) fn number_of(place: usize) -> usize {
    place + FIRST_LIST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_while_its_numbers_do() {
        let mut lists = Lists::default();
        let given: Vec<usize> = [
            (0, Some(1)),
            (0, Some(2)),
            (1, Some(1)),
            (0, Some(3)),
            (0, None),
            (0, Some(1)),
            (0, Some(5)),
        ]
        .into_iter()
        .map(|(depth, number)| lists.item(depth, number))
        .collect();
        assert_eq!(given, [3, 3, 4, 3, 2, 5, 6]);
        assert_eq!(lists.all.iter().map(|l| l.start).collect::<Vec<_>>(), [1, 1, 1, 5]);
    }
}
