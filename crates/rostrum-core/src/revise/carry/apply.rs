//! Makes the responses that a person decided on.

use serde::{Deserialize, Serialize};

use super::plan::{CarryPlan, CarryRow, Outcome, Why};
use super::rows::{ASIDE, STAYS, on_top, targets_of, words};
use crate::model::response::{Carried, ResponseStatus, Target};
use crate::model::{Draft, Response, ResponseKind, Statement};
use crate::revise::align::Relation;
use crate::revise::rebase::Rebase;

/// What a person decided about one response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CarryDecision {
    /// Id of the response.
    pub response: String,
    /// What is to be done with it.
    pub act: CarryAct,
    /// Its wording from now on; needed where both sides changed the same words.
    pub proposal: Option<String>,
    /// What it asks for from now on, such as `keep` once the text says what was proposed.
    pub kind: Option<ResponseKind>,
    /// Whether a person has looked at it; what was carried with others stays marked.
    pub seen: bool,
}

/// What is to be done with a response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CarryAct {
    /// Carry it to where the plan proposes.
    Accept,
    /// Carry it to one of the candidates, counted from 0.
    Choose {
        /// Which one.
        candidate: u32,
    },
    /// Carry it to these blocks of the new draft.
    Place {
        /// Ids of the blocks.
        blocks: Vec<String>,
    },
    /// Keep it, but not as part of the submission.
    Aside,
    /// Leave it on the earlier text.
    Stay,
}

/// Why a decision was not carried out; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecisionRefused {
    /// The statement has no such response.
    #[error(
        "carry response \"{response}\": the statement has no such response; make the plan again"
    )]
    Unknown {
        /// Its id.
        response: String,
    },
    /// There is nothing to decide about it.
    #[error("carry response \"{response}\": it stands in that draft already; make the plan again")]
    Settled {
        /// Its id.
        response: String,
    },
    /// It could be one of several paragraphs, and none was chosen.
    #[error(
        "carry response \"{response}\": it could be one of {candidates} paragraphs; choose one"
    )]
    ChoiceNeeded {
        /// Its id.
        response: String,
        /// How many candidates there are.
        candidates: u32,
    },
    /// Both sides changed the same words, and no wording was given.
    #[error(
        "carry response \"{response}\": the new text changed the same words; say how the proposal reads now"
    )]
    WordingNeeded {
        /// Its id.
        response: String,
    },
    /// No block was named that the new draft has.
    #[error("carry response \"{response}\": the new draft has no such paragraph; choose another")]
    NoParagraph {
        /// Its id.
        response: String,
    },
}

/// Returns a decision for every response that can be carried together with others.
pub fn sure(plan: &CarryPlan) -> Vec<CarryDecision> {
    plan.responses.iter().filter(|row| row.sure).map(CarryDecision::accept).collect()
}

impl CarryDecision {
    /// Accepts what the plan proposes, unseen.
    pub fn accept(row: &CarryRow) -> Self {
        Self {
            response: row.response.clone(),
            act: CarryAct::Accept,
            proposal: None,
            kind: None,
            seen: false,
        }
    }
}

/// Returns the responses that these decisions change, as they are to be saved.
///
/// `new` is the draft of the plan. A response keeps its id, its words and everything a plan
/// does not speak of; the paragraphs it answered before are kept with it.
pub fn apply(
    statement: &Statement,
    plan: &CarryPlan,
    new: &Draft,
    decisions: &[CarryDecision],
) -> Result<Vec<Response>, DecisionRefused> {
    decisions.iter().map(|decision| decided(statement, plan, new, decision)).collect()
}

fn decided(
    statement: &Statement,
    plan: &CarryPlan,
    new: &Draft,
    decision: &CarryDecision,
) -> Result<Response, DecisionRefused> {
    let id = &decision.response;
    let unknown = || DecisionRefused::Unknown { response: id.clone() };
    let response = statement.responses.iter().find(|r| r.id == *id).ok_or_else(unknown)?;
    let row = plan.row(id).ok_or_else(unknown)?;
    let by_hand = matches!(decision.act, CarryAct::Place { .. });
    // What is kept aside because its paragraph is gone may still be placed by hand.
    if matches!(row.why, Why::WholeText | Why::InThisDraft) || row.why == Why::StillGone && !by_hand
    {
        return Err(DecisionRefused::Settled { response: id.clone() });
    }
    let draft = (plan.draft.as_str(), new);
    let (to, rebase) = match &decision.act {
        CarryAct::Stay => return Ok(stayed(response, &plan.draft)),
        CarryAct::Aside => return Ok(set_aside(response, row, &plan.draft)),
        CarryAct::Accept if row.outcome == Outcome::Aside => {
            return Ok(set_aside(response, row, &plan.draft));
        }
        CarryAct::Accept if row.candidates.len() == 1 => {
            (row.candidates[0].to.clone(), row.candidates[0].rebase.clone())
        }
        CarryAct::Accept if row.candidates.is_empty() && !row.to.is_empty() => {
            (row.to.clone(), row.rebase.clone())
        }
        CarryAct::Accept => {
            let candidates = row.candidates.len() as u32;
            return Err(DecisionRefused::ChoiceNeeded { response: id.clone(), candidates });
        }
        CarryAct::Choose { candidate } => {
            let chosen = row.candidates.get(*candidate as usize).ok_or_else(|| {
                let candidates = row.candidates.len() as u32;
                DecisionRefused::ChoiceNeeded { response: id.clone(), candidates }
            })?;
            (chosen.to.clone(), chosen.rebase.clone())
        }
        CarryAct::Place { blocks } => {
            let to = targets_of(blocks, draft);
            if to.is_empty() {
                return Err(DecisionRefused::NoParagraph { response: id.clone() });
            }
            let rebase = on_top(response, &words(&response.targets), &to, &words(&to), draft);
            (to, rebase)
        }
    };
    let kind = decision.kind.unwrap_or(response.kind);
    let proposal = match (&decision.proposal, &rebase) {
        (Some(given), _) => given.clone(),
        (None, _) if kind != response.kind && !kind.asks_for_wording() => String::new(),
        (None, Rebase::Unneeded) => response.proposal.clone(),
        (None, Rebase::Exact { text }) => text.clone(),
        (None, Rebase::Adopted) if kind == ResponseKind::Modify => words(&to),
        (None, Rebase::Adopted) => response.proposal.clone(),
        (None, Rebase::ThreeWay { .. }) => {
            return Err(DecisionRefused::WordingNeeded { response: id.clone() });
        }
    };
    // What stands as it stood needs nobody's eyes.
    let unseen = !decision.seen && row.outcome != Outcome::Carried;
    let status = match response.status {
        ResponseStatus::Aside if by_hand || is_gone(response) => ResponseStatus::Open,
        status => status,
    };
    Ok(Response {
        kind,
        proposal,
        status,
        earlier: with_earlier(response, &plan.draft),
        carried: unseen.then(|| carried(response, row)),
        targets: to,
        ..response.clone()
    })
}

fn is_gone(response: &Response) -> bool {
    response.carried.as_ref().is_some_and(|c| c.relation == Relation::Gone.word())
}

fn stayed(response: &Response, draft: &str) -> Response {
    let carried = Carried {
        relation: STAYS.into(),
        reason: draft.into(),
        proposal: response.proposal.clone(),
    };
    Response { carried: Some(carried), ..response.clone() }
}

fn set_aside(response: &Response, row: &CarryRow, draft: &str) -> Response {
    let carried = if row.outcome == Outcome::Aside {
        carried(response, row)
    } else {
        Carried {
            relation: ASIDE.into(),
            reason: draft.into(),
            proposal: response.proposal.clone(),
        }
    };
    Response { status: ResponseStatus::Aside, carried: Some(carried), ..response.clone() }
}

fn carried(response: &Response, row: &CarryRow) -> Carried {
    let code = match &row.why {
        Why::Paragraph { reason, .. } => code(reason),
        why => code(why),
    };
    Carried {
        relation: row.relation.word().into(),
        reason: code,
        proposal: response.proposal.clone(),
    }
}

/// Returns the `code` under which a reason is written as data.
fn code(reason: &impl Serialize) -> String {
    let value = serde_json::to_value(reason).unwrap_or_default();
    value.get("code").and_then(|code| code.as_str()).unwrap_or_default().to_owned()
}

fn with_earlier(response: &Response, draft: &str) -> Vec<Target> {
    let mut earlier = response.earlier.clone();
    for target in response.targets.iter().filter(|target| target.draft != draft) {
        if !earlier.contains(target) {
            earlier.push(target.clone());
        }
    }
    earlier
}
