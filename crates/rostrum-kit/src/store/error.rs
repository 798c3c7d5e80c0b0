//! How work on a statement file fails.

use std::path::{Path, PathBuf};

use rostrum_core::coauthor::UpdateRefused;
use rusqlite::ErrorCode;

use crate::failure::{Code, Failure};

/// Why work on a statement file did not succeed; the file is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("open \"{}\": there is no such file; check the name or where it was moved to", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The folder of a new file is not there.
    #[error("create \"{}\": there is no such folder; make it first, or choose another", path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// A file of this name is there already.
    #[error("create \"{}\": a file of this name is there already; choose another name", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder may not be read or written.
    #[error("use \"{}\": {detail}; check who may read and write the file and its folder", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// The disk is full.
    #[error("save \"{}\": the disk is full; make room, then save again: nothing is lost while Rostrum stays open", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Another Rostrum has the file open.
    #[error("open \"{}\": another Rostrum has it open; close it there first", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The file is not a statement.
    #[error("open \"{}\": it is not a Rostrum statement", path.display())]
    NotAStatement {
        /// The file.
        path: PathBuf,
    },
    /// A newer Rostrum wrote the file.
    #[error("open \"{}\": a newer Rostrum wrote it (format {format}, this one knows up to {known}); install the newer Rostrum", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Format of the file.
        format: u32,
        /// Newest format this Rostrum knows.
        known: u32,
    },
    /// The file is damaged.
    #[error("read \"{}\": it is damaged ({detail}); go back to a copy or a backup of it", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// The file holds another statement.
    #[error("merge \"{}\": it holds another statement; merge only copies of the same one", path.display())]
    OtherStatement {
        /// The file.
        path: PathBuf,
    },
    /// The file is the one that is open.
    #[error("merge \"{}\": it is the file that is open; choose the copy", path.display())]
    SameFile {
        /// The file.
        path: PathBuf,
    },
    /// Another program put another statement in the place of the open file.
    #[error("save \"{}\": another program put another statement in its place; move that one away, then save again: nothing is lost while Rostrum stays open", path.display())]
    Replaced {
        /// The file.
        path: PathBuf,
    },
    /// The changes in a copy cannot be joined.
    #[error("merge \"{}\": {refused}", path.display())]
    Unmergeable {
        /// The file.
        path: PathBuf,
        /// Why.
        refused: UpdateRefused,
    },
    /// A version of this name is there already.
    #[error("keep the version \"{name}\": the name is taken by another text; choose another name")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The hash of a version is not that of its text.
    #[error("keep the version \"{name}\": its hash is not that of its text; freeze it again")]
    NotFrozen {
        /// The name.
        name: String,
    },
    /// The disk or the folder failed.
    #[error("use \"{}\": {detail}; check the disk, then try again", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// A fault of Rostrum itself.
    #[error("use \"{}\": {source}; please report this fault of Rostrum", path.display())]
    Fault {
        /// The file.
        path: PathBuf,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
}

/// Less than this is a full disk, whatever the system called it.
const ROOM: u64 = 256 * 1024;

impl StoreError {
    /// Tells what an error of `SQLite` means for this file.
    pub(super) fn sql(path: &Path, error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        let path = path.to_owned();
        let detail = error.to_string();
        match error {
            Sql::SqliteFailure(fault, _) => match fault.code {
                ErrorCode::DiskFull => Self::Full { path },
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { path },
                ErrorCode::NotADatabase => Self::NotAStatement { path },
                ErrorCode::DatabaseCorrupt => Self::Damaged { path, detail },
                ErrorCode::CannotOpen if !path.exists() => Self::Missing { path },
                ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied => {
                    Self::Refused { path, detail }
                }
                // A quota and a file size limit come as a failed write.
                ErrorCode::SystemIoFailure if is_full(&path) => Self::Full { path },
                ErrorCode::SystemIoFailure => Self::Disk { path, detail },
                _ => Self::Fault { path, source: error },
            },
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::Utf8Error(..)
            | Sql::QueryReturnedNoRows => Self::Damaged { path, detail },
            _ => Self::Fault { path, source: error },
        }
    }

    /// Tells what an error of the file system means for this file.
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        let detail = error.to_string();
        match error.kind() {
            ErrorKind::NotFound => Self::Missing { path },
            ErrorKind::AlreadyExists => Self::Exists { path },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { path },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Self::Refused { path, detail }
            }
            _ => Self::Disk { path, detail },
        }
    }

    /// Tells of the file the user knows instead of one made in passing.
    pub(super) fn about(mut self, passing: &Path, known: &Path) -> Self {
        match &mut self {
            Self::NameTaken { .. } | Self::NotFrozen { .. } => {}
            Self::Missing { path }
            | Self::NoFolder { path }
            | Self::Exists { path }
            | Self::Refused { path, .. }
            | Self::Full { path }
            | Self::Busy { path }
            | Self::NotAStatement { path }
            | Self::Newer { path, .. }
            | Self::Damaged { path, .. }
            | Self::OtherStatement { path }
            | Self::SameFile { path }
            | Self::Replaced { path }
            | Self::Unmergeable { path, .. }
            | Self::Disk { path, .. }
            | Self::Fault { path, .. } => {
                if path == passing {
                    known.clone_into(path);
                }
            }
        }
        self
    }

    /// Returns the kind of failure the faces show.
    pub fn code(&self) -> Code {
        match self {
            Self::Missing { .. } | Self::NoFolder { .. } => Code::FileMissing,
            Self::Exists { .. } => Code::FileExists,
            Self::Refused { .. } | Self::Disk { .. } | Self::Replaced { .. } => Code::FileRefused,
            Self::Full { .. } => Code::DiskFull,
            Self::Busy { .. } => Code::StatementBusy,
            Self::NotAStatement { .. } => Code::NotAStatement,
            Self::Newer { .. } => Code::StatementNewer,
            Self::Damaged { .. } => Code::StatementDamaged,
            Self::OtherStatement { .. } | Self::SameFile { .. } => Code::ValueRefused,
            Self::Unmergeable { .. } => Code::UpdateRefused,
            Self::NameTaken { .. } => Code::NameTaken,
            Self::NotFrozen { .. } | Self::Fault { .. } => Code::Internal,
        }
    }

    /// Returns the file the error is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NameTaken { .. } | Self::NotFrozen { .. } => None,
            Self::Missing { path }
            | Self::NoFolder { path }
            | Self::Exists { path }
            | Self::Refused { path, .. }
            | Self::Full { path }
            | Self::Busy { path }
            | Self::NotAStatement { path }
            | Self::Newer { path, .. }
            | Self::Damaged { path, .. }
            | Self::OtherStatement { path }
            | Self::SameFile { path }
            | Self::Replaced { path }
            | Self::Unmergeable { path, .. }
            | Self::Disk { path, .. }
            | Self::Fault { path, .. } => Some(path),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let text = error.to_string();
        let (attempt, detail) = text.split_once(": ").unwrap_or((&text, ""));
        let mut failure = Self::new(error.code(), attempt, detail);
        if let Some(path) = error.path() {
            failure = failure.with("file", path.display());
        }
        match &error {
            StoreError::NameTaken { name } => failure.with("name", name),
            StoreError::OtherStatement { .. } | StoreError::SameFile { .. } => {
                failure.with("field", "other")
            }
            _ => failure,
        }
    }
}

fn is_full(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs4::available_space(folder.unwrap_or(Path::new("."))).is_ok_and(|left| left < ROOM)
}
