//! Findings on the command line: mended, set aside, listed.

use crate::command::Home;

const TEXT: &str = "Ransomware stopped 40 per cent of hospitals last year. We organise help.";

fn statement() -> Home {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    let said = home.run_with(&["write", "s.rostrum", "--section", "summary"], TEXT);
    assert_eq!(said.code, 0, "{}", said.err);
    home
}

fn found(home: &Home, rule: &str) -> usize {
    let said = home.run(&["check", "s.rostrum", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    findings.iter().filter(|finding| finding["code"] == rule).count()
}

#[test]
fn a_finding_is_set_aside_with_a_reason_listed_and_brought_back() {
    let home = statement();
    assert_eq!(found(&home, "R303"), 1);
    let reason = ["--reason", "Our own count."];
    let mute = ["mute", "s.rostrum", "number-without-source", "--at", "40 per cent"];
    let made = home.json(&[&mute[..], &reason].concat());
    assert_eq!(made["mutes"][0]["rule"], "R303", "{made}");
    assert_eq!(made["mutes"][0]["reason"], "Our own count.");
    assert_eq!(found(&home, "R303"), 0);

    let said = home.run(&["check", "s.rostrum", "--muted"]);
    assert!(said.out.contains("1 is set aside."), "{}", said.out);
    assert!(said.out.contains("R303 number-without-source at"), "{}", said.out);
    assert!(said.out.contains("Our own count."), "{}", said.out);

    let sarif = home.run(&["check", "s.rostrum", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&sarif.out).expect("SARIF is JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let aside: Vec<_> = results.iter().filter(|r| r.get("suppressions").is_some()).collect();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0]["suppressions"][0]["justification"], "Our own count.");

    home.json(&["unmute", "s.rostrum", "R303"]);
    assert_eq!(found(&home, "R303"), 1);
    let again = home.run(&["unmute", "s.rostrum", "R303"]);
    assert_eq!(again.code, 2, "{}", again.out);
}

#[test]
fn what_the_rules_can_mend_is_mended_and_told() {
    let home = statement();
    let said = home.run(&["check", "s.rostrum", "--format", "json", "--mend", "ise-spelling"]);
    let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(report["mended"].as_array().map(Vec::len), Some(1), "{report}");
    assert_eq!(found(&home, "R401"), 0);
    let text = home.run(&["check", "s.rostrum", "--mend"]);
    assert!(text.out.contains("Nothing could be mended."), "{}", text.out);
    home.write("t.md", TEXT);
    assert_eq!(home.run(&["check", "t.md", "--mend"]).code, 2, "a foreign file is left alone");
}

#[test]
fn misspelt_words_are_found_explained_and_kept_as_own() {
    let home = statement();
    let text = "States shuold keep the flumgrable. The flumgrable is ours.";
    let said = home.run_with(&["write", "s.rostrum", "--section", "summary"], text);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(found(&home, "R903"), 3);

    let meant = home.json(&["words", "s.rostrum", "--meant", "shuold"]);
    assert_eq!(meant["options"][0], "should", "{meant}");
    // Mending everything leaves spelling to a person; mending spelling does what was asked.
    home.run(&["check", "s.rostrum", "--mend"]);
    assert_eq!(found(&home, "R903"), 3);
    home.run(&["check", "s.rostrum", "--mend", "spelling"]);
    assert_eq!(found(&home, "R903"), 2);

    let kept = home.json(&["words", "s.rostrum", "--keep", "Flumgrable"]);
    assert_eq!(kept["words"][0], "flumgrable", "{kept}");
    assert_eq!((&kept["dictionary"], &kept["language"]), (&"ready".into(), &"en".into()));
    assert_eq!(found(&home, "R903"), 0);
    home.json(&["words", "s.rostrum", "--forget", "flumgrable"]);
    assert_eq!(found(&home, "R903"), 2);
    let own = home.json(&["words", "s.rostrum", "--keep", "flumgrable", "--everywhere"]);
    assert_eq!(own["own"][0], "flumgrable", "{own}");
    assert_eq!(found(&home, "R903"), 0);
    let refused = home.run(&["words", "s.rostrum", "--keep", "two words"]);
    assert_eq!(refused.code, 2, "{}", refused.out);
}

#[test]
fn pages_are_counted_where_the_call_limits_them_and_where_they_are_asked_for() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "crc-general-comment"]);
    let text = "Every harbour needs a plan that was tested before the storm. ".repeat(400);
    home.run_with(&["write", "s.rostrum", "--section", "summary"], &text);
    let count = home.json(&["count", "s.rostrum"]);
    let pages = count["pages"].as_u64().expect("pages");
    assert!(pages > 5, "{count}");
    assert_eq!(count["limits"][0]["used"], pages);
    assert_eq!(found(&home, "R204"), 1);

    let pdf = home.json(&["export", "s.rostrum", "--to", "pdf", "-o", "s.pdf"]);
    assert_eq!(pdf["pages"], pages, "the pages are those of the document");

    home.write("t.md", "# Summary\n\nShort.\n");
    assert!(home.json(&["count", "t.md"])["pages"].is_null(), "nobody asked, nothing limits");
    assert_eq!(home.json(&["count", "t.md", "--pages"])["pages"], 1);
    let said = home.run(&["count", "s.rostrum"]);
    assert!(said.out.contains(&format!("{pages} pages; the limit is 5")), "{}", said.out);
}

#[test]
fn pages_of_annexes_do_not_count_where_the_call_says_so() {
    let home = Home::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let call = root.join("../../tests/fixtures/calls/valid/pages-without-annexes.toml");
    home.json(&["calls", "import", &call.to_string_lossy()]);
    let line = "Every harbour needs a plan that was tested before the storm. ";
    let annex = format!("# Answer\n\nShort.\n\n# Annex\n\n{}\n", line.repeat(400));
    home.write("t.md", annex);
    let count = home.json(&["count", "t.md", "--call", "pages-without-annexes"]);
    assert_eq!(count["pages_counted"], 1, "{count}");
    assert!(count["pages"].as_u64() > Some(4) && count["parts"]["annexes"].as_u64() > Some(4000));
    assert!(count["counted"].as_u64() < Some(10), "{count}");
}
