//! Runs `rostrum` in a home of its own.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A machine with nothing on it but Rostrum; gone when dropped.
pub(crate) struct Home {
    folder: TempDir,
}

/// What a run said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder for the test") }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes a folder and returns its path as it is typed.
    pub(crate) fn folder(&self, name: &str) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        path.to_string_lossy().into_owned()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a file for the test");
        path
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Said {
        let mut child = self.started(arguments);
        // A run that refuses its arguments ends without reading.
        let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
        Said::from(child.wait_with_output().expect("the command ends"))
    }

    /// Starts a run and does not wait for it.
    pub(crate) fn started(&self, arguments: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_rostrum"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("ROSTRUM_HOME", self.path("home"))
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts")
    }

    /// Runs with `--json`, expects success, and reads the one document on standard output.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        self.json_with(arguments, "")
    }

    pub(crate) fn json_with(&self, arguments: &[&str], input: &str) -> Value {
        let mut all = vec!["--json"];
        all.extend_from_slice(arguments);
        let said = self.run_with(&all, input);
        assert_eq!(said.code, 0, "{arguments:?} ended with {}: {}", said.code, said.err);
        serde_json::from_str(&said.out)
            .unwrap_or_else(|error| panic!("{arguments:?} printed no JSON ({error}): {}", said.out))
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A file of the shipped example.
pub(crate) fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../templates/example")
        .join(name)
        .to_string_lossy()
        .into_owned()
}
