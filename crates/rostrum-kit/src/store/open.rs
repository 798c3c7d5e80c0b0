//! Opening, making and locking a statement file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::{StatementFile, StoreError, migrate};

/// "Rost" in the header of the file, by which `file` and the desktop know it.
pub(super) const APPLICATION_ID: i32 = 0x526f_7374;

/// How long a lock is waited for: a scanner or a sync program lets go within this time.
pub(super) const PATIENCE: Duration = Duration::from_millis(300);

impl StatementFile {
    /// Makes a new, empty statement file.
    ///
    /// Refuses a path where there is a file already. A file that cannot be finished leaves
    /// nothing behind.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        Self::create_with(path, |_| Ok(()))
    }

    /// Makes a new statement file that is whole and filled before it gets its name.
    pub fn create_with(
        path: &Path,
        fill: impl FnOnce(&mut Self) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        write_new(path, |part| {
            let mut made = Self::connect(part)?;
            migrate::set_up(&mut made)?;
            made.sql(|sql| {
                sql.execute(
                    "INSERT INTO identity (one, statement, owner) VALUES (1, ?1, ?2)",
                    (Uuid::now_v7().to_string(), Uuid::now_v7().to_string()),
                )
            })?;
            fill(&mut made)
        })?;
        Self::open(path)
    }

    /// Opens a statement file and keeps it to this process until it is dropped.
    ///
    /// A file of an older format is migrated after a backup copy was written beside it as
    /// `name.backup-<format>.rostrum`.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let about = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?;
        if !about.is_file() {
            return Err(StoreError::NotAStatement { path: path.into() });
        }
        let was_killed = journal_of(path).exists();
        let mut file = Self::connect(path)?;
        let format = file.identify()?;
        file.examine()?;
        if was_killed {
            // A journal without a use stays until a transaction has used it; it holds words.
            file.together(|sql| sql.pragma_update(None, "user_version", format))?;
        }
        migrate::to_present(&mut file, format)?;
        migrate::compare_layout(&file)?;
        Ok(file)
    }

    /// Returns the id of the statement, the same in all its copies.
    pub fn statement_id(&self) -> Result<String, StoreError> {
        self.sql(|sql| sql.query_row("SELECT statement FROM identity", (), |row| row.get(0)))
    }

    /// Returns the id of the person's file: plain copies have it too, copies for partners not.
    pub fn owner_id(&self) -> Result<String, StoreError> {
        self.sql(|sql| sql.query_row("SELECT owner FROM identity", (), |row| row.get(0)))
    }

    /// Opens the database and takes the lock.
    pub(super) fn connect(path: &Path) -> Result<Self, StoreError> {
        let sql = |error| StoreError::sql(path, error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(sql)?;
        connection.busy_timeout(PATIENCE).map_err(sql)?;
        // What a file says in its schema is not trusted to run anything.
        // EXTRA, not FULL: with a rollback journal only EXTRA makes the end of a transaction
        // survive a power cut. The journal mode is set because a file may arrive in another.
        connection
            .execute_batch(
                "PRAGMA trusted_schema = OFF;
                 PRAGMA locking_mode = EXCLUSIVE;
                 BEGIN EXCLUSIVE;
                 COMMIT;
                 PRAGMA journal_mode = DELETE;
                 PRAGMA synchronous = EXTRA;
                 PRAGMA fullfsync = ON;
                 PRAGMA foreign_keys = ON;
                 PRAGMA secure_delete = ON;
                 PRAGMA cell_size_check = ON;",
            )
            .map_err(sql)?;
        let which = which(path);
        Ok(Self { connection, path: path.into(), unsaved: Vec::new(), which, news: None })
    }

    /// Tells whether this is a statement, and of which format.
    fn identify(&self) -> Result<u32, StoreError> {
        let (application, format): (i32, u32) = self.sql(|sql| {
            let application = sql.pragma_query_value(None, "application_id", |row| row.get(0))?;
            Ok((application, sql.pragma_query_value(None, "user_version", |row| row.get(0))?))
        })?;
        if application != APPLICATION_ID {
            return Err(StoreError::NotAStatement { path: self.path.clone() });
        }
        if format > migrate::FORMAT {
            let path = self.path.clone();
            return Err(StoreError::Newer { path, format, known: migrate::FORMAT });
        }
        Ok(format)
    }

    /// Looks for damage in the pages of the file.
    fn examine(&self) -> Result<(), StoreError> {
        let report: String =
            self.sql(|sql| sql.query_row("PRAGMA quick_check(1)", (), |row| row.get(0)))?;
        if report == "ok" { Ok(()) } else { Err(self.damaged(report)) }
    }
}

/// Writes a new file under a passing name and gives it its own only when it is whole.
pub(super) fn write_new(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let io = |error: &std::io::Error| StoreError::io(path, error);
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::Exists { path: path.into() });
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(StoreError::NoFolder { path: path.into() });
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rostrum-").suffix(".part");
    #[cfg(unix)]
    {
        // As any document the user makes: what the umask allows.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let part = builder.tempfile_in(&folder).map_err(|error| io(&error))?.into_temp_path();
    write(&part).map_err(|error| error.about(&part, path))?;
    if let Err(kept) = part.persist_noclobber(path) {
        if kept.error.kind() == std::io::ErrorKind::AlreadyExists || path.exists() {
            return Err(StoreError::Exists { path: path.into() });
        }
        // Some file systems can rename but neither link nor rename without replacing.
        std::fs::rename(&kept.path, path).map_err(|_| io(&kept.error))?;
    }
    sync_folder(&folder);
    Ok(())
}

/// Returns where `SQLite` keeps what a transaction replaces.
fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

/// What tells one file of a disk from another.
pub(super) type Which = (u64, u64);

/// Tells which file lies at a path, without opening it (that would release the lock).
#[cfg(unix)]
pub(super) fn which(path: &Path) -> Option<Which> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
}

/// Elsewhere an open file can neither be replaced nor moved.
#[cfg(not(unix))]
pub(super) fn which(_: &Path) -> Option<Which> {
    None
}

/// Returns the folder a file lies in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.into(),
        _ => ".".into(),
    }
}

/// Makes the name of a new file survive a power cut, where the system can do so.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = std::fs::File::open(folder) {
        // The file itself is safe; a folder that cannot be synced is no reason to fail.
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
