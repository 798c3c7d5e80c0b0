//! What the later text says to one request; one file a kind of request.

mod add;
mod delete;
mod elsewhere;
mod keep;
mod modify;
mod place;

use super::ask::Ask;
use super::outcome::{Evidence, UptakeStatus};
use super::pair::Pair;
use super::reason::UptakeReason;
use crate::model::ResponseKind;

/// What the later text says to one request.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub(super) status: UptakeStatus,
    pub(super) share: Option<f32>,
    pub(super) reason: UptakeReason,
    pub(super) evidence: Vec<Evidence>,
}

/// More candidates than these help nobody.
const MOST_CANDIDATES: usize = 5;

/// Tells what the later text says to a request.
pub(super) fn judge(ask: &Ask<'_>, pair: &Pair<'_>) -> Verdict {
    let own: Vec<usize> =
        ask.targets.iter().filter_map(|target| pair.old_place(&target.block)).collect();
    match ask.response.kind {
        ResponseKind::Modify => modify::judge(ask, pair, &own),
        ResponseKind::Add => add::judge(ask, pair, &own),
        ResponseKind::Delete => together(&own, |at| delete::judge(pair, at)),
        ResponseKind::Move => place::judge(ask, pair, &own),
        // Remarks and questions never come here; keeping is the harmless reading of them.
        ResponseKind::Keep | ResponseKind::General | ResponseKind::Question => {
            together(&own, |at| keep::judge(pair, at))
        }
    }
}

/// Judges each paragraph by itself and brings the verdicts together.
fn together(own: &[usize], judge: impl Fn(usize) -> Verdict) -> Verdict {
    let each: Vec<Verdict> = own.iter().map(|at| judge(*at)).collect();
    let all = |status| each.iter().all(|verdict| verdict.status == status);
    let as_asked = each.iter().filter(|v| v.status == UptakeStatus::Adopted).count();
    let status = if each.iter().any(|v| v.status == UptakeStatus::Unsure) {
        UptakeStatus::Unsure
    } else if all(UptakeStatus::Adopted) {
        UptakeStatus::Adopted
    } else if all(UptakeStatus::Opposite) {
        UptakeStatus::Opposite
    } else {
        UptakeStatus::Partly
    };
    let shares: Vec<f32> = each.iter().filter_map(|verdict| verdict.share).collect();
    let share = (!shares.is_empty()).then(|| shares.iter().sum::<f32>() / shares.len() as f32);
    let same = each.windows(2).all(|two| two[0].reason == two[1].reason);
    let reason = match each.first() {
        Some(first) if same => first.reason.clone(),
        _ => UptakeReason::Mixed { as_asked: as_asked as u32, paragraphs: each.len() as u32 },
    };
    Verdict { status, share, reason, evidence: each.into_iter().flat_map(|v| v.evidence).collect() }
}

fn share(part: usize, whole: usize) -> Option<f32> {
    (whole > 0).then(|| part as f32 / whole as f32)
}

fn per_cent(part: usize, whole: usize) -> u8 {
    (part * 100 / whole.max(1)).min(100) as u8
}
