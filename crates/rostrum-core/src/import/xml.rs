//! Walks through XML of unknown origin: no DOCTYPE, no entities, bounded depth.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Deepest nesting that is followed; Word's own limit for tables alone is 64.
pub(crate) const DEEPEST: usize = 512;

/// Takes the parts of a document as they come.
pub(crate) trait Sink {
    /// An element starts; `name` is without its prefix.
    fn open(&mut self, name: &str, attributes: &Attributes<'_>);
    /// An element ends.
    fn close(&mut self, name: &str);
    /// Characters, in pieces.
    fn text(&mut self, text: &str);
}

/// The attributes of one element, found by their names without prefix.
pub(crate) struct Attributes<'e>(&'e BytesStart<'e>);

impl Attributes<'_> {
    /// Returns the value of the attribute with this local name.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        value(self.0, name)
    }

    /// Returns the value of the attribute as a number.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// Returns whether a switch element such as `<w:b/>` is on.
    pub(crate) fn on(&self) -> bool {
        is_on(self.get("val").as_deref())
    }
}

/// Returns the value of the attribute of an element with this local name.
pub(crate) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| {
            attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok().map(Cow::into_owned)
        })
}

/// Returns whether this is how a switch element such as `<w:b/>` is on.
pub(crate) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}

/// Why a document could not be walked to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum XmlFault {
    /// It has a DOCTYPE, which can hide bombs and reads of other files; Office writes none.
    Doctype,
    /// Elements are nested too deeply.
    Deep,
    /// It is not well formed, or ends early.
    Broken,
}

impl XmlFault {
    /// Returns the fault in a few plain words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Doctype => "it declares a document type, which Office files never do",
            Self::Deep => "its elements are nested more than 512 deep",
            Self::Broken => "its XML is broken or ends early",
        }
    }
}

/// Walks through a document.
pub(crate) fn walk(bytes: &[u8], sink: &mut impl Sink) -> Result<(), XmlFault> {
    let text = decode(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().allow_dangling_amp = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| XmlFault::Broken)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(XmlFault::Deep);
                }
                sink.open(start.local_name().as_ref(), &Attributes(&start));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                sink.close(end.local_name().as_ref());
            }
            Event::Text(text) => sink.text(&text.xml10_content()),
            Event::CData(text) => sink.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                if let Ok(Some(char)) = name.resolve_char_ref() {
                    sink.text(char.encode_utf8(&mut [0; 4]));
                } else if let Some(text) =
                    quick_xml::escape::resolve_predefined_entity(&name.xml10_content())
                {
                    sink.text(text);
                }
            }
            Event::DocType(_) => return Err(XmlFault::Doctype),
            Event::Eof => {
                return if depth == 0 { Ok(()) } else { Err(XmlFault::Broken) };
            }
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// XML is UTF-8 unless a byte order mark says UTF-16; Office writes nothing else.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => encoding_rs::UTF_8.decode_without_bom_handling(bytes).0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Words(String);

    impl Sink for Words {
        fn open(&mut self, _: &str, _: &Attributes<'_>) {}
        fn close(&mut self, _: &str) {}
        fn text(&mut self, text: &str) {
            self.0.push_str(text);
        }
    }

    #[test]
    fn references_are_resolved_and_doctypes_refused() {
        let mut words = Words::default();
        assert_eq!(walk(b"<w:a>x &amp; y&#233;</w:a>", &mut words), Ok(()));
        assert_eq!(words.0, "x & yé");
        let bomb = b"<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>";
        assert_eq!(walk(bomb, &mut Words::default()), Err(XmlFault::Doctype));
    }

    #[test]
    fn deep_and_cut_documents_are_told() {
        let deep = "<a>".repeat(600);
        assert_eq!(walk(deep.as_bytes(), &mut Words::default()), Err(XmlFault::Deep));
        assert_eq!(walk(b"<a><b>", &mut Words::default()), Err(XmlFault::Broken));
    }
}
