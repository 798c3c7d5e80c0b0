//! The update logs: every change is a row, on the disk before anyone is told it is saved.

use rostrum_core::coauthor::{Change, SharedStatement};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{StatementFile, StoreError};

/// Rows after which a log is rewritten as one update when the file is loaded.
const LONG: u32 = 400;

const SHARED: &str = "shared";
const PRIVATE: &str = "private";

impl StatementFile {
    /// Keeps a change, made at `at` (RFC 3339): it is on the disk when this returns.
    ///
    /// A change that cannot be written is held and written with the next one: later changes
    /// build on it, and nothing is lost while the program runs.
    pub fn append(&mut self, change: &Change, at: &str) -> Result<(), StoreError> {
        if !change.is_empty() {
            self.unsaved.push((change.clone(), at.into()));
        }
        self.flush()
    }

    /// Writes changes that could not be written when they were made.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        let unsaved = std::mem::take(&mut self.unsaved);
        let written = self.together(|sql| {
            unsaved.iter().try_for_each(|(change, at)| {
                insert(sql, SHARED, at, &change.shared)?;
                insert(sql, PRIVATE, at, &change.private)
            })
        });
        if written.is_err() {
            self.unsaved = unsaved;
        }
        written
    }

    /// Tells whether there are changes that could not be written yet.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Returns when the last change reached the disk (RFC 3339), if there was one.
    pub fn saved_at(&self) -> Result<Option<String>, StoreError> {
        self.sql(|sql| sql.query_row("SELECT max(at) FROM updates", (), |row| row.get(0)))
    }

    /// Loads the statement for a new session; a long log is rewritten as one update first.
    pub fn load(&mut self) -> Result<SharedStatement, StoreError> {
        let statement = self.read()?;
        let rows: u32 =
            self.sql(|sql| sql.query_row("SELECT count(*) FROM updates", (), |row| row.get(0)))?;
        if rows > LONG {
            self.compact(&statement)?;
        }
        Ok(statement)
    }

    /// Adds up the logs without changing the file.
    pub(super) fn read(&self) -> Result<SharedStatement, StoreError> {
        let (shared, private) = (self.updates(SHARED)?, self.updates(PRIVATE)?);
        SharedStatement::from_updates(
            fresh_client(),
            shared.iter().map(Vec::as_slice),
            private.iter().map(Vec::as_slice),
        )
        .map_err(|refused| self.damaged(refused))
    }

    /// Rewrites both logs as one update each, in one transaction.
    ///
    /// Words deleted long ago leave the file with this; what is there stays as it is.
    pub fn compact(&mut self, statement: &SharedStatement) -> Result<(), StoreError> {
        self.flush()?;
        let state = statement.state();
        // The rewritten log is read back before the old one goes.
        let again = SharedStatement::from_updates(
            fresh_client(),
            [state.shared.as_slice()],
            [state.private.as_slice()],
        )
        .map_err(|refused| self.damaged(refused))?;
        if again.statement() != statement.statement()
            || again.state_vector() != statement.state_vector()
        {
            return Ok(());
        }
        let at = self.saved_at()?.unwrap_or_default();
        self.together(|sql| {
            sql.execute("DELETE FROM updates", ())?;
            insert(sql, SHARED, &at, &state.shared)?;
            insert(sql, PRIVATE, &at, &state.private)
        })
    }

    fn updates(&self, log: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        self.sql(|sql| {
            sql.prepare("SELECT bytes FROM updates WHERE log = ?1 ORDER BY number")?
                .query_map([log], |row| row.get(0))?
                .collect()
        })
    }
}

fn insert(sql: &Connection, log: &str, at: &str, bytes: &[u8]) -> rusqlite::Result<()> {
    if !bytes.is_empty() {
        sql.prepare_cached("INSERT INTO updates (log, at, bytes) VALUES (?1, ?2, ?3)")?
            .execute(params![log, at, bytes])?;
    }
    Ok(())
}

/// Returns a client number no other session has: 53 random bits.
fn fresh_client() -> u64 {
    Uuid::now_v7().as_u64_pair().1 & ((1 << 53) - 1)
}
