//! `rostrum carry`: responses go to a new revision, and what waits stays where it is.

use crate::command::Home;

const ZERO: &str = "\
1. States recalled that the reports of the first and the second cycle were adopted by consensus.

2. States should consider voluntary measures to protect the health sector from disruption.

3. States noted that small organizations often lack the means to recover from disruptions.
";

/// A paragraph came in before 2, and 3 is gone.
const REV1: &str = "\
1. States recalled that the reports of the first and the second cycle were adopted by consensus.

2. The Working Group took note of a proposal by the Chair for a thematic session on ransomware.

3. States should consider voluntary measures to protect the health sector from disruption, including by drills.
";

fn answered() -> Home {
    let home = Home::new();
    home.write("zero.txt", ZERO);
    home.write("rev1.txt", REV1);
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home.json(&["draft", "add", "s.rostrum", "zero.txt"]);
    home.json_with(&["write", "s.rostrum", "--section", "summary"], "We support paragraph 2.");
    for (label, kind, proposal) in [
        ("1", "keep", ""),
        (
            "2",
            "modify",
            "States shall consider voluntary measures to protect the health sector from disruption.",
        ),
        ("3", "question", ""),
    ] {
        home.json(&["respond", "s.rostrum", "--to", label, "--kind", kind, "--proposal", proposal]);
    }
    home
}

#[test]
fn the_sure_ones_are_carried_and_the_rest_is_told() {
    let home = answered();
    let told = home.json(&["carry", "s.rostrum", "rev1.txt"]);
    assert_eq!((&told["carried"], &told["waiting"]), (&2.into(), &1.into()), "{told}");
    let rows = told["responses"].as_array().expect("responses");
    assert_eq!(rows[1]["relation"], "edited");
    assert_eq!(rows[1]["from"][0]["label"], "2.");
    assert_eq!(rows[1]["to"][0]["label"], "3.");
    assert_eq!(
        rows[1]["rebase"]["text"],
        "States shall consider voluntary measures to protect the health sector from disruption, including by drills."
    );
    assert_eq!(rows[2]["relation"], "gone");
    assert!(rows[2]["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
    assert_eq!(told["numbers"][0]["after"], "paragraph 3");
}

#[test]
fn carrying_twice_changes_nothing() {
    let home = answered();
    home.json(&["carry", "s.rostrum", "rev1.txt", "--apply", "all-proposed"]);
    let before = home.json(&["export", "s.rostrum", "--to", "json", "-o", "before.json"]);
    let again = home.json(&["carry", "s.rostrum", "rev1.txt", "--apply", "all-proposed"]);
    assert_eq!((&again["carried"], &again["waiting"]), (&0.into(), &0.into()), "{again}");
    assert_eq!(again["numbers"], serde_json::json!([]), "numbers follow once");
    let after = home.json(&["export", "s.rostrum", "--to", "json", "-o", "after.json"]);
    assert_eq!(after["sha256"], before["sha256"]);
}

#[test]
fn none_only_tells() {
    let home = answered();
    home.json(&["carry", "s.rostrum", "rev1.txt", "--apply", "none"]);
    let told = home.json(&["carry", "s.rostrum", "rev1.txt", "--apply", "none"]);
    assert_eq!(told["totals"]["sure"], 2, "{told}");
}

#[test]
fn a_draft_may_be_added_behind_an_older_one() {
    let home = answered();
    home.write("rev2.txt", REV1.replace("drills", "exercises"));
    home.json(&["draft", "add", "s.rostrum", "rev2.txt"]);
    home.json(&["draft", "add", "s.rostrum", "rev1.txt", "--revision-of", "zero.txt"]);
    let drafts = home.json(&["draft", "list", "s.rostrum"]);
    let names: Vec<&str> = drafts["drafts"]
        .as_array()
        .expect("drafts")
        .iter()
        .filter_map(|draft| draft["name"].as_str())
        .collect();
    assert_eq!(names, ["zero.txt", "rev1.txt", "rev2.txt"]);
    let refused = home.run(&["draft", "add", "s.rostrum", "rev1.txt", "--revision-of", "nothing"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("zero.txt"), "it names the drafts there are: {}", refused.err);
}

#[test]
fn the_page_for_colleagues_is_the_same_for_the_same_drafts() {
    let home = answered();
    home.json(&["carry", "s.rostrum", "rev1.txt", "--apply", "none"]);
    for out in ["a.docx", "b.docx", "a.html"] {
        let said =
            home.run(&["revise", "zero.txt", "rev1.txt", "--summary", out, "--for", "s.rostrum"]);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let read = |name: &str| std::fs::read(home.path(name)).expect("it was written");
    assert_eq!(read("a.docx"), read("b.docx"));
    let page = String::from_utf8(read("a.html")).expect("text");
    assert!(page.contains("What touches our responses") && page.contains("1 new"), "{page}");
    let said = home.run(&["revise", "zero.txt", "rev1.txt", "--summary", "a.xyz"]);
    assert_eq!(said.code, 2, "another format is refused");
}
