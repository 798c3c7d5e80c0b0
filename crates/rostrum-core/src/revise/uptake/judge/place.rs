//! Does the paragraph stand where it was asked to go?

use std::collections::BTreeMap;

use super::{MOST_CANDIDATES, Verdict};
use crate::model::{BlockKind, Draft};
use crate::revise::align::Relation;
use crate::revise::uptake::ask::Ask;
use crate::revise::uptake::evidence::shown;
use crate::revise::uptake::outcome::UptakeStatus;
use crate::revise::uptake::pair::Pair;
use crate::revise::uptake::reason::UptakeReason;
use crate::revise::uptake::tokens::{keys, tokens};

/// Tells whether the paragraphs stand where they were asked to go.
pub(super) fn judge(ask: &Ask<'_>, pair: &Pair<'_>, own: &[usize]) -> Verdict {
    let group = pair.group(own);
    let shown = |blocks: &[usize], sure| {
        shown(pair, blocks, &pair.new_passage(blocks), &BTreeMap::new(), sure)
    };
    if group.new.is_empty() {
        let gone = group.candidates.is_empty();
        let candidates = &group.candidates[..group.candidates.len().min(MOST_CANDIDATES)];
        return Verdict {
            status: if gone { UptakeStatus::Not } else { UptakeStatus::Unsure },
            share: None,
            reason: if gone {
                UptakeReason::ParagraphGone
            } else {
                UptakeReason::LookAlikes { candidates: group.candidates.len() as u32 }
            },
            evidence: shown(candidates, false),
        };
    }
    let moved =
        own.iter().filter_map(|at| pair.link(*at)).any(|link| link.relation == Relation::Moved);
    let (status, reason) = if stands_there(ask, pair, own, &group.new) {
        (UptakeStatus::Adopted, UptakeReason::AtPlace)
    } else if moved {
        (UptakeStatus::Unsure, UptakeReason::OtherPlace)
    } else {
        (UptakeStatus::Not, UptakeReason::SamePlace)
    };
    Verdict { status, share: None, reason, evidence: shown(&group.new, true) }
}

/// Tells whether a place that the request names is where the paragraphs stand now and did
/// not stand before: beside a paragraph, or under a heading.
fn stands_there(ask: &Ask<'_>, pair: &Pair<'_>, own: &[usize], new: &[usize]) -> bool {
    let (Some(&first), Some(&last)) = (new.first(), new.last()) else { return false };
    let (Some(&was_first), Some(&was_last)) = (own.first(), own.last()) else { return false };
    let beside = |at: usize, first: usize, last: usize| at + 1 == first || at == last + 1;
    let by_paragraph = named(ask.proposal, pair.old, own).into_iter().any(|at| {
        let link = pair.link(at).filter(|link| link.relation != Relation::Unsure);
        let now = link.map(|link| pair.places(link)).unwrap_or_default();
        now.iter().any(|at| beside(*at, first, last)) && !beside(at, was_first, was_last)
    });
    by_paragraph || {
        let heading = |draft: &Draft, at: usize| draft.blocks[at].heading_path.last().cloned();
        let now = heading(pair.new, first).unwrap_or_default();
        let before = heading(pair.old, was_first).unwrap_or_default();
        let (now, before) = (tokens(&now), tokens(&before));
        let said = tokens(ask.proposal);
        let meaning = |words: &[super::super::tokens::Token]| -> Vec<String> {
            words.iter().filter(|t| !t.small).map(|t| t.key.clone()).collect()
        };
        let (wanted, said) = (meaning(&now), meaning(&said));
        keys(&now) != keys(&before)
            && !wanted.is_empty()
            && said.windows(wanted.len()).any(|window| window == wanted)
    }
}

/// Returns the places of the paragraphs a text names by their labels, such as "after 23 bis".
fn named(text: &str, draft: &Draft, own: &[usize]) -> Vec<usize> {
    let words: Vec<&str> =
        text.split_whitespace().map(|w| w.trim_matches([',', ';', ':', '.'])).collect();
    let mut out = Vec::new();
    for len in (1..=3).rev() {
        for window in words.windows(len) {
            let label = window.join(" ");
            let telling = label.contains(|c: char| c.is_ascii_digit()) || label.contains('(');
            let block =
                draft.labelled(&label).filter(|b| telling && b.kind == BlockKind::Paragraph);
            let at = block.and_then(|b| draft.blocks.iter().position(|other| other.id == b.id));
            out.extend(at.filter(|at| !own.contains(at) && !out.contains(at)));
        }
    }
    out
}
