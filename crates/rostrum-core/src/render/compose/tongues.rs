//! Which words of a document are in another language than the document: spelling, fonts and
//! screen readers go by it.
//!
//! Marked is what surely is: a whole line, or what stands between quotation marks. Letters of
//! another script need no mark; every renderer sees them.

use std::ops::Range;

use crate::check::{language_of_quotation, other_language, surely_in};
use crate::model::Tongue;
use crate::model::document::{DocumentBlock, Inline, Part};

/// Marks what is in another language.
pub(super) fn mark(blocks: &mut [DocumentBlock], notes: &mut [Vec<Inline>], language: &str) {
    let own = Tongue::of(language);
    let own = own.tag().unwrap_or("en");
    let lines = blocks.iter_mut().filter(|block| block.part != Part::Signatories);
    for line in lines.flat_map(DocumentBlock::lines_mut).chain(notes) {
        line_of(line, own);
    }
}

fn line_of(line: &mut Vec<Inline>, own: &str) {
    let mut text = String::new();
    words(line, &mut text);
    let ranges = ranges(&text, own, has_changes(line));
    if !ranges.is_empty() {
        set(line, &mut 0, &ranges);
    }
}

fn ranges(text: &str, own: &str, changes: bool) -> Vec<(Range<usize>, Tongue)> {
    if !surely_in(text, own)
        && let Some((tag, _)) = other_language(text, own)
    {
        return vec![(0..text.len(), Tongue::of(tag))];
    }
    // A change of words is one piece: its brackets stand around all of it.
    if changes || !text.contains(['“', '«', '„', '"']) {
        return Vec::new();
    }
    quotations(text)
        .into_iter()
        .filter_map(|range| {
            let tag = language_of_quotation(&text[range.clone()], own)?;
            Some((range, Tongue::of(tag)))
        })
        .collect()
}

/// Returns what stands between quotation marks, without them.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((start, ends)) if ends.contains(&c) => {
                out.push(start..at);
                open = None;
            }
            Some(_) => {}
            None => {
                let ends: &[char] = match c {
                    '“' => &['”'],
                    '«' => &['»'],
                    '„' => &['“', '”'],
                    '"' => &['"'],
                    _ => continue,
                };
                open = Some((at + c.len_utf8(), ends));
            }
        }
    }
    out
}

fn words(line: &[Inline], out: &mut String) {
    for piece in line {
        match piece {
            Inline::Text { text, .. } => out.push_str(text),
            Inline::Link { text, .. } => words(text, out),
            Inline::Note(_) | Inline::Break => {}
        }
    }
}

fn has_changes(line: &[Inline]) -> bool {
    line.iter()
        .any(|piece| matches!(piece, Inline::Text { marks, .. } if marks.inserted || marks.deleted))
}

/// Sets the tongue of ranges of the words, cutting pieces where one begins or ends; what was
/// marked by hand stays.
fn set(line: &mut Vec<Inline>, offset: &mut usize, ranges: &[(Range<usize>, Tongue)]) {
    let mut out = Vec::with_capacity(line.len() + 2);
    for piece in line.drain(..) {
        match piece {
            Inline::Text { text, marks } if marks.tongue.is_own() => {
                let (start, end) = (*offset, *offset + text.len());
                *offset = end;
                let mut at = 0;
                for (range, tongue) in ranges {
                    let from = range.start.clamp(start, end) - start;
                    let to = range.end.clamp(start, end) - start;
                    if from >= to {
                        continue;
                    }
                    if from > at {
                        out.push(Inline::marked(&text[at..from], marks));
                    }
                    let mut marks = marks;
                    marks.tongue = *tongue;
                    out.push(Inline::marked(&text[from..to], marks));
                    at = to;
                }
                if at < text.len() {
                    out.push(Inline::marked(&text[at..], marks));
                }
            }
            Inline::Text { text, marks } => {
                *offset += text.len();
                out.push(Inline::Text { text, marks });
            }
            Inline::Link { url, mut text } => {
                set(&mut text, offset, ranges);
                out.push(Inline::Link { url, text });
            }
            other => out.push(other),
        }
    }
    *line = out;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pieces: &[Inline], own: &str) -> Vec<(String, Option<String>)> {
        let mut line = pieces.to_vec();
        line_of(&mut line, own);
        line.iter()
            .map(|piece| match piece {
                Inline::Text { text, marks } => {
                    (text.clone(), marks.tongue.tag().map(str::to_owned))
                }
                other => (format!("{other:?}"), None),
            })
            .collect()
    }

    #[test]
    fn a_quotation_in_another_language_is_marked_and_nothing_else() {
        let line = [
            Inline::plain("The report asks “que les États et les parties "),
            Inline::marked("agissent", crate::model::document::Marks::NONE),
            Inline::plain(" ensemble” and we agree."),
        ];
        let found = marked(&line, "en");
        let french: String = found
            .iter()
            .filter(|(_, tongue)| tongue.as_deref() == Some("fr"))
            .map(|(words, _)| words.as_str())
            .collect();
        assert_eq!(french, "que les États et les parties agissent ensemble");
        let all: String = found.iter().map(|(words, _)| words.as_str()).collect();
        assert!(all.starts_with("The report asks “que") && all.ends_with("” and we agree."));
    }

    #[test]
    fn english_words_in_quotation_marks_are_not_marked() {
        for words in ["We ask for “the right of all people to be heard” at once.", "“La Paz” de"]
        {
            let found = marked(&[Inline::plain(words)], "en");
            assert!(found.iter().all(|(_, tongue)| tongue.is_none()), "{found:?}");
        }
    }

    #[test]
    fn a_whole_line_in_another_language_is_marked() {
        let french = "Les États sont encouragés à protéger les hôpitaux et les écoles contre les \
                      effets des incidents, et à rendre compte chaque année des mesures prises.";
        assert_eq!(marked(&[Inline::plain(french)], "en"), [(french.into(), Some("fr".into()))]);
        assert_eq!(marked(&[Inline::plain(french)], "fr"), [(french.into(), None)]);
    }
}
