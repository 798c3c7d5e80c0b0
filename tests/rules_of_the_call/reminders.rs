//! Reminders: only when asked for, each moment once, and not after the hand-over.

use rostrum_kit::Code;
use rostrum_kit::desk::wire::{Nothing, Reminder, ReminderSettings};

use crate::machine::{CALL, Machine, statement};

fn due(machine: &Machine, now: &str) -> Vec<Reminder> {
    machine.at(now).reminders_due().expect("told")
}

fn on(machine: &Machine, hours: &[u32], steps: bool) {
    let settings = ReminderSettings { on: true, hours: hours.to_vec(), steps };
    machine.at("2026-11-10T09:00:00Z").reminders_set(settings).expect("set");
}

fn begun() -> Machine {
    let machine = Machine::new();
    let desk = machine.at("2026-11-10T09:00:00Z");
    statement(&desk, &machine.path("s.rostrum"), &machine.call(CALL), "");
    machine
}

#[test]
fn nobody_is_reminded_who_did_not_ask() {
    let machine = begun();
    assert!(!machine.at("2026-11-10T09:00:00Z").reminders(Nothing {}).expect("told").on);
    assert_eq!(due(&machine, "2026-12-04T21:00:00Z"), []);
}

#[test]
fn each_chosen_moment_is_told_once() {
    let machine = begun();
    on(&machine, &[24, 168], false);
    assert_eq!(due(&machine, "2026-11-20T09:00:00Z"), [], "two weeks are left");
    let week = due(&machine, "2026-11-28T09:00:00Z");
    assert_eq!((week.len(), week[0].what.as_str()), (1, "statement"));
    assert_eq!(due(&machine, "2026-11-28T10:00:00Z"), []);
    let day = due(&machine, "2026-12-04T12:30:00Z");
    assert_eq!((day.len(), day[0].hours), (1, 10));
    assert_eq!(due(&machine, "2026-12-04T23:00:00Z"), [], "what has passed is no reminder");
}

#[test]
fn of_moments_that_passed_while_closed_the_last_is_told() {
    let machine = begun();
    on(&machine, &[168, 24, 3], false);
    assert_eq!(due(&machine, "2026-12-04T20:00:00Z").len(), 1);
}

#[test]
fn steps_of_the_plan_are_told_on_their_day() {
    let machine = begun();
    on(&machine, &[1], true);
    // Late in the day in New York and past nine in the morning in every zone east of it.
    let told = due(&machine, "2026-11-26T00:30:00Z");
    let evening = told.iter().map(|reminder| reminder.what.as_str()).collect::<Vec<_>>();
    let later = due(&machine, "2026-11-25T20:30:00Z");
    let said: Vec<&str> =
        evening.into_iter().chain(later.iter().map(|r| r.what.as_str())).collect();
    assert_eq!(said, ["Text freeze"], "once, whatever the zone of this machine");
}

#[test]
fn moments_of_no_sense_are_refused() {
    let machine = begun();
    let settings = ReminderSettings { on: true, hours: vec![0], steps: false };
    let refused = machine.at("2026-11-10T09:00:00Z").reminders_set(settings).expect_err("none");
    assert_eq!(refused.code, Code::ValueRefused);
}
