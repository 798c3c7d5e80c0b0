//! Looking through a file for what it gives away, and cleaning it, in a child process.

use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::ports::Progress;
use rostrum_core::scrub::{Choices, Cleaned, Report};

use super::frame::{Answer, Head, Scrub};
use super::parent::ask;
use super::{Limits, WorkerError};

/// Lists what a file gives away.
///
/// # Errors
/// Typed by what stopped it; whatever happens, the child is gone afterwards.
pub fn look(
    program: &Path,
    bytes: &[u8],
    name: &str,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Report, WorkerError> {
    match ask(&head(bytes, name, choices, false), program, bytes, progress)? {
        Answer::Looked(looked) => looked.map_err(WorkerError::Scrub),
        _ => Err(WorkerError::Damaged),
    }
}

/// Makes a cleaned copy of a file.
///
/// # Errors
/// As [`look`], and when the file cannot be cleaned without harm.
pub fn clean(
    program: &Path,
    bytes: &[u8],
    name: &str,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Cleaned, WorkerError> {
    match ask(&head(bytes, name, choices, true), program, bytes, progress)? {
        Answer::Cleaned(cleaned) => {
            let (bytes, removed, left) = cleaned.map_err(WorkerError::Scrub)?;
            let bytes = BASE64_STANDARD.decode(bytes).map_err(|_| WorkerError::Damaged)?;
            Ok(Cleaned { bytes, removed, left })
        }
        _ => Err(WorkerError::Damaged),
    }
}

fn head(bytes: &[u8], name: &str, choices: &Choices, clean: bool) -> Head {
    Head {
        name: name.into(),
        limits: Limits::whole_file(),
        size: bytes.len() as u64,
        scrub: Some(Scrub { choices: choices.clone(), clean }),
        ..Head::default()
    }
}
