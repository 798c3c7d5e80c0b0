//! Taking in what another copy of the statement has.

use std::collections::BTreeMap;
use std::path::Path;

use rostrum_core::coauthor::{Change, SharedStatement};

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
        let own_copy = other.file.owner_id()? == self.owner_id()?;
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
        Ok(merged)
    }

    fn take_in_drafts(&mut self, other: &OtherCopy, merged: &mut Merged) -> Result<(), StoreError> {
        let known = self.drafts()?;
        for draft in other.file.drafts()? {
            if known.iter().all(|kept| kept.id != draft.id)
                && let Some(bytes) = other.file.draft_bytes(&draft.id)?
            {
                self.put_draft(&draft.name, &bytes, &draft.draft, &draft.added)?;
                merged.drafts += 1;
            }
        }
        Ok(())
    }

    fn take_in_versions(
        &mut self,
        other: &OtherCopy,
        own_copy: bool,
        merged: &mut Merged,
    ) -> Result<(), StoreError> {
        let known = self.versions()?;
        let mut versions = Vec::new();
        for mut version in other.file.versions()? {
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
            .file
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
        let contacts = if own_copy { other.file.contacts()? } else { BTreeMap::new() };
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

fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
