//! A small tree of XML: just enough to put a part in order.

use std::fmt::Write as _;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// An element or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(in super::super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(in super::super) fn attribute(mut self, name: &str, value: impl Into<String>) -> Self {
        self.attributes.push((name.to_owned(), value.into()));
        self
    }

    pub(in super::super) fn with(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    pub(in super::super) fn text(mut self, words: &str) -> Self {
        self.children.push(Node::Text(words.to_owned()));
        self
    }

    /// Returns the first child with this name.
    pub(super) fn child_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.children.iter_mut().filter_map(Node::element_mut).find(|e| e.name == name)
    }

    /// Returns the child with this name, made as the first one when it is not there.
    pub(super) fn child_or_first(&mut self, name: &str) -> &mut Self {
        let found = self.children.iter().position(|c| c.name() == Some(name));
        let at = found.unwrap_or_else(|| {
            self.children.insert(0, Node::Element(Self::new(name)));
            0
        });
        match &mut self.children[at] {
            Node::Element(element) => element,
            Node::Text(_) => unreachable!("the place holds an element"),
        }
    }

    /// Returns all words inside.
    pub(super) fn words(&self) -> String {
        let mut out = String::new();
        for child in &self.children {
            match child {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => out.push_str(&element.words()),
            }
        }
        out
    }

    /// Returns the element as a whole part of a file.
    pub(in super::super) fn into_part(self) -> String {
        let mut out =
            String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut out);
        out
    }

    /// Writes the element.
    pub(in super::super) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escaped(value));
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escaped(text)),
            }
        }
        let _ = write!(out, "</{}>", self.name);
    }
}

impl Node {
    pub(super) fn element_mut(&mut self) -> Option<&mut Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }

    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Element(element) => Some(&element.name),
            Self::Text(_) => None,
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        match self {
            Self::Element(element) => {
                element.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
            }
            Self::Text(_) => None,
        }
    }
}

/// Escapes words for text and attributes alike.
pub(in super::super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// Reads one element with all that is in it.
pub(super) fn read(xml: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|e| e.to_string())?;
        let words = match event {
            Event::Start(start) => {
                open.push(element(&start)?);
                continue;
            }
            Event::Empty(start) => {
                let element = element(&start)?;
                add(&mut open, Node::Element(element))?;
                continue;
            }
            Event::End(_) => {
                let done = open.pop().ok_or("an end without a start")?;
                add(&mut open, Node::Element(done))?;
                continue;
            }
            Event::Text(text) => text.xml_content(XmlVersion::Implicit1_0).into_owned(),
            Event::CData(data) => data.into_inner().into_owned(),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().map_err(|e| e.to_string())?;
                match (character, &*reference.xml_content(XmlVersion::Implicit1_0)) {
                    (Some(c), _) => c.to_string(),
                    (None, "amp") => "&".into(),
                    (None, "lt") => "<".into(),
                    (None, "gt") => ">".into(),
                    (None, "quot") => "\"".into(),
                    (None, "apos") => "'".into(),
                    (None, other) => return Err(format!("the entity {other} is not known")),
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
        };
        if let Some(Node::Text(before)) = open.last_mut().and_then(|e| e.children.last_mut()) {
            before.push_str(&words);
        } else if open.len() > 1 {
            add(&mut open, Node::Text(words))?;
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(mut holder), true) if holder.children.len() == 1 => match holder.children.remove(0) {
            Node::Element(root) => Ok(root),
            Node::Text(_) => Err("words without an element".into()),
        },
        _ => Err("the part is not one whole element".into()),
    }
}

fn add(open: &mut [Element], node: Node) -> Result<(), String> {
    open.last_mut().ok_or("an end without a start")?.children.push(node);
    Ok(())
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut out = Element::new(start.name().as_ref());
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let value =
            attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|e| e.to_string())?;
        out.attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let xml = "<w:p a=\"1 &amp; &quot;2&quot;\"><w:t xml:space=\"preserve\"> a &lt; b &amp; c </w:t><w:br/></w:p>";
        let root = read(xml).expect("sound");
        assert_eq!(root.words(), " a < b & c ");
        assert!(root.into_part().ends_with(xml));
    }

    #[test]
    fn half_a_part_is_an_error() {
        for xml in ["<w:p>", "</w:p>", "", "<a/><b/>", "<a>&nope;</a>"] {
            assert!(read(xml).is_err(), "{xml}");
        }
    }
}
