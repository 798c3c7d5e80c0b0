//! Does the paragraph that was asked for stand there?

use std::collections::BTreeSet;

use super::elsewhere::is_new;
use super::{Verdict, share};
use crate::revise::uptake::ask::Ask;
use crate::revise::uptake::evidence::shown;
use crate::revise::uptake::outcome::{Evidence, EvidenceMark, UptakeStatus};
use crate::revise::uptake::pair::Pair;
use crate::revise::uptake::reason::UptakeReason;
use crate::revise::uptake::search::{Found, Wanted};
use crate::revise::uptake::tokens::tokens;

/// Into at most so many paragraphs a paragraph that was asked for is taken apart.
const MOST_PARTS: usize = 4;

/// So many paragraphs from the one it was to follow it still stands near by.
const NEAR: usize = 3;

/// From this share on what stands far away is the paragraph that was asked for.
const TELLING: f32 = 0.6;

/// Tells whether the paragraph that was asked for stands in the later text.
pub(super) fn judge(ask: &Ask<'_>, pair: &Pair<'_>, own: &[usize]) -> Verdict {
    let near = near(pair, own);
    let (mut asked, mut found, mut all_near) = (0, 0, true);
    let mut evidence: Vec<Evidence> = Vec::new();
    let mut seen = BTreeSet::new();
    for line in ask.proposal.lines().filter(|line| !line.trim().is_empty()) {
        let words = tokens(line);
        let wanted = Wanted::new(&words, &vec![false; words.len()]);
        asked += wanted.len();
        let Some((blocks, hits)) = best(pair, &wanted, &near) else { continue };
        found += hits.count();
        all_near &= blocks.iter().all(|at| near.contains(at));
        let passage = pair.new_passage(&blocks);
        let marks = hits.spots.iter().map(|at| (*at, EvidenceMark::Found)).collect();
        let shown = shown(pair, &blocks, &passage, &marks, all_near);
        evidence.extend(shown.into_iter().filter(|e| seen.insert(e.block.clone())));
    }
    let share = share(found, asked);
    let (n_found, n_asked) = (found as u32, asked as u32);
    let (status, reason) = match share {
        None => (UptakeStatus::Unsure, UptakeReason::SmallWords),
        Some(_) if found == 0 => (UptakeStatus::Not, UptakeReason::NoWords),
        Some(_) if found == asked => {
            (UptakeStatus::Adopted, UptakeReason::AllWords { asked: n_asked })
        }
        Some(share) if share >= TELLING || all_near => {
            (UptakeStatus::Partly, UptakeReason::SomeWords { found: n_found, asked: n_asked })
        }
        Some(_) => {
            (UptakeStatus::Unsure, UptakeReason::Elsewhere { found: n_found, asked: n_asked })
        }
    };
    if status == UptakeStatus::Adopted {
        for evidence in &mut evidence {
            evidence.sure = true;
        }
    }
    Verdict { status, share, reason, evidence }
}

/// Returns the new blocks near to where the paragraphs stand now that it was to follow.
fn near(pair: &Pair<'_>, own: &[usize]) -> BTreeSet<usize> {
    let group = pair.group(own);
    let last = pair.new.blocks.len();
    let around = |at: &usize| at.saturating_sub(1)..(at + NEAR + 1).min(last);
    group.new.iter().chain(&group.candidates).flat_map(around).collect()
}

/// Neighbouring blocks with what they have of the words.
struct Place {
    /// Words found, whether near by, and how few the blocks are: more is better.
    rank: (usize, bool, usize),
    blocks: Vec<usize>,
    found: Found,
}

/// Finds the neighbouring blocks that have most of the words, those near by first.
fn best(
    pair: &Pair<'_>,
    wanted: &Wanted<'_>,
    near: &BTreeSet<usize>,
) -> Option<(Vec<usize>, Found)> {
    let last = pair.new.blocks.len();
    let mut best: Option<Place> = None;
    for start in 0..last {
        for end in start + 1..=(start + MOST_PARTS).min(last) {
            let blocks: Vec<usize> = (start..end).collect();
            let passage = pair.new_passage(&blocks);
            if wanted.is_hopeless(&passage) {
                continue;
            }
            let fresh: Vec<bool> = blocks.iter().flat_map(|at| pair.fresh(*at)).copied().collect();
            let found = wanted.search(&passage, &fresh);
            // A third may meet by chance in a text on one subject.
            if found.count() * 3 <= wanted.len() || !is_new(pair, &found) {
                continue;
            }
            let is_near = found.spots.iter().all(|at| near.contains(&passage[*at].block));
            let rank = (found.count(), is_near, MOST_PARTS - blocks.len());
            if best.as_ref().is_none_or(|other| rank > other.rank) {
                best = Some(Place { rank, blocks, found });
            }
        }
    }
    best.map(|place| (place.blocks, place.found))
}
