//! Runs other programs one after the other, in sight, and remembers how each of them closed.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::{Outcome, say};

/// One program to run.
pub(crate) struct Step {
    /// What it shows, as it stands in the summary.
    pub(crate) name: &'static str,
    /// Folder to run it in, from the root of the repository.
    pub(crate) folder: &'static str,
    /// The program and its arguments.
    pub(crate) command: Vec<String>,
    /// Words by which the lines that close its report are known.
    pub(crate) closing: &'static [&'static str],
    /// The longest it may take; a program that hangs must not look like one that is slow.
    pub(crate) limit: Duration,
}

impl Step {
    /// Makes a step from a command line without quoting.
    pub(crate) fn new(name: &'static str, folder: &'static str, command: &str) -> Self {
        let command = command.split_whitespace().map(String::from).collect();
        Self { name, folder, command, closing: &[], limit: Duration::from_mins(40) }
    }

    /// Says by which words the lines that close its report are known.
    pub(crate) fn closing(mut self, words: &'static [&'static str]) -> Self {
        self.closing = words;
        self
    }

    /// Says how long it may take.
    pub(crate) fn within(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }
}

/// Runs every step, even after one has failed, then tells how each closed.
///
/// # Errors
/// Names the steps that failed.
pub(crate) fn run_all(root: &Path, steps: Vec<Step>) -> Outcome {
    let started = Instant::now();
    let mut summary = Vec::new();
    let mut failed = Vec::new();
    for step in steps {
        let began = Instant::now();
        say(&format!("\n── {}: {}", step.name, step.command.join(" ")));
        let (outcome, lines) = run(root, &step);
        let seconds = began.elapsed().as_secs();
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        summary.push(format!("{verdict} {} ({seconds} s)", step.name));
        summary.extend(lines.into_iter().map(|line| format!("    {line}")));
        if let Err(problem) = outcome {
            summary.push(format!("    {problem}"));
            failed.push(step.name);
        }
    }
    say("\n── summary");
    for line in summary {
        say(&line);
    }
    say(&format!("{} s in all", started.elapsed().as_secs()));
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// Runs one step; returns how it ended and the lines that close its report.
fn run(root: &Path, step: &Step) -> (Outcome, Vec<String>) {
    let mut closing = Vec::new();
    let outcome = start(root, step).and_then(|(mut child, lines)| {
        let began = Instant::now();
        let mut ended = None;
        loop {
            match lines.recv_timeout(Duration::from_millis(300)) {
                Ok(line) => {
                    say(&line);
                    if step.closing.iter().any(|word| line.contains(word)) {
                        closing.push(line.trim().to_owned());
                    }
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let status = child.wait();
                    ended = Some(status.map_err(|error| format!("wait: {error}"))?);
                }
                // A program left behind, such as a keyring, may hold the output open for ever:
                // what counts is that the step itself has ended.
                Err(RecvTimeoutError::Timeout) if ended.is_none() => {
                    ended = child.try_wait().map_err(|error| format!("wait: {error}"))?;
                    if ended.is_some() {
                        continue;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            match ended {
                Some(status) if status.success() => return Ok(()),
                Some(status) => return Err(status.to_string()),
                None if began.elapsed() > step.limit => {
                    // The group, because `cargo` and `xvfb-run` leave children behind.
                    let group = format!("-{}", child.id());
                    let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
                    let _ = child.wait();
                    return Err(format!("stopped after {} s", step.limit.as_secs()));
                }
                None => {}
            }
        }
    });
    (outcome, closing)
}

/// Starts a step in a process group of its own; its two outputs come as one row of lines.
fn start(root: &Path, step: &Step) -> Result<(Child, Receiver<String>), String> {
    let attempt = |error: std::io::Error| format!("start {}: {error}", step.command[0]);
    let (output, input) = std::io::pipe().map_err(attempt)?;
    let child = Command::new(&step.command[0])
        .args(&step.command[1..])
        .current_dir(root.join(step.folder))
        .stdin(Stdio::null())
        .stdout(input.try_clone().map_err(attempt)?)
        .stderr(input)
        .process_group(0)
        .spawn()
        .map_err(attempt)?;
    let (tell, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if tell.send(line).is_err() {
                break;
            }
        }
    });
    Ok((child, lines))
}

/// Runs one program that a person uses or watches, with the terminal as its own.
pub(crate) fn hand_over(root: &Path, folder: &str, command: &str) -> Outcome {
    let mut words = command.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program)
        .args(words)
        .current_dir(root.join(folder))
        .status()
        .map_err(|error| format!("start {program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command}: {status}")) }
}

/// Tells whether a program answers to `--version`.
pub(crate) fn answers(command: &str) -> bool {
    let mut words = command.split_whitespace();
    Command::new(words.next().unwrap_or_default())
        .args(words)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
