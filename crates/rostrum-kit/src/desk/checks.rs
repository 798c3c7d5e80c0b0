//! Checks over an open statement.

use rostrum_core::check::CheckReport;

use super::Desk;
use super::wire::FileRequest;
use crate::failure::Failure;

impl Desk {
    /// Runs every check.
    pub fn check(&self, request: FileRequest) -> Result<CheckReport, Failure> {
        let now = self.clock.now();
        self.with(&request.file, |open| {
            open.checked(&open.statement(), now).map(|(report, _)| report)
        })
    }
}
