//! What became of one paragraph that a response answers.

use super::plan::{TargetFate, Way};
use super::rows::SURE;
use super::ways::{Alignments, chain};
use crate::model::response::Target;
use crate::model::{Block, Draft};
use crate::revise::align::{Alignment, Reason, Relation};

/// How much surer one way must be than the other before it is followed although they disagree.
const SURER: f32 = 0.15;

/// How many candidates are shown when both ways disagree.
const CANDIDATES: usize = 4;

/// What one way says about a paragraph.
#[derive(Debug, Clone)]
struct Found {
    new: Vec<String>,
    relation: Relation,
    confidence: f32,
    style_only: bool,
    reason: Reason,
}

impl Found {
    /// Tells whether it names a counterpart without doubt about which.
    fn stands(&self) -> bool {
        !matches!(self.relation, Relation::Gone | Relation::Unsure)
    }
}

impl TargetFate {
    /// Says what became of a paragraph in the draft `new`, by whichever way is surer.
    ///
    /// `drafts` are all drafts of the statement, oldest first.
    pub fn of(
        target: &Target,
        drafts: &[(String, Draft)],
        new: (&str, &Draft),
        alignments: &Alignments,
    ) -> Self {
        fate(target, drafts, new, alignments)
    }

    /// Tells whether one counterpart is named without doubt.
    pub fn is_sure(&self) -> bool {
        !matches!(self.relation, Relation::Gone | Relation::Unsure) && self.confidence >= SURE
    }
}

fn fate(
    target: &Target,
    drafts: &[(String, Draft)],
    new: (&str, &Draft),
    alignments: &Alignments,
) -> TargetFate {
    let direct = alignments.between(&target.draft, new.0).and_then(|a| step(a, &target.block));
    let chain = chain(drafts, &target.draft, new.0);
    let through =
        if chain.len() > 2 { follow(&chain, &target.block, drafts, alignments) } else { None };
    let between: Vec<String> = match chain.len() {
        0..=2 => Vec::new(),
        n => chain[1..n - 1].iter().map(|id| (*id).to_owned()).collect(),
    };
    let (found, way) = match (direct, through) {
        (Some(direct), Some(through)) => surer(direct, through, between),
        (Some(direct), None) => (direct, Way::Direct),
        (None, Some(through)) => (through, Way::Through { drafts: between }),
        (None, None) => {
            return TargetFate {
                from: target.clone(),
                to: Vec::new(),
                relation: Relation::Unsure,
                confidence: 0.0,
                style_only: false,
                reason: None,
                way: Way::Direct,
            };
        }
    };
    TargetFate {
        from: target.clone(),
        to: found
            .new
            .iter()
            .filter_map(|id| new.1.block(id))
            .map(|block| target_of(new.0, block))
            .collect(),
        relation: found.relation,
        confidence: found.confidence,
        style_only: found.style_only,
        reason: Some(found.reason),
        way,
    }
}

/// Makes a target of a block as it stands.
pub(super) fn target_of(draft: &str, block: &Block) -> Target {
    Target {
        draft: draft.into(),
        block: block.id.clone(),
        label: block.label.clone().unwrap_or_default(),
        text: block.text.clone(),
    }
}

fn step(alignment: &Alignment, block: &str) -> Option<Found> {
    alignment.link(block).map(|link| Found {
        new: link.new.clone(),
        relation: link.relation,
        confidence: link.confidence,
        style_only: link.style_only,
        reason: link.reason.clone(),
    })
}

/// Follows a block from draft to draft; nothing when a draft between has no alignment.
fn follow(
    chain: &[&str],
    block: &str,
    drafts: &[(String, Draft)],
    alignments: &Alignments,
) -> Option<Found> {
    let mut at = vec![block.to_owned()];
    let mut all: Option<Found> = None;
    for pair in chain.windows(2) {
        let alignment = alignments.between(pair[0], pair[1])?;
        let mut next = Vec::new();
        for id in &at {
            let link = step(alignment, id)?;
            for id in &link.new {
                if !next.contains(id) {
                    next.push(id.clone());
                }
            }
            all = Some(match all {
                None => link,
                Some(before) => {
                    // The reason told is that of the step that weighs most.
                    let later = weight(link.relation) > weight(before.relation);
                    Found {
                        relation: if later { link.relation } else { before.relation },
                        reason: if later { link.reason } else { before.reason },
                        confidence: before.confidence * link.confidence,
                        style_only: before.style_only && link.style_only,
                        new: Vec::new(),
                    }
                }
            });
        }
        let stands = all.as_ref().is_some_and(Found::stands);
        at = next;
        if !stands || at.is_empty() {
            // Candidates of a draft between are none in the draft at the end.
            let mut lost = all?;
            if pair[1] != *chain.last()? {
                at.clear();
            }
            lost.new = at;
            if lost.new.is_empty() && lost.relation == Relation::Unsure {
                return None;
            }
            return Some(lost);
        }
    }
    let mut found = all?;
    // Changed and changed back is the same again.
    let text = |id: &str, block: &str| {
        let draft = drafts.iter().find(|(known, _)| known == id).map(|(_, draft)| draft)?;
        draft.block(block).map(|b| b.text.as_str())
    };
    let (first, last) = (chain.first()?, chain.last()?);
    if found.relation == Relation::Edited
        && at.len() == 1
        && text(first, block) == text(last, &at[0])
    {
        found.relation = Relation::Same;
        found.reason = Reason::SameWords;
    }
    found.new = at;
    Some(found)
}

/// How much a relation weighs when several come together.
pub(super) fn weight(relation: Relation) -> u8 {
    match relation {
        Relation::Same => 0,
        Relation::Edited => 1,
        Relation::Moved => 2,
        Relation::Merged => 3,
        Relation::Split => 4,
        Relation::Unsure => 5,
        Relation::Gone => 6,
    }
}

fn surer(direct: Found, through: Found, between: Vec<String>) -> (Found, Way) {
    let by_chain = Way::Through { drafts: between };
    match (direct.stands(), through.stands()) {
        (true, false) => (direct, Way::Direct),
        (false, true) => (through, by_chain),
        (false, false) => (direct, Way::Direct),
        (true, true) if direct.new == through.new => {
            if through.confidence > direct.confidence {
                // What the words are now is seen best by comparing both ends.
                (Found { confidence: through.confidence, ..direct }, by_chain)
            } else {
                (direct, Way::Direct)
            }
        }
        (true, true) => {
            let ahead = direct.confidence - through.confidence;
            if ahead >= SURER {
                (direct, Way::Direct)
            } else if -ahead >= SURER {
                (through, by_chain)
            } else {
                let mut new = direct.new.clone();
                new.extend(through.new.iter().filter(|id| !direct.new.contains(id)).cloned());
                new.truncate(CANDIDATES);
                let reason = Reason::LookAlikes { candidates: new.len() as u32 };
                let confidence = direct.confidence.min(through.confidence).min(0.5);
                let relation = Relation::Unsure;
                (Found { new, relation, confidence, style_only: false, reason }, Way::Disagree)
            }
        }
    }
}
