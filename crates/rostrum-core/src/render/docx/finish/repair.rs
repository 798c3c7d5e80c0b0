//! Puts one part in order: children, ids, directions, header rows, links.

use super::order::place;
use super::tree::{Element, Node};
use crate::render::docx::runs::LINK;
use crate::render::docx::script::first_direction;

/// Puts an element and all that is in it in order.
///
/// `right_to_left` is the direction of a paragraph without letters.
pub(super) fn repair(element: &mut Element, right_to_left: bool) {
    for child in element.children.iter_mut().filter_map(Node::element_mut) {
        repair(child, right_to_left);
    }
    // Paragraph ids count through the process; the hidden bookmarks do their work.
    element.attributes.retain(|(name, _)| !name.starts_with("w14:") && !name.starts_with("w:rsid"));
    match element.name.as_str() {
        "w:p" => paragraph(element, right_to_left),
        "w:r" => run(element),
        "w:hyperlink" => link(element),
        "w:tbl" => table(element, right_to_left),
        "w:gridCol" => element.attributes.retain(|(name, _)| name == "w:w"),
        _ => {}
    }
    element.children.retain(|child| !is_idle(child));
    let name = element.name.clone();
    if element.children.len() > 1 {
        element.children.sort_by_key(|child| child.name().and_then(|c| place(&name, c)));
    }
}

/// Tells whether a child says nothing: properties without a property.
fn is_idle(child: &Node) -> bool {
    let Node::Element(element) = child else { return false };
    element.children.is_empty()
        && element.attributes.is_empty()
        && matches!(element.name.as_str(), "w:rPr" | "w:pPr" | "w:trPr" | "w:tcPr" | "w:tblBorders")
}

fn paragraph(paragraph: &mut Element, right_to_left: bool) {
    if first_direction(&paragraph.words()).unwrap_or(right_to_left) {
        let properties = paragraph.child_or_first("w:pPr");
        properties.children.push(Node::Element(Element::new("w:bidi")));
        properties.children.sort_by_key(|child| child.name().and_then(|c| place("w:pPr", c)));
    }
}

/// Tells Word that the words of a run go from right to left: without it, it takes the
/// wrong font and size and puts punctuation on the wrong side.
fn run(run: &mut Element) {
    let words: String = run
        .children
        .iter()
        .filter_map(|child| match child {
            Node::Element(e) if matches!(e.name.as_str(), "w:t" | "w:delText") => Some(e.words()),
            _ => None,
        })
        .collect();
    if first_direction(&words) == Some(true) {
        let properties = run.child_or_first("w:rPr");
        properties.children.push(Node::Element(Element::new("w:rtl")));
        properties.children.sort_by_key(|child| child.name().and_then(|c| place("w:rPr", c)));
    }
}

/// Makes a relationship of our own of a link's place.
fn link(link: &mut Element) {
    for (name, value) in &mut link.attributes {
        if name == "w:anchor"
            && let Some(at) = value.strip_prefix(LINK)
        {
            *value = relationship(at);
            *name = "r:id".into();
        }
    }
}

/// Returns the id of the relationship of a link.
pub(in crate::render::docx) fn relationship(at: impl std::fmt::Display) -> String {
    format!("rIdLink{at}")
}

fn table(table: &mut Element, right_to_left: bool) {
    if right_to_left {
        let properties = table.child_or_first("w:tblPr");
        properties.children.push(Node::Element(Element::new("w:bidiVisual")));
        properties.children.sort_by_key(|child| child.name().and_then(|c| place("w:tblPr", c)));
    }
    if let Some(properties) = table.child_mut("w:tblPr") {
        // Borders come from the table's style, where a secretariat can change them.
        properties.children.retain(|child| child.name() != Some("w:tblBorders"));
        properties.children.push(Node::Element(
            Element::new("w:tblLook").attribute("w:val", "0020").attribute("w:firstRow", "1"),
        ));
        properties.children.sort_by_key(|child| child.name().and_then(|c| place("w:tblPr", c)));
    }
    if let Some(row) = table.child_mut("w:tr") {
        row.child_or_first("w:trPr").children.push(Node::Element(Element::new("w:tblHeader")));
    }
}
