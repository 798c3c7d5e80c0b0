//! Earlier states of a PDF: programs append what changed, and what was replaced stays inside.

use std::collections::BTreeSet;

use super::super::Kind;
use super::super::item::Items;
use super::{always, find};
use crate::import::{ImportOptions, read};

/// Most earlier states whose words are compared; there can be one for each time it was saved.
const MOST: usize = 4;
/// Largest file whose states are compared word by word, in bytes.
const MOST_BYTES: usize = 40 << 20;

/// Lists the words of earlier states that the pages no longer show.
pub(super) fn look(bytes: &[u8], items: &mut Items) {
    let ends = states(bytes);
    if ends.is_empty() {
        return;
    }
    let now = if bytes.len() <= MOST_BYTES { words(bytes) } else { None };
    let mut told = false;
    for end in ends.iter().rev().take(MOST) {
        let (Some(now), Some(then)) = (&now, words(&bytes[..*end])) else { continue };
        for lost in then.iter().filter(|line| !now.contains(*line)).take(40) {
            always(items, Kind::EarlierState, lost, "");
            told = true;
        }
    }
    if !told {
        items.counted(Kind::Leftover, ends.len(), "", super::super::Removal::Always);
    }
}

/// Returns where each earlier state ends.
fn states(bytes: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(next) = find(&bytes[at..], b"%%EOF") {
        at += next + 5;
        ends.push(at);
    }
    // The last is the present state; a file that can be shown page by page as it comes has an
    // end behind its first page, which is no state.
    ends.pop();
    let head = &bytes[..bytes.len().min(2_048)];
    if find(head, b"/Linearized").is_some() && !ends.is_empty() {
        ends.remove(0);
    }
    ends.retain(|end| {
        let tail = &bytes[end.saturating_sub(64)..*end];
        find(tail, b"startxref").is_some()
    });
    ends
}

fn words(bytes: &[u8]) -> Option<BTreeSet<String>> {
    let draft = read(bytes, &ImportOptions { name: "state.pdf", password: None }).ok()?;
    Some(
        draft
            .blocks
            .iter()
            .map(|block| block.text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty())
            .collect(),
    )
}
