//! Reads plain text in any encoding.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::finding::Severity;
use crate::model::Draft;
use crate::model::draft::DraftFormat;

use super::assemble::{self, finding};
use super::hyphen::Vocabulary;
use super::labels;
use super::piece::{Mark, Note, Piece};
use super::reading::Reading;
use super::{ImportError, headings};

/// Reads plain text.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let (text, encoding) = decode(bytes);
    let mut reading = Reading { format: DraftFormat::Text, ..Reading::default() };
    if encoding != UTF_8 {
        reading.findings.push(finding(
            "I105",
            "old-encoding",
            Severity::Info,
            "guessed",
            &[("encoding", encoding.name())],
            &format!("The text is not UTF-8; it was read as {}.", encoding.name()),
            "If letters with accents or quotation marks look wrong, save the file as UTF-8.",
        ));
    }
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n").replace('\u{c}', "\n\n");
    for chunk in paragraphs(&text) {
        let mut piece = Piece::plain(chunk);
        take_marks(&mut piece);
        if let Some(note) = note_of(&piece.text) {
            reading.notes.push(note);
        } else {
            reading.pieces.push(piece);
        }
    }
    assemble::draft(reading)
}

/// Returns the words and the encoding they were in.
///
/// A byte order mark decides; then zeros in every other byte, valid UTF-8, and at last which of
/// Mac Roman and Windows-1252 makes letters and quotation marks of the bytes above 127.
pub(crate) fn decode(bytes: &[u8]) -> (String, &'static Encoding) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding.decode(bytes).0.into_owned(), encoding);
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    if zeros(0) + zeros(1) > head.len() / 5 {
        let encoding = if zeros(1) > zeros(0) { UTF_16LE } else { UTF_16BE };
        return (encoding.decode(bytes).0.into_owned(), encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8);
    }
    let windows = WINDOWS_1252.decode(bytes).0;
    let mac = MACINTOSH.decode(bytes).0;
    if oddness(&mac) < oddness(&windows) {
        (mac.into_owned(), MACINTOSH)
    } else {
        (windows.into_owned(), WINDOWS_1252)
    }
}

/// Counts characters that prose seldom holds: symbols, capitals with accents inside words.
fn oddness(text: &str) -> usize {
    let mut odd = 0;
    let mut before = ' ';
    for char in text.chars() {
        let usual = char.is_ascii()
            || matches!(
                char,
                '’' | '‘'
                    | '“'
                    | '”'
                    | '–'
                    | '—'
                    | '…'
                    | '•'
                    | '«'
                    | '»'
                    | '\u{a0}'
                    | '§'
                    | '°'
                    | '€'
            )
            || char.is_lowercase();
        let inside = char.is_uppercase() && before.is_lowercase() && !char.is_ascii();
        let opens = char.is_uppercase() && !before.is_alphabetic();
        if !(usual || opens) || inside || char == '\u{fffd}' {
            odd += 1;
        }
        before = char;
    }
    odd
}

/// Cuts a text into paragraphs: at blank lines, at labels, at lines that stop short.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let wrapped = wrap_width(&lines);
    let mut words = Vocabulary::default();
    for line in &lines {
        words.learn(line);
    }
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    let mut last_length = 0;
    for line in lines {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let starts = !open
            || wrapped.is_none()
            || labels::split(trimmed).is_some_and(|label| label.closed)
            || headings::by_words(trimmed).is_some()
            || !out.last().is_some_and(|last| last.ends_with('-'))
                && wrapped.is_some_and(|width| {
                    let first = trimmed.split(' ').next().unwrap_or_default().chars().count();
                    last_length + 1 + first + 4 < width
                });
        match out.last_mut() {
            Some(last) if !starts => {
                if last.ends_with('-') && !last.ends_with(" -") {
                    let left = &last[..last.len() - 1];
                    if !words.keeps_hyphen(left, trimmed) {
                        last.pop();
                    }
                } else {
                    last.push(' ');
                }
                last.push_str(trimmed);
            }
            _ => out.push(trimmed.to_owned()),
        }
        open = true;
        last_length = line.chars().count();
    }
    out
}

/// Returns the width at which lines are broken by hand, or `None` when a line is a paragraph.
fn wrap_width(lines: &[&str]) -> Option<usize> {
    let mut lengths: Vec<usize> =
        lines.iter().map(|line| line.chars().count()).filter(|length| *length > 30).collect();
    lengths.sort_unstable();
    let most = *lengths.get(lengths.len().checked_sub(1)? * 98 / 100)?;
    let near = lengths.iter().filter(|length| **length * 10 >= most * 8).count();
    (most <= 110 && near * 10 >= lengths.len() * 4 && lengths.len() >= 4).then_some(most)
}

/// Takes `[^1]` and superscript figures out of the words.
fn take_marks(piece: &mut Piece) {
    let mut out = String::with_capacity(piece.text.len());
    let mut rest = piece.text.as_str();
    let opens_note = rest.starts_with("[^");
    while let Some(at) = rest.find("[^") {
        let Some(close) = rest[at..].find(']').filter(|close| *close <= 14) else { break };
        if opens_note && out.is_empty() && at == 0 {
            out.push_str(&rest[..=close]);
        } else {
            out.push_str(&rest[..at]);
            let mark = rest[at + 2..at + close].to_owned();
            piece.marks.push(Mark { at: out.len(), note: mark.clone(), mark });
        }
        rest = &rest[at + close + 1..];
    }
    out.push_str(rest);
    piece.text = out;
}

fn note_of(text: &str) -> Option<Note> {
    let rest = text.strip_prefix("[^")?;
    let (mark, words) = rest.split_once(']')?;
    let words = words.strip_prefix(':').unwrap_or(words);
    (mark.len() <= 12).then(|| Note {
        key: mark.to_owned(),
        mark: mark.to_owned(),
        text: words.to_owned(),
        page: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_apart() {
        let text = "l’été – “d’accord”";
        assert_eq!(decode(text.as_bytes()), (text.to_owned(), UTF_8));
        let (windows, _, _) = WINDOWS_1252.encode(text);
        assert_eq!(decode(&windows), (text.to_owned(), WINDOWS_1252));
        // l’été in Mac Roman
        assert_eq!(decode(b"l\xD5\x8Et\x8E of 1999"), ("l’été of 1999".to_owned(), MACINTOSH));
        let wide: Vec<u8> = "States".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).0, "States");
    }

    #[test]
    fn hand_broken_lines_are_joined_and_labels_part_them() {
        let text = "1. States recall that the norms which were\nagreed by consensus remain the basis of their\ncoopera-\ntion and of the cooperation of all others too.\n2. States note the rest of the matters that lie\nbefore them.\n";
        let cut = paragraphs(text);
        assert_eq!(cut.len(), 2, "{cut:?}");
        assert!(
            cut[0].ends_with(
                "remain the basis of their cooperation and of the cooperation of all others too."
            ),
            "{cut:?}"
        );
    }
}
