-- Format 2: every update carries the SHA-256 of its bytes, so that damage inside a row shows.
-- What is copied between the two tables is summed by the step itself (migrate.rs).

ALTER TABLE updates RENAME TO updates_1;

CREATE TABLE updates (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  log TEXT NOT NULL CHECK (log IN ('shared', 'private')),
  at TEXT NOT NULL,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
