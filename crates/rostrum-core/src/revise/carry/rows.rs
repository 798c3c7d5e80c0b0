//! Makes the plan: one row for every response.

use std::collections::BTreeSet;

use super::fate::{target_of, weight};
use super::plan::{Candidate, CarryPlan, CarryRow, CarryTotals, Outcome, TargetFate, Way, Why};
use super::ways::Alignments;
use crate::model::response::{ResponseStatus, Target};
use crate::model::{Draft, Response, ResponseKind, Statement};
use crate::revise::align::{Reason, Relation};
use crate::revise::rebase::{Rebase, rebase};
use crate::revise::references;
use crate::revise::words::{WordRun, diff};

/// From this confidence on a paragraph counts as found.
pub(super) const SURE: f32 = 0.6;

/// The most ways to choose from: one for each of the keys 1 to 9.
const MOST_CANDIDATES: usize = 9;

/// Word of [`crate::model::response::Carried`] for a response that stays by decision.
pub(super) const STAYS: &str = "stays";

/// The same for a response that was set aside although its paragraphs are there.
pub(super) const ASIDE: &str = "aside";

/// Says what would become of every response of `statement` in the draft `new`.
///
/// `drafts` are all drafts of the statement, oldest first, with their ids; `new` is the id
/// of one of them. A paragraph of any earlier draft is followed both directly and from
/// revision to revision, and the surer answer counts. Nothing is changed.
pub fn carry(
    statement: &Statement,
    drafts: &[(String, Draft)],
    new: &str,
    alignments: &Alignments,
) -> CarryPlan {
    let Some((id, draft)) = drafts.iter().find(|(id, _)| id == new) else {
        return CarryPlan { draft: new.into(), ..CarryPlan::default() };
    };
    let to = (id.as_str(), draft);
    let responses: Vec<CarryRow> =
        statement.responses.iter().map(|r| row(r, drafts, to, alignments)).collect();
    let count =
        |wanted: fn(&CarryRow) -> bool| responses.iter().filter(|row| wanted(row)).count() as u32;
    let totals = CarryTotals {
        all: responses.len() as u32,
        sure: count(|row| row.sure),
        waiting: count(CarryRow::waits),
        settled: count(|row| row.outcome == Outcome::AlreadyThere),
    };
    let references = references::follow(statement, drafts, new, alignments);
    let numbered_by = references::numbered_by(statement, drafts, new).unwrap_or_default();
    CarryPlan {
        draft: id.clone(),
        numbered_by: numbered_by.into(),
        findings: references.iter().filter_map(references::Reference::finding).collect(),
        responses,
        references,
        totals,
    }
}

fn row(
    response: &Response,
    drafts: &[(String, Draft)],
    new: (&str, &Draft),
    alignments: &Alignments,
) -> CarryRow {
    let here = |target: &&Target| target.draft == new.0;
    if response.targets.iter().all(|target| here(&target)) {
        let why = if response.targets.is_empty() { Why::WholeText } else { Why::InThisDraft };
        return settled(response, why);
    }
    let fates: Vec<TargetFate> = response
        .targets
        .iter()
        .map(|target| match new.1.block(&target.block).filter(|_| target.draft == new.0) {
            Some(_) => stands(target),
            None => TargetFate::of(target, drafts, new, alignments),
        })
        .collect();
    let gone = fates.iter().filter(|f| f.relation == Relation::Gone).count();
    let came_back = response.status == ResponseStatus::Aside
        && response.carried.as_ref().is_some_and(|c| c.relation == Relation::Gone.word());
    if gone == fates.len() && response.status == ResponseStatus::Aside {
        return CarryRow {
            relation: Relation::Gone,
            targets: fates,
            ..settled(response, Why::StillGone)
        };
    }
    let mut outcome = fates
        .iter()
        .filter(|f| gone == fates.len() || f.relation != Relation::Gone)
        .map(outcome_of)
        .max()
        .unwrap_or(Outcome::Carried);
    if came_back || (gone > 0 && gone < fates.len()) {
        outcome = outcome.max(Outcome::Proposed);
    }
    let weighing: &TargetFate = fates
        .iter()
        .max_by_key(|f| (outcome_of(f), weight(f.relation)))
        .expect("a target at least");
    // What a person has to choose from is unsure, whatever the best candidate looks like.
    let relation = if outcome == Outcome::Choose { Relation::Unsure } else { weighing.relation };
    let candidates = if outcome == Outcome::Choose {
        choices(&fates)
            .into_iter()
            .map(|to| candidate(response, &fates, in_order(to, new.1), new))
            .collect()
    } else {
        Vec::new()
    };
    let found = fates.iter().filter(|f| outcome_of(f) != Outcome::Choose).flat_map(|f| &f.to);
    let to = in_order(found.cloned().collect(), new.1);
    let Candidate { to, runs, rebase } = if outcome == Outcome::Choose {
        Candidate { to, runs: Vec::new(), rebase: Rebase::Unneeded }
    } else {
        candidate(response, &fates, to, new)
    };
    let why = why(&fates, weighing, gone, outcome, &rebase, response.kind);
    let sure = matches!(outcome, Outcome::Carried | Outcome::Changed)
        && matches!(rebase, Rebase::Unneeded | Rebase::Exact { .. });
    let mut row = CarryRow {
        response: response.id.clone(),
        outcome,
        sure,
        relation,
        confidence: fates.iter().map(|f| f.confidence).fold(1.0, f32::min),
        style_only: fates.iter().all(|f| f.style_only || f.relation == Relation::Same)
            && relation != Relation::Same,
        why,
        from: response.targets.clone(),
        to,
        candidates,
        targets: fates,
        runs,
        rebase,
    };
    let decided = response.carried.as_ref().filter(|carried| carried.reason == new.0);
    let why = match decided.map(|carried| carried.relation.as_str()) {
        Some(STAYS) => Some(Why::Stays),
        Some(ASIDE) if response.status == ResponseStatus::Aside => Some(Why::KeptAside),
        _ => None,
    };
    if let Some(why) = why {
        // Worked out all the same, so that the decision can be taken back.
        row.outcome = Outcome::AlreadyThere;
        row.sure = false;
        row.why = why;
    }
    row
}

/// What is done with a response that answers only this paragraph.
pub(super) fn outcome_of(fate: &TargetFate) -> Outcome {
    match fate.relation {
        Relation::Gone => Outcome::Aside,
        Relation::Unsure => Outcome::Choose,
        _ if !fate.is_sure() => Outcome::Choose,
        Relation::Same => Outcome::Carried,
        Relation::Edited => Outcome::Changed,
        Relation::Moved | Relation::Split | Relation::Merged => Outcome::Proposed,
    }
}

fn settled(response: &Response, why: Why) -> CarryRow {
    CarryRow {
        response: response.id.clone(),
        outcome: Outcome::AlreadyThere,
        sure: false,
        relation: Relation::Same,
        confidence: 1.0,
        style_only: false,
        why,
        from: response.targets.clone(),
        to: response.targets.clone(),
        candidates: Vec::new(),
        targets: Vec::new(),
        runs: Vec::new(),
        rebase: Rebase::Unneeded,
    }
}

/// A target that is in the new draft already, beside others that are not.
fn stands(target: &Target) -> TargetFate {
    TargetFate {
        from: target.clone(),
        to: vec![target.clone()],
        relation: Relation::Same,
        confidence: 1.0,
        style_only: false,
        reason: Some(Reason::SameWords),
        way: Way::Direct,
    }
}

/// Returns the sets of paragraphs that can be chosen from: one candidate for each unsure
/// paragraph, beside everything that is sure.
fn choices(fates: &[TargetFate]) -> Vec<Vec<Target>> {
    let mut sets: Vec<Vec<Target>> = vec![Vec::new()];
    for fate in fates.iter().filter(|f| !f.to.is_empty()) {
        let options: Vec<Vec<Target>> = if fate.relation == Relation::Unsure {
            fate.to.iter().map(|target| vec![target.clone()]).collect()
        } else {
            vec![fate.to.clone()]
        };
        sets = sets
            .iter()
            .flat_map(|set| options.iter().map(|option| [set.as_slice(), option].concat()))
            .take(MOST_CANDIDATES)
            .collect();
    }
    sets.retain(|set| !set.is_empty());
    sets
}

/// Puts targets into the order of the draft, each once.
fn in_order(targets: Vec<Target>, draft: &Draft) -> Vec<Target> {
    let mut seen = BTreeSet::new();
    let mut out: Vec<(usize, Target)> = targets
        .into_iter()
        .filter(|target| seen.insert(target.block.clone()))
        .map(|target| {
            let at = draft.blocks.iter().position(|b| b.id == target.block);
            (at.unwrap_or(usize::MAX), target)
        })
        .collect();
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, target)| target).collect()
}

fn candidate(
    response: &Response,
    fates: &[TargetFate],
    to: Vec<Target>,
    new: (&str, &Draft),
) -> Candidate {
    let from: Vec<&Target> = fates.iter().map(|f| &f.from).collect();
    let (old, now) = (words(from.iter().copied()), words(&to));
    let runs = if to.is_empty() { Vec::new() } else { runs(&old, &now) };
    let rebase = on_top(response, &old, &to, &now, new);
    Candidate { to, runs, rebase }
}

/// Says what becomes of the proposal of a response when it answers these paragraphs.
pub(super) fn on_top(
    response: &Response,
    old: &str,
    to: &[Target],
    now: &str,
    new: (&str, &Draft),
) -> Rebase {
    let says = |words: &str| {
        new.1.blocks.iter().any(|b| b.text.split_whitespace().eq(words.split_whitespace()))
    };
    match response.kind {
        ResponseKind::Modify if to.is_empty() => Rebase::Unneeded,
        ResponseKind::Modify => rebase(old, &response.proposal, now),
        ResponseKind::Add if !response.proposal.trim().is_empty() && says(&response.proposal) => {
            Rebase::Adopted
        }
        ResponseKind::Delete if to.is_empty() => Rebase::Adopted,
        _ => Rebase::Unneeded,
    }
}

/// Returns the words of these paragraphs as responses and documents join them.
pub(super) fn words<'t>(targets: impl IntoIterator<Item = &'t Target>) -> String {
    targets.into_iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn runs(old: &str, new: &str) -> Vec<WordRun> {
    if old == new { Vec::new() } else { diff(old, new) }
}

fn why(
    fates: &[TargetFate],
    weighing: &TargetFate,
    gone: usize,
    outcome: Outcome,
    rebase: &Rebase,
    kind: ResponseKind,
) -> Why {
    if gone > 0 && gone < fates.len() {
        return Why::PartlyGone { gone: gone as u32, of: fates.len() as u32 };
    }
    match (rebase, outcome) {
        (Rebase::Adopted, _) if kind == ResponseKind::Delete => return Why::AlreadyOut,
        (Rebase::Adopted, _) => return Why::AlreadySaid,
        (Rebase::ThreeWay { conflicts, .. }, Outcome::Carried | Outcome::Changed) => {
            return Why::BothChanged { places: *conflicts };
        }
        _ => {}
    }
    match &weighing.reason {
        Some(reason) => Why::Paragraph { reason: reason.clone(), way: weighing.way.clone() },
        None => Why::DraftMissing,
    }
}

/// Makes targets of blocks of the new draft, in its order; unknown ids are left out.
pub(super) fn targets_of(blocks: &[String], new: (&str, &Draft)) -> Vec<Target> {
    let found = blocks.iter().filter_map(|id| new.1.block(id));
    in_order(found.map(|block| target_of(new.0, block)).collect(), new.1)
}
