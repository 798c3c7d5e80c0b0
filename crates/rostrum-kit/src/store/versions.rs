//! Frozen versions, consents to them, and who speaks for a signatory.

use std::collections::BTreeMap;

use rostrum_core::model::Version;
use rostrum_core::model::signatory::Endorsement;
use rusqlite::{Connection, OptionalExtension, params};

use super::{StatementFile, StoreError, sha256};

/// A consent as the file keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredEndorsement {
    /// The consent.
    pub endorsement: Endorsement,
    /// Who consented; known in this file only.
    pub contact: String,
}

impl StatementFile {
    /// Keeps a version; its name must be new, unless the text is the same.
    pub fn put_version(&mut self, version: &Version) -> Result<(), StoreError> {
        if sha256(version.text.as_bytes()) != version.sha256 {
            return Err(StoreError::NotFrozen { name: version.name.clone() });
        }
        let kept = self.versions()?.into_iter().find(|kept| kept.name == version.name);
        match kept {
            Some(kept) if kept.sha256 != version.sha256 => {
                Err(StoreError::NameTaken { name: version.name.clone() })
            }
            Some(_) => Ok(()),
            None => self.together(|sql| insert_version(sql, version)),
        }
    }

    /// Returns the versions, oldest first; fails when the text of one is not what was frozen.
    pub fn versions(&self) -> Result<Vec<Version>, StoreError> {
        let versions: Vec<Version> = self.sql(|sql| {
            sql.prepare("SELECT name, sha256, created, words, text FROM versions ORDER BY number")?
                .query_map((), |row| {
                    Ok(Version {
                        name: row.get(0)?,
                        sha256: row.get(1)?,
                        created: row.get(2)?,
                        words: row.get(3)?,
                        text: row.get(4)?,
                    })
                })?
                .collect()
        })?;
        match versions.iter().find(|version| sha256(version.text.as_bytes()) != version.sha256) {
            Some(version) => Err(self.damaged(format!(
                "the text of version \"{}\" is not what was frozen",
                version.name
            ))),
            None => Ok(versions),
        }
    }

    /// Keeps a file rendered from a version and returns its SHA-256.
    pub fn put_version_file(
        &mut self,
        version: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<String, StoreError> {
        self.together(|sql| {
            let sum = insert_file(sql, bytes)?;
            sql.execute(
                "INSERT INTO version_files (version, name, sha256) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET sha256 = excluded.sha256",
                params![version, name, sum],
            )?;
            Ok(sum)
        })
    }

    /// Returns the files rendered from a version: name and bytes, by name.
    pub fn version_files(&self, version: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.sql(|sql| {
            sql.prepare(
                "SELECT name, bytes FROM version_files JOIN files USING (sha256)
                 WHERE version = ?1 ORDER BY name",
            )?
            .query_map([version], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
        })
    }

    /// Keeps a file by its SHA-256, such as a saved copy of a source.
    pub fn put_file(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        self.together(|sql| insert_file(sql, bytes))
    }

    /// Tells whether a file is kept under this SHA-256.
    pub fn has_file(&self, sum: &str) -> Result<bool, StoreError> {
        self.sql(|sql| {
            sql.query_row("SELECT count(*) FROM files WHERE sha256 = ?1", [sum], |row| {
                row.get::<_, i64>(0)
            })
        })
        .map(|count| count > 0)
    }

    /// Returns a file by its SHA-256.
    pub fn file(&self, sum: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let bytes: Option<Vec<u8>> = self.sql(|sql| {
            sql.query_row("SELECT bytes FROM files WHERE sha256 = ?1", [sum], |row| row.get(0))
                .optional()
        })?;
        match bytes {
            Some(bytes) if sha256(&bytes) != sum => {
                Err(self.damaged(format!("the bytes of file {sum} have changed")))
            }
            bytes => Ok(bytes),
        }
    }

    /// Keeps a consent; a signatory consents to one text once, the last record counts.
    pub fn put_endorsement(
        &mut self,
        endorsement: &Endorsement,
        contact: &str,
    ) -> Result<(), StoreError> {
        self.together(|sql| insert_endorsement(sql, endorsement, contact))
    }

    /// Returns the consents in the order of their recording.
    pub fn endorsements(&self) -> Result<Vec<StoredEndorsement>, StoreError> {
        self.sql(|sql| {
            sql.prepare(
                "SELECT signatory, version, sha256, at, contact FROM endorsements ORDER BY number",
            )?
            .query_map((), |row| {
                Ok(StoredEndorsement {
                    endorsement: Endorsement {
                        signatory: row.get(0)?,
                        version: row.get(1)?,
                        sha256: row.get(2)?,
                        at: row.get(3)?,
                    },
                    contact: row.get(4)?,
                })
            })?
            .collect()
        })
    }

    /// Keeps who speaks for a signatory; empty forgets it.
    pub fn put_contact(&mut self, signatory: &str, contact: &str) -> Result<(), StoreError> {
        self.together(|sql| {
            if contact.is_empty() {
                sql.execute("DELETE FROM contacts WHERE signatory = ?1", [signatory])
            } else {
                sql.execute(
                    "INSERT INTO contacts (signatory, contact) VALUES (?1, ?2)
                     ON CONFLICT DO UPDATE SET contact = excluded.contact",
                    [signatory, contact],
                )
            }
        })
        .map(drop)
    }

    /// Returns who speaks for the signatories, by the signatory's id.
    pub fn contacts(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.sql(|sql| {
            sql.prepare("SELECT signatory, contact FROM contacts")?
                .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }
}

pub(super) fn insert_version(sql: &Connection, version: &Version) -> rusqlite::Result<()> {
    sql.execute(
        "INSERT INTO versions (name, sha256, created, words, text) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![version.name, version.sha256, version.created, version.words, version.text],
    )
    .map(drop)
}

pub(super) fn insert_endorsement(
    sql: &Connection,
    endorsement: &Endorsement,
    contact: &str,
) -> rusqlite::Result<()> {
    sql.execute(
        "INSERT INTO endorsements (signatory, version, sha256, at, contact)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (signatory, sha256) DO UPDATE
         SET version = excluded.version, at = excluded.at, contact = excluded.contact",
        params![
            endorsement.signatory,
            endorsement.version,
            endorsement.sha256,
            endorsement.at,
            contact
        ],
    )
    .map(drop)
}

pub(super) fn insert_file(sql: &Connection, bytes: &[u8]) -> rusqlite::Result<String> {
    let sum = sha256(bytes);
    sql.execute(
        // Bytes that are no longer what was kept are mended by keeping the same again.
        "INSERT INTO files (sha256, bytes) VALUES (?1, ?2)
         ON CONFLICT DO UPDATE SET bytes = excluded.bytes WHERE bytes <> excluded.bytes",
        params![sum, bytes],
    )?;
    Ok(sum)
}
