//! Taking in what another copy of the statement has.

use std::collections::BTreeMap;
use std::path::Path;

use rostrum_core::coauthor::{Change, SharedStatement};
use rostrum_core::model::Statement;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::versions::{insert_endorsement, insert_version};
use super::{OtherCopy, StatementFile, StoreError};

/// What to do with a copy that holds another statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strangers {
    /// Refuse it.
    Refuse,
    /// Join the two statements: both bodies, both sets of responses.
    Join,
}

/// What merging brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Changes that only this file had.
    pub edits_from_a: u32,
    /// Changes that only the copy had.
    pub edits_from_b: u32,
    /// Drafts that only the copy had.
    pub drafts: u32,
    /// Versions that only the copy had.
    pub versions: u32,
    /// Consents that only the copy had.
    pub endorsements: u32,
    /// Pictures whose bytes only the copy had.
    pub pictures: u32,
}

impl StatementFile {
    /// Takes in what another copy has and this file lacks, and keeps it.
    ///
    /// `statement` is this file's statement as loaded; it has the merged text afterwards,
    /// and `at` (RFC 3339) is when that was. Shared changes, drafts, versions and consents
    /// come in always; a version whose name is taken by another text gets the first letters
    /// of its hash behind its name. Private responses and contacts come in only when the
    /// copy is a plain copy of this very file, as a sync program makes: a partner's never.
    /// The copy itself is not changed.
    pub fn merge(
        &mut self,
        statement: &mut SharedStatement,
        other: &Path,
        strangers: Strangers,
        at: &str,
    ) -> Result<Merged, StoreError> {
        let path = || other.to_owned();
        if same_file(self.path(), other) {
            return Err(StoreError::SameFile { path: path() });
        }
        let unmergeable = |refused| StoreError::Unmergeable { path: path(), refused };
        let other = &OtherCopy::read(other)?;
        if strangers == Strangers::Refuse && other.statement_id()? != self.statement_id()? {
            return Err(StoreError::OtherStatement { path: path() });
        }
        let theirs = other.statement()?;
        let mut merged = Merged {
            edits_from_a: statement.edits_missing_in(&theirs).map_err(unmergeable)?,
            edits_from_b: theirs.edits_missing_in(statement).map_err(unmergeable)?,
            ..Merged::default()
        };
        let other = &other.file;
        let own_copy = other.owner_id()? == self.owner_id()?;
        let mut change = Change::default();
        let shared = theirs.diff(&statement.state_vector()).map_err(unmergeable)?;
        if statement.apply(&shared).map_err(unmergeable)? {
            change.shared = shared;
        }
        if own_copy {
            let private = theirs.state().private;
            if statement.apply_private(&private).map_err(unmergeable)? {
                change.private = private;
            }
        }
        self.append(&change, at)?;
        self.take_in_drafts(other, &mut merged)?;
        self.take_in_versions(other, own_copy, &mut merged)?;
        merged.pictures = self.take_in_pictures(&statement.statement(), other)?;
        if own_copy {
            self.take_in_own(other)?;
        }
        Ok(merged)
    }

    /// Takes in everything another handle on the same person's file holds.
    pub(super) fn take_in_all(&mut self, other: &Self) -> Result<(), StoreError> {
        let unmergeable =
            |refused| StoreError::Unmergeable { path: other.path().to_owned(), refused };
        let (theirs, mut ours) = (other.read()?, self.read()?);
        let shared = theirs.diff(&ours.state_vector()).map_err(unmergeable)?;
        let private = theirs.state().private;
        let mut change = Change::default();
        if ours.apply(&shared).map_err(unmergeable)? {
            change.shared = shared;
        }
        if ours.apply_private(&private).map_err(unmergeable)? {
            change.private = private;
        }
        let at = other.saved_at()?.unwrap_or_default();
        self.append(&change, &at)?;
        let mut merged = Merged::default();
        self.take_in_drafts(other, &mut merged)?;
        self.take_in_versions(other, true, &mut merged)?;
        self.take_in_own(other)
    }

    /// Takes in the proofs and files that only the same person's file has.
    ///
    /// Of two states of one receipt the later stays.
    fn take_in_own(&mut self, other: &Self) -> Result<(), StoreError> {
        let known = self.receipts()?;
        for receipt in other.receipts()? {
            if known.iter().all(|kept| kept.id != receipt.id || kept.at < receipt.at) {
                self.put_receipt(&receipt)?;
            }
        }
        for table in OWN {
            let rows = other.sql(|sql| table.rows(sql))?;
            self.together(|sql| table.add(sql, &rows))?;
        }
        Ok(())
    }

    /// Takes in the bytes of a statement's pictures that are not here; those that are damaged
    /// in the other file stay there.
    pub(super) fn take_in_pictures(
        &mut self,
        statement: &Statement,
        other: &Self,
    ) -> Result<u32, StoreError> {
        let mut taken = 0;
        for picture in &statement.pictures {
            if matches!(self.file(&picture.sha256), Ok(Some(_))) {
                continue;
            }
            match other.file(&picture.sha256) {
                Ok(Some(bytes)) => {
                    self.put_file(&bytes)?;
                    taken += 1;
                }
                Ok(None) | Err(StoreError::Damaged { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(taken)
    }

    fn take_in_drafts(&mut self, other: &Self, merged: &mut Merged) -> Result<(), StoreError> {
        let known = self.drafts()?;
        for draft in other.drafts()? {
            if known.iter().all(|kept| kept.id != draft.id)
                && let Some(bytes) = other.draft_bytes(&draft.id)?
            {
                self.put_draft(&draft.name, &bytes, &draft.draft, &draft.added)?;
                merged.drafts += 1;
            }
        }
        Ok(())
    }

    fn take_in_versions(
        &mut self,
        other: &Self,
        own_copy: bool,
        merged: &mut Merged,
    ) -> Result<(), StoreError> {
        let known = self.versions()?;
        let mut versions = Vec::new();
        for mut version in other.versions()? {
            if known.iter().any(|kept| kept.sha256 == version.sha256) {
                continue;
            }
            if known.iter().any(|kept| kept.name == version.name) {
                version.name = format!("{} ({:.8})", version.name, version.sha256);
            }
            versions.push(version);
        }
        let consents = self.endorsements()?;
        let endorsements: Vec<_> = other
            .endorsements()?
            .into_iter()
            .filter(|theirs| {
                consents.iter().all(|ours| {
                    let (ours, theirs) = (&ours.endorsement, &theirs.endorsement);
                    (&ours.signatory, &ours.sha256) != (&theirs.signatory, &theirs.sha256)
                })
            })
            .collect();
        (merged.versions, merged.endorsements) = (versions.len() as u32, endorsements.len() as u32);
        let contacts = if own_copy { other.contacts()? } else { BTreeMap::new() };
        self.together(|sql| {
            for version in &versions {
                insert_version(sql, version)?;
            }
            for kept in &endorsements {
                let contact = if own_copy { kept.contact.as_str() } else { "" };
                insert_endorsement(sql, &kept.endorsement, contact)?;
            }
            for (signatory, contact) in &contacts {
                sql.execute(
                    "INSERT INTO contacts (signatory, contact) VALUES (?1, ?2)
                     ON CONFLICT DO NOTHING",
                    [signatory, contact],
                )?;
            }
            Ok(())
        })
    }
}

/// A table whose rows are copied as they are, unless they are there.
struct Table {
    name: &'static str,
    columns: &'static str,
    /// What makes two rows the same where no key of the table says so.
    same: &'static [&'static str],
}

/// What goes from one copy of a person's file to another beside the logs and receipts.
/// Files come before the tables that point to them.
const OWN: [Table; 4] = [
    Table { name: "files", columns: "sha256, bytes", same: &[] },
    Table { name: "version_files", columns: "version, name, sha256", same: &[] },
    Table { name: "receipt_files", columns: "receipt, name, sha256", same: &[] },
    Table {
        name: "attempts",
        columns: "receipt, key, started, outcome, detail, ended",
        same: &["receipt", "key", "started"],
    },
];

impl Table {
    fn rows(&self, sql: &Connection) -> rusqlite::Result<Vec<Vec<Value>>> {
        let mut query = sql.prepare(&format!("SELECT {} FROM {}", self.columns, self.name))?;
        let width = query.column_count();
        query.query_map((), |row| (0..width).map(|at| row.get(at)).collect())?.collect()
    }

    fn add(&self, sql: &Connection, rows: &[Vec<Value>]) -> rusqlite::Result<()> {
        let (name, columns) = (self.name, self.columns);
        let number = |wanted: &str| columns.split(", ").position(|column| column == wanted);
        let marks: Vec<String> =
            (1..=columns.split(", ").count()).map(|at| format!("?{at}")).collect();
        let same: Vec<String> = self
            .same
            .iter()
            .filter_map(|column| Some(format!("{column} = ?{}", number(column)? + 1)))
            .collect();
        let unless = if same.is_empty() {
            String::new()
        } else {
            format!("WHERE NOT EXISTS (SELECT 1 FROM {name} WHERE {})", same.join(" AND "))
        };
        let mut insert = sql.prepare(&format!(
            "INSERT OR IGNORE INTO {name} ({columns}) SELECT {} {unless}",
            marks.join(", ")
        ))?;
        rows.iter().try_for_each(|row| insert.execute(params_from_iter(row)).map(drop))
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
