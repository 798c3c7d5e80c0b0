//! Imported drafts: the original bytes and what was read from them.

use rostrum_core::model::Draft;
use rusqlite::{OptionalExtension, params};

use super::{StatementFile, StoreError, json, sha256};

/// A draft as the file keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDraft {
    /// SHA-256 of the original bytes.
    pub id: String,
    /// Name of the file it came from, without folders.
    pub name: String,
    /// When it was added, as an RFC 3339 instant.
    pub added: String,
    /// What was read.
    pub draft: Draft,
}

impl StatementFile {
    /// Keeps a draft and returns its id; the same bytes are kept once, as they were read last.
    pub fn put_draft(
        &mut self,
        name: &str,
        bytes: &[u8],
        draft: &Draft,
        added: &str,
    ) -> Result<String, StoreError> {
        let id = sha256(bytes);
        let read = json(draft);
        self.together(|sql| {
            sql.execute(
                "INSERT INTO drafts (id, name, added, bytes, draft) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET draft = excluded.draft",
                params![id, name, added, bytes, read],
            )
        })?;
        Ok(id)
    }

    /// Returns the drafts, oldest first.
    pub fn drafts(&self) -> Result<Vec<StoredDraft>, StoreError> {
        let rows: Vec<(String, String, String, String)> = self.sql(|sql| {
            sql.prepare("SELECT id, name, added, draft FROM drafts ORDER BY number")?
                .query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
                .collect()
        })?;
        rows.into_iter()
            .map(|(id, name, added, draft)| {
                let draft = serde_json::from_str(&draft)
                    .map_err(|fault| self.damaged(format!("draft \"{name}\": {fault}")))?;
                Ok(StoredDraft { id, name, added, draft })
            })
            .collect()
    }

    /// Places a draft directly behind another, or before all when `after` is empty.
    ///
    /// Unknown ids change nothing.
    pub fn place_draft(&mut self, id: &str, after: &str) -> Result<(), StoreError> {
        self.together(|sql| {
            let mut ids: Vec<String> = sql
                .prepare("SELECT id FROM drafts ORDER BY number")?
                .query_map((), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let place = if after.is_empty() {
                Some(0)
            } else {
                ids.iter()
                    .filter(|known| *known != id)
                    .position(|known| known == after)
                    .map(|n| n + 1)
            };
            let (Some(from), Some(place)) = (ids.iter().position(|known| known == id), place)
            else {
                return Ok(());
            };
            let moved = ids.remove(from);
            ids.insert(place, moved);
            // Two passes: no two drafts may have the same number in between.
            for (number, id) in (1_i64..).zip(&ids) {
                sql.execute("UPDATE drafts SET number = ?1 WHERE id = ?2", params![-number, id])?;
            }
            sql.execute("UPDATE drafts SET number = -number", ())?;
            Ok(())
        })
    }

    /// Returns the original bytes of a draft.
    pub fn draft_bytes(&self, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let bytes: Option<Vec<u8>> = self.sql(|sql| {
            sql.query_row("SELECT bytes FROM drafts WHERE id = ?1", [id], |row| row.get(0))
                .optional()
        })?;
        match bytes {
            Some(bytes) if sha256(&bytes) != id => {
                Err(self.damaged(format!("the bytes of draft {id} have changed")))
            }
            bytes => Ok(bytes),
        }
    }

    /// Takes a draft out, with its original bytes.
    pub fn remove_draft(&mut self, id: &str) -> Result<bool, StoreError> {
        self.together(|sql| sql.execute("DELETE FROM drafts WHERE id = ?1", [id])).map(|n| n > 0)
    }
}
