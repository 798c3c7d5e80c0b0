//! Do the words asked for stand in another paragraph?

use super::{Verdict, share};
use crate::revise::uptake::evidence::shown;
use crate::revise::uptake::outcome::{EvidenceMark, UptakeStatus};
use crate::revise::uptake::pair::Pair;
use crate::revise::uptake::reason::UptakeReason;
use crate::revise::uptake::search::{Found, Wanted};

/// Fewer words of meaning than these in one stretch say nothing about another paragraph.
const TELLING: usize = 3;

/// Finds the words asked for in another paragraph; never sure, because a formula that is
/// asked for in one place may come into another for other reasons.
pub(super) fn elsewhere(pair: &Pair<'_>, wanted: &Wanted<'_>, known: &[usize]) -> Option<Verdict> {
    let (block, found) = best(pair, wanted, known)?;
    let passage = pair.new_passage(&[block]);
    let marks = found.spots.iter().map(|at| (*at, EvidenceMark::Found)).collect();
    Some(Verdict {
        status: UptakeStatus::Unsure,
        share: share(found.count(), wanted.len()),
        reason: UptakeReason::Elsewhere { found: found.count() as u32, asked: wanted.len() as u32 },
        evidence: shown(pair, &[block], &passage, &marks, false),
    })
}

fn best(pair: &Pair<'_>, wanted: &Wanted<'_>, known: &[usize]) -> Option<(usize, Found)> {
    if wanted.len() < TELLING {
        return None;
    }
    let mut best: Option<(usize, Found)> = None;
    for block in (0..pair.new.blocks.len()).filter(|at| !known.contains(at)) {
        let passage = pair.new_passage(&[block]);
        if wanted.is_hopeless(&passage) {
            continue;
        }
        let found = wanted.search(&passage, pair.fresh(block));
        let better = best.as_ref().is_none_or(|(_, other)| found.count() > other.count());
        if better && found.longest.len() >= TELLING && is_new(pair, &found) {
            best = Some((block, found));
        }
    }
    best.filter(|(_, found)| found.whole_run || found.count() * 2 >= wanted.len())
}

/// Tells whether the longest stretch is wording the old text had not, or had less often.
pub(super) fn is_new(pair: &Pair<'_>, found: &Found) -> bool {
    let run: Vec<&str> = found.longest.iter().map(String::as_str).collect();
    pair.is_new_wording(&run)
}
