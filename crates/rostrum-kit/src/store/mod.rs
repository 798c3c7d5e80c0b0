//! The statement file: one `SQLite` file that can be mailed, copied and opened by double-click.
//!
//! ```text
//! open.rs     opening, making and locking a file; what is and is not a statement
//! replaced.rs what happens when a sync program puts another file in the place of the open one
//! migrate.rs  the format number, older files, their backup      migrations/*.sql
//! log.rs      the update logs: append, load, compact
//! drafts.rs   versions.rs  receipts.rs  settings.rs   what lies beside the logs
//! copies.rs   the copy for partners, other copies, copies a sync folder left behind
//! merge.rs    taking in what another copy has
//! ```
//!
//! One process has the file at a time (`PRAGMA locking_mode = EXCLUSIVE`); the lock ends
//! with the process, however it ends. Inside the process nothing else may open the file by
//! its path: closing any other handle would release the lock on Unix.

mod copies;
mod drafts;
mod error;
mod find;
mod log;
mod merge;
mod migrate;
mod open;
mod receipts;
mod replaced;
mod settings;
mod versions;

use std::path::{Path, PathBuf};

use rostrum_core::coauthor::Change;
use rostrum_core::submit::manifest::sha256_hex as sha256;
use rusqlite::Connection;

pub use copies::{Glance, OtherCopy};
pub use drafts::StoredDraft;
pub use error::StoreError;
pub use merge::{Merged, Strangers};
pub use migrate::FORMAT;
pub use receipts::{Attempt, Outcome};
pub use settings::StoredCall;
pub use versions::StoredEndorsement;

/// An open statement file; nobody else has it open.
#[derive(Debug)]
pub struct StatementFile {
    connection: Connection,
    path: PathBuf,
    /// Changes that could not be written yet, with when they were made.
    unsaved: Vec<(Change, String)>,
    /// Which file of the disk this is, where another can be put in its place.
    which: Option<open::Which>,
    /// What came in with a file that was put in this one's place.
    news: Option<Change>,
}

impl StatementFile {
    /// Returns the path under which the file was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs something on the database and tells what its error means for this file.
    fn sql<T>(
        &self,
        run: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        run(&self.connection).map_err(|error| StoreError::sql(&self.path, error))
    }

    /// Runs something in one transaction: all of it is on the disk afterwards, or nothing.
    ///
    /// A sync program may have put another file in the place of the open one; that one is
    /// joined first, because what is written to the old one would go with it.
    fn together<T>(
        &mut self,
        run: impl FnOnce(&rusqlite::Transaction) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        if self.is_replaced() {
            self.rejoin()?;
        }
        self.connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .and_then(|transaction| {
                let done = run(&transaction)?;
                transaction.commit()?;
                Ok(done)
            })
            .map_err(|error| StoreError::sql(&self.path, error))
    }

    fn damaged(&self, detail: impl std::fmt::Display) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), detail: detail.to_string() }
    }
}

/// Returns the JSON form of a value of the model.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("values of the model have a JSON form")
}
