//! One file a verb: its arguments, what it asks of the desk, how the answer reads.

pub(crate) mod annex;
pub(crate) mod calls;
pub(crate) mod carry;
pub(crate) mod channels;
pub(crate) mod check;
pub(crate) mod count;
pub(crate) mod cover;
pub(crate) mod demo;
pub(crate) mod draft;
pub(crate) mod endorse;
pub(crate) mod evidence;
pub(crate) mod export;
pub(crate) mod fixing;
pub(crate) mod form;
pub(crate) mod import;
pub(crate) mod merge;
pub(crate) mod mute;
pub(crate) mod new;
pub(crate) mod openings;
pub(crate) mod original;
pub(crate) mod phrases;
pub(crate) mod picture;
pub(crate) mod plan;
pub(crate) mod reading;
pub(crate) mod receipts;
pub(crate) mod respond;
pub(crate) mod responses;
pub(crate) mod review;
pub(crate) mod revise;
pub(crate) mod scrub;
pub(crate) mod signatories;
pub(crate) mod skeletons;
pub(crate) mod speak;
pub(crate) mod submit;
pub(crate) mod uptake;
pub(crate) mod version;
pub(crate) mod words;
pub(crate) mod write;

use std::io::{IsTerminal as _, Read as _};
use std::path::Path;
use std::sync::Arc;

use rostrum_core::ports::Clock;
use rostrum_kit::clock::{FixedClock, SystemClock};
use rostrum_kit::desk::{Desk, Places};
use rostrum_kit::{Code, Failure};

use crate::arguments::{Arguments, Verb};
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Runs what was asked for.
pub(crate) fn run(arguments: Arguments, terminal: &Terminal) -> Result<Outcome, Failure> {
    let desk = desk(arguments.now.as_deref(), terminal)?;
    match arguments.verb {
        Verb::Demo(verb) => verb.run(&desk, terminal),
        Verb::Import(verb) => verb.run(&desk, terminal),
        Verb::New(verb) => verb.run(&desk, terminal),
        Verb::Cover(verb) => verb.run(&desk, terminal),
        Verb::Draft(verb) => verb.run(&desk, terminal),
        Verb::Respond(verb) => verb.run(&desk, terminal),
        Verb::Responses(verb) => verb.run(&desk, terminal),
        Verb::Phrases(verb) => verb.run(&desk, terminal),
        Verb::Write(verb) => verb.run(&desk, terminal),
        Verb::Evidence(verb) => verb.run(&desk, terminal),
        Verb::Skeletons(verb) => verb.run(&desk, terminal),
        Verb::Notes(verb) => verb.run(&desk, terminal),
        Verb::Plan(verb) => verb.run(&desk, terminal),
        Verb::Speak(verb) => verb.run(&desk, terminal),
        Verb::Annex(verb) => verb.run(&desk, terminal),
        Verb::Picture(verb) => verb.run(&desk, terminal),
        Verb::Scrub(verb) => verb.run(&desk, terminal),
        Verb::Count(verb) => verb.run(&desk, terminal),
        Verb::Check(verb) => verb.run(&desk, terminal),
        Verb::Mute(verb) => verb.run(&desk, terminal),
        Verb::Unmute(verb) => verb.run(&desk, terminal),
        Verb::Words(verb) => verb.run(&desk, terminal),
        Verb::Export(verb) => verb.run(&desk, terminal),
        Verb::Form(verb) => verb.run(&desk, terminal),
        Verb::Revise(verb) => verb.run(&desk, terminal),
        Verb::Uptake(verb) => verb.run(&desk, terminal),
        Verb::Carry(verb) => verb.run(&desk, terminal),
        Verb::Review(verb) => verb.run(&desk, terminal),
        Verb::Merge(verb) => verb.run(&desk, terminal),
        Verb::Version(verb) => verb.run(&desk, terminal),
        Verb::Endorse(verb) => verb.run(&desk, terminal),
        Verb::Signatories(verb) => verb.run(&desk, terminal),
        Verb::Channels(verb) => verb.run(&desk, terminal),
        Verb::Submit(verb) => verb.run(&desk, terminal),
        Verb::Receipts(verb) => verb.run(&desk, terminal),
        Verb::Glossary(verb) => verb.run(&desk, terminal),
        Verb::Calls(verb) => verb.run(&desk, terminal),
    }
}

fn desk(now: Option<&str>, terminal: &Terminal) -> Result<Desk, Failure> {
    let clock: Arc<dyn Clock> = match now {
        None => Arc::new(SystemClock),
        Some(words) => Arc::new(FixedClock(words.parse().map_err(|error: jiff::Error| {
            Failure::new(
                Code::ValueRefused,
                format!("take \"{words}\" for the present"),
                format!("{error}; write it like 2026-11-22T15:00:00Z"),
            )
            .with("field", "now")
        })?)),
    };
    let worker = std::env::current_exe()
        .map_err(|error| Failure::new(Code::Internal, "find the rostrum program", error))?;
    Ok(Desk::usual(Places::usual(worker), clock, Arc::from(terminal.events())))
}

/// Reads a text from standard input; one who sits before a terminal is told how to end it.
///
/// # Errors
/// [`Code::ValueRefused`] when it is no UTF-8.
pub(crate) fn typed(terminal: &Terminal, what: &str) -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        let end = if cfg!(windows) { "Ctrl-Z and Return" } else { "Ctrl-D" };
        terminal.note(&format!("Type or paste {what}; end it with {end} on a line of its own."));
    }
    let mut bytes = Vec::new();
    let refused = |detail: String| {
        Failure::new(Code::ValueRefused, format!("read {what} from standard input"), detail)
            .with("field", "text")
    };
    std::io::stdin().read_to_end(&mut bytes).map_err(|error| refused(error.to_string()))?;
    String::from_utf8(bytes)
        .map_err(|_| refused("it is no plain text in UTF-8; save it as such and try again".into()))
}

/// Returns a path as the desk names files: as typed.
pub(crate) fn path(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
