//! What files give away, looked up and cleaned in a process of its own.

use std::path::Path;

use rostrum_core::check::Seen;
use rostrum_core::scrub::{Choices, Cleaned, Report};

use super::wire::{Exported, ScrubCleanRequest, ScrubCleaned, ScrubRequest};
use super::{Desk, loose, sha256, write_whole};
use crate::failure::{Code, Failure};
use crate::worker::{self, WorkerError};

/// Largest file that is looked through, in bytes.
pub(super) const MOST_BYTES: u64 = 64 * 1024 * 1024;

impl Desk {
    /// Lists what a file gives away.
    ///
    /// # Errors
    /// [`Code::FileUncleanable`] for a file that cannot be looked through.
    pub fn scrub_look(&self, request: ScrubRequest) -> Result<Report, Failure> {
        let bytes = loose::read_file(Path::new(&request.path), MOST_BYTES)?;
        let name = super::drafts::file_name(&request.path);
        let choices = Choices { organisation: request.organisation, ..Choices::default() };
        self.looked(&bytes, &name, &choices, &request.job).map_err(|error| told(error, &name))
    }

    /// Writes a copy of a file without what it gives away; the file itself is not changed.
    ///
    /// # Errors
    /// [`Code::FileUncleanable`] for a file that cannot be cleaned without harm,
    /// [`Code::ValueRefused`] when the copy would take the place of the file.
    pub fn scrub_clean(&self, request: ScrubCleanRequest) -> Result<ScrubCleaned, Failure> {
        let (path, out) = (Path::new(&request.path), Path::new(&request.out));
        let bytes = loose::read_file(path, MOST_BYTES)?;
        let same = match (path.canonicalize(), out.canonicalize()) {
            (Ok(path), Ok(out)) => path == out,
            _ => false,
        };
        if same {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("clean \"{}\"", request.path),
                "the copy would take the place of the file, and what is taken out cannot be \
                 brought back; give another name",
            )
            .with("field", "out"));
        }
        let name = super::drafts::file_name(&request.path);
        let Cleaned { bytes, removed, left } = self
            .cleaned(&bytes, &name, &request.choices, &request.job)
            .map_err(|error| told(error, &name))?;
        write_whole(out, &bytes)?;
        let written = Exported {
            file: request.out,
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        };
        Ok(ScrubCleaned { written, removed, left })
    }

    /// Returns what is known of a file that becomes public.
    pub(super) fn seen(&self, bytes: &[u8], name: &str, organisation: &str, job: &str) -> Seen {
        let choices = Choices { organisation: organisation.to_owned(), ..Choices::default() };
        match self.looked(bytes, name, &choices, job) {
            Ok(report) => Seen::Report(report),
            Err(error) => {
                let why = Failure::from(error).params.remove("why");
                Seen::Unlooked(why.unwrap_or_else(|| "heavy".into()))
            }
        }
    }

    fn looked(
        &self,
        bytes: &[u8],
        name: &str,
        choices: &Choices,
        job: &str,
    ) -> Result<Report, WorkerError> {
        let job = self.jobs.start(job, self.events.as_ref());
        worker::scrubbing::look(&self.places.worker, bytes, name, choices, &job)
    }

    pub(super) fn cleaned(
        &self,
        bytes: &[u8],
        name: &str,
        choices: &Choices,
        job: &str,
    ) -> Result<Cleaned, WorkerError> {
        let job = self.jobs.start(job, self.events.as_ref());
        worker::scrubbing::clean(&self.places.worker, bytes, name, choices, &job)
    }
}

/// Says of which file a failure speaks.
fn told(error: WorkerError, name: &str) -> Failure {
    let mut failure = Failure::from(error).with("file", name);
    failure.attempt = format!("look through \"{name}\"");
    failure
}
