//! What the desk tells a face while it works.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

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

/// How often a waiting work looks whether it should stop.
const BEAT: Duration = Duration::from_millis(30);

impl Job<'_> {
    /// Does what cannot look up itself, such as laying out a whole document, on a thread of its
    /// own; nothing comes back as soon as the work is stopped, however far it has come.
    ///
    /// What the thread then still makes is dropped, so it must only make, never write.
    pub(super) fn interruptible<T: Send + 'static>(
        &self,
        make: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let (sender, receiver) = mpsc::channel();
        let running = thread::Builder::new().stack_size(STACK).spawn(move || {
            // Nobody listens any more to what was stopped.
            let _ = sender.send(make());
        });
        // Without another thread, as in a full process, there is nothing to wait for.
        let running = running.ok()?;
        loop {
            match receiver.recv_timeout(BEAT) {
                Ok(done) => return Some(done).filter(|_| !self.cancelled()),
                Err(RecvTimeoutError::Timeout) if self.cancelled() => return None,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => match running.join() {
                    Err(panic) => std::panic::resume_unwind(panic),
                    Ok(()) => return None,
                },
            }
        }
    }
}

/// Stack of a thread that makes a document: nesting costs as much there as in the worker.
const STACK: usize = 16 << 20;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_is_stopped_is_not_waited_for() {
        let jobs = Jobs::default();
        let job = jobs.start("pdf", &Unheard);
        assert_eq!(job.interruptible(|| 7), Some(7));
        let (go_on, waits) = mpsc::channel::<()>();
        let (begun, has_begun) = mpsc::channel();
        let stopping = &jobs;
        thread::scope(|scope| {
            scope.spawn(move || {
                assert!(has_begun.recv().is_ok(), "the work is under way");
                stopping.stop("pdf");
            });
            let endless = job.interruptible(move || {
                let _ = begun.send(());
                waits.recv().is_ok()
            });
            assert_eq!(endless, None, "it came back although the work had not ended");
        });
        drop(go_on);
        drop(job);
        let again = jobs.start("pdf", &Unheard);
        assert_eq!(again.interruptible(|| 8), Some(8), "the next work begins afresh");
    }
}
