//! One case a rule, written as drafts are written.

use rostrum_core::model::ResponseKind::{Add, Delete, General, Keep, Modify};
use rostrum_core::model::response::ResponseStatus;
use rostrum_core::revise::align::Relation;
use rostrum_core::revise::carry::{
    CarryAct, CarryDecision, DecisionRefused, Outcome, Why, apply, sure,
};
use rostrum_core::revise::rebase::Rebase;

use crate::scene::{Scene, labels};

const ZERO: &str = "\
A. Threats

21. States recalled that the reports of the first and the second cycle were adopted by consensus.

22. States expressed concern that acts against hospitals are increasing in number and scale.

23. States should consider voluntary measures to protect the health sector from disruption.

24. States noted that small organizations often lack the means to recover from disruptions.

B. Capacity

25. States are encouraged to fund the training of national response teams in all regions.
";

/// A paragraph was put in before 23, 23 has other words, 24 is gone.
const REV1: &str = "\
A. Threats

21. States recalled that the reports of the first and the second cycle were adopted by consensus.

22. States expressed concern that acts against hospitals are increasing in number and scale.

23. The Working Group took note of a proposal by the Chair for a thematic session on ransomware.

24. States should consider voluntary measures to protect the health sector from disruption, including by drills.

B. Capacity

25. States are encouraged to fund the training of national response teams in all regions.
";

#[test]
fn what_stands_as_it_stood_is_carried() {
    let scene = Scene::new(&[ZERO, REV1]).response(Keep, &["22"], "");
    let plan = scene.plan("d2");
    let row = &plan.responses[0];
    assert_eq!((row.outcome, row.relation, row.sure), (Outcome::Carried, Relation::Same, true));
    assert_eq!(labels(row), ["22"]);
    assert!(row.runs.is_empty(), "there is nothing to show");
    assert_eq!(plan.totals.sure, 1);
}

#[test]
fn what_was_edited_is_carried_and_marked_and_its_proposal_follows() {
    let mut scene = Scene::new(&[ZERO, REV1]).response(
        Modify,
        &["23"],
        "States shall consider binding measures to protect the health sector from disruption.",
    );
    let plan = scene.plan("d2");
    let row = &plan.responses[0];
    assert_eq!((row.outcome, row.relation), (Outcome::Changed, Relation::Edited));
    assert_eq!(labels(row), ["24"]);
    assert!(row.runs.iter().any(|run| run.change == "inserted" && run.text.contains("drills")));
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), &sure(&plan)).expect("sure");
    scene.take(decided);
    let response = &scene.statement.responses[0];
    assert_eq!(
        response.proposal,
        "States shall consider binding measures to protect the health sector from disruption, including by drills."
    );
    assert_eq!(response.targets[0].draft, "d2");
    assert_eq!(response.earlier[0].label, "23.", "where it stood before is kept");
    let carried = response.carried.as_ref().expect("marked until somebody has looked");
    assert_eq!(carried.relation, "edited");
    assert!(carried.proposal.ends_with("from disruption."), "the wording before is kept");
}

#[test]
fn what_both_sides_changed_waits_for_a_wording() {
    let scene = Scene::new(&[ZERO, REV1]).response(
        Modify,
        &["23"],
        "States should consider voluntary measures to protect the health sector from attacks.",
    );
    let plan = scene.plan("d2");
    let row = &plan.responses[0];
    assert!(matches!(row.rebase, Rebase::ThreeWay { conflicts: 1, .. }), "{:?}", row.rebase);
    assert_eq!(row.why, Why::BothChanged { places: 1 });
    assert!(!row.sure && row.waits());
    let accept = CarryDecision::accept(row);
    let refused = apply(&scene.statement, &plan, scene.draft("d2"), std::slice::from_ref(&accept));
    assert!(matches!(refused, Err(DecisionRefused::WordingNeeded { .. })));
    let said = CarryDecision { proposal: Some("Our words.".into()), seen: true, ..accept };
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), &[said]).expect("a wording");
    assert_eq!(decided[0].proposal, "Our words.");
    assert_eq!(decided[0].carried, None, "somebody has looked");
}

#[test]
fn what_is_gone_is_kept_aside_and_never_dropped() {
    let mut scene = Scene::new(&[ZERO, REV1]).response(Keep, &["24"], "");
    let plan = scene.plan("d2");
    let row = &plan.responses[0];
    assert_eq!((row.outcome, row.relation, row.sure), (Outcome::Aside, Relation::Gone, false));
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), &[CarryDecision::accept(row)]);
    scene.take(decided.expect("it can be set aside"));
    let response = &scene.statement.responses[0];
    assert_eq!(response.status, ResponseStatus::Aside);
    assert_eq!(response.targets[0].label, "24.", "it still says what it answered");
    let again = scene.plan("d2");
    assert_eq!(again.responses[0].why, Why::StillGone, "nothing is left to decide");
    assert_eq!(again.totals.waiting, 0);
}

#[test]
fn what_was_gone_and_is_back_is_proposed_again() {
    let mut scene = Scene::new(&[ZERO, REV1, ZERO]).response(Keep, &["24"], "");
    let plan = scene.plan("d2");
    let aside = [CarryDecision::accept(&plan.responses[0])];
    scene.take(apply(&scene.statement, &plan, scene.draft("d2"), &aside).expect("aside"));
    let plan = scene.plan("d3");
    let row = &plan.responses[0];
    assert_eq!((row.outcome, labels(row)), (Outcome::Proposed, vec!["24"]));
    let decided = apply(&scene.statement, &plan, scene.draft("d3"), &[CarryDecision::accept(row)]);
    assert_eq!(decided.expect("it is back")[0].status, ResponseStatus::Open);
}

#[test]
fn a_deletion_that_happened_says_so() {
    let scene = Scene::new(&[ZERO, REV1]).response(Delete, &["24"], "");
    let plan = scene.plan("d2");
    assert_eq!(plan.responses[0].why, Why::AlreadyOut);
}

#[test]
fn an_added_paragraph_that_is_in_the_new_text_says_so() {
    let wanted = "The Working Group took note of a proposal by the Chair for a thematic session on ransomware.";
    let scene = Scene::new(&[ZERO, REV1]).response(Add, &["22"], wanted);
    let plan = scene.plan("d2");
    assert_eq!(plan.responses[0].why, Why::AlreadySaid);
    assert!(plan.responses[0].waits(), "a person says what becomes of it");
}

#[test]
fn a_proposal_that_the_new_text_took_up_says_so() {
    let scene = Scene::new(&[ZERO, REV1]).response(
        Modify,
        &["23"],
        "States should consider voluntary measures to protect the health sector from disruption, including by drills.",
    );
    let plan = scene.plan("d2");
    assert_eq!(plan.responses[0].rebase, Rebase::Adopted);
    let keep =
        CarryDecision { kind: Some(Keep), seen: true, ..CarryDecision::accept(&plan.responses[0]) };
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), &[keep]).expect("turned");
    assert_eq!((decided[0].kind, decided[0].proposal.as_str()), (Keep, ""));
}

#[test]
fn of_several_paragraphs_none_is_lost() {
    let scene = Scene::new(&[ZERO, REV1]).response(General, &["22", "24", "25"], "");
    let plan = scene.plan("d2");
    let row = &plan.responses[0];
    assert_eq!(row.outcome, Outcome::Proposed);
    assert_eq!(row.why, Why::PartlyGone { gone: 1, of: 3 });
    assert_eq!(labels(row), ["22", "25"]);
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), &[CarryDecision::accept(row)]);
    let earlier: Vec<String> =
        decided.expect("proposed")[0].earlier.iter().map(|t| t.label.clone()).collect();
    assert_eq!(earlier, ["22.", "24.", "25."]);
}

#[test]
fn the_whole_text_and_headings_are_answered_too() {
    let mut scene = Scene::new(&[ZERO, REV1]).response(General, &[], "");
    let heading = scene.drafts[0].1.blocks.iter().find(|b| b.text.ends_with("Capacity"));
    let heading = heading.expect("a heading").clone();
    let target = rostrum_core::model::response::Target {
        draft: "d1".into(),
        block: heading.id,
        label: heading.label.unwrap_or_default(),
        text: heading.text,
    };
    scene.statement.responses.push(rostrum_core::model::Response {
        id: "r2".into(),
        targets: vec![target],
        ..rostrum_core::model::Response::default()
    });
    let plan = scene.plan("d2");
    assert_eq!(plan.responses[0].why, Why::WholeText);
    assert_eq!(plan.responses[1].outcome, Outcome::Carried);
    assert!(plan.responses[1].to[0].text.ends_with("Capacity"));
}

#[test]
fn a_response_may_stay_on_the_old_text() {
    let mut scene = Scene::new(&[ZERO, REV1]).response(Keep, &["22"], "");
    let plan = scene.plan("d2");
    let stay = CarryDecision { act: CarryAct::Stay, ..CarryDecision::accept(&plan.responses[0]) };
    scene.take(apply(&scene.statement, &plan, scene.draft("d2"), &[stay]).expect("it stays"));
    assert_eq!(scene.statement.responses[0].targets[0].draft, "d1");
    let plan = scene.plan("d2");
    assert_eq!(plan.responses[0].why, Why::Stays);
    assert_eq!(plan.totals.waiting + plan.totals.sure, 0);
    let accept = [CarryDecision::accept(&plan.responses[0])];
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), &accept);
    assert_eq!(decided.expect("a mind may be changed")[0].targets[0].draft, "d2");
}

#[test]
fn a_paragraph_may_be_chosen_by_hand() {
    let scene = Scene::new(&[ZERO, REV1]).response(Keep, &["24"], "");
    let plan = scene.plan("d2");
    let to = scene.draft("d2").labelled("25").expect("a paragraph").id.clone();
    let place = CarryDecision {
        act: CarryAct::Place { blocks: vec![to.clone()] },
        ..CarryDecision::accept(&plan.responses[0])
    };
    let decided = apply(&scene.statement, &plan, scene.draft("d2"), std::slice::from_ref(&place));
    assert_eq!(decided.expect("by hand")[0].targets[0].block, to);
    let nowhere = CarryDecision { act: CarryAct::Place { blocks: vec!["b999".into()] }, ..place };
    let refused = apply(&scene.statement, &plan, scene.draft("d2"), &[nowhere]);
    assert!(matches!(refused, Err(DecisionRefused::NoParagraph { .. })));
}

#[test]
fn a_paragraph_of_an_older_draft_is_followed_through_those_between() {
    // From the first to the last hardly a word stayed; each step is small.
    let texts = [
        "1. Opening words of the report of the group.\n\n2. States should consider voluntary measures to protect the health sector from disruption.\n\n3. Closing words of the report of the group.\n",
        "1. Opening words of the report of the group.\n\n2. States should consider voluntary and cooperative measures to shield the health sector from malicious disruption.\n\n3. Closing words of the report of the group.\n",
        "1. Opening words of the report of the group.\n\n2. Governments may adopt voluntary and cooperative measures that shield hospitals from malicious disruption.\n\n3. Closing words of the report of the group.\n",
    ];
    let scene = Scene::new(&texts).response(Keep, &["2"], "");
    let row = &scene.plan("d3").responses[0];
    let reached = row.to.iter().chain(row.candidates.iter().flat_map(|c| &c.to));
    assert_eq!(reached.map(|t| t.label.as_str()).next(), Some("2."), "{row:?}");
}

#[test]
fn a_draft_that_is_not_there_is_said() {
    let mut scene = Scene::new(&[ZERO, REV1]).response(Keep, &["22"], "");
    scene.statement.responses[0].targets[0].draft = "elsewhere".into();
    let row = &scene.plan("d2").responses[0];
    assert_eq!((row.outcome, &row.why), (Outcome::Choose, &Why::DraftMissing));
}
