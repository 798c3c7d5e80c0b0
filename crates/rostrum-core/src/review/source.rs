//! The body in Markdown as the letters a person reads, each with its bytes.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::read::NOTE;
use crate::model::Picture;

/// One letter that prints, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) c: char,
    /// Its bytes in the source.
    pub(super) at: Range<usize>,
}

/// Returns the letters of the text that print, in order; footnotes and pictures are left out.
pub(super) fn pieces(body: &str, pictures: &[Picture]) -> Vec<Piece> {
    pieces_of(body, pictures, None)
}

/// Returns the letters of the text, or of the footnote with a label, that print, in order; those
/// of pictures are in [`super::figures`].
pub(super) fn pieces_of(body: &str, pictures: &[Picture], note: Option<&str>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut images = 0_u32;
    let mut inside = None;
    let mut link = None;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => inside = Some(label),
            Event::End(TagEnd::FootnoteDefinition) => inside = None,
            _ if inside.as_deref() != note => {}
            Event::Start(Tag::Image { dest_url, .. })
                if images > 0 || pictures.iter().any(|p| p.name == *dest_url) =>
            {
                images += 1;
            }
            Event::End(TagEnd::Image) if images > 0 => images -= 1,
            _ if images > 0 => {}
            Event::Start(Tag::Link { dest_url, .. }) => link = Some((out.len(), dest_url)),
            Event::End(TagEnd::Link) => {
                // A link without words prints its address.
                if let Some((start, url)) = link.take().filter(|(start, _)| *start == out.len()) {
                    debug_assert!(start <= out.len());
                    out.extend(url.chars().map(|c| Piece { c, at: range.clone() }));
                }
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                add(&mut out, body, &text, range);
            }
            Event::Code(text) => {
                let inside = body[range.clone()]
                    .find(&*text)
                    .map_or(range.clone(), |at| range.start + at..range.start + at + text.len());
                add(&mut out, body, &text, inside);
            }
            Event::SoftBreak => out.push(Piece { c: ' ', at: range }),
            Event::HardBreak => out.push(Piece { c: '\n', at: range }),
            Event::FootnoteReference(_) => out.push(Piece { c: NOTE, at: range }),
            _ => {}
        }
    }
    cited(out, body)
}

fn add(out: &mut Vec<Piece>, body: &str, text: &str, range: Range<usize>) {
    let exact = body.get(range.clone()) == Some(text);
    for (at, c) in text.char_indices() {
        let mut place =
            if exact { range.start + at..range.start + at + c.len_utf8() } else { range.clone() };
        // A letter that is written with a backslash goes with it.
        if exact && at == 0 && c.is_ascii_punctuation() && body[..place.start].ends_with('\\') {
            place.start -= 1;
        }
        out.push(Piece { c, at: place });
    }
}

/// Makes one mark of every citation `[@key]`.
pub(super) fn cited(pieces: Vec<Piece>, body: &str) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let opens = pieces[at].c == '[' && pieces.get(at + 1).is_some_and(|p| p.c == '@');
        let end = opens
            .then(|| {
                let rest = &pieces[at + 1..];
                let end = rest.iter().position(|p| matches!(p.c, ']' | '['))?;
                (rest[end].c == ']').then_some(at + 1 + end)
            })
            .flatten();
        if let Some(end) = end {
            let range = pieces[at].at.start..pieces[end].at.end;
            debug_assert!(range.end <= body.len());
            out.push(Piece { c: NOTE, at: range });
            at = end + 1;
        } else {
            out.push(pieces[at].clone());
            at += 1;
        }
    }
    out
}

/// Writes plain words so that Markdown reads them as the same words.
pub(super) fn escaped(text: &str, begins_line: bool) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let item = begins_line && at == digits && digits > 0 && matches!(c, '.' | ')');
        let mark = begins_line && at == 0 && matches!(c, '#' | '-' | '+' | '=' | '>' | '|');
        if item || mark || "\\`*_[]<&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> String {
        pieces(body, &[]).iter().map(|p| p.c).collect()
    }

    #[test]
    fn letters_are_those_a_person_reads() {
        assert_eq!(
            read("# A *b* c\n\nd\ne [f](https://x.org) g[@k, p. 3]."),
            "A b cd e f g\u{FFFC}."
        );
        assert_eq!(read("a[^1] b\n\n[^1]: note"), "a\u{FFFC} b");
        assert_eq!(read(r"3 \* 4 &amp; `c`"), "3 * 4 & c");
    }

    #[test]
    fn every_letter_knows_its_bytes() {
        let body = r"Ein *schöner* Satz \[1\] [@k].";
        for piece in pieces(body, &[]) {
            let source = &body[piece.at.clone()];
            assert!(source.ends_with(piece.c) || piece.c == NOTE, "{source}");
        }
    }

    #[test]
    fn escaped_words_read_as_themselves() {
        for text in ["1. One", "# No heading", "a*b*c _d_ [e] <f> & g", "- x", "> y", "\\"] {
            assert_eq!(read(&escaped(text, true)), text);
        }
    }
}
