//! A desk on a machine of its own, at an instant the test chooses.

use std::path::PathBuf;
use std::sync::Arc;

use rostrum_kit::clock::FixedClock;
use rostrum_kit::desk::wire::{NewStatementRequest, Workspace};
use rostrum_kit::desk::{Desk, Places, Unheard};
use rostrum_kit::ids::Uuid7;
use rostrum_kit::keyring::{Keyring, MemorySecrets, Namespace};
use tempfile::TempDir;

/// A call that closes on 4 December 2026, with another date for joint statements.
pub(crate) const CALL: &str = include_str!("call.toml");

/// A machine with nothing on it but Rostrum; gone when dropped.
pub(crate) struct Machine {
    pub(crate) folder: TempDir,
}

impl Machine {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder for the test") }
    }

    /// Returns a desk on this machine at an instant.
    pub(crate) fn at(&self, now: &str) -> Desk {
        let places = Places {
            config: self.folder.path().join("config"),
            data: self.folder.path().join("data"),
            documents: self.folder.path().join("documents"),
            secrets: Namespace::apart("rules-test"),
            worker: PathBuf::from(env!("CARGO_BIN_EXE_import-worker")),
        };
        Desk::new(
            places,
            Arc::new(FixedClock(now.parse().expect("an instant"))),
            Arc::new(Uuid7),
            Keyring::new(MemorySecrets::default()),
            Arc::new(Unheard),
        )
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// Writes a call's file and returns its path.
    pub(crate) fn call(&self, text: &str) -> String {
        let path = self.path("call.toml");
        std::fs::write(&path, text).expect("a file for the test");
        path
    }
}

/// Starts a statement from a call.
pub(crate) fn statement(desk: &Desk, file: &str, call: &str, skeleton: &str) -> Workspace {
    desk.statement_new(NewStatementRequest {
        file: file.into(),
        call: call.into(),
        title: "Comments on the draft".into(),
        organisation: "Example Lab".into(),
        skeleton: skeleton.into(),
    })
    .expect("a new statement")
}
