//! `rostrum responses` and `rostrum phrases`: what was answered, and agreed language.

use crate::command::{Home, Said};

const DRAFT: &str = "\
## B. Threats

1. States should report every year on threats to hospitals, schools and other services.

2. States should report every year on threats to elections, media and other services.

3. States recommended that views be exchanged with the private sector and academia.
";

fn answered() -> Home {
    let home = Home::new();
    home.write("zero.md", DRAFT);
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home.json(&["draft", "add", "s.rostrum", "zero.md"]);
    let shall =
        "States shall report every year on threats to hospitals, schools and other services.";
    let must = "States must report every year on threats to hospitals, schools and other services.";
    let respond = |arguments: &[&str]| {
        let mut all = vec!["respond", "s.rostrum"];
        all.extend_from_slice(arguments);
        home.json(&all)["response"]["id"].as_str().expect("an id").to_owned()
    };
    respond(&["--to", "3", "--kind", "keep", "--topic", "threats", "--norm", "g", "--norm", "F"]);
    let high = ["--priority", "high", "--owner", "the lawyer", "--tag", "hospitals"];
    respond(&[&["--to", "1", "--kind", "modify", "--proposal", shall], &high[..]].concat());
    respond(&["--to", "1", "--kind", "modify", "--proposal", must, "--status", "ready"]);
    home
}

/// Returns the names of the groups, and how many responses each has.
fn groups(home: &Home, by: &str) -> Vec<(String, usize)> {
    let told = home.json(&["responses", "s.rostrum", "--by", by]);
    let groups = told["groups"].as_array().expect("groups");
    let size = |group: &serde_json::Value| group["responses"].as_array().map_or(0, Vec::len);
    groups
        .iter()
        .map(|group| (group["name"].as_str().expect("a name").to_owned(), size(group)))
        .collect()
}

#[test]
fn responses_are_listed_by_what_one_asks_for() {
    let home = answered();
    let named = |pairs: &[(&str, usize)]| -> Vec<(String, usize)> {
        pairs.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect()
    };
    assert_eq!(groups(&home, "kind"), named(&[("keep", 1), ("modify", 2)]));
    assert_eq!(groups(&home, "priority"), named(&[("high", 1), ("medium", 2)]));
    assert_eq!(groups(&home, "topic"), named(&[("threats", 1), ("", 2)]), "none comes last");
    assert_eq!(groups(&home, "norm"), named(&[("f", 1), ("g", 1), ("", 2)]), "one may be in two");
    assert_eq!(groups(&home, "owner"), named(&[("the lawyer", 1), ("", 2)]));
    assert_eq!(groups(&home, "tag"), named(&[("hospitals", 1), ("", 2)]));
    assert_eq!(groups(&home, "status"), named(&[("open", 2), ("ready", 1)]));
    let by_paragraph = groups(&home, "paragraph");
    let sizes: Vec<usize> = by_paragraph.iter().map(|(_, size)| *size).collect();
    assert_eq!(sizes, [2, 1], "in the order of the draft: {by_paragraph:?}");
}

#[test]
fn what_cannot_both_be_done_is_told() {
    let home = answered();
    let told = home.json(&["responses", "s.rostrum"]);
    assert_eq!(told["conflicts"][0]["words"], "should");
    let Said { out, code, .. } = home.run(&["responses", "s.rostrum"]);
    assert_eq!(code, 0);
    assert!(out.contains("These cannot both be followed:"), "{out}");
    assert!(out.contains("\"should\" becomes \"shall\""), "{out}");
}

#[test]
fn a_statement_without_responses_says_how_to_begin() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    let said = home.run(&["responses", "s.rostrum"]);
    assert!(said.out.contains("rostrum respond"), "{}", said.out);
    assert_eq!(home.json(&["responses", "s.rostrum"])["responses"], serde_json::json!([]));
    assert_eq!(home.run(&["responses", "s.rostrum", "--by", "colour"]).code, 2);
}

#[test]
fn a_phrase_is_put_by_from_a_draft_found_and_taken_out() {
    let home = answered();
    let shipped = home.json(&["phrases", "list"])["phrases"].as_array().map_or(0, Vec::len);
    assert!(shipped > 0, "some ship with Rostrum");
    let add = ["phrases", "add", "s.rostrum", "--from", "3", "--text", "views be exchanged"];
    let kept = home.json(&add)["phrases"][0].clone();
    assert_eq!((&kept["paragraph"], &kept["own"]), (&"3".into(), &true.into()), "{kept}");
    let found = home.json(&["phrases", "list", "exch", "view"]);
    assert_eq!(found["phrases"][0]["text"], "views be exchanged");
    let by_hand =
        ["phrases", "add", "--text", "as agreed", "--document", "A/1", "--topic", "dialogue"];
    assert_eq!(home.json(&by_hand)["phrases"][0]["document"], "A/1");
    let said = home.run(&["phrases", "add", "s.rostrum", "--from", "3", "--text", "not there"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
    let id = kept["id"].as_str().expect("an id");
    home.json(&["phrases", "remove", id]);
    let said = home.run(&["phrases", "list", "exch", "view"]);
    assert!(said.out.contains("No phrase has these words."), "{}", said.out);
    assert_eq!(home.run(&["phrases", "remove", "nobody"]).code, 2);
}

#[test]
fn a_label_that_several_paragraphs_have_is_said_to_and_a_heading_chooses() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "no-stated-rules"]);
    home.write(
        "treaty.md",
        "# Article 1\n\n1. States meet.\n\n2. They agree.\n\n# Article 5\n\n1. Harm is repaired.\n",
    );
    home.json(&["draft", "add", "s.rostrum", "treaty.md"]);
    let keep = ["respond", "s.rostrum", "--kind", "keep", "--rationale", "Good.", "--to"];
    let said = home.run(&[&keep[..], &["1"]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains("2 paragraphs are labelled \"1\"; the first was taken"),
        "{}",
        said.err
    );
    assert!(said.err.contains("--to \"Article 5 > 1\""), "{}", said.err);
    let answer = home.json(&[&keep[..], &["1"]].concat());
    assert_eq!(answer["namesakes"][0]["places"], 2);
    let answer = home.json(&[&keep[..], &["Article 5 > 1"]].concat());
    assert_eq!(answer["response"]["targets"][0]["text"], "Harm is repaired.");
    assert!(answer.get("namesakes").is_none(), "{answer}");
    let said = home.run(&[&keep[..], &["Article 5 > 2"]].concat());
    assert_eq!(said.code, 2);
    assert!(said.err.contains("under \"Article 5\" is labelled \"2\""), "{}", said.err);
}
