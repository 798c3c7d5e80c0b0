//! What of our proposals stands in a later text.
//!
//! Says which words stand where, never why: "the final text contains these words". A word
//! counts as taken up only when it was asked for, carries meaning, and did not already
//! stand in the paragraph before. Where a look-alike could be meant the answer is
//! [`UptakeStatus::Unsure`]: a wrong "adopted" is worse than an open question. Whether an
//! *idea* was taken up in other words is for a person to say
//! ([`crate::model::response::TakenUp`]) and is never computed.

mod ask;
mod evidence;
mod judge;
mod outcome;
mod pair;
mod reason;
pub mod report;
mod search;
mod tokens;

use std::collections::BTreeMap;

use ask::{Ask, ask};
pub use outcome::{
    Evidence, EvidenceMark, EvidenceRun, ProposalUptake, Uptake, UptakeStatus, WithoutWording,
};
use pair::Pair;
pub use reason::{NoWording, UptakeReason};

use crate::model::{Draft, Statement};

/// Tells for every response what of its wording stands in the later text.
///
/// `drafts` are the drafts of the statement by id, oldest first; `later` is the text to look
/// into, one of them or not. A response is read against the newest paragraphs it answered
/// that are not of the later text itself. Responses keep the order of the statement.
pub fn uptake(statement: &Statement, drafts: &[(String, Draft)], later: (&str, &Draft)) -> Uptake {
    let mut pairs: BTreeMap<&str, Pair<'_>> = BTreeMap::new();
    let mut out = Uptake { draft: later.0.to_owned(), ..Uptake::default() };
    for response in &statement.responses {
        let asked = match ask(response, drafts, later.0) {
            Ok(asked) => asked,
            Err(reason) => {
                out.without_wording.push(WithoutWording { response: response.id.clone(), reason });
                continue;
            }
        };
        let proposal = match asked.draft {
            Some((id, old)) => {
                let pair = pairs.entry(id).or_insert_with(|| Pair::new(old, later.1));
                judged(&asked, pair)
            }
            None => judged(&asked, &Pair::new(&asked.remembered(), later.1)),
        };
        *out.totals.entry(proposal.status).or_default() += 1;
        out.proposals.push(proposal);
    }
    out
}

fn judged(asked: &Ask<'_>, pair: &Pair<'_>) -> ProposalUptake {
    let verdict = judge::judge(asked, pair);
    let mut proposal = ProposalUptake {
        response: asked.response.id.clone(),
        kind: asked.response.kind,
        paragraphs: asked.labels(),
        old_text: asked.old_text.clone(),
        asked: asked.runs(),
        status: verdict.status,
        share: verdict.share.map(|share| (share * 1000.0).round() / 1000.0),
        reason: verdict.reason,
        explanation: String::new(),
        evidence: verdict.evidence,
    };
    proposal.explanation = proposal.reason.words();
    proposal
}
