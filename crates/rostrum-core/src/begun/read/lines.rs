//! One line of a text in the making: words with their emphasis, links, notes, breaks.

use crate::model::document::{Inline, Marks};
use crate::render::compose::checked_link;

/// A line in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    out: Vec<Inline>,
    /// Links that are open, the innermost last; none for an address nobody may follow.
    links: Vec<(Option<String>, Vec<Inline>)>,
}

impl Line {
    /// Tells whether it has no words yet.
    pub(super) fn is_empty(&self) -> bool {
        self.out.is_empty() && self.links.iter().all(|(_, words)| words.is_empty())
    }

    /// Tells whether a link is open.
    pub(super) fn in_link(&self) -> bool {
        !self.links.is_empty()
    }

    /// Opens a link; tells whether a statement may link there.
    pub(super) fn open_link(&mut self, address: &str) -> bool {
        // A link in a link has no meaning anywhere.
        let checked = if self.links.is_empty() { checked_link(address) } else { None };
        let may = checked.is_some();
        self.links.push((checked, Vec::new()));
        may
    }

    /// Closes the innermost link.
    pub(super) fn close_link(&mut self) {
        let Some((address, text)) = self.links.pop() else { return };
        match address {
            Some(url) if text.iter().any(|piece| !matches!(piece, Inline::Note(_))) => {
                self.put(Inline::Link { url, text });
            }
            _ => text.into_iter().for_each(|piece| self.put(piece)),
        }
    }

    /// Adds words.
    pub(super) fn say(&mut self, text: &str, marks: Marks) {
        if !text.is_empty() {
            self.put(Inline::marked(text, marks));
        }
    }

    /// Adds a break or the mark of a note.
    pub(super) fn put(&mut self, piece: Inline) {
        let target = self.links.last_mut().map_or(&mut self.out, |(_, words)| words);
        if let (Some(Inline::Text { text, marks }), Inline::Text { text: more, marks: same }) =
            (target.last_mut(), &piece)
            && marks == same
        {
            text.push_str(more);
            return;
        }
        target.push(piece);
    }

    /// Puts what stood before it in front.
    pub(super) fn prepend(&mut self, before: Line) {
        let own = std::mem::replace(self, before);
        for piece in own.finished() {
            self.put(piece);
        }
    }

    /// Returns the pieces, without spaces and breaks at the ends.
    pub(super) fn finished(mut self) -> Vec<Inline> {
        while !self.links.is_empty() {
            self.close_link();
        }
        self.out
    }
}

/// Takes spaces and breaks off both ends of a line.
pub(super) fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    while let Some(first) = line.first_mut() {
        match first {
            Inline::Break => drop(line.remove(0)),
            Inline::Text { text, .. } if text.trim_start().is_empty() => drop(line.remove(0)),
            Inline::Text { text, .. } => {
                text.drain(..text.len() - text.trim_start().len());
                break;
            }
            Inline::Link { .. } | Inline::Note(_) => break,
        }
    }
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Break => drop(line.pop()),
            Inline::Text { text, .. } if text.trim_end().is_empty() => drop(line.pop()),
            Inline::Text { text, .. } => {
                text.truncate(text.trim_end().len());
                break;
            }
            Inline::Link { .. } | Inline::Note(_) => break,
        }
    }
    line
}
