//! The checks, as cases a lawyer can read.
//!
//! `suite/checks/NAME.md` tells about the rule NAME in prose. Each `case` block is checked,
//! and the rule's findings must be those of the `findings` block behind it:
//!
//! ```text
//! error: What is wrong.
//!   do: What to do.
//!   at: the words it stands at
//! ```
//!
//! `ROSTRUM_BLESS=1` writes the findings into the files, to be read before they are kept.

#[path = "checks/any_text.rs"]
mod any_text;
#[path = "checks/live.rs"]
mod live;
#[path = "checks/notation.rs"]
mod notation;
#[path = "checks/real_prose.rs"]
mod real_prose;
#[path = "checks/seeded/mod.rs"]
mod seeded;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rostrum_core::check::{RULES, Rule, word};
use rostrum_core::finding::{Finding, Severity};

fn suite() -> Vec<(String, PathBuf)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/checks");
    let mut files: Vec<_> = fs::read_dir(dir)
        .expect("the suite")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path))
        .collect();
    files.sort();
    files
}

fn found(case: &str, rule: &str) -> (notation::Written, Vec<Finding>) {
    let written = notation::read(case);
    let report = written.checked();
    (written, report.findings.into_iter().filter(|f| f.name == rule).collect())
}

fn told(written: &notation::Written, findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let _ = writeln!(out, "{}: {}", word(finding.severity), finding.message);
        let _ = writeln!(out, "  do: {}", finding.hint);
        if finding.place.start.is_some() {
            let _ = writeln!(out, "  at: {}", written.words_at(&finding.place));
        }
        for edit in &finding.edits {
            let _ = writeln!(out, "  mend: {}", edit.text);
        }
    }
    if out.is_empty() { "none\n".into() } else { out }
}

#[test]
fn the_cases_of_the_suite_find_what_they_announce() {
    let bless = std::env::var("ROSTRUM_BLESS").is_ok();
    let mut wrong = Vec::new();
    for (name, path) in suite() {
        let text = fs::read_to_string(&path).expect("a text");
        let mut kept = String::new();
        let mut rest = text.as_str();
        let mut cases = 0;
        while let Some((before, after)) = rest.split_once("```case\n") {
            let (case, behind) = after.split_once("```\n").expect("the end of a case");
            let (between, behind) = behind.split_once("```findings\n").expect("its findings");
            let (expected, behind) = behind.split_once("```\n").expect("the end of findings");
            assert!(!between.contains("```"), "{name}: a case without findings");
            let (written, findings) = found(case, &name);
            let told = told(&written, &findings);
            if told != expected {
                wrong.push(format!("{name}:\n{case}\nexpected:\n{expected}\nfound:\n{told}"));
            }
            let _ = write!(kept, "{before}```case\n{case}```\n{between}```findings\n{told}```\n");
            rest = behind;
            cases += 1;
        }
        assert!(cases > 0, "{name} has no case");
        kept.push_str(rest);
        if bless && kept != text {
            fs::write(&path, kept).expect("written");
        }
    }
    assert!(bless || wrong.is_empty(), "{}", wrong.join("\n---\n"));
}

#[test]
fn every_rule_has_a_page_of_cases_and_every_page_a_rule() {
    let rules: BTreeSet<String> = RULES.iter().map(|r| r.name.to_owned()).collect();
    let pages: BTreeSet<String> = suite().into_iter().map(|(name, _)| name).collect();
    assert_eq!(rules, pages);
}

#[test]
fn every_rules_example_has_the_fault_and_its_remedy_has_not() {
    for rule in RULES {
        let (_, findings) = found(rule.example, rule.name);
        assert!(!findings.is_empty(), "{}: the example has no fault", rule.name);
        let (written, findings) = found(rule.instead, rule.name);
        assert!(findings.is_empty(), "{}: {}", rule.name, told(&written, &findings));
    }
}

fn speech(rule: &Rule) -> Vec<&str> {
    let mut said = vec![rule.checks, rule.why];
    for sentence in rule.sentences {
        said.extend([sentence.message, sentence.hint]);
    }
    said
}

#[test]
fn the_rules_speak_in_whole_sentences() {
    for rule in RULES {
        for said in speech(rule) {
            assert!(said.ends_with(['.', '?']), "{}: {said}", rule.name);
            let first = said.chars().next().expect("words");
            assert!(first.is_uppercase() || matches!(first, '"' | '{'), "{}: {said}", rule.name);
            assert!(!said.contains("  "), "{}: {said}", rule.name);
        }
        assert!(!rule.name.contains("error") && !rule.sentences.is_empty());
    }
}

/// Returns a sentence without what only a program reads: a word stands for each parameter.
fn plain(said: &str) -> String {
    let mut out = String::new();
    for (at, piece) in said.split(['{', '}']).enumerate() {
        out.push_str(if at % 2 == 0 { piece } else { "x" });
    }
    out.replace(['#', '[', ']', '*', '_'], "")
}

#[test]
fn the_checks_find_no_fault_in_their_own_words() {
    let said: BTreeSet<&str> = RULES.iter().flat_map(|rule| speech(rule)).collect();
    let body: Vec<String> = said.iter().map(|said| plain(said)).collect();
    let case = format!("Body:\n# Summary\n\n{}\n", body.join("\n\n"));
    let findings = notation::read(&case).checked().findings;
    let own: Vec<String> = findings
        .iter()
        // Rostrum itself speaks British English; these rules are for wording of UN texts.
        .filter(|f| f.place.start.is_some())
        .filter(|f| !["ise-spelling", "number-in-figures"].contains(&f.name.as_str()))
        .map(|f| format!("{}: {}", f.name, f.message))
        .collect();
    assert!(own.is_empty(), "{own:#?}");
}

/// The most findings in a thousand words of careful prose, at the weight of a warning or more.
const NOISE: f64 = 2.0;

#[test]
#[expect(clippy::print_stdout, reason = "tells what was measured, or that it was skipped")]
fn careful_prose_draws_few_warnings() {
    let Some(pieces) = real_prose::pieces() else {
        println!("skipped: the folder of real material is not there");
        return;
    };
    let mut words = 0;
    let mut by_rule: BTreeMap<(Severity, String), usize> = BTreeMap::new();
    for (name, text) in &pieces {
        let (counted, findings) = real_prose::findings(text);
        words += counted;
        for (finding, at) in &findings {
            println!("{}", real_prose::line(name, finding, at));
            *by_rule.entry((finding.severity, finding.name.clone())).or_default() += 1;
        }
    }
    assert!(words > 10_000, "only {words} words were read");
    let rate = |count: usize| count as f64 * 1000.0 / f64::from(words);
    println!("\nin {words} words of careful prose, for each 1,000:");
    for ((severity, name), count) in &by_rule {
        println!("{:>8} {name:<28} {count:>5} {:>7.2}", word(*severity), rate(*count));
    }
    let grave = by_rule.iter().filter(|((severity, _), _)| *severity >= Severity::Warning);
    let (warnings, all) = (grave.map(|(_, n)| n).sum(), by_rule.values().sum());
    println!("{:.2} warnings, {:.2} findings of any weight", rate(warnings), rate(all));
    assert!(rate(warnings) < NOISE, "{:.2} warnings in 1,000 words", rate(warnings));
}

#[test]
#[expect(clippy::print_stdout, reason = "prints the table that it is run for")]
fn nine_in_ten_planted_faults_are_found_in_every_family() {
    let tallies = seeded::tallies();
    println!("{:<34} {:>8} {:>6} {:>7} {:>7}", "family", "planted", "found", "share", "alarms");
    for tally in &tallies {
        let (planted, found) = (tally.planted, tally.found);
        let alarms = format!("{}/{}", tally.alarms, tally.clean);
        println!(
            "{:<34} {planted:>8} {found:>6} {:>6.1}% {alarms:>7}",
            tally.family,
            tally.share()
        );
    }
    for tally in &tallies {
        for note in &tally.notes {
            println!("{}: {note}", tally.family);
        }
    }
    let weak: Vec<&str> =
        tallies.iter().filter(|t| t.share() < t.least || t.alarms > 0).map(|t| t.family).collect();
    assert!(weak.is_empty(), "{weak:?}");
}
