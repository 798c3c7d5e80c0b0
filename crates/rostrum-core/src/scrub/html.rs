//! Web pages: what their source says and the page does not show. Told, and not changed.

use scraper::{Html, Node};

use super::path::is_path;
use super::{Choices, Format, Kind, Removal, Walked};

/// Looks through a web page.
pub(super) fn walk(bytes: &[u8], choices: &Choices) -> Walked {
    let mut walked = Walked::nothing(Format::Html);
    let items = &mut walked.items;
    let page = Html::parse_document(&String::from_utf8_lossy(bytes));
    for node in page.tree.nodes() {
        match node.value() {
            Node::Comment(words) if !words.trim().is_empty() => {
                items.note(Kind::Comment, words, "", Removal::Never);
            }
            Node::Element(element) => {
                if element.name() == "meta" {
                    let value = element.attr("content").unwrap_or_default();
                    let kind = match element.attr("name").unwrap_or_default() {
                        "author" | "dcterms.creator" if value == choices.organisation => continue,
                        "author" | "dcterms.creator" => Kind::Author,
                        "generator" => Kind::Program,
                        "date" | "dcterms.created" | "dcterms.modified" => Kind::Dates,
                        _ => continue,
                    };
                    items.note(kind, value, "", Removal::Never);
                }
                for (_, value) in element.attrs().filter(|(_, value)| is_path(value)) {
                    items.note(Kind::Path, value, "", Removal::Never);
                }
            }
            _ => {}
        }
    }
    walked
}
