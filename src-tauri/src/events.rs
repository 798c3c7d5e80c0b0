//! What happens between request and answer, told to the window.

use rostrum_kit::desk::Events;
use serde::Serialize;
use tauri::{AppHandle, Emitter};

/// Tells the window what the desk tells.
pub(crate) struct WindowEvents {
    app: AppHandle,
}

#[derive(Clone, Serialize)]
struct Progress<'a> {
    job: &'a str,
    stage: &'a str,
    done: u32,
    total: u32,
}

impl WindowEvents {
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app }
    }
}

impl Events for WindowEvents {
    // A window that has just closed hears nothing, and that is no fault.
    fn progress(&self, job: &str, stage: &str, done: u32, total: u32) {
        let _ = self.app.emit("progress", Progress { job, stage, done, total });
    }

    fn changed(&self, file: &str, _update: &str) {
        let _ = self.app.emit("changed", file);
    }
}
