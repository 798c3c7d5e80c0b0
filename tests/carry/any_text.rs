//! What holds for any drafts and any responses.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rostrum_core::model::response::Target;
use rostrum_core::model::{Block, Draft, Response, ResponseKind, Statement};
use rostrum_core::revise::carry::{
    Alignments, CarryAct, CarryDecision, CarryPlan, Outcome, apply, carry, sure,
};

const WORDS: &[&str] = &[
    "States",
    "should",
    "may",
    "consider",
    "measures",
    "networks",
    "protect",
    "hospitals",
    "report",
    "concern",
    "norms",
    "training",
    "regions",
    "law",
    "children",
    "data",
    "trust",
    "teams",
];

fn draft() -> impl Strategy<Value = Draft> {
    let paragraph = prop::sample::subsequence(WORDS, 4..14);
    prop::collection::vec(paragraph, 1..8).prop_map(|paragraphs| Draft {
        blocks: paragraphs
            .iter()
            .enumerate()
            .map(|(n, words)| Block {
                id: format!("b{n}"),
                label: Some(format!("{}.", n + 1)),
                text: words.join(" "),
                confidence: 1.0,
                ..Block::default()
            })
            .collect(),
        ..Draft::default()
    })
}

fn drafts(number: usize) -> impl Strategy<Value = Vec<(String, Draft)>> {
    prop::collection::vec(draft(), number).prop_map(|drafts| {
        drafts.into_iter().enumerate().map(|(n, draft)| (format!("d{n}"), draft)).collect()
    })
}

/// Responses by kind, place of their draft, places of their paragraphs, and proposal.
fn responses() -> impl Strategy<Value = Vec<(usize, usize, Vec<usize>, String)>> {
    let words = prop::collection::vec(prop::sample::select(WORDS), 0..8);
    let one = (0..7_usize, 0..2_usize, prop::collection::vec(0..8_usize, 0..4), words);
    let one = one.prop_map(|(kind, draft, at, words)| (kind, draft, at, words.join(" ")));
    prop::collection::vec(one, 1..10)
}

fn statement(
    drafts: &[(String, Draft)],
    responses: &[(usize, usize, Vec<usize>, String)],
) -> Statement {
    let one = |(n, (kind, draft, at, proposal)): (usize, &(usize, usize, Vec<usize>, String))| {
        let (id, draft) = &drafts[draft % drafts.len()];
        let blocks: BTreeSet<usize> = at.iter().map(|at| at % draft.blocks.len()).collect();
        let target = |at: usize| Target {
            draft: id.clone(),
            block: draft.blocks[at].id.clone(),
            label: draft.blocks[at].label.clone().unwrap_or_default(),
            text: draft.blocks[at].text.clone(),
        };
        Response {
            id: format!("r{n}"),
            kind: ResponseKind::ALL[*kind],
            targets: blocks.into_iter().map(target).collect(),
            proposal: proposal.clone(),
            ..Response::default()
        }
    };
    Statement { responses: responses.iter().enumerate().map(one).collect(), ..Statement::default() }
}

fn plan(statement: &Statement, drafts: &[(String, Draft)], new: &str) -> CarryPlan {
    carry(statement, drafts, new, &Alignments::needed(statement, drafts, new))
}

/// Decides everything: what is proposed is accepted, the first of several is chosen.
fn everything(plan: &CarryPlan) -> Vec<CarryDecision> {
    let decided = plan.responses.iter().filter(|row| row.outcome != Outcome::AlreadyThere);
    let decision = |row: &rostrum_core::revise::carry::CarryRow| {
        let act = match row.outcome {
            Outcome::Choose if row.candidates.is_empty() => CarryAct::Aside,
            Outcome::Choose => CarryAct::Choose { candidate: 0 },
            _ => CarryAct::Accept,
        };
        let proposal = Some("Words.".to_owned());
        CarryDecision { act, proposal, seen: true, ..CarryDecision::accept(row) }
    };
    decided.map(decision).collect()
}

fn take(statement: &mut Statement, decided: Vec<Response>) {
    for response in decided {
        let place = statement.responses.iter_mut().find(|r| r.id == response.id);
        *place.expect("a response of the statement") = response;
    }
}

proptest! {
    #[test]
    fn no_response_and_no_paragraph_is_ever_lost(
        drafts in drafts(3), responses in responses(),
    ) {
        let before = statement(&drafts, &responses);
        let plan = plan(&before, &drafts, "d2");
        let ids = |s: &Statement| s.responses.iter().map(|r| r.id.clone()).collect::<Vec<_>>();
        let rows: Vec<String> = plan.responses.iter().map(|row| row.response.clone()).collect();
        prop_assert_eq!(rows, ids(&before));
        let mut after = before.clone();
        let new = &drafts[2].1;
        take(&mut after, apply(&before, &plan, new, &everything(&plan)).expect("all decided"));
        prop_assert_eq!(ids(&after), ids(&before));
        for (was, is) in before.responses.iter().zip(&after.responses) {
            prop_assert_eq!(&was.rationale, &is.rationale);
            for target in &was.targets {
                prop_assert!(is.targets.contains(target) || is.earlier.contains(target));
            }
        }
    }

    #[test]
    fn carrying_twice_changes_nothing(drafts in drafts(3), responses in responses()) {
        let mut now = statement(&drafts, &responses);
        let first = plan(&now, &drafts, "d2");
        let decided = apply(&now, &first, &drafts[2].1, &everything(&first)).expect("all decided");
        take(&mut now, decided);
        let second = plan(&now, &drafts, "d2");
        prop_assert_eq!(second.totals.sure + second.totals.waiting, 0, "{:?}", second);
        prop_assert!(sure(&second).is_empty());
    }

    #[test]
    fn between_two_equal_drafts_nothing_is_to_be_decided(
        draft in draft(), responses in responses(),
    ) {
        let texts: BTreeSet<&str> = draft.blocks.iter().map(|b| b.text.as_str()).collect();
        prop_assume!(texts.len() == draft.blocks.len());
        let drafts = vec![("d0".to_owned(), draft.clone()), ("d1".to_owned(), draft)];
        let mut now = statement(&drafts[..1], &responses);
        let plan = plan(&now, &drafts, "d1");
        // An addition whose words the draft has already is told, not decided in silence.
        let adds = |id: &str| now.responses.iter().any(|r| r.id == id && r.kind == ResponseKind::Add);
        for row in &plan.responses {
            prop_assert!(!row.waits() || adds(&row.response), "{:?}", row);
        }
        let decided = apply(&now, &plan, &drafts[1].1, &sure(&plan)).expect("all are sure");
        take(&mut now, decided);
        for response in &now.responses {
            for (at, target) in response.targets.iter().enumerate() {
                let was = response.earlier.get(at).unwrap_or(target);
                prop_assert_eq!(&target.block, &was.block);
            }
        }
    }
}
