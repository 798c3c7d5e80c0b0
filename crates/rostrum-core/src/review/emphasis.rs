//! Marks of emphasis that edits beside them made unreadable.
//!
//! Each edit alone leaves the text readable; two of them at both sides of `**` may not: what
//! Markdown reads as emphasis depends on the letters around it. Such marks go, the words stay.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Where the marks of emphasis stand in a text that is being edited.
#[derive(Debug, Default)]
pub(super) struct Emphasis(Vec<Range<usize>>);

impl Emphasis {
    /// Finds the marks of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut marks = Vec::new();
        for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            let length = match event {
                Event::Start(Tag::Strong) => 2,
                Event::Start(Tag::Emphasis) => 1,
                _ => continue,
            };
            marks.push(range.start..range.start + length);
            marks.push(range.end - length..range.end);
        }
        Self(marks)
    }

    /// Hears that bytes of the text were replaced by so many others.
    pub(super) fn replaced(&mut self, gone: &Range<usize>, length: usize) {
        self.0.retain(|mark| mark.end <= gone.start || mark.start >= gone.end);
        for mark in self.0.iter_mut().filter(|mark| mark.start >= gone.end) {
            *mark = mark.start - gone.len() + length..mark.end - gone.len() + length;
        }
    }

    /// Takes out the marks that read as letters now, and links that have no words any more.
    pub(super) fn mend(mut self, text: &mut String) {
        self.0.sort_by_key(|mark| std::cmp::Reverse(mark.start));
        let read: Vec<Range<usize>> = Parser::new_ext(text, OPTIONS)
            .into_offset_iter()
            .filter(|(event, _)| matches!(event, Event::Text(_)))
            .map(|(_, range)| range)
            .collect();
        for mark in &self.0 {
            // Letters may be read one by one.
            let is_read = |at: usize| read.iter().any(|words| words.contains(&at));
            if mark.clone().all(is_read) {
                text.replace_range(mark.clone(), "");
            }
        }
        let links: Vec<Range<usize>> = Parser::new_ext(text, OPTIONS)
            .into_offset_iter()
            .filter(|(event, at)| {
                matches!(event, Event::Start(Tag::Link { .. }))
                    && text[at.clone()].starts_with("[](")
            })
            .map(|(_, at)| at)
            .collect();
        for link in links.into_iter().rev() {
            text.replace_range(link, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_are_letters_now_go_and_others_stay() {
        let mut text = "We **strongly** ask, *all* of 3 * 4.".to_owned();
        let mut marks = Emphasis::of(&text);
        // A star comes in before the bold words, and the space before them goes.
        text.replace_range(5..6, "\\*");
        marks.replaced(&(5..6), 2);
        text.replace_range(2..3, "");
        marks.replaced(&(2..3), 0);
        marks.mend(&mut text);
        assert_eq!(text, "We\\*trongly ask, *all* of 3 * 4.");
    }
}
