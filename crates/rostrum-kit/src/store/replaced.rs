//! What happens when another file is put in the place of the open one.
//!
//! A sync program that brings a partner's newer file renames it over the one that is open.
//! On Unix the open one lives on without a name, and everything written to it would be lost
//! with the end of the program. So every transaction looks first whether the file at the
//! path is still the one that is open.

use rostrum_core::coauthor::Change;

use super::open::which;
use super::{StatementFile, StoreError};

impl StatementFile {
    /// Returns what came in with a file that was put in this one's place, once.
    ///
    /// It is in the file already; the statement in memory should apply both parts.
    pub fn news(&mut self) -> Option<Change> {
        self.news.take()
    }

    /// Tells whether the file at the path is another than the one that is open.
    pub(super) fn is_replaced(&self) -> bool {
        self.which.is_some() && which(&self.path) != self.which
    }

    /// Opens the file at the path and joins to it what the old one has.
    ///
    /// When there is none (it was moved or deleted), the old one is written there again.
    pub(super) fn rejoin(&mut self) -> Result<(), StoreError> {
        if which(&self.path).is_none() {
            self.copy_whole(&self.path)?;
        }
        // Both databases have one name for their journal. The old one gives its journal up
        // now and reads in one transaction from here on: closing it later would otherwise
        // delete the journal the new one works with.
        self.sql(|sql| {
            sql.execute_batch(
                "PRAGMA locking_mode = NORMAL;
                 SELECT count(*) FROM identity;
                 BEGIN;
                 SELECT count(*) FROM identity;",
            )
        })?;
        let joined = self.join();
        match joined {
            Ok(fresh) => {
                self.which = fresh.which;
                self.connection = fresh.connection;
                self.news = fresh.news;
                Ok(())
            }
            Err(error) => {
                self.sql(|sql| sql.execute_batch("COMMIT; PRAGMA locking_mode = EXCLUSIVE;"))?;
                Err(error)
            }
        }
    }

    /// Returns the file at the path with everything the old one has.
    fn join(&self) -> Result<Self, StoreError> {
        let mut fresh = Self::open(&self.path)?;
        if fresh.statement_id()? != self.statement_id()? {
            return Err(StoreError::Replaced { path: self.path.clone() });
        }
        fresh.news = Some(fresh.read()?.state());
        fresh.take_in_all(self)?;
        Ok(fresh)
    }
}
