//! The replay of fixes on what was read.

use std::collections::BTreeMap;

use crate::finding::{Finding, Place, Severity};
use crate::model::{Block, BlockKind, Draft, DraftFix, Fix};

use super::{acts, mark};

/// A draft as it stands after the fixes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fixed {
    /// The draft.
    pub draft: Draft,
    /// What a person left out, in the order of the draft.
    pub dropped: Vec<Block>,
    /// For each block that was read, the blocks that hold its words now, in order; none when
    /// it was left out.
    pub went: BTreeMap<String, Vec<String>>,
    /// Ids of the fixes that could not be made, each with the reason.
    pub misfits: Vec<(String, Misfit)>,
}

/// Why a fix could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The block, or the one its note belongs to, is not there.
    Gone,
    /// The block has other words than when the fix was made.
    Changed,
    /// There is no place to cut there: it is at an end, or inside a letter.
    NoCut,
    /// There is no block before it.
    First,
}

/// A block while fixes are made, with where its words came from.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) block: Block,
    pub(super) dropped: bool,
    pub(super) from: Vec<String>,
}

/// Makes fixes, in their order, on a draft as it was read.
///
/// Pure replay: no fixes give the draft itself, and taking the last fix from the list takes
/// it back. Blocks no fix touches keep their ids and words; a split keeps the id for the
/// first part and derives the other's (`b17.2`); a merge keeps the id of the first. What a
/// person settled has confidence 1. Fixes of other drafts are passed over; one that cannot
/// be made changes nothing and is reported.
pub fn apply(read: &Draft, fixes: &[DraftFix]) -> Fixed {
    let mut slots: Vec<Slot> = read
        .blocks
        .iter()
        .map(|block| Slot { from: vec![block.id.clone()], block: block.clone(), dropped: false })
        .collect();
    let mut misfits = Vec::new();
    let mut titled = false;
    for made in fixes {
        match fits(&slots, made).and_then(|at| acts::make(&mut slots, at, &made.fix)) {
            Ok(()) => titled |= matches!(made.fix, Fix::Kind { .. }),
            Err(misfit) => misfits.push((made.id.clone(), misfit)),
        }
    }
    let mut outcome = Fixed { draft: read.clone(), misfits, ..Fixed::default() };
    for block in &read.blocks {
        let now = slots.iter().filter(|slot| !slot.dropped && slot.from.contains(&block.id));
        outcome.went.insert(block.id.clone(), now.map(|slot| slot.block.id.clone()).collect());
    }
    if outcome.misfits.len() == fixes.len() {
        outcome.report(fixes);
        return outcome;
    }
    outcome.draft.blocks.clear();
    for slot in slots {
        let list = if slot.dropped { &mut outcome.dropped } else { &mut outcome.draft.blocks };
        list.push(slot.block);
    }
    set_paths(&mut outcome.draft.blocks);
    if titled {
        outcome.draft.title = title(&outcome.draft.blocks).or(outcome.draft.title);
    }
    recount_unsure(&mut outcome.draft);
    outcome.report(fixes);
    outcome
}

/// Finds the block of a fix, if it still has the words the fix was made for.
fn fits(slots: &[Slot], made: &DraftFix) -> Result<usize, Misfit> {
    let at = slots.iter().position(|slot| slot.block.id == made.fix.block()).ok_or(Misfit::Gone)?;
    let restores = matches!(made.fix, Fix::Restore { .. });
    if slots[at].dropped != restores {
        return Err(Misfit::Gone);
    }
    let before = match made.fix {
        Fix::Merge { .. } => before(slots, at).map(|at| &slots[at].block),
        _ => None,
    };
    if made.seen.is_empty() || made.seen == mark(&slots[at].block, before) {
        Ok(at)
    } else {
        Err(Misfit::Changed)
    }
}

/// Returns the block before another one, passing over what was left out.
pub(super) fn before(slots: &[Slot], at: usize) -> Option<usize> {
    slots[..at].iter().rposition(|slot| !slot.dropped)
}

/// Writes the headings above each block anew, as the readers do.
fn set_paths(blocks: &mut [Block]) {
    let mut path: Vec<(u8, String)> = Vec::new();
    let above = |path: &[(u8, String)]| path.iter().map(|(_, text)| text.clone()).collect();
    for block in blocks {
        match block.kind {
            BlockKind::Heading => {
                path.retain(|(level, _)| *level < block.level);
                block.heading_path = above(&path);
                let name = match &block.label {
                    Some(label) if !label.is_empty() => format!("{label} {}", block.text),
                    _ => block.text.clone(),
                };
                path.push((block.level, name));
            }
            BlockKind::Title | BlockKind::Footnote => block.heading_path.clear(),
            _ => block.heading_path = above(&path),
        }
    }
}

fn title(blocks: &[Block]) -> Option<String> {
    let lines: Vec<&str> = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Title)
        .map(|block| block.text.as_str())
        .collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Brings the reader's own count of what it was unsure of to what is left of it.
fn recount_unsure(draft: &mut Draft) {
    let left = draft.blocks.iter().filter(|block| block.is_unsure()).count();
    let Some(at) = draft.findings.iter().position(|f| f.name == "unsure-blocks") else { return };
    if left == 0 {
        draft.findings.remove(at);
        return;
    }
    let finding = &mut draft.findings[at];
    let before = finding.params.insert("count".into(), left.to_string()).unwrap_or_default();
    finding.message = finding.message.replacen(&before, &left.to_string(), 1);
}

impl Fixed {
    /// Adds a finding for every fix that could not be made.
    fn report(&mut self, fixes: &[DraftFix]) {
        for (id, misfit) in &self.misfits {
            let Some(made) = fixes.iter().find(|made| made.id == *id) else { continue };
            self.draft.findings.push(misfit.finding(made));
        }
    }
}

impl Misfit {
    /// Returns the word by which the window knows it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Changed => "changed",
            Self::NoCut => "no-cut",
            Self::First => "first",
        }
    }

    fn finding(self, made: &DraftFix) -> Finding {
        let act = made.fix.as_str();
        let why = match self {
            Self::Gone => "the paragraph it was made for is not there any more",
            Self::Changed => "the paragraph has other words than when it was made",
            Self::NoCut => "there is no place to cut",
            Self::First => "there is nothing before the paragraph",
        };
        Finding {
            code: "I150".into(),
            name: "fix-does-not-fit".into(),
            severity: Severity::Warning,
            variant: self.as_str().into(),
            params: [("act", act), ("block", made.fix.block()), ("fix", &made.id)]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .into(),
            message: format!("A fix of the draft ({act}) was not made: {why}."),
            hint: "Look at the paragraph again, make the fix anew if it is still needed, and take the old one back."
                .into(),
            place: Place::part("draft"),
            edits: Vec::new(),
        }
    }
}
