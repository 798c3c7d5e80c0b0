//! `./x score import` reads the documents of the checked truth and has its scorer judge them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rostrum_core::import::{self, ImportOptions};
use serde_json::{Value, json};

use super::baseline;
use crate::{Outcome, say};

/// Runs `score import [-v] [--only NAME]`.
pub(super) fn run(root: &Path, corpus: &Path, arguments: &[String]) -> Outcome {
    let truth = corpus.join("truth/import");
    let scorer = truth.join("score.py");
    if !scorer.is_file() {
        say("score: skipped, the corpus holds no truth for imports");
        return Ok(());
    }
    let only = arguments.iter().position(|a| a == "--only").and_then(|at| arguments.get(at + 1));
    let answers = root.join("target/score/import");
    fs::create_dir_all(&answers)
        .map_err(|error| format!("cannot make {}: {error}", answers.display()))?;
    let mut pairs: Vec<PathBuf> = Vec::new();
    for path in truths(&truth)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let name = name.trim_end_matches(".truth.json");
        if only.is_some_and(|only| !name.contains(only.as_str())) {
            continue;
        }
        let answer = answers.join(format!("{name}.json"));
        let told = answer_for(corpus, &path)?;
        fs::write(&answer, told.to_string())
            .map_err(|error| format!("cannot write {}: {error}", answer.display()))?;
        pairs.push(path);
        pairs.push(answer);
    }
    let mut command = Command::new("python3");
    command.arg(&scorer).args(&pairs);
    if arguments.iter().any(|argument| argument == "-v") {
        command.arg("-v");
    }
    let status = command.status().map_err(|error| format!("cannot start python3: {error}"))?;
    if !status.success() {
        return Err("the scorer failed".into());
    }
    bar(corpus, &scorer, &answers.join("baseline"), &pairs)
}

/// Prints the last row that a simple reader gets, computed now.
fn bar(corpus: &Path, scorer: &Path, folder: &Path, pairs: &[PathBuf]) -> Outcome {
    fs::create_dir_all(folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut simple: Vec<PathBuf> = Vec::new();
    for pair in pairs.chunks(2) {
        let [truth, ours] = pair else { continue };
        let (path, bytes) = document(corpus, truth)?;
        let answer = match baseline::answer(&path, &bytes) {
            Ok(answer) => answer,
            Err(problem) => {
                say(&format!("score: no row to compare with: {problem}"));
                return Ok(());
            }
        };
        let file = folder.join(ours.file_name().unwrap_or_default());
        fs::write(&file, answer.to_string())
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        simple.push(truth.clone());
        simple.push(file);
    }
    let output = Command::new("python3")
        .arg(scorer)
        .args(&simple)
        .output()
        .map_err(|error| format!("cannot start python3: {error}"))?;
    let table = String::from_utf8_lossy(&output.stdout);
    say(
        "for comparison, pdftotext -layout cut at blank lines and labels; pandoc for DOCX and HTML:",
    );
    for line in table.lines().filter(|line| line.starts_with("TOTAL") || line.starts_with("refus"))
    {
        say(line);
    }
    Ok(())
}

fn truths(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".truth.json"))
        .collect();
    found.sort();
    Ok(found)
}

/// Returns the document of a truth file: where it is and what it holds.
fn document(corpus: &Path, truth: &Path) -> Result<(PathBuf, Vec<u8>), String> {
    let text = fs::read_to_string(truth)
        .map_err(|error| format!("cannot read {}: {error}", truth.display()))?;
    let truth: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let path = corpus.join(truth["file"].as_str().ok_or("a truth file names no document")?);
    let bytes =
        fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok((path, bytes))
}

/// Returns what the importer says about the document of a truth file, in the scorer's shape.
fn answer_for(corpus: &Path, truth: &Path) -> Result<Value, String> {
    let (path, bytes) = document(corpus, truth)?;
    let name = path.to_string_lossy();
    Ok(match import::read(&bytes, &ImportOptions { name: &name, password: None }) {
        Ok(draft) => json!({
            "blocks": draft.blocks,
            "warnings": draft.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>(),
        }),
        Err(error) => json!({ "blocks": [], "error": error.to_string() }),
    })
}
