//! Calls that users make: duplicated, edited by field or as text, given to others.

use rostrum_kit::Code;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    CallCopyRequest, CallEdit, CallExportRequest, CallFieldRequest, CallFileRequest, CallRequest,
    CallTextRequest, Nothing,
};
use serde_json::{Value, json};

use crate::machine::{CALL, Machine, statement};

const NOW: &str = "2026-11-10T09:00:00Z";

fn copy(desk: &Desk, from: &str, id: &str) -> CallEdit {
    let request = CallCopyRequest { from: from.into(), id: id.into(), name: String::new() };
    desk.call_copy(request).expect("a copy")
}

fn with(desk: &Desk, edit: CallEdit, path: &str, value: Value) -> CallEdit {
    desk.call_field(CallFieldRequest { id: edit.id, toml: edit.toml, path: path.into(), value })
        .expect("the field is set")
}

fn kept(desk: &Desk, edit: CallEdit) -> CallEdit {
    desk.call_save(CallTextRequest { id: edit.id, toml: edit.toml }).expect("it is kept")
}

#[test]
fn every_shipped_call_can_be_made_ones_own_without_a_fault() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let shipped: Vec<String> =
        desk.calls().expect("the calls").into_iter().map(|call| call.id).collect();
    for id in &shipped {
        let edit = copy(&desk, id, "");
        assert_eq!(edit.faults, [], "{id}");
        assert_eq!(edit.fields["based_on"], *id);
    }
    let all = desk.calls().expect("the calls");
    assert_eq!(all.len(), 2 * shipped.len());
    let start = desk.start_view(Nothing {}).expect("the start screen");
    assert_eq!(start.calls.iter().filter(|card| card.own).count(), shipped.len());
}

#[test]
fn an_edited_call_is_listed_begun_with_and_counts_by_its_own_limit() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let edit = copy(&desk, "csw-written", "our-call");
    let edit = with(&desk, edit, "limits[0].max", json!(77));
    let edit = with(&desk, edit, "limits[0].status", Value::Null);
    let edit = with(&desk, edit, "limits[1]", Value::Null);
    let edit = kept(&desk, with(&desk, edit, "name", json!("Our own call")));
    assert!(edit.faults.is_empty() && edit.path.ends_with("our-call.toml"), "{edit:?}");
    let made = statement(&desk, &machine.path("s.rostrum"), "our-call", "");
    assert_eq!((made.call.name.as_str(), made.count.limit), ("Our own call", Some(77)));
}

#[test]
fn a_call_with_faults_is_kept_named_with_them_and_not_begun_with() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let edit = copy(&desk, "", "unfinished");
    let edit = with(&desk, edit, "limits[0]", json!({ "unit": "words", "max": 0 }));
    let edit = kept(&desk, edit);
    let fields: Vec<&str> = edit.faults.iter().map(|fault| fault.field.as_str()).collect();
    assert!(fields.contains(&"limits[0].source"), "{fields:?}");
    assert!(!edit.path.is_empty(), "nothing is lost");
    let own = desk.calls_own(Nothing {}).expect("own calls").calls;
    assert!(own[0].faults > 0);
    assert!(desk.calls().expect("the calls").iter().all(|call| call.id != "unfinished"));
    let refused = desk.call_show(CallRequest { id: "unfinished".into() }).expect_err("faulty");
    assert_eq!(refused.code, Code::CallFaulty);
}

#[test]
fn text_that_is_not_toml_is_kept_and_its_line_is_told() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let edit = copy(&desk, "no-stated-rules", "typed");
    let toml = edit.toml.replace("version = 1", "version = ");
    let edit = kept(&desk, CallEdit { toml, ..edit });
    assert_eq!((edit.id.as_str(), edit.fields.is_null()), ("typed", true));
    assert!(edit.faults[0].line > 0 && edit.faults[0].problem.contains("cannot be read"));
    let refused = desk.call_field(CallFieldRequest {
        id: edit.id,
        toml: edit.toml,
        path: "name".into(),
        value: json!("x"),
    });
    assert_eq!(refused.expect_err("mend the text first").code, Code::ValueRefused);
}

#[test]
fn a_call_goes_to_a_partner_as_a_file_and_comes_back_under_a_free_id() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("given.toml");
    copy(&desk, "hrc-written", "given");
    desk.call_export(CallExportRequest { id: "given".into(), out: file.clone() }).expect("a file");
    let partner = Machine::new();
    let theirs = partner.at(NOW);
    let request = CallFileRequest { path: file.clone() };
    assert_eq!(theirs.call_import(request.clone()).expect("taken in").id, "given");
    assert_eq!(theirs.call_import(request.clone()).expect("the same again").id, "given");
    let edit = theirs.call_edit(CallRequest { id: "given".into() }).expect("open");
    kept(&theirs, with(&theirs, edit, "summary", json!("Changed here.")));
    assert_eq!(theirs.call_import(request).expect("beside ours").id, "given-2");
    let left = theirs.call_remove(CallRequest { id: "given".into() }).expect("out");
    assert_eq!(left.calls.len(), 1);
}

#[test]
fn an_id_that_ships_is_taken_and_one_that_leaves_the_folder_is_none() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let request = |id: &str| CallCopyRequest { id: id.into(), ..CallCopyRequest::default() };
    let taken = desk.call_copy(request("csw-written")).expect_err("it ships");
    assert_eq!(taken.code, Code::NameTaken);
    let outside = desk.call_copy(request("../../outside")).expect_err("no id");
    assert_eq!(outside.code, Code::ValueRefused);
    // A file with a shipped id may be brought in, under another.
    let file = machine.call(&CALL.replace("harbour-draft", "csw-written"));
    let taken = desk.call_import(CallFileRequest { path: file }).expect("taken in");
    assert_eq!(taken.id, "csw-written-2");
}
