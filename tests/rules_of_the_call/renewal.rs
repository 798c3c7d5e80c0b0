//! Newer versions of a call: offered with what they change, taken or left.

use rostrum_kit::Code;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{CallFileRequest, CallTextRequest, FileRequest, RenewRequest};

use crate::machine::{CALL, Machine, statement};

const NOW: &str = "2026-11-10T09:00:00Z";

/// Begins a statement, then makes a newer version of its call known.
fn scene(machine: &Machine) -> (Desk, String) {
    let desk = machine.at(NOW);
    let call = machine.call(CALL);
    desk.call_import(CallFileRequest { path: call }).expect("the call is known");
    let file = machine.path("s.rostrum");
    let made = statement(&desk, &file, "harbour-draft", "");
    assert_eq!(made.newer_call, 0);
    let newer = CALL.replace("version = 1", "version = 2").replace("max = 500", "max = 700");
    desk.call_save(CallTextRequest { id: "harbour-draft".into(), toml: newer }).expect("kept");
    (desk, file)
}

fn decide(desk: &Desk, file: &str, act: &str) -> (u32, Option<u32>) {
    let request = RenewRequest { file: file.into(), act: act.into() };
    let made = desk.renewal_decide(request).expect("decided");
    (made.call.version, made.count.limit)
}

#[test]
fn a_newer_version_is_offered_with_its_differences_and_changes_nothing_unasked() {
    let machine = Machine::new();
    let (desk, file) = scene(&machine);
    let asked = || FileRequest { file: file.clone() };
    let now = desk.workspace(asked()).expect("the statement");
    assert_eq!((now.newer_call, now.call.version, now.count.limit), (2, 1, Some(500)));
    let renewal = desk.renewal_show(asked()).expect("told");
    assert!(renewal.offered);
    let told: Vec<(&str, Option<&str>, Option<&str>)> = renewal
        .differences
        .iter()
        .map(|d| (d.field.as_str(), d.before.as_deref(), d.after.as_deref()))
        .collect();
    assert_eq!(told, [("limits.max", Some("500"), Some("700"))]);
}

#[test]
fn accepting_takes_the_newer_rules_and_the_way_back_stays_open() {
    let machine = Machine::new();
    let (desk, file) = scene(&machine);
    assert_eq!(decide(&desk, &file, "accept"), (2, Some(700)));
    desk.statement_close(FileRequest { file: file.clone() }).expect("closed");
    let again = desk.statement_open(FileRequest { file: file.clone() }).expect("open");
    assert_eq!((again.call.version, again.newer_call), (2, 0), "it is kept in the file");
    assert_eq!(decide(&desk, &file, "back"), (1, Some(500)));
    let renewal = desk.renewal_show(FileRequest { file }).expect("told");
    assert!(!renewal.offered, "what was given back is not pressed again");
}

#[test]
fn keeping_is_remembered_until_a_still_newer_version_comes() {
    let machine = Machine::new();
    let (desk, file) = scene(&machine);
    assert_eq!(decide(&desk, &file, "keep"), (1, Some(500)));
    let asked = || FileRequest { file: file.clone() };
    assert_eq!(desk.workspace(asked()).expect("the statement").newer_call, 0);
    let third = CALL.replace("version = 1", "version = 3").replace("max = 500", "max = 900");
    desk.call_save(CallTextRequest { id: "harbour-draft".into(), toml: third }).expect("kept");
    assert_eq!(desk.workspace(asked()).expect("the statement").newer_call, 3);
    assert_eq!(decide(&desk, &file, "accept"), (3, Some(900)));
}

#[test]
fn where_nothing_is_newer_nothing_is_taken() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    statement(&desk, &file, "csw-written", "");
    for (act, code) in
        [("accept", Code::NotFound), ("back", Code::NotFound), ("later", Code::ValueRefused)]
    {
        let request = RenewRequest { file: file.clone(), act: act.into() };
        assert_eq!(desk.renewal_decide(request).expect_err(act).code, code);
    }
}
