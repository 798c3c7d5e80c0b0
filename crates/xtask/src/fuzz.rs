//! `./x fuzz TARGET SECONDS`: feeds a draft reader with changed bytes and looks for a crash.

use std::path::Path;

use crate::steps::{answers, hand_over};
use crate::{Outcome, say};

/// Version of cargo-fuzz that is installed when there is none; raise it on purpose only.
const CARGO_FUZZ: &str = "0.13.2";

/// Every target with the longest input that is worth trying: drafts are longer, but what can go
/// wrong goes wrong in a few pages.
const TARGETS: [(&str, u32); 11] = [
    ("labels", 256),
    ("text", 4096),
    ("markdown", 4096),
    ("html", 4096),
    ("docx", 8192),
    ("odt", 8192),
    ("pdf", 16384),
    ("whole", 16384),
    ("scrub", 16384),
    ("review", 16384),
    ("begun", 16384),
];

/// Runs one target, or with `all` one after the other, for so many seconds each.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Outcome {
    let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    let usage = || format!("usage: ./x fuzz {} SECONDS", names.join("|") + "|all");
    let [target, seconds] = arguments else { return Err(usage()) };
    let seconds: u32 = seconds.parse().map_err(|_| usage())?;
    let chosen: Vec<(&str, u32)> =
        TARGETS.into_iter().filter(|(name, _)| target == "all" || name == target).collect();
    if chosen.is_empty() {
        return Err(usage());
    }
    if !answers("cargo +nightly") {
        return Err("fuzzing needs a nightly compiler: rustup toolchain install nightly".into());
    }
    if !answers("cargo fuzz") {
        say(&format!("fuzz: installing cargo-fuzz {CARGO_FUZZ}; this takes some minutes, once"));
        hand_over(root, ".", &format!("cargo install --quiet --locked cargo-fuzz@{CARGO_FUZZ}"))?;
    }
    hand_over(
        root,
        ".",
        "cargo run --quiet --locked -p rostrum-tests --bin fuzz-seeds -- fuzz/corpus",
    )?;
    for (name, longest) in chosen {
        say(&format!("fuzz: {name}, {seconds} s"));
        // No sanitizer: nothing of ours is unsafe, and without one four times as much is tried.
        hand_over(
            root,
            ".",
            &format!(
                "cargo +nightly fuzz run --sanitizer none {name} -- -max_total_time={seconds} \
                 -max_len={longest} -timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=512 \
                 -print_final_stats=1"
            ),
        )?;
    }
    Ok(())
}
