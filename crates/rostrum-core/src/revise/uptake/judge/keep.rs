//! Was kept what was asked to be kept?

use std::collections::BTreeMap;

use super::{MOST_CANDIDATES, Verdict, per_cent, share};
use crate::revise::align::Relation;
use crate::revise::uptake::evidence::shown;
use crate::revise::uptake::outcome::{EvidenceMark, UptakeStatus};
use crate::revise::uptake::pair::{Pair, compared, spot_keys};
use crate::revise::uptake::reason::UptakeReason;

/// Tells what became of the paragraph at this place of the old text.
pub(super) fn judge(pair: &Pair<'_>, own: usize) -> Verdict {
    let words = pair.old_passage(&[own]);
    let (before, after) = pair.with_words(&spot_keys(&words));
    let group = pair.group(&[own]);
    let plain = |blocks: &[usize], sure| {
        shown(pair, blocks, &pair.new_passage(blocks), &BTreeMap::new(), sure)
    };
    if !after.is_empty() && after.len() >= before.len() {
        // As many stand there as before: which of them is this one does not matter.
        let stands = group.new.iter().copied().find(|at| after.contains(at)).unwrap_or(after[0]);
        let relation = pair.link(own).map(|link| link.relation);
        let reason = if pair.new.blocks[stands].text != pair.old.blocks[own].text {
            UptakeReason::StyleOnly
        } else if relation == Some(Relation::Moved) {
            UptakeReason::ParagraphMoved
        } else {
            UptakeReason::ParagraphStays
        };
        return Verdict {
            status: UptakeStatus::Adopted,
            share: Some(1.0),
            reason,
            evidence: plain(&[stands], true),
        };
    }
    if group.new.is_empty() {
        if group.candidates.is_empty() {
            return Verdict {
                status: UptakeStatus::Opposite,
                share: Some(0.0),
                reason: UptakeReason::ParagraphGone,
                evidence: Vec::new(),
            };
        }
        let candidates = &group.candidates[..group.candidates.len().min(MOST_CANDIDATES)];
        return Verdict {
            status: UptakeStatus::Unsure,
            share: None,
            reason: UptakeReason::LookAlikes { candidates: group.candidates.len() as u32 },
            evidence: plain(candidates, false),
        };
    }
    let (old, new) = (pair.old_passage(&group.old), pair.new_passage(&group.new));
    let kept = compared(&old, &new);
    let stayed =
        old.iter().zip(&kept.old).filter(|(spot, kept)| spot.block == own && **kept).count();
    let added = kept.new.iter().filter(|kept| !**kept).count();
    let lost = words.len() - stayed;
    let style = pair.link(own).is_some_and(|link| link.style_only);
    let whole = style || (lost == 0 && added == 0);
    let marks = kept.new.iter().enumerate().filter(|(_, kept)| !**kept && !style);
    let marks = marks.map(|(at, _)| (at, EvidenceMark::Changed)).collect();
    Verdict {
        status: if whole { UptakeStatus::Adopted } else { UptakeStatus::Partly },
        share: if whole { Some(1.0) } else { share(2 * stayed, 2 * stayed + lost + added) },
        reason: if style {
            UptakeReason::StyleOnly
        } else {
            UptakeReason::PartStays { kept: per_cent(stayed, words.len()) }
        },
        evidence: shown(pair, &group.new, &new, &marks, true),
    }
}
