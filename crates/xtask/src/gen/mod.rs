//! Files made from the code, written to the repository and compared on every test run.
//!
//! Each generator returns what its files should hold; this module alone writes or compares.

mod checks;
mod cli;
mod commands;
mod schema;
mod typescript;

use std::path::Path;

use crate::Outcome;

/// One generated file: its path from the root of the repository, and what it should hold.
pub(crate) struct Made {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// What a generator gives.
pub(crate) type Files = Result<Vec<Made>, String>;

/// Every generator, in the order in which it is told about.
const GENERATORS: &[fn() -> Files] =
    &[typescript::make, commands::make, schema::make, checks::make, cli::make];

/// Writes the generated files, or with `--check` fails when one of them is not as it would be made.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Outcome {
    let check = match arguments {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("gen takes --check or nothing".into()),
    };
    let mut stale = Vec::new();
    let mut count = 0;
    for generator in GENERATORS {
        for made in generator()? {
            count += 1;
            let path = root.join(&made.path);
            if std::fs::read_to_string(&path).is_ok_and(|kept| kept == made.text) {
                continue;
            }
            if check {
                stale.push(made.path);
                continue;
            }
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)
                    .map_err(|error| format!("make the folder of {}: {error}", made.path))?;
            }
            std::fs::write(&path, made.text)
                .map_err(|error| format!("write {}: {error}", made.path))?;
            crate::say(&format!("wrote {}", made.path));
        }
    }
    if stale.is_empty() {
        crate::say(&format!("gen: {count} generated files are up to date"));
        Ok(())
    } else {
        Err(format!("out of date: {}; run ./x gen and commit the result", stale.join(", ")))
    }
}
