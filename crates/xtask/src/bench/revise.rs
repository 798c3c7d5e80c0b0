//! `./x bench revise`: aligning two real revisions, and marking words, beside peers.
//!
//! The peers do the same work as our word marks in the same run: diff-match-patch compares the
//! same words as one character each, `git diff --word-diff` compares the same two files.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use rostrum_core::model::Draft;
use rostrum_core::revise::align::align;
use rostrum_core::revise::words;

use crate::score::{corpus, revise};
use crate::{Outcome, say};

/// Words of the text whose changes are marked.
const WORDS: usize = 10_000;
/// Longest that aligning may take, in milliseconds.
const ALIGN_MS: f64 = 50.0;
/// Longest that marking the changes of a long text may take, in milliseconds.
const WORDS_MS: f64 = 10.0;
/// Measurements of each.
const ROUNDS: usize = 60;
/// Measurements of a peer.
const PEER_ROUNDS: usize = 7;

/// Measures both and tells whether the targets are reached.
pub(super) fn run(root: &Path, _: &[String]) -> Outcome {
    let Some(corpus) = corpus(root) else {
        say("bench: skipped, there is no corpus of real documents beside the checkout");
        return Ok(());
    };
    let mut missed = Vec::new();
    for (_, old, new) in revise::PAIRS {
        let (old, new) = (revise::draft(&corpus, old)?, revise::draft(&corpus, new)?);
        let name = format!("align {} with {} blocks", old.blocks.len(), new.blocks.len());
        missed.extend(measure(&name, ALIGN_MS, || align(&old, &new)).is_late(&name));
    }
    let (_, old, new) = revise::PAIRS[0];
    let old = text(&revise::draft(&corpus, old)?);
    let new = text(&revise::draft(&corpus, new)?);
    let edited = edited(&old);
    // Two revisions end to end are hardly one text any more: measured, but without a target.
    for (name, most, before, after) in [
        ("mark words, an edited text", WORDS_MS, &old, &edited),
        ("mark words, the next revision", f64::INFINITY, &old, &new),
    ] {
        let ours = measure(name, most, || words::diff(before, after));
        missed.extend(ours.is_late(name));
        beside(root, ours.median, before, after)?;
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("target missed: {}", missed.join(", "))) }
}

/// Returns the first words of a draft.
fn text(draft: &Draft) -> String {
    let words = draft.blocks.iter().flat_map(|block| block.text.split_whitespace());
    words.take(WORDS).collect::<Vec<_>>().join(" ")
}

/// Returns the text as an editor leaves it: a word changed, added or taken out in every twenty.
fn edited(text: &str) -> String {
    let words = text.split(' ').enumerate().filter_map(|(at, word)| match at % 20 {
        7 if at % 3 == 0 => None,
        7 if at % 3 == 1 => Some(format!("{word} also")),
        7 => Some("instead".to_owned()),
        _ => Some(word.to_owned()),
    });
    words.collect::<Vec<_>>().join(" ")
}

struct Times {
    median: f64,
    p95: f64,
    most: f64,
}

impl Times {
    fn is_late(&self, name: &str) -> Option<String> {
        (self.p95 > self.most).then(|| name.to_owned())
    }
}

fn measure<T>(name: &str, most: f64, mut step: impl FnMut() -> T) -> Times {
    black_box(step());
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            black_box(step());
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    let told = Times { median: at(50), p95: at(95), most };
    let verdict = if told.p95 <= most { "reached" } else { "MISSED" };
    say(&format!(
        "{name:<40} median {:>8.2} ms   p95 {:>8.2} ms   at most {most} ms: {verdict}",
        told.median, told.p95
    ));
    told
}

/// Measures the peers on the same two texts.
fn beside(root: &Path, ours: f64, before: &str, after: &str) -> Outcome {
    let folder = root.join("target/bench/revise");
    fs::create_dir_all(&folder).map_err(|error| format!("make {}: {error}", folder.display()))?;
    let (old, new) = (folder.join("old.txt"), folder.join("new.txt"));
    fs::write(&old, before).map_err(|error| format!("write {}: {error}", old.display()))?;
    fs::write(&new, after).map_err(|error| format!("write {}: {error}", new.display()))?;
    let ratio = |name: &str, theirs: f64| {
        say(&format!("    {name:<36} median {theirs:>8.2} ms   {:.1} times ours", theirs / ours));
    };

    let mut dmp = Command::new(root.join("target/peers/bin/python"));
    dmp.arg(root.join("tests/peers/word_diff.py")).arg(&old).arg(&new);
    dmp.arg(PEER_ROUNDS.to_string());
    match dmp.stderr(Stdio::null()).output() {
        Ok(told) if told.status.success() => {
            let told = String::from_utf8_lossy(&told.stdout);
            let theirs = told.trim().parse().map_err(|_| format!("word_diff.py said {told}"))?;
            ratio("diff-match-patch", theirs);
        }
        _ => say("    diff-match-patch is not in target/peers: nothing to compare with"),
    }

    let mut times = Vec::new();
    for _ in 0..PEER_ROUNDS {
        let mut git = Command::new("git");
        git.args(["diff", "--no-index", "--word-diff", "--no-color"]).arg(&old).arg(&new);
        git.stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        if git.status().is_err() {
            say("    git is not installed: nothing to compare with");
            return Ok(());
        }
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    ratio("git diff --word-diff, with its start", times[times.len() / 2]);
    Ok(())
}
