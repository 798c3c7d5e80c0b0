//! `docs/commands.md`: the list of commands for a person who reads it.

use std::fmt::Write;

use rostrum_kit::for_each_command;

use super::{Files, Made};

macro_rules! rows {
    ($($name:ident($request:ty) -> $answer:ty: $about:literal,)*) => {
        const ROWS: &[(&str, &str, &str, &str)] = &[
            $((stringify!($name), stringify!($request), stringify!($answer), $about),)*
        ];
    };
}
for_each_command!(rows);

/// Returns `docs/commands.md`.
#[expect(clippy::unnecessary_wraps, reason = "every generator has the same shape")]
pub(super) fn make() -> Files {
    let mut text = String::from(
        "# Commands of the desk\n\n\
         Made by `./x gen` from `crates/rostrum-kit/src/desk/commands.rs`; change that file, not this one.\n\n\
         The window and the command line call nothing else. Requests and answers are the types of\n\
         `crates/rostrum-kit/src/desk/wire`; every command may also answer with a `Failure`.\n\n\
         | command | takes | answers | what it does |\n|---|---|---|---|\n",
    );
    for (name, request, answer, about) in ROWS {
        let _ = writeln!(text, "| `{name}` | `{request}` | `{answer}` | {about} |");
    }
    Ok(vec![Made { path: "docs/commands.md".into(), text }])
}
