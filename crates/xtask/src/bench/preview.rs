//! `./x bench preview`: from an edit to the pages that show it, on one core.
//!
//! What is measured is all that happens between a saved word and the picture: the statement is
//! composed, laid out, and the changed pages that are in view are drawn. The edits are those of
//! a person who writes: words into one paragraph, then into another. One in ten makes a new
//! paragraph, after which most pages move; they are told apart, for nobody types paragraphs.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use rostrum_core::model::{Call, Statement};
use rostrum_core::render::{Composition, Layout, compose};
use rostrum_kit::fonts::fonts;
use rostrum_pages::Press;

use crate::{Outcome, say};

/// Paragraphs of the statements, and the longest that 95 of 100 edits may take, in milliseconds.
const SIZES: [(usize, f64); 2] = [(14, 16.0), (278, 100.0)];
/// Edits that are measured.
const EDITS: usize = 200;
/// Pages that the window shows at once.
const IN_VIEW: usize = 2;
/// Given to the second start, which has one core only.
const ALONE: &str = "--one-core";

/// Measures edits of a short and of a long statement.
pub(super) fn run(_: &Path, arguments: &[String]) -> Outcome {
    if arguments.first().is_none_or(|word| word != ALONE) {
        return on_one_core();
    }
    say(&format!(
        "{:<32} {:>7} {:>7} {:>7} {:>7} {:>9} {:>8}",
        "edit to preview, ms", "first", "p50", "p95", "max", "memory MB", "target"
    ));
    let mut missed = Vec::new();
    for (paragraphs, most) in SIZES {
        let mut statement = super::long::statement(paragraphs);
        let mut press = Press::new(fonts(false));
        let begun = Instant::now();
        let pages = show(&mut press, &statement, &[])?.len();
        let first = milliseconds(begun);
        let (mut words, mut new) = (Vec::new(), Vec::new());
        for edit in 0..EDITS {
            let keys: Vec<String> = press.sheets().iter().map(|s| s.key.clone()).collect();
            let paragraph = edit % 10 == 9;
            change(&mut statement, edit, paragraph);
            let begun = Instant::now();
            show(&mut press, &statement, &keys)?;
            if paragraph { new.push(milliseconds(begun)) } else { words.push(milliseconds(begun)) }
        }
        for (name, mut times, most) in
            [("a word", words, Some(most)), ("a new paragraph", new, None)]
        {
            times.sort_by(f64::total_cmp);
            let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
            let verdict = match most {
                Some(most) if at(0.95) > most => {
                    missed.push(format!("{pages} pages"));
                    format!("{most} MISSED")
                }
                Some(most) => format!("{most} reached"),
                None => String::new(),
            };
            say(&format!(
                "{:<32} {first:>7.1} {:>7.1} {:>7.1} {:>7.1} {:>9} {verdict:>8}",
                format!("{pages} pages, {name}"),
                at(0.5),
                at(0.95),
                at(1.0),
                memory(),
            ));
        }
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("target missed: {}", missed.join(", "))) }
}

/// Starts this program again with one core, where the system can do that.
fn on_one_core() -> Outcome {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let pinned = Command::new("taskset").arg("-V").output().is_ok_and(|out| out.status.success());
    let mut command = if pinned {
        let mut command = Command::new("taskset");
        command.args(["-c", "0"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    let status = command
        .args(["bench", "preview", ALONE])
        .env("RAYON_NUM_THREADS", "1")
        .status()
        .map_err(|error| format!("start again on one core: {error}"))?;
    if status.success() { Ok(()) } else { Err("a target was missed".into()) }
}

/// Lays a statement out and draws what changed in view, as the desk does.
fn show(
    press: &mut Press,
    statement: &Statement,
    before: &[String],
) -> Result<Vec<String>, String> {
    let composed = compose(&Composition {
        statement,
        call: &Call::default(),
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    });
    press.set(&composed.document).map_err(|error| error.to_string())?;
    let keys: Vec<String> = press.sheets().iter().map(|sheet| sheet.key.clone()).collect();
    let changed = (0u32..).zip(&keys).filter(|(at, key)| before.get(*at as usize) != Some(*key));
    for (page, _) in changed.take(IN_VIEW) {
        std::hint::black_box(press.svg(page));
    }
    Ok(keys)
}

/// Writes a word into some paragraph, or a new paragraph after it.
fn change(statement: &mut Statement, edit: usize, paragraph: bool) {
    // Twenty edits in one paragraph, then on to another.
    let paragraphs = statement.body.matches("\n\n").count();
    let wanted = (edit / 20 * 7 + 3) % paragraphs;
    let place = statement.body.match_indices("\n\n").nth(wanted).map_or(0, |(at, _)| at);
    let text = if paragraph {
        format!("\n\nA new paragraph, number {edit}, with a few words of its own.")
    } else {
        format!(" word{edit}")
    };
    statement.body.insert_str(place, &text);
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1_000.0
}

/// Returns the memory this process holds, in megabytes; a dash where the system does not tell.
fn memory() -> String {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.map_or("–".into(), |kb| (kb / 1024).to_string())
}
