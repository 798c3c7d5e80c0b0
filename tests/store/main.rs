//! The statement file: what is kept, what is refused, what never leaves.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod copies;
mod damage;
mod formats;
mod kept;
mod opening;

use std::fs;
use std::path::Path;

use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::{Response, Version};
use rostrum_kit::store::StatementFile;

const AT: &str = "2026-11-22T10:00:00Z";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn new_file(path: &Path) -> (StatementFile, SharedStatement) {
    let mut file = StatementFile::create(path).expect("a new file");
    let statement = file.load().expect("an empty statement");
    (file, statement)
}

fn response(id: &str, rationale: &str, private: bool) -> Response {
    Response { id: id.into(), rationale: rationale.into(), private, ..Response::default() }
}

fn version(name: &str, text: &str, sha256: &str) -> Version {
    Version {
        name: name.into(),
        sha256: sha256.into(),
        text: text.into(),
        created: AT.into(),
        words: 1,
    }
}

/// SHA-256 of "Frozen.", as `printf Frozen. | sha256sum` gives it.
const FROZEN: &str = "86760d418f850e8dac17d7586f76d38d691f703e2e041ffb967e42f22821e2ff";

fn holds(path: &Path, words: &str) -> bool {
    let bytes = fs::read(path).expect("the file can be read");
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}
