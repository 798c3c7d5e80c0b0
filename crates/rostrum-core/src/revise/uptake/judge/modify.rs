//! Do the words asked for stand in the paragraph, and are those that were to go gone?

use std::collections::{BTreeMap, BTreeSet};

use super::elsewhere::elsewhere;
use super::{MOST_CANDIDATES, Verdict, share};
use crate::revise::uptake::ask::Ask;
use crate::revise::uptake::evidence::shown;
use crate::revise::uptake::outcome::{Evidence, EvidenceMark, UptakeStatus};
use crate::revise::uptake::pair::{Pair, Spot, compared, spot_keys};
use crate::revise::uptake::reason::UptakeReason;
use crate::revise::uptake::search::Wanted;
use crate::revise::uptake::tokens::{Token, keys, matched, tokens};

/// Below this share the words found may be there by chance.
const CHANCE: f32 = 1.0 / 3.0;

/// The fewest words that a paragraph is known by, wherever it stands.
const TELLING: usize = 6;

/// What is asked for, as words.
struct Change<'c> {
    proposal: &'c [Token],
    wanted: Wanted<'c>,
    /// Places, in the passage of the own paragraphs, of the words that are to go.
    to_go: BTreeSet<usize>,
}

/// Tells what of a changed wording stands in the later text.
pub(super) fn judge(ask: &Ask<'_>, pair: &Pair<'_>, own: &[usize]) -> Verdict {
    let proposal = tokens(ask.proposal);
    let old = pair.old_passage(own);
    let kept = matched(&spot_keys(&old), &keys(&proposal));
    let change = Change {
        wanted: Wanted::new(&proposal, &kept.new),
        to_go: (0..old.len()).filter(|at| !kept.old[*at] && !old[*at].word.small).collect(),
        proposal: &proposal,
    };
    let mut verdict = weighed(ask, pair, own, &change);
    if ask.rewritten && verdict.status != UptakeStatus::Not {
        verdict.status = UptakeStatus::Unsure;
        verdict.reason = UptakeReason::Rewritten;
    }
    verdict
}

fn weighed(ask: &Ask<'_>, pair: &Pair<'_>, own: &[usize], change: &Change<'_>) -> Verdict {
    let group = pair.group(own);
    if !group.new.is_empty() {
        let here = in_place(ask, pair, own, (&group.old, &group.new), change);
        return match here.status {
            UptakeStatus::Not => elsewhere(pair, &change.wanted, &group.new).unwrap_or(here),
            _ => here,
        };
    }
    if let Some(verdict) = word_for_word(pair, change) {
        return verdict;
    }
    let candidates = &group.candidates[..group.candidates.len().min(MOST_CANDIDATES)];
    let tried: Vec<Verdict> = candidates
        .iter()
        .map(|at| in_place(ask, pair, own, (own, &[*at]), change))
        .filter(|verdict| verdict.status != UptakeStatus::Not)
        .collect();
    let mut evidence: Vec<Evidence> = tried.into_iter().flat_map(|v| v.evidence).collect();
    if !evidence.is_empty() {
        for evidence in &mut evidence {
            evidence.sure = false;
        }
        return Verdict {
            status: UptakeStatus::Unsure,
            share: None,
            reason: UptakeReason::LookAlikes { candidates: group.candidates.len() as u32 },
            evidence,
        };
    }
    if let Some(verdict) = elsewhere(pair, &change.wanted, &[]) {
        return verdict;
    }
    let gone = group.candidates.is_empty();
    let only_words_out = change.wanted.len() == 0;
    Verdict {
        // Where a paragraph went as a whole, what was to go from it went as well.
        status: if gone && only_words_out { UptakeStatus::Unsure } else { UptakeStatus::Not },
        share: if gone && only_words_out { None } else { Some(0.0) },
        reason: if gone { UptakeReason::ParagraphGone } else { UptakeReason::NoWords },
        evidence: shown(pair, candidates, &pair.new_passage(candidates), &BTreeMap::new(), false),
    }
}

/// Finds a paragraph that is the proposal word for word and was not there before.
fn word_for_word(pair: &Pair<'_>, change: &Change<'_>) -> Option<Verdict> {
    let meaning = change.proposal.iter().filter(|token| !token.small).count();
    let (before, after) = pair.with_words(&keys(change.proposal));
    if meaning < TELLING || after.len() <= before.len() {
        return None;
    }
    let passage = pair.new_passage(&after);
    let fresh: Vec<bool> = after.iter().flat_map(|at| pair.fresh(*at)).copied().collect();
    let found = change.wanted.search(&passage, &fresh);
    let marks = found.spots.iter().map(|at| (*at, EvidenceMark::Found)).collect();
    Some(Verdict {
        status: UptakeStatus::Adopted,
        share: Some(1.0),
        reason: UptakeReason::WordForWord,
        evidence: shown(pair, &after, &passage, &marks, true),
    })
}

/// Weighs the change where the paragraph stands now.
fn in_place(
    ask: &Ask<'_>,
    pair: &Pair<'_>,
    own: &[usize],
    (old_blocks, new_blocks): (&[usize], &[usize]),
    change: &Change<'_>,
) -> Verdict {
    let (old, new) = (pair.old_passage(old_blocks), pair.new_passage(new_blocks));
    let kept = compared(&old, &new);
    let fresh: Vec<bool> = kept.new.iter().map(|kept| !kept).collect();
    let found = change.wanted.search(&new, &fresh);
    let to_go = places_in(&old, &pair.old_passage(own), &change.to_go);
    let stayed: Vec<usize> =
        kept.pairs.iter().filter(|(at, _)| to_go.contains(at)).map(|(_, at)| *at).collect();
    let mut marks: BTreeMap<usize, EvidenceMark> =
        stayed.iter().map(|at| (*at, EvidenceMark::Stayed)).collect();
    marks.extend(found.spots.iter().map(|at| (*at, EvidenceMark::Found)));
    let evidence = shown(pair, new_blocks, &new, &marks, true);

    let (asked, hits) = (change.wanted.len(), found.count());
    let (out, gone) = (change.to_go.len(), change.to_go.len() - stayed.len());
    let text = |draft: &crate::model::Draft, blocks: &[usize]| -> String {
        blocks.iter().map(|at| draft.blocks[*at].text.trim()).collect::<Vec<_>>().join("\n")
    };
    let after = text(pair.new, new_blocks);
    let proposed = after == ask.proposal.trim();
    let n = |count: usize| count as u32;
    let (status, reason) = if proposed && after != text(pair.old, own) {
        (UptakeStatus::Adopted, UptakeReason::WordForWord)
    } else if asked == 0 && out == 0 {
        small_change(change, &old, &new, after == text(pair.old, old_blocks))
    } else if asked == 0 {
        match (gone, out) {
            (0, _) => (UptakeStatus::Not, UptakeReason::WordsStay),
            (gone, out) if gone == out => {
                (UptakeStatus::Adopted, UptakeReason::WordsGone { gone: n(gone) })
            }
            (gone, out) if out > 3 && (gone as f32) < out as f32 * CHANCE => {
                (UptakeStatus::Unsure, UptakeReason::SomeWordsGone { gone: n(gone), asked: n(out) })
            }
            (gone, out) => {
                (UptakeStatus::Partly, UptakeReason::SomeWordsGone { gone: n(gone), asked: n(out) })
            }
        }
    } else if hits == asked && gone == out {
        (UptakeStatus::Adopted, UptakeReason::AllWords { asked: n(asked) })
    } else if hits == asked {
        (UptakeStatus::Partly, UptakeReason::OldWordsStay { stayed: n(out - gone) })
    } else if hits == 0 && out > 0 && gone == out {
        (UptakeStatus::Unsure, UptakeReason::OtherWords)
    } else if hits == 0 {
        (UptakeStatus::Not, UptakeReason::NoWords)
    } else if found.whole_run || hits as f32 >= asked as f32 * CHANCE {
        (UptakeStatus::Partly, UptakeReason::SomeWords { found: n(hits), asked: n(asked) })
    } else {
        (UptakeStatus::Unsure, UptakeReason::FewWords { found: n(hits), asked: n(asked) })
    };
    let share = match status {
        UptakeStatus::Adopted => Some(1.0),
        _ if asked > 0 => share(hits, asked),
        _ if out > 0 => share(gone, out),
        UptakeStatus::Not => Some(0.0),
        _ => None,
    };
    Verdict { status, share, reason, evidence }
}

/// Judges a change of small words or signs alone, which is no evidence but as a whole.
fn small_change(
    change: &Change<'_>,
    old: &[Spot<'_>],
    new: &[Spot<'_>],
    unchanged: bool,
) -> (UptakeStatus, UptakeReason) {
    let asked: Vec<&str> = keys(change.proposal);
    let words_asked = asked != spot_keys(old);
    if unchanged || (words_asked && spot_keys(old) == spot_keys(new)) {
        (UptakeStatus::Not, UptakeReason::NoWords)
    } else if words_asked && asked == spot_keys(new) {
        (UptakeStatus::Adopted, UptakeReason::WordForWord)
    } else {
        (UptakeStatus::Unsure, UptakeReason::SmallWords)
    }
}

/// Finds the places of the own paragraphs' words in a passage that has more blocks.
fn places_in(all: &[Spot<'_>], own: &[Spot<'_>], places: &BTreeSet<usize>) -> BTreeSet<usize> {
    let same = |a: &Spot<'_>, b: &Spot<'_>| a.block == b.block && a.at == b.at;
    places.iter().filter_map(|at| all.iter().position(|spot| same(spot, &own[*at]))).collect()
}
