//! Findings while somebody writes: live, mended, set aside, and back when the text is another.

use rostrum_core::check::CheckReport;
use rostrum_core::finding::Finding;
use rostrum_core::model::{MuteScope, Response};
use rostrum_kit::Code;
use rostrum_kit::desk::wire::{
    ItemRequest, MendAllRequest, MendRequest, MuteRequest, ResponseRequest, Saved, UpdateRequest,
};

use super::{Machine, asked, code, replica};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::coauthor::SharedStatement;
use rostrum_core::finding::Edit;

const CLAIM: &str = "Ransomware stopped 40 per cent of hospitals last year. We organise help.";

fn written(text: &str) -> (Machine, String) {
    let machine = Machine::new();
    let file = machine.statement("s.rostrum").file;
    machine.write(&file, text);
    (machine, file)
}

fn report(machine: &Machine, file: &str) -> CheckReport {
    machine.desk.check(asked(file)).expect("a report")
}

fn of_rule(report: &CheckReport, rule: &str) -> Vec<Finding> {
    report.findings.iter().filter(|f| f.code == rule).cloned().collect()
}

fn mute(machine: &Machine, file: &str, rule: &str, scope: MuteScope) {
    let finding = of_rule(&report(machine, file), rule).remove(0);
    let request = MuteRequest { file: file.into(), finding, scope, reason: "We counted.".into() };
    machine.desk.finding_mute(request).expect("the finding is set aside");
}

/// Types into the window's copy and gives the desk's answer.
fn typed(machine: &Machine, file: &str, copy: &mut SharedStatement, at: &str, text: &str) -> Saved {
    let body = copy.body();
    let before = &body[..body.find(at).expect("the words")];
    let start = before.encode_utf16().count() as u32;
    let change = copy
        .edit_body(&[Edit { start, end: start, text: text.into() }])
        .expect("an edit of the body");
    let update = BASE64_STANDARD.encode(change.shared);
    let request = UpdateRequest { file: file.into(), update };
    machine.desk.replica_push(request).expect("the desk takes it")
}

#[test]
fn the_answer_to_a_key_stroke_brings_the_findings_of_the_text_as_it_stands() {
    let (machine, file) = written(CLAIM);
    let mut copy = replica(&machine, &file);
    for (at, text) in [("We organise", "x"), ("Ransomware", "Today "), ("last year", "the the ")] {
        let saved = typed(&machine, &file, &mut copy, at, text);
        let whole = machine.desk.check_file(&file, None).expect("a report");
        assert_eq!(saved.report, whole);
        for finding in of_rule(&saved.report, "R303") {
            let units: Vec<u16> = copy.body().encode_utf16().collect();
            let (start, end) = (finding.place.start.unwrap_or(0), finding.place.end.unwrap_or(0));
            let words = String::from_utf16_lossy(&units[start as usize..end as usize]);
            assert_eq!(words, "40 per cent");
        }
    }
    assert_eq!(of_rule(&report(&machine, &file), "R403").len(), 1, "the doubled word");
}

#[test]
fn a_finding_that_is_set_aside_comes_back_when_its_sentence_changes() {
    let (machine, file) = written(CLAIM);
    mute(&machine, &file, "R303", MuteScope::Finding);
    let after = report(&machine, &file);
    assert!(of_rule(&after, "R303").is_empty());
    assert_eq!((after.muted.len(), after.summary["muted"]), (1, 1));
    assert_eq!(after.muted[0].reason, "We counted.");

    let mut copy = replica(&machine, &file);
    typed(&machine, &file, &mut copy, "We organise", "Nothing else was said. ");
    assert!(of_rule(&report(&machine, &file), "R303").is_empty(), "other sentences do not matter");
    typed(&machine, &file, &mut copy, "hospitals", "small ");
    let back = report(&machine, &file);
    assert_eq!(of_rule(&back, "R303").len(), 1, "the claim is another one");
    assert!(back.muted.is_empty());
}

#[test]
fn a_rule_can_be_set_aside_in_a_section_and_everywhere_and_undo_brings_it_back() {
    let (machine, file) = written("We organise. They organise.\n\nAll organise.");
    assert_eq!(of_rule(&report(&machine, &file), "R401").len(), 3);
    mute(&machine, &file, "R401", MuteScope::Paragraph);
    assert_eq!(of_rule(&report(&machine, &file), "R401").len(), 1);
    machine.desk.undo(asked(&file)).expect("undo");
    assert_eq!(of_rule(&report(&machine, &file), "R401").len(), 3);
    mute(&machine, &file, "R401", MuteScope::Section);
    assert_eq!(report(&machine, &file).muted.len(), 3);
    mute(&machine, &file, "R102", MuteScope::Rule);
    assert!(of_rule(&report(&machine, &file), "R102").is_empty());
    let mutes = machine.desk.workspace(asked(&file)).expect("the statement").statement.mutes;
    let said: Vec<(&str, &str)> = mutes.iter().map(|m| (&*m.rule, &*m.reason)).collect();
    assert_eq!(said, [("R401", "We counted."), ("R102", "We counted.")]);
    for mute in mutes {
        let request = ItemRequest { file: file.clone(), id: mute.id };
        machine.desk.finding_unmute(request).expect("it comes back");
    }
    assert!(report(&machine, &file).muted.is_empty());
}

#[test]
fn what_is_set_aside_travels_with_the_statement() {
    let (machine, file) = written(CLAIM);
    mute(&machine, &file, "R303", MuteScope::Finding);
    let partner = replica(&machine, &file).statement();
    assert_eq!(partner.mutes[0].reason, "We counted.");
    machine.desk.statement_close(asked(&file)).expect("closed");
    assert_eq!(report(&machine, &file).muted.len(), 1, "it is in the file");
}

#[test]
fn a_finding_is_set_aside_only_with_a_reason_and_only_while_it_stands() {
    let (machine, file) = written(CLAIM);
    let finding = of_rule(&report(&machine, &file), "R303").remove(0);
    let scope = MuteScope::Finding;
    let asked = |finding: &Finding, reason: &str| {
        let (file, finding, reason) = (file.clone(), finding.clone(), reason.to_owned());
        machine.desk.finding_mute(MuteRequest { file, finding, scope, reason })
    };
    assert_eq!(code(asked(&finding, " ")), Some(Code::ValueRefused));
    machine.write(&file, "Nothing is claimed.");
    assert_eq!(code(asked(&finding, "We counted.")), Some(Code::NotFound));
    let unknown = ItemRequest { file: file.clone(), id: "none".into() };
    assert_eq!(code(machine.desk.finding_unmute(unknown)), Some(Code::NotFound));
}

#[test]
fn all_that_a_rule_found_is_mended_at_once_and_one_undo_takes_it_back() {
    let (machine, file) = written("We organise. They organise the the help in Vietnam.");
    let before = machine.desk.workspace(asked(&file)).expect("the statement").statement.body;
    let request = |rule: &str| MendAllRequest { file: file.clone(), rule: rule.into() };
    let mended = machine.desk.findings_mend(request("R401")).expect("mended").statement.body;
    assert!(mended.contains("We organize. They organize the the help in Vietnam."), "{mended}");
    machine.desk.undo(asked(&file)).expect("undo");
    let body = machine.desk.workspace(asked(&file)).expect("the statement").statement.body;
    assert_eq!(body, before);
    let mended = machine.desk.findings_mend(request("")).expect("mended").statement.body;
    assert!(mended.contains("We organize. They organize the help in Viet Nam."), "{mended}");
}

#[test]
fn proposed_wording_is_spelled_mended_and_set_aside() {
    let (machine, file) = written("We agree.");
    let response = Response {
        rationale: "It is urgent.".into(),
        proposal: "States shuold act, and recieve help.".into(),
        ..Response::default()
    };
    machine.desk.response_save(ResponseRequest { file: file.clone(), response }).expect("saved");
    // Asked at once: a finding that depends on a dictionary waits for it.
    let found = of_rule(&report(&machine, &file), "R903");
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|f| f.place.part == "proposal"), "{found:?}");
    let [first, second] = [found[0].clone(), found[1].clone()];
    let mend = MendRequest { file: file.clone(), finding: first };
    let after = machine.desk.finding_mend(mend).expect("mended").statement;
    assert_eq!(after.responses[0].proposal, "States should act, and recieve help.");
    assert_eq!(after.responses[0].rationale, "It is urgent.");
    let scope = MuteScope::Paragraph;
    let request =
        MuteRequest { file: file.clone(), finding: second, scope, reason: "Ours.".into() };
    machine.desk.finding_mute(request).expect("set aside");
    assert!(of_rule(&report(&machine, &file), "R903").is_empty());
}

#[test]
fn the_very_first_act_after_opening_knows_what_the_dictionary_says() {
    let (machine, file) = written("States shuold act.");
    let found = of_rule(&report(&machine, &file), "R903").remove(0);
    machine.desk.statement_close(asked(&file)).expect("closed");
    // Another desk has read no dictionary yet.
    let later = Machine::new();
    let mend = MendRequest { file: file.clone(), finding: found };
    let after = later.desk.finding_mend(mend).expect("the finding still stands").statement;
    assert!(after.body.contains("States should act."), "{}", after.body);
}
