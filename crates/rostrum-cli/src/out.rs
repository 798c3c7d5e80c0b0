//! Where a document goes: a file, or standard output when `-` is typed.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use rostrum_kit::{Code, Failure};
use serde::Serialize;
use tempfile::TempDir;

use crate::terminal::Terminal;

/// Where a document goes.
pub(crate) struct Out {
    path: PathBuf,
    /// The folder in which it waits to be passed on to standard output.
    waiting: Option<TempDir>,
}

impl Out {
    /// Reads what was typed; a document for standard output is first written to a file that
    /// is called `name`.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] when the answer is wanted as JSON there, or when people would
    /// see the bytes of a document that is no text.
    pub(crate) fn of(typed: &Path, name: &str, terminal: &Terminal) -> Result<Self, Failure> {
        if typed != Path::new("-") {
            return Ok(Self { path: typed.to_owned(), waiting: None });
        }
        if terminal.json() {
            return Err(no("the answer as JSON stands there; name a file, or leave --json out"));
        }
        let binary = [".docx", ".pdf", ".xlsx", ".png"].iter().any(|end| name.ends_with(end));
        if binary && std::io::stdout().is_terminal() {
            return Err(no("it is no text to be read on a screen; name a file, or pass it on (|)"));
        }
        let waiting = TempDir::new().map_err(|error| no(&error.to_string()))?;
        Ok(Self { path: waiting.path().join(name), waiting: Some(waiting) })
    }

    /// Returns the path to write to.
    pub(crate) fn path(&self) -> String {
        crate::verbs::path(&self.path)
    }

    /// Passes the document on if it goes to standard output, and prints the answer: then
    /// beside it, as a remark.
    ///
    /// # Errors
    /// [`Code::FileRefused`] when standard output takes no more.
    pub(crate) fn answer<T: Serialize>(
        self,
        terminal: &Terminal,
        value: &T,
        words: impl FnOnce(&T) -> String,
    ) -> Result<(), Failure> {
        if self.waiting.is_none() {
            terminal.answer(value, words);
            return Ok(());
        }
        let failed = |error: std::io::Error| {
            Failure::new(Code::FileRefused, "write to standard output", error).with("file", "-")
        };
        let bytes = std::fs::read(&self.path).map_err(failed)?;
        let mut out = std::io::stdout().lock();
        match out.write_all(&bytes).and_then(|()| out.flush()) {
            // A reader that has gone, such as `head`, is no fault.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(failed(error)),
            _ => {
                let typed = self.path();
                let words = words(value).replace(&typed, "standard output");
                terminal.note(words.trim_end());
                Ok(())
            }
        }
    }

    /// Tells whether the document goes to standard output.
    pub(crate) fn is_standard(&self) -> bool {
        self.waiting.is_some()
    }
}

/// Returns the path of a file that cannot be standard output.
///
/// # Errors
/// [`Code::ValueRefused`] for `-`.
pub(crate) fn file(typed: &Path) -> Result<String, Failure> {
    if typed == Path::new("-") {
        return Err(no("this goes into a file only; name one (./- for a file of that name)"));
    }
    Ok(crate::verbs::path(typed))
}

/// Says why standard output is not possible.
pub(crate) fn no(detail: &str) -> Failure {
    Failure::new(Code::ValueRefused, "write to standard output", detail).with("field", "out")
}
