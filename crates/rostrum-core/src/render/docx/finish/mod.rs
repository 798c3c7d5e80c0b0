//! Makes of what docx-rs writes what the schema of Word documents asks for.

mod order;
mod repair;
mod tree;

pub(super) use self::repair::relationship;
use self::repair::repair;
use self::tree::Node;
pub(super) use self::tree::{Element, escaped};
use super::RenderError;
use super::parts::page;
use crate::model::Document;
use crate::render::html::is_right_to_left;

/// Declaration and namespaces of every part with text.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Finishes the text.
pub(super) fn main(written: &[u8], document: &Document) -> Result<String, RenderError> {
    let mut root = read("document.xml", written)?;
    repair(&mut root, is_right_to_left(&document.language));
    if let Some(body) = root.child_mut("w:body") {
        body.children.retain(|child| child.name() != Some("w:sectPr"));
        body.children.push(Node::Element(page::section(&document.look)));
    }
    Ok(root.into_part())
}

/// Finishes the notes: separators before them, the mark of each inside it.
pub(super) fn notes(written: &[u8], document: &Document) -> Result<String, RenderError> {
    let mut root = read("footnotes.xml", written)?;
    repair(&mut root, is_right_to_left(&document.language));
    root.children.retain(|child| child.name() == Some("w:footnote"));
    root.children.sort_by_key(|note| {
        note.attribute("w:id").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0)
    });
    for note in &mut root.children {
        if let Some(paragraph) = note.element_mut().and_then(|n| n.child_mut("w:p")) {
            let at = usize::from(paragraph.child_mut("w:pPr").is_some());
            paragraph.children.splice(at..at, own_mark());
        }
    }
    let separators = [
        ("-1", "separator", "w:separator"),
        ("0", "continuationSeparator", "w:continuationSeparator"),
    ]
    .map(|(id, kind, line)| separator(id, kind, line));
    root.children.splice(0..0, separators);
    Ok(root.into_part())
}

fn read(part: &str, written: &[u8]) -> Result<Element, RenderError> {
    let unfinished = |detail: String| RenderError::Unfinished { part: part.into(), detail };
    let xml = std::str::from_utf8(written).map_err(|e| unfinished(e.to_string()))?;
    let mut root = tree::read(xml).map_err(unfinished)?;
    root.attributes = NAMESPACES.map(|(name, value)| (name.into(), value.into())).to_vec();
    Ok(root)
}

/// Returns the run with the note's own number and the space after it.
fn own_mark() -> [Node; 2] {
    let style = Element::new("w:rPr")
        .with(Element::new("w:rStyle").attribute("w:val", "FootnoteReference"));
    let mark = Element::new("w:r").with(style).with(Element::new("w:footnoteRef"));
    let space = Element::new("w:t").attribute("xml:space", "preserve").text(" ");
    [Node::Element(mark), Node::Element(Element::new("w:r").with(space))]
}

fn separator(id: &str, kind: &str, line: &str) -> Node {
    let spacing = Element::new("w:spacing")
        .attribute("w:after", "0")
        .attribute("w:line", "240")
        .attribute("w:lineRule", "auto");
    let paragraph = Element::new("w:p")
        .with(Element::new("w:pPr").with(spacing))
        .with(Element::new("w:r").with(Element::new(line)));
    Node::Element(
        Element::new("w:footnote").attribute("w:type", kind).attribute("w:id", id).with(paragraph),
    )
}
