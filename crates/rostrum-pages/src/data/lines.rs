//! Lines of a document as pieces of data.

use rostrum_core::model::Document;
use rostrum_core::model::call::{Marking, NotesPlace};
use rostrum_core::model::document::{Inline, Marks};
use rostrum_core::render::bracketed_words;
use serde_json::{Map, Value, json};

use crate::fonts::Fonts;
use rostrum_core::render::script;

/// Break that shows nothing: a word that is wider than its line may end there.
const MAY_BREAK: char = '\u{200B}';

/// Writes lines of one document.
pub(super) struct Lines<'d> {
    document: &'d Document,
    fonts: &'d Fonts,
}

/// Where a line stands: its language, and its width as a multiple of the size of its letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room<'l> {
    language: &'l str,
    width: f64,
}

impl<'d> Lines<'d> {
    pub(super) fn new(document: &'d Document, fonts: &'d Fonts) -> Self {
        Self { document, fonts }
    }

    /// Returns the room of a line of this width in points, set in letters of this size.
    pub(super) fn room<'l>(&self, width: f64, size: f64, language: Option<&'l str>) -> Room<'l>
    where
        'd: 'l,
    {
        Room { language: language.unwrap_or(&self.document.language), width: width / size }
    }

    /// Returns the room of a line over the whole page.
    pub(super) fn whole<'l>(&self, language: Option<&'l str>) -> Room<'l>
    where
        'd: 'l,
    {
        self.room(
            super::text_width(&self.document.look),
            f64::from(self.document.look.size_pt.max(6)),
            language,
        )
    }

    /// Returns the pieces of a line.
    pub(super) fn line(&self, line: &[Inline], room: Room<'_>) -> Vec<Value> {
        let mut out = Vec::new();
        let turn = turn(line, room.language);
        for piece in line {
            match piece {
                Inline::Text { text, marks } => self.text(&mut out, text, *marks, room),
                Inline::Link { url, text } if may_be_linked(url) => {
                    out.push(json!({ "u": url, "c": self.line(text, room) }));
                }
                Inline::Link { text, .. } => out.extend(self.line(text, room)),
                Inline::Note(at) => {
                    // Its figure would go with the letters before it, to their other side.
                    out.extend(turn.map(Value::from));
                    out.push(self.note(*at));
                }
                Inline::Break => out.push(Value::Null),
            }
        }
        out
    }

    /// Returns words without emphasis as a line.
    pub(super) fn plain_line(&self, text: &str) -> Vec<Value> {
        let mut out = Vec::new();
        self.text(&mut out, text, Marks::default(), self.whole(None));
        out
    }

    /// Returns a note with its words; where notes stand at the end, its mark alone.
    pub(super) fn note(&self, at: u32) -> Value {
        if self.document.look.notes == NotesPlace::End {
            return json!({ "n": at });
        }
        let mut note = Map::new();
        note.insert("n".into(), at.into());
        let words = self.document.notes.get(at as usize).map_or(&[][..], Vec::as_slice);
        super::blocks::turned(&mut note, words, self.document);
        note.insert("c".into(), self.note_line(at).into());
        note.into()
    }

    /// Returns the words of a note.
    pub(super) fn note_line(&self, at: u32) -> Vec<Value> {
        let words = self.document.notes.get(at as usize).map_or(&[][..], Vec::as_slice);
        // A note in a note has no place; compose makes none.
        let words: Vec<Inline> =
            words.iter().filter(|piece| !matches!(piece, Inline::Note(_))).cloned().collect();
        self.line(&words, self.whole(None))
    }

    fn text(&self, out: &mut Vec<Value>, text: &str, marks: Marks, room: Room<'_>) {
        let brackets = self.document.look.marking == Marking::Brackets;
        let text = match (brackets, marks.inserted, marks.deleted) {
            (true, true, _) => bracketed_words("add", text),
            (true, _, true) => bracketed_words("delete", text),
            _ => text.to_owned(),
        };
        // Hardly a letter is wider than it is high: most words need not be measured.
        let text = breakable(&plain(&text), &|word| {
            word.chars().count() as f64 * 1.1 > room.width
                && self.fonts.width(&self.document.look.font, word) > room.width
        });
        let tongue = marks.tongue.tag();
        let plain = self.document.look.plain;
        for (words, script) in script::by_language(&text, tongue.unwrap_or(room.language)) {
            let language = script.or(tongue);
            let mut piece = Map::new();
            let mut set = |key: &str, on: bool| {
                if on {
                    piece.insert(key.into(), 1.into());
                }
            };
            set("i", marks.italic && !plain);
            set("b", (marks.bold && !plain) || (marks.inserted && !brackets));
            set("a", marks.inserted && !brackets);
            set("d", marks.deleted && !brackets);
            if let Some(language) = language {
                piece.insert("l".into(), language.into());
            }
            if piece.is_empty() {
                out.push(words.into());
            } else {
                piece.insert("t".into(), words.into());
                out.push(piece.into());
            }
        }
    }
}

/// Returns the mark that keeps a figure on the side of its line where it belongs; none where
/// everything runs one way.
fn turn(line: &[Inline], language: &str) -> Option<&'static str> {
    fn runs_left_somewhere(line: &[Inline]) -> bool {
        line.iter().any(|piece| match piece {
            Inline::Text { text, .. } => script::has_leftward(text),
            Inline::Link { text, .. } => runs_left_somewhere(text),
            Inline::Note(_) | Inline::Break => false,
        })
    }
    if script::runs_left(language) {
        Some("\u{200F}")
    } else {
        runs_left_somewhere(line).then_some("\u{200E}")
    }
}

/// Returns words without what no font can show: control characters; a tab is a space.
///
/// Overrides of direction go too: with them, words print in another order than they are
/// read aloud or copied.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{202D}' | '\u{202E}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// Tells whether an address may stand in a document that strangers open.
pub(crate) fn may_be_linked(url: &str) -> bool {
    let url = url.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
}

/// Lets words that are wider than their line end anywhere, so that none runs off the page.
fn breakable(text: &str, too_long: &dyn Fn(&str) -> bool) -> String {
    if !text.split(' ').any(too_long) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        if !too_long(word) {
            out.push_str(word);
            continue;
        }
        let mut before: Option<char> = None;
        for c in word.chars() {
            // Between plain letters only: a break would part an accent from its letter, or
            // one Arabic letter from the next.
            if before.is_some_and(can_part) && can_part(c) {
                out.push(MAY_BREAK);
            }
            out.push(c);
            before = Some(c);
        }
    }
    out
}

fn can_part(c: char) -> bool {
    c < '\u{300}' && !c.is_control() && c != '\u{AD}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_word_too_long_for_its_line_may_break_anywhere() {
        let breakable = |text| breakable(text, &|word| word.chars().count() > 4);
        assert_eq!(breakable("a word"), "a word");
        assert_eq!(breakable("a wordy one"), "a w\u{200B}o\u{200B}r\u{200B}d\u{200B}y one");
        assert_eq!(breakable("e\u{301}e\u{301}e"), "e\u{301}e\u{301}e");
    }

    #[test]
    fn only_addresses_that_open_in_a_browser_or_a_letter_are_linked() {
        assert!(may_be_linked("https://www.un.org") && may_be_linked("MAILTO:a@b.org"));
        assert!(!may_be_linked("javascript:alert(1)") && !may_be_linked("file:///etc/passwd"));
    }
}
