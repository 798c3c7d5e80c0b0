//! Receipts, the files that went with them, and the journal of attempts.

use rostrum_core::submit::Receipt;
use rusqlite::params;

use super::versions::insert_file;
use super::{StatementFile, StoreError, json};

/// One attempt to hand over, kept before its first byte leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Number of the attempt in this file.
    pub number: i64,
    /// Id of the receipt it belongs to.
    pub receipt: String,
    /// What makes repeating it safe: the idempotency key, or the name of the bundle.
    pub key: String,
    /// When it began, as an RFC 3339 instant.
    pub started: String,
    /// How it ended; [`Outcome::Open`] after a crash means that it may have arrived.
    pub outcome: Outcome,
    /// What the other side said.
    pub detail: String,
    /// When it ended, as an RFC 3339 instant; empty while it is open.
    pub ended: String,
}

/// How an attempt to hand over ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It has not ended: it is under way, or Rostrum ended before it.
    Open,
    /// The other side took it.
    Taken,
    /// The other side refused it.
    Refused,
    /// The other side was not reached; nothing left.
    Unreached,
    /// No answer came; it may or may not have arrived.
    Silent,
}

impl Outcome {
    const ALL: [Self; 5] = [Self::Open, Self::Taken, Self::Refused, Self::Unreached, Self::Silent];

    fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::Unreached => "unreached",
            Self::Silent => "silent",
        }
    }

    /// A word this Rostrum does not know is taken as "may have arrived".
    fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == word).unwrap_or(Self::Silent)
    }
}

impl StatementFile {
    /// Keeps a receipt, new or with a new state.
    pub fn put_receipt(&mut self, receipt: &Receipt) -> Result<(), StoreError> {
        let told = json(receipt);
        self.together(|sql| {
            sql.execute(
                "INSERT INTO receipts (id, receipt) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET receipt = excluded.receipt",
                [&receipt.id, &told],
            )
        })
        .map(drop)
    }

    /// Returns the receipts, oldest first.
    pub fn receipts(&self) -> Result<Vec<Receipt>, StoreError> {
        let rows: Vec<String> = self.sql(|sql| {
            sql.prepare("SELECT receipt FROM receipts ORDER BY number")?
                .query_map((), |row| row.get(0))?
                .collect()
        })?;
        rows.iter()
            .map(|json| {
                serde_json::from_str(json)
                    .map_err(|fault| self.damaged(format!("receipt: {fault}")))
            })
            .collect()
    }

    /// Keeps the files of a receipt, exactly as they leave: name and bytes.
    pub fn put_receipt_files(
        &mut self,
        receipt: &str,
        files: &[(String, Vec<u8>)],
    ) -> Result<(), StoreError> {
        self.together(|sql| {
            for (name, bytes) in files {
                let sum = insert_file(sql, bytes)?;
                sql.execute(
                    "INSERT INTO receipt_files (receipt, name, sha256) VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET sha256 = excluded.sha256",
                    params![receipt, name, sum],
                )?;
            }
            Ok(())
        })
    }

    /// Returns the files of a receipt: name and bytes, by name.
    pub fn receipt_files(&self, receipt: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.sql(|sql| {
            sql.prepare(
                "SELECT name, bytes FROM receipt_files JOIN files USING (sha256)
                 WHERE receipt = ?1 ORDER BY name",
            )?
            .query_map([receipt], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
        })
    }

    /// Notes that an attempt begins and returns its number: call this before the first byte leaves.
    pub fn begin_attempt(
        &mut self,
        receipt: &str,
        key: &str,
        started: &str,
    ) -> Result<i64, StoreError> {
        self.together(|sql| {
            sql.execute(
                "INSERT INTO attempts (receipt, key, started, outcome, detail, ended)
                 VALUES (?1, ?2, ?3, 'open', '', '')",
                [receipt, key, started],
            )?;
            Ok(sql.last_insert_rowid())
        })
    }

    /// Notes how an attempt ended.
    pub fn end_attempt(
        &mut self,
        number: i64,
        outcome: Outcome,
        detail: &str,
        ended: &str,
    ) -> Result<(), StoreError> {
        self.together(|sql| {
            sql.execute(
                "UPDATE attempts SET outcome = ?2, detail = ?3, ended = ?4 WHERE number = ?1",
                params![number, outcome.as_str(), detail, ended],
            )
        })
        .map(drop)
    }

    /// Returns every attempt, oldest first.
    pub fn attempts(&self) -> Result<Vec<Attempt>, StoreError> {
        self.sql(|sql| {
            sql.prepare(
                "SELECT number, receipt, key, started, outcome, detail, ended
                 FROM attempts ORDER BY number",
            )?
            .query_map((), |row| {
                Ok(Attempt {
                    number: row.get(0)?,
                    receipt: row.get(1)?,
                    key: row.get(2)?,
                    started: row.get(3)?,
                    outcome: Outcome::from_word(&row.get::<_, String>(4)?),
                    detail: row.get(5)?,
                    ended: row.get(6)?,
                })
            })?
            .collect()
        })
    }
}
