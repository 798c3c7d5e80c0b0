//! The format of the statement file, and how older files come to the present one.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::open::{APPLICATION_ID, folder_of, write_new};
use super::{StatementFile, StoreError, sha256};

/// Leads from one format to the next.
type Step = fn(&Connection) -> rusqlite::Result<()>;

/// The steps in order: step `n` (from 0) leads to format `n + 1`. A step is never changed
/// once it has been published; what it got wrong is mended by the next.
const STEPS: &[Step] = &[
    |sql| sql.execute_batch(include_str!("migrations/0001.sql")),
    |sql| {
        sql.execute_batch(include_str!("migrations/0002.sql"))?;
        sum_updates(sql)?;
        sql.execute_batch("DROP TABLE updates_1")
    },
];

/// The format this Rostrum writes, kept in the file as `user_version`.
pub const FORMAT: u32 = STEPS.len() as u32;

/// Lays out an empty database as a statement file.
pub(super) fn set_up(file: &mut StatementFile) -> Result<(), StoreError> {
    file.together(|sql| {
        sql.pragma_update(None, "application_id", APPLICATION_ID)?;
        run(sql, 0)
    })
}

/// Brings a file to the present format, after a backup copy when it is older.
pub(super) fn to_present(file: &mut StatementFile, format: u32) -> Result<(), StoreError> {
    if format == FORMAT {
        return Ok(());
    }
    if format == 0 {
        return Err(file.damaged("it was never finished"));
    }
    back_up(file, format)?;
    file.together(|sql| run(sql, format))
}

/// Everything that the database of the present format is made of, as [`layout`] tells it.
///
/// Kept beside the steps instead of made by them each time a statement is opened; a test
/// compares it with what they make.
const LAYOUT: &str = include_str!("migrations/layout.sql");

/// Refuses a file whose tables are not those of its format.
///
/// A table, view or trigger that Rostrum did not make could act on what is saved.
pub(super) fn compare_layout(file: &StatementFile) -> Result<(), StoreError> {
    if file.sql(layout)? == LAYOUT {
        Ok(())
    } else {
        Err(file.damaged("its tables are not those of a statement"))
    }
}

fn run(sql: &Connection, from: u32) -> rusqlite::Result<()> {
    for step in STEPS.iter().skip(from as usize) {
        step(sql)?;
    }
    sql.pragma_update(None, "user_version", FORMAT)
}

fn sum_updates(sql: &Connection) -> rusqlite::Result<()> {
    let mut insert = sql.prepare(
        "INSERT INTO updates (number, log, at, bytes, sha256) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let mut old = sql.prepare("SELECT number, log, at, bytes FROM updates_1 ORDER BY number")?;
    let mut rows = old.query(())?;
    while let Some(row) = rows.next()? {
        let (number, log, at): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let bytes: Vec<u8> = row.get(3)?;
        insert.execute(params![number, log, at, bytes, sha256(&bytes)])?;
    }
    Ok(())
}

/// Tells everything that a database is made of: kind, name and the command that made it.
fn layout(sql: &Connection) -> rusqlite::Result<String> {
    let mut out = String::new();
    let mut things =
        sql.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name, sql")?;
    let mut rows = things.query(())?;
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        let made: Option<String> = row.get(2)?;
        let made = made.unwrap_or_default();
        out.push_str(&format!("-- {kind} {name}\n{made}\n"));
    }
    Ok(out)
}

/// Writes a backup copy beside the file; an earlier backup is never replaced.
fn back_up(file: &StatementFile, format: u32) -> Result<PathBuf, StoreError> {
    let mut number = 1;
    loop {
        let path = backup_path(&file.path, format, number);
        let written = write_new(&path, |part| file.vacuum_into(part));
        match written {
            Err(StoreError::Exists { .. }) => number += 1,
            Err(error) => return Err(error),
            Ok(()) => return Ok(path),
        }
    }
}

fn backup_path(path: &Path, format: u32, number: u32) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let again = if number == 1 { String::new() } else { format!("-{number}") };
    folder_of(path).join(format!("{stem}.backup-{format}{again}.rostrum"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_what_the_steps_make() {
        let sql = Connection::open_in_memory().expect("a database in memory");
        run(&sql, 0).expect("the steps");
        let made = layout(&sql).expect("the layout");
        assert_eq!(made, LAYOUT, "write this to migrations/layout.sql:\n{made}");
    }
}
