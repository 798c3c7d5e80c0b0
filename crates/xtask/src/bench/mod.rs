//! `./x bench`: how fast Rostrum is, alone or beside its peers.
//!
//! Without a word, or with one that is no subject, the steps of the main job are measured. One
//! subject, one file; a new one adds a line to [`SUBJECTS`].

mod check;
mod export;
mod import;
mod long;
mod own_text;
mod preview;
mod revise;
mod steps;

use std::path::Path;

use crate::{Outcome, say};

type Subject = fn(&Path, &[String]) -> Outcome;

/// Every subject with what measures it.
const SUBJECTS: &[(&str, Subject)] = &[
    ("check", check::run),
    ("export", export::run),
    ("import", import::run),
    ("preview", preview::run),
    ("revise", revise::run),
];

/// Runs `bench [SUBJECT [arguments] | part of a step's name]`.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Outcome {
    if cfg!(debug_assertions) {
        say("bench: this is an unoptimised build; ./x bench makes an optimised one");
    }
    let word = arguments.first().map_or("", String::as_str);
    match SUBJECTS.iter().find(|(name, _)| *name == word) {
        Some((_, subject)) => subject(root, &arguments[1..]),
        None => steps::run(root, word),
    }
}
