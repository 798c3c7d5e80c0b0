//! Setting a draft right after the reader: what a person decided, made on what was read.
//!
//! Comes in: the draft as read and the fixes in the order of their making. Goes out: the
//! draft as it stands, what was left out of it, and a finding for every fix that no longer
//! fits. Nothing else knows the difference: responses, checks and revisions work on the
//! draft as it stands.
//!
//! ```text
//! apply.rs    the replay        acts.rs   what each fix does to the blocks
//! doubts.rs   what a person should look at, and why
//! follow.rs   responses whose paragraph was split, merged or left out
//! ```

mod acts;
mod apply;
mod doubts;
mod follow;

use sha2::{Digest, Sha256};

use crate::model::{Block, Draft};

pub use apply::{Fixed, Misfit, apply};
pub use doubts::{Doubt, DoubtReason, doubts};
pub use follow::follow;

/// Returns the mark of what a person sees when a fix of this block is made: its words, its
/// label, and for a merge the words of the block before it.
///
/// `None` when the draft has no such block.
pub fn seen(draft: &Draft, fix: &crate::model::Fix) -> Option<String> {
    let at = draft.blocks.iter().position(|block| block.id == fix.block())?;
    let before = match fix {
        crate::model::Fix::Merge { .. } => at.checked_sub(1).map(|at| &draft.blocks[at]),
        _ => None,
    };
    Some(mark(&draft.blocks[at], before))
}

/// Half a SHA-256 is far more than tells two paragraphs apart.
const MARK: usize = 16;

fn mark(block: &Block, before: Option<&Block>) -> String {
    let mut sum = Sha256::new();
    for block in before.into_iter().chain([block]) {
        sum.update(block.label.as_deref().unwrap_or_default());
        sum.update([0]);
        sum.update(&block.text);
        sum.update([0]);
    }
    sum.finalize().iter().take(MARK / 2).map(|byte| format!("{byte:02x}")).collect()
}
