//! Deadlines in three zones and the plan back from one of them, kept in the statement.

use rostrum_core::deadlines::DeadlineState;
use rostrum_core::deadlines::plan::{PlanStep, StepState};
use rostrum_core::model::Signatory;
use rostrum_kit::Code;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    DeadlinesRequest, FileRequest, MergeRequest, PlanEntry, PlanRequest, PlanSetRequest, PlanView,
    ShareRequest, SignatoryRequest,
};

use crate::machine::{CALL, Machine, statement};

const NOW: &str = "2026-11-10T09:00:00Z";

fn shown(desk: &Desk, file: &str) -> PlanView {
    desk.plan_show(PlanRequest { file: file.into(), zone: "Africa/Nairobi".into() })
        .expect("a plan")
}

fn set(desk: &Desk, file: &str, entries: &[(&str, &str)], fit: bool) -> PlanView {
    let entries = entries
        .iter()
        .map(|(name, value)| PlanEntry { name: (*name).into(), value: (*value).into() })
        .collect();
    desk.plan_set(PlanSetRequest { file: file.into(), zone: String::new(), entries, fit })
        .expect("the plan is set")
}

fn step(view: &PlanView, id: &str) -> PlanStep {
    let steps = view.plan.iter().flat_map(|plan| &plan.steps);
    steps.into_iter().find(|step| step.id == id).cloned().expect("a step")
}

#[test]
fn a_statement_shows_its_dates_on_three_clocks_with_what_is_assumed() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    statement(&desk, &file, &machine.call(CALL), "");
    let view = shown(&desk, &file);
    let first = &view.deadlines[0];
    assert_eq!(first.there, "Friday, 4 December 2026, 17:00 (New York)");
    assert_eq!(first.here, "Saturday, 5 December 2026, 01:00 (Nairobi)");
    assert_eq!(first.utc, "Friday, 4 December 2026, 22:00 UTC");
    assert!(first.assumed.as_deref().is_some_and(|why| why.contains("17:00")));
    assert_eq!(first.earlier[0].there, "Friday, 27 November 2026, 17:00 (New York)");
    assert_eq!(step(&view, "freeze").day, "2026-11-25");
}

#[test]
fn a_second_signatory_moves_the_plan_to_the_date_of_joint_statements() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    let single = statement(&desk, &file, &machine.call(CALL), "");
    assert_eq!(single.count.limit, Some(500));
    for name in ["Harbour Watch", "Port Union"] {
        desk.signatory_save(SignatoryRequest {
            file: file.clone(),
            signatory: Signatory { organisation: name.into(), ..Signatory::default() },
            contact: String::new(),
        })
        .expect("a signatory");
    }
    let view = shown(&desk, &file);
    assert_eq!(view.plan.as_ref().map(|plan| plan.day.as_str()), Some("2026-12-11"));
    let joint = desk.workspace(FileRequest { file: file.clone() }).expect("the statement");
    assert_eq!(joint.count.limit, Some(1000), "a joint statement may be twice as long");
    let back = set(&desk, &file, &[("towards", "statement")], false);
    assert_eq!(back.plan.as_ref().map(|plan| plan.day.as_str()), Some("2026-12-04"));
}

#[test]
fn steps_are_moved_as_one_act_that_undo_takes_back() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    statement(&desk, &file, &machine.call(CALL), "");
    let entries =
        [("freeze", "5"), ("own-1", "6"), ("own-1.name", "Ask the adviser"), ("render", "off")];
    let view = set(&desk, &file, &entries, false);
    assert_eq!(step(&view, "own-1").name, "Ask the adviser");
    assert_eq!(step(&view, "render").state, StepState::Off);
    desk.undo(FileRequest { file: file.clone() }).expect("one step back");
    let before = shown(&desk, &file);
    assert_eq!(step(&before, "freeze").day, "2026-11-25");
    assert!(before.plan.is_some_and(|plan| plan.steps.len() == 6));
}

#[test]
fn plans_that_partners_change_apart_come_together() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    let partner = machine.path("partner.rostrum");
    statement(&desk, &file, &machine.call(CALL), "");
    desk.statement_share(ShareRequest { file: file.clone(), out: partner.clone() })
        .expect("a copy");
    set(&desk, &file, &[("freeze", "6")], false);
    set(&desk, &partner, &[("draft.done", "1"), ("holidays", "2026-11-26")], false);
    desk.statement_close(FileRequest { file: partner.clone() }).expect("closed");
    desk.statement_merge(MergeRequest { file: file.clone(), other: partner }).expect("merged");
    let view = shown(&desk, &file);
    assert_eq!(step(&view, "draft").state, StepState::Done);
    assert_eq!(step(&view, "freeze").day, "2026-11-25", "Thanksgiving is free");
}

#[test]
fn a_plan_without_enough_days_says_so_and_can_be_fitted() {
    let machine = Machine::new();
    let desk = machine.at("2026-11-30T09:00:00Z");
    let file = machine.path("s.rostrum");
    statement(&desk, &file, &machine.call(CALL), "");
    assert!(shown(&desk, &file).tight);
    let fitted = set(&desk, &file, &[], true);
    assert!(!fitted.tight, "{fitted:#?}");
    assert_eq!(step(&fitted, "send").day, "2026-12-03");
}

#[test]
fn what_no_plan_has_is_refused_and_changes_nothing() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    let made = statement(&desk, &file, &machine.call(CALL), "");
    let entries = vec![
        PlanEntry { name: "freeze".into(), value: "5".into() },
        PlanEntry { name: "send".into(), value: "soon".into() },
    ];
    let request = PlanSetRequest { file: file.clone(), entries, ..PlanSetRequest::default() };
    assert_eq!(desk.plan_set(request).expect_err("soon is no day").code, Code::ValueRefused);
    let after = desk.workspace(FileRequest { file }).expect("the statement");
    assert_eq!(after.statement.plan, made.statement.plan);
}

#[test]
fn known_deadlines_come_by_date_and_those_that_passed_last() {
    let machine = Machine::new();
    let told = machine.at(NOW).deadlines(DeadlinesRequest::default()).expect("dates").deadlines;
    assert!(told.len() > 3);
    let passed = |at: &usize| told[*at].state == DeadlineState::Passed;
    let first_passed = (0..told.len()).find(|at| passed(at)).unwrap_or(told.len());
    assert!((first_passed..told.len()).all(|at| passed(&at)));
    assert!(told[..first_passed].is_sorted_by_key(|d| d.seconds_left));
    assert!(told.iter().any(|d| d.call == "global-mechanism-2026"));
}
