//! Undo and redo of what this session did outside the body.
//!
//! One step is one call of [`super::SharedStatement`], also when it touched both documents
//! (a response that became private). Changes that came from elsewhere are not taken back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use yrs::undo::{Options, UndoManager};

use super::replica::{Kind, OWN, Replica};

/// The steps that can be taken back and brought again.
pub(super) struct History {
    steps: UndoManager<u64>,
    /// Number of the step that is being made; yrs notes it with what it records.
    step: Arc<AtomicU64>,
}

impl History {
    pub(super) fn over(shared: &Replica, private: &Replica) -> Self {
        let mut steps = UndoManager::with_options(Options {
            // Steps are parted by calls, not by time, and the core has no clock.
            capture_timeout_millis: 0,
            timestamp: Arc::new(|| 1),
            tracked_origins: std::iter::once(OWN.into()).collect(),
            capture_transaction: None,
            init_undo_stack: Vec::new(),
            init_redo_stack: Vec::new(),
        });
        for replica in [shared, private] {
            steps.expand_scope(&replica.doc, &replica.head);
            for kind in [Kind::Responses, Kind::Sources, Kind::Signatories] {
                steps.expand_scope(&replica.doc, replica.map(kind));
            }
        }
        let step = Arc::new(AtomicU64::new(0));
        let number = Arc::clone(&step);
        steps.observe_item_added("step", move |_, event| {
            *event.meta_mut() = number.load(Ordering::Relaxed);
        });
        Self { steps, step }
    }

    /// Begins a new step; what was taken back before can no longer be brought again.
    pub(super) fn begin(&mut self) {
        self.step.fetch_add(1, Ordering::Relaxed);
        self.steps.clear_redo();
    }

    pub(super) fn can_undo(&self) -> bool {
        self.steps.can_undo()
    }

    pub(super) fn can_redo(&self) -> bool {
        self.steps.can_redo()
    }

    /// Takes back the last step.
    pub(super) fn undo(&mut self) {
        self.replay(
            |steps| steps.undo_stack().last().map(|item| *item.meta()),
            UndoManager::undo_blocking,
        );
    }

    /// Brings back the step that was taken back last.
    pub(super) fn redo(&mut self) {
        self.replay(
            |steps| steps.redo_stack().last().map(|item| *item.meta()),
            UndoManager::redo_blocking,
        );
    }

    fn replay(
        &mut self,
        last: fn(&UndoManager<u64>) -> Option<u64>,
        replay: fn(&mut UndoManager<u64>) -> bool,
    ) {
        let latest = self.step.load(Ordering::Relaxed);
        if let Some(step) = last(&self.steps) {
            self.step.store(step, Ordering::Relaxed);
            while last(&self.steps) == Some(step) && replay(&mut self.steps) {}
        }
        self.step.store(latest, Ordering::Relaxed);
    }
}
