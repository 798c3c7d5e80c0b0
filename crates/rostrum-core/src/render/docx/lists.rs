//! Which lists of a document go on, which begin anew, and which are sub-levels of numbered
//! paragraphs.

use crate::model::document::{Content, DocumentBlock};

/// Number of the numbering of paragraphs in `numbering.xml`; its deeper levels are lists under
/// numbered paragraphs.
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
    /// Whether it begins with letters, as everything under numbered paragraphs does.
    pub lettered: bool,
}

/// The numbered lists of a document, in order.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The lists.
    pub all: Vec<List>,
    /// Whether paragraphs are numbered.
    numbered: bool,
    /// For each depth the list that is open and the number it goes on with.
    open: Vec<Option<(usize, u32)>>,
    /// Numbers of the last items under the last numbered paragraph, by depth; none where no
    /// such paragraph stands above.
    below: Option<Vec<u32>>,
}

impl Lists {
    pub(super) fn new(numbered: bool) -> Self {
        Self { numbered, ..Self::default() }
    }

    /// Returns the number in `numbering.xml` that shows this item with this number, and the
    /// level in it.
    pub(super) fn item(&mut self, depth: u8, number: Option<u32>) -> (usize, u8) {
        let at = usize::from(depth);
        self.open.truncate(at + 1);
        self.open.resize(at + 1, None);
        let Some(number) = number else {
            self.open[at] = None;
            return (BULLETS, (depth + u8::from(self.numbered)).min(8));
        };
        if let Some(below) = &mut self.below
            && depth < 8
            && at <= below.len()
            && self.open[at].is_none()
            && below.get(at).copied().unwrap_or(0) + 1 == number
        {
            below.truncate(at);
            below.push(number);
            return (PARAGRAPHS, depth + 1);
        }
        let list = match self.open[at] {
            Some((list, next)) if next == number => list,
            _ => {
                self.all.push(List { depth, start: number, lettered: self.numbered });
                self.all.len() - 1
            }
        };
        self.open[at] = Some((list, number.saturating_add(1)));
        (number_of(list), depth)
    }

    /// Hears of a block; a paragraph inside an item and a picture do not end its list.
    pub(super) fn other(&mut self, block: &DocumentBlock) {
        match &block.content {
            Content::ListItem { .. }
            | Content::Paragraph { quoted: true, .. }
            | Content::Picture { .. } => return,
            Content::Paragraph { number: Some(_), .. } => self.below = Some(Vec::new()),
            _ => self.below = None,
        }
        self.open.clear();
    }
}

/// Returns the number in `numbering.xml` of the list at this place.
pub(super) fn number_of(place: usize) -> usize {
    place + FIRST_LIST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::{Origin, Part};

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
        .map(|(depth, number)| lists.item(depth, number).0)
        .collect();
        assert_eq!(given, [3, 3, 4, 3, 2, 5, 6]);
        assert_eq!(lists.all.iter().map(|l| l.start).collect::<Vec<_>>(), [1, 1, 1, 5]);
    }

    #[test]
    fn a_list_under_a_numbered_paragraph_is_its_sub_level() {
        let mut lists = Lists::new(true);
        let paragraph = DocumentBlock {
            part: Part::Body,
            section: None,
            content: Content::Paragraph { number: Some(1), quoted: false, text: Vec::new() },
            origin: Origin::Made,
        };
        lists.other(&paragraph);
        let given = [(0, 1), (0, 2), (1, 1), (1, 2), (0, 3), (1, 1), (0, 1)]
            .map(|(depth, number)| lists.item(depth, Some(number)));
        // The last one begins anew in the same paragraph: a list of its own.
        assert_eq!(given, [(1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (3, 0)]);
        assert_eq!(lists.all, [List { depth: 0, start: 1, lettered: true }]);
        lists.other(&paragraph);
        assert_eq!(lists.item(0, Some(1)), (1, 1));
    }
}
