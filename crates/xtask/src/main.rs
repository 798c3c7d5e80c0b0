//! What `./x` starts: one verb, one function.

#[cfg(feature = "gen")]
mod bench;
mod fuzz;
#[cfg(feature = "gen")]
mod r#gen;
#[cfg(feature = "gen")]
mod score;
mod steps;
mod verbs;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a verb ends: done, or a sentence that says what failed and what to do.
pub(crate) type Outcome = Result<(), String>;

type Verb = fn(&Path, &[String]) -> Outcome;

/// Every verb with what it is for.
const VERBS: &[(&str, &str, Verb)] = &[
    ("run", "builds the window and opens it; without a display, runs the demo", verbs::run),
    ("test", "runs every test", verbs::test),
    ("check", "checks form, lints, licences, types and generated files", verbs::check),
    #[cfg(feature = "gen")]
    ("gen", "writes the generated files; --check compares them", r#gen::run),
    #[cfg(feature = "gen")]
    ("bench", "measures the steps of the main job", bench::run),
    ("fuzz", "tries changed bytes on a draft reader: fuzz TARGET SECONDS", fuzz::run),
    ("dev", "opens the window on sources that are rebuilt as they change", verbs::dev),
    #[cfg(feature = "gen")]
    ("score", "scores the draft readers on the corpus of real documents", score::run),
    ("screens", "makes a picture of every screen", verbs::screens),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let word = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let Some((name, _, verb)) = VERBS.iter().find(|(name, ..)| *name == word) else {
        say("usage: ./x VERB");
        for (name, about, _) in VERBS {
            say(&format!("  {name:<8} {about}"));
        }
        return ExitCode::from(2);
    };
    match verb(&root(), &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say(&format!("{name}: {problem}"));
            ExitCode::FAILURE
        }
    }
}

/// Returns the root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").components().collect::<PathBuf>()
}

/// Tells a person something; the one place of this crate that prints.
#[expect(clippy::print_stderr, reason = "the one place that prints")]
pub(crate) fn say(words: &str) {
    eprintln!("{words}");
}
