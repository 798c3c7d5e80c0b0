//! The only file that prints.

#![expect(clippy::print_stderr, reason = "this is the place that prints")]

use std::io::IsTerminal as _;
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};
use rostrum_core::finding::{Finding, Severity};
use rostrum_kit::desk::Events;
use rostrum_kit::{Code, Failure};
use serde::Serialize;

/// Standard output and error, as the user asked for them.
#[derive(Debug)]
pub(crate) struct Terminal {
    json: bool,
    quiet: bool,
}

impl Terminal {
    /// Makes a terminal that prints JSON or words, and progress unless quiet.
    pub(crate) fn new(json: bool, quiet: bool) -> Self {
        Self { json, quiet }
    }

    /// Tells whether the answer is printed as JSON.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    /// Prints an answer: the value as JSON, or the words made from it.
    pub(crate) fn answer<T: Serialize>(&self, value: &T, words: impl FnOnce(&T) -> String) {
        if self.json {
            match serde_json::to_string_pretty(value) {
                Ok(text) => put(&text),
                Err(error) => eprintln!("rostrum: the answer cannot be written as JSON: {error}"),
            }
        } else {
            let words = words(value);
            if !words.is_empty() {
                put(words.trim_end());
            }
        }
    }

    /// Prints a line for people, beside the answer.
    pub(crate) fn note(&self, words: &str) {
        if !self.quiet {
            eprintln!("{words}");
        }
    }

    /// Returns what hears the desk: a progress bar on a terminal, nothing in a pipe.
    pub(crate) fn events(&self) -> Box<dyn Events> {
        if self.quiet || !std::io::stderr().is_terminal() {
            Box::new(rostrum_kit::desk::Unheard)
        } else {
            Box::new(Bar(Mutex::new(None)))
        }
    }
}

/// Prints why nothing came of it and what to do.
pub(crate) fn failure(failure: &Failure) {
    let hint = match failure.code {
        Code::DraftLocked => " (--password PASSWORD)",
        _ => "",
    };
    eprintln!("rostrum: cannot {}: {}{hint}", failure.attempt, failure.detail);
}

/// Prints a line; a reader that has gone, such as `head`, is no fault.
fn put(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes findings one a line, each with its place and its remedy.
pub(crate) fn findings(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        out.push_str(&format!("{severity} {} {}", finding.code, place(finding)));
        out.push_str(&format!("{}\n", finding.message));
        if !finding.hint.is_empty() {
            out.push_str(&format!("    {}\n", finding.hint));
        }
    }
    out
}

/// Writes findings as [`findings`] does, of each kind the first few: what a draft has on every
/// page is told once.
pub(crate) fn few(all: &[Finding]) -> String {
    const SHOWN: usize = 3;
    let same = |a: &Finding, b: &Finding| a.code == b.code && a.variant == b.variant;
    let mut out = String::new();
    for (at, finding) in all.iter().enumerate() {
        let before = all[..at].iter().filter(|other| same(other, finding)).count();
        let whole = all.iter().filter(|other| same(other, finding)).count();
        // One more than the few is told itself rather than counted.
        if before < SHOWN || whole <= SHOWN + 1 {
            out.push_str(&findings(std::slice::from_ref(finding)));
        } else if before == SHOWN {
            let more = whole - SHOWN;
            out.push_str(&format!(
                "    … and {more} more like it ({}; --json lists all)\n",
                finding.code
            ));
        }
    }
    out
}

fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let words: Vec<&str> = [place.section.as_deref(), place.paragraph.as_deref()]
        .into_iter()
        .flatten()
        .filter(|words| !words.is_empty())
        .collect();
    if words.is_empty() { String::new() } else { format!("[{}] ", words.join(", ")) }
}

struct Bar(Mutex<Option<ProgressBar>>);

impl Events for Bar {
    fn progress(&self, _: &str, stage: &str, done: u32, total: u32) {
        let mut bar = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let bar = bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::new(u64::from(total)).with_style(style)
        });
        bar.set_message(stage.to_owned());
        bar.set_length(u64::from(total.max(done)));
        bar.set_position(u64::from(done));
        if total > 0 && done >= total {
            bar.finish_and_clear();
        }
    }

    fn changed(&self, _: &str, _: &str) {}
}
