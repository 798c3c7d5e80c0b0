//! How many pages there are, and how many of them are annexes alone.

use rostrum_core::count::{Pages, annexes};
use rostrum_core::model::Document;

use crate::{Press, Spot};

/// A heading that stands no lower than this, in points, is the first thing on its page: the
/// margin of `statement.typ`, and the height of a heading's letters.
const TOP: f64 = 90.0;

impl Press {
    /// Returns the pages of the document that was laid out last.
    ///
    /// A page on which anything but annexes stands is none of theirs.
    pub fn pages(&self, document: &Document) -> Pages {
        let all = self.sheets().len() as u32;
        let apart = annexes(document);
        let mark =
            |block: usize| self.marks().iter().find(|mark| mark.spot == Spot::Block(block as u32));
        let of_annexes = mark(apart.start).filter(|_| !apart.is_empty()).map_or(0, |begin| {
            let first = begin.page + u32::from(begin.y > TOP);
            let behind = mark(apart.end).map_or(all, |mark| mark.page);
            behind.saturating_sub(first)
        });
        Pages { all, before_annexes: all - of_annexes }
    }
}
