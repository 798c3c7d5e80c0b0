//! Tells the marks of notes from other links.

use std::collections::BTreeSet;

use scraper::{Html, Node};

/// Returns the ids to which note marks point.
pub(super) fn note_targets(page: &Html) -> BTreeSet<String> {
    let mut targets = BTreeSet::new();
    for node in page.tree.nodes() {
        let Node::Element(element) = node.value() else { continue };
        let Some(target) = element.attr("href").and_then(|href| href.strip_prefix('#')) else {
            continue;
        };
        if element.name() != "a" || target.is_empty() {
            continue;
        }
        let raised = node.parent().is_some_and(|parent| is_named(parent.value(), "sup"))
            || node.first_child().is_some_and(|child| is_named(child.value(), "sup"));
        let mut words = String::new();
        for inner in node.descendants().take(8) {
            if let Node::Text(text) = inner.value() {
                words.push_str(text);
            }
        }
        let named = element.attr("role") == Some("doc-noteref")
            || element
                .attr("class")
                .is_some_and(|class| class.contains("footnote-ref") || class.contains("noteref"));
        let word_mark = target.starts_with("_ftn") && !target.starts_with("_ftnref")
            || target.starts_with("_edn") && !target.starts_with("_ednref");
        if (raised || named || word_mark) && is_mark(&words) && !target.contains("ref") {
            targets.insert(target.to_owned());
        }
    }
    targets
}

fn is_named(node: &Node, name: &str) -> bool {
    matches!(node, Node::Element(element) if element.name() == name)
}

/// Returns whether the words are a note mark: `12`, `[12]`, `*`, `iv`.
pub(super) fn is_mark(words: &str) -> bool {
    let core = bare_mark(words);
    !core.is_empty()
        && core.len() <= 5
        && (core.chars().all(|c| c.is_ascii_digit())
            || core.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§'))
            || core.chars().all(|c| c.is_ascii_lowercase()))
}

pub(super) fn bare_mark(words: &str) -> String {
    words.trim().trim_matches(['[', ']', '(', ')', '.', ' ', '\u{a0}']).to_owned()
}
