//! Where a block stands, told by its neighbours, heading and label.

use super::reading::Reading;

/// Number of linked neighbours that are asked on each side.
const NEIGHBOURS: usize = 3;

/// The links found so far, seen from both sides.
#[derive(Debug, Clone)]
pub(super) struct Links {
    pub(super) to: Vec<Option<usize>>,
    pub(super) from: Vec<Option<usize>>,
}

impl Links {
    pub(super) fn none(old: usize, new: usize) -> Self {
        Self { to: vec![None; old], from: vec![None; new] }
    }

    pub(super) fn link(&mut self, old: usize, new: usize) {
        self.to[old] = Some(new);
        self.from[new] = Some(old);
    }
}

/// Tells how well a pair fits its place, from 0 to 1, given the links around it.
pub(super) fn fit(reading: &Reading, links: &Links, old: usize, new: usize) -> f32 {
    0.5 * neighbours(links, old, new)
        + 0.3 * heading(reading, links, old, new)
        + 0.2 * label(reading, old, new)
}

/// Asks the nearest linked blocks on both sides whether their counterparts stand beside `new`.
fn neighbours(links: &Links, old: usize, new: usize) -> f32 {
    let before = (0..old).rev().filter_map(|at| links.to[at].map(|to| (at, to)));
    let after = (old + 1..links.to.len()).filter_map(|at| links.to[at].map(|to| (at, to)));
    let mut sum = 0.0;
    let mut asked = 0.0;
    for (rank, (at, to)) in
        before.take(NEIGHBOURS).enumerate().chain(after.take(NEIGHBOURS).enumerate())
    {
        let trust = 1.0 / (rank as f32 + 1.5) / (1.0 + (old.abs_diff(at) as f32) / 12.0);
        asked += trust;
        let right_side = (at < old) == (to < new) && to != new;
        let drift = (new.abs_diff(to)).abs_diff(old.abs_diff(at)) as f32;
        if right_side {
            sum += trust / (1.0 + drift / 5.0);
        } else {
            sum += 0.4 * trust / (1.0 + (drift + 2.0 * new.abs_diff(to) as f32) / 5.0);
        }
    }
    if asked == 0.0 { 0.5 } else { sum / asked }
}

/// Tells whether a linked neighbour right before or after went along.
pub(super) fn stays_with_neighbours(links: &Links, old: usize, new: usize) -> bool {
    let beside = |at: Option<usize>, wanted: Option<usize>| {
        at.and_then(|at| links.to.get(at).copied().flatten()).is_some_and(|to| Some(to) == wanted)
    };
    beside(old.checked_sub(1), new.checked_sub(1)) || beside(Some(old + 1), Some(new + 1))
}

/// Tells whether both stand under headings that are each other's counterpart.
pub(super) fn same_heading(reading: &Reading, links: &Links, old: usize, new: usize) -> bool {
    match (reading.old[old].heading, reading.new[new].heading) {
        (Some(a), Some(b)) => links.to[a] == Some(b),
        _ => false,
    }
}

/// Rates how well the headings go together under which both stand.
fn heading(reading: &Reading, links: &Links, old: usize, new: usize) -> f32 {
    match (reading.old[old].heading, reading.new[new].heading) {
        (None, None) => 0.7,
        (Some(a), Some(b)) if links.to[a] == Some(b) => 1.0,
        (Some(a), Some(b)) if reading.old[a].print == reading.new[b].print => 0.6,
        (Some(a), _) if links.to[a].is_some() => 0.0,
        (_, Some(b)) if links.from[b].is_some() => 0.0,
        _ => 0.3,
    }
}

fn label(reading: &Reading, old: usize, new: usize) -> f32 {
    let (a, b) = (&reading.old[old].label, &reading.new[new].label);
    match (a.is_empty(), b.is_empty()) {
        (true, true) => 0.5,
        (false, false) if a == b => 1.0,
        (false, false) => 0.2,
        _ => 0.3,
    }
}
