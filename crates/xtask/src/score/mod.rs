//! `./x score`: what the readers make of real documents, judged by the corpus's own scorers.
//!
//! One subject, one file; a new one adds a line to [`SUBJECTS`].

mod baseline;
mod import;
pub(crate) mod revise;

use std::path::{Path, PathBuf};

use crate::{Outcome, say};

type Subject = fn(&Path, &Path, &[String]) -> Outcome;

/// Every subject: its word, and what scores it from root, corpus and the other arguments.
const SUBJECTS: &[(&str, Subject)] = &[("import", import::run), ("revise", revise::run)];

/// Runs `score SUBJECT [arguments]`.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Outcome {
    let word = arguments.first().map_or("", String::as_str);
    let Some((_, subject)) = SUBJECTS.iter().find(|(name, _)| *name == word) else {
        let names: Vec<&str> = SUBJECTS.iter().map(|(name, _)| *name).collect();
        return Err(format!("say what to score: ./x score {}", names.join(" | ")));
    };
    let Some(corpus) = corpus(root) else {
        say("score: skipped, there is no corpus of real documents beside the checkout");
        return Ok(());
    };
    subject(root, &corpus, &arguments[1..])
}

/// Returns the folder of real documents beside the checkout, or the one `ROSTRUM_CORPUS` names.
pub(crate) fn corpus(root: &Path) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("ROSTRUM_CORPUS") {
        return Some(PathBuf::from(named)).filter(|path| path.is_dir());
    }
    root.ancestors().map(|above| above.join("../shared/corpus")).find(|path| path.is_dir())
}
