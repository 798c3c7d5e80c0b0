//! From the errors of the modules to what a face sees.

use std::io::ErrorKind;

use rostrum_core::coauthor::{EditRefused, UpdateRefused};

use crate::failure::{Code, Failure};

/// Tells what a failure of the file system means.
pub(crate) fn from_io(error: &std::io::Error, attempt: impl Into<String>) -> Failure {
    let code = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Code::FileMissing,
        ErrorKind::AlreadyExists => Code::FileExists,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Code::DiskFull
        }
        _ => Code::FileRefused,
    };
    let said = match code {
        Code::FileMissing => {
            "there is no such file or folder; check the name or where it was moved to".to_owned()
        }
        Code::FileRefused if error.kind() == ErrorKind::PermissionDenied => {
            "you may not read or write there; copy it to a folder of your own, or ask who owns it"
                .to_owned()
        }
        Code::DiskFull => format!("the disk is full ({error}); free some space and try again"),
        _ => error.to_string(),
    };
    Failure::new(code, attempt, said)
}

impl From<UpdateRefused> for Failure {
    fn from(refused: UpdateRefused) -> Self {
        Self::new(Code::UpdateRefused, "take a change into the statement", refused)
    }
}

impl From<EditRefused> for Failure {
    fn from(refused: EditRefused) -> Self {
        Self::new(Code::NotFound, "change the text", refused)
    }
}
