//! `./x bench import`: processor time of whole processes that read a draft, ours beside peers.
//!
//! Ours is `rostrum import FILE --json` with all it starts: the program, the confined worker it
//! starts to read the file, and the writing of the answer. A peer is the program that people
//! would otherwise use to get at the words. All are measured in the same run, one after the
//! other in turn, so that a busy machine is as busy for each.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::score::corpus;
use crate::steps::hand_over;
use crate::{Outcome, say};

/// The 54-page draft that the target for PDF names.
const PARIS: &str = "revisions/paris-agreement/03_2015-11-06_adp-11-informal-note.pdf";

/// Drafts in Word's format; the ending of one says otherwise.
const WORD: [&str; 3] = [
    "un-docs/upr-slovenia/UPR20__Slovenia_ThematicListRecommendations_E.docx",
    "un-docs/upr-slovenia/AdvancedQuestionsSlovenia.doc",
    "docx-robust/pandoc/lists_level_override.docx",
];

/// Rounds of which the median counts.
const ROUNDS: usize = 7;

/// Processor time that one round takes at least, in hundredths of a second: the kernel tells it
/// no finer.
const LEAST: u64 = 30;

/// Most processor time for a PDF, as a multiple of what `pdftotext -layout` takes.
const MOST_OF_PDFTOTEXT: f64 = 2.0;
/// Most processor time for a DOCX, as a share of what pandoc takes.
const MOST_OF_PANDOC: f64 = 0.1;

/// Measures the readers beside their peers.
pub(super) fn run(root: &Path, arguments: &[String]) -> Outcome {
    if !Path::new("/proc/self/stat").exists() {
        say("bench: skipped, only Linux tells the processor time of other processes here");
        return Ok(());
    }
    let rostrum = program(root)?;
    let pdf = |file: &Path| Peer::new("pdftotext", &["-layout"], file, &["-"]);
    let word = |file: &Path| Peer::new("pandoc", &["--from", "docx", "--to", "plain"], file, &[]);
    let corpus = corpus(root);
    if corpus.is_none() {
        say(
            "bench: there is no corpus of real documents beside the checkout; only the shipped example is measured",
        );
    }
    let mut rows = vec![
        (root.join("templates/example/zero-draft.pdf"), pdf as fn(&Path) -> Peer, None),
        (root.join("templates/example/zero-draft.docx"), word as fn(&Path) -> Peer, None),
    ];
    if let Some(corpus) = &corpus {
        rows.push((corpus.join(PARIS), pdf, Some(MOST_OF_PDFTOTEXT)));
        rows.extend(
            WORD.iter()
                .map(|name| (corpus.join(name), word as fn(&Path) -> Peer, Some(MOST_OF_PANDOC))),
        );
    }
    let only = arguments.first().map_or("", String::as_str);
    say(&format!("{:<56} {:>9} {:>9}   {}", "processor time, ms", "rostrum", "peer", "ratio"));
    let mut missed = Vec::new();
    for (file, peer, most) in rows {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.contains(only) {
            continue;
        }
        if !file.is_file() {
            say(&format!("{name:<56} missing in the corpus"));
            continue;
        }
        let peer = peer(&file);
        let mut ours = Command::new(&rostrum);
        ours.arg("import").arg(&file).arg("--json");
        if !peer.is_there() {
            say(&format!("{name:<56} {} is not installed: nothing to compare with", peer.name));
            continue;
        }
        let (ours, theirs) = compare(ours, peer.command())?;
        let ratio = ours / theirs;
        let said = if ratio < 1.0 {
            format!("{:.1} times faster than {}", 1.0 / ratio, peer.name)
        } else {
            format!("{ratio:.2} times {}", peer.name)
        };
        let verdict = match most {
            Some(most) if ratio > most => {
                missed.push(name.clone());
                "  MISSED"
            }
            Some(_) => "  reached",
            None => "",
        };
        say(&format!("{name:<56} {ours:>9.1} {theirs:>9.1}   {said}{verdict}"));
    }
    say(
        "targets: PDF at most 2 times pdftotext -layout, DOCX at least 10 times faster than pandoc",
    );
    if missed.is_empty() { Ok(()) } else { Err(format!("target missed: {}", missed.join(", "))) }
}

/// Builds the command line with optimisation and returns its path.
pub(super) fn program(root: &Path) -> Result<PathBuf, String> {
    hand_over(root, ".", "cargo build --quiet --release --locked -p rostrum-cli")?;
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root.join("target"), |folder| root.join(folder));
    let path = target.join("release/rostrum");
    if path.is_file() { Ok(path) } else { Err(format!("there is no {}", path.display())) }
}

/// A program that gives the words of a file.
struct Peer {
    name: &'static str,
    arguments: Vec<std::ffi::OsString>,
}

impl Peer {
    fn new(name: &'static str, before: &[&str], file: &Path, after: &[&str]) -> Self {
        let mut arguments: Vec<std::ffi::OsString> = before.iter().map(Into::into).collect();
        arguments.push(file.into());
        arguments.extend(after.iter().map(Into::into));
        Self { name, arguments }
    }

    fn is_there(&self) -> bool {
        let mut version = Command::new(self.name);
        version.arg("-v").stdout(Stdio::null()).stderr(Stdio::null());
        version.status().is_ok()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(self.name);
        command.args(&self.arguments);
        command
    }
}

/// Returns the median processor time of both commands in milliseconds.
fn compare(mut ours: Command, mut theirs: Command) -> Result<(f64, f64), String> {
    let mut runs = [1u32, 1];
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..=ROUNDS {
        for (at, command) in [&mut ours, &mut theirs].into_iter().enumerate() {
            let begun = children()?;
            let mut spent = 0;
            let mut count = 0;
            while if round == 0 { spent < LEAST } else { count < runs[at] } {
                let status = command
                    .stdin(Stdio::null())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .status()
                    .map_err(|error| format!("start a program: {error}"))?;
                if !status.success() {
                    return Err(format!("{command:?} failed: {status}"));
                }
                count += 1;
                spent = children()? - begun;
            }
            if round == 0 {
                // The first round fills the caches and tells how many runs one needs.
                runs[at] = count;
            } else {
                times[at].push(spent as f64 * 10.0 / f64::from(count));
            }
        }
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let [ours, theirs] = times;
    Ok((median(ours), median(theirs)))
}

/// Returns the processor time of all processes this one has waited for, and those they waited
/// for, in hundredths of a second (`proc(5)`, fields 16 and 17).
pub(super) fn children() -> Result<u64, String> {
    let text = fs::read_to_string("/proc/self/stat").map_err(|error| error.to_string())?;
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    let times: Vec<u64> = fields.skip(13).take(2).flat_map(str::parse).collect();
    Ok(times.iter().sum())
}
