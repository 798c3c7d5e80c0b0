//! Calendar files, read back by a calendar library of others.

use rostrum_kit::Code;
use rostrum_kit::desk::wire::{CalendarRequest, PlanEntry, PlanSetRequest};
use rostrum_tests::peers::{output, python};
use serde_json::Value;

use crate::machine::{CALL, Machine, statement};

const NOW: &str = "2026-11-10T09:00:00Z";

/// Reads a calendar with the peer; nothing when it is not installed.
fn read(file: &str) -> Option<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/read_calendar.py");
    let text = output(python("python")?.arg(script).arg(file));
    Some(serde_json::from_str(&text).expect("JSON"))
}

#[test]
fn another_calendar_reads_the_deadline_the_plan_and_the_alarms() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    statement(&desk, &file, &machine.call(CALL), "");
    let out = machine.path("dates.ics");
    let request = CalendarRequest {
        file,
        alarms: vec![7 * 24 * 60, 90],
        out: out.clone(),
        zone: "Africa/Nairobi".into(),
        ..CalendarRequest::default()
    };
    desk.calendar_write(request.clone()).expect("a calendar");
    let text = std::fs::read_to_string(&out).expect("the calendar");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));

    let Some(calendar) = read(&out) else { return };
    assert_eq!(calendar["faults"], serde_json::json!([]));
    let events = calendar["events"].as_array().expect("events");
    // The date for joint statements does not hold for one organisation.
    let closes: Vec<&Value> = events
        .iter()
        .filter(|event| event["summary"].as_str().is_some_and(|s| s.starts_with("Closes")))
        .collect();
    assert_eq!(closes.len(), 1, "{calendar:#}");
    assert_eq!(closes[0]["start"], "2026-12-04T22:00:00+00:00");
    assert_eq!(closes[0]["alarms"], serde_json::json!([-604_800.0, -5_400.0]));
    assert_eq!(closes[0]["sequence"], 1, "it was moved once");
    let description = closes[0]["description"].as_str().unwrap_or_default();
    assert!(description.contains("COB NYC time, 4 December 2026"), "{description}");
    assert!(description.contains("Before it was moved: Friday, 27 November 2026, 17:00"));
    let freeze = events
        .iter()
        .find(|event| event["summary"].as_str().is_some_and(|s| s.starts_with("Text freeze")))
        .expect("the plan is in the calendar");
    assert_eq!(freeze["start"], "2026-11-25");
    assert_eq!(freeze["alarms"], serde_json::json!([32_400.0]), "nine in the morning");

    // Written again after a step was moved, it is the same entry with a higher number.
    let fewer = PlanEntry { name: "freeze".into(), value: "5".into() };
    desk.plan_set(PlanSetRequest {
        file: request.file.clone(),
        entries: vec![fewer],
        ..PlanSetRequest::default()
    })
    .expect("the step is moved");
    desk.calendar_write(request).expect("a calendar");
    let again = read(&out).expect("the peer is there");
    let moved =
        again["events"].as_array().into_iter().flatten().find(|e| e["uid"] == freeze["uid"]);
    let moved = moved.expect("the same name");
    assert_eq!((&moved["start"], &moved["sequence"]), (&"2026-11-27".into(), &1.into()));
}

#[test]
fn without_a_date_no_calendar_is_written() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let refused = desk
        .calendar_write(CalendarRequest {
            call: "upr-joint".into(),
            out: machine.path("none.ics"),
            ..CalendarRequest::default()
        })
        .expect_err("the call states no date");
    assert_eq!(refused.code, Code::NotFound);
    assert!(!std::path::Path::new(&machine.path("none.ics")).exists());
}
