//! How a document names the paragraphs that a response answers.

use super::clean;
use super::phrases::Phrases;
use crate::model::response::Target;
use crate::model::{Block, BlockKind, Draft, Response};

/// A target together with the block it points to, when that is there.
#[derive(Clone, Copy)]
pub(in crate::render) struct Aim<'a> {
    /// What the response recorded.
    pub target: &'a Target,
    /// Draft and place of the block.
    pub found: Option<(&'a Draft, usize)>,
}

impl<'a> Aim<'a> {
    /// Returns the block.
    pub(in crate::render) fn block(&self) -> Option<&'a Block> {
        self.found.map(|(draft, at)| &draft.blocks[at])
    }

    /// Returns the draft's words; those recorded when the block is gone.
    pub(in crate::render) fn words(&self) -> &'a str {
        self.block().map_or(self.target.text.as_str(), |block| block.text.as_str())
    }

    /// Returns the label as people write it: `23`, `23 (a) (i)`, `16 bis`.
    fn label(&self) -> String {
        match self.found {
            // As it prints: "C." has no paragraphs above it.
            Some((draft, at)) if draft.blocks[at].kind == BlockKind::Heading => {
                draft.blocks[at].label.as_deref().map(clean).unwrap_or_default()
            }
            Some((draft, at)) if draft.blocks[at].label.is_some() => full_label(draft, at),
            _ => tidy(&self.target.label),
        }
    }
}

/// Returns the label of a block with those above it: `23`, `23 (a) (i)`, `16 bis`.
pub(super) fn full_label(draft: &Draft, at: usize) -> String {
    let block = &draft.blocks[at];
    let mut parts: Vec<String> = block.label.as_deref().map(tidy).into_iter().collect();
    let mut level = block.level;
    for above in draft.blocks[..at].iter().rev().filter(|b| b.kind == BlockKind::Paragraph) {
        if level == 0 {
            break;
        }
        if above.level < level {
            level = above.level;
            parts.extend(above.label.as_deref().map(tidy));
        }
    }
    parts.reverse();
    parts.join(" ")
}

fn tidy(label: &str) -> String {
    clean(label).trim_end_matches('.').to_owned()
}

/// Finds what a response points at, in the order of its targets.
pub(in crate::render) fn aims<'a>(
    drafts: &'a [(String, Draft)],
    response: &'a Response,
) -> Vec<Aim<'a>> {
    response
        .targets
        .iter()
        .map(|target| {
            let found = drafts.iter().find(|(id, _)| *id == target.draft).and_then(|(_, draft)| {
                let at = draft.blocks.iter().position(|b| b.id == target.block)?;
                Some((draft, at))
            });
            Aim { target, found }
        })
        .collect()
}

/// Names what a response answers: `Paragraph 23`, `Paragraphs 12 to 18`, `Paragraphs 3 and 9`.
pub(super) fn name(aims: &[Aim<'_>], phrases: &Phrases) -> String {
    let labels: Vec<String> = aims.iter().map(Aim::label).collect();
    match aims {
        [] => phrases.whole_text.into(),
        [one] => {
            let is_heading = one.block().is_some_and(|b| b.kind == BlockKind::Heading);
            let label = &labels[0];
            if is_heading {
                let words = clean(one.words());
                let space = if label.is_empty() { "" } else { " " };
                format!("{} “{label}{space}{words}”", phrases.section)
            } else if label.is_empty() {
                format!("{} “{}”", phrases.beginning, first_words(one.words()))
            } else {
                format!("{} {label}", phrases.paragraph)
            }
        }
        _ if labels.iter().any(String::is_empty) => {
            let names: Vec<String> =
                aims.iter().map(|aim| name(std::slice::from_ref(aim), phrases)).collect();
            listed(&names, phrases)
        }
        _ if labels.len() > 2 && in_a_row(aims) => {
            let (first, last) = (&labels[0], &labels[labels.len() - 1]);
            format!("{} {first} {} {last}", phrases.paragraphs, phrases.to)
        }
        _ => format!("{} {}", phrases.paragraphs, listed(&labels, phrases)),
    }
}

/// Names the paragraph in a narrow column: the label alone where there is one.
pub(in crate::render) fn short_name(aims: &[Aim<'_>], phrases: &Phrases) -> String {
    let labels: Vec<String> = aims.iter().map(Aim::label).collect();
    let plain = aims.iter().all(|a| a.block().is_none_or(|b| b.kind == BlockKind::Paragraph));
    if plain && !labels.is_empty() && labels.iter().all(|l| !l.is_empty()) {
        if labels.len() > 2 && in_a_row(aims) {
            format!("{} {} {}", labels[0], phrases.to, labels[labels.len() - 1])
        } else {
            listed(&labels, phrases)
        }
    } else {
        name(aims, phrases)
    }
}

fn listed(names: &[String], phrases: &Phrases) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [firsts @ .., last] => format!("{} {} {last}", firsts.join(", "), phrases.and),
    }
}

fn first_words(text: &str) -> String {
    let text = clean(text);
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(8).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// Tells whether the targets are labelled paragraphs that follow each other in one draft.
fn in_a_row(aims: &[Aim<'_>]) -> bool {
    aims.windows(2).all(|pair| match (pair[0].found, pair[1].found) {
        (Some((draft, a)), Some((other, b))) => {
            std::ptr::eq(draft, other)
                && a < b
                && draft.blocks[a].level == draft.blocks[b].level
                && draft.blocks[a + 1..b].iter().all(|between| {
                    between.kind != BlockKind::Paragraph || between.level > draft.blocks[a].level
                })
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_named_as_it_prints_whatever_stands_above_it() {
        let block = |id: &str, kind, level, label: &str, text: &str| Block {
            id: id.into(),
            kind,
            level,
            label: Some(label.into()),
            text: text.into(),
            ..Block::default()
        };
        let blocks = vec![
            block("p", BlockKind::Paragraph, 0, "20.", "States report."),
            block("h", BlockKind::Heading, 1, "C.", "Norms"),
        ];
        let drafts = [("d".to_owned(), Draft { blocks, ..Draft::default() })];
        let target = Target { draft: "d".into(), block: "h".into(), ..Target::default() };
        let response = Response { targets: vec![target], ..Response::default() };
        let name = name(&aims(&drafts, &response), super::super::phrases::of("en"));
        assert_eq!(name, "Section “C. Norms”");
    }
}
