//! What the desk tells a face while it works.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rostrum_core::ports::Progress;

use super::wire::{CancelRequest, Done};
use crate::failure::Failure;

/// Hears what the desk has to tell between request and answer.
pub trait Events: Send + Sync {
    /// Tells how far long work has come; `total` 0 means unknown.
    fn progress(&self, job: &str, stage: &str, done: u32, total: u32);

    /// Tells that the shared document of an open statement changed by other means than
    /// the replica: `update` is base64.
    fn changed(&self, file: &str, update: &str);
}

/// An [`Events`] that nobody hears.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unheard;

impl Events for Unheard {
    fn progress(&self, _: &str, _: &str, _: u32, _: u32) {}

    fn changed(&self, _: &str, _: &str) {}
}

/// The long works under way, by name, so that each can be stopped.
#[derive(Debug, Default)]
pub(super) struct Jobs(Mutex<BTreeMap<String, Arc<AtomicBool>>>);

impl Jobs {
    /// Starts a work; it can be stopped under this name until the guard is dropped.
    pub(super) fn start<'a>(&'a self, name: &str, events: &'a dyn Events) -> Job<'a> {
        let stopped = Arc::new(AtomicBool::new(false));
        self.lock().insert(name.to_owned(), Arc::clone(&stopped));
        Job { name: name.to_owned(), stopped, jobs: self, events }
    }

    /// Asks a work to stop; fine when there is none of this name.
    pub(super) fn stop(&self, name: &str) {
        if let Some(stopped) = self.lock().get(name) {
            stopped.store(true, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// One long work under way.
pub(super) struct Job<'a> {
    name: String,
    stopped: Arc<AtomicBool>,
    jobs: &'a Jobs,
    events: &'a dyn Events,
}

impl Progress for Job<'_> {
    fn step(&self, stage: &str, done: u32, total: u32) {
        self.events.progress(&self.name, stage, done, total);
    }

    fn cancelled(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.jobs.lock().remove(&self.name);
    }
}

impl super::Desk {
    /// Cancels long work; fine when it has ended.
    pub fn cancel(&self, request: CancelRequest) -> Result<Done, Failure> {
        self.jobs.stop(&request.job);
        Ok(Done {})
    }
}
