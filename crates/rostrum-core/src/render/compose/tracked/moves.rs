//! Paragraphs that a response wants elsewhere.

use super::{Proposed, TrackedParagraph};
use crate::model::{BlockKind, Draft};
use crate::render::compose::clean;
use crate::render::compose::labels::full_label;

type Paragraphs = Vec<(String, TrackedParagraph)>;

/// Words before the paragraph that something is to follow, in the languages of drafts that are
/// written in letters with spaces.
const AFTER: [&str; 5] = ["after", "following", "après", "después", "после"];
/// Words before the paragraph that something is to precede.
const BEFORE: [&str; 4] = ["before", "avant", "antes", "перед"];

/// Moves a paragraph with its sub-paragraphs to where the words of a response want it, and
/// returns where its first one stands there; none where the words name no such place or where
/// something else is proposed for the paragraphs.
pub(super) fn shift(
    paragraphs: &mut Paragraphs,
    at: usize,
    wanted: &str,
    draft: &Draft,
) -> Option<usize> {
    let (target, after) = place(paragraphs, wanted, draft)?;
    let until = at + 1 + subordinate(&paragraphs[at + 1..], paragraphs[at].1.level);
    let free = paragraphs[at..until].iter().all(|(id, p)| {
        !id.is_empty()
            && p.whole == Proposed::Same
            && p.runs.iter().all(|run| run.change == Proposed::Same)
    });
    let to = if after { end(paragraphs, target) } else { target };
    if !free || (at..until).contains(&target) || to == at {
        return None;
    }
    let number = paragraphs.iter().map(|(_, p)| p.moved).max().unwrap_or(0) + 1;
    let mut copies = Vec::new();
    for (_, paragraph) in &mut paragraphs[at..until] {
        let mut copy = paragraph.clone();
        copy.comments.clear();
        let become_part = |paragraph: &mut TrackedParagraph, what: Proposed| {
            paragraph.whole = what;
            paragraph.moved = number;
            paragraph.runs.iter_mut().for_each(|run| run.change = what);
        };
        become_part(&mut copy, Proposed::MovedHere);
        become_part(paragraph, Proposed::MovedAway);
        copies.push((String::new(), copy));
    }
    paragraphs.splice(to..to, copies);
    Some(to)
}

/// Returns the place behind a paragraph, what is under it, and what was put in there.
pub(super) fn end(paragraphs: &Paragraphs, at: usize) -> usize {
    let under = at + 1 + subordinate(&paragraphs[at + 1..], paragraphs[at].1.level);
    let added = paragraphs[under..].iter().take_while(|(id, _)| id.is_empty()).count();
    under + added
}

/// Returns how many paragraphs stand under one of this level.
fn subordinate(rest: &[(String, TrackedParagraph)], level: u8) -> usize {
    let under = |p: &TrackedParagraph| p.kind == BlockKind::Paragraph && p.level > level;
    rest.iter().take_while(|(_, p)| under(p)).count()
}

/// Reads "after paragraph 12 (a)": the paragraph, and whether behind it.
fn place(paragraphs: &Paragraphs, wanted: &str, draft: &Draft) -> Option<(usize, bool)> {
    let wanted = clean(wanted).to_lowercase();
    let find = |words: &[&str]| {
        words.iter().find_map(|word| {
            let at = wanted.find(word)?;
            Some(wanted[at + word.len()..].to_owned())
        })
    };
    let (rest, after) = match (find(&AFTER), find(&BEFORE)) {
        (Some(rest), None) => (rest, true),
        (None, Some(rest)) => (rest, false),
        _ => return None,
    };
    let start = rest.find(|c: char| c.is_ascii_digit())?;
    let named = &rest[start..];
    // "16 bis" is longer than "16", and "16 (a)" than "16": the longest that fits is meant.
    let (_, id) = draft
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind == BlockKind::Paragraph && block.label.is_some())
        .map(|(at, block)| (full_label(draft, at).to_lowercase(), &block.id))
        .filter(|(label, _)| {
            let after = named.strip_prefix(label.as_str());
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        })
        .max_by_key(|(label, _)| label.len())?;
    let at = paragraphs.iter().position(|(own, _)| own == id)?;
    Some((at, after))
}
