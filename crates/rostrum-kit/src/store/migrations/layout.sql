-- index sqlite_autoindex_contacts_1

-- index sqlite_autoindex_drafts_1

-- index sqlite_autoindex_endorsements_1

-- index sqlite_autoindex_files_1

-- index sqlite_autoindex_receipt_files_1

-- index sqlite_autoindex_receipts_1

-- index sqlite_autoindex_settings_1

-- index sqlite_autoindex_version_files_1

-- index sqlite_autoindex_versions_1

-- table attempts
CREATE TABLE attempts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt TEXT NOT NULL,
  key TEXT NOT NULL,
  started TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  ended TEXT NOT NULL
) STRICT
-- table call
CREATE TABLE call (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  toml TEXT NOT NULL,
  taken TEXT NOT NULL
) STRICT
-- table contacts
CREATE TABLE contacts (
  signatory TEXT PRIMARY KEY,
  contact TEXT NOT NULL
) STRICT
-- table drafts
CREATE TABLE drafts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  added TEXT NOT NULL,
  bytes BLOB NOT NULL,
  draft TEXT NOT NULL
) STRICT
-- table endorsements
CREATE TABLE endorsements (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  signatory TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  at TEXT NOT NULL,
  contact TEXT NOT NULL,
  UNIQUE (signatory, sha256)
) STRICT
-- table files
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT
-- table identity
CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  statement TEXT NOT NULL,
  owner TEXT NOT NULL
) STRICT
-- table receipt_files
CREATE TABLE receipt_files (
  receipt TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (receipt, name)
) STRICT
-- table receipts
CREATE TABLE receipts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  receipt TEXT NOT NULL
) STRICT
-- table settings
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT
-- table sqlite_sequence
CREATE TABLE sqlite_sequence(name,seq)
-- table updates
CREATE TABLE updates (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  log TEXT NOT NULL CHECK (log IN ('shared', 'private')),
  at TEXT NOT NULL,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL
) STRICT
-- table version_files
CREATE TABLE version_files (
  version TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (version, name)
) STRICT
-- table versions
CREATE TABLE versions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  created TEXT NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT
