//! `./x score revise`: alignments of real pairs of revisions, judged by the corpus's own scorer,
//! beside what Python's difflib finds by best match.

use std::fs;
use std::path::Path;
use std::process::Command;

use rostrum_core::import::{self, ImportOptions};
use rostrum_core::model::Draft;
use rostrum_core::revise::align::{Relation, align};
use serde_json::{Value, json};

use crate::{Outcome, say};

/// Pairs with hand-made truth: its file, the old and the new draft.
pub(crate) const PAIRS: &[(&str, &str, &str)] = &[
    (
        "paris_03-04.tsv",
        "revisions/paris-agreement/03_2015-11-06_agreement.md",
        "revisions/paris-agreement/04_2015-12-04_agreement.md",
    ),
    (
        "res_77-321_78-272.tsv",
        "revisions/bbnj-ga-resolutions/2023-08-01_A-RES-77-321.pdf",
        "revisions/bbnj-ga-resolutions/2024-04-24_A-RES-78-272.pdf",
    ),
];

/// Ratios from which difflib's best match is taken for a link.
const BASELINES: [&str; 2] = ["0.5", "0.3"];

/// Scores every pair; `-v` names what was missed or wrong.
pub(crate) fn run(root: &Path, corpus: &Path, arguments: &[String]) -> Outcome {
    let scorer = corpus.join("truth/score.py");
    let target = root.join("target/score/revise");
    fs::create_dir_all(&target)
        .map_err(|error| format!("cannot make {}: {error}", target.display()))?;
    for (truth, old, new) in PAIRS {
        let truth = corpus.join("truth").join(truth);
        if !truth.is_file() || !scorer.is_file() {
            say(&format!("score: skipped, the corpus lacks {}", truth.display()));
            continue;
        }
        let (old, new) = (draft(corpus, old)?, draft(corpus, new)?);
        let answer = target.join("rostrum.json");
        write(&answer, &answers(&old, &new))?;
        let mut tables = vec![("Rostrum".to_owned(), score(&scorer, &truth, &answer)?)];
        let pair = target.join("pair.json");
        write(&pair, &json!({ "old": texts(&old), "new": texts(&new) }))?;
        for ratio in BASELINES {
            let answer = target.join(format!("difflib-{ratio}.json"));
            let script = root.join("tests/peers/difflib_match.py");
            let mut python = Command::new("python3");
            python.arg(script).arg(&pair).arg(ratio).arg(&answer);
            let python = python.status().map_err(|error| format!("start python3: {error}"))?;
            if !python.success() {
                return Err("difflib_match.py failed".into());
            }
            tables.push((format!("difflib {ratio}"), score(&scorer, &truth, &answer)?));
        }
        table(&truth, &tables);
        if arguments.iter().any(|argument| argument == "-v") {
            let mut list = Command::new("python3");
            list.arg(&scorer).arg(&truth).arg(&answer).arg("--list");
            list.status().map_err(|error| format!("start python3: {error}"))?;
        }
    }
    Ok(())
}

/// Reads one draft of the corpus.
pub(crate) fn draft(corpus: &Path, name: &str) -> Result<Draft, String> {
    let path = corpus.join(name);
    let bytes = fs::read(&path).map_err(|error| format!("read {}: {error}", path.display()))?;
    import::read(&bytes, &ImportOptions { name, password: None })
        .map_err(|error| format!("import {name}: {error}"))
}

fn texts(draft: &Draft) -> Vec<&str> {
    draft.blocks.iter().map(|block| block.text.as_str()).collect()
}

/// Returns an alignment in the scorer's shape.
fn answers(old: &Draft, new: &Draft) -> Value {
    let alignment = align(old, new);
    let entries = alignment.links.iter().zip(&old.blocks).map(|(link, block)| {
        let counterparts = link.new.iter().filter_map(|id| new.block(id));
        json!({
            "old_text": block.text,
            "new_texts": counterparts.map(|block| block.text.as_str()).collect::<Vec<_>>(),
            "relation": link.relation.word(),
            "unsure": link.relation == Relation::Unsure,
        })
    });
    json!({ "answers": entries.collect::<Vec<_>>(), "new_paragraphs": texts(new) })
}

fn write(path: &Path, value: &Value) -> Outcome {
    fs::write(path, value.to_string())
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn score(scorer: &Path, truth: &Path, answer: &Path) -> Result<Value, String> {
    let mut python = Command::new("python3");
    python.arg(scorer).arg(truth).arg(answer).arg("--json");
    let told = python.output().map_err(|error| format!("start python3: {error}"))?;
    serde_json::from_slice(&told.stdout).map_err(|error| format!("the scorer failed: {error}"))
}

fn table(truth: &Path, tables: &[(String, Value)]) {
    let name = truth.file_stem().unwrap_or_default().to_string_lossy();
    let row = |title: &str, cell: &dyn Fn(&Value) -> String| {
        let cells: String = tables.iter().map(|(_, v)| format!("{:>18}", cell(v))).collect();
        say(&format!("{title:<38}{cells}"));
    };
    let heads: String = tables.iter().map(|(head, _)| format!("{head:>18}")).collect();
    say(&format!("\n{name:<38}{heads}"));
    let number = |v: &Value, key: &str| v[key].as_u64().unwrap_or_default();
    let share = |part: u64, whole: u64| {
        if whole == 0 {
            return "-".to_owned();
        }
        format!("{part}/{whole} {:.1}%", 100.0 * part as f64 / whole as f64)
    };
    row("links found", &|v| share(number(v, "found"), number(v, "links")));
    row("  of these marked unsure", &|v| share(number(v, "found_unsure"), number(v, "found")));
    row("wrong and not marked unsure", &|v| share(number(v, "wrong"), number(v, "tool_links")));
    row("gone recognised as gone", &|v| share(number(v, "gone_right"), number(v, "gone")));
    row("new recognised as new", &|v| share(number(v, "new_right"), number(v, "new")));
    row("relation agrees", &|v| share(number(v, "rel_agree"), number(v, "found")));
    for relation in ["same", "edited", "moved", "split", "merged"] {
        row(&format!("  {relation} found"), &|v| {
            let told = &v["by_relation"][relation];
            share(number(told, "found"), number(told, "scored"))
        });
    }
}
