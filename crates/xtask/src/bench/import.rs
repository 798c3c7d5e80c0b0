//! `./x bench import`: processor time of reading a draft, beside programs that read the same file.

use std::path::Path;

use crate::{Outcome, say};

/// Measures the readers beside their peers.
pub(super) fn run(_: &Path, _: &[String]) -> Outcome {
    say("bench: nothing is measured yet");
    Ok(())
}
