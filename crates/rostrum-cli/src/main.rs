//! The `rostrum` command line: reads arguments, calls the desk, prints.
//!
//! Exit codes: 0 fine; 1 findings at or above `--fail-on`; 2 wrong use or input that cannot
//! be read; 3 a channel failed or its outcome is unknown. With `--json` one document is on
//! standard output and nothing else; messages go to standard error.

mod arguments;
mod out;
mod outcome;
mod terminal;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    rostrum_kit::worker::run_if_asked();
    let arguments = arguments::Arguments::parse();
    let terminal = terminal::Terminal::new(arguments.json, arguments.quiet);
    match verbs::run(arguments, &terminal) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            terminal::failure(&failure);
            outcome::Outcome::from(&failure).into()
        }
    }
}
