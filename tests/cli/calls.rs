//! Calls, deadlines, plans, skeletons and speeches on the command line.

use crate::command::Home;

const NOW: &str = "2026-11-22T15:00:00Z";

#[test]
fn deadlines_are_told_on_three_clocks_and_written_as_a_calendar() {
    let home = Home::new();
    let out = home.json(&[
        "--now",
        NOW,
        "calls",
        "deadlines",
        "--zone",
        "Africa/Nairobi",
        "--ics",
        "d.ics",
        "--alarms",
        "7d,3h",
    ]);
    let row = &out["calls"][0];
    for field in ["id", "name", "status", "deadline", "limits", "sources", "told"] {
        assert!(row.get(field).is_some(), "no `{field}` in {row}");
    }
    let deadline = &row["deadline"];
    for field in ["instant", "zone", "wording"] {
        assert!(deadline.get(field).is_some(), "no `{field}` in {deadline}");
    }
    let told = &out["deadlines"][0];
    assert!(told["here"].as_str().is_some_and(|words| words.ends_with("(Nairobi)")), "{told}");
    assert!(told["utc"].as_str().is_some_and(|words| words.ends_with("UTC")), "{told}");
    let calendar = std::fs::read_to_string(home.path("d.ics")).expect("a calendar");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    assert!(calendar.contains("TRIGGER:-P7D\r\n") && calendar.contains("TRIGGER:-PT3H\r\n"));
}

#[test]
fn a_secretariats_words_are_read_with_what_is_assumed() {
    let home = Home::new();
    let words = "12 February 2024 (11.59 New York time)";
    let read = home.json(&["calls", "read", words]);
    assert_eq!(read["instant"], "2024-02-12T16:59:00Z");
    assert!(read["assumed"][0].as_str().is_some_and(|why| why.contains("morning")));
    assert_eq!(home.run(&["calls", "read", "soon"]).code, 2);
}

#[test]
fn a_call_is_duplicated_changed_shared_and_taken_out() {
    let home = Home::new();
    let made = home.json(&["calls", "duplicate", "csw-written", "--id", "ours", "--name", "Ours"]);
    assert_eq!((&made["id"], &made["faults"]), (&"ours".into(), &serde_json::json!([])));
    home.json(&["calls", "set", "ours", "limits[0].max", "900"]);
    let shown = home.json(&["calls", "show", "ours"]);
    assert_eq!(shown["calls"][0]["limits"][0]["max"], 900);
    assert_eq!(shown["calls"][0]["own"], true);
    home.json(&["calls", "export", "ours", "--out", "ours.toml"]);
    assert_eq!(home.run(&["calls", "validate", "ours.toml"]).code, 0);
    home.json(&["calls", "remove", "ours"]);
    assert_eq!(home.run(&["calls", "show", "ours"]).code, 2);
    assert_eq!(home.json(&["calls", "import", "ours.toml"])["id"], "ours");
    let broken = home.run(&["calls", "set", "ours", "limits[0].source", "nowhere"]);
    assert!(broken.out.contains("limits[0].source"), "{}", broken.out);
    let listed = home.run(&["calls", "list"]);
    assert!(listed.err.contains("ours has 1 fault"), "{}", listed.err);
}

#[test]
fn newer_rules_are_shown_taken_and_given_back() {
    let home = Home::new();
    home.json(&["calls", "duplicate", "csw-written", "--id", "ours"]);
    home.json(&["new", "s.rostrum", "--call", "ours"]);
    home.json(&["calls", "set", "ours", "limits[0].max", "900"]);
    home.json(&["calls", "set", "ours", "version", "2"]);
    let offered = home.json(&["calls", "renew", "s.rostrum"]);
    assert_eq!((&offered["newest"], &offered["offered"]), (&2.into(), &true.into()));
    assert_eq!(offered["differences"][0]["field"], "limits.max");
    let words = home.run(&["calls", "renew", "s.rostrum"]).out;
    assert!(words.contains("was: 2000") && words.contains("now: 900"), "{words}");
    assert_eq!(home.json(&["calls", "renew", "s.rostrum", "--accept"])["version"], 2);
    assert_eq!(home.json(&["calls", "renew", "s.rostrum", "--back"])["version"], 1);
}

#[test]
fn a_plan_is_shown_changed_and_written_as_a_calendar() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "global-mechanism-2026"]);
    let now = ["--now", NOW];
    let plan = home.json(&[&now[..], &["plan", "s.rostrum"]].concat());
    assert_eq!(plan["plan"]["day"], "2026-12-07");
    let set = ["plan", "s.rostrum", "--set", "freeze=3", "--add", "Ask the adviser=5"];
    let changed = home.json(&[&now[..], &set[..], &["--ics", "p.ics"][..]].concat());
    let steps = changed["plan"]["steps"].as_array().expect("steps").clone();
    assert!(steps.iter().any(|step| step["name"] == "Ask the adviser"), "{steps:?}");
    assert!(steps.iter().any(|step| step["id"] == "freeze" && step["day"] == "2026-12-02"));
    let calendar = std::fs::read_to_string(home.path("p.ics")).expect("a calendar");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261202\r\n"), "{calendar}");
    assert_eq!(home.run(&["plan", "s.rostrum", "--set", "freeze=soon"]).code, 2);
}

#[test]
fn a_skeleton_is_chosen_added_and_filled_from_notes() {
    let home = Home::new();
    let made = home.json(&[
        "new",
        "s.rostrum",
        "--call",
        "no-stated-rules",
        "--skeleton",
        "letter-to-chair",
    ]);
    assert_eq!(made["sections"][0], "Why we write");
    let added = home.json(&["skeletons", "add", "s.rostrum", "workshop-report"]);
    assert!(added["sections"].as_array().is_some_and(|s| s.contains(&"Points by topic".into())));
    let into = ["notes", "--into", "s.rostrum", "--section", "Points by topic"];
    let sorted = home.json_with(&into, "Ms Quillfeather: ransomware is the threat we see\n");
    assert_eq!(sorted["speakers"][0]["name"], "Ms Quillfeather");
    home.json(&["export", "s.rostrum", "--to", "txt", "-o", "s.txt"]);
    let text = std::fs::read_to_string(home.path("s.txt")).expect("the text");
    assert!(text.contains("ransomware is the threat") && !text.contains("Quillfeather"), "{text}");
}

#[test]
fn a_speech_is_timed_sentence_by_sentence_and_its_delivered_text_written() {
    let home = Home::new();
    let sentence = format!("{}.", vec!["Word"; 120].join(" "));
    home.write("oral.md", format!("# Statement\n\n{sentence} {sentence}\n"));
    let speech = home.json(&["speak", "oral.md", "--limit", "1"]);
    assert_eq!((&speech["takes"], &speech["over_from"]), (&120_000.into(), &1.into()));
    assert_eq!(home.json(&["speak", "oral.md", "--pace", "240"])["takes"], 60_000);
    let shown = home.run(&["speak", "oral.md", "--limit", "1"]).out;
    assert!(shown.contains("--- 1:00 ---\n  2  1:00  Word"), "{shown}");
    home.json(&["new", "s.rostrum", "--call", "hrc-oral"]);
    let section =
        home.json(&["calls", "show", "hrc-oral"])["calls"][0]["sections"][0]["id"].clone();
    let section = section.as_str().expect("a section");
    home.json_with(&["write", "s.rostrum", "--section", section], "We agree. We stop here.\n");
    let delivered = ["speak", "s.rostrum", "--delivered", "d.txt", "--skip", "2"];
    home.json(&delivered);
    let text = std::fs::read_to_string(home.path("d.txt")).expect("the text");
    assert!(text.contains("We agree.") && !text.contains("We stop here"), "{text}");
}
