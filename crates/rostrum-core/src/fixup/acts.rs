//! What each fix does to the blocks. Words are moved and regrouped, never made.

use crate::import::labels;
use crate::model::draft::{Footnote, Stretch};
use crate::model::{Block, BlockKind, Fix};

use super::apply::{Misfit, Slot, before};

/// Makes a fix of the block at a place.
pub(super) fn make(slots: &mut Vec<Slot>, at: usize, fix: &Fix) -> Result<(), Misfit> {
    match fix {
        Fix::Split { offset, .. } => split(slots, at, *offset as usize)?,
        Fix::Merge { .. } => {
            let first = before(slots, at).ok_or(Misfit::First)?;
            let second = slots.remove(at);
            merge(&mut slots[first], second);
            slots[first].block.confidence = 1.0;
            return Ok(());
        }
        Fix::Kind { kind, level, .. } => {
            let block = &mut slots[at].block;
            block.kind = *kind;
            block.level = if *kind == BlockKind::Heading { (*level).max(1) } else { *level };
        }
        Fix::Label { label, .. } => relabel(&mut slots[at].block, label.as_deref()),
        Fix::Drop { .. } => slots[at].dropped = true,
        Fix::Restore { .. } => slots[at].dropped = false,
        Fix::Footnote { to, mark, .. } => return footnote(slots, at, to, mark.trim()),
        Fix::Settle { .. } => {}
    }
    slots[at].block.confidence = 1.0;
    Ok(())
}

/// Cuts a block in two. A label at the start of the second part is seen as one.
fn split(slots: &mut Vec<Slot>, at: usize, offset: usize) -> Result<(), Misfit> {
    let whole = &slots[at].block;
    let (first, second) = whole.text.split_at_checked(offset).ok_or(Misfit::NoCut)?;
    let (first, rest) = (first.trim_end(), second.trim_start());
    if first.is_empty() || rest.is_empty() {
        return Err(Misfit::NoCut);
    }
    let start = whole.text.len() - rest.len();
    // A part that would be a label and nothing more keeps it as its words.
    let label = labels::split(rest)
        .filter(|label| whole.kind == BlockKind::Paragraph && label.rest < rest.len());
    let cut = label.as_ref().map_or(0, |label| label.rest);
    let (early, late) =
        whole.footnotes.iter().cloned().partition(|note| note.offset as usize <= first.len());
    let mut part = Block {
        id: derived(slots, &whole.id),
        label: label.map(|label| label.printed.to_owned()),
        text: rest[cut..].to_owned(),
        original: None,
        confidence: 1.0,
        footnotes: late,
        ..whole.clone()
    };
    for note in &mut part.footnotes {
        note.offset = note.offset.saturating_sub((start + cut) as u32);
    }
    let first = first.to_owned();
    let from = slots[at].from.clone();
    let block = &mut slots[at].block;
    block.text = first;
    block.footnotes = early;
    // What stood there before tracked changes is not known part by part.
    block.original = None;
    slots.insert(at + 1, Slot { block: part, dropped: false, from });
    Ok(())
}

/// Returns the id of a new part: the block's own with the next number free behind it.
fn derived(slots: &[Slot], id: &str) -> String {
    let root = id.split('.').next().unwrap_or(id);
    let taken = |id: &String| slots.iter().any(|slot| slot.block.id == *id);
    // More numbers than blocks, so that one is free.
    let numbers = 2..slots.len() + 3;
    let mut ids = numbers.map(|part| format!("{root}.{part}"));
    ids.find(|id| !taken(id)).expect("a number that no block has")
}

/// Puts the words of a block behind those of the one before; a label is among its words then.
fn merge(first: &mut Slot, second: Slot) {
    let (into, mut tail) = (&mut first.block, second.block);
    relabel(&mut tail, None);
    if let (Some(before), Some(after)) = (&mut into.original, &tail.original) {
        join(before, after);
    } else {
        into.original = None;
    }
    let start = join(&mut into.text, &tail.text) as u32;
    into.footnotes.extend(
        tail.footnotes.into_iter().map(|note| Footnote { offset: note.offset + start, ..note }),
    );
    // Both are outlined: what stands right below on the same page as one.
    if let (Some(page), Some(region)) = (tail.page, tail.region) {
        let last = into.continues.last().map(|last| (last.page, last.region));
        let end = last.or(into.page.zip(into.region));
        let below = end.is_some_and(|(at, end)| at == page && region.y >= end.y);
        match (below, into.continues.last_mut(), &mut into.region) {
            (true, Some(open), _) => open.region = open.region.with(region),
            (true, None, Some(open)) => *open = open.with(region),
            _ => into.continues.push(Stretch { page, region }),
        }
        into.continues.append(&mut tail.continues);
    }
    for id in second.from {
        if !first.from.contains(&id) {
            first.from.push(id);
        }
    }
}

/// Adds words behind others with a space between, and returns where they begin.
fn join(text: &mut String, more: &str) -> usize {
    // A word parted at the line's end keeps its hyphen: whether it is one cannot be told here.
    let parted = text.ends_with('-') && more.starts_with(char::is_lowercase);
    if !text.is_empty() && !more.is_empty() && !parted {
        text.push(' ');
    }
    text.push_str(more);
    text.len() - more.len()
}

/// Gives a block a label. One that stands at the start of its words is taken from there;
/// what is no label any more goes back to them.
fn relabel(block: &mut Block, label: Option<&str>) {
    let label = label.map(str::trim).filter(|label| !label.is_empty());
    match label {
        Some(label) => {
            if let Some(rest) = block.text.strip_prefix(label) {
                let rest = rest.trim_start();
                let gone = (block.text.len() - rest.len()) as u32;
                if !rest.is_empty() {
                    block.text = rest.to_owned();
                    for note in &mut block.footnotes {
                        note.offset = note.offset.saturating_sub(gone);
                    }
                }
            }
            block.label = Some(label.to_owned());
        }
        None => {
            if let Some(mut text) = block.label.take() {
                let shift = join(&mut text, &block.text) as u32;
                block.text = text;
                for note in &mut block.footnotes {
                    note.offset += shift;
                }
            }
        }
    }
}

/// Makes a block a footnote, behind the text where notes stand, and ties it to the place of
/// its mark.
fn footnote(slots: &mut Vec<Slot>, at: usize, to: &str, mark: &str) -> Result<(), Misfit> {
    let home = slots.iter().position(|slot| slot.block.id == to && !slot.dropped);
    if !to.is_empty() && home.is_none_or(|home| home == at) {
        return Err(Misfit::Gone);
    }
    let note = &mut slots[at].block;
    note.kind = BlockKind::Footnote;
    note.level = 0;
    note.confidence = 1.0;
    if note.label.as_deref() != Some(mark) {
        relabel(note, None);
        relabel(note, Some(mark));
    }
    let text = note.text.clone();
    if let Some(home) = home {
        let block = &mut slots[home].block;
        let place = mark_in(&block.text, mark);
        let offset = place.unwrap_or(block.text.len());
        if place.is_some() {
            block.text.replace_range(offset..offset + mark.len(), "");
            for other in &mut block.footnotes {
                if other.offset as usize > offset {
                    other.offset -= mark.len() as u32;
                }
            }
        }
        block.footnotes.retain(|other| other.mark != mark || !other.text.is_empty());
        block.footnotes.push(Footnote { mark: mark.to_owned(), text, offset: offset as u32 });
        block.footnotes.sort_by_key(|note| note.offset);
    }
    let slot = slots.remove(at);
    slots.push(slot);
    Ok(())
}

/// Finds a mark that is glued to a word: `adopted.12 The` has the mark 12.
fn mark_in(text: &str, mark: &str) -> Option<usize> {
    if mark.is_empty() {
        return None;
    }
    text.match_indices(mark).map(|(at, _)| at).find(|at| {
        let glued = text[..*at].chars().next_back().is_some_and(|c| {
            !c.is_whitespace() && !c.is_ascii_digit() && !"./-".contains(c)
                || c == '.' && !text[..*at - 1].ends_with(|c: char| c.is_ascii_digit())
        });
        let ends = text[at + mark.len()..]
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || ",.;:)”’".contains(c));
        glued && ends
    })
}
