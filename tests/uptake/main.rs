//! What of our proposals stands in a later text, as cases anybody can read.
//!
//! Each `case` block of `suite/uptake/*.md` has a draft before, a text after and what was
//! asked for; the `uptake` block behind it is what is told: status and share, why, and the
//! paragraphs with `{+words found+}`, `[-words that stayed-]` and `<words put in>`.
//! `ROSTRUM_BLESS=1` writes the outcome into the files, to be read before it is kept.

mod any_draft;
mod notation;
mod real_pairs;
mod report;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[test]
fn the_cases_of_the_suite_come_out_as_they_say() {
    let bless = std::env::var("ROSTRUM_BLESS").is_ok();
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/uptake");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for entry in fs::read_dir(dir).expect("the suite") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a text");
        let (mut kept, mut rest) = (String::new(), text.as_str());
        while let Some((before, after)) = rest.split_once("```case\n") {
            let (case, behind) = after.split_once("```\n").expect("the end of a case");
            let (between, behind) = behind.split_once("```uptake\n").expect("its outcome");
            let (expected, behind) = behind.split_once("```\n").expect("the end of the outcome");
            let told = notation::read(case).told();
            if told != expected {
                let title = before.lines().rfind(|line| line.starts_with('#')).unwrap_or_default();
                wrong.push(format!("{title}\n{case}\nexpected:\n{expected}\nfound:\n{told}"));
            }
            let _ = write!(kept, "{before}```case\n{case}```\n{between}```uptake\n{told}```\n");
            rest = behind;
            cases += 1;
        }
        kept.push_str(rest);
        if bless && kept != text {
            fs::write(&path, kept).expect("written");
        }
    }
    assert!(cases > 30, "only {cases} cases were read");
    assert!(bless || wrong.is_empty(), "{}", wrong.join("\n---\n"));
}
