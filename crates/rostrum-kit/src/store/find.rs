//! Finding words in the drafts: full-text tables beside the open file.
//!
//! The tables are temporary: they live with the connection, in memory, and are made from the
//! drafts when something is first looked for. So the file that is mailed does not grow, its
//! format stays as it is, nothing a stranger put in a file is trusted as an index, and the
//! tables need no care when it is copied or merged. Whoever changes the drafts gives the words
//! anew.
//!
//! Two tables, because one way of parting words does not fit all scripts: `find_words` parts
//! at spaces, `find_runs` takes every three letters (for Chinese and Arabic).

use rostrum_core::read::{Query, fold};
use rusqlite::params_from_iter;

use super::{StatementFile, StoreError};

/// The shortest run of letters that the table of threes can look up.
const SHORTEST_RUN: usize = 3;

impl StatementFile {
    /// Tells whether the drafts' words can be looked up, or must first be [given](Self::take_words).
    pub fn has_words(&self) -> Result<bool, StoreError> {
        self.sql(|sql| {
            sql.query_row(
                "SELECT count(*) FROM temp.sqlite_schema WHERE name = 'find_runs'",
                (),
                |row| row.get::<_, i64>(0),
            )
        })
        .map(|tables| tables > 0)
    }

    /// Takes the texts that can be looked up; each is found again under its number from 0.
    pub fn take_words<'a>(
        &mut self,
        texts: impl Iterator<Item = &'a str>,
    ) -> Result<(), StoreError> {
        self.forget_words()?;
        self.sql(|sql| {
            // Temporary tables stay in memory: words of a draft must not lie in a folder for passing files.
            sql.execute_batch(
                "PRAGMA temp_store = MEMORY;
                 BEGIN;
                 CREATE VIRTUAL TABLE temp.find_words USING fts5 (
                   folded, content = '', detail = full, tokenize = 'unicode61 remove_diacritics 2');
                 CREATE VIRTUAL TABLE temp.find_runs USING fts5 (
                   folded, detail = full, tokenize = 'trigram');",
            )?;
            let fill = || {
                let mut words =
                    sql.prepare("INSERT INTO temp.find_words (rowid, folded) VALUES (?1, ?2)")?;
                let mut runs =
                    sql.prepare("INSERT INTO temp.find_runs (rowid, folded) VALUES (?1, ?2)")?;
                for (number, text) in (0_i64..).zip(texts) {
                    let folded = fold(text).text;
                    words.execute((number, &folded))?;
                    runs.execute((number, glued_only(&folded)))?;
                }
                Ok(())
            };
            let filled = fill();
            sql.execute_batch(if filled.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
            filled
        })
    }

    fn forget_words(&mut self) -> Result<(), StoreError> {
        self.sql(|sql| {
            sql.execute_batch(
                "DROP TABLE IF EXISTS temp.find_words; DROP TABLE IF EXISTS temp.find_runs;",
            )
        })
    }

    /// Returns the numbers of the texts that may hold what is looked for, in order.
    ///
    /// Every text that holds it is among them; where a script glues its words together a few
    /// may be that do not, so the caller looks once more with [`Query::find`].
    pub fn find_words(&self, query: &Query) -> Result<Vec<usize>, StoreError> {
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut asked: Vec<&str> = Vec::new();
        let mut values: Vec<String> = Vec::new();
        for part in query.parts() {
            if !part.glued {
                let open = if query.whole() { "" } else { " *" };
                asked.push("SELECT rowid FROM temp.find_words WHERE find_words MATCH ?");
                values.push(format!("\"{}\"{open}", part.text));
            } else if part.text.chars().count() < SHORTEST_RUN {
                asked.push("SELECT rowid FROM temp.find_runs WHERE instr(folded, ?) > 0");
                values.push(part.text.clone());
            } else {
                asked.push("SELECT rowid FROM temp.find_runs WHERE find_runs MATCH ?");
                values.push(format!("\"{}\"", part.text));
            }
        }
        let statement = asked.join(" INTERSECT ") + " ORDER BY 1";
        self.sql(|sql| {
            sql.prepare(&statement)?
                .query_map(params_from_iter(values), |row| row.get::<_, i64>(0))?
                .map(|number| Ok(usize::try_from(number?).unwrap_or(0)))
                .collect()
        })
    }
}

/// Returns the text when it has letters that need the table of threes, and nothing otherwise.
fn glued_only(folded: &str) -> &str {
    if folded.chars().any(rostrum_core::read::is_glued) { folded } else { "" }
}
