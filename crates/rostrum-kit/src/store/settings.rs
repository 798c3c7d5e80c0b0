//! The call as it was taken in, and small settings of this file.

use rusqlite::OptionalExtension;

use super::{StatementFile, StoreError};

/// The call as it was when the statement was started or last renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCall {
    /// Id of the call.
    pub id: String,
    /// The call's data.
    pub toml: String,
    /// When it was taken in, as an RFC 3339 instant.
    pub taken: String,
}

impl StatementFile {
    /// Keeps the call, in place of an earlier state of it.
    pub fn put_call(&mut self, id: &str, toml: &str, taken: &str) -> Result<(), StoreError> {
        self.together(|sql| {
            sql.execute(
                "INSERT INTO call (one, id, toml, taken) VALUES (1, ?1, ?2, ?3)
                 ON CONFLICT (one) DO UPDATE
                 SET id = excluded.id, toml = excluded.toml, taken = excluded.taken",
                [id, toml, taken],
            )
        })
        .map(drop)
    }

    /// Returns the call, once one was taken in.
    pub fn call(&self) -> Result<Option<StoredCall>, StoreError> {
        self.sql(|sql| {
            sql.query_row("SELECT id, toml, taken FROM call", (), |row| {
                Ok(StoredCall { id: row.get(0)?, toml: row.get(1)?, taken: row.get(2)? })
            })
            .optional()
        })
    }

    /// Keeps a setting of this file; it leaves in no copy for partners.
    pub fn put_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.together(|sql| {
            sql.execute(
                "INSERT INTO settings (key, value) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET value = excluded.value",
                [key, value],
            )
        })
        .map(drop)
    }

    /// Returns a setting of this file.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.sql(|sql| {
            sql.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0))
                .optional()
        })
    }
}
