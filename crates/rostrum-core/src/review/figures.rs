//! Where in the body a picture stands: its description, its caption, each letter with its bytes.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::read::NOTE;
use super::source::{Piece, cited};
use crate::model::Picture;
use crate::render::compose::caption_pieces;

/// One picture of the body, in its source.
#[derive(Debug, Clone, Default)]
pub(super) struct Figure {
    /// All of it: `![…](… "…")`.
    pub(super) whole: Range<usize>,
    /// What it shows, as it is written.
    pub(super) alt: Range<usize>,
    /// Its caption as it is written, without the quotation marks; none for a picture without.
    pub(super) title: Option<Range<usize>>,
    /// The letters of its caption that print.
    pub(super) letters: Vec<Piece>,
}

impl Figure {
    /// Tells whether nothing but the marks of lists and quotations stands on its line.
    pub(super) fn is_alone(&self, body: &str) -> bool {
        let before = body[..self.whole.start].rfind('\n').map_or(0, |at| at + 1);
        let after = body[self.whole.end..].find('\n').map_or(body.len(), |at| self.whole.end + at);
        let marks = |c: char| {
            c.is_whitespace()
                || c.is_ascii_digit()
                || matches!(c, '>' | '-' | '*' | '+' | '.' | ')')
        };
        body[before..self.whole.start].chars().all(marks)
            && body[self.whole.end..after].trim().is_empty()
    }

    /// Returns the caption with the blank before it and its quotation marks.
    pub(super) fn quoted_title(&self, body: &str) -> Option<Range<usize>> {
        let title = self.title.as_ref()?;
        let before = &body[..title.start - 1];
        Some(before.trim_end().len()..title.end + 1)
    }
}

/// Returns the pictures of a body that the statement holds, in their order.
pub(super) fn figures(body: &str, pictures: &[Picture]) -> Vec<Figure> {
    if pictures.is_empty() || !body.contains("![") {
        return Vec::new();
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut out: Vec<Figure> = Vec::new();
    let mut open: Option<Figure> = None;
    let mut depth = 0_u32;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                depth += 1;
                if depth == 1 && pictures.iter().any(|picture| picture.name == *dest_url) {
                    let alt = range.start + 2..range.start + 2;
                    let (place, letters) = captioned(body, &range, &title);
                    open = Some(Figure { whole: range, alt, title: place, letters });
                }
            }
            Event::End(TagEnd::Image) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    out.extend(open.take());
                }
            }
            _ => {
                if let Some(figure) = &mut open {
                    figure.alt.end = figure.alt.end.max(range.end);
                }
            }
        }
    }
    out
}

/// Finds the caption of an image in the source: where it stands, and its letters.
fn captioned(body: &str, whole: &Range<usize>, title: &str) -> (Option<Range<usize>>, Vec<Piece>) {
    let Some(place) = title_place(body, whole).filter(|_| !title.is_empty()) else {
        return (None, Vec::new());
    };
    let raw = unescaped(&body[place.clone()], place.start);
    let read: String = raw.iter().map(|piece| piece.c).collect();
    if read != title {
        return (Some(place), Vec::new());
    }
    // Places in the title → places in the body.
    let mut starts: Vec<usize> = Vec::new();
    for piece in &raw {
        starts.extend(std::iter::repeat_n(piece.at.start, piece.c.len_utf8()));
    }
    let mut ends: Vec<usize> = Vec::new();
    for piece in &raw {
        ends.extend(std::iter::repeat_n(piece.at.end, piece.c.len_utf8()));
    }
    let there = |at: Range<usize>| starts[at.start]..ends[at.end - 1];
    let mut letters = Vec::new();
    for (event, range) in caption_pieces(title) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                let exact = title.get(range.clone()) == Some(&*text);
                let from = title[range.clone()].find(&*text).map(|at| range.start + at);
                for (at, c) in text.char_indices() {
                    let own = match from {
                        Some(from) => from + at..from + at + c.len_utf8(),
                        None => range.clone(),
                    };
                    let mut own = there(own);
                    // A letter that is written with a backslash goes with it.
                    if exact && at == 0 && c.is_ascii_punctuation() {
                        let before = &body[place.start..own.start];
                        own.start -= before.len() - before.trim_end_matches('\\').len();
                    }
                    letters.push(Piece { c, at: own });
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                letters.push(Piece { c: ' ', at: there(range) });
            }
            _ => {}
        }
    }
    (Some(place), noted(cited(letters, body), body))
}

/// Makes one mark of every mark of a footnote `[^1]`.
fn noted(letters: Vec<Piece>, body: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let opens = letters[at].c == '[' && letters.get(at + 1).is_some_and(|p| p.c == '^');
        let end = letters[at..].iter().position(|p| p.c == ']').filter(|_| opens);
        if let Some(end) = end {
            let range = letters[at].at.start..letters[at + end].at.end;
            if body.contains(&format!("{}:", &body[range.clone()])) {
                out.push(Piece { c: NOTE, at: range });
                at += end + 1;
                continue;
            }
        }
        out.push(letters[at].clone());
        at += 1;
    }
    out
}

/// Finds the title of an image, without its quotation marks.
fn title_place(body: &str, whole: &Range<usize>) -> Option<Range<usize>> {
    let text = &body[whole.clone()];
    let inside = text.strip_suffix(')')?.trim_end();
    let (open, close) = match inside.chars().last()? {
        '"' => ('"', '"'),
        '\'' => ('\'', '\''),
        ')' => ('(', ')'),
        _ => return None,
    };
    let end = inside.len() - 1;
    // The mark before it that no backslash makes a letter of.
    let start = inside[..end].char_indices().rev().find_map(|(at, c)| {
        let slashes = inside[..at].len() - inside[..at].trim_end_matches('\\').len();
        let parted = inside[..at].ends_with(char::is_whitespace);
        (c == open && slashes % 2 == 0 && parted).then_some(at + 1)
    })?;
    debug_assert!(close.is_ascii());
    Some(whole.start + start..whole.start + end)
}

/// Reads backslashes and the characters behind them.
fn unescaped(raw: &str, start: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut letters = raw.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let place = start + at;
        match letters.peek() {
            Some((_, next)) if c == '\\' && next.is_ascii_punctuation() => {
                out.push(Piece { c: *next, at: place..place + 2 });
                letters.next();
            }
            _ => out.push(Piece { c, at: place..place + c.len_utf8() }),
        }
    }
    out
}

/// Writes words so that they read as the same in the title of an image.
pub(super) fn in_title(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for c in markdown.chars() {
        if matches!(c, '\\' | '"' | '\'' | '(' | ')') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// Writes words so that they read as the same in the description of an image.
pub(super) fn in_description(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if "\\`*_[]<>&!|~^@".contains(c) {
            out.push('\\');
        }
        out.push(if c.is_whitespace() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> Vec<Figure> {
        let picture = Picture { name: "a.png".into(), ..Picture::default() };
        figures(body, &[picture])
    }

    #[test]
    fn every_part_of_a_picture_is_found_in_its_source() {
        let body = "x ![A *b* c](a.png \"One \\\"two\\\" *three*[@k] end\") y ![no](b.png)";
        let figures = found(body);
        assert_eq!(figures.len(), 1);
        let figure = &figures[0];
        assert_eq!(&body[figure.alt.clone()], "A *b* c");
        assert_eq!(&body[figure.whole.clone()], &body[2..body.find(" y").expect("y")]);
        let words: String = figure.letters.iter().map(|p| p.c).collect();
        assert_eq!(words, "One \"two\" three\u{FFFC} end");
        for piece in &figure.letters {
            let source = &body[piece.at.clone()];
            assert!(source.ends_with(piece.c) || piece.c == NOTE, "{source} {}", piece.c);
        }
        let quoted = figure.quoted_title(body).expect("a caption");
        assert!(body[quoted.clone()].starts_with(" \"One") && body[quoted].ends_with('"'));
        assert!(!figure.is_alone(body));
    }

    #[test]
    fn a_picture_may_say_nothing_and_stand_alone() {
        let body = "> ![](a.png)\n\nx";
        let figures = found(body);
        assert_eq!((figures[0].alt.clone(), figures[0].title.clone()), (4..4, None));
        assert!(figures[0].is_alone(body));
    }

    #[test]
    fn a_footnote_of_a_caption_is_a_mark() {
        let body = "![A](a.png 'See[^1]')\n\n[^1]: note";
        let words: String = found(body)[0].letters.iter().map(|p| p.c).collect();
        assert_eq!(words, "See\u{FFFC}");
    }

    #[test]
    fn words_of_a_title_read_as_they_were() {
        let body = format!("![A](a.png \"{}\")", in_title("a \\*b\\* \"c\" (d)"));
        let words: String = found(&body)[0].letters.iter().map(|p| p.c).collect();
        assert_eq!(words, "a *b* \"c\" (d)");
    }
}
