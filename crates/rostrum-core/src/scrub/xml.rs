//! Rewrites XML of unknown origin: what is not touched stays letter by letter.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::xml::{DEEPEST, XmlFault, decode, is_on, value};

/// What becomes of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// It stays as it is.
    Keep,
    /// It stays, with this between `<` and `>`; its name may be another.
    Write(String),
    /// It goes, with all that is in it.
    Skip,
    /// It goes, and what is in it stays.
    Unwrap,
}

/// Decides what becomes of each element.
pub(super) trait Editor {
    /// An element starts; `skipped` when it stands inside one that goes.
    fn open(&mut self, tag: &Tag<'_>, out: &mut String, skipped: bool) -> Act;
    /// An element has ended. What was written for it stands in `out` from `at`; what is in it
    /// from `inside` to `end`, which is before its end tag.
    fn close(&mut self, name: &str, out: &mut String, written: Written);
    /// Characters, in pieces.
    fn text(&mut self, text: &str);
}

/// Where an element that has ended stands in what was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) at: usize,
    pub(super) inside: usize,
    pub(super) end: usize,
    /// Whether it stands inside one that goes, or goes itself.
    pub(super) gone: bool,
}

/// The start tag of an element.
pub(super) struct Tag<'e> {
    start: &'e BytesStart<'e>,
}

impl Tag<'_> {
    /// Returns the name without its prefix.
    pub(super) fn name(&self) -> &str {
        local(self.full_name())
    }

    /// Returns the name with its prefix.
    pub(super) fn full_name(&self) -> &str {
        let whole: &str = self.start;
        whole.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default()
    }

    /// Returns the value of the attribute with this local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        value(self.start, name)
    }

    /// Returns whether a switch element such as `<w:b/>` is on.
    pub(super) fn on(&self) -> bool {
        is_on(self.get("val").as_deref())
    }

    /// Returns the attributes as they are written: all between name and `>`.
    pub(super) fn raw_attributes(&self) -> &str {
        let whole: &str = self.start;
        &whole[self.full_name().len()..]
    }

    /// Returns every attribute: name with prefix, and value.
    pub(super) fn attributes(&self) -> Vec<(String, String)> {
        self.start
            .attributes()
            .with_checks(false)
            .flatten()
            .map(|attribute| {
                let value = attribute
                    .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                    .map(Cow::into_owned)
                    .unwrap_or_default();
                (attribute.key.as_ref().to_owned(), value)
            })
            .collect()
    }

    /// Returns the tag with other values of some attributes; `None` takes one out.
    pub(super) fn with(&self, change: impl Fn(&str, &str) -> Option<String>) -> String {
        let mut out = self.full_name().to_owned();
        for attribute in self.start.attributes().with_checks(false).flatten() {
            let name = attribute.key.as_ref();
            let raw: &str = &attribute.value;
            let Some(value) = change(name, raw) else { continue };
            let mark = if value.contains('"') { '\'' } else { '"' };
            out.push(' ');
            out.push_str(name);
            out.push('=');
            out.push(mark);
            out.push_str(&value);
            out.push(mark);
        }
        out
    }
}

/// Returns a name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

struct Frame {
    /// Name in the end tag; nothing when none is to be written.
    end: Option<String>,
    name: String,
    at: usize,
    inside: usize,
    skips: bool,
}

/// Rewrites a part; what no decision touches stays letter by letter.
pub(super) fn rewrite(bytes: &[u8], editor: &mut impl Editor) -> Result<Vec<u8>, XmlFault> {
    let text = decode(bytes);
    let utf8 = matches!(text, Cow::Borrowed(_));
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut out = String::with_capacity(text.len());
    let mut frames: Vec<Frame> = Vec::new();
    let mut skipping = 0usize;
    let mut before = 0usize;
    let mut empty = true;
    loop {
        let event = reader.read_event().map_err(|_| XmlFault::Broken)?;
        let after = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let raw = text.get(before..after).ok_or(XmlFault::Broken)?;
        before = after;
        empty &= !matches!(event, Event::Start(_) | Event::Empty(_));
        match event {
            Event::Start(start) => {
                let frame = open(&start, editor, &mut out, skipping > 0, raw);
                skipping += usize::from(frame.skips);
                frames.push(frame);
                if frames.len() > DEEPEST {
                    return Err(XmlFault::Deep);
                }
            }
            Event::Empty(start) => {
                let frame = open(&start, editor, &mut out, skipping > 0, raw);
                let end = out.len();
                let gone = skipping > 0 || frame.skips || frame.end.is_none();
                let written = Written { at: frame.at, inside: end, end, gone };
                editor.close(&frame.name, &mut out, written);
            }
            Event::End(_) => {
                let frame = frames.pop().ok_or(XmlFault::Broken)?;
                skipping -= usize::from(frame.skips);
                let end = out.len();
                if skipping == 0
                    && !frame.skips
                    && let Some(name) = &frame.end
                {
                    out.push_str("</");
                    out.push_str(name);
                    out.push('>');
                }
                let gone = skipping > 0 || frame.skips || frame.end.is_none();
                let written = Written { at: frame.at, inside: frame.inside, end, gone };
                editor.close(&frame.name, &mut out, written);
            }
            Event::Text(words) => {
                editor.text(&words.xml10_content());
                if skipping == 0 {
                    out.push_str(raw);
                }
            }
            Event::CData(words) => {
                editor.text(&words.xml10_content());
                if skipping == 0 {
                    out.push_str(raw);
                }
            }
            Event::GeneralRef(name) => {
                if let Ok(Some(char)) = name.resolve_char_ref() {
                    editor.text(char.encode_utf8(&mut [0; 4]));
                } else if let Some(words) =
                    quick_xml::escape::resolve_predefined_entity(&name.xml10_content())
                {
                    editor.text(words);
                }
                if skipping == 0 {
                    out.push_str(raw);
                }
            }
            Event::DocType(_) => return Err(XmlFault::Doctype),
            Event::Decl(_) if !utf8 => {
                out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
            }
            Event::Eof => break,
            // A comment in XML is seen by nobody who reads the document.
            Event::Comment(_) => {}
            Event::Decl(_) | Event::PI(_) => {
                if skipping == 0 {
                    out.push_str(raw);
                }
            }
        }
    }
    if frames.is_empty() && !empty { Ok(out.into_bytes()) } else { Err(XmlFault::Broken) }
}

fn open(
    start: &BytesStart<'_>,
    editor: &mut impl Editor,
    out: &mut String,
    skipped: bool,
    raw: &str,
) -> Frame {
    let tag = Tag { start };
    let act = editor.open(&tag, out, skipped);
    let at = out.len();
    let name = tag.name().to_owned();
    let full = tag.full_name().to_owned();
    let (end, skips) = match act {
        _ if skipped => (None, false),
        Act::Keep => {
            out.push_str(raw);
            (Some(full), false)
        }
        Act::Write(inside) => {
            out.push('<');
            out.push_str(&inside);
            let end = inside.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
            let end = end.to_owned();
            out.push_str(if raw.ends_with("/>") { "/>" } else { ">" });
            (Some(end), false)
        }
        Act::Skip => (None, true),
        Act::Unwrap => (None, false),
    };
    Frame { end, name, at, inside: out.len(), skips }
}

/// Takes out the elements a function names; children of what goes are not asked about.
pub(super) fn without(
    bytes: &[u8],
    goes: impl FnMut(&Tag<'_>) -> bool,
) -> Result<Vec<u8>, XmlFault> {
    struct Prune<F>(F);
    impl<F: FnMut(&Tag<'_>) -> bool> Editor for Prune<F> {
        fn open(&mut self, tag: &Tag<'_>, _: &mut String, skipped: bool) -> Act {
            if !skipped && (self.0)(tag) { Act::Skip } else { Act::Keep }
        }
        fn close(&mut self, _: &str, _: &mut String, _: Written) {}
        fn text(&mut self, _: &str) {}
    }
    rewrite(bytes, &mut Prune(goes))
}

/// One element with words and nothing else in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Name without prefix.
    pub(super) name: String,
    /// Attribute `name` of it or of the element around it, which says what it is about.
    pub(super) about: String,
    /// Its words.
    pub(super) words: String,
}

/// Returns the elements that hold words, in their order; as far as the part can be read.
pub(super) fn leaves(bytes: &[u8]) -> Vec<Leaf> {
    #[derive(Default)]
    struct Gather {
        open: Vec<Leaf>,
        found: Vec<Leaf>,
    }
    impl Editor for Gather {
        fn open(&mut self, tag: &Tag<'_>, _: &mut String, _: bool) -> Act {
            let about = tag
                .get("name")
                .or_else(|| self.open.last().map(|leaf| leaf.about.clone()))
                .unwrap_or_default();
            self.open.push(Leaf { name: tag.name().to_owned(), about, words: String::new() });
            Act::Skip
        }
        fn close(&mut self, _: &str, _: &mut String, _: Written) {
            if let Some(leaf) = self.open.pop()
                && !leaf.words.trim().is_empty()
                && self.found.len() < 4_096
            {
                self.found.push(leaf);
            }
        }
        fn text(&mut self, text: &str) {
            if let Some(leaf) = self.open.last_mut()
                && leaf.words.len() < 4_096
            {
                leaf.words.push_str(text);
            }
        }
    }
    let mut gather = Gather::default();
    // A broken part tells what stands before the break.
    let _ = rewrite(bytes, &mut gather);
    gather.found
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Renames;

    impl Editor for Renames {
        fn open(&mut self, tag: &Tag<'_>, _: &mut String, _: bool) -> Act {
            match tag.name() {
                "a" => Act::Unwrap,
                "b" => Act::Skip,
                "c" => Act::Write(tag.with(|name, value| (name != "x").then(|| value.to_owned()))),
                _ => Act::Keep,
            }
        }
        fn close(&mut self, _: &str, _: &mut String, _: Written) {}
        fn text(&mut self, _: &str) {}
    }

    #[test]
    fn what_is_not_touched_stays_letter_by_letter() {
        let before = "<?xml version='1.0'?>\n<r  k='1'><w:a><d q=\"&quot;\" />&amp;</w:a><b><d/></b><c x='1' y='\"'/></r>";
        let after = rewrite(before.as_bytes(), &mut Renames).expect("well formed");
        assert_eq!(
            String::from_utf8(after).expect("text"),
            "<?xml version='1.0'?>\n<r  k='1'><d q=\"&quot;\" />&amp;<c y='\"'/></r>"
        );
    }

    #[test]
    fn broken_parts_and_document_types_are_refused() {
        for bad in ["<a>", "</a>", "<!DOCTYPE a><a/>", "<a><b></a>"] {
            assert!(rewrite(bad.as_bytes(), &mut Renames).is_err(), "{bad}");
        }
    }
}
