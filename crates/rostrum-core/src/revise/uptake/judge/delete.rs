//! Did go what was asked to go?

use std::collections::BTreeMap;

use super::{MOST_CANDIDATES, Verdict, per_cent, share};
use crate::revise::align::Relation;
use crate::revise::uptake::evidence::shown;
use crate::revise::uptake::outcome::{EvidenceMark, UptakeStatus};
use crate::revise::uptake::pair::{Pair, Spot, compared, spot_keys};
use crate::revise::uptake::reason::UptakeReason;

/// From this share of its words on a paragraph counts as having stayed.
const STAYED: f32 = 0.8;

/// Tells what became of the paragraph at this place of the old text.
pub(super) fn judge(pair: &Pair<'_>, own: usize) -> Verdict {
    let words = pair.old_passage(&[own]);
    let (before, after) = pair.with_words(&spot_keys(&words));
    let group = pair.group(&[own]);
    if !after.is_empty() && after.len() >= before.len() {
        let stands = group.new.iter().copied().find(|at| after.contains(at)).unwrap_or(after[0]);
        let moved = pair.link(own).is_some_and(|link| link.relation == Relation::Moved);
        let passage = pair.new_passage(&[stands]);
        let marks = (0..passage.len()).map(|at| (at, EvidenceMark::Stayed)).collect();
        return Verdict {
            status: UptakeStatus::Opposite,
            share: Some(0.0),
            reason: if moved { UptakeReason::ParagraphMoved } else { UptakeReason::ParagraphStays },
            evidence: shown(pair, &[stands], &passage, &marks, true),
        };
    }
    if group.new.is_empty() && group.candidates.is_empty() {
        return Verdict {
            status: UptakeStatus::Adopted,
            share: Some(1.0),
            reason: UptakeReason::ParagraphGone,
            evidence: Vec::new(),
        };
    }
    if group.new.is_empty() {
        let candidates = &group.candidates[..group.candidates.len().min(MOST_CANDIDATES)];
        let passage = pair.new_passage(candidates);
        return Verdict {
            status: UptakeStatus::Unsure,
            share: None,
            reason: UptakeReason::LookAlikes { candidates: group.candidates.len() as u32 },
            evidence: shown(pair, candidates, &passage, &BTreeMap::new(), false),
        };
    }
    let (old, new) = (pair.old_passage(&group.old), pair.new_passage(&group.new));
    let kept = compared(&old, &new);
    // A paragraph of small words alone is told by all of them.
    let all_small = words.iter().all(|spot| spot.word.small);
    let counts = |spot: &Spot<'_>| spot.block == own && (all_small || !spot.word.small);
    let whole = old.iter().filter(|spot| counts(spot)).count();
    let pairs = kept.pairs.iter().filter(|(at, _)| counts(&old[*at]));
    let marks: BTreeMap<usize, EvidenceMark> =
        pairs.map(|(_, at)| (*at, EvidenceMark::Stayed)).collect();
    let stayed = marks.len();
    let status = if stayed == 0 {
        UptakeStatus::Adopted
    } else if share(stayed, whole).is_some_and(|share| share >= STAYED) {
        UptakeStatus::Opposite
    } else {
        UptakeStatus::Partly
    };
    Verdict {
        status,
        share: share(whole - stayed, whole),
        reason: UptakeReason::PartStays { kept: per_cent(stayed, whole) },
        evidence: shown(pair, &group.new, &new, &marks, true),
    }
}
