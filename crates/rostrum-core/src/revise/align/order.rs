//! Tells which blocks left their place.

use super::place::{Links, stays_with_neighbours};
use super::reading::{Class, Reading};

/// Tells for every old block whether its counterpart stands elsewhere.
///
/// The heaviest run of links that ascends on both sides stayed where it was; what is
/// outside it moved. So does what changed to a section that is the counterpart of another
/// one, unless its neighbours went with it.
pub(super) fn moved(reading: &Reading, links: &Links) -> Vec<bool> {
    let linked: Vec<(usize, usize)> =
        links.to.iter().enumerate().filter_map(|(i, to)| to.map(|j| (i, j))).collect();
    let mut moved = vec![true; links.to.len()];
    for at in heaviest_run(reading, &linked) {
        moved[linked[at].0] = false;
    }
    for (i, j) in linked {
        let section = reading.old[i].heading.zip(reading.new[j].heading);
        let changed = section.is_some_and(|(a, b)| {
            links.to[a].is_some_and(|to| to != b) && links.from[b].is_some_and(|from| from != a)
        });
        if changed && reading.old[i].class == Class::Body && !stays_with_neighbours(links, i, j) {
            moved[i] = true;
        }
    }
    moved
}

/// Finds the run by a tree of the heaviest runs that end at each place, in n log n.
fn heaviest_run(reading: &Reading, linked: &[(usize, usize)]) -> Vec<usize> {
    let places = linked.iter().map(|(_, j)| j + 1).max().unwrap_or_default();
    // Fenwick tree over places of the new draft: heaviest run that ends before a place.
    let mut tree: Vec<Option<(f32, usize)>> = vec![None; places + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(linked.len());
    let mut last: Option<(f32, usize)> = None;
    for (at, (i, j)) in linked.iter().enumerate() {
        let mut best: Option<(f32, usize)> = None;
        let mut place = *j;
        while place > 0 {
            best = heavier(best, tree[place]);
            place &= place - 1;
        }
        let weight = reading.old[*i].weight.sqrt().max(1.0) + best.map_or(0.0, |(w, _)| w);
        before.push(best.map(|(_, run)| run));
        let mut place = j + 1;
        while place < tree.len() {
            tree[place] = heavier(tree[place], Some((weight, at)));
            place += place & place.wrapping_neg();
        }
        last = heavier(last, Some((weight, at)));
    }
    let mut run = Vec::new();
    let mut at = last.map(|(_, at)| at);
    while let Some(here) = at {
        run.push(here);
        at = before[here];
    }
    run
}

fn heavier(a: Option<(f32, usize)>, b: Option<(f32, usize)>) -> Option<(f32, usize)> {
    match (a, b) {
        (Some(x), Some(y)) => Some(if y.0 > x.0 { y } else { x }),
        (x, y) => x.or(y),
    }
}
