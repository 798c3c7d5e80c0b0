//! Putting what shows a picture into a text, and taking it out.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde::{Deserialize, Serialize};

use super::Mention;
use crate::finding::Edit;

/// Where the body shows a picture that is added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase", tag = "put")]
pub enum PicturePlace {
    /// Nowhere yet.
    #[default]
    Nowhere,
    /// At the end of the body.
    End,
    /// At the end of the text under a heading, before the next one.
    Under {
        /// The heading, of any level, or the words it begins with.
        heading: String,
    },
    /// Behind a paragraph, list or table.
    After {
        /// The words it begins with, or words that only it holds.
        words: String,
    },
}

/// Why there is no such place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPlace {
    /// Nothing there fits.
    #[error("nothing in the text begins with these words")]
    None,
    /// More than one fits.
    #[error("the text has these words in several places; give more of them")]
    Several,
}

/// A block of the text that stands in no other.
struct Piece {
    range: Range<usize>,
    /// Level, when it is a heading; 0 for everything else.
    level: u8,
    /// Whether it is a note, which prints elsewhere.
    note: bool,
    words: String,
}

/// Returns the edit that puts what shows a picture into a text as a paragraph of its own;
/// nothing when it is shown nowhere.
///
/// # Errors
/// When the text has no such place, or several.
pub fn put_in(body: &str, place: &PicturePlace, markdown: &str) -> Result<Option<Edit>, NoPlace> {
    let pieces = pieces(body);
    let behind = match place {
        PicturePlace::Nowhere => return Ok(None),
        PicturePlace::End => pieces.iter().rposition(|piece| !piece.note),
        PicturePlace::Under { heading } => {
            let first = the_one(&pieces, heading, |piece| piece.level > 0)?;
            let next = pieces[first + 1..].iter().position(|piece| piece.level > 0);
            let end = next.map_or(pieces.len(), |next| first + 1 + next);
            (first..end).rev().find(|at| !pieces[*at].note)
        }
        PicturePlace::After { words } => {
            Some(the_one(&pieces, words, |piece| piece.level == 0 && !piece.note)?)
        }
    };
    let Some(behind) = behind else {
        let text = if body.trim().is_empty() {
            format!("{markdown}\n")
        } else {
            format!("{markdown}\n\n")
        };
        return Ok(Some(Edit { start: 0, end: 0, text }));
    };
    let range = pieces[behind].range.clone();
    let at = range.start + body[range].trim_end().len();
    let rest = &body[at..];
    let breaks =
        rest.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|b| *b == b'\n');
    let close = match breaks.count() {
        0 => "\n",
        1 if !rest.trim().is_empty() => "\n",
        _ => "",
    };
    let start = units(&body[..at]);
    Ok(Some(Edit { start, end: start, text: format!("\n\n{markdown}{close}") }))
}

/// Returns the edit that takes out what shows a picture, with its line when nothing else stands
/// in it.
pub fn taken_out(body: &str, mention: &Mention) -> Edit {
    let Range { mut start, mut end } = mention.range;
    let line = body[..start].rfind('\n').map_or(0, |at| at + 1);
    let after = body[end..].find('\n').map_or(body.len(), |at| end + at + 1);
    let marks = |c: char| c.is_whitespace() || c.is_ascii_digit() || "-*+>.)".contains(c);
    if body[line..start].chars().all(marks) && body[end..after].trim().is_empty() {
        (start, end) = (line, after);
        // One empty line stays between what stood before and behind.
        if body[..start].ends_with("\n\n") || start == 0 {
            end += body[end..].bytes().take_while(|byte| *byte == b'\n').count();
        }
    }
    Edit { start: units(&body[..start]), end: units(&body[..end]), text: String::new() }
}

fn pieces(body: &str) -> Vec<Piece> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut found: Vec<Piece> = Vec::new();
    let mut depth = 0_u32;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    let level = match &tag {
                        Tag::Heading { level, .. } => *level as u8,
                        _ => 0,
                    };
                    let note = matches!(tag, Tag::FootnoteDefinition(_));
                    found.push(Piece { range, level, note, words: String::new() });
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(words) | Event::Code(words) => {
                if let Some(piece) = found.last_mut() {
                    piece.words.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(piece) = found.last_mut() {
                    piece.words.push(' ');
                }
            }
            _ if depth == 0 => {
                found.push(Piece { range, level: 0, note: false, words: String::new() });
            }
            _ => {}
        }
    }
    found
}

/// Returns the one piece of a sort that is these words, else the one that begins with them, else
/// the one that holds them.
fn the_one(pieces: &[Piece], words: &str, sort: impl Fn(&Piece) -> bool) -> Result<usize, NoPlace> {
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = plain(words.trim_start_matches('#'));
    if wanted.is_empty() {
        return Err(NoPlace::None);
    }
    let fits: [fn(&str, &str) -> bool; 3] = [
        |own, wanted| own == wanted,
        |own, wanted| own.starts_with(wanted),
        |own, wanted| own.contains(wanted),
    ];
    for fits in fits {
        let fit = |at: &usize| sort(&pieces[*at]) && fits(&plain(&pieces[*at].words), &wanted);
        let mut found = (0..pieces.len()).filter(fit);
        match (found.next(), found.next()) {
            (Some(one), None) => return Ok(one),
            (Some(_), Some(_)) => return Err(NoPlace::Several),
            (None, _) => {}
        }
    }
    Err(NoPlace::None)
}

/// Returns the length of a text in UTF-16 units.
pub(super) fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coauthor::edited;
    use crate::pictures::mentions;

    const BODY: &str =
        "# One\n\nFirst é words.[^1]\n\n# Two\nSecond words.\n\n- an item\n\n[^1]: A note.\n";

    fn put(place: PicturePlace) -> String {
        let edit = put_in(BODY, &place, "![](a.png)").expect("a place").expect("an edit");
        edited(BODY, &[edit]).expect("inside the text")
    }

    #[test]
    fn a_picture_goes_to_the_end_before_the_notes() {
        let body = put(PicturePlace::End);
        assert!(body.ends_with("- an item\n\n![](a.png)\n\n[^1]: A note.\n"), "{body}");
    }

    #[test]
    fn a_picture_goes_under_a_heading_or_behind_a_paragraph() {
        let body = put(PicturePlace::Under { heading: "one".into() });
        assert!(body.contains("words.[^1]\n\n![](a.png)\n\n# Two\n"), "{body}");
        let body = put(PicturePlace::After { words: "Second".into() });
        assert!(body.contains("# Two\nSecond words.\n\n![](a.png)\n\n- an item"), "{body}");
        let none = put_in(BODY, &PicturePlace::After { words: "Third".into() }, "");
        assert_eq!(none, Err(NoPlace::None));
        let several = put_in(BODY, &PicturePlace::After { words: "words".into() }, "");
        assert_eq!(several, Err(NoPlace::Several));
    }

    #[test]
    fn an_empty_body_and_a_last_line_without_an_end_take_a_picture() {
        let end = |body: &str| {
            let edit = put_in(body, &PicturePlace::End, "![](a.png)").expect("a place");
            edited(body, &[edit.expect("an edit")]).expect("inside the text")
        };
        assert_eq!(end(""), "![](a.png)\n");
        assert_eq!(end("Words"), "Words\n\n![](a.png)\n");
    }

    #[test]
    fn what_shows_a_picture_goes_with_its_line() {
        let out = |body: &str| {
            let mention = &mentions(body)[0];
            edited(body, &[taken_out(body, mention)]).expect("inside the text")
        };
        assert_eq!(out("a\n\n![](x.png)\n\nb\n"), "a\n\nb\n");
        assert_eq!(out("a ![](x.png) b\n"), "a  b\n");
        assert_eq!(out("- ![](x.png)\n- b\n"), "- b\n");
        assert_eq!(out("![](x.png)"), "");
    }
}
