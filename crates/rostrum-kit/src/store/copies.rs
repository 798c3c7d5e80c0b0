//! Copies of a statement file: the one for partners, another one to read, and those a sync
//! program left beside it.

use std::path::{Path, PathBuf};

use rostrum_core::coauthor::{Change, SharedStatement};
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use super::open::{APPLICATION_ID, PATIENCE, folder_of, write_new};
use super::versions::{insert_endorsement, insert_version};
use super::{StatementFile, StoreError};

/// Another copy of a statement, read for merging; the file itself is never changed.
#[derive(Debug)]
pub struct OtherCopy {
    /// A copy of the copy, of the present format.
    pub(super) file: StatementFile,
    path: PathBuf,
    _folder: TempDir,
}

/// What a list of statements shows without opening a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance {
    /// The call as TOML.
    pub call: String,
    /// When the last change reached the disk.
    pub saved: String,
    /// Number of drafts.
    pub drafts: u32,
    /// Number of versions.
    pub versions: u32,
    /// Number of receipts.
    pub receipts: u32,
}

impl OtherCopy {
    /// Reads another copy; one of an older format is read as it would be after migration.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let sql = |error| StoreError::sql(path, error);
        let about = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?;
        if !about.is_file() {
            return Err(StoreError::NotAStatement { path: path.into() });
        }
        let folder = tempfile::tempdir().map_err(|error| StoreError::io(path, &error))?;
        let copy = folder.path().join("copy.rostrum");
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(sql)?;
        connection.busy_timeout(PATIENCE).map_err(sql)?;
        let application: i32 =
            connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(sql)?;
        if application != APPLICATION_ID {
            return Err(StoreError::NotAStatement { path: path.into() });
        }
        connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()]).map_err(sql)?;
        drop(connection);
        let file = StatementFile::open(&copy).map_err(|error| error.about(&copy, path))?;
        Ok(Self { file, path: path.into(), _folder: folder })
    }

    /// Returns the path of the copy.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the id of the statement it is a copy of.
    pub fn statement_id(&self) -> Result<String, StoreError> {
        self.file.statement_id()
    }

    /// Writes it whole to a new file, even while another Rostrum has it open.
    pub fn copy_whole(&self, path: &Path) -> Result<(), StoreError> {
        self.file.copy_whole(path)
    }

    /// Returns what a list of statements shows without opening the file.
    pub fn glance(&self) -> Result<Glance, StoreError> {
        let count = |table: &str| {
            let query = format!("SELECT count(*) FROM {table}");
            self.file.sql(|sql| sql.query_row(&query, (), |row| row.get(0)))
        };
        Ok(Glance {
            call: self.file.call()?.map(|call| call.toml).unwrap_or_default(),
            saved: self.file.saved_at()?.unwrap_or_default(),
            drafts: count("drafts")?,
            versions: count("versions")?,
            receipts: count("receipts")?,
        })
    }

    /// Adds up the logs of the copy.
    pub fn statement(&self) -> Result<SharedStatement, StoreError> {
        self.file.read().map_err(|error| error.about(&self.file.path, &self.path))
    }
}

impl StatementFile {
    /// Writes a plain copy of everything, private parts as well: the same person's file again.
    pub fn copy_whole(&self, path: &Path) -> Result<(), StoreError> {
        write_new(path, |part| self.vacuum_into(part))
    }

    /// Writes the database without its free pages into a file that is empty or not there.
    pub(super) fn vacuum_into(&self, path: &Path) -> Result<(), StoreError> {
        self.sql(|sql| sql.execute("VACUUM INTO ?1", [path.to_string_lossy()])).map(drop)
    }

    /// Writes a copy for partners: what they need to work on the statement and to merge it back.
    ///
    /// It has the shared part as [`SharedStatement::share_copy`] makes it, drafts, versions,
    /// consents, the call and the bytes of the body's pictures. It has no private responses, contacts, receipts, attempts,
    /// rendered files or settings, and no trace of them.
    pub fn copy_for_partners(
        &self,
        statement: &SharedStatement,
        path: &Path,
    ) -> Result<(), StoreError> {
        let id = self.statement_id()?;
        let at = self.saved_at()?.unwrap_or_default();
        let shared = Change { shared: statement.share_copy(), private: Vec::new() };
        let (versions, endorsements) = (self.versions()?, self.endorsements()?);
        let (drafts, call) = (self.drafts()?, self.call()?);
        Self::create_with(path, |copy| {
            copy.sql(|sql| sql.execute("UPDATE identity SET statement = ?1", [&id]))?;
            copy.append(&shared, &at)?;
            for draft in &drafts {
                let bytes = self.draft_bytes(&draft.id)?.unwrap_or_default();
                copy.put_draft(&draft.name, &bytes, &draft.draft, &draft.added)?;
            }
            if let Some(call) = &call {
                copy.put_call(&call.id, &call.toml, &call.taken)?;
            }
            copy.take_in_pictures(&statement.statement(), self)?;
            copy.together(|sql| {
                versions.iter().try_for_each(|version| insert_version(sql, version))?;
                endorsements
                    .iter()
                    .try_for_each(|kept| insert_endorsement(sql, &kept.endorsement, ""))
            })
        })
        .map(drop)
    }

    /// Finds copies of this statement beside it that hold changes it lacks.
    ///
    /// Sync programs leave them when a file was edited in two places (`name (conflicted copy
    /// …)`, `name (Ann's conflicted copy …)`, `name.sync-conflict-…`); a partner's copy put
    /// beside the file is found as well when its name begins in the same way. Files that
    /// cannot be read are passed over. Sorted by name.
    pub fn unmerged_copies(&self, statement: &SharedStatement) -> Result<Vec<PathBuf>, StoreError> {
        let id = self.statement_id()?;
        let folder = folder_of(&self.path);
        let Ok(listing) = std::fs::read_dir(&folder) else { return Ok(Vec::new()) };
        let own = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut names: Vec<String> = listing
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| *name != own && may_be_copy_of(name, &own))
            .collect();
        names.sort();
        Ok(names
            .into_iter()
            .map(|name| folder.join(name))
            .filter(|path| {
                let lacks = || {
                    let other = OtherCopy::read(path).ok()?;
                    if other.statement_id().ok()? != id {
                        return None;
                    }
                    other.statement().ok()?.edits_missing_in(statement).ok()
                };
                lacks().is_some_and(|count| count > 0)
            })
            .collect())
    }
}

/// Tells whether a name could be that of a copy: both begin with the same name, and one goes
/// on as sync programs and people do. Backups of earlier formats are not copies.
fn may_be_copy_of(name: &str, own: &str) -> bool {
    let (Some(name), Some(own)) = (stem(name), stem(own)) else { return false };
    if name.contains(".backup-") {
        return false;
    }
    let goes_on = |long: &str, short: &str| {
        long.strip_prefix(short)
            .is_some_and(|rest| rest.starts_with([' ', '(', '.', '-', '_', '~']))
    };
    // The file that is open may itself be the copy, or a copy of the same file.
    name == own || goes_on(name, own) || goes_on(own, name) || base(name) == base(own)
}

/// Returns a name without the ending of statements, or nothing for other files.
fn stem(name: &str) -> Option<&str> {
    name.strip_suffix(".rostrum").filter(|stem| !stem.is_empty() && !stem.starts_with('.'))
}

/// Returns the name without what a sync program added.
fn base(stem: &str) -> &str {
    let end = [" (", ".sync-conflict-"].iter().filter_map(|mark| stem.find(mark)).min();
    &stem[..end.unwrap_or(stem.len())]
}

#[cfg(test)]
mod tests {
    use super::may_be_copy_of;

    #[test]
    fn copies_of_sync_programs_are_known_by_their_names() {
        for name in [
            "comments (conflicted copy 2026-11-22 101112).rostrum",
            "comments (conflicted copy Ann 2026-11-22 101112).rostrum",
            "comments (Ann's conflicted copy 2026-11-22).rostrum",
            "comments (Copie en conflit de Ann 2026-11-22).rostrum",
            "comments.sync-conflict-20261122-101112-ABCDEFG.rostrum",
            "comments (1).rostrum",
            "comments-LAPTOP.rostrum",
            "comments_conflict.rostrum",
        ] {
            assert!(may_be_copy_of(name, "comments.rostrum"), "{name}");
            assert!(may_be_copy_of("comments.rostrum", name), "{name}, opened itself");
        }
    }

    #[test]
    fn other_files_and_backups_are_not_copies() {
        for name in [
            "comments.docx",
            "commentsandmore.rostrum",
            "other.rostrum",
            "comments.backup-1.rostrum",
            ".rostrum-x.part",
            ".rostrum",
        ] {
            assert!(!may_be_copy_of(name, "comments.rostrum"), "{name}");
        }
    }
}
