//! The window's replica of the shared document.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::coauthor::Change;

use super::Desk;
use super::wire::{ReplicaRequest, ReplicaUpdate, Saved, UpdateRequest};
use crate::failure::{Code, Failure};

impl Desk {
    /// Gives what a replica of the shared document lacks.
    pub fn replica_pull(&self, request: ReplicaRequest) -> Result<ReplicaUpdate, Failure> {
        let since = bytes(&request.since)?;
        self.with(&request.file, |open| {
            let update = open.shared.diff(&since)?;
            Ok(ReplicaUpdate { update: BASE64_STANDARD.encode(update) })
        })
    }

    /// Takes changes made in a replica and answers when they are on the disk.
    ///
    /// # Errors
    /// [`Code::UpdateRefused`] when the bytes are no change of this document; nothing is
    /// changed then.
    pub fn replica_push(&self, request: UpdateRequest) -> Result<Saved, Failure> {
        let update = bytes(&request.update)?;
        let now = self.now();
        let instant = self.clock.now();
        self.with(&request.file, |open| {
            if open.shared.apply(&update)? {
                open.note(Change { shared: update, private: Vec::new() });
            }
            let before = open.shared.state_vector();
            if open.keep(&now)? {
                let news = open.shared.diff(&before)?;
                self.events.changed(&request.file, &BASE64_STANDARD.encode(news));
            }
            let statement = open.statement();
            let (report, count) = open.checked(&statement, instant)?;
            Ok(Saved { at: open.saved.clone(), count, report })
        })
    }
}

fn bytes(text: &str) -> Result<Vec<u8>, Failure> {
    BASE64_STANDARD
        .decode(text)
        .map_err(|error| Failure::new(Code::UpdateRefused, "take a change from the window", error))
}
