//! The update logs: every change is a row, on the disk before anyone is told it is saved.

use rostrum_core::coauthor::{Change, SharedStatement};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::{StatementFile, StoreError, sha256};

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
        self.sql(|sql| {
            sql.query_row("SELECT at FROM updates ORDER BY number DESC LIMIT 1", (), |row| {
                row.get(0)
            })
            .optional()
        })
    }

    /// Loads the statement for a new session; a long log is rewritten as one update first.
    pub fn load(&mut self) -> Result<SharedStatement, StoreError> {
        let rows: u32 =
            self.sql(|sql| sql.query_row("SELECT count(*) FROM updates", (), |row| row.get(0)))?;
        if rows > LONG {
            self.compact()?;
        }
        self.read()
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
    pub fn compact(&mut self) -> Result<(), StoreError> {
        self.flush()?;
        let statement = self.read()?;
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
        let rows: Vec<(i64, Vec<u8>, String)> = self.sql(|sql| {
            sql.prepare("SELECT number, bytes, sha256 FROM updates WHERE log = ?1 ORDER BY number")?
                .query_map([log], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect()
        })?;
        rows.into_iter()
            .map(|(number, bytes, sum)| {
                if sha256(&bytes) == sum {
                    Ok(bytes)
                } else {
                    Err(self.damaged(format!("change {number} is not as it was written")))
                }
            })
            .collect()
    }
}

fn insert(sql: &Connection, log: &str, at: &str, bytes: &[u8]) -> rusqlite::Result<()> {
    if !bytes.is_empty() {
        sql.prepare_cached("INSERT INTO updates (log, at, bytes, sha256) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![log, at, bytes, sha256(bytes)])?;
    }
    Ok(())
}

/// Returns a client number no other session has: 53 random bits.
fn fresh_client() -> u64 {
    Uuid::now_v7().as_u64_pair().1 & ((1 << 53) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_loses_nothing_while_the_program_runs() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.rostrum");
        let mut file = StatementFile::create(&path).expect("a new file");
        let mut statement = file.load().expect("loaded");
        let pages: u32 = file
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .expect("a count");
        file.connection.pragma_update(None, "max_page_count", pages + 2).expect("a limit");
        let mut text = String::new();
        let mut written = 0;
        let full = loop {
            text = format!("{text}{written} {} ", "words ".repeat(200));
            match file.append(&statement.set_body(&text), "2026-11-22T10:00:00Z") {
                Ok(()) => written += 1,
                Err(error) => break error,
            }
        };
        assert!(matches!(full, StoreError::Full { .. }), "{full}");
        assert!(written > 0 && file.has_unsaved());
        text.push_str("And more.");
        assert!(file.append(&statement.set_body(&text), "2026-11-22T10:00:01Z").is_err());
        // The log on the disk is as it was after the last change that was told to be saved.
        assert!(file.read().expect("still reads").body().contains(&format!("{} ", written - 1)));
        file.connection.pragma_update(None, "max_page_count", 1_000_000).expect("room");
        file.flush().expect("written now");
        assert!(!file.has_unsaved());
        drop(file);
        let again = StatementFile::open(&path).and_then(|mut file| file.load()).expect("opens");
        assert_eq!(again.body(), text);
    }
}
